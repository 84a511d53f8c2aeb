import TallyLanguage

/// A column of text as read: codes into a table of distinct values, in order of first appearance.
struct CodedText {
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
    let newCodes = self.values.map { value -> UInt32 in
      guard let new = transform(value) else { return Self.missingCode }
      if let code = codeOf[new] { return code }
      let code = UInt32(values.count)
      codeOf[new] = code
      values.append(new)
      return code
    }
    let codes = self.codes.map { $0 == Self.missingCode ? $0 : newCodes[Int($0)] }
    return CodedText(codes: codes, values: values)
  }

  var validity: Validity { Validity(codes.lazy.map { $0 != Self.missingCode }) }

  var column: TextColumn {
    TextColumn(codes: codes.map { $0 == Self.missingCode ? 0 : $0 }, dictionary: values, validity: validity)
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
    if table.entries.count > isQuoted.count {
      isQuoted.append(text[source.index.cell(row, column).lowerBound] == UInt8(ascii: "\""))
    }
  }
  var values: [String] = []
  values.reserveCapacity(table.entries.count)
  for (entry, isQuoted) in zip(table.entries, isQuoted) {
    values.append(string(text, entry, isQuoted: isQuoted))
  }
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

/// Distinct byte strings by open addressing; entries are ranges of the text that was read.
private struct ByteTable {
  private(set) var entries: [Range<Int>] = []
  private var hashes: [UInt64] = []
  /// Entry number + 1, 0 where free; a power of two long.
  private var slots = [UInt32](repeating: 0, count: 64)

  mutating func code(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    let hash = hashed(text, range)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      if hashes[entry] == hash, equal(text, entries[entry], range) {
        return UInt32(truncatingIfNeeded: entry)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(range)
    hashes.append(hash)
    slots[slot] = UInt32(truncatingIfNeeded: entries.count)
    if entries.count * 2 > slots.count { grow() }
    return UInt32(truncatingIfNeeded: entries.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (entry, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: entry + 1)
    }
  }

  /// FNV-1a, finished by a multiplication that spreads it over the slots.
  private func hashed(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    return hash &* 0x9E37_79B9_7F4A_7C15
  }

  private func equal(_ text: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    var offset = 0
    while offset < left.count {
      if text[left.lowerBound + offset] != text[right.lowerBound + offset] { return false }
      offset += 1
    }
    return true
  }
}
