import TallyLanguage

/// One of several tables that stand in one file, below each other.
struct Section: Sendable {
  /// The lines above the header that hold one cell: `Top countries`.
  let titles: [String]
  /// Headers as written, outer blanks taken off.
  let headers: [String]
  /// The bytes behind the header, up to the blank line or the end of the file; empty where there are no rows.
  let rows: Range<Int>
  /// Lines with anything in them: titles, header, rows and notes.
  var lines = 0
  /// Lines of one cell below the last row, which are notes.
  var notes = 0
}

/// The tables of a file that stand below each other, each behind a blank line: titles, a header, rows.
///
/// A line is blank where none of its cells holds anything, so `,,,` is one. A title is a line of one cell above a wider
/// one, or above another title; a section of nothing but titles has no headers. A file of one table is one section.
/// Lines of one cell below wider rows are notes, and end no table.
///
/// - Parameters:
///   - text: the file as UTF-8.
///   - start: behind a `sep=` line.
/// - Throws: F108...F110 for damage.
/// - Complexity: O(length).
func sections(
  of text: Span<UInt8>, separator: UInt8, from start: Int, file: String
) throws(Diagnostic) -> [Section] {
  let scanner = RecordScanner(file: file, separator: separator)
  var found: [Section] = []
  var titles: [String] = []
  var headers: [String] = []
  var rows: Range<Int>?
  var lines = 0
  var notes = 0
  func close(_ end: Int) {
    if !titles.isEmpty || !headers.isEmpty {
      let first = rows?.lowerBound ?? end
      found.append(
        Section(
          titles: titles, headers: headers, rows: first..<max(first, rows?.upperBound ?? end), lines: lines,
          notes: notes))
    }
    (titles, headers, rows, lines, notes) = ([], [], nil, 0, 0)
  }
  var position = start
  while true {
    let breaks = lineBreaks(text, from: position)
    // One line break ends a line; a second one is a blank line.
    if breaks.count > (position == start ? 0 : 1) { close(position) }
    guard let (cells, next) = try scanner.record(text, at: position) else { break }
    let written = cells.map { cellText(text, $0) }
    let filled = written.count { !$0.isEmpty }
    if filled == 0 {
      close(position)
    } else if headers.isEmpty, filled == 1, try isTitle(text, scanner, written.count, next: next) {
      titles.append(written.first { !$0.isEmpty } ?? "")
    } else if headers.isEmpty {
      headers = written
      rows = next..<next
    } else if filled > 1 || headers.count == 1 || !isNote(written) {
      rows = (rows?.lowerBound ?? position)..<next
      notes = 0
    } else {
      notes += 1
    }
    if filled > 0 { lines += 1 }
    position = next
  }
  close(position)
  return found
}

/// Whether a line of one filled cell stands above a wider one, at once or behind more such lines, or alone.
private func isTitle(
  _ text: Span<UInt8>, _ scanner: RecordScanner, _ width: Int, next: Int
) throws(Diagnostic) -> Bool {
  var position = next
  while lineBreaks(text, from: position).count <= 1,
    let (cells, next) = try scanner.record(text, at: position)
  {
    let filled = cells.count { !cellText(text, $0).isEmpty }
    if filled > 1 || (filled == 1 && cells.count > width) { return true }
    if filled == 0 { break }
    position = next
  }
  return position == next
}

/// Whether the one cell of a line is prose: a single word or a number is what is left of a row that is cut short.
private func isNote(_ cells: [String]) -> Bool {
  guard let note = cells.first(where: { !$0.isEmpty }), let first = note.first, !first.isNumber else {
    return false
  }
  return isProse(note)
}

/// Whether a cell is no single word, or one of another script, which has no blanks.
func isProse(_ cell: String) -> Bool { cell.contains(" ") || cell.utf8.contains { $0 > 127 } }

/// The line breaks at an offset, CRLF as one, with the blanks between them.
private func lineBreaks(_ text: Span<UInt8>, from start: Int) -> (count: Int, end: Int) {
  var count = 0
  var index = start
  var end = start
  while index < text.count {
    if text[index].isLineBreak {
      if !(text[index] == 10 && index > start && text[index - 1] == 13) { count += 1 }
      end = index + 1
    } else if text[index] != 32 && text[index] != 9 {
      break
    }
    index += 1
  }
  return (count, end)
}
