import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy

extension Session {
  /// The plan of a query on the loaded tables.
  ///
  /// Where a unique count would be added up (M001), the finding also names the bounds between which the number lies.
  /// - Throws: what the analyzer finds.
  func plan(_ query: Query, in source: SourceText?) throws(AnalysisFailure) -> Plan {
    do throws(AnalysisFailure) {
      return try analyze(query, in: context(source))
    } catch .unbounded(let finding, let plan) {
      throw .diagnostics([bounds(of: plan).map { finding.adding($0) } ?? finding])
    }
  }

  /// Between which bounds the last row of a plan of bounds lies; nil where nothing is known.
  private func bounds(of plan: Plan) -> UniqueBounds? {
    guard let table = try? evaluate(plan, over: tables.dataset), let released = try? release(table) else {
      return nil
    }
    return UniqueBounds(released.result)
  }
}
