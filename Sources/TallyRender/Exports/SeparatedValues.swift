/// The formats csv and tsv: a line of names, then a line a row, each ending in LF.
extension MachineTable {
  /// RFC 4180 but for LF in place of CRLF, which its readers accept and Unix tools expect; no byte order mark.
  ///
  /// Text that a spreadsheet would take for a formula gets a leading `'`. The only cell of a line is `""` when missing, so
  /// that no row looks like the blank line between two answers.
  func csv() -> String {
    var text = columns.map(csvCell).joined(separator: ",") + "\n"
    for row in rows {
      let line = row.map { value in
        switch value {
        case .missing: ""
        case .text(let text): csvCell(text)
        case .number(let digits): digits
        }
      }.joined(separator: ",")
      text += (line.isEmpty ? "\"\"" : line) + "\n"
    }
    return text
  }

  /// Tab-separated; tab, newline, carriage return and backslash inside a cell are `\t`, `\n`, `\r` and `\\`.
  func tsv() -> String {
    var text = columns.map(SafeText.forTSV).joined(separator: "\t") + "\n"
    for row in rows {
      text +=
        row.map { value in
          switch value {
          case .missing: ""
          case .text(let text): SafeText.forTSV(text)
          case .number(let digits): digits
          }
        }.joined(separator: "\t") + "\n"
    }
    return text
  }

  private func csvCell(_ text: String) -> String {
    let safe = SafeText.forCSV(text)
    let isFormula = safe.utf8.first.map { "=+-@".utf8.contains($0) } ?? false
    let cell = isFormula ? "'" + safe : safe
    let needsQuotes = cell.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
    }
    guard needsQuotes else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
