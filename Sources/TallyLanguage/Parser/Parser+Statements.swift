import TallyPrivacy

extension Parser {
  /// `Script = [ Line ] { Terminator [ Line ] } .`.
  mutating func script() -> [Parsed] {
    var lines: [Parsed] = []
    if !current.endsStatement { lines.append(line()) }
    while terminator() {
      if !current.endsStatement { lines.append(line()) }
    }
    return lines
  }

  /// `Terminator = NEWLINE | ";" .`.
  mutating func terminator() -> Bool {
    guard current.kind == .newline || current.kind == .semicolon else { return false }
    advance()
    return true
  }

  /// `Line = PersonQuestion | Statement .`.
  mutating func line() -> Parsed {
    beginStatement()
    defer { skipStatement() }
    let tokens = statementTokens
    let span = current.span.lowerBound..<(tokens.last ?? current).span.upperBound
    guard span.count <= Parser.longestStatement else { return .diagnostic(tooLong(span)) }
    let asksForHelp = current.isWord(.help) && tokens.count <= 2
    let words = asksForHelp ? [] : scannedWords(tokens, of: source)
    if let refusal = classify(words, protecting: protected) { return personQuestion(refusal, words) }
    do throws(Diagnostic) {
      let parsed = try statement()
      note(.end)
      guard current.endsStatement else { throw unexpected() }
      if let finding = shapeFindings.first { throw finding }
      return .statement(parsed, span: span)
    } catch {
      // A finding about shape is one about a sentence of the language.
      if rereadsMistakes, !shapeFindings.contains(error),
        let refusal = suspect(words, protecting: protected)
      {
        return personQuestion(refusal, words)
      }
      return .diagnostic(error)
    }
  }

  /// `PersonQuestion = PERSONMARK { ANY } .`.
  ///
  /// The mark is the classifier's refusal; none of the tokens behind it is read.
  func personQuestion(_ refusal: Refusal, _ words: [ScannedWord]) -> Parsed {
    .refusal(RefusedQuestion(refusal: refusal, rewrites: rewrites(for: refusal, in: words)))
  }

  private mutating func skipStatement() {
    while !current.endsStatement { advance() }
  }

  /// ```
  /// Statement = Load | Column | Define | Param | Set | Assert | Expect | Run
  ///           | Show | Explain | Print | Help | Report | Analysis .
  /// ```
  mutating func statement() throws(Diagnostic) -> Statement {
    if accept(.load) { return .load(try load()) }
    if accept(.column) { return .column(try column()) }
    if accept(.define) { return .define(try define()) }
    if accept(.param) { return .param(try param()) }
    if accept(.set) { return .set(try set()) }
    if accept(.assert) { return .assert(try assert()) }
    if accept(.expect) { return .expect(try expect()) }
    if accept(.run) { return .run(try run()) }
    if accept(.show) { return .show(try show()) }
    if accept(.explain) { return .explain(try explain()) }
    if accept(.print) { return .print(try print()) }
    if accept(.help) { return .help(try help()) }
    return .question(try question())
  }

  /// `Load = "load" STRING [ "as" NAME ] .`.
  mutating func load() throws(Diagnostic) -> Load {
    let pattern = try string(.dataFile)
    let role = accept(.as) ? try bareName(.table) : nil
    return Load(pattern: pattern, role: role)
  }

  /// `Column = "column" Name "in" NAME "is" Kind [ "in" NAME ] .`.
  mutating func column() throws(Diagnostic) -> ColumnDeclaration {
    let start = token(-1)
    let column = try name(.column)
    try expect(.in)
    let table = try bareName(.table)
    try expect(.is)
    let kind = try kind()
    let unit = accept(.in) ? try bareName(.unit) : nil
    return ColumnDeclaration(column: column, table: table, kind: kind, unit: unit, span: span(from: start))
  }

  /// ```
  /// Kind = "counter" | "running" "total" | "snapshot" | "unique"
  ///      | "rate" "weighted" "by" Name
  ///      | "attribute" | "tags" | "date" | "id" .
  /// ```
  mutating func kind() throws(Diagnostic) -> WrittenKind {
    if accept(.counter) { return .counter }
    if accept(.running) {
      try expect(.total)
      return .runningTotal
    }
    if accept(.snapshot) { return .snapshot }
    if accept(.unique) { return .unique }
    if accept(.rate) {
      try expect(.weighted)
      try expect(.by)
      return .rate(weightedBy: try name(.column))
    }
    if accept(.attribute) { return .attribute }
    if accept(.tags) { return .tags }
    if accept(.date) { return .date }
    if accept(.id) { return .id }
    throw unexpected()
  }

  /// `Set = "set" NAME "=" ( NUMBER | PERCENT | DATE | STRING | NAME ) .`.
  mutating func set() throws(Diagnostic) -> Setting {
    let name = try bareName(.setting)
    try expect(.equal)
    note(.number)
    note(.percent)
    note(.date)
    note(.text(.settingValue(of: name.text)))
    note(.name(.settingValue(of: name.text)))
    let value: Setting.Value
    switch current.kind {
    case .number(let number): value = .number(number)
    case .percent(let number): value = .percent(number)
    case .date(let date): value = .date(date)
    case .string(let text, _): value = .text(text)
    case .name(let text): value = .name(text)
    case .keyword, .bracketed, .duration, .parameter, .percentile, .symbol, .newline, .semicolon, .end,
      .mention,
      .email, .foreign, .backticked, .invalid:
      throw unexpected()
    }
    let span = current.span
    advance()
    return Setting(name: name, value: Located(value, span))
  }

  /// ```
  /// Assert = "assert" ( "no" "rows" "(" Query ")"
  ///                   | "(" Query ")" CompareOp Literal ) .
  /// ```
  mutating func assert() throws(Diagnostic) -> Assertion {
    let start = token(-1)
    let expectsNoRows = accept(.no)
    if expectsNoRows { try expect(.rows) }
    try expect(.open)
    let query = try query()
    try expect(.close)
    if expectsNoRows { return Assertion(query: query, check: .noRows, span: span(from: start)) }
    let comparison = try compareOp()
    let literal = try literal(.value(of: nil))
    checkAssertedQuery(query)
    return Assertion(query: query, check: .comparison(comparison, literal), span: span(from: start))
  }

  /// `Expect = "expect" ( "refusal" | "error" ) [ NAME ] .`.
  mutating func expect() throws(Diagnostic) -> Expectation {
    let start = token(-1)
    let outcome: Expectation.Outcome
    if accept(.refusal) {
      outcome = .refusal
    } else {
      try expect(.error)
      outcome = .error
    }
    let code = optionalBareName(.code)
    return Expectation(
      outcome: outcome, code: code.map { Located($0.text.uppercased(), $0.span) }, span: span(from: start))
  }

  /// `Run = "run" ( Name | STRING ) [ "with" Arg { "," Arg } ] .`.
  mutating func run() throws(Diagnostic) -> Run {
    let start = token(-1)
    let target: Run.Target
    if let script = optionalString(.scriptFile) {
      target = .script(script)
    } else {
      target = .report(try name(.report))
    }
    var arguments: [Binding] = []
    if accept(.with) { arguments = try commaSeparated { parser throws(Diagnostic) in try parser.arg() } }
    return Run(target: target, arguments: arguments, span: span(from: start))
  }

  /// `Arg = NAME "=" ParamValue .`.
  mutating func arg() throws(Diagnostic) -> Binding {
    let name = try bareName(.parameter)
    try expect(.equal)
    return Binding(name: name, value: try paramValue())
  }

  /// `Param = "param" NAME "=" ParamValue .`.
  mutating func param() throws(Diagnostic) -> Binding { try arg() }

  /// ```
  /// Show = "show" ( "tables" | "loads" | "metrics" | "groups" | "reports"
  ///               | "settings" | "policy" | "columns" [ "in" NAME ] ) .
  /// ```
  mutating func show() throws(Diagnostic) -> Show {
    if accept(.tables) { return .tables }
    if accept(.loads) { return .loads }
    if accept(.metrics) { return .metrics }
    if accept(.groups) { return .groups }
    if accept(.reports) { return .reports }
    if accept(.settings) { return .settings }
    if accept(.policy) { return .policy }
    try expect(.columns)
    return .columns(accept(.in) ? try bareName(.table) : nil)
  }

  /// `Explain = "explain" ( Report | Analysis ) .`.
  mutating func explain() throws(Diagnostic) -> Question { try question() }

  /// `Print = "print" STRING .`.
  mutating func print() throws(Diagnostic) -> Located<String> { try string(.free) }

  /// `Help = "help" [ NAME | STRING | KEYWORD ] .`.
  mutating func help() throws(Diagnostic) -> Located<String>? {
    note(.name(.helpTopic))
    let topic: String
    switch current.kind {
    case .name(let text), .string(let text, _): topic = text
    case .keyword(let word): topic = word.rawValue
    case .percentile(let rank): topic = "p\(rank)"
    case .newline, .semicolon, .end: return nil
    case .bracketed, .number, .percent, .duration, .date, .parameter, .symbol, .mention, .email, .foreign,
      .backticked,
      .invalid:
      throw unexpected()
    }
    let span = current.span
    advance()
    return Located(topic, span)
  }
}
