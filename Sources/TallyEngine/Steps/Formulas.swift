import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Rows of one source put into groups, with what items need besides to be worked out for each.
struct Arrangement {
  let input: SourceTable
  let rows: GroupedRows
  let groupCount: Int
  /// The rows of whole weeks or months, each counted where its first day falls.
  let wholePeriods: (CalendarUnit) throws(Diagnostic) -> GroupedRows
  /// Whether groups are the rows of the answer, rather than a total or a rest.
  let areRows: Bool
  /// What windows look back over; nil where there are none to be shown, as in a total.
  let windows: WindowRows?
}

/// Works one formula out for each group of an arrangement.
///
/// - Parameter facts: what is known of videos.
/// - Throws: N001.
func compute(
  _ formula: Formula, of plan: Plan, _ arrangement: Arrangement, _ facts: VideoFacts
) throws(Diagnostic) -> Series {
  switch formula {
  case .constant(let value, let whole):
    return Series(repeating: value, whole: whole, count: arrangement.groupCount)
  case .measure(let index):
    let input = arrangement.input
    return try addUp(
      plan.measures[index], input.table, codes: input.videoCodes, facts, arrangement.rows,
      groupCount: arrangement.groupCount, areRows: arrangement.areRows)
  case .negated(let inner): return try compute(inner, of: plan, arrangement, facts).negated()
  case .binary(let operation, let left, let right):
    return try Series.combine(
      try compute(left, of: plan, arrangement, facts), operation,
      try compute(right, of: plan, arrangement, facts))
  case .statistic(let function, let inner, let each):
    return try computeStatistic(function, inner, per: each, of: plan, arrangement, facts)
  case .window(let window, let inner):
    return try computeWindow(window, inner, of: plan, arrangement, facts)
  }
}

/// Works a formula out for each unit of each group, and takes one number of those.
private func computeStatistic(
  _ function: AggregateFunction, _ inner: Formula, per each: Each, of plan: Plan, _ arrangement: Arrangement,
  _ facts: VideoFacts
) throws(Diagnostic) -> Series {
  let input = arrangement.input
  let parts: Parts
  switch each {
  case .video:
    parts = Parts(arrangement.rows, arrangement.groupCount, of: input.codesOfVideos, count: facts.count)
  case .day:
    parts = Parts(
      arrangement.rows, arrangement.groupCount, of: input.dayCodes,
      Numbering(ofDays: input.dayIndex.codedDays) {
        $0 == VideoFacts.unknown ? nil : .day($0)
      })
  case .week, .month:
    let unit = each.period ?? .week
    parts = Parts(
      try arrangement.wholePeriods(unit), arrangement.groupCount, of: input.dayCodes,
      Numbering(ofDays: input.dayIndex.codedDays) { day in
        day == VideoFacts.unknown
          ? nil : .day(unit.start(of: Day(number: day), weekStart: facts.clock.weekStart).number)
      })
  }
  let finer = Arrangement(
    input: input, rows: parts.rows, groupCount: parts.owners.count,
    wholePeriods: arrangement.wholePeriods, areRows: arrangement.areRows, windows: nil)
  let values = try compute(inner, of: plan, finer, facts)
  return statistic(function, of: values, owners: parts.owners, groupCount: arrangement.groupCount)
}

/// Adds up one measure over the rows in which every column of its item is present.
///
/// - Parameters:
///   - codes: video of each row of the table; empty for a channel.
///   - areRows: whether groups are the rows of the answer, rather than a total or a rest.
/// - Throws: N001.
func addUp(
  _ measure: Measure, _ table: Table, codes: ColumnValues<UInt32>, _ facts: VideoFacts,
  _ grouped: GroupedRows,
  groupCount: Int, areRows: Bool = false
) throws(Diagnostic) -> Series {
  let rows = measure.counted(grouped, table, codes: codes, facts)
  let missing = Series.missing(count: groupCount)
  switch measure.aggregation {
  case .sum(let handle):
    guard let column = table.columns[handle.name] else { return missing }
    return try sum(column, rows, groupCount: groupCount)
  case .last(let handle):
    guard let column = table.columns[handle.name] else { return missing }
    return last(column, days: table.days, rows, groupCount: groupCount)
  case .largest(let handle):
    guard let column = table.columns[handle.name] else { return missing }
    return statistic(
      .highest, of: column.series(rows: rows), owners: rows.listed.groups, groupCount: groupCount)
  case .weightedMean(let handle, _, isStoredInRows: true) where areRows:
    guard let column = table.columns[handle.name] else { return missing }
    return try sum(column, rows, groupCount: groupCount)
  case .weightedMean(let handle, let weight, _):
    guard let column = table.columns[handle.name], let weights = table.columns[weight.name] else {
      return missing
    }
    return weightedMean(column, weight: weights, rows, groupCount: groupCount)
  case .videos:
    return countVideos(codes: codes, videoCount: facts.count, rows, groupCount: groupCount)
  }
}

extension Measure {
  /// The rows that count for it: those in which every column of its item is present, of the ages it asks for.
  func counted(_ grouped: GroupedRows, _ table: Table, codes: ColumnValues<UInt32>, _ facts: VideoFacts)
    -> GroupedRows
  {
    // A sum reads what is missing in its own column as nothing.
    let own: ColumnHandle? = if case .sum(let handle) = aggregation { handle } else { nil }
    let others = required.filter { $0 != own }.compactMap { table.columns[$0.name]?.validity }
    return grouped.present(in: others).within(
      before, livedThrough: livedThrough, days: table.days, codes: codes, facts)
  }
}

extension Column {
  /// The numbers of some rows, in their order.
  fileprivate func series(rows: GroupedRows) -> Series { series(rows: rows.listed.rows.map(Int.init)) }
}
