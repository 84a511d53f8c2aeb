import TallyLanguage
import TallyPlan
import TallyPrivacy
import TallyRender

extension Session {
  /// Answers a question: one query, several side by side, or either into a file.
  ///
  /// - Throws: what `answer` throws; Q900 for an analysis; F006 to F009 for a file that is not to be, or cannot be, written.
  func ask(
    _ question: Question, in source: SourceText, isCancelled: @escaping @Sendable () -> Bool
  ) throws(Failure) -> Reply {
    do {
      // What may not meet is refused before it is said that the analysis comes later.
      if case .analysis(let analysis) = question.body { _ = try findings(on: analysis, in: source) }
      let queries = try queries(of: question)
      let export = try question.destination.map { destination throws(Diagnostic) in
        try Export(to: destination, in: self)
      }
      var answers: [Answer] = []
      for query in queries {
        answers.append(try answer(query, in: source, isCancelled: isCancelled))
      }
      let notes = SideBySide.notes(answers.map(\.released))
      if let export { return .wrote(try export.write(answers, notes: notes, with: files)) }
      return answers.count == 1 ? .answer(answers[0]) : .beside(answers, notes: notes)
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }

  /// `run NAME`: the question of a report, as if it stood here with these values.
  ///
  /// - Throws: D010 no such report, D009 and D011 for names behind `with`; what the question finds, in its own text.
  func run(
    report name: Name, with bindings: [Binding], isCancelled: @escaping @Sendable () -> Bool
  ) throws(Failure) -> Reply {
    let report: SavedReport
    var inner = self
    do {
      guard let found = definitions.reports[name.text] else {
        let known = definitions.reports.keys.sorted()
        throw Diagnostic.unknownReport(name, known: known, kind: definitions.kind(of: name.text))
      }
      report = found
      let known = definitions.parameters(ofReport: name.text) ?? []
      let values = try values(of: bindings, taking: known, target: .report(name))
      inner.arguments = arguments.overridden(by: values)
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
    do {
      return try inner.ask(report.question, in: report.source, isCancelled: isCancelled)
    } catch {
      throw .inReport(report, error)
    }
  }

  /// The queries of a question, side by side.
  ///
  /// - Throws: Q900 for an analysis, with queries that show the numbers behind it.
  private func queries(of question: Question) throws(Diagnostic) -> [Query] {
    switch question.body {
    case .report(let queries): return queries
    case .analysis(let analysis):
      let filled = try analysis.filled(with: parameters)
      throw .analysisLater(
        filled.kind.word, at: analysis.span,
        rewrites: filled.queriesInstead.filter(runs).prefix(3).map { print($0) })
    }
  }

  /// `with interval` comes later; the rest of the query runs without it.
  ///
  /// - Throws: Q900.
  func refuseInterval(in query: Query) throws(Diagnostic) {
    guard let extra = query.extras.first(where: { $0.value == .interval }) else { return }
    let rest = query.withoutInterval
    throw .intervalLater(at: extra.span, rewrites: runs(rest) ? [print(rest)] : [])
  }
}

extension Query {
  /// The same query without `with interval`.
  var withoutInterval: Query {
    var query = self
    query.extras.removeAll { $0.value == .interval }
    return query
  }
}
