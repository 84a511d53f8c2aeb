import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Computes every item of a plan per group.
///
/// - Parameter groups: rows and their groups for each source, beside `parts`.
/// - Returns: one series an item, one number a group.
/// - Throws: N001.
func items(
  of plan: Plan, _ parts: [SourceRows], _ facts: VideoFacts, groups: [GroupedRows], groupCount: Int
) throws(Diagnostic) -> [Series] {
  var measures: [Series] = []
  for measure in plan.measures {
    measures.append(
      try addUp(measure, parts[measure.source], facts, groups[measure.source], groupCount: groupCount))
  }
  var items: [Series] = []
  for item in plan.items { items.append(try compute(item.formula, measures, count: groupCount)) }
  return items
}

/// Adds up one measure over the rows in which every column of its item is present.
private func addUp(
  _ measure: Measure, _ part: SourceRows, _ facts: VideoFacts, _ grouped: GroupedRows, groupCount: Int
) throws(Diagnostic) -> Series {
  let (rows, groups) = complete(grouped, measure.required.compactMap { part.table.columns[$0.name] })
  let missing = Column.integers(IntegerColumn([], validity: Validity(count: 0)))
  switch measure.aggregation {
  case .sum(let handle):
    guard let column = part.table.columns[handle.name] else { return missing.series(count: groupCount) }
    return try sum(column, rows: rows, groups: groups, groupCount: groupCount)
  case .last(let handle):
    guard let column = part.table.columns[handle.name] else { return missing.series(count: groupCount) }
    return last(column, days: part.table.days, rows: rows, groups: groups, groupCount: groupCount)
  case .weightedMean(let handle, let weight):
    guard let column = part.table.columns[handle.name], let weights = part.table.columns[weight.name] else {
      return missing.series(count: groupCount)
    }
    return weightedMean(column, weight: weights, rows: rows, groups: groups, groupCount: groupCount)
  case .videos:
    return countVideos(
      codes: part.videoCodes, videoCount: facts.count, rows: rows, groups: groups, groupCount: groupCount)
  }
}

/// The rows in which every given column has a value.
private func complete(_ grouped: GroupedRows, _ columns: [Column]) -> (rows: [UInt32], groups: [UInt32]) {
  let partial = columns.map(\.validity).filter { !$0.isComplete }
  guard !partial.isEmpty else { return (grouped.rows, grouped.groups) }
  var rows: [UInt32] = []
  var groups: [UInt32] = []
  for index in grouped.rows.indices where partial.allSatisfy({ $0[Int(grouped.rows[index])] }) {
    rows.append(grouped.rows[index])
    groups.append(grouped.groups[index])
  }
  return (rows, groups)
}

/// Works a formula out for each group.
private func compute(_ formula: Formula, _ measures: [Series], count: Int) throws(Diagnostic) -> Series {
  switch formula {
  case .constant(let value, let whole): return Series(repeating: value, whole: whole, count: count)
  case .measure(let index): return measures[index]
  case .negated(let inner): return try compute(inner, measures, count: count).negated()
  case .binary(let operation, let left, let right):
    return try Series.combine(
      try compute(left, measures, count: count), operation, try compute(right, measures, count: count))
  }
}

/// The whole, and what is left beside the shown rows.
struct Summary {
  /// Items over everything kept; nil when neither total nor share is asked.
  let total: [Series]?
  /// Items over the groups that are not shown; nil when not asked.
  let others: [Series]?
}

/// Computes total and others anew from the rows, never from other answers, so that ratios are pooled and videos in
/// several groups count once.
///
/// - Throws: N001.
func summarize(
  _ plan: Plan, _ parts: [SourceRows], _ facts: VideoFacts, shown: [Int], groupCount: Int
) throws(Diagnostic) -> Summary {
  var total: [Series]?
  if plan.extras.total || plan.extras.share {
    let everything = parts.map { part in
      GroupedRows(rows: part.kept.rows, groups: [UInt32](repeating: 0, count: part.kept.rows.count))
    }
    total = try items(of: plan, parts, facts, groups: everything, groupCount: 1)
  }
  var others: [Series]?
  if plan.extras.others {
    var isShown = [Bool](repeating: false, count: groupCount)
    for group in shown { isShown[group] = true }
    let rest = parts.map { part in
      let kept = part.grouped.rows.indices.filter { !isShown[Int(part.grouped.groups[$0])] }
      return GroupedRows(
        rows: kept.map { part.grouped.rows[$0] }, groups: [UInt32](repeating: 0, count: kept.count))
    }
    others = try items(of: plan, parts, facts, groups: rest, groupCount: 1)
  }
  return Summary(total: total, others: others)
}
