import TallyLanguage

/// Where every cell of a file stands: the first stage of reading, which looks for separators and nothing else.
///
/// Cells are byte ranges of the text, quotes included, so that each column can be read in a loop of its own.
struct RecordIndex: Sendable {
  /// Cells in every record.
  let width: Int
  /// Offset of the first byte of each record.
  fileprivate(set) var starts: [UInt32] = []
  /// Offset behind each cell, record by record.
  fileprivate(set) var ends: [UInt32] = []
  /// The rows behind a line without anything in it, in order; only of an index of whole text.
  fileprivate(set) var behindBlankLines: [Int] = []

  var rowCount: Int { starts.count }

  init(width: Int) { self.width = width }

  /// Rows without anything in them.
  init(blankRows rows: Int, width: Int) {
    self.width = width
    starts = [UInt32](repeating: 0, count: rows)
    ends = (0..<(rows * width)).map { UInt32($0 % width) }
  }

  /// Adds a record; `ends` has one offset a cell.
  mutating func append(start: Int, ends cells: [Int]) {
    starts.append(UInt32(truncatingIfNeeded: start))
    ends += cells.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Makes room for the records of further bytes, going by those so far and one in eight more; room that is never
  /// written to takes no memory.
  fileprivate mutating func reserve(for bytes: Int, afterBytes known: Int) {
    let further = Int(Double(bytes) * Double(rowCount) / Double(max(known, 1)) * 1.125)
    starts.reserveCapacity(rowCount + further)
    ends.reserveCapacity((rowCount + further) * width)
  }

  /// The index of one record alone.
  func keeping(_ row: Int) -> RecordIndex {
    var kept = RecordIndex(width: width)
    kept.starts = [starts[row]]
    kept.ends = Array(ends[(row * width)..<((row + 1) * width)])
    return kept
  }

  /// The index without some records.
  func removing(_ rows: Set<Int>) -> RecordIndex {
    guard !rows.isEmpty else { return self }
    var kept = RecordIndex(width: width)
    for row in 0..<rowCount where !rows.contains(row) {
      kept.starts.append(starts[row])
      kept.ends += ends[(row * width)..<((row + 1) * width)]
    }
    return kept
  }

  /// The bytes of a cell, with its quotes if it has any.
  @inline(__always)
  func cell(_ row: Int, _ column: Int) -> Range<Int> {
    let slot = row * width + column
    let start = column == 0 ? Int(starts[row]) : Int(ends[slot - 1]) + 1
    return start..<Int(ends[slot])
  }
}

/// Splits text into records and cells by RFC 4180.
///
/// Quoted cells may hold separators, line breaks and doubled quotes;
/// records end with LF, CRLF or CR; the last needs no end. Lines without any byte are skipped.
struct RecordScanner {
  let file: String
  let separator: UInt8

  /// No record may be longer; a longer one is damage, and reading it on would find nothing.
  static let longestRecord = 16 << 20
  /// So many records tell how long the others are.
  private static let sample = 512
  private static let quote = UInt8(ascii: "\"")

  /// The cells of the record at `start`, and the offset of the next record; nil at the end of the text.
  ///
  /// - Throws: F108 unclosed quote, F109 text behind a closing quote, F110 record too long.
  func record(_ text: Span<UInt8>, at start: Int) throws(Diagnostic) -> (cells: [Range<Int>], next: Int)? {
    var position = start
    while position < text.count, text[position].isLineBreak { position += 1 }
    guard position < text.count else { return nil }
    var cells: [Range<Int>] = []
    var cellStart = position
    while true {
      let end = try cellEnd(text, from: cellStart, record: position)
      cells.append(cellStart..<end)
      guard end < text.count, text[end] == separator else { return (cells, end) }
      cellStart = end + 1
    }
  }

  /// The first cell of the record at `start`; nil at the end of the text.
  ///
  /// - Throws: F108, F109, F110.
  func firstCell(_ text: Span<UInt8>, at start: Int) throws(Diagnostic) -> Range<Int>? {
    var position = start
    while position < text.count, text[position].isLineBreak { position += 1 }
    guard position < text.count else { return nil }
    return position..<(try cellEnd(text, from: position, record: position))
  }

  /// The cells of all records from `start` on.
  ///
  /// - Throws: F107 ragged row, F108, F109, F110, F111 file too large.
  /// - Complexity: O(length).
  func index(_ text: Span<UInt8>, from start: Int, width: Int) throws(Diagnostic) -> RecordIndex {
    guard text.count < Int(UInt32.max) else { throw .tooLarge(file) }
    var index = RecordIndex(width: width)
    var position = start
    var wasBlank = false
    while true {
      let lineEnd = position
      while position < text.count, text[position].isLineBreak { position += 1 }
      guard position < text.count else { return index }
      let record = position
      // A line ends with one break, or two of which the second is that of CRLF.
      let breaks = record - lineEnd
      if wasBlank || breaks > 2 || (breaks == 2 && text[lineEnd] == text[lineEnd + 1]) {
        index.behindBlankLines.append(index.rowCount)
      }
      index.starts.append(UInt32(truncatingIfNeeded: record))
      var cells = 0
      while true {
        let end = try cellEnd(text, from: position, record: record)
        cells += 1
        if cells <= width { index.ends.append(UInt32(truncatingIfNeeded: end)) }
        position = end
        guard end < text.count, text[end] == separator else { break }
        position = end + 1
      }
      if cells != width {
        let cell = cells < width ? position : index.cell(index.rowCount - 1, width - 1).upperBound
        let place = TallyEngine.position(of: cell, in: text)
        throw .ragged(file, line: place.line, column: place.column, expected: width, found: cells)
      }
      wasBlank = position - record < 3 * width && isBlank(text, record..<position)
      if index.rowCount == Self.sample {
        index.reserve(for: text.count - position, afterBytes: position - start)
      }
    }
  }

  /// Whether a line holds nothing but separators, quotes and blanks.
  private func isBlank(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.allSatisfy { text[$0] == separator || text[$0] == Self.quote || text[$0] == 32 || text[$0] == 9 }
  }

  /// The offset behind the cell that starts at `start`: of its separator, its line break, or the end of the text.
  @inline(__always)
  private func cellEnd(_ text: Span<UInt8>, from start: Int, record: Int) throws(Diagnostic) -> Int {
    let limit = min(text.count, record + Self.longestRecord)
    var end = start
    if start < text.count, text[start] == Self.quote {
      end = try closingQuote(text, from: start, limit: limit) + 1
      guard end < text.count, text[end] != separator, !text[end].isLineBreak else { return end }
      let place = TallyEngine.position(of: end, in: text)
      throw .textAfterQuote(file, line: place.line, column: place.column)
    }
    // Eight bytes at a time; the lowest mark is exact.
    while end + 8 <= limit {
      let word = UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: end, as: UInt64.self))
      let marks = marks(word, separator) | marks(word, 10) | marks(word, 13)
      if marks != 0 { return end + marks.trailingZeroBitCount >> 3 }
      end += 8
    }
    while end < limit {
      let byte = text[end]
      if byte == separator || byte == 10 || byte == 13 { return end }
      end += 1
    }
    if limit < text.count {
      throw .recordTooLong(file, line: TallyEngine.position(of: record, in: text).line)
    }
    return end
  }

  /// The highest bit of each byte that is a given one, up to the lowest of them; what is set above that may be wrong.
  @inline(__always)
  private func marks(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// The offset of the quote that closes the one at `start`.
  private func closingQuote(_ text: Span<UInt8>, from start: Int, limit: Int) throws(Diagnostic) -> Int {
    var position = start + 1
    while position < limit {
      if text[position] == Self.quote {
        if position + 1 < text.count, text[position + 1] == Self.quote {
          position += 2
          continue
        }
        return position
      }
      position += 1
    }
    let place = TallyEngine.position(of: start, in: text)
    throw .unclosedQuote(file, line: place.line, column: place.column)
  }
}

extension UInt8 {
  var isLineBreak: Bool { self == 10 || self == 13 }
  var isASCIIDigit: Bool { self &- 48 < 10 }
}

/// The bytes of a cell without its quotes and outer blanks, and whether doubled quotes remain in it.
@inline(__always)
func content(_ text: Span<UInt8>, _ cell: Range<Int>) -> Range<Int> {
  var start = cell.lowerBound
  var end = cell.upperBound
  if end - start >= 2, text[start] == UInt8(ascii: "\""), text[end - 1] == UInt8(ascii: "\"") {
    start += 1
    end -= 1
  }
  while start < end, text[start] == 32 || text[start] == 9 { start += 1 }
  while end > start, text[end - 1] == 32 || text[end - 1] == 9 { end -= 1 }
  return start..<end
}

/// The text of a cell: without quotes and outer blanks, doubled quotes as one.
func cellText(_ text: Span<UInt8>, _ cell: Range<Int>) -> String {
  let isQuoted = cell.count >= 2 && text[cell.lowerBound] == UInt8(ascii: "\"")
  return string(text, content(text, cell), isQuoted: isQuoted)
}

/// The text of a cell's content.
func string(_ text: Span<UInt8>, _ range: Range<Int>, isQuoted: Bool) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(range.count)
  var index = range.lowerBound
  while index < range.upperBound {
    bytes.append(text[index])
    let isDoubled =
      isQuoted && text[index] == UInt8(ascii: "\"") && index + 1 < range.upperBound
      && text[index + 1] == UInt8(ascii: "\"")
    index += isDoubled ? 2 : 1
  }
  return String(decoding: bytes, as: UTF8.self)
}
