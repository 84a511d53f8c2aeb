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
  let rows: GroupedRows
  let unitOfRow: (Int) -> Int32
  switch each {
  case .video:
    rows = arrangement.rows
    let codes = input.videoCodes
    unitOfRow = { Int32(truncatingIfNeeded: codes[$0]) }
  case .day:
    rows = arrangement.rows.filtered { input.days[$0] != VideoFacts.unknown }
    unitOfRow = { input.days[$0] }
  case .week, .month:
    let unit = each.period ?? .week
    rows = try arrangement.wholePeriods(unit)
    unitOfRow = { unit.start(of: Day(number: input.days[$0]), weekStart: facts.clock.weekStart).number }
  }
  var parts = Parts()
  let groups = rows.rows.indices.map { parts.part(rows.groups[$0], unitOfRow(Int(rows.rows[$0]))) }
  let finer = Arrangement(
    input: input, rows: GroupedRows(rows: rows.rows, groups: groups), groupCount: parts.owners.count,
    wholePeriods: arrangement.wholePeriods, areRows: arrangement.areRows, windows: nil)
  let values = try compute(inner, of: plan, finer, facts)
  return statistic(function, of: values, owners: parts.owners, groupCount: arrangement.groupCount)
}

/// Pairs of a group and a unit, numbered in order of first appearance.
private struct Parts {
  /// The group of each part.
  private(set) var owners: [UInt32] = []
  private var known: [UInt64: UInt32] = [:]

  mutating func part(_ group: UInt32, _ unit: Int32) -> UInt32 {
    let pair = UInt64(group) << 32 | UInt64(UInt32(bitPattern: unit))
    if let part = known[pair] { return part }
    let part = UInt32(owners.count)
    known[pair] = part
    owners.append(group)
    return part
  }
}

/// Adds up one measure over the rows in which every column of its item is present.
///
/// - Parameters:
///   - codes: video of each row of the table; empty for a channel.
///   - areRows: whether groups are the rows of the answer, rather than a total or a rest.
/// - Throws: N001.
func addUp(
  _ measure: Measure, _ table: Table, codes: [UInt32], _ facts: VideoFacts, _ grouped: GroupedRows,
  groupCount: Int, areRows: Bool = false
) throws(Diagnostic) -> Series {
  let kept = measure.counted(grouped, table, codes: codes, facts)
  let (rows, groups) = (kept.rows, kept.groups)
  let missing = Series.missing(count: groupCount)
  switch measure.aggregation {
  case .sum(let handle):
    guard let column = table.columns[handle.name] else { return missing }
    return try sum(column, rows: rows, groups: groups, groupCount: groupCount)
  case .last(let handle):
    guard let column = table.columns[handle.name] else { return missing }
    return last(column, days: table.days, rows: rows, groups: groups, groupCount: groupCount)
  case .largest(let handle):
    guard let column = table.columns[handle.name] else { return missing }
    return statistic(.highest, of: column.series(rows: rows), owners: groups, groupCount: groupCount)
  case .weightedMean(let handle, _, isStoredInRows: true) where areRows:
    guard let column = table.columns[handle.name] else { return missing }
    return try sum(column, rows: rows, groups: groups, groupCount: groupCount)
  case .weightedMean(let handle, let weight, _):
    guard let column = table.columns[handle.name], let weights = table.columns[weight.name] else {
      return missing
    }
    return weightedMean(column, weight: weights, rows: rows, groups: groups, groupCount: groupCount)
  case .videos:
    return countVideos(
      codes: codes, videoCount: facts.count, rows: rows, groups: groups, groupCount: groupCount)
  }
}

extension Measure {
  /// The rows that count for it: those in which every column of its item is present, of the ages it asks for.
  func counted(_ grouped: GroupedRows, _ table: Table, codes: [UInt32], _ facts: VideoFacts) -> GroupedRows {
    let partial = required.compactMap { table.columns[$0.name]?.validity }.filter { !$0.isComplete }
    let complete =
      partial.isEmpty ? grouped : grouped.filtered { row in partial.allSatisfy { $0[row] } }
    return complete.within(before, livedThrough: livedThrough, days: table.days, codes: codes, facts)
  }
}

extension Column {
  /// The numbers of some rows, in their order.
  private func picked(_ series: Series, _ rows: [UInt32]) -> Series {
    let present = rows.map { series.present[Int($0)] }
    return switch series.values {
    case .integers(let values): Series(.integers(rows.map { values[Int($0)] }), present: present)
    case .decimals(let values): Series(.decimals(rows.map { values[Int($0)] }), present: present)
    }
  }

  fileprivate func series(rows: [UInt32]) -> Series { picked(series(count: count), rows) }
}
