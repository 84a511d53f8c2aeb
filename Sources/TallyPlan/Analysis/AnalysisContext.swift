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
  /// What `{name}` stands for in definitions that the query uses.
  package var parameters: Parameters
  /// A rate, or a comparison of groups, that rests on fewer videos says little.
  package var minVideos: Int

  package init(
    catalog: Catalog, definitions: Definitions = Definitions(), clock: ClockSettings = ClockSettings(),
    source: SourceText? = nil, isBatch: Bool = false, parameters: Parameters = Parameters(),
    minVideos: Int
  ) {
    self.catalog = catalog
    self.definitions = definitions
    self.clock = clock
    self.source = source
    self.isBatch = isBatch
    self.parameters = parameters
    self.minVideos = minVideos
  }
}

/// Why a query has no plan.
package enum AnalysisFailure: Error, Sendable {
  /// One or more findings, in the order of the text; never empty.
  case diagnostics([Diagnostic])
  /// A unique count would be added up (M001); the plan tells between which bounds the number lies.
  case unbounded(Diagnostic, Plan)
  /// The query crosses what may not meet.
  case refusal(RefusedQuestion)
}
