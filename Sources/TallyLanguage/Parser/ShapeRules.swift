// Rules on the shape of a sentence that the grammar leaves open. Each has a Q code; the first that is broken speaks,
// once the whole sentence is known to be well formed.

extension Parser {
  // MARK: Values

  /// Q030: a count of units or rows is a whole number from 1.
  mutating func checkCount(_ number: Located<Number>) {
    guard (number.value.whole ?? 0) < 1 else { return }
    shapeFindings.append(.notACount(number.span))
  }

  /// Q031: what is divided by, or stepped by, is more than zero.
  mutating func checkPositive(_ number: Located<Number>) {
    guard number.value.value <= 0 else { return }
    shapeFindings.append(.notPositive(number.span))
  }

  mutating func checkStep(_ step: Step, _ span: SourceSpan) {
    switch step {
    case .number(let number), .duration(let number), .percent(let number):
      checkPositive(Located(number, span))
    }
  }

  /// Q032: a bare number in a range is a year, 1 to 9999, in four digits; 1 where it is not.
  mutating func checkYear(_ number: Located<Number>) -> Int {
    if let year = number.value.whole, (1...9999).contains(year), number.value.text.utf8.count == 4,
      number.value.text.utf8.allSatisfy(\.isDigit)
    {
      return Int(year)
    }
    shapeFindings.append(.notAYear(number.span))
    return 1
  }

  /// Q033: a range ends where it starts, or later.
  mutating func checkOrder(_ first: Located<Point>, _ last: Located<Point>) {
    guard case .date(let from) = first.value, case .date(let to) = last.value,
      to.days.upperBound < from.days.lowerBound
    else { return }
    let span = first.span.lowerBound..<last.span.upperBound
    shapeFindings.append(
      .backwardRange(span, replacement: "\(source.text(last.span)) to \(source.text(first.span))"))
  }

  // MARK: Labels and assertions

  /// Q011: `else` comes last in a label.
  mutating func checkElseIsLast(_ cases: [Definition.Case], _ span: SourceSpan) {
    guard cases.dropLast().contains(where: { $0.condition == nil }) else { return }
    shapeFindings.append(.behindElse(span))
  }

  /// Q017: what is compared in `assert` is one number.
  mutating func checkAssertedQuery(_ query: Query) {
    guard query.items.count != 1 || !query.by.isEmpty || query.versus != nil || !query.extras.isEmpty else {
      return
    }
    shapeFindings.append(.notOneNumber(query.span))
  }

  // MARK: Queries

  mutating func checkShape(of query: Query) {
    let earlier = shapeFindings.count
    defer { offerRepairs(of: query, from: earlier) }
    checkDimensions(query.by)
    checkSort(query)
    checkTop(query.top, by: query.by)
    checkExtras(query)
    checkWindows(query)
    checkVersus(query)
    checkMissing(query)
    checkAliases(query)
  }

  mutating func checkShape(of analysis: Analysis) {
    checkDimensions(analysis.by)
    checkTop(analysis.top, by: analysis.by)
    guard case .compare(_, let holding) = analysis.kind else { return }
    checkDimensions(holding)
    if analysis.by.isEmpty { shapeFindings.append(.compareWithoutBy(analysis.span)) }
  }

  /// Q015: `hour` is the hour posted; Q044: a weekday has no age; Q045: a group stands once in `by`.
  private mutating func checkDimensions(_ dimensions: [Located<Dimension>]) {
    for (index, dimension) in dimensions.enumerated() {
      if case .time(let grain, let clock) = dimension.value { checkClock(grain, clock, dimension.span) }
      if dimensions[..<index].contains(dimension) { shapeFindings.append(.repeatedGroup(dimension.span)) }
    }
  }

  private mutating func checkClock(_ grain: Grain, _ clock: Clock, _ span: SourceSpan) {
    if grain == .hour, clock != .posted { shapeFindings.append(.hourNotPosted(span)) }
    if grain == .weekday, clock == .sincePosted { shapeFindings.append(.weekdaySincePosted(span)) }
  }

  private mutating func checkSort(_ query: Query) {
    for key in query.sort {
      if case .time(let grain, let clock) = key.subject { checkClock(grain, clock, key.span) }
    }
  }

  /// Q012: `top` ranks groups, so it needs `by`; Q042: `top ... per` names one of them.
  private mutating func checkTop(_ top: Located<Top>?, by dimensions: [Located<Dimension>]) {
    guard let top else { return }
    if dimensions.isEmpty { shapeFindings.append(.topWithoutBy(top.span)) }
    guard let group = top.value.per, !dimensions.isEmpty else { return }
    let isGroup = dimensions.contains { dimension in
      switch (dimension.value, group.value) {
      case (.time(let grain, _), .grain(let named)): grain == named
      case (.video, .video): true
      case (.name(let name, _), .name(let named)): name.text == named.text
      case (.time, _), (.video, _), (.name, _): false
      }
    }
    if !isGroup { shapeFindings.append(.topPerOtherGroup(group.span)) }
  }

  /// Q013: `others` are the rest of a `top`; Q018: a `total` needs rows; Q047: an extra stands once.
  private mutating func checkExtras(_ query: Query) {
    for (index, extra) in query.extras.enumerated() {
      if query.extras[..<index].contains(extra) { shapeFindings.append(.repeatedExtra(extra.span)) }
      switch extra.value {
      case .others where query.top == nil: shapeFindings.append(.othersWithoutTop(extra.span))
      case .total where query.by.isEmpty: shapeFindings.append(.totalWithoutBy(extra.span))
      case .total, .others, .share, .interval, .coverage: break
      }
    }
  }

  /// Q014: `running` and `rolling` step along time, so `by` needs a time of activity.
  private mutating func checkWindows(_ query: Query) {
    guard !query.by.contains(where: \.value.isActivityTime) else { return }
    let expressions = query.items.map(\.expression) + query.sort.compactMap(\.expression)
    if let window = expressions.lazy.compactMap(\.firstWindow).first {
      shapeFindings.append(.windowWithoutTime(window))
    }
  }

  /// Q020: `vs` steps along one time, not weekdays; Q041: `vs` with a range compares whole answers;
  /// Q043: `vs` needs a time to step along, or a range to go back from.
  private mutating func checkVersus(_ query: Query) {
    guard let versus = query.versus else { return }
    let times = query.by.filter { if case .time = $0.value { true } else { false } }
    let hasWeekday = times.contains { if case .time(.weekday, _) = $0.value { true } else { false } }
    switch versus.value {
    case .range where !times.isEmpty: shapeFindings.append(.versusRangeWithTime(versus.span))
    case .previous where hasWeekday || times.count > 1, .yearAgo where hasWeekday || times.count > 1:
      shapeFindings.append(.versusTimes(versus.span))
    case .previous, .yearAgo, .range:
      if times.isEmpty, query.range == nil { shapeFindings.append(.versusWithoutTime(versus.span)) }
    }
  }

  /// Q019: `missing as previous` steps along exactly one time.
  private mutating func checkMissing(_ query: Query) {
    guard let missing = query.missing, missing.value == .previous else { return }
    let times = query.by.count { if case .time = $0.value { true } else { false } }
    if times != 1 { shapeFindings.append(.previousWithoutTime(missing.span)) }
  }

  /// Q046: two columns of an answer have two names.
  private mutating func checkAliases(_ query: Query) {
    let aliases = query.items.compactMap(\.alias)
    for (index, alias) in aliases.enumerated()
    where aliases[..<index].contains(where: { $0.text == alias.text }) {
      shapeFindings.append(.repeatedAlias(alias.span))
    }
  }
}

extension Dimension {
  /// Whether the group is a stretch of time in which activity happened.
  fileprivate var isActivityTime: Bool {
    guard case .time(let grain, .activity) = self else { return false }
    return grain != .weekday && grain != .hour
  }
}

extension SortKey {
  fileprivate var expression: Expression? {
    if case .expression(let expression) = subject { expression } else { nil }
  }
}

extension Expression {
  /// The span of the first `running` or `rolling` in it.
  fileprivate var firstWindow: SourceSpan? {
    switch self {
    case .window(_, _, let span): span
    case .number, .percent, .reference: nil
    case .negated(let inner, _), .aggregate(_, let inner, _, _): inner.firstWindow
    case .binary(_, let left, let right, _), .perNumber(let left, _, let right, _):
      left.firstWindow ?? right.firstWindow
    }
  }
}
