/// Which values of a column are present, kept apart from the values; a missing value is stored as zero.
package struct Validity: Sendable, Hashable {
  /// One bit a row, set where the value is present; empty when none is missing.
  private var words: [UInt64]
  package private(set) var count: Int
  package private(set) var missingCount: Int

  /// All present.
  package init(count: Int) {
    words = []
    self.count = count
    missingCount = 0
  }

  package init(_ present: some Sequence<Bool>) {
    self.init(count: 0)
    for isPresent in present { append(isPresent) }
  }

  package var isComplete: Bool { missingCount == 0 }

  /// Whether a row's value is present.
  package subscript(row: Int) -> Bool {
    isComplete || words[row >> 6] & (1 << UInt64(row & 63)) != 0
  }

  /// Which of 64 rows have a value, a bit each.
  ///
  /// - Parameter row: the first, a multiple of 64 and one of the column's.
  func bits(at row: Int) -> UInt64 { isComplete ? .max : words[row >> 6] }

  /// The rows whose value is missing, ascending.
  ///
  /// - Complexity: O(1) where none is, else O(rows / 64 + missing).
  var missing: [Int] {
    var rows: [Int] = []
    for (place, word) in words.enumerated() where word != .max {
      var bits = ~word
      while bits != 0 {
        let row = (place << 6) + bits.trailingZeroBitCount
        if row < count { rows.append(row) }
        bits &= bits - 1
      }
    }
    return rows
  }

  /// Adds a row at the end that is present or missing.
  package mutating func append(_ isPresent: Bool) {
    if isPresent && isComplete {
      count += 1
      return
    }
    if isComplete {
      words = [UInt64](repeating: .max, count: (count + 63) / 64)
      let used = UInt64(count & 63)
      if used != 0 { words[words.count - 1] = (1 << used) - 1 }
    }
    if count & 63 == 0 { words.append(0) }
    if isPresent {
      words[count >> 6] |= 1 << UInt64(count & 63)
    } else {
      missingCount += 1
    }
    count += 1
  }

  /// Makes room for a number of rows in all.
  package mutating func reserveCapacity(_ rows: Int) {
    if !isComplete { words.reserveCapacity((rows + 63) / 64) }
  }
}
