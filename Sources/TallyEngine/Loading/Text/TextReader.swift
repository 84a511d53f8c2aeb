import TallyLanguage

/// A column of text as read: codes into a table of distinct values, in order of first appearance.
struct CodedText: Sendable {
  /// A code a row; `missingCode` where the cell is blank.
  var codes: [UInt32]
  /// Distinct values, unescaped, before any masking; no two are equal (canonical equivalence).
  var values: [String]

  static let missingCode = UInt32.max

  /// Rows with a value.
  var valueCount: Int { codes.count { $0 != Self.missingCode } }

  /// The same column with each distinct value replaced; nil makes it missing.
  ///
  /// Values that become equal become one.
  func mapped(_ transform: (String) -> String?) -> CodedText {
    var values: [String] = []
    var codeOf: [String: UInt32] = [:]
    values.reserveCapacity(self.values.count)
    codeOf.reserveCapacity(self.values.count)
    let newCodes = self.values.map { value -> UInt32 in
      guard let new = transform(value) else { return Self.missingCode }
      if let code = codeOf[new] { return code }
      let code = UInt32(values.count)
      codeOf[new] = code
      values.append(new)
      return code
    }
    // Most often every value keeps its place, and the codes are shared.
    if newCodes.indices.allSatisfy({ newCodes[$0] == $0 }) { return CodedText(codes: codes, values: values) }
    let codes = self.codes.map { $0 == Self.missingCode ? $0 : newCodes[Int($0)] }
    return CodedText(codes: codes, values: values)
  }

  var column: TextColumn {
    guard codes.contains(Self.missingCode) else {
      return TextColumn(codes: codes, dictionary: values, validity: Validity(count: codes.count))
    }
    return TextColumn(
      codes: codes.map { $0 == Self.missingCode ? 0 : $0 }, dictionary: values,
      validity: Validity(codes.lazy.map { $0 != Self.missingCode }))
  }
}

/// Codes the cells of a column by their bytes; only distinct values become strings.
///
/// - Complexity: O(bytes of the column).
func readText(_ source: CellSource, column: Int) -> CodedText {
  var table = ByteTable()
  var isQuoted: [Bool] = []
  let text = source.bytes.span
  var codes: [UInt32] = []
  let rows = source.index.rowCount
  codes.reserveCapacity(rows)
  for row in 0..<rows {
    let cell = source.content(row, column)
    guard !cell.isEmpty else {
      codes.append(CodedText.missingCode)
      continue
    }
    codes.append(table.code(text, cell))
    if table.count > isQuoted.count {
      isQuoted.append(text[source.index.cell(row, column).lowerBound] == UInt8(ascii: "\""))
    }
  }
  let values = isQuoted.enumerated().map { table.text($0, isQuoted: $1) }
  return CodedText(codes: codes, values: values).mapped(plainCell)
}

/// The value of a text cell in normalization form C: the quote that keeps spreadsheets from reading it as a formula is taken off again.
private func plainCell(_ cell: String) -> String? {
  let text = cell.normalized
  let bytes = text.utf8
  if bytes.first == UInt8(ascii: "'"), let second = bytes.dropFirst().first,
    [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@")].contains(second)
  {
    return String(text.dropFirst())
  }
  return text
}
