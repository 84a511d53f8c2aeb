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

  /// What is wrong with the query that shows the numbers behind an analysis; empty where it has a plan.
  ///
  /// - Throws: P106 and its like, for an analysis that crosses what may not meet.
  func findings(on analysis: Analysis, in source: SourceText) throws(AnalysisFailure) -> [Diagnostic] {
    guard let query = analysis.queriesInstead.first else { return [] }
    do {
      _ = try plan(query, in: source)
      return []
    } catch .diagnostics(let findings) {
      return findings
    } catch .unbounded(let finding, _) {
      return [finding]
    } catch .refusal(let refused) {
      throw .refusal(refused)
    }
  }

  /// A finding of the parser with those of its questions that the loaded tables can answer; all of them where nothing is
  /// loaded.
  func offeringWhatRuns(_ finding: Diagnostic) -> Diagnostic {
    guard !tables.isEmpty else { return finding }
    var finding = finding
    finding.rewrites.removeAll { text in
      guard case .statement(.question(let question), _)? = parse(SourceText(text, name: "offer")).first,
        case .report(let queries) = question.body
      else { return false }
      return queries.contains { (try? analyze($0, in: context(nil))) == nil }
    }
    return finding
  }

  /// `.plan`: the plans of a question's queries, as the engine gets them; a line for a statement that has none.
  ///
  /// - Throws: what the analyzer finds.
  func planLines(of statement: Statement, in source: SourceText) throws(Failure) -> [String] {
    let question: Question
    switch statement {
    case .question(let asked), .explain(let asked): question = asked
    case .load, .column, .define, .param, .set, .assert, .expect, .run, .show, .print, .help:
      return [Self.onlyQuestionsHavePlans]
    }
    guard case .report(let queries) = question.body else { return [Self.analysisHasNoPlan] }
    do {
      var lines: [String] = []
      for query in queries {
        lines += TallyPlan.lines(of: try plan(try query.filled(with: parameters), in: source))
      }
      return lines
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
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
