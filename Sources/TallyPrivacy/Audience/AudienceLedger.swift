/// The breakdowns of the audience that a session has opened; what was opened once is never opened another way.
///
/// Two breakdowns of one audience that share a dimension could be set against each other until a small group is left
/// over, and so could countries and their cities, and two snapshots of one breakdown. So every dimension is in one open
/// breakdown at most, and so are countries, regions and cities: of files that are read together the finest is opened,
/// of one breakdown the newest snapshot; a file that is read later is not opened where one that overlaps already is.
/// Margins come from the breakdown that is open, and no other.
///
/// Of counts, the last snapshot of each earlier month is kept beside the newest one, rounded (`EarlierMonth`), as far as
/// the same groups may be shown. Of shares the newest alone is: sums and totals of rounded shares tell more of what was
/// rounded away.
package struct AudienceLedger: Sendable, Hashable {
  /// What became of a breakdown.
  package typealias Opening = AudienceOpening<ProtectedTable>

  private struct Entry: Hashable {
    let dimensions: [String]
    let metric: String?
    var table: ProtectedTable?
  }

  private var entries: [Entry] = []
  /// The smallest number of people that a breakdown counts, by metric, whether it is shown or not; never shown itself.
  private var leastCounted: [String: Int64] = [:]

  /// What every breakdown is protected by.
  private let crowd: CrowdSize

  package init(crowd: CrowdSize = .standard) { self.crowd = crowd }

  /// Whether nothing was given to it yet.
  package var isUntouched: Bool { entries.isEmpty && leastCounted.isEmpty }

  /// The tables that may be shown, in an order that does not depend on that of loading.
  package var tables: [ProtectedTable] {
    entries.sorted { $0.dimensions.lexicographicallyPrecedes($1.dimensions) }.compactMap(\.table)
  }

  /// The open table of exactly these dimensions, given ascending.
  package func table(by dimensions: [String]) -> ProtectedTable? {
    entries.first { $0.dimensions == dimensions }?.table
  }

  /// Dimensions by which nothing may be shown.
  package var withheld: [String] { entries.filter { $0.table == nil }.flatMap(\.dimensions).sorted() }

  /// How many people the newest breakdown that counts them has; of equally new ones, the one with the first name.
  package var people: Int64? { newest?.people }

  private var newest: ProtectedTable? { newest { _ in true } }

  private func newest(where isMeant: (ProtectedTable) -> Bool) -> ProtectedTable? {
    tables.filter { $0.people != nil && !$0.isApproximate && isMeant($0) }
      .max { ($0.day ?? .min) < ($1.day ?? .min) }
  }

  /// Opens breakdowns that were read together; their order makes no difference.
  ///
  /// - Parameters:
  ///   - totals: how many people the audience has now by metric, where other tables tell.
  ///   - onDay: how many of a metric it had on a day, where they tell; a snapshot is judged by its own day.
  /// - Returns: what became of each, in order. Where one is ambiguous, nothing is to be kept of this ledger.
  package mutating func open(
    _ breakdowns: [Breakdown], totals: [String: Int64] = [:],
    onDay: (_ metric: String, _ day: Int32) -> Int64? = { _, _ in nil }
  ) -> [Opening] {
    open(breakdowns, showingSharesOnly: [], totals: totals, onDay: onDay)
  }

  /// The same; of breakdowns by some dimensions shares are shown and no people, whoever knows how many there are.
  private mutating func open(
    _ breakdowns: [Breakdown], showingSharesOnly sharesOnly: Set<[String]>, totals: [String: Int64],
    onDay: (_ metric: String, _ day: Int32) -> Int64?
  ) -> [Opening] {
    for breakdown in breakdowns where breakdown.amount == .count {
      let metric = breakdown.metric ?? unsaid
      leastCounted[metric] = min(leastCounted[metric] ?? .max, breakdown.everybody)
    }
    let counted = leastCounted
    func total(_ metric: String, _ day: Int32?) -> Int64? {
      day.flatMap { onDay(metric, $0) } ?? totals[metric]
    }
    func least(_ metric: String?, _ day: Int32?) -> Int64? {
      let metrics = metric.map { [$0] } ?? Array(Set(totals.keys).union(counted.keys))
      return metrics.flatMap { [total($0, day), counted[$0]] }.compactMap { $0 }.min()
    }
    defer { closeShares(of: least) }
    var openings = [Opening](repeating: .withheld, count: breakdowns.count)
    var openedBy: [Int: OpenedTogether] = [:]
    for index in breakdowns.indices.sorted(by: { isPreferred(breakdowns[$0], to: breakdowns[$1]) }) {
      let breakdown = breakdowns[index]
      let metric = breakdown.metric ?? unsaid
      let audience =
        sharesOnly.contains(breakdown.dimensions)
        ? nil : total(metric, breakdown.day) ?? newest { $0.counted?.name == metric }?.people
      let smallest = least(breakdown.metric, breakdown.day)
      guard
        let held = entries.firstIndex(where: { overlap($0.dimensions, breakdown.dimensions) })
      else {
        let table = protect(breakdown, followers: audience, least: smallest, crowd: crowd)
        openedBy[entries.count] = OpenedTogether(
          places: [index], folded: table.map { foldedLabels(of: breakdown, in: $0) } ?? [])
        entries.append(Entry(dimensions: breakdown.dimensions, metric: breakdown.metric, table: table))
        openings[index] = table.map { .opened($0) } ?? .withheld
        continue
      }
      if entries[held].dimensions != breakdown.dimensions {
        openings[index] = .overlapping(entries[held].dimensions)
      } else if let opened = openedBy[held] {
        let newest = breakdowns[opened.places[0]]
        if opened.places.contains(where: { breakdowns[$0] == breakdown }) {
          openings[index] = .repeated
        } else if breakdown.isOlder(than: newest) {
          openings[index] = entries[held].table == nil ? .withheld : .superseded
        } else if let other = opened.places.first(where: { breakdowns[$0].isOfSameDay(as: breakdown) }) {
          openings[index] = .ambiguous(with: other)
        } else {
          openings[index] = addMonth(breakdown, beside: newest, opened.folded, in: held)
          openedBy[held]?.places.append(index)
        }
      } else if let table = entries[held].table {
        let isSame =
          protect(breakdown, followers: audience, least: smallest, crowd: crowd)?.hasSameGroups(as: table)
          == true
          || table.earlier.contains { $0.day == breakdown.day }
        openings[index] = isSame ? .repeated : .superseded
      }
    }
    return openings
  }

  /// Opens what was protected before, such as a snapshot holds; every breakdown is protected again by the rules in force.
  ///
  /// - Parameters:
  ///   - breakdowns: each with earlier months as they were rounded, newest first, and whether people are shown.
  ///   - withheld: dimensions by which nothing may be shown.
  ///   - totals: as for `open`.
  ///   - onDay: as for `open`.
  /// - Returns: whether all of it is open again; nothing changes where something was given to the ledger before.
  package mutating func reopen(
    _ breakdowns: [(newest: Breakdown, earlier: [Breakdown], showsPeople: Bool)], withheld: [String],
    totals: [String: Int64], onDay: (_ metric: String, _ day: Int32) -> Int64?
  ) -> Bool {
    guard isUntouched else { return false }
    let sharesOnly = Set(breakdowns.filter { !$0.showsPeople }.map(\.newest.dimensions))
    let openings = open(
      breakdowns.map(\.newest), showingSharesOnly: sharesOnly, totals: totals, onDay: onDay)
    var isWhole = openings.allSatisfy { if case .opened = $0 { true } else { false } }
    for (newest, months, _) in breakdowns {
      guard let place = entries.firstIndex(where: { $0.dimensions == newest.dimensions }) else { continue }
      for month in months {
        guard let table = entries[place].table,
          let earlier = EarlierMonth(rounded: month, before: table, crowd: crowd)
        else {
          isWhole = false
          break
        }
        entries[place].table = table.with(earlier)
      }
    }
    for dimension in withheld where !entries.contains(where: { $0.dimensions.contains(dimension) }) {
      entries.append(Entry(dimensions: [dimension], metric: nil, table: nil))
    }
    return isWhole
  }

  /// Closes breakdowns of shares that were opened before anybody knew of how few people they are parts.
  private mutating func closeShares(of people: (_ metric: String?, _ day: Int32?) -> Int64?) {
    for (index, entry) in entries.enumerated() {
      guard let table = entry.table, let people = people(entry.metric, table.day),
        table.isTooFine(for: people, crowd: crowd)
      else { continue }
      entries[index] = Entry(dimensions: entry.dimensions, metric: entry.metric, table: nil)
    }
  }

  /// Puts a snapshot beside the newest one of its breakdown, which was read with it.
  private mutating func addMonth(
    _ breakdown: Breakdown, beside newest: Breakdown, _ folded: Set<[String?]>, in held: Int
  ) -> Opening {
    guard let table = entries[held].table else { return .withheld }
    guard newest.amount == .count, breakdown.amount == .count,
      breakdown.metric == newest.metric, let month = breakdown.month,
      let next = table.earlier.last?.month ?? table.month, month < next
    else { return .superseded }
    guard
      let earlier = EarlierMonth(
        breakdown, before: table, folded: folded, crowd: crowd)
    else { return .unlikeNewest }
    entries[held].table = table.with(earlier)
    return .earlierMonth
  }
}

/// The snapshots of one breakdown that were read together, the newest first.
private struct OpenedTogether {
  /// Places among the breakdowns that are opened, those that were not kept too.
  var places: [Int]
  /// The labels of the groups that are counted together.
  let folded: Set<[String?]>
}

extension Breakdown {
  /// Whether nothing tells which of two is newer.
  fileprivate func isOfSameDay(as other: Breakdown) -> Bool { amount == other.amount && day == other.day }

  /// Whether it is older than one whose day is known, being of no day that is.
  fileprivate func isOlder(than newest: Breakdown) -> Bool { day == nil && newest.day != nil }
}

/// The labels of the groups that are counted together in what is shown of a breakdown.
private func foldedLabels(of breakdown: Breakdown, in table: ProtectedTable) -> Set<[String?]> {
  Set(breakdown.buckets.map(\.labels)).subtracting(table.rows.map(\.labels)).subtracting(table.leftOut)
}

/// What is shown of shares of which a file does not say whose they are; all totals that are known judge them.
private let unsaid = "followers"

/// Whether a breakdown is opened before another one: counts before shares, the finer before the coarser, the newer
/// before the older and those of unknown day, then by names.
private func isPreferred(_ left: Breakdown, to right: Breakdown) -> Bool {
  if left.amount != right.amount { return left.amount == .count }
  if left.dimensions.count != right.dimensions.count { return left.dimensions.count > right.dimensions.count }
  if left.day != right.day { return (left.day ?? .min) > (right.day ?? .min) }
  if left.dimensions != right.dimensions { return areInOrder(left.dimensions, right.dimensions) }
  return (left.metric ?? "") < (right.metric ?? "")
}

/// Whether dimensions come before others of as many: the larger place first, then by name.
func areInOrder(_ left: [String], _ right: [String]) -> Bool {
  let leftPlace = places.firstIndex { left.contains($0) } ?? places.count
  let rightPlace = places.firstIndex { right.contains($0) } ?? places.count
  return leftPlace == rightPlace ? left.lexicographicallyPrecedes(right) : leftPlace < rightPlace
}

/// Dimensions of which each lies within the one before.
private let places = ["country", "region", "city"]

/// Whether two breakdowns can be set against each other.
func overlap(_ left: [String], _ right: [String]) -> Bool {
  !Set(left).isDisjoint(with: right)
    || (!Set(places).isDisjoint(with: left) && !Set(places).isDisjoint(with: right))
}
