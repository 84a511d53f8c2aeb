import TallyLanguage

/// Reading rows of which one text is written as it is: its quotes are not doubled, and its separators look like any other.
extension RecordScanner {
  /// The cells of all records, in which every cell stands in quotes and one of them escapes nothing.
  ///
  /// A record is told from its ends: the cells before that text from the front, those behind it from the back. It may
  /// run over several lines, as long as it has no cell that `anchor` accepts.
  ///
  /// - Parameters:
  ///   - free: the column of the text that escapes nothing.
  ///   - anchor: a column behind it, and what its cells hold.
  /// - Returns: the index, and how many records only their ends told.
  /// - Throws: F107 for a line that has no such ends; F110, F111.
  /// - Complexity: O(length).
  func unescapedIndex(
    _ text: Span<UInt8>, from start: Int, width: Int, free: Int, anchor: (column: Int, text: String)
  ) throws(Diagnostic) -> (index: RecordIndex, toldByEnds: Int) {
    guard text.count < Int(UInt32.max) else { throw .tooLarge(file) }
    var index = RecordIndex(width: width)
    var toldByEnds = 0
    var position = start
    while true {
      while position < text.count, text[position].isLineBreak { position += 1 }
      guard position < text.count else { return (index, toldByEnds) }
      var end = lineEnd(text, from: position)
      var ends = cellEnds(text, position..<end, width: width, free: free, anchor: anchor)
      while ends == nil, end < text.count, end - position < Self.longestUnescaped {
        end = lineEnd(text, from: end + 1)
        ends = cellEnds(text, position..<end, width: width, free: free, anchor: anchor)
      }
      guard let ends else {
        let place = TallyEngine.position(of: position, in: text)
        throw .unclearEnds(file, line: place.line)
      }
      index.append(start: position, ends: ends.cells)
      if ends.cutsMore { toldByEnds += 1 }
      position = end
    }
  }

  /// Titles are not longer than this, so that a damaged row does not read on to the end of the file.
  private static let longestUnescaped = 1 << 16

  private func lineEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count, !text[end].isLineBreak { end += 1 }
    return end
  }

  /// Where the cells of a record end; nil where the record is not whole.
  private func cellEnds(
    _ text: Span<UInt8>, _ record: Range<Int>, width: Int, free: Int, anchor: (column: Int, text: String)
  ) -> (cells: [Int], cutsMore: Bool)? {
    let quote = UInt8(ascii: "\"")
    guard record.count >= 2, text[record.lowerBound] == quote, text[record.upperBound - 1] == quote else {
      return nil
    }
    var cuts: [Int] = []
    for place in record.dropFirst().dropLast()
    where text[place] == separator && text[place - 1] == quote && text[place + 1] == quote {
      cuts.append(place)
    }
    guard cuts.count >= width - 1 else { return nil }
    let cells = Array(cuts.prefix(free)) + Array(cuts.suffix(width - 1 - free)) + [record.upperBound]
    let link = (cells[anchor.column - 1] + 1)..<cells[anchor.column]
    guard string(text, link, isQuoted: false).contains(anchor.text) else { return nil }
    return (cells, cuts.count > width - 1)
  }
}
