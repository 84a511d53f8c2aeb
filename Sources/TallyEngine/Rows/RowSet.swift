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

  /// Whether rows are listed by number, in any order.
  var isListed: Bool { if case .list = storage { true } else { false } }

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
    keepingBits { rows, words in
      rows.setBits(words) { row in holds(row) }
    }
  }

  /// The rows that a test holds for; itself where it holds for all.
  ///
  /// - Parameter setBits: given at most `RowMask.length` rows side by side, the first at a multiple of 64, and room for
  ///   a bit for each, all of which it sets or clears; those beyond the last row do not matter.
  @inline(__always)
  func keepingBits(
    _ setBits: @Sendable (_ rows: Range<Int>, _ words: UnsafeMutablePointer<UInt64>) -> Void
  ) -> RowSet {
    let kept: RowSet
    switch storage {
    case .run(let rows): kept = RowSet(.mask(RowMask(rows, within: nil, work, setBits)), work)
    case .mask(let mask): kept = RowSet(.mask(RowMask(mask.rows, within: mask, work, setBits)), work)
    case .list(let rows):
      guard let last = rows.max() else { return self }
      let all = RowMask(0..<Int(last) + 1, within: nil, work, setBits)
      kept = RowSet(rows.filter { all.word(at: Int($0) & ~63) >> UInt64($0 & 63) & 1 == 1 }, work)
    }
    return kept.count == count ? self : kept
  }
}

extension Range<Int> {
  /// Sets a bit for each row of the range that a test holds for; the first stands at a multiple of 64.
  @inline(__always)
  func setBits(_ words: UnsafeMutablePointer<UInt64>, _ holds: (_ row: Int) -> Bool) {
    for start in stride(from: lowerBound, to: upperBound, by: 64) {
      var bits: UInt64 = 0
      for row in start..<Swift.min(start + 64, upperBound) {
        bits |= (holds(row) ? 1 : 0) << UInt64(row & 63)
      }
      words[(start - lowerBound) >> 6] = bits
    }
  }
}
