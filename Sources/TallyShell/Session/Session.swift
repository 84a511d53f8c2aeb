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
  /// Set by `expect`, taken by the next statement.
  var expectation: Expectation?
  /// Whether guesses about kinds are errors.
  package let isBatch: Bool
  /// Which files may be read.
  package var files: FileAccess

  package init(isBatch: Bool, files: FileAccess = FileAccess()) {
    self.isBatch = isBatch
    self.files = files
  }

  /// The route of a question, from its tree to what may be shown; every stage has a line.
  ///
  ///     text -parse-> Statement -analyze-> Plan -evaluate-> ResultTable -release-> Released -render-> text
  ///
  /// Parsing happens before (`Script`), rendering behind (`Output`): this part needs the loaded tables.
  /// - Throws: findings (L, S, Q, C, M, D, N codes), refusals (P106, P403), or cancelled.
  package func answer(
    _ question: Question, in source: SourceText, isCancelled: () -> Bool
  ) throws(Failure) -> Answer {
    do {
      let query = try question.query()
      let plan = try plan(query, in: source)
      let result = try evaluate(plan, over: tables.dataset, isCancelled: isCancelled)
      let released = try release(result)
      return Answer(query: print(question), released: released, inferences: plan.inferences)
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }

  /// What names mean now.
  func context(_ source: SourceText?) -> AnalysisContext {
    AnalysisContext(
      catalog: tables.catalog, definitions: definitions, clock: settings.clock, source: source,
      isBatch: isBatch)
  }

  /// The first three rewrites that the loaded tables can answer; where none is loaded, the first three.
  package func rewritesThatRun(_ candidates: [Query]) -> [String] {
    let runnable = candidates.filter { query in
      guard (try? analyze(query, in: context(nil))) != nil else { return false }
      return true
    }
    let offered = runnable.isEmpty ? (tables.isEmpty ? candidates : fallbacks) : runnable
    return offered.prefix(3).map { print($0) }
  }

  /// Queries about whatever is loaded, for tables that none of the usual questions fits.
  private var fallbacks: [Query] {
    let metrics = tables.catalog.tables.flatMap(\.columns).filter { $0.kind == .counter }.map(\.name)
    let items = (metrics.prefix(3) + ["videos"]).map { name in
      Query(items: [Item(expression: .reference(Reference(name: Name(name))))])
    }
    return items.filter { (try? analyze($0, in: context(nil))) != nil }
  }
}

/// The answer to one question, let out by the privacy gate.
package struct Answer: Sendable {
  /// In canonical words.
  package let query: String
  package let released: Released<ResultTable>
  /// What the answer rests on beyond the words of the question; told on standard error where no footer is shown.
  package let inferences: [String]
}

extension Question {
  /// The one query of a question that this version runs.
  ///
  /// - Throws: Q900 for what parses but is not built yet.
  func query() throws(Diagnostic) -> Query {
    if let destination { throw .notBuiltYet("`into`", at: destination.span) }
    switch body {
    case .report(let queries):
      if queries.count > 1 { throw .notBuiltYet("`beside`", at: queries[1].span) }
      return queries[0]
    case .analysis(let analysis):
      throw .notBuiltYet("`\(analysis.kind.word)`", at: analysis.span)
    }
  }
}

extension Analysis.Kind {
  /// The word that opens it.
  var word: String {
    switch self {
    case .correlate: "correlate"
    case .compare: "compare"
    case .trend: "trend"
    case .quadrants: "quadrants"
    }
  }
}
