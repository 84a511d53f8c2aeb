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

  /// The bits of so many rows, 64 a word; bits behind the last row mean nothing.
  ///
  /// - Returns: nil where there are not just as many words as the rows need.
  init?(words: [UInt64], count: Int) {
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
