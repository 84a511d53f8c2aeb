import TallyEngine
package import TallyLanguage
package import TallyPlan
package import TallyPrivacy

/// What one person or one script has loaded, defined and set; the room in which statements run.
///
/// A value: a statement that fails leaves it as it was. It prints nothing and owns no terminal.
package struct Session: Sendable {
  package internal(set) var tables = Tables()
  package internal(set) var definitions = Definitions()
  package internal(set) var settings = Settings()
  /// What `param` gave.
  var defaults = Parameters()
  /// What the command line gave; it wins over `param`.
  package var given = Parameters()
  /// What `run ... with` gave to what is running now; it wins over both.
  var arguments = Parameters()
  /// Every script that has run, without links: none of them is ever written over.
  var scriptPaths: Set<String> = []
  /// The scripts under way, each run by the one before.
  var running: [RunningScript] = []
  /// Policies that were read.
  var knownPolicies: Set<PolicyPaths.Path> = []
  /// What is still to be said of them.
  var policyNotices: [PolicyNotice] = []
  /// Set by `expect`, taken by the next statement.
  var expectation: Expectation?
  /// The files that were read together, with all that they say of an audience; kept by the session of an audit alone.
  var evidence: [AudienceUnderAudit.Reading]?
  /// Whether guesses about kinds are errors.
  package let isBatch: Bool
  /// Which files may be read, and from where paths count.
  package var files: FileAccess

  package init(isBatch: Bool, files: FileAccess = FileAccess()) {
    self.isBatch = isBatch
    self.files = files
  }

  /// The route of a query, from its tree to what may be shown; every stage has a line.
  ///
  ///     text -parse-> Query -fill-> Query -analyze-> Plan -evaluate-> ResultTable -release-> Released -render-> text
  ///
  /// Parsing happens before (`Script`), rendering behind (`Output`): this part needs the loaded tables.
  /// - Throws: findings (L, S, Q, C, M, D, N codes), refusals (P106, P403), or cancelled.
  package func answer(
    _ query: Query, in source: SourceText, isCancelled: @escaping @Sendable () -> Bool
  ) throws(Failure) -> Answer {
    do {
      let query = try query.filled(with: parameters)
      try refuseInterval(in: query)
      let plan = try plan(query, in: source)
      let work = Work(isCancelled: isCancelled)
      let result = try evaluate(plan, over: tables.dataset, at: query.span, work: work)
      let released = try release(result)
      // Numbers of a snapshot that was written into meanwhile are none.
      try checkSnapshots()
      return Answer(
        query: print(query), released: released, inferences: plan.inferences, sources: plan.sources,
        decimals: settings.decimals)
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }

  /// What `{name}` stands for now.
  package var parameters: Parameters {
    defaults.overridden(by: given).overridden(by: arguments)
  }

  /// What names mean now.
  func context(_ source: SourceText?) -> AnalysisContext {
    AnalysisContext(
      catalog: tables.catalog, definitions: definitions, clock: settings.clock, source: source,
      isBatch: isBatch, parameters: parameters, minVideos: settings.minVideos)
  }

  /// The first three rewrites that the loaded tables can answer; where none is loaded, the first three.
  package func rewritesThatRun(_ candidates: [Query]) -> [String] {
    let runnable = candidates.filter(runs)
    let offered = runnable.isEmpty ? (tables.isEmpty ? candidates : fallbacks) : runnable
    return offered.prefix(3).map { print($0) }
  }

  /// Whether the loaded tables can answer a query.
  func runs(_ query: Query) -> Bool { (try? analyze(query, in: context(nil))) != nil }

  /// Queries about whatever is loaded, for tables that none of the usual questions fits.
  private var fallbacks: [Query] {
    let metrics = tables.catalog.tables.flatMap(\.columns).filter { $0.kind == .counter }.map(\.name)
    let items = (metrics.prefix(3) + ["videos"]).map { name in
      Query(items: [Item(expression: .reference(Reference(name: Name(name))))])
    }
    return items.filter(runs)
  }
}

/// The answer to one query, let out by the privacy gate.
package struct Answer: Sendable {
  /// In canonical words, with the values of parameters.
  package let query: String
  package let released: Released<ResultTable>
  /// What the answer rests on beyond the words of the question; told on standard error where no footer is shown.
  package let inferences: [String]
  /// The tables that answered.
  let sources: [Source]
  /// What `set decimals` says; for people only.
  package let decimals: Int?
}
