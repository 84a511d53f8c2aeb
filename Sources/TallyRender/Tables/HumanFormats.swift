/// The formats for people: heading, table, notes; lines end in LF.
extension HumanTable {
  /// A framed or open table; without the frame where the terminal is too narrow for it, and a list of records where it is
  /// too narrow for columns.
  func framed(_ frame: Frame, style: Style) -> String {
    framedLines(frame, style: style).map { $0 + "\n" }.joined()
  }

  /// The lines of `framed`, without newlines.
  func framedLines(_ frame: Frame, style: Style) -> [String] {
    if rows.isEmpty { return lines([HumanTable.noRows], notes: notes, style: style) }
    guard
      let drawn = FramedTable(self, frame: frame, style: style)
        ?? FramedTable(self, frame: .open, style: style)
    else {
      return lines(
        RecordList(table: self, style: style).lines + sparkline(frame, style),
        notes: [HumanTable.tooNarrow] + notes, style: style)
    }
    let cutNotes = drawn.cutCount > 0 ? [HumanTable.shortened(drawn.cutCount)] : []
    return lines(drawn.lines + sparkline(frame, style), notes: cutNotes + notes, style: style)
  }

  /// One cell a line; rows only, so that it can be searched line by line.
  func vertical(style: Style) -> String {
    let lines = rows.isEmpty ? [HumanTable.noRows] : RecordList(table: self, style: style).lines
    return lines.map { $0 + "\n" }.joined()
  }

  /// A GitHub-flavoured table under the heading, notes as a list.
  func markdown() -> String {
    let escaped = { (text: String) in MarkdownText.escaped(text) }
    var lines = heading.map { ["**\(escaped($0))**", ""] } ?? []
    lines.append("| " + columns.map { escaped($0.header) }.joined(separator: " | ") + " |")
    lines.append(
      "| " + columns.map { $0.alignment == .trailing ? "---:" : "---" }.joined(separator: " | ") + " |")
    lines += rows.map { "| " + $0.map(escaped).joined(separator: " | ") + " |" }
    if rows.isEmpty { lines += ["", HumanTable.noRows] }
    if !notes.isEmpty { lines += [""] + notes.map { "- " + escaped($0) } }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A `table` element with the heading as caption, and a paragraph a note; no scripts and no styles but alignment.
  func html() -> String {
    let escaped = { (text: String) in HTMLText.escaped(text) }
    func cells(_ tag: String, _ texts: [String]) -> String {
      zip(columns, texts).map { column, text in
        let style = column.alignment == .trailing ? " style=\"text-align: right\"" : ""
        return "<\(tag)\(style)>\(escaped(text))</\(tag)>"
      }.joined()
    }
    var lines = ["<table>"]
    if let heading { lines.append("<caption>\(escaped(heading))</caption>") }
    lines.append("<thead><tr>\(cells("th", columns.map(\.header)))</tr></thead>")
    lines.append("<tbody>")
    lines += rows.map { "<tr>\(cells("td", $0))</tr>" }
    lines += ["</tbody>", "</table>"]
    if rows.isEmpty { lines.append("<p>\(HumanTable.noRows)</p>") }
    lines += notes.map { "<p>\(escaped($0))</p>" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Heading, body and notes, each note wrapped to the width with its further lines set in.
  private func lines(_ body: [String], notes: [String], style: Style) -> [String] {
    let headings = (heading?.wrapped(to: style.width, indent: 2) ?? []).map { style.paint($0, .strong) }
    return headings + body + HumanTable.footers(notes, style: style)
  }

  /// Notes as they stand below a table, each wrapped to the width with its further lines set in.
  static func footers(_ notes: [String], style: Style) -> [String] {
    notes.flatMap { $0.wrapped(to: style.width, indent: 2) }.map { style.paint($0, .quiet) }
  }

  /// The course of a time series of three rows or more in one line, where it fits; box only.
  private func sparkline(_ frame: Frame, _ style: Style) -> [String] {
    guard case .box = frame, let series, series.amounts.count >= 3 else { return [] }
    let line = series.sparkline(unicode: style.unicode) + "  " + columns[series.column].header
    if displayWidth(line) > style.width ?? 120 { return [] }
    return [line]
  }
}
