import TallyLanguage

/// Puts tables that stand beside each other, parted by a column without a header, below each other.
///
/// Tables are beside each other where the first header stands again behind such a column. Columns of one header become
/// one; a row has nothing in the columns of the other tables.
///
/// - Returns: the text and its layout; nil where the file is one table.
/// - Throws: F107...F111.
/// - Complexity: O(length).
func stackSideBySide(
  _ text: Span<UInt8>, _ dialect: Dialect, file: String
) throws(Diagnostic) -> (text: [UInt8], dialect: Dialect)? {
  let parts = dialect.headers.indices.split { dialect.headers[$0].isEmpty }
  guard parts.count > 1, let key = dialect.headers.first,
    parts.allSatisfy({ dialect.headers[$0.lowerBound] == key })
  else { return nil }
  var headers: [String] = []
  for header in dialect.headers where !header.isEmpty && !headers.contains(header) { headers.append(header) }
  let scanner = RecordScanner(file: file, separator: dialect.separator)
  let index = try scanner.index(text, from: dialect.rows.lowerBound, width: dialect.headers.count)
  var stacked: [UInt8] = []
  for row in 0..<index.rowCount {
    for part in parts where !content(text, index.cell(row, part.lowerBound)).isEmpty {
      for (place, header) in headers.enumerated() {
        if place > 0 { stacked.append(dialect.separator) }
        guard let column = part.first(where: { dialect.headers[$0] == header }) else { continue }
        for byte in index.cell(row, column) { stacked.append(text[byte]) }
      }
      stacked.append(10)
    }
  }
  var below = Dialect(separator: dialect.separator, start: 0, headers: headers, rows: 0..<stacked.count)
  below.preamble = dialect.preamble
  below.wasStacked = true
  return (stacked, below)
}
