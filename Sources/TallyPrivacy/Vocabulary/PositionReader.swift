/// Reads scanned words from left to right and settles for each where it stands: what a clause is about, whether a string
/// is a value or a name, which letters a look-alike passes for.
///
/// It accepts any order of words, sentence of the language or not.
struct PositionReader {
  private(set) var terms: [Term] = []
  private var position = Term.Position.item
  private var query = 0
  /// Where the sentence goes on after the one phrase that `per` and `each` claim.
  private var afterUnit: Term.Position?
  private var namesNext = false
  private var isInList = false
  private var first: String?
  private var isDefiningLabel = false
  /// Whether something was asked for by rank so far.
  private var hasSuperlative = false

  /// Adds one word.
  mutating func take(_ word: ScannedWord) {
    switch word.kind {
    case .word: takeName(word.text, word.span)
    case .bracketed:
      takeName(word.text, word.span, isBracketed: true, isDisguised: word.text.utf8.contains { $0 >= 0x80 })
    case .backticked: takeText(word.text, word.span)
    case .string:
      if isValue(word) { append(.value, "", word.span) } else { takeText(word.text, word.span) }
    case .number: takeNumber(word.span)
    case .mention, .email: append(.mention, "", word.span)
    case .foreign: takeForeign(word.text, word.span)
    case .symbol: takeSymbol(word.text, word.span)
    }
  }

  // MARK: - Words

  private mutating func takeName(
    _ typed: String, _ span: Range<Int>, isBracketed: Bool = false, isDisguised: Bool = false
  ) {
    let name = isBracketed ? fold(typed) : typed.lowercased()
    let entry =
      Vocabulary.entry(for: isBracketed ? foldedLetters(typed) : typed) ?? Vocabulary.entry(for: name)
    guard !isBracketed, !isDisguised else {
      append(.name, name, span, entry: entry, isBracketed: isBracketed, isDisguised: isDisguised)
      return
    }
    let before = terms.last
    openStatement(with: name)
    endUnit(before: name)
    append(.name, name, span, entry: entry)
    if name == "most" || Surroundings.superlatives.contains(name) { hasSuperlative = true }
    open(name, after: before)
  }

  /// The first word of a statement says whether names are given in it.
  private mutating func openStatement(with name: String) {
    if first == nil {
      first = name
      if ["define", "let", "rename", "alias", "column", "param", "set", "call"].contains(name) {
        position = .declaration
      }
    } else if first == "define", terms.count == 1 {
      isDefiningLabel = name == "label"
    }
  }

  /// A unit, `per viewer`, ends at the next word of the grammar.
  private mutating func endUnit(before name: String) {
    guard let after = afterUnit, PositionReader.clauseWords.contains(name) else { return }
    position = after
    afterUnit = nil
  }

  /// Sets the position of what follows a word of the grammar.
  private mutating func open(_ name: String, after before: Term?) {
    switch name {
    case "by":
      let isOrder =
        before?.isWord(in: ["sort", "order", "ordered", "sorted", "rank", "ranked", "weighted"]) == true
      position = isOrder || ranksPosts(before) ? .item : .group
    case "holding": position = .group
    case "per", "each", "every":
      afterUnit = afterUnit ?? position
      position = .group
    case "where", "having": position = .condition
    case "top", "bottom":
      if before?.isWord(in: ["by", "per", "each"]) != true { position = .item }
    case "during", "vs", "sort", "order", "with", "missing", "limit", "into", "from": position = .item
    case "beside":
      position = .item
      query += 1
    case "as": namesNext = true
    default: break
    }
  }

  /// `top 10 videos by followers`, `top countries by views` rank, and break nothing down.
  private func ranksPosts(_ before: Term?) -> Bool {
    before?.isWord(in: [
      "video", "videos", "post", "posts", "countries", "cities", "regions", "weeks", "months", "days",
    ]) == true
      && hasSuperlative
  }

  private static let clauseWords: Set<String> = [
    "by", "per", "where", "having", "during", "vs", "sort", "order", "top", "bottom", "with", "missing",
    "limit", "into",
    "from", "beside", "as", "and", "or",
  ]

  // MARK: - Numbers and symbols

  private mutating func takeNumber(_ span: Range<Int>) {
    if let after = afterUnit, terms.last?.isWord(in: ["per", "each", "every"]) == true {
      position = after
      afterUnit = nil
    }
    append(.number, "", span)
  }

  private mutating func takeSymbol(_ symbol: String, _ span: Range<Int>) {
    if symbol == "(" {
      isInList = terms.last?.isWord("in") == true
    } else if symbol == ")" {
      isInList = false
    }
    if symbol != "(", symbol != "'", let after = afterUnit {
      position = after
      afterUnit = nil
    }
    append(.symbol, symbol, span)
    if symbol == "=", position == .declaration, first == "define", terms.count > 1 {
      if terms[1].isWord("group") { position = .condition }
      if terms[1].isWord("report") { position = .item }
    }
  }

  // MARK: - Strings

  /// Words about people are free in a string that is a value; elsewhere a string is read as names.
  private func isValue(_ string: ScannedWord) -> Bool {
    guard let last = terms.last else { return false }
    if let first, ["load", "print", "run", "set", "help"].contains(first) { return true }
    let before = terms.dropLast().last
    switch last.kind {
    case .value: return last.span.upperBound == string.span.lowerBound
    case .symbol:
      if let end = last.text.last, "=<>~".contains(end) { return true }
      if isDefiningLabel, last.text == "," { return true }
      return isInList && (last.text == "(" || last.text == ",")
    case .number, .mention: return false
    case .name: break
    }
    if last.isWord("with") { return before?.isWord(in: ["starts", "ends", "begins"]) == true }
    if last.isWord(in: ["and", "or"]) { return before?.kind == .value }
    if last.isWord(in: PositionReader.valueLeads) || isDefiningLabel && last.isWord("else") { return true }
    return position == .condition && !last.isWord(in: ["where", "having", "not", "by"])
  }

  /// Words after which a string is a text to look for, not a name.
  private static let valueLeads: Set<String> = [
    "contains", "like", "into", "between", "is", "titled", "called", "named", "title", "hashtag", "caption",
    "sound",
    "topic", "hook", "series", "playlist", "video", "post", "for", "of", "on", "about", "in", "containing",
  ]

  /// A text that stands where a name is expected, word for word.
  private mutating func takeText(_ text: String, _ span: Range<Int>) {
    let words = nameWords(in: text)
    // A title: nobody asks in quotes after other words.
    let least = terms.last?.isWord("the") == true ? 3 : 4
    if words.count >= least, position == .item, terms.last?.kind == .name { return append(.value, "", span) }
    for word in words {
      switch word {
      case .mention: append(.mention, "", span)
      case .name(let name): takeName(name, span)
      case .foreign(let run): takeForeign(run, span)
      }
    }
    if words.isEmpty { append(.symbol, "\"", span) }
  }

  private enum TextWord {
    case name(String), foreign(String), mention
  }

  private func nameWords(in text: String) -> [TextWord] {
    var words: [TextWord] = []
    var run = ""
    func close() {
      guard !run.isEmpty else { return }
      words.append(run.utf8.allSatisfy { $0 < 0x80 } ? .name(run) : .foreign(run))
      run = ""
    }
    for scalar in text.unicodeScalars {
      if scalar.isNameASCII || !scalar.isASCII {
        run.unicodeScalars.append(scalar)
      } else {
        close()
        if scalar == "@" { words.append(.mention) }
      }
    }
    close()
    return words
  }

  // MARK: - Other letters

  /// Reads a run of letters that are not all ASCII as the names that it passes for.
  ///
  /// Typographic apostrophes and wide spaces disguise nothing; they only part words.
  private mutating func takeForeign(_ run: String, _ span: Range<Int>) {
    let plain = String(
      String.UnicodeScalarView(run.unicodeScalars.map { PositionReader.punctuation[$0] ?? $0 }))
    let isDisguised = plain.utf8.contains { $0 >= 0x80 }
    let folded = isDisguised ? foldedLetters(plain) : plain
    let parts = folded.split { $0.isASCII && !($0.isLetter || $0.isNumber || $0 == "_") }
    if parts.isEmpty { append(.symbol, "", span) }
    for part in parts {
      if folded.utf8.first == UInt8(ascii: "@") { append(.mention, "", span) }
      takeName(String(part), span, isDisguised: isDisguised)
    }
  }

  private static let punctuation: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{02BC}": "'", "\u{2032}": "'", "\u{201C}": "\"", "\u{201D}": "\"",
    "\u{00A0}": " ", "\u{202F}": " ", "\u{3000}": " ", "\u{2013}": "-", "\u{2014}": "-", "\u{2026}": ".",
    "\u{00BF}": " ", "\u{00A1}": " ", "\u{FF1F}": "?", "\u{3002}": ".", "\u{FF0C}": ",",
  ]

  // MARK: - Adding

  private mutating func append(
    _ kind: Term.Kind, _ text: String, _ span: Range<Int>, entry: Vocabulary.Entry? = nil,
    isBracketed: Bool = false,
    isDisguised: Bool = false
  ) {
    let isGiven = namesNext && kind == .name
    if kind == .name, text != "as" { namesNext = false }
    terms.append(
      Term(
        kind: kind, text: text, position: isGiven ? .declaration : position, query: query,
        isDisguised: isDisguised,
        isBracketed: isBracketed, span: span, entry: entry))
  }
}
