/// Where the days of a table's rows lie, so that the rows of some days are found without reading all of them.
///
/// Made once for each table; a day that is not known is `Int32.min`.
package struct DayIndex: Sendable, Hashable {
  /// How many rows a block has; the last may have fewer.
  static let blockLength = 1 << 16

  /// The lowest and the highest day of each block of rows; a day that is not known counts as the lowest there is.
  let blocks: [ClosedRange<Int32>]
  /// Whether no row stands before the one in front of it, and every day is known.
  let isAscending: Bool
  /// The days that are known and have rows, ascending, each once.
  package let distinct: [Int32]

  /// First and last day known; nil without one.
  package var range: ClosedRange<Int32>? {
    if let first = distinct.first, let last = distinct.last { first...last } else { nil }
  }

  /// - Complexity: O(rows), on as many cores as there are.
  package init(_ days: ColumnValues<Int32>) {
    let count = (days.count + DayIndex.blockLength - 1) / DayIndex.blockLength
    let parts = concurrently(count) { block in
      let start = block * DayIndex.blockLength
      return BlockDays(days, start..<min(start + DayIndex.blockLength, days.count))
    }
    blocks = parts.map(\.range)
    isAscending =
      parts.allSatisfy(\.isAscending)
      && zip(parts, parts.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }
    if isAscending {
      distinct = parts.reduce(into: []) { all, part in
        all += part.distinct.first == all.last ? part.distinct.dropFirst() : part.distinct[...]
      }
    } else {
      distinct = Set(parts.lazy.flatMap(\.distinct)).sorted()
    }
  }

  /// The blocks that some rows lie in; `rows` is not empty.
  func blocks(of rows: Range<Int>) -> ArraySlice<ClosedRange<Int32>> {
    blocks[rows.lowerBound / DayIndex.blockLength...(rows.upperBound - 1) / DayIndex.blockLength]
  }

  /// How many days of a range have a row.
  func countDays(in range: ClosedRange<Int32>) -> Int {
    distinct.firstPosition { $0 > range.upperBound } - distinct.firstPosition { $0 >= range.lowerBound }
  }
}

/// What the index keeps of one block.
private struct BlockDays: Sendable {
  var range: ClosedRange<Int32> = .min ... .min
  var isAscending = true
  var distinct: [Int32] = []

  init(_ days: ColumnValues<Int32>, _ rows: Range<Int>) {
    var (low, high) = (Int32.max, Int32.min)
    var previous = Int32.min
    days.withUnsafeBufferPointer { days in
      for day in days[rows] where day != previous || day == .min {
        (low, high) = (min(low, day), max(high, day))
        isAscending = isAscending && day > previous
        if day != .min, day != previous { distinct.append(day) }
        previous = day
      }
    }
    range = low <= high ? low...high : .min ... .min
    if !isAscending { distinct = Array(Set(distinct)) }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first position whose element passes a test that holds for all elements from some place on; the count where none
  /// does.
  ///
  /// - Complexity: O(log n).
  @inline(__always)
  func firstPosition(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
