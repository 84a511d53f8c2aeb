/// What somebody still finds possible who knows every rule, every answer, every label, and which groups are folded.
///
/// It looks for tables that differ from the true one in the folded groups only and would be opened just like it, by
/// running the rules on each. As the opened table decides every answer, nobody can tell these tables apart. Groups are as
/// open as the tables found lie apart: the closed forms first, every table where these do not reach and there are few.
struct KnownRulesAttack {
  /// Some folded groups and a way to put other sizes in their place.
  struct FoldedGroups {
    /// Their sizes, in units of the rules: people, views, or steps of shares.
    let sizes: [Int64]
    /// What is in no group and folded with them; 0 where nothing is.
    let rest: Int64
    /// What the fold may come to; several where shares are rounded.
    let folds: [Int64]
    /// What is a crowd in these units.
    let crowd: Int64
    /// Whether a table with other sizes, and another rest, is opened just like the true one.
    let isOpenedAlike: (_ sizes: [Int64], _ rest: Int64) -> Bool
  }

  let groups: FoldedGroups

  private var members: [Int64] { groups.rest > 0 ? groups.sizes + [groups.rest] : groups.sizes }
  /// What each has at least; of people in no group, nobody or one.
  private var leasts: [[Int64]] {
    let none = groups.sizes.map { _ in Int64(0) }
    return groups.rest > 0 ? [none + [0], none + [1]] : [none]
  }

  /// The range of each folded group, in the order of `groups`, as far as tables are found; it may be wider.
  ///
  /// - Complexity: O(groups) runs of the rules, and more where there are few tables.
  func ranges() -> [OpenRange] {
    var ranges = groups.sizes.map { OpenRange(lower: $0, upper: $0) }
    func take(_ table: [Int64]) {
      let tellsMore = ranges.indices.contains { table[$0] < ranges[$0].lower || table[$0] > ranges[$0].upper }
      guard tellsMore, isPossible(table) else { return }
      for place in ranges.indices { ranges[place] = ranges[place].union(table[place]) }
    }
    func isOpen(_ place: Int) -> Bool { ranges[place].width >= groups.crowd - 1 }
    for fold in groups.folds {
      for least in leasts {
        let tables = ExtremeTables(members, fold: fold, crowd: groups.crowd, least: least)
        for place in ranges.indices where !isOpen(place) {
          for table in tables.around(place) where !isOpen(place) { take(table) }
        }
      }
    }
    if !ranges.indices.allSatisfy(isOpen), waysToShare(groups.folds[0]) <= mostTablesToTry {
      let all = PossibleTables(show: { isPossible($0) }, crowd: groups.crowd)
      let found = all.ranges(
        of: members, hidden: Array(members.indices), sums: groups.folds, isSymmetric: false)
      for (place, range) in zip(ranges.indices, found) {
        ranges[place] = ranges[place].union(range.lower).union(range.upper)
      }
    }
    return ranges
  }

  private func isPossible(_ table: [Int64]) -> Bool {
    if table.contains(where: { $0 < 0 }) { return false }
    return groups.rest > 0
      ? groups.isOpenedAlike(Array(table.dropLast()), table[table.count - 1]) : groups.isOpenedAlike(table, 0)
  }

  /// In how many ways a sum can be shared out, or more than anybody tries.
  private func waysToShare(_ sum: Int64) -> Int64 {
    var ways: Int64 = 1
    for place in 1..<Int64(max(members.count, 1)) {
      let (product, isTooMany) = ways.multipliedReportingOverflow(by: sum + place)
      if isTooMany { return .max }
      ways = product / place
      if ways > mostTablesToTry { return .max }
    }
    return ways
  }
}

private let mostTablesToTry: Int64 = 4000
