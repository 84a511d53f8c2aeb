package import TallyLanguage
package import TallyPlan

/// Runs a plan over the loaded tables; each line is one step with a file of its own.
///
/// - Parameters:
///   - span: where the query stands in its text, for findings; nil for a query that was never text.
///   - isCancelled: asked between steps; true stops the query.
/// - Returns: groups, items and shares as columns; data rows in order, then others, then total.
/// - Throws: N001, or cancelled.
/// - Complexity: O(rows times (groups + measures) + answer rows times log).
package func evaluate(
  _ plan: Plan, over dataset: Dataset, at span: SourceSpan? = nil, isCancelled: () -> Bool = { false }
) throws(EvaluationFailure) -> ResultTable {
  do {
    let facts = VideoFacts(dataset, clock: plan.clock)
    var space = GroupSpace(columns: plan.groups.count)
    var parts: [SourceRows] = []
    for source in plan.sources {
      if isCancelled() { throw EvaluationFailure.cancelled }
      let input = SourceTable(source, facts)
      var kept = try filter(source, input.table, days: input.days, facts)
      if plan.groups.contains(where: \.isAge) { kept = kept.withAges(input, facts) }
      let grouped = try group(kept.rows, of: input, by: plan.groups, facts, into: &space)
      parts.append(SourceRows(input: input, kept: kept, grouped: grouped))
    }
    fillGaps(of: plan, parts, into: &space)
    if isCancelled() { throw EvaluationFailure.cancelled }
    let comparison = try plan.comparison.map { step throws(Diagnostic) in
      try compare(plan, step, parts, facts, into: &space)
    }
    let answerRows = AnswerRows(plan: plan, parts: parts, comparison: comparison, space: space, facts: facts)
    let whole = try answerRows.wholeColumns()
    if isCancelled() { throw EvaluationFailure.cancelled }
    let current = try answerRows.current()
    let earlier = try answerRows.earlier()
    let items = try columns(
      of: plan, current, earlier: earlier, facts, isLoaded: answerRows.isLoaded, whole: whole?.series,
      coverage: {
        coverage(plan, parts, rows: parts.map(\.grouped), groupCount: space.count, keys: space.groups)
      },
      fill: { series, item, rows in fillMissing(&series, item, plan.fill, space, only: rows) })
    if isCancelled() { throw EvaluationFailure.cancelled }
    let ordered = order(
      filter(plan, items.series), by: plan, items.series, space, videoIDs: dataset.videoIDs)
    let shown = choose(ordered, by: plan, items.series, space)
    let others = try answerRows.rest(shown: shown, current, earlier, whole: whole?.series)
    let summary = Summary(others: others, total: whole)
    let result = try answer(answerRows, current, items, shown: shown, summary)
    if let damage = dataset.damage { throw damage }
    return result
  } catch let failure as EvaluationFailure {
    throw failure
  } catch let finding as Diagnostic {
    throw .diagnostic(span.map(finding.standing) ?? finding)
  } catch {
    preconditionFailure("every step throws a Diagnostic")
  }
}
