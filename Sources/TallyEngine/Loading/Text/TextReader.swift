import TallyLanguage

/// A column of text as read: codes into a table of distinct values, in order of first appearance.
struct CodedText: Sendable {
  /// A code a row; `missingCode` where the cell is blank.
  var codes: ColumnValues<UInt32>
  /// Distinct values, unescaped, before any masking; no two are equal (canonical equivalence).
  var values: [String]

  static let missingCode = UInt32.max

  init(codes: ColumnValues<UInt32>, values: [String]) {
    self.codes = codes
    self.values = values
  }

  init(codes: [UInt32], values: [String]) { self.init(codes: ColumnValues(codes), values: values) }

  /// Rows with a value.
  var valueCount: Int { codes.count { $0 != Self.missingCode } }

  /// The same column with each distinct value replaced; nil makes it missing.
  ///
  /// Values that become equal become one; `areDistinct` is false where some may be equal before.
  func mapped(areDistinct: Bool = true, _ transform: (String) -> String?) -> CodedText {
    replacing(with: self.values.map(transform), areDistinct: areDistinct)
  }

  private func replacing(with transformed: [String?], areDistinct: Bool) -> CodedText {
    // Most often nothing changes, and what was distinct still is.
    let isUnchanged = zip(transformed, self.values).allSatisfy { new, old in
      new.map { hasSameBytes($0, old) } ?? false
    }
    if areDistinct && isUnchanged { return self }
    var values: [String] = []
    var codeOf: [String: UInt32] = [:]
    let newCodes = transformed.map { new -> UInt32 in
      guard let new else { return Self.missingCode }
      if let code = codeOf[new] { return code }
      let code = UInt32(values.count)
      codeOf[new] = code
      values.append(new)
      return code
    }
    // Where every value keeps its place, the codes are shared.
    if newCodes.indices.allSatisfy({ newCodes[$0] == $0 }) { return CodedText(codes: codes, values: values) }
    return CodedText(codes: codes.mapped { $0 == Self.missingCode ? $0 : newCodes[Int($0)] }, values: values)
  }

  /// As it is kept; the codes are not copied where nobody else has them.
  consuming func column() -> TextColumn {
    let validity = Validity(of: codes) { $0 != Self.missingCode }
    let missing = UInt32(truncatingIfNeeded: values.count)
    if !validity.isComplete { codes.replace { $0 == Self.missingCode ? missing : $0 } }
    return TextColumn(codes: codes, dictionary: values, validity: validity)
  }
}

private func hasSameBytes(_ left: String, _ right: String) -> Bool {
  guard left.utf8.count == right.utf8.count else { return false }
  let (left, right) = (left.utf8Span.span, right.utf8Span.span)
  return areEqual(left, left.indices, right, right.indices)
}

/// Codes the cells of a column by their bytes; only distinct values become strings.
///
/// - Complexity: O(bytes of the column).
func readText(_ source: CellSource, column: Int) -> CodedText {
  var table = ByteTable()
  var isQuoted: [Bool] = []
  let source = source.indexed
  let text = source.bytes.span
  var codes: [UInt32] = []
  let rows = source.rowCount
  codes.reserveCapacity(rows)
  // A few rows at a time, step by step: memory then answers for all of them at once.
  let step = 16
  var cells = [Range<Int>](repeating: 0..<0, count: step)
  var hashes = [UInt64](repeating: 0, count: step)
  var firsts = hashes
  for start in stride(from: 0, to: rows, by: step) {
    let places = 0..<min(step, rows - start)
    for place in places {
      cells[place] = source.content(start + place, column)
      hashes[place] = table.hash(text, cells[place])
    }
    for place in places { firsts[place] = table.first(hashes[place]) }
    for place in places {
      guard !cells[place].isEmpty else {
        codes.append(CodedText.missingCode)
        continue
      }
      codes.append(table.code(text, cells[place], hashes[place], first: firsts[place]))
      if table.count > isQuoted.count {
        isQuoted.append(text[source.index.cell(start + place, column).lowerBound] == UInt8(ascii: "\""))
      }
    }
  }
  let known = table
  return CodedText(codes: ColumnValues(codes), isQuoted: isQuoted) { known.text($0, isQuoted: $1) }
}

extension CodedText {
  /// The column of codes into a table of bytes, which become text.
  ///
  /// - Parameters:
  ///   - isQuoted: of each string, whether the first cell that it stood in is quoted.
  ///   - text: a string by its number, of which doubled quotes are one where it was quoted.
  init(codes: ColumnValues<UInt32>, isQuoted: [Bool], text: @Sendable (Int, Bool) -> String) {
    let parts = portions(of: isQuoted.count)
    let values = concurrently(parts.count) { part in
      var isChanged = false
      let values = parts[part].map { number -> String in
        let written = text(number, isQuoted[number])
        let plain = plainCell(written)
        isChanged = isChanged || !hasSameBytes(plain, written)
        return plain
      }
      return (values: values, isChanged: isChanged)
    }
    self.init(codes: codes, values: values.flatMap(\.values))
    // Doubled quotes were taken for one, and other bytes in normalization form C are other text.
    if values.contains(where: \.isChanged) || isQuoted.contains(true) {
      self = replacing(with: self.values, areDistinct: false)
    }
  }
}

/// The value of a text cell in normalization form C: the quote that keeps spreadsheets from reading it as a formula is taken off again.
private func plainCell(_ cell: String) -> String {
  let text = cell.normalized
  let bytes = text.utf8
  if bytes.first == UInt8(ascii: "'"), let second = bytes.dropFirst().first,
    [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@")].contains(second)
  {
    return String(text.dropFirst())
  }
  return text
}
