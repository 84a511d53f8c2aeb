import TallyLanguage
import TallyPlan

/// A column of dates as read.
struct DateValues: Sendable {
  /// Seconds since 1970 UTC; of a bare date, midnight as if it were UTC.
  ///
  /// Empty, as is `isDate`, where every row has a bare date.
  fileprivate(set) var seconds: [Int64] = []
  fileprivate(set) var isDate: [Bool] = []
  /// The day as written, in the clock of the file.
  var days: [Int32] = []
  var validity = Validity(count: 0)
  /// Whether the years are not those of the file.
  var lacksYears = false

  var instants: InstantColumn {
    guard seconds.isEmpty else { return InstantColumn(seconds: seconds, isDate: isDate, validity: validity) }
    return InstantColumn(
      seconds: days.map { Int64($0) * 86_400 }, isDate: [Bool](repeating: true, count: days.count),
      validity: validity)
  }
}

/// What settles the years of dates that are written without one.
enum YearRule {
  /// The year of the last date.
  case last(Int)
  /// No date is later than the day of the export, or the day after it where the account's clock is ahead.
  case exported(Day)

  /// The year of the last date; nil where it lies too long before the export to be the end of what was exported.
  func year(ofLast month: Int, _ day: Int) -> Int? {
    switch self {
    case .last(let year): return year
    case .exported(let exported):
      let latest = Day(number: exported.number + 1)
      let years = [latest.civil.year, latest.civil.year - 1]
      let last = years.lazy.compactMap { Day(year: $0, month: month, day: day) }.first { $0 <= latest }
      guard let last, latest.number - last.number <= Self.longestLag else { return nil }
      return last.civil.year
    }
  }

  /// The newest days of an export lag by one or two.
  private static let longestLag: Int32 = 15
}

extension LoadOptions {
  /// What was said of the years comes before what was found out.
  var years: YearRule? { year.map { .last($0) } ?? exportDay.map { .exported($0.day) } }
}

/// Reads a column of dates: ISO dates and instants, year first with slashes, and what platforms write.
struct DateReader {
  let header: String
  /// Settles `03/04/2025`; nil where the column itself must.
  let order: LoadOptions.DateOrder?
  /// What settles the years of dates without one.
  let years: YearRule?
  /// The clock of times that name none.
  let zone: ZoneRules
  /// Whether long numbers are seconds or milliseconds since 1970; only a preset can say so.
  var readsUnixTime = false

  /// - Throws: F115 not a date, F138 dates in two forms, F116 month or day first, F117 year missing.
  /// - Complexity: O(bytes of the column).
  func read(_ source: CellSource, column: Int) throws(Diagnostic) -> DateValues {
    let rows = source.rowCount
    if let days = plainDays(source, column: column) {
      return DateValues(days: days, validity: Validity(count: rows))
    }
    var written: [WrittenDate?] = []
    written.reserveCapacity(rows)
    for row in 0..<rows {
      let cell = source.content(row, column)
      if isMissing(source.bytes.span, cell) {
        written.append(nil)
      } else if readsUnixTime, let date = WrittenDate(unixTime: source.bytes.span, cell) {
        written.append(date)
      } else if let date = WrittenDate(source.bytes.span, cell) {
        written.append(date)
      } else {
        throw bad(source, row, column)
      }
    }
    if let row = firstOfAnotherForm(written) {
      let place = source.place(row, column)
      throw .mixedDates(source.file, header: header, line: place.line, column: place.column)
    }
    let order = try settledOrder(written, source)
    let years = try settledYears(written, source)
    var values = DateValues()
    values.lacksYears = years != nil
    values.seconds.reserveCapacity(rows)
    for (row, date) in written.enumerated() {
      guard let date else {
        values.append(seconds: 0, isDate: false, day: 0, isPresent: false)
        continue
      }
      let (month, day) = date.monthAndDay(order)
      guard let written = Day(year: years?[row] ?? date.year, month: month, day: day) else {
        throw bad(source, row, column)
      }
      values.append(written, date.time, zone)
    }
    return values
  }

  /// The column as days, where every cell is `2026-03-14` or `2026/03/14`; nil at the first that is not.
  ///
  /// Most exports are in order of days, so a cell is mostly the same as the one above it.
  private func plainDays(_ source: CellSource, column: Int) -> [Int32]? {
    let text = source.bytes.span
    let rows = source.rowCount
    var days: [Int32] = []
    var last: (cell: Range<Int>, day: Int32)?
    for row in 0..<rows {
      let cell = source.content(row, column)
      guard cell.count == 10 else { return nil }
      if let last, areEqual(text, last.cell, text, cell) {
        days.append(last.day)
        continue
      }
      guard let date = WrittenDate(iso: text, cell),
        let day = Day(year: date.year, month: date.month, day: date.day)
      else { return nil }
      if days.isEmpty { days.reserveCapacity(rows) }
      days.append(day.number)
      last = (cell, day.number)
    }
    return days
  }

  private func bad(_ source: CellSource, _ row: Int, _ column: Int) -> Diagnostic {
    let place = source.place(row, column)
    return .badDate(source.file, header: header, line: place.line, column: place.column)
  }

  /// The first date with points in a column of dates with slashes, or the other way round; nil where there is one form.
  private func firstOfAnotherForm(_ dates: [WrittenDate?]) -> Int? {
    var hasPoints: Bool?
    for (row, date) in dates.enumerated() {
      guard let date, date.hasPoints || date.isOrderOpen else { continue }
      if let hasPoints, hasPoints != date.hasPoints { return row }
      hasPoints = date.hasPoints
    }
    return nil
  }

  /// Month or day first, by the numbers above 12, else by the option.
  private func settledOrder(
    _ dates: [WrittenDate?], _ source: CellSource
  ) throws(Diagnostic) -> LoadOptions.DateOrder {
    var isOpen = false
    for case .some(let date) in dates where date.isOrderOpen {
      isOpen = true
      if date.first > 12 { return .dmy }
      if date.second > 12 { return .mdy }
    }
    guard isOpen else { return .mdy }
    if let order { return order }
    throw .unclearDateOrder(source.file, header: header)
  }

  /// The year of each row, where the dates have none: the last date has the year given, and years change where the
  /// calendar runs backwards.
  private func settledYears(_ dates: [WrittenDate?], _ source: CellSource) throws(Diagnostic) -> [Int]? {
    guard dates.contains(where: { $0?.year == 0 }) else { return nil }
    guard let rule = self.years else { throw .yearMissing(source.file, header: header) }
    let places = dates.map { date in date.map { $0.month * 31 + $0.day } }
    let known = places.compactMap { $0 }
    // Around the year, the shorter way tells whether time runs on or back: December 31 to January 1 runs on.
    let around = zip(known, known.dropFirst()).map { ($1 - $0 + 372) % 372 }
    let isAscending = around.count { (1..<186).contains($0) } >= around.count { $0 >= 186 }
    let backwards = isAscending ? Array(dates.indices.reversed()) : Array(dates.indices)
    guard let last = backwards.lazy.compactMap({ dates[$0] }).first else { return nil }
    guard var current = rule.year(ofLast: last.month, last.day) else {
      throw .yearMissing(source.file, header: header)
    }
    var years = [Int](repeating: current, count: dates.count)
    var later: Int?
    for row in backwards {
      guard let place = places[row] else { continue }
      if let later, place > later { current -= 1 }
      later = place
      years[row] = dates[row]?.year == 0 ? current : dates[row]?.year ?? current
    }
    return years
  }
}

extension DateValues {
  fileprivate mutating func append(seconds: Int64, isDate: Bool, day: Int32, isPresent: Bool) {
    self.seconds.append(seconds)
    self.isDate.append(isDate)
    days.append(day)
    validity.append(isPresent)
  }

  fileprivate mutating func append(_ day: Day, _ time: WrittenTime?, _ zone: ZoneRules) {
    let midnight = Int64(day.number) * 86_400
    guard let time else { return append(seconds: midnight, isDate: true, day: day.number, isPresent: true) }
    let local = midnight + Int64(time.seconds)
    let instant = time.offset.map { local - Int64($0) } ?? zone.instant(local: local)
    append(seconds: instant, isDate: false, day: day.number, isPresent: true)
  }
}
