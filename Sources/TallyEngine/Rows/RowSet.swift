/// Rows of a table, ascending; a row may stand in it more than once only where rows are listed.
struct RowSet: Sendable {
  enum Storage: Sendable {
    /// Rows side by side, which takes no memory.
    case run(Range<Int>)
    /// Rows with a bit each.
    case mask(RowMask)
    /// Row numbers.
    case list([UInt32])
  }
  let storage: Storage
  let work: Work

  init(_ storage: Storage, _ work: Work) {
    self.storage = storage
    self.work = work
  }

  init(_ rows: [UInt32], _ work: Work) { self.init(.list(rows), work) }

  /// Every row of a table.
  static func all(_ count: Int, _ work: Work) -> RowSet { RowSet(.run(0..<count), work) }

  var count: Int {
    switch storage {
    case .run(let rows): rows.count
    case .mask(let mask): mask.count
    case .list(let rows): rows.count
    }
  }

  /// The number of each row, one after the other.
  var numbers: [UInt32] {
    switch storage {
    case .run(let rows): return rows.map { UInt32(truncatingIfNeeded: $0) }
    case .list(let rows): return rows
    case .mask:
      var numbers: [UInt32] = []
      numbers.reserveCapacity(count)
      forEach { numbers.append(UInt32(truncatingIfNeeded: $0)) }
      return numbers
    }
  }

  /// Calls a body with each row.
  @inline(__always)
  func forEach(_ body: (_ row: Int) -> Void) {
    switch storage {
    case .run(let rows): for row in rows { body(row) }
    case .mask(let mask): mask.forEach(in: mask.rows, body)
    case .list(let rows): for row in rows { body(Int(row)) }
    }
  }

  /// One value for each row, read from one for each row of the table.
  func gather<Value>(_ values: ColumnValues<Value>) -> [Value] {
    var gathered: [Value] = []
    gathered.reserveCapacity(count)
    forEach { gathered.append(values[$0]) }
    return gathered
  }

  /// The rows that a test holds for; itself where it holds for all.
  @inline(__always)
  func keeping(_ holds: @Sendable (_ row: Int) -> Bool) -> RowSet {
    keepingBits { rows, wanted in
      var bits = wanted
      for row in rows where !holds(row) { bits &= ~(1 << UInt64(row & 63)) }
      return bits
    }
  }

  /// The rows that a test holds for, asked for up to 64 rows at once that stand side by side, the first at a multiple of 64.
  ///
  /// - Parameter holds: given the rows and which of them matter, a bit each; other bits of what it gives are ignored.
  @inline(__always)
  func keepingBits(_ holds: @Sendable (_ rows: Range<Int>, _ wanted: UInt64) -> UInt64) -> RowSet {
    let kept: RowSet
    switch storage {
    case .run(let rows): kept = RowSet(.mask(RowMask(rows, within: nil, work, holds)), work)
    case .mask(let mask): kept = RowSet(.mask(RowMask(mask.rows, within: mask, work, holds)), work)
    case .list(let rows):
      kept = RowSet(
        rows.filter { row in
          let bit: UInt64 = 1 << UInt64(row & 63)
          return holds(Int(row)..<Int(row) + 1, bit) & bit != 0
        }, work)
    }
    return kept.count == count ? self : kept
  }
}
