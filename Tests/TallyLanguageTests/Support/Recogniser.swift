/// Says whether tokens are a sentence of a grammar; knows the grammar's sets and nothing of the parser.
///
/// One token decides each choice, since the grammar has no conflicts.
struct Recogniser {
  private let sets: GrammarSets
  private let words: WordsFile
  private var tokens: ArraySlice<String> = []

  init(_ grammar: GrammarFile, _ words: WordsFile) {
    sets = GrammarSets(grammar)
    self.words = words
  }

  mutating func accepts(_ tokens: [String], as production: String) -> Bool {
    self.tokens = tokens[...]
    return read(.production(production)) && self.tokens.isEmpty
  }

  private mutating func read(_ node: GrammarNode) -> Bool {
    switch node {
    case .literal(let text): take("\"\(text)\"")
    case .token(let name): take(name)
    case .production(let name): sets.grammar.productions[name].map { read($0) } ?? false
    case .sequence(let nodes): nodes.allSatisfy { read($0) }
    case .optional(let inner): starts(inner) ? read(inner) : true
    case .repeated(let inner): readAll(inner)
    case .choice(_, let nodes):
      if let node = nodes.first(where: starts) { read(node) } else { nodes.contains(where: sets.isNullable) }
    }
  }

  private mutating func readAll(_ node: GrammarNode) -> Bool {
    while starts(node) {
      guard read(node) else { return false }
    }
    return true
  }

  private mutating func take(_ terminal: String) -> Bool {
    guard let token = tokens.first, matches(terminal, token) else { return false }
    tokens.removeFirst()
    return true
  }

  /// Whether the next token may begin a node.
  private func starts(_ node: GrammarNode) -> Bool {
    guard let token = tokens.first else { return false }
    switch node {
    case .literal(let text): return matches("\"\(text)\"", token)
    case .token(let name): return matches(name, token)
    case .production(let name): return sets.first[name]?.contains { matches($0, token) } ?? false
    case .optional(let inner), .repeated(let inner): return starts(inner)
    case .choice(_, let nodes): return nodes.contains(where: starts)
    case .sequence(let nodes):
      let needed = nodes.firstIndex { !sets.isNullable($0) } ?? nodes.count - 1
      return nodes[...needed].contains(where: starts)
    }
  }

  /// Whether a token is what a grammar's terminal stands for, read off its first and last characters.
  private func matches(_ terminal: String, _ token: String) -> Bool {
    if terminal.utf8.first == UInt8(ascii: "\"") {
      return terminal.utf8.dropFirst().dropLast().elementsEqual(token.utf8)
    }
    guard let first = token.first, let last = token.last else { return false }
    let isPercentile = first == "p" && token.count > 1 && token.dropFirst().allSatisfy(\.isNumber)
    switch terminal {
    case "NAME": return first.isLetter && !words.isReserved(token) && !isPercentile
    case "BRACKETED": return first == "["
    case "STRING": return first == "\"" || first == "'" || first == "“"
    case "PARAM": return first == "{"
    case "PCTL": return isPercentile
    case "KEYWORD": return words.isReserved(token) || isPercentile
    case "DATE": return first.isNumber && token.contains("-")
    case "PERCENT": return last == "%"
    case "DURATION":
      return first.isNumber && !token.contains("-") && (last == "s" || last == "n" || last == "h")
    case "NUMBER":
      return first.isNumber && !token.contains("-") && (last.isNumber || last == "k" || last == "m")
    default: return false
    }
  }
}
