import TallyLanguage

/// How a file is laid out before its first row: separator, header, and where the rows begin.
struct Dialect {
  let separator: UInt8
  /// Offset of the first line, behind one that only names the separator.
  let start: Int
  /// Headers as written, outer blanks taken off.
  let headers: [String]
  /// From behind the header to the end of the last row.
  let rows: Range<Int>
  /// True where each line stood in one cell and was taken out of it.
  var wasWrapped = false
  /// Lines above the header that hold one cell, such as the title of a Meta metric.
  var preamble: [String] = []
  /// True where tables stood beside each other, and one row of the file is now several.
  var wasStacked = false
  /// Tables of the file that are not this one.
  var others: [Section] = []
  /// Lines of notes below the tables.
  var linesBelow = 0
  /// Whether what stands above and below the table is told from it already.
  var isApart = false
}

extension Dialect {
  /// Finds separator and header; text whose lines were each wrapped in one cell is unwrapped once, into `text`.
  ///
  /// A `sep=X` line settles the separator; else the one of `,` `;` tab that splits the header into most cells does.
  ///
  /// - Throws: F108...F110 for a damaged header, F122 for two equal headers.
  static func find(_ text: inout FileBytes, file: String) throws(Diagnostic) -> Dialect {
    let asWritten = try plain(text, file: file)
    guard asWritten.headers.count == 1, let line = asWritten.headers.first, line.contains(","),
      let unwrapped = try unwrap(text, file: file).map(FileBytes.init)
    else { return asWritten }
    let inner = try plain(unwrapped, file: file)
    guard inner.headers.count > 1 else { return asWritten }
    text = unwrapped
    var dialect = inner
    dialect.wasWrapped = true
    return dialect
  }

  private static func plain(_ text: FileBytes, file: String) throws(Diagnostic) -> Dialect {
    let span = text.span
    var start = 0
    var separator: UInt8?
    if let (sep, next) = separatorLine(span) { (separator, start) = (sep, next) }
    let chosen: UInt8
    if let separator { chosen = separator } else { chosen = try vote(span, from: start, file: file) }
    let scanner = RecordScanner(file: file, separator: chosen)
    guard let (cells, next) = try scanner.record(span, at: start) else {
      return Dialect(separator: chosen, start: start, headers: [], rows: start..<start)
    }
    let headers = cells.map { cellText(span, $0) }
    let whole = Dialect(separator: chosen, start: start, headers: headers, rows: next..<text.count)
    guard headers.count(where: { !$0.isEmpty }) == 1 else { return whole }
    return try whole.tableApart(in: span, file: file) ?? whole
  }

  /// The separator that a first line `sep=X` names, and the offset behind that line.
  private static func separatorLine(_ text: Span<UInt8>) -> (UInt8, Int)? {
    let start = text.count > 0 && text[0] == UInt8(ascii: "\"") ? 1 : 0
    guard text.count >= start + 5, text[start] | 0x20 == UInt8(ascii: "s"),
      text[start + 1] | 0x20 == UInt8(ascii: "e"),
      text[start + 2] | 0x20 == UInt8(ascii: "p"), text[start + 3] == UInt8(ascii: "=")
    else { return nil }
    var end = start + 5
    while end < text.count, !text[end].isLineBreak { end += 1 }
    return (text[start + 4], end)
  }

  /// The separator that splits the first record into most cells; `,` where there is none.
  ///
  /// No separator splits a title; below one, a line of three cells or more tells it.
  private static func vote(_ text: Span<UInt8>, from start: Int, file: String) throws(Diagnostic) -> UInt8 {
    var best = (separator: UInt8(ascii: ","), cells: 0)
    var failure: Diagnostic?
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      do throws(Diagnostic) {
        let record = try RecordScanner(file: file, separator: separator).record(text, at: start)
        if let record, record.cells.count > best.cells { best = (separator, record.cells.count) }
      } catch {
        if failure == nil { failure = error }
      }
    }
    if best.cells == 0, let failure { throw failure }
    return best.cells > 1 ? best.separator : voteBelowTitle(text, from: start) ?? best.separator
  }

  /// The separator that splits one of the first lines into most cells, three or more; nil where none does.
  private static func voteBelowTitle(_ text: Span<UInt8>, from start: Int) -> UInt8? {
    var best: (separator: UInt8, cells: Int)?
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let scanner = RecordScanner(file: "", separator: separator)
      var position = start
      for _ in 0..<8 {
        guard let (cells, next) = try? scanner.record(text, at: position) else { break }
        if cells.count > max(best?.cells ?? 2, 2) { best = (separator, cells.count) }
        position = next
      }
    }
    return best?.separator
  }

  /// Takes every line out of the one cell it stands in; nil where the text is not damaged in this way.
  private static func unwrap(_ text: FileBytes, file: String) throws(Diagnostic) -> [UInt8]? {
    let span = text.span
    let scanner = RecordScanner(file: file, separator: UInt8(ascii: ","))
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var start = 0
    while let (cells, next) = try scanner.record(span, at: start) {
      guard let cell = cells.first, cells.count == 1 else { return nil }
      output += Array(cellText(span, cell).utf8)
      output.append(10)
      start = next
    }
    return output
  }
}
