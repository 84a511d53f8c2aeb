/// Which of some rows have no value, noted while they are read.
struct MissingBits: Sendable {
  private let rows: Range<Int>
  /// One bit a row, from that of the word in which the first row stands; empty as long as none is missing.
  private var words: [UInt64] = []

  init(rows: Range<Int>) { self.rows = rows }

  mutating func insert(_ row: Int) {
    if words.isEmpty {
      words = [UInt64](repeating: 0, count: (rows.upperBound >> 6) - (rows.lowerBound >> 6) + 1)
    }
    words[row >> 6 - rows.lowerBound >> 6] |= 1 << UInt64(row & 63)
  }

  /// Which rows of a table have values, told by all its parts.
  static func validity(_ parts: [MissingBits], rows: Int) -> Validity {
    guard parts.contains(where: { !$0.words.isEmpty }) else { return Validity(count: rows) }
    var present = [UInt64](repeating: .max, count: (rows + 63) >> 6)
    if rows & 63 != 0 { present[present.count - 1] = (1 << UInt64(rows & 63)) - 1 }
    for part in parts {
      let first = part.rows.lowerBound >> 6
      for (place, word) in part.words.enumerated() where word != 0 { present[first + place] &= ~word }
    }
    return Validity(words: present, count: rows)
  }
}
