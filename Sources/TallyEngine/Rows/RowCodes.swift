/// Where the rows of a table say which of some values they have.
enum RowCodes: Sendable {
  /// A number for each row, such as that of its video or of a text.
  case numbers(ColumnValues<UInt32>)
  /// The day of each row: code 0 for one that is not known, else 1 more than the days since the first.
  case days(ColumnValues<Int32>, DayIndex)

  /// The code of one row; for single rows, not for loops.
  subscript(row: Int) -> Int {
    switch self {
    case .numbers(let numbers): Int(numbers[row])
    case .days(let days, let index): index.code(of: days[row])
    }
  }

  /// Whether these are the same codes of the same rows, as two attributes of a video are read by.
  func areSame(as other: RowCodes) -> Bool {
    if case .numbers(let own) = self, case .numbers(let others) = other {
      own.isSame(as: others)
    } else {
      false
    }
  }

  /// Calls a body with the place and the code of each of some rows.
  @inline(__always)
  func forEach(_ rows: Block.Rows, _ count: Int, _ body: (_ place: Int, _ code: Int) -> Void) {
    switch self {
    case .numbers(let numbers):
      numbers.withUnsafeBufferPointer { numbers in
        rows.forEach(count) { place, row in body(place, Int(numbers[row])) }
      }
    case .days(let days, let index):
      let before = index.firstCode - 1
      days.withUnsafeBufferPointer { days in
        rows.forEach(count) { place, row in body(place, max(Int(days[row]), before) - before) }
      }
    }
  }

  /// The code of each row, where they lie in memory as they are; good as long as the codes are kept.
  var pointer: UnsafePointer<UInt32>? {
    if case .numbers(let numbers) = self { numbers.pointer } else { nil }
  }
}

extension DayIndex {
  /// The day with code 1.
  var firstCode: Int { Int(range?.lowerBound ?? 0) }

  /// The day of each code; the first stands for one that is not known.
  var codedDays: [Int32] { [.min] + (range.map(Array.init) ?? []) }

  /// Calls a body with each stretch of rows that have one day, where rows stand in order of days.
  func forEachDay(
    of days: ColumnValues<Int32>, in rows: Range<Int>, _ body: (_ rows: Range<Int>, _ code: Int) -> Void
  ) {
    var start = rows.lowerBound
    while start < rows.upperBound {
      let day = days[start]
      // Most days have about as many rows as the others.
      var (low, step) = (start, 64)
      while low + step < rows.upperBound, days[low + step] == day { (low, step) = (low + step, 2 * step) }
      let end = days[low..<min(low + step, rows.upperBound)].firstPosition { $0 != day }
      body(start..<end, code(of: day))
      start = end
    }
  }

  /// The code of a day that it has, 0 for one that is not known.
  func code(of day: Int32) -> Int { max(Int(day), firstCode - 1) - firstCode + 1 }
}

extension Block.Rows {
  /// Calls a body with the place and the number of each of so many rows.
  @inline(__always)
  func forEach(_ count: Int, _ body: (_ place: Int, _ row: Int) -> Void) {
    switch self {
    case .run(let first): for place in 0..<count { body(place, first + place) }
    case .list(let rows): for place in 0..<count { body(place, Int(rows[place])) }
    case .bits(let bits): bits.forEach(body)
    }
  }
}
