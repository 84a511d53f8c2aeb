package import TallyLanguage
import TallyPrivacy

/// Turns a query into a plan: resolves names, chooses tables, checks kinds, units and privacy.
///
/// - Throws: every independent finding about the query (C, M, D and Q codes), or the refusal of a query that crosses what
///   may not meet (P106).
package func analyze(_ query: Query, in context: AnalysisContext) throws(AnalysisFailure) -> Plan {
  var analyzer = Analyzer(query: query, context: context)
  return try analyzer.plan()
}

/// The state of one analysis; each concern is an extension in a file of its own.
struct Analyzer {
  let query: Query
  let context: AnalysisContext
  var catalog: Catalog { context.catalog }

  var findings: [Diagnostic] = []
  var needs = TableNeeds()
  var groups: [Group] = []
  var filter: VideoFilter?
  var sources: [Source] = []
  var measures: [Measure] = []
  var items: [PlannedItem] = []
  /// The type of each item, beside `items`.
  var types: [ItemType] = []
  /// Names of shown items that were read by posting time though activity was asked for.
  var readAsPosted: [String] = []

  init(query: Query, context: AnalysisContext) {
    self.query = query
    self.context = context
  }

  mutating func plan() throws(AnalysisFailure) -> Plan {
    if let refusal = crossing() { throw .refusal(refusal) }
    collect { analyzer throws(Diagnostic) in try analyzer.refuseUnbuiltClauses() }
    for dimension in query.by {
      collect { analyzer throws(Diagnostic) in try analyzer.addGroup(dimension) }
    }
    if let condition = query.condition {
      collect { analyzer throws(Diagnostic) in analyzer.filter = try analyzer.videoFilter(condition) }
      if needs.videos == nil { needs.videos = "`where`" }
    }
    if query.range != nil { needs.activityTime = true }
    for item in query.items {
      collect { analyzer throws(Diagnostic) in try analyzer.addItem(item) }
    }
    var having: RowFilter?
    var order: [Order] = []
    var choice: Choice?
    if findings.isEmpty {
      collect { analyzer throws(Diagnostic) in
        try analyzer.checkClocks()
        try analyzer.checkOverlaps()
        having = try analyzer.query.having.map { condition throws(Diagnostic) in
          try analyzer.rowFilter(condition)
        }
        choice = try analyzer.rowChoice()
        order = try analyzer.order(choice: choice)
      }
    }
    guard findings.isEmpty else {
      throw .diagnostics(findings.sorted { $0.place.start < $1.place.start })
    }
    return Plan(
      sources: sources, groups: groups, measures: measures, items: items, having: having, order: order,
      choice: choice, extras: extras, heading: heading,
      conditionText: query.condition.map { TallyLanguage.print($0) }, notes: notes,
      inferences: inferences, clock: context.clock,
      videoWord: catalog.videoWord)
  }

  /// Runs one independent part and keeps its finding, so that several are told at once.
  private mutating func collect(_ part: (inout Analyzer) throws(Diagnostic) -> Void) {
    do {
      try part(&self)
    } catch {
      findings.append(error)
    }
  }

  /// Names what parses but cannot run yet, in one line each.
  private func refuseUnbuiltClauses() throws(Diagnostic) {
    if let versus = query.versus { throw .notBuiltYet("`vs`", at: versus.span) }
    if let missing = query.missing { throw .notBuiltYet("`missing as`", at: missing.span) }
    if let per = query.top?.value.per { throw .notBuiltYet("`top ... per`", at: per.span) }
    for extra in query.extras where extra.value == .interval || extra.value == .coverage {
      throw .notBuiltYet("`with \(extra.value.rawValue)`", at: extra.span)
    }
  }

  private var extras: Extras {
    let asked = Set(query.extras.map(\.value))
    return Extras(
      total: asked.contains(.total), others: asked.contains(.others), share: asked.contains(.share))
  }

  private var heading: String {
    var shown = query
    shown.extras = []
    return TallyLanguage.print(shown)
  }
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
