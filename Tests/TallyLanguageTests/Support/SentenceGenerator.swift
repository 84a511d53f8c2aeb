import TallyTestSupport

/// Makes sentences from a grammar; alternatives that were used less are taken more often.
struct SentenceGenerator {
  private let grammar: GrammarFile
  private let words: WordsFile
  private var random: SeededGenerator
  /// How often each alternative of each choice, and each production, was used.
  private(set) var uses: [String: Int] = [:]
  /// Fewest steps from a production to tokens, so that deep sentences come to an end.
  private let heights: [String: Int]

  static let deepest = 14

  init(_ grammar: GrammarFile, _ words: WordsFile, seed: UInt64) {
    self.grammar = grammar
    self.words = words
    random = SeededGenerator(seed: seed)
    heights = SentenceGenerator.heights(grammar)
  }

  /// A sentence as its tokens.
  mutating func sentence(_ production: String) -> [String] {
    var tokens: [String] = []
    generate(.production(production), 0, &tokens)
    return tokens
  }

  /// Productions and alternatives below a production that no sentence has used.
  func unused(below start: String) -> [String] {
    var reached: Set<String> = []
    var open = [start]
    var missing: [String] = []
    while let name = open.popLast() {
      guard reached.insert(name).inserted, let node = grammar.productions[name] else { continue }
      if uses[name] == nil { missing.append(name) }
      for part in node.all {
        if case .production(let inner) = part { open.append(inner) }
        guard case .choice(let id, let alternatives) = part else { continue }
        missing += alternatives.indices.filter { uses["\(id).\($0)"] == nil }.map {
          "\(name), alternative \($0) of \(id)"
        }
      }
    }
    return missing
  }

  private mutating func generate(_ node: GrammarNode, _ depth: Int, _ tokens: inout [String]) {
    let isDeep = depth > SentenceGenerator.deepest
    switch node {
    case .literal(let text): tokens.append(text)
    case .token(let name): tokens.append(text(of: name))
    case .production(let name):
      uses[name, default: 0] += 1
      if let inner = grammar.productions[name] { generate(inner, depth + 1, &tokens) }
    case .sequence(let nodes): for node in nodes { generate(node, depth, &tokens) }
    case .optional(let inner):
      if !isDeep, Bool.random(using: &random) { generate(inner, depth, &tokens) }
    case .repeated(let inner):
      for _ in 0..<(isDeep ? 0 : Int.random(in: 0...2, using: &random)) { generate(inner, depth, &tokens) }
    case .choice(let id, let alternatives):
      let heights = alternatives.map { SentenceGenerator.height($0, self.heights) }
      let index =
        isDeep
        ? alternatives.indices.min { heights[$0] < heights[$1] } ?? 0
        : seldomUsed(id, alternatives.count)
      uses["\(id).\(index)", default: 0] += 1
      generate(alternatives[index], depth, &tokens)
    }
  }

  /// The less used of two alternatives that are drawn at random.
  private mutating func seldomUsed(_ id: Int, _ count: Int) -> Int {
    let one = Int.random(in: 0..<count, using: &random)
    let other = Int.random(in: 0..<count, using: &random)
    return uses["\(id).\(one)", default: 0] <= uses["\(id).\(other)", default: 0] ? one : other
  }

  private mutating func text(of token: String) -> String {
    (SentenceGenerator.samples[token] ?? words.words["reserved"] ?? []).randomElement(using: &random) ?? token
  }

  /// Texts of each token; names that are contextual words are among them.
  static let samples: [String: [String]] = [
    "NAME": [
      "saves", "views", "likes", "format", "topic", "save_rate", "length", "label", "total", "date", "rate",
      "n1",
    ],
    "BRACKETED": ["[watch time]", "[week]", "[Länge (s)]", "[a]]b]"],
    "NUMBER": ["5", "12", "2026", "1k", "2.5", "3m", "0"],
    "PERCENT": ["5%", "2.5%"],
    "DURATION": ["30s", "15min", "1.5h"],
    "DATE": ["2026-03", "2026-03-14", "2026-Q1", "2026-W12"],
    "STRING": ["\"soup\"", "\"\"", "\"say \\\"hi\\\" \\\\ there\"", "'single'", "“curly”"],
    "PARAM": ["{period}", "{n}"],
    "PCTL": ["p1", "p90", "p99"],
  ]

  private static func heights(_ grammar: GrammarFile) -> [String: Int] {
    var heights: [String: Int] = [:]
    for _ in grammar.names {
      for (name, node) in grammar.productions { heights[name] = 1 + height(node, heights) }
    }
    return heights
  }

  private static func height(_ node: GrammarNode, _ heights: [String: Int]) -> Int {
    switch node {
    case .literal, .token, .optional, .repeated: 0
    case .production(let name): heights[name] ?? 1000
    case .sequence(let nodes): nodes.map { height($0, heights) }.max() ?? 0
    case .choice(_, let nodes): nodes.map { height($0, heights) }.min() ?? 0
    }
  }
}
