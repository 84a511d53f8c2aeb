import TallyLanguage

// Calendar arithmetic on years, months and days of the month.

/// The first day of the bucket of a grain that holds a day.
func naiveBucket(_ day: Day, _ unit: CalendarUnit, weekStart: Int) -> Day {
  let (year, month, dayOfMonth) = day.civil
  switch unit {
  case .day: return day
  case .week:
    var start = day
    while start.weekday != weekStart { start = start.advanced(by: -1) }
    return start
  case .month: return day.advanced(by: 1 - dayOfMonth)
  case .quarter: return Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? day
  case .year: return Day(year: year, month: 1, day: 1) ?? day
  }
}

/// The same day of the month some months later or earlier, or the last day of a shorter month.
func naiveMonths(_ count: Int, after day: Day) -> Day {
  let (year, month, dayOfMonth) = day.civil
  let index = year * 12 + month - 1 + count
  let length = Day.length(ofMonth: index % 12 + 1, year: index / 12)
  return Day(year: index / 12, month: index % 12 + 1, day: min(dayOfMonth, length)) ?? day
}

/// The day some units later, or earlier where the count is negative.
func naiveMoved(_ day: Day, _ count: Int, _ unit: CalendarUnit) -> Day {
  switch unit {
  case .day: day.advanced(by: count)
  case .week: day.advanced(by: 7 * count)
  case .month: naiveMonths(count, after: day)
  case .quarter: naiveMonths(3 * count, after: day)
  case .year: naiveMonths(12 * count, after: day)
  }
}

/// The days of the bucket that starts on a day.
func naiveBucketDays(_ start: Day, _ unit: CalendarUnit) -> ClosedRange<Day> {
  start...naiveMoved(start, 1, unit).advanced(by: -1)
}

/// First and last day of a date as precise as it was written, and how precise that is.
func naiveDays(_ literal: DateLiteral) -> (days: ClosedRange<Day>, unit: CalendarUnit)? {
  let unit: CalendarUnit
  let start: Day?
  switch literal {
  case .year(let year): (unit, start) = (.year, Day(year: year, month: 1, day: 1))
  case .quarter(let year, let quarter):
    (unit, start) = (.quarter, Day(year: year, month: quarter * 3 - 2, day: 1))
  case .month(let year, let month): (unit, start) = (.month, Day(year: year, month: month, day: 1))
  case .week(let year, let week):
    // Week 1 is the one that holds January 4 (ISO 8601).
    let first = Day(year: year, month: 1, day: 4).map { naiveBucket($0, .week, weekStart: 1) }
    (unit, start) = (.week, first?.advanced(by: 7 * (week - 1)))
  case .day(let day): (unit, start) = (.day, day)
  }
  return start.map { (naiveBucketDays($0, unit), unit) }
}

/// First and last day of a point, and how precise it is.
func naiveDays(_ point: Point, now: Day) -> (days: ClosedRange<Day>, unit: CalendarUnit)? {
  switch point {
  case .date(let literal): naiveDays(literal)
  case .today: (now...now, .day)
  case .parameter: nil
  }
}

/// A range of days as it was written.
struct NaiveRange {
  /// As far as the calendar goes: `this month` to the end of the month.
  var whole: ClosedRange<Day>
  /// What it covers: `this month` up to the last known day.
  var days: ClosedRange<Day>
  /// The unit it was written in, and how many of it; days where it mixes units.
  var unit: CalendarUnit
  var count: Int
}

/// The days of a range when the last known day is `now`; nil where it cannot be told.
func naiveDays(_ range: WrittenRange, now: Day, weekStart: Int) -> NaiveRange? {
  switch range {
  case .last(let count, let unit):
    // Only complete units count, and `now` is complete: the last one ends where the unit of tomorrow begins.
    let next = naiveBucket(now.advanced(by: 1), unit, weekStart: weekStart)
    let count = Int(count?.value.whole ?? 1)
    let days = naiveMoved(next, -count, unit)...next.advanced(by: -1)
    return NaiveRange(whole: days, days: days, unit: unit, count: count)
  case .this(let unit):
    let start = naiveBucket(now, unit, weekStart: weekStart)
    return NaiveRange(whole: naiveBucketDays(start, unit), days: start...now, unit: unit, count: 1)
  case .points(let first, let last):
    guard let from = naiveDays(first.value, now: now) else { return nil }
    guard let last else { return NaiveRange(whole: from.days, days: from.days, unit: from.unit, count: 1) }
    guard let to = naiveDays(last.value, now: now), from.days.lowerBound <= to.days.upperBound else {
      return nil
    }
    let days = from.days.lowerBound...to.days.upperBound
    guard from.unit == to.unit else {
      return NaiveRange(whole: days, days: days, unit: .day, count: days.count)
    }
    var count = 0
    while naiveMoved(days.lowerBound, count, from.unit) <= days.upperBound { count += 1 }
    return NaiveRange(whole: days, days: days, unit: from.unit, count: count)
  }
}

extension ClosedRange where Bound == Day {
  var count: Int { upperBound.days(since: lowerBound) + 1 }

  /// The days in both; nil where there are none.
  func common(_ other: ClosedRange<Day>?) -> ClosedRange<Day>? {
    guard let other, overlaps(other) else { return nil }
    return clamped(to: other)
  }

  /// Every day.
  var each: [Day] { (0..<count).map { lowerBound.advanced(by: $0) } }

  func holds(_ other: ClosedRange<Day>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

// MARK: Ages

/// The day behind the last one of a video's first days.
func naiveEnd(ofFirst period: Period, posted: Day) -> Day {
  naiveMoved(posted, Int(period.count.whole ?? 0), period.unit)
}

/// The age of a video on a day; up to two days before it was posted it is 0, earlier there is none.
func naiveAge(_ day: Day, posted: Day, _ grain: Grain) -> Int? {
  guard day >= posted.advanced(by: -2) else { return nil }
  let day = max(day, posted)
  func whole(_ unit: CalendarUnit) -> Int {
    var count = 0
    while naiveMoved(posted, count + 1, unit) <= day { count += 1 }
    return count
  }
  switch grain {
  case .day: return whole(.day)
  case .week: return whole(.week)
  case .month: return whole(.month)
  case .quarter: return whole(.quarter)
  case .year: return whole(.year)
  case .hour, .weekday: return nil
  }
}
