// Each of these is called behind the word that opens its clause.

extension Parser {
  /// `By = "by" Dim { "," Dim } .`.
  mutating func by() throws(Diagnostic) -> [Located<Dimension>] {
    try commaSeparated { parser throws(Diagnostic) in try parser.dim() }
  }

  /// ```
  /// Dim = Grain [ "posted" | "since" "posted" ]
  ///     | "video" | "post"
  ///     | Name [ "every" ( NUMBER | DURATION | PERCENT ) ] .
  /// ```
  mutating func dim() throws(Diagnostic) -> Located<Dimension> {
    let start = current
    if let grain = grain() {
      let clock = try clock()
      return Located(.time(grain, clock), span(from: start))
    }
    if accept(.video) || accept(.post) { return Located(.video, start.span) }
    let name = try name(.dimension)
    let step = accept(.every) ? try step() : nil
    return Located(.name(name, every: step), span(from: start))
  }

  private mutating func step() throws(Diagnostic) -> Step {
    note(.number)
    note(.duration)
    note(.percent)
    let token = current
    let step: Step
    switch token.kind {
    case .number(let number): step = .number(number)
    case .duration(let number): step = .duration(number)
    case .percent(let number): step = .percent(number)
    case .name, .keyword, .bracketed, .date, .string, .parameter, .percentile, .symbol, .newline, .semicolon,
      .end,
      .mention, .email, .foreign, .backticked, .invalid:
      throw unexpected()
    }
    advance()
    checkStep(step, token.span)
    return step
  }

  /// `Where = "where" Condition .`.
  mutating func `where`() throws(Diagnostic) -> Condition { try condition() }

  /// `During = "during" Range .`.
  mutating func during() throws(Diagnostic) -> Located<WrittenRange> { try locatedRange() }

  /// `Versus = "vs" ( "previous" | "year" "ago" | Range ) .`.
  mutating func versus() throws(Diagnostic) -> Located<Versus> {
    let start = current
    if accept(.previous) { return Located(.previous, start.span) }
    if accept(.year) {
      try expect(.ago)
      return Located(.yearAgo, span(from: start))
    }
    let range = try range()
    return Located(.range(range), span(from: start))
  }

  /// `Sort = "sort" "by" SortKey { "," SortKey } .`.
  mutating func sort() throws(Diagnostic) -> [SortKey] {
    try expect(.by)
    return try commaSeparated { parser throws(Diagnostic) in try parser.sortKey() }
  }

  /// ```
  /// SortKey = ( Expr | "video" | "post" | Grain [ "posted" | "since" "posted" ] )
  ///           [ "ascending" | "descending" ] .
  /// ```
  mutating func sortKey() throws(Diagnostic) -> SortKey {
    let start = current
    let subject: SortKey.Subject
    if accept(.video) || accept(.post) {
      subject = .video
    } else if let grain = grain() {
      subject = .time(grain, try clock())
    } else {
      subject = .expression(try expr())
    }
    let direction: SortKey.Direction? =
      accept(.descending) ? .descending : accept(.ascending) ? .ascending : nil
    return SortKey(subject: subject, direction: direction, span: span(from: start))
  }

  /// `Top = ( "top" | "bottom" ) NUMBER [ "per" ( Name | Grain | "video" | "post" ) ] .`.
  mutating func top() throws(Diagnostic) -> Located<Top> {
    let start = token(-1)
    let count = try number()
    checkCount(count)
    var group: Located<Top.Per>?
    if accept(.per) {
      let first = current
      if let grain = grain() {
        group = Located(.grain(grain), first.span)
      } else if accept(.video) || accept(.post) {
        group = Located(.video, first.span)
      } else {
        group = Located(.name(try name(.dimension)), first.span)
      }
    }
    let top = Top(isBottom: start.isWord(.bottom), count: count, per: group)
    return Located(top, span(from: start))
  }

  /// `With = "with" Extra { "," Extra } .`.
  mutating func with() throws(Diagnostic) -> [Located<Extra>] {
    try commaSeparated { parser throws(Diagnostic) in try parser.extra() }
  }

  /// `Extra = "total" | "others" | "share" | "interval" | "coverage" .`.
  mutating func extra() throws(Diagnostic) -> Located<Extra> {
    let span = current.span
    guard let word = at(oneOf: [.total, .others, .share, .interval, .coverage]),
      let extra = Extra(rawValue: word.rawValue)
    else { throw unexpected() }
    advance()
    return Located(extra, span)
  }

  /// `Missing = "missing" "as" ( "zero" | "blank" | "previous" ) .`.
  mutating func missing() throws(Diagnostic) -> Located<MissingFill> {
    try expect(.as)
    let span = current.span
    guard let word = at(oneOf: [.zero, .blank, .previous]), let fill = MissingFill(rawValue: word.rawValue)
    else {
      throw unexpected()
    }
    advance()
    return Located(fill, span)
  }
}
