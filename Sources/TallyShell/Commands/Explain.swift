import TallyLanguage
import TallyPlan

extension Session {
  /// `explain QUERY`: the plan in plain sentences, without running it.
  ///
  /// - Throws: what the analyzer finds.
  func explain(_ question: Question, in source: SourceText) throws(Failure) -> [String] {
    do {
      let query = try question.query()
      return TallyPlan.explain(try analyze(query, in: context(source)), query: query)
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }
}
