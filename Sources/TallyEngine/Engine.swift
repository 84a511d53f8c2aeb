import TallyLanguage
package import TallyPlan

/// Runs a plan over the loaded tables; each line is one step with a file of its own.
///
/// - Parameter isCancelled: asked between steps; true stops the query.
/// - Returns: groups, items and shares as columns; data rows in order, then others, then total.
/// - Throws: N001, or cancelled.
/// - Complexity: O(rows times (groups + measures) + answer rows times log).
package func evaluate(
  _ plan: Plan, over dataset: Dataset, isCancelled: () -> Bool = { false }
) throws(EvaluationFailure) -> ResultTable {
  do {
    let facts = VideoFacts(dataset, clock: plan.clock)
    var space = GroupSpace(columns: plan.groups.count)
    var parts: [SourceRows] = []
    for source in plan.sources {
      if isCancelled() { throw EvaluationFailure.cancelled }
      let table = dataset[source.role] ?? Table(rowCount: 0, columns: [:])
      let kept = try filter(source, table, facts)
      let grouped = group(kept.rows, of: table, source, by: plan.groups, facts, into: &space)
      parts.append(SourceRows(source: source, table: table, kept: kept, grouped: grouped))
    }
    fillGaps(of: plan, parts, into: &space)
    if isCancelled() { throw EvaluationFailure.cancelled }
    let items = try items(of: plan, parts, facts, groups: parts.map(\.grouped), groupCount: space.count)
    let shown = choose(
      order(filter(plan, items), by: plan, items, space, videoIDs: dataset.videoIDs), by: plan, items, space)
    if isCancelled() { throw EvaluationFailure.cancelled }
    let summary = try summarize(plan, parts, facts, shown: shown, groupCount: space.count)
    return answer(plan, parts, facts, space, items, shown, summary)
  } catch let failure as EvaluationFailure {
    throw failure
  } catch let finding as Diagnostic {
    throw .diagnostic(finding)
  } catch {
    preconditionFailure("every step throws a Diagnostic")
  }
}

/// What filtering and grouping made of one source.
struct SourceRows {
  let source: Source
  let table: Table
  let kept: KeptRows
  let grouped: GroupedRows

  /// The video of each row of the table.
  var videoCodes: [UInt32] {
    source.role == .videos ? (0..<UInt32(table.rowCount)).map { $0 } : table.videoCodes
  }
}
