import TallyLanguage
import TallyPlan

extension Session {
  /// `explain QUESTION`: the plan in plain sentences, without running it; several queries are parted by a blank line.
  ///
  /// An analysis is told as it will run, which comes later.
  /// - Throws: what the analyzer finds; D004 and D005.
  func explain(_ question: Question, in source: SourceText) throws(Failure) -> [String] {
    do {
      let question = try question.filled(with: parameters)
      var lines: [String] = []
      switch question.body {
      case .report(let queries):
        for (index, query) in queries.enumerated() {
          if index > 0 { lines.append("") }
          lines += try explain(query, in: source)
        }
      case .analysis(let analysis):
        try checkNames(of: analysis, in: source)
        lines += TallyPlan.explain(analysis, in: context(source))
      }
      if let destination = question.destination {
        lines.append(Self.writtenTo(destination.value))
      }
      return lines
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }

  private func explain(_ query: Query, in source: SourceText) throws(AnalysisFailure) -> [String] {
    let rest = query.withoutInterval
    let lines = TallyPlan.explain(try plan(rest, in: source), query: rest)
    return rest == query ? lines : lines + [explainInterval(in: context(source))]
  }

  /// What is wrong with the names of an analysis, told from the query that shows the numbers behind it.
  ///
  /// - Throws: C001, C002 and C003; the refusal of an analysis that crosses what may not meet.
  private func checkNames(of analysis: Analysis, in source: SourceText) throws(AnalysisFailure) {
    let names = try findings(on: analysis, in: source).filter { ["C001", "C002", "C003"].contains($0.code) }
    if !names.isEmpty { throw .diagnostics(names) }
  }
}
