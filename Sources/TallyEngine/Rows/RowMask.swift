/// Rows of a table with a bit each.
struct RowMask: Sendable {
  /// The rows that have a bit, the first of them at a multiple of 64.
  let rows: Range<Int>
  /// Bits of the rows beyond the last are 0.
  let words: [UInt64]
  /// How many bits are set.
  let count: Int

  /// How many rows a test is asked about at once, at most.
  static let length = 4096

  /// Sets the bits of rows that a test holds for, on as many cores as there are.
  ///
  /// - Parameters:
  ///   - mask: the only rows that may be set; nil for all of `rows`.
  ///   - setBits: see `RowSet.keepingBits`.
  @inline(__always)
  init(
    _ rows: Range<Int>, within mask: RowMask?, _ work: Work,
    _ setBits: @Sendable (Range<Int>, UnsafeMutablePointer<UInt64>) -> Void
  ) {
    let first = rows.lowerBound & ~63
    let parts = concurrently(over: pieces(of: first..<rows.upperBound, length: work.pieceLength)) {
      piece -> (words: [UInt64], count: Int) in
      var count = 0
      let words = [UInt64](unsafeUninitializedCapacity: (piece.count + 63) / 64) { buffer, length in
        guard let first = buffer.baseAddress else { return }
        for start in stride(from: piece.lowerBound, to: piece.upperBound, by: RowMask.length) {
          if work.isCancelled() { break }
          let some = start..<min(start + RowMask.length, piece.upperBound)
          setBits(some, first + length)
          for row in stride(from: some.lowerBound, to: some.upperBound, by: 64) {
            var wanted = mask.map { $0.word(at: row) } ?? .max
            if row < rows.lowerBound { wanted &= .max << UInt64(rows.lowerBound - row) }
            if rows.upperBound - row < 64 { wanted &= (1 << UInt64(rows.upperBound - row)) - 1 }
            first[length] &= wanted
            count += first[length].nonzeroBitCount
            length += 1
          }
        }
      }
      return (words: words, count: count)
    }
    self.rows = first..<rows.upperBound
    words = parts.count == 1 ? parts[0].words : parts.flatMap(\.words)
    count = parts.reduce(0) { $0 + $1.count }
  }

  private init(rows: Range<Int>, words: [UInt64], count: Int) {
    self.rows = rows
    self.words = words
    self.count = count
  }

  /// The rows before the one so many behind the first.
  func prefix(_ length: Int) -> RowMask {
    let words = Array(words.prefix((length + 63) / 64))
    return RowMask(
      rows: rows.prefix(words.count * 64), words: words, count: words.reduce(0) { $0 + $1.nonzeroBitCount })
  }

  /// The bits of 64 rows.
  ///
  /// - Parameter row: the first, at a multiple of 64.
  @inline(__always)
  func word(at row: Int) -> UInt64 {
    let place = (row - rows.lowerBound) >> 6
    return words.indices.contains(place) ? words[place] : 0
  }

  /// The bits of 64 rows, those outside of a range 0.
  @inline(__always)
  private func word(at row: Int, within range: Range<Int>) -> UInt64 {
    var bits = word(at: row)
    if row < range.lowerBound { bits &= .max << UInt64(range.lowerBound - row) }
    if range.upperBound - row < 64 { bits &= (1 << UInt64(range.upperBound - row)) - 1 }
    return bits
  }

  /// Calls a body with each row of a range whose bit is set.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (_ row: Int) -> Void) {
    for start in stride(from: range.lowerBound & ~63, to: range.upperBound, by: 64) {
      var bits = word(at: start, within: range)
      while bits != 0 {
        body(start + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  /// Copies the bits of a range, those outside of it 0, and counts them.
  func copy(_ range: Range<Int>, to words: UnsafeMutablePointer<UInt64>) -> Int {
    var count = 0
    for (place, start) in stride(from: range.lowerBound & ~63, to: range.upperBound, by: 64).enumerated() {
      let bits = word(at: start, within: range)
      words[place] = bits
      count &+= bits.nonzeroBitCount
    }
    return count
  }
}
