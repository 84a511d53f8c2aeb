// The words for sentences that do not fit the grammar.

extension Parser {
  /// The finding at the current token, which fits none of the things that were looked for.
  func unexpected() -> Diagnostic {
    let token = current
    let text = source.text(token.span)
    let place = Diagnostic.Place.query(token.span)
    var finding: Diagnostic
    switch token.kind {
    case .newline, .semicolon, .end: finding = endsTooEarly()
    case .invalid(let problem): finding = .lexical(problem, text, at: token.span)
    case .mention, .email: finding = .handle(at: place)
    case .foreign: finding = .foreignWord(text, at: place)
    case .backticked(let name): finding = .backticked(name, at: place)
    case .name, .keyword, .bracketed, .number, .percent, .duration, .date, .string, .parameter, .percentile,
      .symbol:
      finding = thousandsSeparator() ?? misspeltOpening() ?? doesNotFit(text)
    }
    finding.expected = Expected.plainWords(expected)
    guard offersRewrites else { return finding }
    return withRewrites(finding)
  }

  /// Adds whole sentences that do parse: with the replacement in place, and with phrases of other languages read.
  private func withRewrites(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    if let translation = translation() {
      if finding.code == "S001" { finding = foreignPhrase(finding) }
      finding.rewrites += runnable([translation])
    }
    if let replacement = finding.replacement, case .query(let span) = finding.place {
      finding.rewrites += runnable([statementText(replacing: span, with: replacement)])
    }
    finding.rewrites = finding.rewrites.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    return finding
  }

  private func doesNotFit(_ text: String) -> Diagnostic {
    let message =
      if let previous { "`\(short(text))` does not fit behind `\(short(source.text(previous.span)))`." } else
      {
        "A sentence does not begin with `\(short(text))`."
      }
    var finding = Diagnostic("S001", message, at: .query(current.span))
    let words = expected.compactMap { if case .word(let word) = $0 { word.rawValue } else { nil } }
    switch current.kind {
    case .name(let name): finding.replacement = nearest(name, among: words)
    case .keyword where previous == nil:
      finding.help = "A sentence names metrics first, then clauses such as `by`, `where` and `during`."
    case .keyword(let word):
      if expected.contains(where: { if case .name = $0 { true } else { false } }) {
        finding.help =
          "`\(word.rawValue)` is a word of the language; a column of that name is written `[\(word.rawValue)]`."
      }
    case .bracketed, .number, .percent, .duration, .date, .string, .parameter, .percentile, .symbol, .newline,
      .semicolon, .end, .mention, .email, .foreign, .backticked, .invalid:
      break
    }
    return finding
  }

  /// `shwo tables`: a first word that was read as a metric, though a word of the language was meant.
  private func misspeltOpening() -> Diagnostic? {
    guard position == statementStart + 1, let first = previous, case .name(let name) = first.kind,
      let word = nearest(name, among: WordFamily.openings.map(\.rawValue))
    else { return nil }
    guard !runnable([statementText(replacing: first.span, with: word)]).isEmpty else { return nil }
    return Diagnostic(
      "S001", "A sentence does not begin with `\(name)`.", at: .query(first.span), replacement: word)
  }

  private func endsTooEarly() -> Diagnostic {
    let end = previous?.span.upperBound ?? current.span.lowerBound
    let last = previous.map { short(source.text($0.span)) }
    return Diagnostic(
      Parser.endsTooEarlyCode,
      last.map { "The sentence ends too early, behind `\($0)`." } ?? "There is no sentence here.",
      at: .query(end..<end))
  }

  /// `1,000`: a comma between three digits and the digits before it.
  private func thousandsSeparator() -> Diagnostic? {
    let comma = current.kind == .symbol(.comma) ? 0 : -1
    guard case .number(let front) = token(comma - 1).kind, token(comma).kind == .symbol(.comma),
      case .number(let back) = token(comma + 1).kind, back.text.utf8.count == 3, back.whole != nil,
      token(comma - 1).span.upperBound == token(comma).span.lowerBound,
      token(comma).span.upperBound == token(comma + 1).span.lowerBound
    else { return nil }
    let span = token(comma - 1).span.lowerBound..<token(comma + 1).span.upperBound
    return Diagnostic(
      "L004", "Numbers are written without a comma.", at: .query(span),
      help: "Write `\(front.text + back.text)`, or use `k` for thousands, as in `2k`.",
      replacement: front.text + back.text)
  }

  /// `saves per video`: a typical value needs to say which kind of typical.
  func missingPerCount(from start: Token) -> Diagnostic {
    let units: [Word] = [.video, .post, .day, .week, .month]
    guard let unit = units.first(where: { current.isWord($0) }), let previous else { return unexpected() }
    let subject = start.span.lowerBound..<previous.span.lowerBound
    let per = source.text(previous.span.lowerBound..<current.span.upperBound)
    let typical = ["median", "average"].map { function in
      statementText(
        replacing: start.span.lowerBound..<current.span.upperBound,
        with: "\(function) \(source.text(subject))\(per)")
    }
    return Diagnostic(
      "S004", "After `per` I need a number, as in `saves per 1000 views`.", at: .query(previous.span),
      expected: Expected.plainWords(expected),
      help: "To get a typical value per \(unit.rawValue), say which kind of typical.",
      rewrites: runnable(typical))
  }

  /// `median saves by format`: one number of several needs to know of several what.
  func missingUnit(_ function: SourceSpan, _ inner: Token) -> Diagnostic {
    var finding = unexpected()
    guard finding.code == "S001", let last = previous else { return finding }
    let whole = function.lowerBound..<last.span.upperBound
    let text = "\(source.text(function)) \(source.text(inner.span.lowerBound..<last.span.upperBound))"
    finding.help = "Say what it is taken over, as in `\(text) per video`."
    finding.rewrites = runnable(
      ["video", "day"].map { statementText(replacing: whole, with: "\(text) per \($0)") })
    return finding
  }

  /// `average saves per 1000 views per video`: what is averaged needs parentheses.
  mutating func missingEach(_ function: SourceSpan, _ inner: Token) throws(Diagnostic) -> Diagnostic {
    guard let per = previous, optionalNumber() != nil else { return unexpected() }
    _ = try factor()
    let subject = span(from: inner)
    let whole = function.lowerBound..<subject.upperBound
    return Diagnostic(
      "S005", "What a typical value is taken of stands in parentheses here.", at: .query(per.span),
      rewrites: runnable([
        statementText(replacing: whole, with: "\(source.text(function)) (\(source.text(subject)))")
      ]))
  }

  /// `load videos.csv`: a text without its quotes.
  func missingQuotes(_ role: TextRole) -> Diagnostic {
    guard !current.endsStatement, current.kind != .mention, current.kind != .email else {
      return unexpected()
    }
    if case .invalid(.unclosedString) = current.kind { return unexpected() }
    let start = current.span.lowerBound
    let end: Int
    switch role {
    case .dataFile, .scriptFile, .outputFile:
      end =
        source.bytes[start...].firstIndex { $0 <= UInt8(ascii: " ") || $0 == UInt8(ascii: ";") }
        ?? source.bytes.count
    case .value, .part, .free, .settingValue: end = current.span.upperBound
    }
    guard end - start <= 200, let first = source.bytes[start...].first, first.continuesName || first >= 0x80
    else {
      return unexpected()
    }
    let quoted = QueryPrinter().quoted(source.text(start..<end))
    return Diagnostic(
      "S006", "A text stands in quotes.", at: .query(start..<end), expected: Expected.plainWords(expected),
      replacement: quoted, rewrites: runnable([statementText(replacing: start..<end, with: quoted)]))
  }

  /// `a and b or c`: both readings, in parentheses, of all the tests that follow one another.
  mutating func mixedConnectives<Test>(
    _ first: Word, _ read: [SourceSpan], allowsParentheses: Bool,
    _ next: (inout Parser) throws(Diagnostic) -> Test
  ) throws(Diagnostic) -> Diagnostic {
    let place = Diagnostic.Place.query(current.span)
    var spans = read
    var connectives = Array(repeating: first, count: max(0, read.count - 1))
    while let word = at(oneOf: [.and, .or]) {
      advance()
      let start = current
      _ = try next(&self)
      connectives.append(word)
      spans.append(span(from: start))
    }
    let whole = (spans.first?.lowerBound ?? 0)..<(spans.last?.upperBound ?? 0)
    let texts = spans.map { source.text($0) }
    guard allowsParentheses else {
      return Diagnostic(
        "S020", "`and` and `or` are mixed.", at: place,
        help: "In `having`, join all tests with `and`, or all with `or`.")
    }
    let readings = [Word.and, .or].map { grouped(texts, connectives, inner: $0) }
    return Diagnostic(
      "S020", "`and` and `or` are mixed without parentheses.", at: place,
      help: "It could mean `\(readings[0])` or `\(readings[1])`.",
      rewrites: runnable(readings.map { statementText(replacing: whole, with: $0) }))
  }

  /// The tests with parentheses around those that are joined by `inner`.
  private func grouped(_ tests: [String], _ connectives: [Word], inner: Word) -> String {
    let outer: Word = inner == .and ? .or : .and
    var groups: [[String]] = []
    for (index, test) in tests.enumerated() {
      if index > 0, connectives[index - 1] == inner {
        groups[groups.count - 1].append(test)
      } else {
        groups.append([test])
      }
    }
    return groups.map { group in
      let text = group.joined(separator: " \(inner.rawValue) ")
      return group.count > 1 ? "(\(text))" : text
    }.joined(separator: " \(outer.rawValue) ")
  }

  func tooDeep() -> Diagnostic {
    Diagnostic(
      "S040", "The sentence is nested more than \(Parser.deepestNesting) levels deep.",
      at: .query(current.span),
      help: "Give a part of it a name with `define`.")
  }

  func tooManyOperands() -> Diagnostic {
    Diagnostic(
      "S041", "The sentence has more than \(Parser.mostOperands) parts to compute.", at: .query(current.span),
      help: "Give a part of it a name with `define`.")
  }

  func tooLong(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "L009", "The sentence is longer than \(Parser.longestStatement >> 20) MiB.",
      at: .query(span.lowerBound..<span.lowerBound + 1),
      help: "Split it at a newline that is not followed by a blank.")
  }

  // MARK: Other sentences

  /// The statement with a part of it replaced.
  func statementText(replacing span: SourceSpan, with replacement: String) -> String {
    let tokens = statementTokens
    let start = tokens.first?.span.lowerBound ?? 0
    let end = tokens.last?.span.upperBound ?? start
    return source.text(start..<min(span.lowerBound, end)) + replacement
      + source.text(min(span.upperBound, end)..<end)
  }

  /// Those texts that are statements of the language, in canonical form.
  func runnable(_ texts: [String]) -> [String] {
    guard offersRewrites else { return [] }
    return texts.compactMap { text in
      guard text.utf8.count <= Parser.longestRewrite else { return nil }
      let probe = SourceText(text, name: source.name)
      var parser = Parser(source: probe, tokens: lex(probe), protecting: protected)
      parser.offersRewrites = false
      let lines = parser.script()
      guard lines.count == 1, case .statement(let statement, _) = lines[0] else { return nil }
      return TallyLanguage.print(statement)
    }
  }

  /// Longer sentences are not rewritten: nobody reads them in a message.
  private static var longestRewrite: Int { 1000 }

  /// The first characters of a long text.
  private func short(_ text: String) -> String {
    text.utf8.count <= 40 ? text : String(text.prefix(30)) + "…"
  }
}

extension Token.Kind {
  /// Whether it is a word of the language, or a name.
  var isWordOrName: Bool {
    switch self {
    case .name, .keyword: true
    case .bracketed, .number, .percent, .duration, .date, .string, .parameter, .percentile, .symbol, .newline,
      .semicolon, .end, .mention, .email, .foreign, .backticked, .invalid:
      false
    }
  }
}
