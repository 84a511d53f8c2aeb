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
  /// Sums over all rows of columns that several formulas may add up, one a group; see `ready`.
  private(set) var sums: [ColumnHandle: [Int64]] = [:]
  /// The numbers of parts that several statistics may be taken of.
  private(set) var units: [PerUnit: UnitValues] = [:]
}

/// A formula for each unit of a group.
struct PerUnit: Hashable {
  let inner: Formula
  let each: Each
}

/// The numbers of units, and the group of each.
struct UnitValues {
  let series: Series
  let owners: PartOwners
}

extension Arrangement {
  init(
    input: SourceTable, rows: GroupedRows, groupCount: Int,
    wholePeriods: @escaping (CalendarUnit) throws(Diagnostic) -> GroupedRows, areRows: Bool,
    windows: WindowRows?
  ) {
    self.input = input
    self.rows = rows
    self.groupCount = groupCount
    self.wholePeriods = wholePeriods
    self.areRows = areRows
    self.windows = windows
  }

  /// The same with what formulas have in common worked out: columns added up in one go, and units once for all statistics.
  ///
  /// - Throws: N001.
  func ready(for formulas: [Formula], of plan: Plan, _ facts: VideoFacts) throws(Diagnostic) -> Arrangement {
    var ready = self
    let handles = Set(formulas.flatMap(\.measures).compactMap { plan.measures[$0].simpleSum })
    let columns = handles.compactMap { handle -> (handle: ColumnHandle, column: IntegerColumn)? in
      guard case .integers(let column)? = input.table.columns[handle.name], column.isNarrow else {
        return nil
      }
      return (handle, column)
    }
    let sums = columns.isEmpty ? [] : narrowSums(columns.map(\.column), rows, groupCount: groupCount)
    for (column, sums) in zip(columns, sums) { ready.sums[column.handle] = sums }
    for unit in Set(formulas.flatMap(\.units)) {
      ready.units[unit] = try computeUnits(unit, of: plan, self, facts)
    }
    return ready
  }
}

extension Formula {
  /// The measures that are worked out for each group itself.
  fileprivate var measures: [Int] {
    switch self {
    case .constant, .statistic, .window: []
    case .measure(let index): [index]
    case .negated(let inner): inner.measures
    case .binary(_, let left, let right): left.measures + right.measures
    }
  }

  /// What statistics are taken of.
  fileprivate var units: [PerUnit] {
    switch self {
    case .constant, .measure, .window: []
    case .statistic(_, let inner, let each): [PerUnit(inner: inner, each: each)]
    case .negated(let inner): inner.units
    case .binary(_, let left, let right): left.units + right.units
    }
  }
}

extension Measure {
  /// The column that is added up, whatever the age of a video; nil for any other measure.
  fileprivate var simpleSum: ColumnHandle? {
    guard case .sum(let handle) = aggregation, before == nil, livedThrough.isEmpty else { return nil }
    return handle
  }
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
    if let series = arrangement.simpleSum(plan.measures[index]) { return series }
    return try addUp(
      plan.measures[index], input.table, codes: input.videoCodes, facts, arrangement.rows,
      groupCount: arrangement.groupCount, areRows: arrangement.areRows)
  case .negated(let inner): return try compute(inner, of: plan, arrangement, facts).negated()
  case .binary(let operation, let left, let right):
    return try Series.combine(
      try compute(left, of: plan, arrangement, facts), operation,
      try compute(right, of: plan, arrangement, facts))
  case .statistic(let function, let inner, let each):
    let unit = PerUnit(inner: inner, each: each)
    let ready = arrangement.units[unit]
    let values = if let ready { ready } else { try computeUnits(unit, of: plan, arrangement, facts) }
    return statistic(function, of: values.series, owners: values.owners, groupCount: arrangement.groupCount)
  case .window(let window, let inner):
    return try computeWindow(window, inner, of: plan, arrangement, facts)
  }
}

extension Arrangement {
  /// A sum that is worked out already, less the rows that lack another column of the item; nil for any other measure.
  fileprivate func simpleSum(_ measure: Measure) -> Series? {
    guard let handle = measure.simpleSum, var sums = sums[handle],
      case .integers(let column)? = input.table.columns[handle.name]
    else { return nil }
    let others = input.incomplete(measure.required.filter { $0 != handle })
    if !others.isEmpty {
      guard let absent = rows.absent(in: others) else { return nil }
      let less = narrowSums([column], absent, groupCount: groupCount)[0]
      for group in sums.indices { sums[group] &-= less[group] }
    }
    return Series(
      .integers(sums),
      present: hasValues(column.validity, rows.present(in: others), given: sums.map { $0 != 0 }))
  }
}

/// Works a formula out for each unit of each group.
private func computeUnits(
  _ unit: PerUnit, of plan: Plan, _ arrangement: Arrangement, _ facts: VideoFacts
) throws(Diagnostic) -> UnitValues {
  let each = unit.each
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
    input: input, rows: parts.rows, groupCount: parts.count,
    wholePeriods: arrangement.wholePeriods, areRows: arrangement.areRows, windows: nil)
  var series = try compute(unit.inner, of: plan, finer.ready(for: [unit.inner], of: plan, facts), facts)
  if let isFilled = parts.isFilled {
    series.present = zip(series.present, isFilled).map { $0 && $1 }
  }
  return UnitValues(series: series, owners: parts.owners)
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
      .highest, of: column.series(rows: rows), owners: .each(rows.listed.groups), groupCount: groupCount)
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
