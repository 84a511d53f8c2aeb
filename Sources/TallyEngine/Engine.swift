package import TallyLanguage
package import TallyPlan

/// Runs a plan over the loaded tables; each line is one step with a file of its own.
///
/// - Parameters:
///   - span: where the query stands in its text, for findings; nil for a query that was never text.
///   - work: how its loops are run, and whether the query was stopped.
/// - Returns: groups, items and shares as columns; data rows in order, then others, then total.
/// - Throws: N001, or cancelled.
/// - Complexity: O(rows times (groups + measures) + answer rows times log).
package func evaluate(
  _ plan: Plan, over dataset: Dataset, at span: SourceSpan? = nil,
  work: Work = Work()
) throws(EvaluationFailure) -> ResultTable {
  do {
    let answer = try evaluate(plan, over: dataset, work)
    try work.goOn()
    if let damage = dataset.damage { throw damage }
    return answer
  } catch let failure as EvaluationFailure {
    throw failure
  } catch let finding as Diagnostic {
    // What a loop that was stopped has made is no finding.
    try work.goOn()
    throw .diagnostic(span.map(finding.standing) ?? finding)
  } catch {
    preconditionFailure("every step throws a Diagnostic")
  }
}

private func evaluate(_ plan: Plan, over dataset: Dataset, _ work: Work) throws -> ResultTable {
  let facts = VideoFacts(dataset, clock: plan.clock, work)
  var space = GroupSpace(columns: plan.groups.count)
  var parts: [SourceRows] = []
  for source in plan.sources {
    try work.goOn()
    let input = SourceTable(source, facts)
    var kept = try filter(input, facts)
    if plan.groups.contains(where: \.isAge) { kept = kept.withAges(input, facts) }
    let grouped = try group(kept.rows, of: input, by: plan.groups, facts, into: &space)
    parts.append(SourceRows(input: input, kept: kept, grouped: grouped))
  }
  fillGaps(of: plan, parts, into: &space)
  try work.goOn()
  let comparison = try plan.comparison.map { step throws(Diagnostic) in
    try compare(plan, step, parts, facts, into: &space)
  }
  let answerRows = AnswerRows(plan: plan, parts: parts, comparison: comparison, space: space, facts: facts)
  let whole = try answerRows.wholeColumns()
  try work.goOn()
  let current = try answerRows.current()
  let earlier = try answerRows.earlier()
  let items = try columns(
    of: plan, current, earlier: earlier, facts, isLoaded: answerRows.isLoaded, whole: whole?.series,
    coverage: {
      coverage(
        plan, parts, rows: parts.map(\.grouped), groupCount: space.count,
        keys: (0..<space.count).map { space[$0] })
    },
    fill: { series, item, rows in fillMissing(&series, item, plan.fill, space, only: rows) })
  try work.goOn()
  let shown = shownRows(
    filter(plan, items.series), of: plan, items.series, space, videoIDs: dataset.videoIDs)
  let others = try answerRows.rest(shown: shown, current, earlier, whole: whole?.series)
  let summary = Summary(others: others, total: whole)
  return try answer(answerRows, current, items, shown: shown, summary)
}
