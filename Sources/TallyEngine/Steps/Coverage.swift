import TallyLanguage
import TallyPlan

/// The part of the expected days, or videos, that have data for every item; the lowest of all sources.
///
/// - Parameters:
///   - rows: rows and their groups, beside `parts`.
///   - keys: the values of the group columns of each row of the answer; nil for a row of everything kept.
func coverage(
  _ plan: Plan, _ parts: [SourceRows], rows: [GroupedRows], groupCount: Int, keys: [[GroupValue]]?
) -> Series {
  var lowest: [Double?] = [Double?](repeating: nil, count: groupCount)
  for (index, part) in parts.enumerated() {
    let shown = plan.items.filter { item in
      if case .formula = item.content { item.isShown && item.source == index } else { false }
    }
    guard !shown.isEmpty else { continue }
    let partial = part.input.incomplete(shown.flatMap(\.origins))
    let counted = rows[index].present(in: partial)
    let found =
      part.source.timeline == .activity && part.source.role != .videos
      ? dayShares(plan, part, counted, groupCount: groupCount, keys: keys)
      : rowShares(rows[index], counted, groupCount: groupCount)
    for group in 0..<groupCount {
      guard let share = found[group] else { continue }
      lowest[group] = min(lowest[group] ?? share, share)
    }
  }
  return Series(.decimals(lowest.map { $0 ?? 0 }), present: lowest.map { $0 != nil })
}

/// The part of the rows of each group that are counted; nil where a group has no rows.
private func rowShares(_ rows: GroupedRows, _ counted: GroupedRows, groupCount: Int) -> [Double?] {
  var expected = [Int](repeating: 0, count: groupCount)
  var found = expected
  rows.forEach { _, group in expected[group] += 1 }
  counted.forEach { _, group in found[group] += 1 }
  return zip(found, expected).map { $1 == 0 ? nil : Double($0) / Double($1) }
}

/// The part of the visible days of each group that have a counted row; nil where none is expected.
private func dayShares(
  _ plan: Plan, _ part: SourceRows, _ counted: GroupedRows, groupCount: Int, keys: [[GroupValue]]?
) -> [Double?] {
  var seen = [Set<Int32>](repeating: [], count: groupCount)
  counted.forEach { row, group in seen[group].insert(part.input.days[row]) }
  guard let visible = part.source.visibleDays else { return [Double?](repeating: nil, count: groupCount) }
  let times = plan.groups.indices.filter {
    if case .time(_, isPosted: false) = plan.groups[$0].key { true } else { false }
  }
  var expected: [[GroupValue]: Int] = [:]
  if keys != nil, !times.isEmpty {
    for number in visible.lowerBound.number...visible.upperBound.number {
      let values = times.map { index -> GroupValue in
        guard case .time(let grain, _) = plan.groups[index].key else { return .missing }
        return grain.value(of: Day(number: number), weekStart: plan.clock.weekStart)
      }
      expected[values, default: 0] += 1
    }
  }
  return (0..<groupCount).map { group in
    var count = visible.dayCount
    if let keys, !times.isEmpty { count = expected[times.map { time in keys[group][time] }] ?? 0 }
    return count == 0 ? nil : Double(seen[group].count) / Double(count)
  }
}
