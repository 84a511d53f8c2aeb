package import TallyLanguage
import TallyPrivacy

extension Analyzer {
  /// Resolves one item of the query and adds it to the plan, followed by its comparison and its share.
  mutating func addItem(_ item: Item) throws(Diagnostic) {
    let name = item.alias?.text ?? itemName(item)
    let index = try add(item.expression, named: name, isShown: true)
    addComparison(of: index)
    if let share = query.extras.first(where: { $0.value == .share }) {
      try addShare(of: index, item, at: share.span)
    }
  }

  private mutating func addShare(of index: Int, _ item: Item, at extra: SourceSpan) throws(Diagnostic) {
    let planned = items[index]
    let span = item.expression.span
    switch types[index].form {
    case .ratio, .unique, .statistic, .window:
      throw .shareOfRate(planned.name, at: span, rewrites: sharesOfParts(item))
    case .level: throw .shareOfLevel(planned.name, at: span, rewrites: [print(query, without: extra)])
    case .flow, .constant: break
    }
    let countsActivity = isVideoCount(item.expression) && sources[planned.source].timeline == .activity
    for group in groups {
      switch group.key {
      case .time(_, isPosted: false), .age:
        if countsActivity { throw .shareOverlaps(group.name, at: span) }
      case .time, .video, .attribute, .rowAttribute, .tags, .steps, .label: break
      }
    }
    addDerived(
      .share(index), named: planned.name + "_share", type: .rate, ItemType(form: .ratio, unit: .fraction),
      of: planned)
  }

  /// `NAME_before`, `NAME_change` and `NAME_change_rate`, where the query compares.
  private mutating func addComparison(of index: Int) {
    guard query.versus != nil else { return }
    let item = items[index]
    let type = types[index]
    let changeType: ResultType = item.type == .rate ? .points : item.type
    addDerived(
      .before(index), named: item.name + "_before", type: item.type, type, of: item, fillsZero: item.fillsZero
    )
    let before = items.count - 1
    addDerived(.change(index, before: before), named: item.name + "_change", type: changeType, type, of: item)
    addDerived(
      .changeRate(index, before: before), named: item.name + "_change_rate", type: .change,
      ItemType(form: .ratio, unit: .fraction), of: item)
  }

  private mutating func addDerived(
    _ content: PlannedItem.Content, named name: String, type: ResultType, _ itemType: ItemType,
    of item: PlannedItem, fillsZero: Bool = false
  ) {
    items.append(
      PlannedItem(
        name: name, content: content, type: type, source: item.source, isShown: item.isShown,
        fillsZero: fillsZero, isRate: itemType.form == .ratio, origins: item.origins))
    types.append(itemType)
  }

  /// `with coverage` adds the part of the expected days or videos that have data.
  ///
  /// - Throws: M016 along ages, which are no days of the calendar.
  mutating func addCoverage() throws(Diagnostic) {
    guard let extra = query.extras.first(where: { $0.value == .coverage }), let first = items.first else {
      return
    }
    if groups.contains(where: { if case .age = $0.key { true } else { false } }) {
      throw .coverageOfAges(at: extra.span, rewrites: [print(query, without: extra.span)])
    }
    let origins = items.filter(\.isShown).flatMap(\.origins)
    items.append(
      PlannedItem(
        name: "coverage", content: .coverage, type: .rate, source: first.source, isShown: true,
        fillsZero: false, isRate: true, origins: origins))
    types.append(ItemType(form: .ratio, unit: .fraction))
  }

  /// The query in canonical words without one of its extras.
  func print(_ query: Query, without extra: SourceSpan) -> String {
    var query = query
    query.extras.removeAll { $0.span == extra }
    return TallyLanguage.print(query)
  }

  /// For a ratio of two metrics, the query with the first of them in its place.
  private func sharesOfParts(_ item: Item) -> [String] {
    guard let tree = try? context.metricTree(item.expression), let column = tree.columns.first else {
      return []
    }
    var query = query
    query.items = [Item(expression: .reference(Reference(name: Name(column.name))))]
    query.sort = []
    query.having = nil
    return [TallyLanguage.print(query)]
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
      throw .shareOverlaps(group.name, at: extra.span, rewrites: [TallyLanguage.print(withTotal)])
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
  mutating func add(_ expression: Expression, named name: String, isShown: Bool) throws(Diagnostic) -> Int {
    let tree = try context.metricTree(expression)
    let columns = tree.columns
    if columns.isEmpty && !tree.countsVideos { throw .noMetric(at: expression.span) }
    if tree.window != nil, !groups.contains(where: \.isActivityBucket) {
      throw .windowWithoutTime(expression.span)
    }
    let needs = needs(of: tree)
    let table = try context.chooseTable(
      for: columns, countingVideos: tree.countsVideos, needs: needs, at: expression.span)
    let source = try source(for: table, at: expression.span)
    let handles = columns.compactMap { catalog[table.role]?.column(named: $0.name)?.handle }
    let rows = ItemRows(
      role: table.role, source: source, required: handles, livedThrough: tree.ages.map(\.limit))
    let (formula, type) = try bind(tree, rows)
    let item = PlannedItem(
      name: name, content: .formula(formula), type: type.resultType, source: source, isShown: isShown,
      fillsZero: type.form == .flow && !formula.divides, isRate: type.form == .ratio, origins: handles)
    if !isShown,
      let same = items.firstIndex(where: { $0.content == item.content && $0.source == source })
    {
      return same
    }
    if isShown && needs.activityTime {
      if table.readsActivityAsPosted { readAsPosted.append(name) } else { readAsActivity.append(name) }
    }
    items.append(item)
    types.append(type)
    return items.count - 1
  }

  /// What an item asks of its table, beyond what the query's clauses do.
  private func needs(of tree: MetricTree) -> TableNeeds {
    var needs = needs
    if tree.asksForActivity { needs.activityTime = true }
    if let age = tree.ages.first {
      needs.age = needs.age ?? (what: "within", span: age.span)
      needs.videos = needs.videos ?? "`within`"
    }
    if tree.units.contains(.video) { needs.videos = needs.videos ?? "`per \(catalog.videoWord)`" }
    return needs
  }

  /// Index of the source for a table, added when it is new.
  private mutating func source(for table: TableChoice, at span: SourceSpan) throws(Diagnostic) -> Int {
    if let index = sources.firstIndex(where: { $0.role == table.role && $0.timeline == table.timeline }) {
      return index
    }
    guard let loaded = catalog[table.role] else { throw .noDates(at: span) }
    let shown = shownDays(table.role)
    var days: ClosedRange<Day>?
    var earlier: ClosedRange<Day>?
    if let range = query.range {
      guard catalog[table.role]?.days != nil, let now = context.clock.asOf ?? shown?.upperBound else {
        throw .noDates(at: range.span)
      }
      days = try range.value.days(now: now, weekStart: context.clock.weekStart)
      if comparison?.group == nil, let versus = query.versus, let kept = days {
        earlier = try earlierDays(of: range, kept, versus, now: now, lastDay: shown?.upperBound ?? now)
      }
    }
    let totals = loaded.columns.filter { table.role != .videos && $0.kind == .runningTotal }.map(\.handle)
    sources.append(
      Source(
        role: table.role, files: loaded.files, timeline: table.timeline, filter: filter, days: days,
        loadedDays: shown, earlierDays: earlier, runningTotals: totals,
        breakdown: table.role == .audience ? loaded.columns.map(\.name).sorted() : [],
        snapshotGrain: table.role == .audience ? finestGrain : nil))
    return sources.count - 1
  }

  /// The shortest bucket of time among the groups.
  private var finestGrain: Grain? {
    let grains = groups.compactMap {
      if case .time(let grain, isPosted: false) = $0.key { grain } else { nil }
    }
    return [.day, .week, .month, .quarter, .year].first(where: grains.contains)
  }

  /// The days of a table as far as `as_of` shows them.
  func shownDays(_ role: TableRole) -> ClosedRange<Day>? {
    guard let days = catalog[role]?.days else { return nil }
    guard let asOf = context.clock.asOf else { return days }
    return days.lowerBound <= asOf ? days.lowerBound...max(days.lowerBound, min(asOf, days.upperBound)) : nil
  }

  /// Turns an item's tree into arithmetic over measures, with the type of the result.
  ///
  /// - Parameter unit: what the surrounding statistic runs over; nil outside of one.
  private mutating func bind(
    _ tree: MetricTree, _ rows: ItemRows, per unit: Each? = nil, inWindow: Bool = false
  ) throws(Diagnostic) -> (Formula, ItemType) {
    switch tree {
    case .constant(let value, let whole, let isFraction):
      return (
        .constant(value, whole: whole), ItemType(form: .constant, unit: isFraction ? .fraction : .count)
      )
    case .videos(let within, _):
      let index = measure(rows.measure(.videos, before: within))
      return (.measure(index), ItemType(form: .flow, unit: .count, meaning: nil, isVideoCount: true))
    case .column(let name, let within, let span):
      guard let column = catalog[rows.role]?.column(named: name) else {
        throw .noTableHasAll([name], catalog: catalog, at: span)
      }
      let grain = RowGrain(
        groups: groups.map(\.key), unit: unit, isCombined: isCombined, isWindow: inWindow)
      let aggregation = try aggregation(of: column, rows.role, grain, at: span)
      let index = measure(rows.measure(aggregation, before: within))
      return (.measure(index), rows.role == .audience ? column.typeInBreakdown : column.itemType)
    case .negated(let inner):
      let (formula, type) = try bind(inner, rows, per: unit, inWindow: inWindow)
      return (.negated(formula), type)
    case .binary(let operation, let left, let right, let span):
      let (leftFormula, leftType) = try bind(left, rows, per: unit, inWindow: inWindow)
      let (rightFormula, rightType) = try bind(right, rows, per: unit, inWindow: inWindow)
      let type = try ItemType.combining(leftType, operation, rightType, at: span)
      return (.binary(operation, leftFormula, rightFormula), type)
    case .statistic(let function, let inner, let each, let span):
      let (formula, type) = try bind(inner, rows, per: each, inWindow: inWindow)
      try checkPeriods(of: each, sources[rows.source], at: span)
      return (
        .statistic(function, formula, per: each),
        ItemType(form: .statistic, unit: type.unit, meaning: type.meaning)
      )
    case .window(let window, let inner, let span):
      let (formula, type) = try bind(inner, rows, per: unit, inWindow: true)
      if type.form == .unique { throw .uniqueInWindow(at: span) }
      if window == .running, type.form == .level { throw .runningLevel(at: span, rewrites: levels(inner)) }
      let form: ItemType.Form = type.form == .ratio ? .ratio : .window
      return (.window(window, formula), ItemType(form: form, unit: type.unit, meaning: type.meaning))
    }
  }

  /// Whether rows of the answer are combined further: into a total, a rest, or across compared days.
  private var isCombined: Bool {
    query.extras.contains { $0.value == .total || $0.value == .others }
  }

  private func levels(_ tree: MetricTree) -> [String] {
    tree.columns.prefix(1).map { "\($0.name) by week vs previous" }
  }

  /// A statistic per week or month needs at least one whole one.
  ///
  /// - Throws: M013.
  private func checkPeriods(of each: Each, _ source: Source, at span: SourceSpan) throws(Diagnostic) {
    guard let unit = each.period, unit != .day else { return }
    let weekStart = context.clock.weekStart
    if let days = source.visibleDays {
      var start = unit.start(of: days.lowerBound, weekStart: weekStart)
      if start < days.lowerBound { start = unit.start(1, after: start) }
      if unit.start(1, after: start).advanced(by: -1) <= days.upperBound { return }
    }
    throw .noWholePeriod(unit.rawValue, at: span)
  }

  private mutating func measure(_ measure: Measure) -> Int {
    if let index = measures.firstIndex(of: measure) { return index }
    measures.append(measure)
    return measures.count - 1
  }

  /// How a column of a kind is combined over the rows of a group.
  ///
  /// - Throws: C010 uncertain kind in batch, M001 unique added up, M003 level over videos, M004 average without weight.
  private mutating func aggregation(
    of column: CatalogColumn, _ role: TableRole, _ grain: RowGrain, at span: SourceSpan
  ) throws(Diagnostic) -> Measure.Aggregation {
    if context.isBatch && !column.isKindCertain { throw .uncertainKind(column, at: span) }
    switch column.kind {
    case .counter, .runningTotal: return .sum(column.handle)
    case .snapshot:
      if role == .channel || (role == .daily && grain.isOneVideo) { return .last(column.handle) }
      if role == .audience || grain.isStored(in: role) { return .sum(column.handle) }
      throw .levelOverVideos(
        column.name, at: span,
        rewrites: catalog[.channel]?.column(named: column.name) == nil
          ? ["\(column.name) by \(catalog.videoWord)"] : ["\(column.name) by week"])
    case .unique:
      if grain.isStored(in: role) { return .sum(column.handle) }
      if !grain.isWindow { uniqueBounds = uniqueBounds ?? UniqueColumn(handle: column.handle, role: role) }
      throw .uniqueAdded(
        column.name,
        into: role == .videos || grain.isOneDay ? "several \(catalog.videoWord)s" : "several days", at: span,
        rewrites: storedGrainQueries(column.name, role))
    case .rate(let weight):
      if grain.isStored(in: role) { return .sum(column.handle) }
      guard let weight, let weightColumn = catalog[role]?.column(named: weight) else {
        throw .rateWithoutWeight(column, at: span)
      }
      return .weightedMean(
        column.handle, weight: weightColumn.handle, isStoredInRows: grain.uncombined.isStored(in: role))
    case .attribute, .tags, .date, .id: throw .notAMetric(column, at: span)
    }
  }

  /// Queries that ask for a unique count as the file has it, and for something that does add up.
  private func storedGrainQueries(_ name: String, _ role: TableRole) -> [String] {
    var stored = query
    stored.items = [Item(expression: .reference(Reference(name: Name(name))))]
    stored.extras = []
    stored.sort = []
    stored.having = nil
    stored.missing = nil
    stored.top = nil
    stored.versus = nil
    let video = Located(Dimension.video, query.span)
    let day = Located(Dimension.time(.day, .activity), query.span)
    switch role {
    case .videos: stored.by = [video]
    case .channel: stored.by = [day]
    case .daily: stored.by = [video, day]
    case .audience: return []
    }
    var other = query
    other.items = [Item(expression: .reference(Reference(name: Name("views"))))]
    other.sort = []
    other.having = nil
    let offers = catalog[role]?.column(named: "views") == nil ? [stored] : [stored, other]
    return offers.map { TallyLanguage.print($0) }
  }

  /// Items by the day of activity and items by the day posted may not stand in one query under the same word.
  ///
  /// - Throws: C008 with the query that asks for both by posting time.
  mutating func checkClocks() throws(Diagnostic) {
    guard !readAsPosted.isEmpty, !readAsActivity.isEmpty else { return }
    var diagnostic = Diagnostic.differentClocks(readAsPosted, readAsActivity, at: query.span)
    diagnostic.rewrites = [TallyLanguage.print(query.byPostingTime)]
    throw diagnostic
  }
}

extension Group {
  /// Whether rows step along days of activity, so that windows may look back.
  fileprivate var isActivityBucket: Bool {
    if case .time(let grain, isPosted: false) = key { grain.unit != nil } else { false }
  }
}

extension Formula {
  /// Whether anything is divided in it, so that it is no plain count.
  fileprivate var divides: Bool {
    switch self {
    case .constant, .measure: false
    case .negated(let inner), .statistic(_, let inner, _), .window(_, let inner): inner.divides
    case .binary(.divide, _, _): true
    case .binary(_, let left, let right): left.divides || right.divides
    }
  }
}

/// The rows that one item is counted from.
private struct ItemRows {
  let role: TableRole
  /// Index into `Plan.sources`.
  let source: Int
  /// Columns that must all be present.
  let required: [ColumnHandle]
  let livedThrough: [AgeLimit]

  func measure(_ aggregation: Measure.Aggregation, before limit: AgeLimit?) -> Measure {
    Measure(
      aggregation: aggregation, required: required, livedThrough: livedThrough, before: limit, source: source)
  }
}

/// How finely rows are told apart where a column is combined.
private struct RowGrain {
  /// What makes a row of the answer.
  let groups: [Group.Key]
  /// What a statistic runs over.
  let unit: Each?
  /// Whether rows of the answer are combined further, so that only the unit tells rows apart.
  let isCombined: Bool
  /// Whether several buckets are looked at together.
  let isWindow: Bool

  var isOneVideo: Bool { unit == .video || !isCombined && groups.contains(.video) }
  var isOneDay: Bool {
    switch unit {
    case .day: true
    case .week, .month: false
    case .video, nil: !isCombined && !isWindow && groups.contains(.time(.day, isPosted: false))
    }
  }

  /// The same, but for a total or a rest.
  var uncombined: RowGrain { RowGrain(groups: groups, unit: unit, isCombined: false, isWindow: isWindow) }

  /// Whether every row is one row of the table, so that nothing is combined at all.
  func isStored(in role: TableRole) -> Bool {
    switch role {
    case .videos: isOneVideo
    case .channel: isOneDay
    case .daily: isOneVideo && isOneDay
    case .audience: false
    }
  }
}

/// A unique count that a query would add up, for the bounds that the message names.
struct UniqueColumn: Hashable {
  let handle: ColumnHandle
  let role: TableRole
}

extension Each {
  /// The stretch of time; nil for a video.
  package var period: CalendarUnit? {
    switch self {
    case .video: nil
    case .day: .day
    case .week: .week
    case .month: .month
    }
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
