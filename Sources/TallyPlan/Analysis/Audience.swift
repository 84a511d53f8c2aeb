import TallyLanguage
import TallyPrivacy

// Questions about an audience. All that they may combine are the dimensions of one breakdown, its numbers, and how rows
// are picked and ordered; posts and days are never crossed with people.
extension Analyzer {
  /// Finds out whether the query is about an audience, and keeps the one breakdown that can answer it.
  ///
  /// - Throws: P202 where posts are crossed with the audience, P403 where the breakdown may not be shown, C030...C037
  ///   for what no breakdown can answer.
  mutating func focusOnAudience() throws(AnalysisFailure) {
    let columns = query.expressions.flatMap { (try? context.metricTree($0))?.columns ?? [] }
    let dimensions = audienceDimensions
    if let span = withheldPlace(dimensions, columns) { throw .refusal(refused(.tableWithheld, at: span)) }
    let own = columns.filter { column in
      catalog.roles(of: column.name) == [.audience] || (!dimensions.isEmpty && isAudienceMetric(column.name))
    }
    guard !dimensions.isEmpty || !own.isEmpty else { return }
    if let span = contentPlace ?? (dimensions.isEmpty ? nil : videoCountPlace) {
      throw .refusal(refused(.contentCrossedWithAudience, at: span))
    }
    do throws(Diagnostic) {
      try checkAudienceClauses()
      let table = try audienceTable(by: dimensions, dimensions.isEmpty ? own : columns)
      try checkAudienceTime(in: table)
      if let asOf = context.clock.asOf, let day = table.days?.lowerBound, day > asOf {
        throw .audienceLaterThanAsOf(day, asOf: asOf, at: query.items.first?.span ?? query.span)
      }
      context.catalog.tables.removeAll { $0.role == .audience && $0 != table }
      needs.audience = !dimensions.isEmpty
    } catch {
      throw .diagnostics([error])
    }
  }

  /// The audience dimension that a name means, by its plain name; nil where it means a column of posts, or nothing.
  func audienceDimension(_ name: Name) -> String? {
    if dimensionColumn(name) != nil { return nil }
    for table in catalog.tables where table.role == .audience {
      if let column = table.column(name), column.handle.meaning == .audienceDimension { return column.name }
    }
    let plain = name.isBracketed ? plainName(name.text) : name.text
    guard let standard = StandardCatalog.column(named: plain), standard.meaning == .audienceDimension else {
      return nil
    }
    return standard.name
  }

  /// Adds a dimension of the audience as a group; false where a name means no such dimension.
  mutating func addAudienceGroup(_ name: Name) -> Bool {
    guard let dimension = audienceDimension(name),
      let column = catalog[.audience]?.column(named: dimension)
    else { return false }
    let written = name.isBracketed ? column.name : name.text
    let type: ResultType = column.type == .integer ? .hour : .text
    groups.append(Group(key: .rowAttribute(column.handle), name: written, type: type))
    return true
  }

  /// What the answer rests on, and what is not told apart in it.
  var audienceNotes: [String] {
    guard let table = catalog[.audience], sources.contains(where: { $0.role == .audience }) else { return [] }
    var notes: [String] = []
    if table.isApproximate { notes.append("≈ Followers are worked out from shares.") }
    if let step = table.roundsEarlierMonths, !isNewestSnapshot(of: table) {
      notes.append(
        "Snapshots before \(newestDay(of: table)) are rounded down to multiples of \(step) people.")
    }
    if table.groupsOverlap {
      notes.append("Followers who are active in several hours count in each of them.")
      if table.hidesGroups { notes.append("Hours with too few of them to be shown are left out (P401).") }
    } else if table.hidesGroups, !groups.isEmpty {
      notes.append(
        "Small groups, and what hides them, are counted together as \(ProtectedTable.foldedLabel) (P401, P402)."
      )
      if groups.count < table.dimensions.count {
        notes.append("Some of these may belong to a row that is named, which has more people then.")
      }
    }
    return notes
  }

  /// That a total of followers is that of a breakdown.
  var audienceInferences: [String] {
    guard !needs.audience, sources.contains(where: { $0.role == .audience }) else { return [] }
    let isOfMonths = query.by.contains { $0.value.isTime }
    return [
      "No table of days has it, so it is the total of \(isOfMonths ? "a" : "the newest") breakdown of the audience."
    ]
  }
}

extension Analyzer {
  /// The dimensions of the audience in `by`, in order.
  private var audienceDimensions: [(name: String, span: SourceSpan)] {
    query.by.compactMap { dimension in
      guard case .name(let name, _) = dimension.value else { return nil }
      return audienceDimension(name).map { ($0, dimension.span) }
    }
  }

  private func refused(_ code: RefusalCode, at span: SourceSpan) -> RefusedQuestion {
    let refusal = Refusal(code, at: span)
    let parts = code == .contentCrossedWithAudience ? partsOfCrossing : []
    let others = rewrites(for: refusal, in: []).filter { other in
      !parts.contains { TallyLanguage.print($0) == TallyLanguage.print(other) }
    }
    return RefusedQuestion(refusal: refusal, rewrites: parts + others)
  }

  /// What the query says of the audience, and what it says of posts, each for itself.
  private var partsOfCrossing: [Query] {
    func isOfAudience(_ dimension: Located<Dimension>) -> Bool {
      if case .name(let name, _) = dimension.value { audienceDimension(name) != nil } else { false }
    }
    return [query.by.filter(isOfAudience), query.by.filter { !isOfAudience($0) }]
      .filter { !$0.isEmpty && ($0.count < query.by.count || query.condition != nil) }
      .map { groups in
        var part = Query(items: query.items)
        part.by = groups
        return part
      }
  }

  /// Where the query asks for something of which nothing may be shown.
  private func withheldPlace(
    _ dimensions: [(name: String, span: SourceSpan)], _ columns: [(name: String, span: SourceSpan)]
  ) -> SourceSpan? {
    let written = query.items.flatMap { item in item.expression.names.map { (name: $0, span: item.span) } }
    // A name that nothing loaded has leads to no column.
    let columns = columns.isEmpty ? written : columns
    let asksForViews = columns.contains { isExposure($0.name) }
    let asksForPeople = !asksForViews || columns.contains { isAudienceMetric($0.name) }
    let withheld =
      (asksForPeople ? catalog.withheld : []) + (asksForViews ? catalog.withheldExposure : [])
    guard !withheld.isEmpty else { return nil }
    if let dimension = dimensions.first(where: { withheld.contains($0.name) }) { return dimension.span }
    let metric = columns.first { column in
      (isAudienceMetric(column.name) || isExposure(column.name)) && catalog.roles(of: column.name).isEmpty
    }
    return dimensions.isEmpty ? metric?.span : nil
  }

  private func isExposure(_ name: String) -> Bool {
    StandardCatalog.column(named: name)?.meaning == .exposure
  }

  private func isAudienceMetric(_ name: String) -> Bool {
    StandardCatalog.column(named: name)?.meaning == .audience
  }

  /// Where the query says something of posts: a group or a condition.
  private var contentPlace: SourceSpan? {
    for dimension in query.by {
      switch dimension.value {
      case .video, .time(_, .posted), .time(_, .sincePosted): return dimension.span
      case .time(_, .activity): break
      case .name(let name, _):
        let isLabel = !name.isBracketed && definitions.labels[name.text] != nil
        if isLabel || dimensionColumn(name) != nil { return dimension.span }
      }
    }
    guard let condition = query.condition else { return nil }
    let names = condition.references.map(\.name)
    if names.isEmpty { return query.span }
    return names.first { audienceDimension($0) == nil }?.span
  }

  /// Where the query counts videos.
  private var videoCountPlace: SourceSpan? {
    query.expressions.first { (try? context.metricTree($0))?.countsVideos == true }?.span
  }

  /// Whether the answer is about the newest snapshot alone.
  func isNewestSnapshot(of table: CatalogTable) -> Bool {
    guard let newest = table.days?.upperBound else { return true }
    return !query.by.contains { $0.value.isTime } && query.range == nil
      && context.clock.asOf.map { newest <= $0 } ?? true
  }

  private func newestDay(of table: CatalogTable) -> String {
    table.days.map { String(describing: $0.upperBound) } ?? "the newest"
  }

  /// - Throws: C033 time where one snapshot or one period is known, and for steps that people have no number for; C038
  ///   for sums over months.
  private func checkAudienceTime(in table: CatalogTable) throws(Diagnostic) {
    if table.groupsOverlap { return try checkHours() }
    let isOfMonths = table.roundsEarlierMonths != nil
    let isOfViews = table.columns.contains { isExposure($0.name) }
    let days: AudienceDays =
      isOfMonths ? .months(of: table.dimensions) : isOfViews ? .period : .snapshot
    for dimension in query.by {
      guard case .time(let grain, _) = dimension.value else { continue }
      if !isOfMonths || grain.unit == nil {
        throw .audienceHasNoTime("`\(grain.rawValue)`", days, at: dimension.span)
      }
      let sum = query.extras.first { [.total, .others, .share].contains($0.value) }
      if let sum { throw .monthsAreNotAdded("`\(sum.value.rawValue)`", at: sum.span) }
    }
    if let range = query.range, !isOfMonths {
      throw .audienceHasNoTime("`during`", days, at: range.span, rewrites: [print(\.range, nil)])
    }
    if let versus = query.versus {
      throw .audienceHasNoTime("`vs`", days, at: versus.span, rewrites: [print(\.versus, nil)])
    }
  }

  /// - Throws: C033 days, C039 for sums over hours.
  private func checkHours() throws(Diagnostic) {
    guard let hour = query.by.first, query.by.count == 1 else {
      let span = query.by.last?.span ?? query.items.first?.span ?? query.span
      throw .hoursAreNotAdded(query.by.isEmpty ? "one number" : "`by`", at: span)
    }
    if case .time(let grain, _) = hour.value {
      throw .hoursAreNotAdded("`by \(grain.rawValue)`", at: hour.span)
    }
    let sum = query.extras.first { [.total, .others, .share].contains($0.value) }
    if let sum { throw .hoursAreNotAdded("`\(sum.value.rawValue)`", at: sum.span) }
    let rest = query.range.map { ("`during`", $0.span) } ?? query.versus.map { ("`vs`", $0.span) }
    if let (clause, span) = rest { throw .audienceHasNoTime(clause, .hours, at: span) }
  }

  /// - Throws: C032 `where`, C034 what only rows of posts or days have.
  private func checkAudienceClauses() throws(Diagnostic) {
    if let condition = query.condition {
      let names = condition.references.map(\.name)
      throw .audienceIsNotPicked(at: names.first?.span ?? query.span, rewrites: [print(\.condition, nil)])
    }
    for dimension in query.by {
      if case .name(let name, every: _?) = dimension.value {
        throw .audienceHasNoRows("`every`", at: name.span)
      }
    }
    if let missing = query.missing { throw .audienceHasNoRows("`missing as`", at: missing.span) }
    if let extra = query.extras.first(where: { $0.value == .coverage }) {
      throw .audienceHasNoRows("`with coverage`", at: extra.span)
    }
    for expression in query.expressions {
      guard let tree = try? context.metricTree(expression) else { continue }
      if tree.window != nil { throw .audienceHasNoRows("`running` or `rolling`", at: expression.span) }
      if !tree.units.isEmpty { throw .audienceHasNoRows("a statistic per video or day", at: expression.span) }
      if !tree.ages.isEmpty { throw .audienceHasNoRows("`within`", at: expression.span) }
    }
  }

  private func print<Clause>(_ path: WritableKeyPath<Query, Clause?>, _ value: Clause?) -> String {
    var query = query
    query[keyPath: path] = value
    return TallyLanguage.print(query)
  }
}

extension Catalog {
  /// The roles of the tables that have a column.
  fileprivate func roles(of column: String) -> Set<TableRole> {
    Set(tables.filter { $0.column(named: column) != nil }.map(\.role))
  }
}

extension CatalogColumn {
  /// The type of the column in a breakdown, where it adds up over the groups of people.
  var typeInBreakdown: ItemType { ItemType(form: .flow, unit: unit, meaning: handle.meaning) }
}

extension Dimension {
  fileprivate var isTime: Bool { if case .time = self { true } else { false } }
}

extension Query {
  /// Everything that is counted: items, and what rows are picked and ordered by.
  fileprivate var expressions: [Expression] {
    var found = items.map(\.expression)
    for key in sort { if case .expression(let expression) = key.subject { found.append(expression) } }
    return found + (having?.expressions ?? [])
  }
}
