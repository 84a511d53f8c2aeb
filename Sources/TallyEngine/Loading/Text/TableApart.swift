import TallyLanguage
import TallyPrivacy

/// Telling the table that is read from titles, notes and other tables of its file.
extension Dialect {
  /// The table of a file that is read: the one that a preset knows, else the first; nil where nothing stands above or
  /// below it.
  ///
  /// - Throws: F108...F110 for damage.
  /// - Complexity: O(length).
  func tableApart(in text: Span<UInt8>, file: String) throws(Diagnostic) -> Dialect? {
    let found = try sections(of: text, separator: separator, from: start, file: file)
    let (tables, linesBelow) = try tables(found, in: text, file: file)
    let title = found.first.map { Array($0.titles.prefix(1)) } ?? []
    func preamble(_ table: Section) -> [String] {
      table.titles.first == title.first ? table.titles : title + table.titles
    }
    let known = tables.indices.first {
      Preset.find(tables[$0].headers, preamble: preamble(tables[$0])) != nil
    }
    guard let index = known ?? tables.indices.first else { return nil }
    let table = tables[index]
    guard
      !preamble(table).isEmpty || tables.count > 1 || linesBelow > 0
        || table.rows.upperBound < rows.upperBound
    else { return nil }
    var apart = Dialect(
      separator: separator, start: start, headers: withoutBlankEnd(table.headers), rows: table.rows,
      wasWrapped: wasWrapped, preamble: preamble(table))
    apart.others = tables.indices.filter { $0 != index }.map { tables[$0] }
    apart.linesBelow = linesBelow
    apart.isApart = true
    return apart
  }

  /// The tables among the sections, and how many lines are notes.
  ///
  /// Titles alone belong to the table behind them. What goes on with values behind a blank line is no table of its own,
  /// and lines of one cell behind a table of more columns are notes.
  private func tables(
    _ sections: [Section], in text: Span<UInt8>, file: String
  ) throws(Diagnostic) -> ([Section], Int) {
    var tables: [Section] = []
    var titles: [String] = []
    var notes = 0
    for section in sections {
      let columns = section.headers.count { !$0.isEmpty }
      if columns == 0 {
        titles += section.titles
      } else if columns == 1, section.titles.isEmpty, !tables.isEmpty, !namesPeople(title: section.headers[0])
      {
        notes += section.lines
      } else if titles.isEmpty, section.titles.isEmpty, let last = tables.last,
        try goesOn(last, in: section, text, file: file)
      {
        tables[tables.count - 1] = Section(
          titles: last.titles, headers: last.headers,
          rows: last.rows.lowerBound..<max(last.rows.upperBound, section.rows.upperBound),
          lines: last.lines + section.lines, notes: section.notes)
      } else {
        tables.append(
          Section(
            titles: titles + section.titles, headers: section.headers, rows: section.rows,
            lines: section.lines,
            notes: section.notes))
        titles = []
      }
    }
    return (tables, tables.reduce(notes + titles.count) { $0 + $1.notes })
  }

  /// Whether a section is more rows of the table above it.
  private func goesOn(
    _ table: Section, in section: Section, _ text: Span<UInt8>, file: String
  ) throws(Diagnostic) -> Bool {
    guard section.headers.count == table.headers.count else { return false }
    if section.headers.contains(where: isValue) { return true }
    guard !table.rows.isEmpty, try !holdsValue(table.rows, text, file: file) else { return false }
    return try !holdsValue(section.rows, text, file: file)
  }

  /// Whether the first of some rows holds a number or a date.
  private func holdsValue(_ rows: Range<Int>, _ text: Span<UInt8>, file: String) throws(Diagnostic) -> Bool {
    let scanner = RecordScanner(file: file, separator: separator)
    guard !rows.isEmpty, let (first, _) = try scanner.record(text, at: rows.lowerBound) else { return false }
    return first.contains { isValue(cellText(text, $0)) }
  }
}

/// Spreadsheets write as many separators in every line as the widest of them needs.
private func withoutBlankEnd(_ headers: [String]) -> [String] {
  var headers = headers
  while headers.count > 1, headers.last == "" { headers.removeLast() }
  return headers
}

/// Whether a cell is a number or a date, as no header is.
func isValue(_ cell: String) -> Bool {
  let bytes = Array(cell.utf8)
  guard bytes.contains(where: \.isASCIIDigit) else { return false }
  let marks = Set("+-.,:%/ \u{A0}".utf8)
  return bytes.allSatisfy { $0.isASCIIDigit || marks.contains($0) }
    || WrittenDate(bytes.span, 0..<bytes.count) != nil
}

extension RecordIndex {
  /// Whether a row behind a blank line may be the header of another table, a title or a note: it has no value, as the
  /// rows above it have.
  func mayHoldOtherTables(_ text: Span<UInt8>) -> Bool {
    behindBlankLines.contains { row in
      let cells = (0..<width).map { cellText(text, cell(row, $0)) }
      return cells.contains { !$0.isEmpty } && !cells.contains(where: isValue)
    }
  }
}
