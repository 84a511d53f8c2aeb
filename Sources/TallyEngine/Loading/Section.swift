import TallyLanguage

/// One of the tables that stand below each other in a file, parted by blank lines.
struct Section {
  /// Lines of one cell above the header, such as the title of a Meta metric.
  var titles: [String] = []
  var headers: [String] = []
  /// From behind the header to the end of the last row; lines of one cell below the rows are notes and not among them.
  var rows = 0..<0
}

extension Section {
  /// Every table of a text, in order; a block without a header is none.
  ///
  /// - Throws: F108...F110.
  /// - Complexity: O(length).
  static func all(
    _ text: Span<UInt8>, from start: Int, _ scanner: RecordScanner
  ) throws(Diagnostic) -> [Section] {
    var sections: [Section] = []
    var section = Section()
    var position = start
    func close() {
      if !section.headers.isEmpty { sections.append(section) }
      section = Section()
    }
    while let (cells, next) = try scanner.record(text, at: position) {
      guard let recordStart = cells.first?.lowerBound else { break }
      if isBlankLine(text, position..<recordStart) { close() }
      position = next
      let written = cells.map { cellText(text, $0) }
      let filled = written.count { !$0.isEmpty }
      if filled == 0 {
        close()
      } else if !section.headers.isEmpty {
        if filled > 1 || section.headers.count == 1 { section.rows = section.rows.lowerBound..<next }
      } else if filled == 1 {
        section.titles.append(written.first { !$0.isEmpty } ?? "")
      } else {
        section.headers = written
        section.rows = next..<next
      }
    }
    close()
    return sections
  }

  /// Whether a line without any byte lies between two records.
  private static func isBlankLine(_ text: Span<UInt8>, _ gap: Range<Int>) -> Bool {
    var lines = 0
    for index in gap
    where text[index] == 10 || (text[index] == 13 && !(index + 1 < text.count && text[index + 1] == 10)) {
      lines += 1
    }
    return lines > 1
  }
}
