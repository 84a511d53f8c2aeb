/// What may come next at a place in a text; made by the parser itself, so it cannot drift from the grammar.
///
/// Read by completion. It knows no table: which names fit a role is the reader's to fill in.
package struct Expectations: Sendable, Hashable {
  /// Everything that fits, in the order in which the parser looks; no duplicates.
  package let all: [Expected]
  /// The bytes to replace: the word, name or text that the cursor is in or right behind; empty between tokens.
  package let span: SourceSpan

  package init(all: [Expected], span: SourceSpan) {
    self.all = all
    self.span = span
  }

  /// Words of the language that fit.
  package var words: [String] {
    all.compactMap { if case .word(let word) = $0 { word.rawValue } else { nil } }
  }

  /// What a name that fits would stand for.
  package var names: [NameRole] {
    all.compactMap { if case .name(let role) = $0 { role } else { nil } }
  }

  /// What a string that fits would stand for.
  package var texts: [TextRole] {
    all.compactMap { if case .text(let role) = $0 { role } else { nil } }
  }

  /// Whether the statement may end here.
  package var allowsEnd: Bool { all.contains(.end) }
}

/// What may come next at an offset, given the text of the statement before it.
///
/// A token that the cursor touches is left out of that text and is what a completion replaces. Nothing is expected
/// behind a text that already fails to parse, inside comments and inside numbers.
///
/// - Complexity: O(bytes).
package func expectations(in source: SourceText, at offset: Int) -> Expectations {
  let cursor = min(max(offset, 0), source.bytes.count)
  let tokens = lex(source)
  let nothing = Expectations(all: [], span: cursor..<cursor)
  let touched = tokens.last {
    $0.isCompletable && $0.span.lowerBound < cursor && cursor <= $0.span.upperBound
  }
  let end = touched?.span.lowerBound ?? cursor
  let before = tokens.prefix { $0.span.upperBound <= end && $0.kind != .end }
  guard !isInComment(cursor, source, before.last?.span.upperBound ?? 0, isTouching: touched != nil) else {
    return nothing
  }
  if let next = tokens.dropFirst(before.count).first, touched == nil, next.span.lowerBound < cursor,
    next.kind != .end
  {
    return nothing
  }
  var statement = Array(before.suffix(from: (before.lastIndex { $0.endsStatement } ?? -1) + 1))
  if touched == nil, case .number? = statement.last?.kind, statement.last?.span.upperBound == cursor {
    return nothing
  }
  statement.append(Token(.end, end..<end))
  return Expectations(
    all: Parser.expectations(at: statement, of: source), span: touched?.span ?? cursor..<cursor)
}

/// Whether the last statement only lacks its end, so that Enter should begin a new row instead of running the text.
///
/// The row that follows must be indented to belong to the statement. False for an empty text, for one that ends in
/// `;`, and where anything else is wrong, an unclosed quote among it: a text in quotes stands on one line.
package func isIncomplete(_ source: SourceText) -> Bool {
  guard lex(source).last(where: { $0.kind != .end && $0.kind != .newline })?.kind != .semicolon else {
    return false
  }
  let lines = parse(source)
  guard case .diagnostic(let last)? = lines.last, last.code == Parser.endsTooEarlyCode else { return false }
  return lines.dropLast().allSatisfy { if case .statement = $0 { true } else { false } }
}

/// Whether the cursor stands behind `--` on its line, outside of any token.
private func isInComment(_ cursor: Int, _ source: SourceText, _ lastEnd: Int, isTouching: Bool) -> Bool {
  guard !isTouching, lastEnd <= cursor else { return false }
  let line = source.bytes[lastEnd..<cursor].split(
    separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
  ).last
  let dashes: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: "-")]
  return line.map { $0.drop { $0 == UInt8(ascii: " ") || $0 == 0x09 }.starts(with: dashes) } ?? false
}

extension Token {
  /// Whether a completion may replace the token: something that is typed letter by letter.
  fileprivate var isCompletable: Bool {
    switch kind {
    case .name, .keyword, .bracketed, .string, .parameter, .percentile, .foreign: true
    case .invalid(.unclosedString), .invalid(.unclosedBracket), .invalid(.unclosedParameter),
      .invalid(.malformedParameter), .invalid(.emptyBrackets):
      true
    case .number, .percent, .duration, .date, .symbol, .newline, .semicolon, .end, .mention, .email,
      .backticked,
      .invalid:
      false
    }
  }
}

extension Parser {
  static let endsTooEarlyCode = "S002"

  /// What the parser looks for at the end of some tokens; nothing where it stops before.
  fileprivate static func expectations(at tokens: [Token], of source: SourceText) -> [Expected] {
    var parser = Parser(source: source, tokens: tokens)
    parser.offersRewrites = false
    if (try? parser.statement()) != nil { parser.note(.end) }
    guard parser.current.kind == .end else { return [] }
    return parser.expected.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
