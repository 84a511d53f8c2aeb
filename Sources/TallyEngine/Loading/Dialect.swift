import TallyLanguage

/// How a file is laid out before its first row: separator, header, and where the rows begin.
struct Dialect {
  let separator: UInt8
  /// Offset of the first line, behind one that only names the separator.
  let start: Int
  /// Headers as written, outer blanks taken off.
  let headers: [String]
  /// Offset of the first row.
  let rowsStart: Int
  /// True where each line stood in one cell and was taken out of it.
  let wasWrapped: Bool
  /// Lines above the header that hold one cell, such as the title of a Meta metric.
  let preamble: [String]
}

extension Dialect {
  /// Finds separator and header; text whose lines were each wrapped in one cell is unwrapped once, into `text`.
  ///
  /// A `sep=X` line settles the separator; else the one of `,` `;` tab that splits the header into most cells does.
  ///
  /// - Throws: F108...F110 for a damaged header, F122 for two equal headers.
  static func find(_ text: inout [UInt8], file: String) throws(Diagnostic) -> Dialect {
    let dialect = try plain(text, file: file)
    guard dialect.headers.count == 1, let line = dialect.headers.first, line.contains(","),
      let unwrapped = try unwrap(text, file: file)
    else { return dialect }
    let inner = try plain(unwrapped, file: file)
    guard inner.headers.count > 1 else { return dialect }
    text = unwrapped
    return Dialect(
      separator: inner.separator, start: inner.start, headers: inner.headers, rowsStart: inner.rowsStart,
      wasWrapped: true,
      preamble: inner.preamble)
  }

  private static func plain(_ text: [UInt8], file: String) throws(Diagnostic) -> Dialect {
    let span = text.span
    var start = 0
    var separator: UInt8?
    if let (sep, next) = separatorLine(span) { (separator, start) = (sep, next) }
    let first = start
    let chosen: UInt8
    if let separator { chosen = separator } else { chosen = try vote(span, from: start, file: file) }
    let scanner = RecordScanner(file: file, separator: chosen)
    var preamble: [String] = []
    var headers: [String] = []
    // A title line of one cell above a wider header is not the header.
    while let (cells, next) = try scanner.record(span, at: start) {
      let written = cells.map { cellText(span, $0) }
      start = next
      if written.filter({ !$0.isEmpty }).count == 1, preamble.count < 4,
        let (further, _) = try scanner.record(span, at: next),
        further.count > max(written.count, 1)
          || (written.count > 1 && further.filter { !$0.isEmpty }.count > 1)
      {
        preamble.append(written.first { !$0.isEmpty } ?? "")
        continue
      }
      headers = written
      break
    }
    while headers.count > 1, headers.last == "", preamble.isEmpty == false { headers.removeLast() }
    return Dialect(
      separator: chosen, start: first, headers: headers, rowsStart: start, wasWrapped: false,
      preamble: preamble)
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

  /// The separator that splits the first record into most cells; `,` where none does.
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
    return best.separator
  }

  /// Takes every line out of the one cell it stands in; nil where the text is not damaged in this way.
  private static func unwrap(_ text: [UInt8], file: String) throws(Diagnostic) -> [UInt8]? {
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
