/// Which values of a column are present, kept apart from the values; a missing value is stored as zero.
package struct Validity: Sendable, Hashable {
  /// One bit a row, set where the value is present; empty when none is missing.
  private(set) var words: [UInt64]
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

  /// One bit a row, from the lowest of the first word on; those behind the last row are not set.
  init(words: [UInt64], count: Int) {
    let present = words.reduce(0) { $0 + $1.nonzeroBitCount }
    self.words = present == count ? [] : words
    self.count = count
    missingCount = count - present
  }

  /// Present where the value of a row passes a test.
  @inline(__always)
  init<Value>(of values: ColumnValues<Value>, _ isPresent: @Sendable (Value) -> Bool) {
    // Parts start with a word, so that no two threads write to one.
    let parts = stretches(of: values.count)
    let words = concurrently(parts.count) { part in
      values.withUnsafeBufferPointer { values in
        stride(from: parts[part].lowerBound, to: parts[part].upperBound, by: 64).map { start -> UInt64 in
          var bits: UInt64 = 0
          for row in start..<min(start + 64, parts[part].upperBound) {
            bits |= (isPresent(values[row]) ? 1 : 0) << UInt64(row & 63)
          }
          return bits
        }
      }
    }
    self.init(words: Array(words.joined()), count: values.count)
  }

  /// The bits of so many rows, 64 a word; bits behind the last row mean nothing.
  ///
  /// - Returns: nil where there are not just as many words as the rows need.
  init?(stored words: [UInt64], count: Int) {
    guard count > 0, words.count == (count - 1) / 64 + 1 else { return nil }
    var words = words
    if count & 63 != 0 { words[words.count - 1] &= (1 << UInt64(count & 63)) - 1 }
    let present = words.reduce(0) { $0 + $1.nonzeroBitCount }
    self.count = count
    missingCount = count - present
    self.words = present == count ? [] : words
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
