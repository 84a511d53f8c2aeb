package import TallyLanguage
import TallyPrivacy

/// Turns a query into a plan: resolves names, chooses tables, checks kinds, units and privacy.
///
/// - Throws: every independent finding about the query (C, M, D and Q codes), or the refusal of a query that crosses what
///   may not meet (P106, P202), or asks for what may not be shown (P403).
package func analyze(_ query: Query, in context: AnalysisContext) throws(AnalysisFailure) -> Plan {
  do throws(AnalysisFailure) {
    var analyzer = Analyzer(query: query, context: context)
    return try analyzer.plan()
  } catch .diagnostics(let findings) {
    throw .diagnostics(findings.map { $0.offeringWhatRuns(in: context, insteadOf: query) })
  } catch .unbounded(let finding, let bounds) {
    throw .unbounded(finding.offeringWhatRuns(in: context, insteadOf: query), bounds)
  }
}

extension Diagnostic {
  /// The same finding with those of its queries that can be answered, and are not the one that was asked.
  fileprivate func offeringWhatRuns(in context: AnalysisContext, insteadOf query: Query) -> Diagnostic {
    var finding = self
    finding.rewrites.removeAll { text in
      let source = SourceText(text, name: "offer")
      guard case .statement(.question(let question), _)? = parse(source).first,
        case .report(let queries) = question.body
      else { return true }
      return queries.contains { offer in
        var analyzer = Analyzer(query: offer, context: context)
        return offer == query || (try? analyzer.plan()) == nil
      }
    }
    return finding
  }
}

/// The state of one analysis; each concern is an extension in a file of its own.
struct Analyzer {
  let query: Query
  var context: AnalysisContext
  var catalog: Catalog { context.catalog }
  var definitions: Definitions { context.definitions }

  var findings: [Diagnostic] = []
  var needs = TableNeeds()
  var groups: [Group] = []
  var filter: VideoFilter?
  var sources: [Source] = []
  var measures: [Measure] = []
  var items: [PlannedItem] = []
  /// The type of each item, beside `items`.
  var types: [ItemType] = []
  /// Names of shown items that were read by posting time though activity was asked for, and of those read by activity.
  var readAsPosted: [String] = []
  var readAsActivity: [String] = []
  var comparison: PeriodComparison?
  /// The first unique count that would have been added up, for its bounds.
  var uniqueBounds: UniqueColumn?
  /// What groups and labels that the query names stand for, one sentence each.
  var unfoldedDefinitions: [String] = []
  /// Groups and labels that are being unfolded, outermost first.
  var openDefinitions: [String] = []
  /// Whether spans mean another text than the query's: that of a definition.
  var isUnfolding = false

  init(query: Query, context: AnalysisContext) {
    self.query = query
    self.context = context
  }

  mutating func plan() throws(AnalysisFailure) -> Plan {
    if let refusal = crossing() { throw .refusal(refusal) }
    try focusOnAudience()
    for dimension in query.by {
      collect { analyzer throws(Diagnostic) in try analyzer.addGroup(dimension) }
    }
    if let condition = query.condition {
      collect { analyzer throws(Diagnostic) in analyzer.filter = try analyzer.videoFilter(condition) }
      if needs.videos == nil { needs.videos = "`where`" }
    }
    if query.range != nil { needs.activityTime = true }
    collect { analyzer throws(Diagnostic) in analyzer.comparison = try analyzer.periodComparison() }
    for item in query.items {
      collect { analyzer throws(Diagnostic) in try analyzer.addItem(item) }
    }
    var clauses = RowClauses()
    if findings.isEmpty {
      collect { analyzer throws(Diagnostic) in clauses = try analyzer.rowClauses() }
    }
    if let refusal = suspicion(findings) { throw .refusal(refusal) }
    guard findings.isEmpty else { throw failure }
    return Plan(
      sources: sources, groups: groups, measures: measures, items: items, comparison: comparison, fill: fill,
      having: clauses.having, order: clauses.order, choice: clauses.choice, extras: extras, heading: heading,
      conditionText: query.condition.map { TallyLanguage.print($0) }, definitions: unfoldedDefinitions,
      sourceNotes: sourceNotes, readingNotes: readingNotes, inferences: inferences, clock: context.clock,
      videoWord: catalog.videoWord, minVideos: context.minVideos)
  }

  /// What was found, in the order of the text; with the plan of its bounds where a unique count is all that is wrong.
  private var failure: AnalysisFailure {
    let findings = findings.sorted { $0.place.start < $1.place.start }
    if findings.count == 1, findings[0].code == "M001", let bounds = uniqueBoundsPlan() {
      return .unbounded(findings[0], bounds)
    }
    return .diagnostics(findings)
  }

  /// Runs one independent part and keeps its finding, so that several are told at once.
  private mutating func collect(_ part: (inout Analyzer) throws(Diagnostic) -> Void) {
    do {
      try part(&self)
    } catch {
      findings.append(error)
    }
  }

  /// The plan that tells between which bounds a unique count lies: its largest row and the sum of its rows.
  private func uniqueBoundsPlan() -> Plan? {
    guard let unique = uniqueBounds, let index = sources.lastIndex(where: { $0.role == unique.role }) else {
      return nil
    }
    let aggregations: [Measure.Aggregation] = [.largest(unique.handle), .sum(unique.handle)]
    let measures = aggregations.map {
      Measure(
        aggregation: $0, required: [unique.handle], livedThrough: [], before: nil, source: 0)
    }
    let items = measures.indices.map { index in
      PlannedItem(
        name: index == 0 ? "at least" : "at most", content: .formula(.measure(index)), type: .count,
        source: 0,
        isShown: true, fillsZero: false, isRate: false, origins: [unique.handle])
    }
    return Plan(
      sources: [sources[index]], groups: groups, measures: measures, items: items, comparison: nil, fill: nil,
      having: nil, order: [], choice: nil, extras: Extras(), heading: heading, conditionText: nil,
      definitions: [], sourceNotes: [], readingNotes: [], inferences: [], clock: context.clock,
      videoWord: catalog.videoWord, minVideos: context.minVideos)
  }

  /// How missing cells are filled.
  private var fill: Fill? {
    switch query.missing?.value {
    case nil, .blank: nil
    case .zero: .zero
    case .previous: groups.firstIndex { $0.key.isTime }.map { .previous(group: $0) }
    }
  }

  private var extras: Extras {
    let asked = Set(query.extras.map(\.value))
    return Extras(
      total: asked.contains(.total), others: asked.contains(.others), share: asked.contains(.share))
  }

  private var heading: String { TallyLanguage.print(query) }
}

extension Diagnostic.Place {
  /// Sorts findings by where they stand in the text.
  var start: Int {
    switch self {
    case .query(let span): span.lowerBound
    case .file, .none: 0
    }
  }
}
