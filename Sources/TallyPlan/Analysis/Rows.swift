import TallyLanguage

// What picks and orders the rows of the answer: `having`, `sort by`, `top`.
extension Analyzer {
  /// What picks and orders the rows, resolved.
  struct RowClauses {
    var having: RowFilter?
    var order: [Order] = []
    var choice: Choice?
  }

  /// Resolves the clauses that speak of rows, once all groups and items are known and fit together.
  mutating func rowClauses() throws(Diagnostic) -> RowClauses {
    try checkClocks()
    try checkOverlaps()
    try addCoverage()
    var clauses = RowClauses()
    if let having = query.having { clauses.having = try rowFilter(having) }
    clauses.choice = try rowChoice()
    clauses.order = try order(choice: clauses.choice)
    return clauses
  }

  /// Resolves `having`; a name means an item of the query first, then any metric.
  mutating func rowFilter(_ condition: RowCondition) throws(Diagnostic) -> RowFilter {
    switch condition {
    case .all(let parts):
      var filters: [RowFilter] = []
      for part in parts { filters.append(try rowFilter(part)) }
      return .all(filters)
    case .any(let parts):
      var filters: [RowFilter] = []
      for part in parts { filters.append(try rowFilter(part)) }
      return .any(filters)
    case .not(let inner): return .not(try rowFilter(inner))
    case .test(let expression, let check):
      let item = try item(for: expression)
      switch check {
      case .missing(let isMissing): return isMissing ? .missing(item) : .not(.missing(item))
      case .comparison(let comparison, let value):
        return comparison.test(item, try operand(value, comparedWith: item, at: expression.span))
      case .between(let low, let high):
        return .all([
          .comparison(item, .greaterOrEqual, try operand(.expression(low), comparedWith: item, at: low.span)),
          .comparison(item, .lessOrEqual, try operand(.expression(high), comparedWith: item, at: high.span)),
        ])
      }
    }
  }

  private mutating func operand(
    _ value: RowValue, comparedWith item: Int, at span: SourceSpan
  ) throws(Diagnostic) -> RowFilter.Operand {
    let name = items[item].name
    switch value {
    case .parameter(let parameter):
      throw .unknownParameter(parameter, known: context.parameters.values.keys.sorted())
    case .truth(let truth): throw .numberExpected(name, at: truth.span)
    case .expression(.number(let number)):
      let (value, whole) = try Located<Literal>(.number(number.value), number.span)
        .number(comparedWith: types[item], named: name)
      return .constant(value, whole: whole)
    case .expression(.percent(let number)):
      let (value, whole) = try Located<Literal>(.percent(number.value), number.span)
        .number(comparedWith: types[item], named: name)
      return .constant(value, whole: whole)
    case .expression(.negated(.number(let number), _)):
      return .constant(-number.value.value, whole: number.value.whole.map { -$0 })
    case .expression(let expression):
      let other = try self.item(for: expression)
      guard types[other].unit == types[item].unit else {
        throw .unitMismatch(
          name, is: types[item].unitPhrase, not: types[other].unitPhrase, at: expression.span)
      }
      return .item(other)
    }
  }

  /// The item that an expression of `having` or `sort by` means: an `as` name, the same expression, or a new hidden one.
  private mutating func item(for expression: Expression) throws(Diagnostic) -> Int {
    if case .reference(let reference) = expression, reference.within == nil,
      let index = items.firstIndex(where: { $0.isShown && $0.name == reference.name.text })
    {
      return index
    }
    if let derived = missingDerivedName(expression) { throw derived }
    return try add(expression, named: TallyLanguage.print(expression), isShown: false)
  }

  /// Resolves `top` and `bottom`.
  ///
  /// - Throws: Q023 for a count that is no whole number of at least 1.
  func rowChoice() throws(Diagnostic) -> Choice? {
    guard let top = query.top?.value else { return nil }
    guard let count = top.count.value.whole, count >= 1, count <= Int64(Int32.max) else {
      throw .badTopCount(at: top.count.span)
    }
    return Choice(count: Int(count), isBottom: top.isBottom, per: top.per.flatMap { index(of: $0.value) })
  }

  /// The group that `per` names; the parser has checked that there is one.
  private func index(of per: Top.Per) -> Int? {
    query.by.firstIndex { dimension in
      switch (dimension.value, per) {
      case (.time(let grain, _), .grain(let named)): grain == named
      case (.video, .video): true
      case (.name(let name, _), .name(let named)): name.text == named.text
      case (.time, _), (.video, _), (.name, _): false
      }
    }
  }

  /// For `saves_share` without `with share`, and `saves_before` without `vs`: what has to be asked for first.
  private func missingDerivedName(_ expression: Expression) -> Diagnostic? {
    guard case .reference(let reference) = expression, !reference.name.isBracketed else { return nil }
    let derived = [("_share", "with share"), ("_before", "vs"), ("_change", "vs"), ("_change_rate", "vs")]
    for (suffix, clause) in derived where reference.name.text.hasSuffix(suffix) {
      let base = reference.name.text.dropLast(suffix.count)
      if items.contains(where: { $0.isShown && $0.name == base }) {
        return .derivedNotAsked(reference.name.text, clause: clause, at: reference.span)
      }
    }
    return nil
  }

  /// The order of rows: as asked, else by groups where time is one of them, else by the first item descending.
  ///
  /// `bottom` without `sort by` ranks by the first item ascending.
  mutating func order(choice: Choice?) throws(Diagnostic) -> [Order] {
    var order: [Order] = []
    for key in query.sort { order.append(try self.order(of: key)) }
    if order.isEmpty {
      let hasTime = groups.contains { $0.key.isOrdered || $0.type == .hour }
      if choice != nil || !hasTime {
        order = [Order(key: .item(0), isDescending: !(choice?.isBottom ?? false))]
      }
    } else if choice?.isBottom == true {
      order = order.map { Order(key: $0.key, isDescending: !$0.isDescending) }
    }
    return order
  }

  private mutating func order(of key: SortKey) throws(Diagnostic) -> Order {
    func group(_ wanted: Group.Key, _ word: String) throws(Diagnostic) -> Order {
      guard let index = groups.firstIndex(where: { $0.key == wanted }) else {
        throw .sortNeedsGroup(word, at: key.span)
      }
      return Order(key: .group(index), isDescending: key.direction == .descending)
    }
    switch key.subject {
    case .video: return try group(.video, "video")
    case .time(let grain, .sincePosted): return try group(.age(grain), "\(grain.rawValue) since posted")
    case .time(let grain, let clock):
      let word = clock == .posted ? "\(grain.rawValue) posted" : grain.rawValue
      return try group(.time(grain, isPosted: clock == .posted), word)
    case .expression(let expression):
      if case .reference(let reference) = expression, reference.within == nil,
        !items.contains(where: { $0.isShown && $0.name == reference.name.text }),
        let index = groups.firstIndex(where: { $0.answers(to: reference.name.text) })
      {
        return Order(key: .group(index), isDescending: key.direction == .descending)
      }
      return Order(key: .item(try item(for: expression)), isDescending: key.direction != .ascending)
    }
  }
}

extension Group {
  /// Whether `sort by` may call it so: by its name, or by what its steps are of.
  fileprivate func answers(to name: String) -> Bool {
    if case .steps = key { return self.name == name || self.name.hasPrefix(name + " every ") }
    return self.name == name
  }
}

extension Group.Key {
  /// Whether it runs along time.
  var isTime: Bool {
    switch self {
    case .time, .age: true
    case .video, .attribute, .rowAttribute, .tags, .steps, .label: false
    }
  }

  /// Whether its values have an order of their own, which rows follow unless another is asked for.
  fileprivate var isOrdered: Bool {
    if case .steps = self { true } else { isTime }
  }
}

extension Comparison {
  /// `!=` is the exact complement of `=`, missing included.
  fileprivate func test(_ item: Int, _ operand: RowFilter.Operand) -> RowFilter {
    self == .notEqual ? .not(.comparison(item, .equal, operand)) : .comparison(item, self, operand)
  }
}
