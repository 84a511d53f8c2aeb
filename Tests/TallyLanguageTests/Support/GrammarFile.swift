/// The right side of a production.
indirect enum GrammarNode: Equatable {
  case sequence([GrammarNode])
  /// The number tells choices of one grammar apart.
  case choice(Int, [GrammarNode])
  case optional(GrammarNode)
  case repeated(GrammarNode)
  /// `"by"`
  case literal(String)
  /// `NAME`
  case token(String)
  case production(String)
}

/// `Grammar/tally.ebnf`, read.
struct GrammarFile {
  private(set) var names: [String] = []
  private(set) var productions: [String: GrammarNode] = [:]
  /// The text of each production, blanks collapsed.
  private(set) var texts: [String: String] = [:]
  private var choiceCount = 0

  static let start = "Script"

  struct Malformed: Error { let near: String }

  init() throws {
    let text = try RepositoryFile.text("Grammar/tally.ebnf")
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("//") }
    var words = GrammarFile.words(lines.joined(separator: "\n"))[...]
    while let name = words.popFirst() {
      guard words.popFirst() == "=" else { throw Malformed(near: name) }
      let before = words
      productions[name] = try choice(&words)
      guard words.first == "." else { throw Malformed(near: name) }
      names.append(name)
      texts[name] = ([name, "="] + before[..<words.startIndex] + ["."]).joined(separator: " ")
      words.removeFirst()
    }
  }

  /// Splits at blanks; quoted words and single signs are words of their own.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var current = ""
    var isQuoted = false
    func flush() {
      if !current.isEmpty { words.append(current) }
      current = ""
    }
    for character in text {
      if character == "\"" {
        current.append(character)
        isQuoted.toggle()
        if !isQuoted { flush() }
      } else if isQuoted || character.isLetter {
        current.append(character)
      } else {
        flush()
        if !character.isWhitespace { words.append(String(character)) }
      }
    }
    flush()
    return words
  }

  private mutating func choice(_ words: inout ArraySlice<String>) throws -> GrammarNode {
    var alternatives = [try sequence(&words)]
    while words.first == "|" {
      words.removeFirst()
      alternatives.append(try sequence(&words))
    }
    guard alternatives.count > 1 else { return alternatives[0] }
    choiceCount += 1
    return .choice(choiceCount, alternatives)
  }

  private mutating func sequence(_ words: inout ArraySlice<String>) throws -> GrammarNode {
    var nodes: [GrammarNode] = []
    while let word = words.first, !["|", ")", "]", "}", "."].contains(word) {
      words.removeFirst()
      switch word {
      case "(": nodes.append(try closed(")", &words))
      case "[": nodes.append(.optional(try closed("]", &words)))
      case "{": nodes.append(.repeated(try closed("}", &words)))
      case _ where word.hasPrefix("\""): nodes.append(.literal(String(word.dropFirst().dropLast())))
      case _ where word.allSatisfy(\.isUppercase): nodes.append(.token(word))
      default: nodes.append(.production(word))
      }
    }
    guard !nodes.isEmpty else { throw Malformed(near: words.first ?? "the end") }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func closed(_ mark: String, _ words: inout ArraySlice<String>) throws -> GrammarNode {
    let node = try choice(&words)
    guard words.popFirst() == mark else { throw Malformed(near: mark) }
    return node
  }
}

extension GrammarNode {
  /// This node and all below it.
  var all: [GrammarNode] {
    switch self {
    case .sequence(let nodes), .choice(_, let nodes): [self] + nodes.flatMap(\.all)
    case .optional(let node), .repeated(let node): [self] + node.all
    case .literal, .token, .production: [self]
    }
  }
}
