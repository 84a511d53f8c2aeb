import TallyLanguage
import TallyPlan
import TallyPrivacy

/// The groups that `having` keeps.
func filter(_ plan: Plan, _ items: [Series]) -> [Int] {
  let count = items.first?.count ?? 0
  guard let having = plan.having else { return Array(0..<count) }
  return (0..<count).filter { holds(having, row: $0, items) }
}

/// Whether a row passes; every test on a missing number is false, and `not` is the complement.
private func holds(_ filter: RowFilter, row: Int, _ items: [Series]) -> Bool {
  switch filter {
  case .all(let parts): parts.allSatisfy { holds($0, row: row, items) }
  case .any(let parts): parts.contains { holds($0, row: row, items) }
  case .not(let inner): !holds(inner, row: row, items)
  case .missing(let item): !items[item].present[row]
  case .comparison(let item, let comparison, .item(let other)):
    items[item].holds(comparison, row, items[other], row)
  case .comparison(let item, let comparison, .constant(let value, let whole)):
    items[item].holds(comparison, row, Series(repeating: value, whole: whole, count: 1), 0)
  }
}

/// Puts rows in a total order: by the keys asked, then by groups ascending; missing last in each.
///
/// Groups of an audience that are counted together stand last. Where the first key is a metric, rows with a missing group stand behind all others.
/// - Parameter limit: how many of the first rows are wanted; nil for all.
/// - Complexity: O(n log n); O(n) where few are wanted.
private func order(
  _ rows: [Int], by plan: Plan, _ items: [Series], _ space: GroupSpace, videoIDs: [String], limit: Int?
) -> [Int] {
  let isRanked = if case .item? = plan.order.first?.key { true } else { false }
  let lacksKey = space.lacksValue
  let isFolded = space.isFolded(plan)
  // Names decide where numbers are equal; where numbers come first, few are, and names need no order of all of them.
  let ranks = isRanked ? [] : space.columns.map { rank($0, videoIDs) }
  func compareNames(_ column: Int, _ left: Int, _ right: Int, isDescending: Bool) -> Int {
    guard ranks.isEmpty else { return compare(ranks[column], left, right, isDescending: isDescending) }
    return compare(
      space.columns[column][left], space.columns[column][right], videoIDs, isDescending: isDescending)
  }
  func precedesByKeys(_ left: Int, _ right: Int) -> Bool {
    for order in plan.order {
      let comparison: Int
      switch order.key {
      case .item(let index): comparison = compare(items[index], left, right, isDescending: order.isDescending)
      case .group(let index):
        comparison = compareNames(index, left, right, isDescending: order.isDescending)
      }
      if comparison != 0 { return comparison < 0 }
    }
    for column in plan.groups.indices {
      let comparison = compareNames(column, left, right, isDescending: false)
      if comparison != 0 { return comparison < 0 }
    }
    return left < right
  }
  let places = rows.map { row in
    var place = Place(row: row, level: (isFolded[row] ? 4 : 0) + (isRanked && lacksKey[row] ? 2 : 0))
    if let first = plan.order.first, case .item(let index) = first.key {
      place.set(items[index], isDescending: first.isDescending)
    }
    return place
  }
  func precedes(_ left: Place, _ right: Place) -> Bool {
    if left.level != right.level { return left.level < right.level }
    return left.key != right.key ? left.key < right.key : precedesByKeys(left.row, right.row)
  }
  guard let limit, limit <= fewRows, limit < rows.count else { return places.sorted(by: precedes).map(\.row) }
  return places.first(limit, by: precedes).map(\.row)
}

/// How many rows are picked out one by one; more are found faster by sorting all.
private let fewRows = 128

extension [Place] {
  /// The first in an order, as many as are wanted.
  fileprivate func first(_ count: Int, by precedes: (Place, Place) -> Bool) -> [Place] {
    var best: [Place] = []
    for place in self {
      if best.count == count {
        guard count > 0, precedes(place, best[count - 1]) else { continue }
        best.removeLast()
      }
      best.insert(place, at: best.firstPosition { precedes(place, $0) })
    }
    return best
  }
}

extension GroupSpace {
  /// Which groups lack a value in some group column.
  fileprivate var lacksValue: [Bool] {
    var lacks = [Bool](repeating: false, count: count)
    for values in columns {
      for group in values.indices { if case .missing = values[group] { lacks[group] = true } }
    }
    return lacks
  }

  /// Which groups are those of an audience that are counted together; no order and no ranking places them.
  fileprivate func isFolded(_ plan: Plan) -> [Bool] {
    guard plan.sources.contains(where: { $0.role == .audience }) else {
      return [Bool](repeating: false, count: count)
    }
    return (0..<count).map { holdsFolded(self[$0], plan) }
  }
}

/// Where a row stands by what is compared most often, in numbers that compare fast.
private struct Place {
  let row: Int
  /// What stands behind everything else has more.
  var level: Int
  /// The number that ranks, as one that goes up in the order asked for.
  var key: Int64 = 0

  init(row: Int, level: Int) {
    self.row = row
    self.level = level
  }

  mutating func set(_ series: Series, isDescending: Bool) {
    guard series.present[row] else {
      level += 1
      return
    }
    switch series.values {
    case .integers(let values): key = values[row]
    case .decimals(let values):
      // The bits of a double order as it does; those of a negative one the other way round. Zero has one form.
      let bits = Int64(bitPattern: (values[row] + 0).bitPattern)
      key = bits >= 0 ? bits : bits ^ .max
    }
    if isDescending { key = ~key }
  }
}

/// Whether a row is that of the groups of an audience which are counted together; no order and no ranking places it.
func holdsFolded(_ values: [GroupValue], _ plan: Plan) -> Bool {
  plan.sources.contains { $0.role == .audience } && values.contains(.text(ProtectedTable.foldedLabel))
}

private func compare(_ series: Series, _ left: Int, _ right: Int, isDescending: Bool) -> Int {
  switch (series.present[left], series.present[right]) {
  case (false, false): 0
  case (false, true): 1
  case (true, false): -1
  case (true, true): series.compare(left, to: series, right) * (isDescending ? -1 : 1)
  }
}

private func compare(_ ranks: [Int?], _ left: Int, _ right: Int, isDescending: Bool) -> Int {
  switch (ranks[left], ranks[right]) {
  case (nil, nil): 0
  case (nil, _?): 1
  case (_?, nil): -1
  case (let a?, let b?): (a < b ? -1 : a > b ? 1 : 0) * (isDescending ? -1 : 1)
  }
}

private func compare(
  _ left: GroupValue, _ right: GroupValue, _ videoIDs: [String], isDescending: Bool
) -> Int {
  if left == right { return 0 }
  if left == .missing { return 1 }
  if right == .missing { return -1 }
  return (precedes(left, right, videoIDs) ? -1 : precedes(right, left, videoIDs) ? 1 : 0)
    * (isDescending ? -1 : 1)
}

/// Where each value stands among the distinct ones, from 0; nil for missing.
///
/// Text goes by code point, ids as text, numbers by size whether whole or not. Missing values are taken out before
/// sorting, since they are neither before nor after another, which no sort can work with.
private func rank(_ values: [GroupValue], _ videoIDs: [String]) -> [Int?] {
  var order: [GroupValue: Int] = [:]
  let present = Set(values).subtracting([.missing])
  for (position, value) in present.sorted(by: { precedes($0, $1, videoIDs) }).enumerated() {
    order[value] = position
  }
  return values.map { order[$0] }
}

/// Whether a value of a group column stands before another of the same column; a missing one has no place.
func precedes(_ left: GroupValue, _ right: GroupValue, _ videoIDs: [String]) -> Bool {
  switch (left, right) {
  case (.day(let a), .day(let b)): a < b
  case (.weekday(let a), .weekday(let b)), (.hour(let a), .hour(let b)): a < b
  case (.video(let a), .video(let b)): videoIDs[a].utf8.lexicographicallyPrecedes(videoIDs[b].utf8)
  case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
  case (.integer(let a), .integer(let b)): a < b
  case (.decimal(let a), .decimal(let b)): a < b
  case (.integer(let a), .decimal(let b)): Double(a) < b
  case (.decimal(let a), .integer(let b)): a < Double(b)
  case (.missing, _), (_, .missing), (.day, _), (.weekday, _), (.hour, _), (.text, _), (.video, _),
    (.integer, _), (.decimal, _):
    false
  }
}

/// The rows that are shown, in order: all, or what `top` or `bottom` ranks first; a missing number or a missing group is
/// never ranked.
func shownRows(
  _ rows: [Int], of plan: Plan, _ items: [Series], _ space: GroupSpace, videoIDs: [String]
) -> [Int] {
  guard let choice = plan.choice else {
    return order(rows, by: plan, items, space, videoIDs: videoIDs, limit: nil)
  }
  let (lacksKey, isFolded) = (space.lacksValue, space.isFolded(plan))
  let ranked = rows.filter { row in
    guard !lacksKey[row], !isFolded[row] else { return false }
    guard case .item(let index)? = plan.order.first?.key else { return true }
    return items[index].present[row]
  }
  guard let per = choice.per else {
    return Array(
      order(ranked, by: plan, items, space, videoIDs: videoIDs, limit: choice.count).prefix(choice.count))
  }
  var taken: [GroupValue: Int] = [:]
  return order(ranked, by: plan, items, space, videoIDs: videoIDs, limit: nil).filter { row in
    taken[space.columns[per][row], default: 0] += 1
    return taken[space.columns[per][row], default: 0] <= choice.count
  }
}
