import TallyLanguage
import TallyPlan

/// The rows beside the groups: what is left of a choice, and everything kept.
struct Summary {
  /// One row, or one for each value of the group that `top ... per` names; nil when not asked.
  let others: (columns: ItemColumns, keys: [[GroupValue]])?
  /// One row; nil when neither total nor share is asked.
  let total: ItemColumns?
}

extension AnswerRows {
  /// Works items out over everything kept, anew from the rows and never from other answers, so that ratios are pooled and
  /// videos in several groups count once.
  ///
  /// - Throws: N001.
  func wholeColumns() throws(Diagnostic) -> ItemColumns? {
    guard plan.extras.total || plan.extras.share else { return nil }
    let rows = parts.map { GroupedRows(inOneGroup: $0.kept.rows) }
    return try columns(
      of: plan, total(), earlier: earlierTotal(), facts, isLoaded: { source, _ in isAnyLoaded(source) },
      whole: nil, coverage: { coverage(plan, parts, rows: rows, groupCount: 1, keys: nil) },
      fill: { _, _, _ in nil })
  }

  /// Works items out over the groups that are not shown.
  ///
  /// - Parameter shown: groups of the rows shown.
  /// - Throws: N001.
  func rest(
    shown: [Int], _ current: [Arrangement], _ earlier: [Arrangement]?, whole: [Series]?
  ) throws(Diagnostic) -> (columns: ItemColumns, keys: [[GroupValue]])? {
    guard plan.extras.others else { return nil }
    var owners = GroupSpace(columns: plan.choice?.per == nil ? 0 : 1)
    var rest: [UInt32?] = (0..<space.count).map { group in
      owners.group(plan.choice?.per.map { [space.columns[$0][group]] } ?? [])
    }
    let keys = (0..<owners.count).map { owner in
      plan.groups.indices.map { $0 == plan.choice?.per ? owners.columns[0][owner] : GroupValue.missing }
    }
    for group in shown { rest[group] = nil }
    let count = owners.count
    let remaining = regrouped(current, rest, count: count)
    let columns = try columns(
      of: plan, remaining, earlier: earlier.map { regrouped($0, rest, count: count) }, facts,
      isLoaded: { source, _ in isAnyLoaded(source) }, whole: whole,
      coverage: { coverage(plan, parts, rows: remaining.map(\.rows), groupCount: count, keys: nil) },
      fill: { _, _, _ in nil })
    return (columns, keys)
  }

  /// Whether any day that rows of a source are compared with is loaded.
  private func isAnyLoaded(_ source: Int) -> Bool {
    guard let compared = comparison?.sources[source], let loaded = compared.loaded else { return false }
    if let whole = compared.whole { return whole.overlaps(loaded) }
    return compared.buckets.values.contains { $0.days.overlaps(loaded) }
  }

  /// Whether any day that a group is compared with is loaded.
  func isLoaded(_ source: Int, _ group: Int) -> Bool {
    guard let compared = comparison?.sources[source] else { return false }
    let bucket = plan.comparison?.group.map { space.columns[$0][group] }
    return compared.isLoaded(bucket)
  }
}
