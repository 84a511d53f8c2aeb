extension Parser {
  /// `Condition = Test [ "and" Test { "and" Test } | "or" Test { "or" Test } ] .`.
  mutating func condition() throws(Diagnostic) -> Condition {
    let start = current
    let first = try test()
    if at(.and) || at(.or) {
      let (connective, tests) = try chain(first, from: start, allowsParentheses: true) {
        parser throws(Diagnostic) in try parser.test()
      }
      return connective == .and ? .all(tests) : .any(tests)
    }
    return first
  }

  /// The rest of a chain of tests, all joined by one word; a mixture is an error that shows both readings (S020).
  private mutating func chain<Test>(
    _ first: Test, from start: Token, allowsParentheses: Bool,
    _ next: (inout Parser) throws(Diagnostic) -> Test
  ) throws(Diagnostic) -> (Word, [Test]) {
    let connective: Word = current.isWord(.and) ? .and : .or
    let other: Word = connective == .and ? .or : .and
    var tests = [first]
    var spans = [span(from: start)]
    while accept(connective) {
      let from = current
      tests.append(try next(&self))
      spans.append(span(from: from))
    }
    guard current.isWord(other) else { return (connective, tests) }
    throw try mixedConnectives(connective, spans, allowsParentheses: allowsParentheses, next)
  }

  /// ```
  /// Test = "not" Test | "(" Condition ")"
  ///      | "posted" ( "during" Range | CompareOp Point | "is" [ "not" ] "missing" )
  ///      | Operand [ Check ] .
  /// ```
  mutating func test() throws(Diagnostic) -> Condition {
    try countOperand()
    let start = current
    if accept(.not) { return .not(try nested { parser throws(Diagnostic) in try parser.test() }) }
    if accept(.open) {
      let inner = try nested { parser throws(Diagnostic) in try parser.condition() }
      try expect(.close)
      return inner
    }
    if accept(.posted) { return try postedTest(start) }
    let operand = try operand()
    let check = try check(of: operand)
    return .test(operand, check, span(from: start))
  }

  private mutating func postedTest(_ start: Token) throws(Diagnostic) -> Condition {
    if accept(.during) { return .postedDuring(try locatedRange()) }
    if accept(.is) {
      let isMissing = try missingness()
      return .postedMissing(isMissing: isMissing, span(from: start))
    }
    let comparison = try compareOp()
    return .posted(comparison, try point())
  }

  /// `[ "not" ] "missing"` behind `is`; true for `missing`.
  private mutating func missingness() throws(Diagnostic) -> Bool {
    let isNegated = accept(.not)
    try expect(.missing)
    return !isNegated
  }

  /// `Operand = "video" | "post" | Ref [ "/" Ref | "per" NUMBER Ref ] .`.
  mutating func operand() throws(Diagnostic) -> Operand {
    guard let operand = try optionalOperand() else { throw unexpected() }
    return operand
  }

  private mutating func optionalOperand() throws(Diagnostic) -> Operand? {
    let start = current
    if accept(.video) || accept(.post) { return .video(start.span) }
    guard let name = optionalName(.operand) else { return nil }
    let left = try ref(name, start)
    if accept(.divide) { return .ratio(left, try secondRef()) }
    guard accept(.per) else { return .reference(left) }
    let count = try perCount(from: start)
    return .perNumber(left, count, try secondRef())
  }

  private mutating func secondRef() throws(Diagnostic) -> Reference {
    let start = current
    return try ref(try name(.metric), start)
  }

  /// ```
  /// Check = CompareOp Value
  ///       | "between" Value "and" Value
  ///       | "in" "(" Literal { "," Literal } ")"
  ///       | "contains" STRING
  ///       | "starts" "with" STRING
  ///       | "is" [ "not" ] "missing" .
  /// ```
  ///
  /// nil where none stands: a bare operand names a group.
  mutating func check(of operand: Operand) throws(Diagnostic) -> Check? {
    let column = operand.column
    if let comparison = optionalCompareOp() { return .comparison(comparison, try value(of: column)) }
    if accept(.between) {
      let low = try value(of: column)
      try expect(.and)
      return .between(low, try value(of: column))
    }
    if accept(.in) {
      try expect(.open)
      let list = try commaSeparated { parser throws(Diagnostic) in try parser.literal(.value(of: column)) }
      try expect(.close)
      return .isIn(list)
    }
    if accept(.contains) { return .contains(try string(.part(of: column))) }
    if accept(.starts) {
      try expect(.with)
      return .startsWith(try string(.part(of: column)))
    }
    return accept(.is) ? .missing(try missingness()) : nil
  }

  /// `Value = Literal | Operand | AggFn .`.
  mutating func value(of column: String?) throws(Diagnostic) -> Value {
    if let literal = try optionalLiteral(.value(of: column)) { return .literal(literal) }
    if let function = aggFn() { return .benchmark(function) }
    return .operand(try operand())
  }

  /// `Literal = [ "-" ] ( NUMBER | PERCENT ) | DURATION | DATE | STRING | PARAM | "true" | "false" .`.
  mutating func literal(_ role: TextRole) throws(Diagnostic) -> Located<Literal> {
    guard let literal = try optionalLiteral(role) else { throw unexpected() }
    return literal
  }

  private mutating func optionalLiteral(_ role: TextRole) throws(Diagnostic) -> Located<Literal>? {
    let start = current
    let isNegative = accept(.minus)
    note(.number)
    note(.percent)
    if !isNegative {
      [.text(role), .duration, .date, .parameter, .word(.true), .word(.false)].forEach { note($0) }
    }
    let literal: Literal
    switch current.kind {
    case .number(let number): literal = .number(isNegative ? number.negated : number)
    case .percent(let number): literal = .percent(isNegative ? number.negated : number)
    case .duration(let number) where !isNegative: literal = .duration(number)
    case .date(let date) where !isNegative: literal = .date(date)
    case .string(let text, _) where !isNegative: literal = .text(text)
    case .parameter(let name) where !isNegative: literal = .parameter(name)
    case .keyword(.true) where !isNegative: literal = .truth(true)
    case .keyword(.false) where !isNegative: literal = .truth(false)
    case .duration, .date, .string, .parameter, .keyword, .name, .bracketed, .percentile, .symbol, .newline,
      .semicolon, .end, .mention, .email, .foreign, .backticked, .invalid:
      guard !isNegative else { throw unexpected() }
      return nil
    }
    advance()
    return Located(literal, span(from: start))
  }

  /// `CompareOp = "=" | "!=" | "<" | "<=" | ">" | ">=" .`.
  mutating func compareOp() throws(Diagnostic) -> Comparison {
    guard let comparison = optionalCompareOp() else { throw unexpected() }
    return comparison
  }

  private mutating func optionalCompareOp() -> Comparison? {
    for comparison in Comparison.allCases {
      if let symbol = Symbol(rawValue: comparison.rawValue), accept(symbol) { return comparison }
    }
    return nil
  }

  /// `Having = "having" RowTest [ "and" RowTest { "and" RowTest } | "or" RowTest { "or" RowTest } ] .`.
  mutating func having() throws(Diagnostic) -> RowCondition {
    let start = current
    let first = try rowTest()
    if at(.and) || at(.or) {
      let (connective, tests) = try chain(first, from: start, allowsParentheses: false) {
        parser throws(Diagnostic) in try parser.rowTest()
      }
      return connective == .and ? .all(tests) : .any(tests)
    }
    return first
  }

  /// `RowTest = "not" RowTest | Expr RowCheck .`.
  mutating func rowTest() throws(Diagnostic) -> RowCondition {
    if accept(.not) { return .not(try nested { parser throws(Diagnostic) in try parser.rowTest() }) }
    let subject = try expr()
    return .test(subject, try rowCheck())
  }

  /// ```
  /// RowCheck = CompareOp ( Expr | PARAM | "true" | "false" )
  ///          | "between" Expr "and" Expr
  ///          | "is" [ "not" ] "missing" .
  /// ```
  mutating func rowCheck() throws(Diagnostic) -> RowCheck {
    if let comparison = optionalCompareOp() { return .comparison(comparison, try rowValue()) }
    if accept(.between) {
      let low = try expr()
      try expect(.and)
      return .between(low, try expr())
    }
    try expect(.is)
    return .missing(try missingness())
  }

  private mutating func rowValue() throws(Diagnostic) -> RowValue {
    let span = current.span
    note(.parameter)
    if case .parameter(let name) = current.kind {
      advance()
      return .parameter(Located(name, span))
    }
    if accept(.true) { return .truth(Located(true, span)) }
    if accept(.false) { return .truth(Located(false, span)) }
    return .expression(try expr())
  }
}

extension Operand {
  /// The column whose values a literal beside the operand is compared with; nil for a ratio.
  var column: String? {
    switch self {
    case .video: "video"
    case .reference(let reference): reference.name.text
    case .ratio, .perNumber: nil
    }
  }
}

extension Number {
  /// The number with a minus sign before it.
  var negated: Number {
    Number(value: -value, whole: whole.flatMap { $0 == .min ? nil : -$0 }, text: "-" + text)
  }
}
