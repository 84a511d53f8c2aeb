extension Parser {
  /// `Expr = Term { ( "+" | "-" ) Term } .`.
  mutating func expr() throws(Diagnostic) -> Expression {
    let start = current
    var left = try term()
    while let operation = arithmetic([.add, .subtract]) {
      let right = try term()
      left = .binary(operation, left, right, span(from: start))
    }
    return left
  }

  /// `Term = Factor { ( "*" | "/" ) Factor | "per" NUMBER Factor } .`.
  mutating func term() throws(Diagnostic) -> Expression {
    let start = current
    var left = try factor()
    while true {
      if let operation = arithmetic([.multiply, .divide]) {
        let right = try factor()
        left = .binary(operation, left, right, span(from: start))
      } else if accept(.per) {
        let count = try perCount(from: start)
        left = .perNumber(left, count, try factor(), span(from: start))
      } else {
        return left
      }
    }
  }

  /// The NUMBER behind `per`; a unit there is a typical slip, with an answer of its own (S004).
  mutating func perCount(from start: Token) throws(Diagnostic) -> Located<Number> {
    guard let count = optionalNumber() else { throw missingPerCount(from: start) }
    checkPositive(count)
    return count
  }

  /// An operator, taken if it stands here.
  private mutating func arithmetic(_ operations: [Arithmetic]) -> Arithmetic? {
    for operation in operations {
      if let symbol = Symbol(rawValue: operation.rawValue), accept(symbol) { return operation }
    }
    return nil
  }

  /// ```
  /// Factor = NUMBER | PERCENT | Ref | "(" Expr ")" | "-" Factor
  ///        | Aggregate | Window .
  /// ```
  mutating func factor() throws(Diagnostic) -> Expression {
    try countOperand()
    let start = current
    if let name = optionalName(.metric) { return .reference(try ref(name, start)) }
    if let function = aggFn() { return try aggregate(function, start) }
    if at(.running) || at(.rolling) { return try window(start) }
    if accept(.open) {
      let inner = try nested { parser throws(Diagnostic) in try parser.expr() }
      try expect(.close)
      return inner
    }
    if accept(.minus) {
      let inner = try nested { parser throws(Diagnostic) in try parser.factor() }
      return .negated(inner, span(from: start))
    }
    if let number = optionalNumber() { return .number(number) }
    note(.percent)
    guard case .percent(let number) = start.kind else { throw unexpected() }
    advance()
    return .percent(Located(number, start.span))
  }

  /// `Ref = Name [ "within" NUMBER Unit ] .`.
  ///
  /// Called behind the name.
  mutating func ref(_ name: Name, _ start: Token) throws(Diagnostic) -> Reference {
    let within = accept(.within) ? try period() : nil
    return Reference(name: name, within: within, span: span(from: start))
  }

  /// `Aggregate = AggFn Factor "per" Each .`.
  ///
  /// Called behind the function.
  mutating func aggregate(
    _ function: Located<AggregateFunction>, _ start: Token
  ) throws(Diagnostic) -> Expression {
    let first = current
    let inner = try nested { parser throws(Diagnostic) in try parser.factor() }
    if !at(.per), current.kind.isWordOrName { throw missingUnit(function.span, first) }
    try expect(.per)
    if case .number = current.kind { throw try missingEach(function.span, first) }
    let each = try each()
    return .aggregate(function, inner, per: each, span(from: start))
  }

  /// `AggFn = "average" | "median" | "lowest" | "highest" | "spread" | PCTL .`.
  mutating func aggFn() -> Located<AggregateFunction>? {
    let span = current.span
    let function: AggregateFunction
    switch at(oneOf: [.average, .median, .lowest, .highest, .spread]) {
    case .average: function = .average
    case .median: function = .median
    case .lowest: function = .lowest
    case .highest: function = .highest
    case .spread: function = .spread
    default:
      note(.percentile)
      guard case .percentile(let rank) = current.kind else { return nil }
      function = .percentile(rank)
    }
    advance()
    return Located(function, span)
  }

  /// `Each = "video" | "post" | "day" | "week" | "month" .`.
  mutating func each() throws(Diagnostic) -> Located<Each> {
    let span = current.span
    if accept(.video) || accept(.post) { return Located(.video, span) }
    guard let word = at(oneOf: [.day, .week, .month]), let each = Each(rawValue: word.rawValue) else {
      throw unexpected()
    }
    advance()
    return Located(each, span)
  }

  /// `Window = "running" Factor | "rolling" NUMBER Unit Factor .`.
  mutating func window(_ start: Token) throws(Diagnostic) -> Expression {
    let window: Window
    if accept(.running) {
      window = .running
    } else {
      try expect(.rolling)
      window = .rolling(try period())
    }
    let inner = try nested { parser throws(Diagnostic) in try parser.factor() }
    return .window(window, inner, span(from: start))
  }
}
