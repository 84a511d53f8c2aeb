import TallyLanguage
import TallyPrivacy

extension Analyzer {
  /// Resolves one item of the query and adds it to the plan.
  mutating func addItem(_ item: Item) throws(Diagnostic) {
    let name = item.alias?.text ?? itemName(item)
    let wantsShare = query.extras.contains { $0.value == .share }
    let index = try add(item.expression, named: name, isShown: true, hasShare: wantsShare)
    guard wantsShare else { return }
    if types[index].form == .ratio || types[index].form == .unique {
      throw .shareOfRate(name, at: item.expression.span)
    }
    let countsActivity = isVideoCount(item.expression) && sources[items[index].source].timeline == .activity
    for group in groups {
      if case .time(_, isPosted: false) = group.key, countsActivity {
        throw .shareOverlaps(group.name, at: item.expression.span)
      }
    }
  }

  /// Groups that share videos have neither shares nor a rest.
  ///
  /// - Throws: M008.
  func checkOverlaps() throws(Diagnostic) {
    for group in groups {
      guard case .tags = group.key,
        let extra = query.extras.first(where: { $0.value == .share || $0.value == .others })
      else { continue }
      var withTotal = query
      withTotal.extras = [Located(.total, extra.span)]
      var finding = Diagnostic.shareOverlaps(group.name, at: extra.span)
      finding.rewrites = [TallyLanguage.print(withTotal)]
      throw finding
    }
  }

  private func isVideoCount(_ expression: Expression) -> Bool {
    guard case .reference(let reference) = expression else { return false }
    return AnalysisContext.videoCountNames.contains(reference.name.text)
  }

  /// As written, blanks collapsed; printed from the tree where the text is not at hand or holds a comment.
  private func itemName(_ item: Item) -> String {
    let text = written(item.span)
    return text.isEmpty || text.contains("--") ? TallyLanguage.print(item.expression) : text
  }

  /// Adds an item for an expression, or finds the one that already computes it, and returns its index.
  ///
  /// - Throws: what name resolution, table choice and the type rules find.
  mutating func add(
    _ expression: Expression, named name: String, isShown: Bool, hasShare: Bool = false
  ) throws(Diagnostic) -> Int {
    let tree = try context.metricTree(expression)
    let columns = tree.columns
    if columns.isEmpty && !tree.countsVideos { throw .noMetric(at: expression.span) }
    let table = try context.chooseTable(
      for: columns, countingVideos: tree.countsVideos, needs: needs, at: expression.span)
    let source = try source(for: table, at: expression.span)
    let handles = columns.compactMap { catalog[table.role]?.column(named: $0.name)?.handle }
    let (formula, type) = try bind(tree, role: table.role, source: source, required: handles)
    let item = PlannedItem(
      name: name, formula: formula, type: type.resultType, source: source, isShown: isShown,
      hasShare: hasShare,
      origins: handles)
    if !isShown, let same = items.firstIndex(where: { $0.formula == formula && $0.source == source }) {
      return same
    }
    if isShown && table.readsActivityAsPosted { readAsPosted.append(name) }
    items.append(item)
    types.append(type)
    return items.count - 1
  }

  /// Index of the source for a table, added when it is new.
  private mutating func source(for table: TableChoice, at span: SourceSpan) throws(Diagnostic) -> Int {
    if let index = sources.firstIndex(where: { $0.role == table.role && $0.timeline == table.timeline }) {
      return index
    }
    guard let loaded = catalog[table.role] else { throw .noDates(at: span) }
    let shown = shownDays(table.role)
    var days: ClosedRange<Day>?
    if let range = query.range {
      guard let now = shown?.upperBound else { throw .noDates(at: range.span) }
      days = try range.value.days(now: now, weekStart: context.clock.weekStart)
    }
    sources.append(
      Source(
        role: table.role, files: loaded.files, timeline: table.timeline, filter: filter, days: days,
        loadedDays: shown))
    return sources.count - 1
  }

  /// The days of a table as far as `as_of` shows them.
  func shownDays(_ role: TableRole) -> ClosedRange<Day>? {
    guard let days = catalog[role]?.days else { return nil }
    guard let asOf = context.clock.asOf else { return days }
    return days.lowerBound <= asOf ? days.lowerBound...max(days.lowerBound, min(asOf, days.upperBound)) : nil
  }

  /// Turns an item's tree into arithmetic over measures, with the type of the result.
  private mutating func bind(
    _ tree: MetricTree, role: TableRole, source: Int, required: [ColumnHandle]
  ) throws(Diagnostic) -> (Formula, ItemType) {
    switch tree {
    case .constant(let value, let whole, let isFraction):
      return (
        .constant(value, whole: whole), ItemType(form: .constant, unit: isFraction ? .fraction : .count)
      )
    case .videos:
      let index = measure(Measure(aggregation: .videos, required: required, source: source))
      return (.measure(index), ItemType(form: .flow, unit: .count, meaning: nil, isVideoCount: true))
    case .column(let name, let span):
      guard let column = catalog[role]?.column(named: name) else {
        throw .noTableHasAll([name], catalog: catalog, at: span)
      }
      let aggregation = try aggregation(of: column, role: role, at: span)
      let index = measure(Measure(aggregation: aggregation, required: required, source: source))
      return (.measure(index), column.itemType)
    case .negated(let inner):
      let (formula, type) = try bind(inner, role: role, source: source, required: required)
      return (.negated(formula), type)
    case .binary(let operation, let left, let right, let span):
      let (leftFormula, leftType) = try bind(left, role: role, source: source, required: required)
      let (rightFormula, rightType) = try bind(right, role: role, source: source, required: required)
      let type = try ItemType.combining(leftType, operation, rightType, at: span)
      return (.binary(operation, leftFormula, rightFormula), type)
    }
  }

  private mutating func measure(_ measure: Measure) -> Int {
    if let index = measures.firstIndex(of: measure) { return index }
    measures.append(measure)
    return measures.count - 1
  }

  /// How a column of a kind is combined over the rows of a group.
  ///
  /// - Throws: C010 uncertain kind in batch, M001 unique added up, M003 level over videos, M004 average without weight.
  private func aggregation(
    of column: CatalogColumn, role: TableRole, at span: SourceSpan
  ) throws(Diagnostic) -> Measure.Aggregation {
    if context.isBatch && !column.isKindCertain { throw .uncertainKind(column, at: span) }
    switch column.kind {
    case .counter: return .sum(column.handle)
    case .runningTotal: throw .notBuiltYet("a running total", at: span)
    case .snapshot:
      if role == .channel { return .last(column.handle) }
      if isStoredGrain(role) { return .sum(column.handle) }
      throw .levelOverVideos(column.name, at: span)
    case .unique:
      if isStoredGrain(role) { return .sum(column.handle) }
      throw .uniqueAdded(
        column.name, into: role == .videos ? "several videos" : "several days", at: span,
        rewrites: storedGrainQueries(column.name, role))
    case .rate(let weight):
      if isStoredGrain(role) { return .sum(column.handle) }
      guard let weight, let weightColumn = catalog[role]?.column(named: weight) else {
        throw .rateWithoutWeight(column, at: span)
      }
      return .weightedMean(column.handle, weight: weightColumn.handle)
    case .attribute, .tags, .date, .id: throw .notAMetric(column, at: span)
    }
  }

  /// Whether every row of the answer is one row of the table, so that nothing is combined at all.
  private func isStoredGrain(_ role: TableRole) -> Bool {
    if query.extras.contains(where: { $0.value == .total || $0.value == .others }) { return false }
    let hasVideo = groups.contains { $0.key == .video }
    let hasDay = groups.contains { $0.key == .time(.day, isPosted: false) }
    return switch role {
    case .videos: hasVideo
    case .channel: hasDay
    case .daily: hasVideo && hasDay
    case .audience: false
    }
  }

  private func storedGrainQueries(_ name: String, _ role: TableRole) -> [String] {
    switch role {
    case .videos: ["\(name) by \(catalog.videoWord)"]
    case .channel: ["\(name) by day"]
    case .daily: ["\(name) by \(catalog.videoWord), day"]
    case .audience: []
    }
  }

  /// Items by the day of activity and items by the day posted may not stand in one query under the same word.
  ///
  /// - Throws: C008 with the query that asks for both by posting time.
  mutating func checkClocks() throws(Diagnostic) {
    guard needs.activityTime, !readAsPosted.isEmpty else { return }
    let active = items.filter { $0.isShown && !readAsPosted.contains($0.name) }.map(\.name)
    guard !active.isEmpty else { return }
    var diagnostic = Diagnostic.differentClocks(readAsPosted, active, at: query.span)
    diagnostic.rewrites = [TallyLanguage.print(query.byPostingTime)]
    throw diagnostic
  }
}

extension Query {
  /// The same query with every bare grain cut by the day posted, and `during` as `where posted during`.
  fileprivate var byPostingTime: Query {
    var query = self
    query.by = by.map { dimension in
      guard case .time(let grain, .activity) = dimension.value else { return dimension }
      return Located(.time(grain, .posted), dimension.span)
    }
    if let range {
      let posted = Condition.postedDuring(range)
      query.condition = condition.map { .all([$0, posted].flatMap(\.conjuncts)) } ?? posted
      query.range = nil
    }
    return query
  }
}

extension Condition {
  /// The parts of a conjunction, or the condition alone.
  fileprivate var conjuncts: [Condition] {
    if case .all(let parts) = self { parts } else { [self] }
  }
}
