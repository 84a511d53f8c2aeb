/// The tags of a cell of tags: split at blanks, commas, semicolons, bars and `#`; lower case, each once.
///
/// A tag that leads to a person (an @handle that was masked) is left out.
func tagsOfCell(_ cell: String) -> [String] {
  unique(
    cell.split { $0 == " " || $0 == "," || $0 == ";" || $0 == "|" || $0 == "#" || $0 == "\u{A0}" }
      .map { $0.lowercased() }
      .filter { !$0.contains("@") })
}

/// The hashtags in a title or caption: `#` and the letters, digits and `_` that follow it.
func hashtags(in text: String) -> [String] {
  var tags: [String] = []
  var tag: String.UnicodeScalarView?
  for scalar in text.unicodeScalars {
    if scalar == "#" || scalar == "\u{FF03}" {
      if let tag, !tag.isEmpty { tags.append(String(tag).lowercased()) }
      tag = String.UnicodeScalarView()
    } else if tag != nil, scalar.isPartOfTag {
      tag?.append(scalar)
    } else if let ended = tag {
      if !ended.isEmpty { tags.append(String(ended).lowercased()) }
      tag = nil
    }
  }
  if let tag, !tag.isEmpty { tags.append(String(tag).lowercased()) }
  // `#1` numbers something, it is no tag.
  return unique(tags.filter { !$0.utf8.allSatisfy(\.isASCIIDigit) })
}

extension Unicode.Scalar {
  fileprivate var isPartOfTag: Bool {
    if self == "_" { return true }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}

private func unique(_ tags: [String]) -> [String] {
  var seen: Set<String> = []
  return tags.filter { seen.insert($0).inserted }
}

extension TagsColumn {
  /// The tags of one column, each distinct cell split once.
  init(cells: CodedText, split: (String) -> [String]) { self.init(texts: [cells], split: split) }

  /// The hashtags of several columns of text, such as title and caption.
  init(texts: [CodedText], split: (String) -> [String] = hashtags) {
    var builder = TagsBuilder()
    let parts = texts.map { text in text.values.map { split($0).map { builder.code($0) } } }
    let rows = texts.first?.codes.count ?? 0
    for row in 0..<rows {
      var codes: [UInt32] = []
      for (text, part) in zip(texts, parts) where text.codes[row] != CodedText.missingCode {
        for code in part[Int(text.codes[row])] where !codes.contains(code) { codes.append(code) }
      }
      builder.append(codes)
    }
    self = builder.column
  }
}

/// Builds a column of tags row by row.
struct TagsBuilder {
  private var offsets: [UInt32] = [0]
  private var codes: [UInt32] = []
  private var dictionary: [String] = []
  private var codeOf: [String: UInt32] = [:]
  private var validity = Validity(count: 0)

  /// The code of a tag.
  mutating func code(_ tag: String) -> UInt32 {
    if let code = codeOf[tag] { return code }
    let code = UInt32(dictionary.count)
    dictionary.append(tag)
    codeOf[tag] = code
    return code
  }

  /// Adds a row; without tags it is missing.
  mutating func append(_ rowCodes: [UInt32]) {
    codes += rowCodes
    offsets.append(UInt32(codes.count))
    validity.append(!rowCodes.isEmpty)
  }

  var column: TagsColumn {
    TagsColumn(offsets: offsets, codes: codes, dictionary: dictionary, validity: validity)
  }
}
