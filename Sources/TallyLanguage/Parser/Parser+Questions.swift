extension Parser {
  /// A `Report` or an `Analysis`: the first word tells them apart.
  mutating func question() throws(Diagnostic) -> Question {
    if let kind = at(oneOf: [.correlate, .compare, .trend, .quadrants]) { return try analysis(kind) }
    return try report()
  }

  /// `Report = Query { "beside" Query } [ "into" STRING ] .`.
  mutating func report() throws(Diagnostic) -> Question {
    var queries = [try query()]
    while accept(.beside) { queries.append(try query()) }
    return Question(body: .report(queries), destination: try destination())
  }

  /// `[ "into" STRING ]` behind a report or an analysis.
  private mutating func destination() throws(Diagnostic) -> Located<String>? {
    accept(.into) ? try string(.outputFile) : nil
  }

  /// `Query = Item { "," Item } { Clause } .`.
  mutating func query() throws(Diagnostic) -> Query {
    let start = current
    var query = Query(items: try commaSeparated { parser throws(Diagnostic) in try parser.item() })
    var seen: Set<Word> = []
    while try clause(of: &query, &seen) {}
    query.span = span(from: start)
    checkShape(of: query)
    return query
  }

  /// `Item = Expr [ "as" Name ] .`.
  mutating func item() throws(Diagnostic) -> Item {
    let start = current
    let expression = try expr()
    let span = span(from: start)
    return Item(expression: expression, alias: accept(.as) ? try name(.new) : nil, span: span)
  }

  /// `Clause = By | Where | During | Versus | Having | Sort | Top | With | Missing .`.
  ///
  /// false where no clause starts. A clause kind that stood before is read, reported (Q010) and dropped.
  private mutating func clause(of query: inout Query, _ seen: inout Set<Word>) throws(Diagnostic) -> Bool {
    let word = current
    switch atClause([.by, .where, .during, .vs, .having, .sort, .top, .bottom, .with, .missing], seen) {
    case .by: query.by = try once(word, .by, &seen, query.by) { parser throws(Diagnostic) in try parser.by() }
    case .where:
      query.condition = try once(word, .where, &seen, query.condition) { parser throws(Diagnostic) in
        try parser.where()
      }
    case .during:
      query.range = try once(word, .during, &seen, query.range) { parser throws(Diagnostic) in
        try parser.during()
      }
    case .vs:
      query.versus = try once(word, .vs, &seen, query.versus) { parser throws(Diagnostic) in
        try parser.versus()
      }
    case .having:
      query.having = try once(word, .having, &seen, query.having) { parser throws(Diagnostic) in
        try parser.having()
      }
    case .sort:
      query.sort = try once(word, .sort, &seen, query.sort) { parser throws(Diagnostic) in try parser.sort() }
    case .top, .bottom:
      query.top = try once(word, .top, &seen, query.top) { parser throws(Diagnostic) in try parser.top() }
    case .with:
      query.extras = try once(word, .with, &seen, query.extras) { parser throws(Diagnostic) in
        try parser.with()
      }
    case .missing:
      query.missing = try once(word, .missing, &seen, query.missing) { parser throws(Diagnostic) in
        try parser.missing()
      }
    default: return false
    }
    return true
  }

  /// The clause word that stands here; words of clauses that stood before are found, but not offered.
  private mutating func atClause(_ words: [Word], _ seen: Set<Word>) -> Word? {
    for word in words where !seen.contains(word == .bottom ? .top : word) { note(.word(word)) }
    return words.first { current.isWord($0) }
  }

  /// Reads a clause behind its word; keeps the first of a kind and reports the others.
  private mutating func once<Part>(
    _ word: Token, _ kind: Word, _ seen: inout Set<Word>, _ earlier: Part,
    _ production: (inout Parser) throws(Diagnostic) -> Part
  ) throws(Diagnostic) -> Part {
    let isFirst = seen.insert(kind).inserted
    advance()
    let part = try production(&self)
    if isFirst { return part }
    shapeFindings.append(repeatedClause(kind, word.span))
    return earlier
  }

  /// `Analysis = ( Correlate | Compare | Trend | Quadrants ) [ "into" STRING ] .`.
  mutating func analysis(_ word: Word) throws(Diagnostic) -> Question {
    let start = current
    advance()
    let analysis =
      switch word {
      case .correlate: try correlate(start)
      case .compare: try compare(start)
      case .trend: try trend(start)
      default: try quadrants(start)
      }
    checkShape(of: analysis)
    return Question(body: .analysis(analysis), destination: try destination())
  }

  /// `Correlate = "correlate" Expr "with" Expr { "," Expr } { Scope } .`.
  mutating func correlate(_ start: Token) throws(Diagnostic) -> Analysis {
    let subject = try expr()
    try expect(.with)
    let others = try commaSeparated { parser throws(Diagnostic) in try parser.expr() }
    return try scoped(.correlate(subject, with: others), start)
  }

  /// `Compare = "compare" Expr { Scope | Holding } .`.
  mutating func compare(_ start: Token) throws(Diagnostic) -> Analysis {
    try scoped(.compare(try expr(), holding: []), start)
  }

  /// `Trend = "trend" Expr { Scope } .`.
  mutating func trend(_ start: Token) throws(Diagnostic) -> Analysis {
    try scoped(.trend(try expr()), start)
  }

  /// `Quadrants = "quadrants" Expr "and" Expr { Scope } .`.
  mutating func quadrants(_ start: Token) throws(Diagnostic) -> Analysis {
    let first = try expr()
    try expect(.and)
    return try scoped(.quadrants(first, try expr()), start)
  }

  /// The scopes behind the subject of an analysis.
  private mutating func scoped(_ kind: Analysis.Kind, _ start: Token) throws(Diagnostic) -> Analysis {
    var parts = Analysis(kind: kind)
    var seen: Set<Word> = []
    while try scope(of: &parts, &seen) {}
    var analysis = Analysis(kind: parts.kind, span: span(from: start))
    analysis.by = parts.by
    analysis.condition = parts.condition
    analysis.range = parts.range
    analysis.top = parts.top
    return analysis
  }

  /// `Scope = By | Where | During | Top .`.
  ///
  /// `Holding` is read here too, where the analysis is a `Compare`.
  private mutating func scope(of analysis: inout Analysis, _ seen: inout Set<Word>) throws(Diagnostic) -> Bool
  {
    let word = current
    var words: [Word] = [.by, .where, .during, .top, .bottom]
    if case .compare = analysis.kind { words.append(.holding) }
    switch atClause(words, seen) {
    case .by:
      analysis.by = try once(word, .by, &seen, analysis.by) { parser throws(Diagnostic) in try parser.by() }
    case .where:
      analysis.condition = try once(word, .where, &seen, analysis.condition) { parser throws(Diagnostic) in
        try parser.where()
      }
    case .during:
      analysis.range = try once(word, .during, &seen, analysis.range) { parser throws(Diagnostic) in
        try parser.during()
      }
    case .top, .bottom:
      analysis.top = try once(word, .top, &seen, analysis.top) { parser throws(Diagnostic) in try parser.top()
      }
    case .holding:
      guard case .compare(let subject, let earlier) = analysis.kind else { return false }
      let held = try once(word, .holding, &seen, earlier) { parser throws(Diagnostic) in try parser.holding()
      }
      analysis.kind = .compare(subject, holding: held)
    default: return false
    }
    return true
  }

  /// `Holding = "holding" Dim { "," Dim } .`.
  mutating func holding() throws(Diagnostic) -> [Located<Dimension>] { try by() }
}
