/// A day of the proleptic Gregorian calendar as the number of days since 1970-01-01.
///
/// Arithmetic on days needs no time zone and no library; 4 bytes hold every year that a file can name. Conversions
/// follow H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
package struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01, negative before.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// nil unless the date exists and its year is 1...9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// For dates known to exist.
  init(unchecked year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day `count` days later; saturates at the ends of `Int32`.
  package func advanced(by count: Int) -> Day {
    Day(number: Int32(clamping: Int(number) + count))
  }

  /// Days from `other` to this day.
  package func days(since other: Day) -> Int { Int(number) - Int(other.number) }

  /// Year, month 1...12 and day of the month 1...31.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  package var weekday: Int {
    let shifted = (Int(number) + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// Days in a month, 28...31.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year of the Gregorian calendar has a 29 February.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// ISO week-numbering year and week 1...53 (ISO 8601).
  package var isoWeek: (year: Int, week: Int) {
    let thursday = advanced(by: 4 - weekday)
    let year = thursday.civil.year
    let newYear = Day(unchecked: year, 1, 1)
    return (year, thursday.days(since: newYear) / 7 + 1)
  }

  /// The Monday of an ISO week; nil when the year has no such week.
  package static func monday(ofWeek week: Int, year: Int) -> Day? {
    guard (1...53).contains(week), (1...9998).contains(year) else { return nil }
    let fourth = Day(unchecked: year, 1, 4)
    let monday = fourth.advanced(by: 1 - fourth.weekday + 7 * (week - 1))
    return monday.isoWeek == (year, week) ? monday : nil
  }

  /// `2026-03-14`.
  package var description: String {
    let (year, month, day) = civil
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Day: CustomStringConvertible {}

extension CalendarUnit {
  /// The first day of the unit that holds a day; weeks start on Monday unless `weekStart` is 7 (Sunday).
  package func start(of day: Day, weekStart: Int = 1) -> Day {
    let (year, month, _) = day.civil
    switch self {
    case .day: return day
    case .week: return day.advanced(by: -((day.weekday - weekStart + 7) % 7))
    case .month: return Day(unchecked: year, month, 1)
    case .quarter: return Day(unchecked: year, (month - 1) / 3 * 3 + 1, 1)
    case .year: return Day(unchecked: year, 1, 1)
    }
  }

  /// The first day of the unit `count` units after the one that starts on `start`.
  package func start(_ count: Int, after start: Day) -> Day {
    func months(_ total: Int) -> Day {
      let (year, month, _) = start.civil
      let index = min(max(year * 12 + (month - 1) + total, 0), 10_000 * 12)
      return Day(unchecked: index / 12, index % 12 + 1, 1)
    }
    switch self {
    case .day: return start.advanced(by: count)
    case .week: return start.advanced(by: 7 * count)
    case .month: return months(count)
    case .quarter: return months(3 * count)
    case .year: return months(12 * count)
    }
  }
}

extension Day {
  /// The same date so many units later, or earlier for a negative count; a day that the month lacks becomes its last.
  ///
  /// Saturates at the ends of `Int32` for days and weeks; months and years stay within years 0...10000.
  package func shifted(by count: Int, _ unit: CalendarUnit) -> Day {
    let months: Int
    switch unit {
    case .day: return advanced(by: count)
    case .week: return advanced(by: 7 * count)
    case .month: months = count
    case .quarter: months = 3 * count
    case .year: months = 12 * count
    }
    let (year, month, day) = civil
    let index = min(max(year * 12 + month - 1 + months, 0), 10_000 * 12)
    let length = Day.length(ofMonth: index % 12 + 1, year: index / 12)
    return Day(unchecked: index / 12, index % 12 + 1, min(day, length))
  }

  /// Whole units from `start` to this day, 0 on the day itself; both by the calendar, a day that a month lacks standing for
  /// its last.
  ///
  /// Negative before `start`.
  package func age(since start: Day, in unit: CalendarUnit) -> Int {
    let days = self.days(since: start)
    switch unit {
    case .day: return days
    case .week: return days >= 0 ? days / 7 : (days - 6) / 7
    case .month, .quarter, .year:
      let size = unit == .month ? 1 : unit == .quarter ? 3 : 12
      let (year, month, _) = civil
      let (startYear, startMonth, _) = start.civil
      let months = (year - startYear) * 12 + month - startMonth
      var age = months >= 0 ? months / size : (months - size + 1) / size
      if start.shifted(by: age, unit) > self { age -= 1 }
      return age
    }
  }
}

extension DateLiteral {
  /// First and last day that the literal covers.
  package var days: ClosedRange<Day> {
    let first: Day
    let unit: CalendarUnit
    switch self {
    case .year(let year): (first, unit) = (Day(unchecked: year, 1, 1), .year)
    case .quarter(let year, let quarter): (first, unit) = (Day(unchecked: year, quarter * 3 - 2, 1), .quarter)
    case .month(let year, let month): (first, unit) = (Day(unchecked: year, month, 1), .month)
    case .week(let year, let week):
      let fourth = Day(unchecked: year, 1, 4)
      (first, unit) = (fourth.advanced(by: 1 - fourth.weekday + 7 * (week - 1)), .week)
    case .day(let day): (first, unit) = (day, .day)
    }
    return first...unit.start(1, after: first).advanced(by: -1)
  }
}
