import TallyLanguage
import TallyPlan
import TallyPrivacy

/// What `running` and `rolling` look back over, and where each row of the answer ends.
struct WindowRows {
  /// Rows of any day that `where` keeps; their groups are those of the answer but for time.
  let rows: GroupedRows
  let groupCount: Int
  /// The first loaded day.
  let firstLoaded: Int32
  /// For each row of the answer: where it ends, and what it looks at; nil where it has no bucket.
  let frames: [WindowFrame?]
}

/// The bucket of one row of the answer, as a window sees it.
struct WindowFrame: Hashable {
  /// The last day.
  let end: Int32
  /// Where `running` begins.
  let start: Int32
  /// Group of `WindowRows.rows`.
  let group: UInt32
}

/// Works a formula out anew over the days of each row's window, whatever it is made of.
///
/// Arithmetic is done on what its measures come to in the window; sums, and videos of a running count, are added up day by
/// day, everything else from the rows of each window.
/// - Throws: N001.
/// - Complexity: O(rows + windows times days) for sums; the rows of all windows together for the rest.
func computeWindow(
  _ window: PlannedWindow, _ inner: Formula, of plan: Plan, _ arrangement: Arrangement, _ facts: VideoFacts
) throws(Diagnostic) -> Series {
  guard let windows = arrangement.windows else { return .missing(count: arrangement.groupCount) }
  switch inner {
  case .negated(let inner): return try computeWindow(window, inner, of: plan, arrangement, facts).negated()
  case .binary(let operation, let left, let right):
    return try Series.combine(
      try computeWindow(window, left, of: plan, arrangement, facts), operation,
      try computeWindow(window, right, of: plan, arrangement, facts))
  case .constant: return try compute(inner, of: plan, arrangement, facts)
  case .measure(let index):
    let frames = windows.frames.map { $0.flatMap { window.days(of: $0, firstLoaded: windows.firstLoaded) } }
    if let series = try dailySums(plan.measures[index], windows, frames, arrangement.input, facts) {
      return series
    }
    if let series = runningVideos(plan.measures[index], window, windows, arrangement.input, facts) {
      return series
    }
  case .statistic, .window: break
  }
  let ordered = OrderedRows(windows.rows, by: arrangement.input.days)
  var found: [ClosedRange<Int32>: Series] = [:]
  var cells = SeriesBuilder(count: arrangement.groupCount)
  for (row, frame) in windows.frames.enumerated() {
    guard let frame, let days = window.days(of: frame, firstLoaded: windows.firstLoaded) else { continue }
    let series: Series
    if let known = found[days] {
      series = known
    } else {
      series = try compute(
        inner, of: plan, ordered.arrangement(days, windows.groupCount, arrangement.input, facts), facts)
      found[days] = series
    }
    cells.set(row, from: series, Int(frame.group))
  }
  return cells.series
}

/// Largest number of (group, day) cells that are added up ahead.
private let cellLimit = 1 << 24

/// A sum over each row's window, from sums of single days; nil for what is no sum, or would take too many of them.
///
/// - Throws: N001 where the sum of a window leaves 64 bits.
private func dailySums(
  _ measure: Measure, _ windows: WindowRows, _ frames: [ClosedRange<Int32>?], _ input: SourceTable,
  _ facts: VideoFacts
) throws(Diagnostic) -> Series? {
  guard case .sum(let handle) = measure.aggregation, let column = input.table.columns[handle.name],
    let range = input.dayIndex.range
  else { return nil }
  let (first, last) = (range.lowerBound, range.upperBound)
  let days = Int(last) - Int(first) + 1
  let (cells, overflow) = days.multipliedReportingOverflow(by: windows.groupCount)
  guard !overflow, cells <= cellLimit else { return nil }
  let kept = measure.counted(windows.rows, input.table, codes: input.videoCodes, facts)
  let sums = try sum(column, kept.byDay(input, days: days), groupCount: cells)
  var series = SeriesBuilder(count: frames.count)
  var totals: [Int128] = []
  var counts: [Int] = []
  if case .integers(let values) = sums.values {
    // Exact sums from the start: their differences are the sums of windows, and none of them can overflow.
    totals = [Int128](repeating: 0, count: cells + 1)
    for cell in 0..<cells {
      totals[cell + 1] = totals[cell] + (sums.present[cell] ? Int128(values[cell]) : 0)
    }
  }
  counts = [Int](repeating: 0, count: cells + 1)
  for cell in 0..<cells { counts[cell + 1] = counts[cell] + (sums.present[cell] ? 1 : 0) }
  for (row, range) in frames.enumerated() {
    guard let range, let frame = windows.frames[row] else { continue }
    let low = max(range.lowerBound, first)
    let high = min(range.upperBound, last)
    guard low <= high else { continue }
    let start = Int(frame.group) * days + Int(low - first)
    let end = Int(frame.group) * days + Int(high - first) + 1
    guard counts[end] > counts[start] else { continue }
    switch sums.values {
    case .integers:
      guard let total = Int64(exactly: totals[end] - totals[start]) else { throw .overflow() }
      series.set(row, whole: total)
    case .decimals(let values):
      series.set(row, decimal: compensatedSum((start..<end).filter { sums.present[$0] }.map { values[$0] }))
    }
  }
  return series.series
}

/// The number of different videos up to each row's end, from the first day of each; nil for what is something else.
private func runningVideos(
  _ measure: Measure, _ window: PlannedWindow, _ windows: WindowRows, _ input: SourceTable,
  _ facts: VideoFacts
) -> Series? {
  guard case .videos = measure.aggregation, window == .running, let range = input.dayIndex.range
  else { return nil }
  let (first, last) = (range.lowerBound, range.upperBound)
  // All windows of one answer start on one day.
  guard let start = windows.frames.lazy.compactMap({ $0?.start }).first else { return nil }
  let days = Int(last) - Int(first) + 1
  let (cells, overflow) = days.multipliedReportingOverflow(by: windows.groupCount)
  guard !overflow, cells <= cellLimit else { return nil }
  let kept = measure.counted(windows.rows, input.table, codes: input.videoCodes, facts)
  var earliest: [UInt64: Int32] = [:]
  kept.forEach { row, group in
    let day = input.days[row]
    guard day >= start else { return }
    let video = UInt64(group) << 32 | UInt64(input.videoCodes[row])
    if earliest[video].map({ day < $0 }) ?? true { earliest[video] = day }
  }
  var news = [Int64](repeating: 0, count: cells)
  for (video, day) in earliest { news[Int(video >> 32) * days + Int(day - first)] += 1 }
  var series = SeriesBuilder(count: windows.frames.count)
  var counts = [Int64](repeating: 0, count: cells + 1)
  for cell in 0..<cells { counts[cell + 1] = counts[cell] + news[cell] }
  for (row, frame) in windows.frames.enumerated() {
    guard let frame, frame.start <= frame.end else { continue }
    let base = Int(frame.group) * days
    let through = Int(min(frame.end, last)) - Int(first) + 1
    series.set(row, whole: through > 0 ? counts[base + through] - counts[base] : 0)
  }
  return series.series
}

extension PlannedWindow {
  /// The days of a row's window; nil where they are none, or reach before what is loaded.
  fileprivate func days(of frame: WindowFrame, firstLoaded: Int32) -> ClosedRange<Int32>? {
    switch self {
    case .running: return frame.start <= frame.end ? frame.start...frame.end : nil
    case .rolling(let count, let unit):
      let start = Day(number: frame.end).advanced(by: 1).shifted(by: -count, unit).number
      return start >= firstLoaded && start <= frame.end ? start...frame.end : nil
    }
  }
}

extension GroupedRows {
  /// The rows with a known day by pairs of a group and a day, group times `days` plus the days since the first.
  fileprivate func byDay(_ input: SourceTable, days: Int) -> GroupedRows {
    if case .one = groups {
      let steps = [GroupKey.dropped] + (0..<days).map { UInt32(truncatingIfNeeded: $0) }
      let day = GroupKey.Part(input.dayCodes, count: days + 1, numbers: steps, times: 1)
      let drops = !input.dayIndex.isAscending
      return GroupedRows(
        rows: rows, groups: .keyed(GroupKey(parts: [day], count: days, groups: nil, drops: drops)))
    }
    var (numbers, pairs): ([UInt32], [UInt32]) = ([], [])
    forEach { row, group in
      let code = input.dayCodes[row]
      guard code > 0 else { return }
      numbers.append(UInt32(truncatingIfNeeded: row))
      pairs.append(UInt32(truncatingIfNeeded: group * days + code - 1))
    }
    return GroupedRows(rows: RowSet(numbers, rows.work), groups: pairs)
  }
}

/// Rows by day ascending, so that those of some days stand side by side.
private struct OrderedRows {
  private var rows: [UInt32] = []
  private var groups: [UInt32] = []
  private var days: [Int32] = []

  init(_ grouped: GroupedRows, by days: ColumnValues<Int32>) {
    let listed = grouped.listed
    let order = listed.rows.indices.filter { days[Int(listed.rows[$0])] != VideoFacts.unknown }
      .sorted { (days[Int(listed.rows[$0])], $0) < (days[Int(listed.rows[$1])], $1) }
    rows = order.map { listed.rows[$0] }
    groups = order.map { listed.groups[$0] }
    self.days = rows.map { days[Int($0)] }
  }

  /// The rows of some days.
  func arrangement(
    _ range: ClosedRange<Int32>, _ groupCount: Int, _ input: SourceTable, _ facts: VideoFacts
  ) -> Arrangement {
    let low = days.firstPosition { $0 >= range.lowerBound }
    let high = days.firstPosition { $0 > range.upperBound }
    let slice = GroupedRows(
      rows: RowSet(Array(rows[low..<high]), facts.work), groups: Array(groups[low..<high]))
    let (days, weekStart) = (input.days, facts.clock.weekStart)
    return Arrangement(
      input: input, rows: slice, groupCount: groupCount,
      wholePeriods: { unit in
        slice.filtered { row in unit.isWhole(Day(number: days[row]), in: range, weekStart: weekStart) }
      }, areRows: true, windows: nil)
  }
}

extension CalendarUnit {
  /// Whether the whole unit that holds a day lies in a range.
  func isWhole(_ day: Day, in range: ClosedRange<Int32>, weekStart: Int) -> Bool {
    let start = start(of: day, weekStart: weekStart)
    return start.number >= range.lowerBound && self.start(1, after: start).number - 1 <= range.upperBound
  }
}

/// Puts a series together number by number; whole as long as every number is.
struct SeriesBuilder {
  private var wholes: [Int64]
  private var decimals: [Double]
  private var present: [Bool]
  private var isWhole = true

  init(count: Int) {
    wholes = [Int64](repeating: 0, count: count)
    decimals = [Double](repeating: 0, count: count)
    present = [Bool](repeating: false, count: count)
  }

  /// Takes over one number of another series, missing included.
  mutating func set(_ row: Int, from other: Series, _ otherRow: Int) {
    present[row] = other.present[otherRow]
    guard other.present[otherRow] else { return }
    decimals[row] = other.decimals(otherRow)
    if case .integers(let values) = other.values { wholes[row] = values[otherRow] } else { isWhole = false }
  }

  mutating func set(_ row: Int, whole value: Int64) {
    present[row] = true
    wholes[row] = value
    decimals[row] = Double(value)
  }

  mutating func set(_ row: Int, decimal value: Double) {
    present[row] = true
    decimals[row] = value
    isWhole = false
  }

  var series: Series { Series(isWhole ? .integers(wholes) : .decimals(decimals), present: present) }
}
