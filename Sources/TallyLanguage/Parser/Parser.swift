package import TallyPrivacy

/// Reads every statement of a text, in order; empty lines give nothing.
///
/// Each statement is one of three things: a statement of the language, a refusal, or a diagnostic (L, S and Q codes).
/// A statement is shown to the privacy classifier before it is parsed, `help` excepted, which takes any word. One bad
/// statement does not hide the next one. The parser knows no table: whether a name exists is the analyzer's question.
///
/// - Parameter rereadsMistakes: whether a statement that is no sentence is read once more for questions about people, so
///   that a refusal is shown in place of a diagnostic; it is no statement either way.
/// - Complexity: O(bytes), and about a third of a millisecond for each statement that is read once more.
package func parse(
  _ source: SourceText, protecting names: ProtectedNames = ProtectedNames(), rereadsMistakes: Bool = true
) -> [Parsed] {
  var parser = Parser(
    source: source, tokens: lex(source), protecting: names, rereadsMistakes: rereadsMistakes)
  return parser.script()
}

/// A recursive-descent parser with one token of lookahead: one function for each production of `Grammar/tally.ebnf`.
///
/// A function is called where its production may start, and throws at the first token that does not fit.
struct Parser {
  let source: SourceText
  private let tokens: [Token]
  let protected: ProtectedNames
  /// Whether what is no sentence is read once more; a parser that only asks what could stand next does not.
  let rereadsMistakes: Bool
  private(set) var position = 0
  /// What was looked for at `position`, in the order of looking.
  private(set) var expected: [Expected] = []
  /// Rules on shape that the statement breaks; they speak only if the statement is otherwise well formed.
  var shapeFindings: [Diagnostic] = []
  /// Where the current statement starts.
  var statementStart = 0
  /// How deep the current production is nested in itself.
  private var depth = 0
  /// How many operands the expressions of the current statement have.
  private var operandCount = 0
  /// Whether a message may try out other sentences; false while one is being tried out.
  var offersRewrites = true

  init(
    source: SourceText, tokens: [Token], protecting names: ProtectedNames = ProtectedNames(),
    rereadsMistakes: Bool = false
  ) {
    self.rereadsMistakes = rereadsMistakes
    self.source = source
    self.tokens = tokens
    self.protected = names
  }

  /// A longer statement is an error (L009), so that work on one statement has a bound.
  static let longestStatement = 1 << 20
  /// Deeper nesting is an error (S040), so that the stack has a bound.
  static let deepestNesting = 64
  /// More operands in one statement are an error (S041): a chain is as deep a tree as it is long.
  static let mostOperands = 512

  // MARK: Tokens

  var current: Token { token(0) }

  /// The token `ahead` of the current one; the last token again behind the end.
  func token(_ ahead: Int) -> Token {
    let index = min(max(position + ahead, 0), tokens.count - 1)
    return tokens.indices.contains(index)
      ? tokens[index] : Token(.end, source.bytes.count..<source.bytes.count)
  }

  /// The token before the current one in this statement.
  var previous: Token? { position > statementStart ? token(-1) : nil }

  /// The tokens of the current statement.
  var statementTokens: ArraySlice<Token> {
    let rest = tokens[min(statementStart, tokens.count)...]
    return rest.prefix { !$0.endsStatement }
  }

  mutating func advance() {
    position = min(position + 1, tokens.count - 1)
    expected.removeAll(keepingCapacity: true)
  }

  /// From the start of a token to the end of the last one read.
  func span(from start: Token) -> SourceSpan {
    let end = position > 0 ? token(-1).span.upperBound : start.span.upperBound
    return start.span.lowerBound..<max(start.span.lowerBound, end)
  }

  // MARK: Looking and taking

  mutating func note(_ looked: Expected) { expected.append(looked) }

  /// Whether a word stands here, contextual or reserved.
  mutating func at(_ word: Word) -> Bool {
    note(.word(word))
    return current.isWord(word)
  }

  /// Whether one of some words stands here, and which.
  mutating func at(oneOf words: [Word]) -> Word? {
    words.forEach { note(.word($0)) }
    return words.first { current.isWord($0) }
  }

  mutating func at(_ symbol: Symbol) -> Bool {
    note(.symbol(symbol))
    return current.kind == .symbol(symbol)
  }

  mutating func accept(_ word: Word) -> Bool {
    guard at(word) else { return false }
    advance()
    return true
  }

  mutating func accept(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ word: Word) throws(Diagnostic) {
    guard accept(word) else { throw unexpected() }
  }

  mutating func expect(_ symbol: Symbol) throws(Diagnostic) {
    guard accept(symbol) else { throw unexpected() }
  }

  /// One or more, separated by commas.
  mutating func commaSeparated<Element>(
    _ element: (inout Parser) throws(Diagnostic) -> Element
  ) throws(Diagnostic) -> [Element] {
    var elements = [try element(&self)]
    while accept(.comma) { elements.append(try element(&self)) }
    return elements
  }

  // MARK: Bounds

  /// Runs a production that can hold itself, one level deeper.
  mutating func nested<Result>(
    _ production: (inout Parser) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Parser.deepestNesting else { throw tooDeep() }
    return try production(&self)
  }

  mutating func countOperand() throws(Diagnostic) {
    operandCount += 1
    guard operandCount <= Parser.mostOperands else { throw tooManyOperands() }
  }

  mutating func beginStatement() {
    statementStart = position
    shapeFindings = []
    depth = 0
    operandCount = 0
    expected.removeAll(keepingCapacity: true)
  }
}

extension Token {
  /// Whether the token is a word of the language, reserved or contextual.
  func isWord(_ word: Word) -> Bool {
    switch kind {
    case .keyword(let keyword): keyword == word
    case .name(let text): !word.isReserved && text == word.rawValue
    case .bracketed, .number, .percent, .duration, .date, .string, .parameter, .percentile, .symbol, .newline,
      .semicolon, .end, .mention, .email, .foreign, .backticked, .invalid:
      false
    }
  }
}
