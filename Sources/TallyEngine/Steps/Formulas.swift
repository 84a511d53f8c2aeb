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
    let codes = input.videoCodes
    parts = Parts(arrangement.rows, arrangement.groupCount, units: 0..<facts.count) { Int(codes[$0]) }
  case .day:
    let rows = arrangement.rows.filtered { input.days[$0] != VideoFacts.unknown }
    parts = Parts(rows, arrangement.groupCount, units: input.dayRange) { Int(input.days[$0]) }
  case .week, .month:
    let starts = input.starts(of: each.period ?? .week, weekStart: facts.clock.weekStart)
    parts = Parts(
      try arrangement.wholePeriods(each.period ?? .week), arrangement.groupCount, units: starts.range
    ) { starts[input.days[$0]] }
  }
  let finer = Arrangement(
    input: input, rows: parts.rows, groupCount: parts.owners.count,
    wholePeriods: arrangement.wholePeriods, areRows: arrangement.areRows, windows: nil)
  let values = try compute(inner, of: plan, finer, facts)
  return statistic(function, of: values, owners: parts.owners, groupCount: arrangement.groupCount)
}

/// Rows put into parts: pairs of a group and a unit, numbered in order of first appearance.
private struct Parts {
  /// The rows, each with its part.
  private(set) var rows: GroupedRows
  /// The group of each part.
  private(set) var owners: [UInt32] = []

  /// The most pairs that are numbered by a table.
  private static let tableLimit = 1 << 24

  /// - Parameters:
  ///   - units: holds the unit of every row.
  ///   - unit: the unit of a row.
  /// - Complexity: O(rows + groups times units); O(rows) with a dictionary where there could be many pairs.
  @inline(__always)
  init(_ grouped: GroupedRows, _ groupCount: Int, units: Range<Int>, unit: (Int) -> Int) {
    var found: [UInt32] = []
    let (pairs, overflow) = groupCount.multipliedReportingOverflow(by: units.count)
    let numbers: [UInt32]
    if !overflow, pairs <= Parts.tableLimit {
      var known = [UInt32](repeating: .max, count: pairs)
      numbers = grouped.map { row, group in
        let pair = group * units.count + unit(row) - units.lowerBound
        if known[pair] == .max {
          known[pair] = UInt32(found.count)
          found.append(UInt32(group))
        }
        return known[pair]
      }
    } else {
      var known: [UInt64: UInt32] = [:]
      numbers = grouped.map { row, group in
        let pair = UInt64(group) << 32 | UInt64(UInt32(truncatingIfNeeded: unit(row)))
        let number = known[pair] ?? UInt32(found.count)
        if number == found.count {
          known[pair] = number
          found.append(UInt32(group))
        }
        return number
      }
    }
    owners = found
    rows = GroupedRows(rows: grouped.rows, groups: GroupNumbers(numbers))
  }
}

/// The first day of the week or month that each day falls into.
private struct PeriodStarts {
  let range: Range<Int>
  private let starts: [Int32]
  private let first: Int

  init(_ unit: CalendarUnit, of days: Range<Int>, weekStart: Int) {
    first = days.lowerBound
    starts = days.map { unit.start(of: Day(number: Int32($0)), weekStart: weekStart).number }
    range = starts.isEmpty ? 0..<0 : Int(starts[0])..<days.upperBound
  }

  subscript(day: Int32) -> Int { Int(starts[Int(day) - first]) }
}

extension SourceTable {
  /// The days of all rows that have one.
  fileprivate var dayRange: Range<Int> {
    var (low, high) = (Int32.max, Int32.min)
    for day in days where day != VideoFacts.unknown { (low, high) = (min(low, day), max(high, day)) }
    return low > high ? 0..<0 : Int(low)..<Int(high) + 1
  }

  fileprivate func starts(of unit: CalendarUnit, weekStart: Int) -> PeriodStarts {
    PeriodStarts(unit, of: dayRange, weekStart: weekStart)
  }
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
      .highest, of: column.series(rows: rows.rows), owners: Array(rows.groups), groupCount: groupCount)
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
    let partial = required.filter { $0 != own }.compactMap { table.columns[$0.name]?.validity }
      .filter { !$0.isComplete }
    let complete: GroupedRows
    switch partial.count {
    case 0: complete = grouped
    case 1:
      let validity = partial[0]
      complete = grouped.filtered { validity[$0] }
    default: complete = grouped.filtered { row in partial.allSatisfy { $0[row] } }
    }
    return complete.within(before, livedThrough: livedThrough, days: table.days, codes: codes, facts)
  }
}

extension Column {
  /// The numbers of some rows, in their order.
  private func picked(_ series: Series, _ rows: RowSet) -> Series {
    let present = rows.map { series.present[Int($0)] }
    return switch series.values {
    case .integers(let values): Series(.integers(rows.map { values[Int($0)] }), present: present)
    case .decimals(let values): Series(.decimals(rows.map { values[Int($0)] }), present: present)
    }
  }

  fileprivate func series(rows: RowSet) -> Series { picked(series(count: count), rows) }
}
