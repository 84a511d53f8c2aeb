package import TallyLanguage

/// Everything that a query's meaning depends on besides its text.
package struct AnalysisContext: Sendable {
  package var catalog: Catalog
  package var definitions: Definitions
  package var clock: ClockSettings
  /// Where the query was read from; names items as written.
  ///
  /// nil for a query that was never text.
  package var source: SourceText?
  /// In batch a column whose kind was only guessed may not be used before a `column` line settles it.
  package var isBatch: Bool

  package init(
    catalog: Catalog, definitions: Definitions = Definitions(), clock: ClockSettings = ClockSettings(),
    source: SourceText? = nil, isBatch: Bool = false
  ) {
    self.catalog = catalog
    self.definitions = definitions
    self.clock = clock
    self.source = source
    self.isBatch = isBatch
  }
}

/// What `define` has named in this session; looked up when a query runs, so order does not matter.
package struct Definitions: Sendable, Hashable {
  package private(set) var metrics: [String: Expression] = [:]

  package init() {}

  /// Sets or replaces a metric.
  package mutating func define(metric name: String, as expression: Expression) { metrics[name] = expression }
}

/// Why a query has no plan.
package enum AnalysisFailure: Error, Sendable {
  /// One or more findings, in the order of the text; never empty.
  case diagnostics([Diagnostic])
  /// The query crosses what may not meet.
  case refusal(RefusedQuestion)
}

extension Definitions {
  /// Makes sure that a definition does not lead back to itself through others.
  ///
  /// - Throws: D002 with the way it goes round.
  package func checkCycles(from name: Name) throws(Diagnostic) {
    func visit(_ current: String, _ path: [String]) throws(Diagnostic) {
      if path.contains(current) { throw .definitionCycle(path + [current], at: name.span) }
      guard let expression = metrics[current] else { return }
      for next in expression.names { try visit(next, path + [current]) }
    }
    try visit(name.text, [])
  }
}

extension Expression {
  /// Bare names in it.
  var names: [String] {
    switch self {
    case .number, .percent: []
    case .reference(let reference): reference.name.isBracketed ? [] : [reference.name.text]
    case .negated(let inner, _), .aggregate(_, let inner, _, _), .window(_, let inner, _): inner.names
    case .binary(_, let left, let right, _), .perNumber(let left, _, let right, _): left.names + right.names
    }
  }
}
