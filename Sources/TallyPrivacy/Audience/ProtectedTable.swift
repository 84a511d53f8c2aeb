/// Groups of an audience of which none is smaller than a crowd, and none can be worked out from the others.
///
/// Its initializer is private to this file: holding one proves that `protect` made it. Every answer about an audience is
/// computed from such tables alone, so no question, whatever it combines, can tell more than they do.
package struct ProtectedTable: Sendable, Hashable {
  /// One group that may be shown.
  package struct Row: Sendable, Hashable {
    /// One for each dimension; nil where the file leaves one empty.
    package let labels: [String?]
    /// nil where only shares are known.
    package let people: Int64?
    /// nil where the file counts people.
    package let share: Double?
  }

  /// What the groups that are counted together are called, in every dimension; a group that a platform calls Other
  /// keeps its name.
  package static let foldedLabel = "(folded)"

  /// One or two, by name.
  package let dimensions: [ColumnHandle]
  /// The column of `people`; nil where only shares are known.
  package let counted: ColumnHandle?
  /// The column of `share`; nil where the file counts people.
  package let share: ColumnHandle?
  /// By labels; the groups that are counted together come last.
  package let rows: [Row]
  /// The labels of groups that are sums of others with a folded one among them: neither shown nor folded.
  package let leftOut: [[String?]]
  /// The day that the numbers are of, counted from 1970; nil where the file does not say.
  package let day: Int32?
  let month: Int32?
  /// The same groups at the end of earlier months, newest first.
  package private(set) var earlier: [EarlierMonth] = []
  /// Whether people were worked out from shares.
  package let isApproximate: Bool
  /// What is a crowd in it.
  let crowd: CrowdSize
  /// How its shares are judged; nil where it counts.
  let units: ShareUnits?
  /// The part of everybody that is in no row, as small as it may be.
  private let restShare: Double

  fileprivate init(
    _ breakdown: Breakdown, rows: [Row], leftOut: [[String?]], countsPeople: Bool, units: ShareUnits?,
    restShare: Double, crowd: CrowdSize
  ) {
    func handle(_ name: String, _ meaning: Meaning) -> ColumnHandle {
      .mint(table: "audience", name: name, meaning: meaning, isProtected: true)
    }
    dimensions = breakdown.dimensions.map { handle($0, .audienceDimension) }
    let metric = breakdown.metric ?? "followers"
    counted = countsPeople ? handle(metric, .audience) : nil
    share = breakdown.amount == .share ? handle("\(metric.dropLast())_share", .audience) : nil
    self.rows = rows
    self.leftOut = leftOut
    day = breakdown.day
    month = breakdown.month
    isApproximate = countsPeople && breakdown.amount == .share
    self.units = units
    self.restShare = restShare
    self.crowd = crowd
  }

  /// The table with one more month before those that it has.
  func with(_ month: EarlierMonth) -> ProtectedTable {
    var table = self
    table.earlier.append(month)
    return table
  }

  /// Whether the newest snapshot is the same; earlier months do not count.
  func hasSameGroups(as other: ProtectedTable?) -> Bool {
    guard let other else { return false }
    return dimensions == other.dimensions && counted == other.counted && share == other.share
      && rows == other.rows && day == other.day
  }

  /// Whether any groups are counted together; for what reason is not told.
  package var isFolded: Bool { rows.last?.labels.first == Self.foldedLabel }
  /// Whether shares of so many people would leave a group that is no crowd, or an audience that is not broken down.
  ///
  /// Groups that were folded for a larger audience are open over fewer sizes in a smaller one.
  func isTooFine(for people: Int64, crowd: CrowdSize) -> Bool {
    guard let units else { return false }
    let fewer = ShareUnits(step: units.step, audience: people)
    return people < crowd.whole || (isFolded && people < units.audience)
      || (restShare > 0 && restShare * Double(people) + 1e-6 < Double(crowd.people))
      || rows.contains { row in
        !row.labels.contains(Self.foldedLabel) && !fewer.isCrowd(row.share ?? 0, crowd)
      }
  }
  /// All people of the table; nil where only shares are known.
  package var people: Int64? { counted == nil ? nil : rows.reduce(0) { $0 + ($1.people ?? 0) } }
}

/// Folds the groups of a breakdown that may not be shown.
///
/// - Parameters:
///   - followers: how many people the whole audience has, for breakdowns that have shares only; people are worked out
///     from it.
///   - least: the smallest number that anything tells of these people; it decides with `followers` what is folded, and is
///     never shown.
///   - leftOut: the labels of sums that were taken out of it already.
/// - Returns: nil where nothing of it may be shown.
func protect(
  _ breakdown: Breakdown, followers: Int64?, least: Int64? = nil, crowd: CrowdSize = .standard,
  leftOut: [[String?]] = []
) -> ProtectedTable? {
  let smallest = [followers, least].compactMap { $0 }.min()
  let judgesPeople = breakdown.amount == .count || smallest != nil
  let sized = SizedBuckets(breakdown, of: smallest, crowd)
  if judgesPeople, sized.everybody(without: []) < crowd.whole { return nil }
  guard
    let folded = foldedCount(
      of: sized.sizes, rest: sized.foldedRest, remainders: sized.remainders, crowd: sized.crowd)
  else { return nil }
  let subtotals = sized.subtotals(folded: folded)
  if sized.units != nil, !subtotals.isEmpty {
    // What shares leave of the whole would tell a sum that is left out, and with it the folded groups in it.
    let sums = subtotals.map { sized.buckets[$0].labels }
    return breakdown.without(sums).flatMap {
      protect($0, followers: followers, least: least, crowd: crowd, leftOut: leftOut + sums)
    }
  }
  // A sum counts nobody for a second time towards an audience that may be broken down.
  if judgesPeople, sized.everybody(without: subtotals) < crowd.whole { return nil }
  // What Tally wrote itself and reads again is folded already.
  func isFolded(_ place: Int) -> Bool {
    place < folded || sized.buckets[place].labels.contains(ProtectedTable.foldedLabel)
  }
  let hidden = sized.buckets.indices.filter { isFolded($0) && !subtotals.contains($0) }
  let others = sized.buckets.indices.filter { !isFolded($0) }
  let shown = others.filter { !subtotals.contains($0) }.map { sized.buckets[$0] }
    .sorted { precedes($0.labels, $1.labels) }
  guard !shown.isEmpty else { return nil }
  let amounts = ShownAmounts(sized, followers: followers, holdsRest: folded > 0)
  var rows = shown.map { amounts.row($0) }
  if !hidden.isEmpty {
    let labels = breakdown.dimensions.map { _ in ProtectedTable.foldedLabel }
    rows.append(
      amounts.fold(labels, of: hidden.map { sized.buckets[$0] }, beside: others.map { sized.buckets[$0] }))
  }
  return ProtectedTable(
    // By labels: their order by size would tell of the folded ones in them.
    breakdown, rows: rows,
    leftOut: (leftOut + subtotals.map { sized.buckets[$0].labels }).sorted(by: precedes),
    countsPeople: breakdown.amount == .count || followers != nil, units: sized.units,
    restShare: folded > 0 && sized.foldsRest ? 0 : sized.restShare, crowd: crowd)
}

/// What is shown of groups, and of those that are folded.
private struct ShownAmounts {
  private let units: ShareUnits?
  /// How many people shares are shown to stand for; nil where nobody knows.
  private let shownUnits: ShareUnits?
  /// Whether the visible groups tell what the fold is, being all that is not in it.
  private let isWhole: Bool
  private let rest: Int64

  init(_ sized: SizedBuckets, followers: Int64?, holdsRest: Bool) {
    units = sized.units
    shownUnits = sized.units.flatMap { units in
      followers.map { ShareUnits(step: units.step, audience: min(max($0, 0), 1 << 36)) }
    }
    isWhole = sized.isDisjoint || (holdsRest && sized.remainders != nil)
    rest = holdsRest ? sized.foldedRest : 0
  }

  func row(_ bucket: SizedBucket) -> ProtectedTable.Row {
    guard units != nil else {
      return ProtectedTable.Row(labels: bucket.labels, people: bucket.size, share: nil)
    }
    return ProtectedTable.Row(
      labels: bucket.labels, people: shownUnits?.people(bucket.share), share: tidy(bucket.share))
  }

  /// The row of the folded groups; no rounding of theirs is in it (`ShareUnits`).
  func fold(
    _ labels: [String?], of hidden: [SizedBucket], beside others: [SizedBucket]
  ) -> ProtectedTable.Row {
    func row(_ people: Int64?, _ share: Double?) -> ProtectedTable.Row {
      ProtectedTable.Row(labels: labels, people: people, share: share.map(tidy))
    }
    guard let units else { return row(hidden.reduce(rest) { $0 + $1.size }, nil) }
    if isWhole {
      let people = shownUnits.map { shown in
        max(others.reduce(shown.audience) { $0 - shown.people($1.share) }, 0)
      }
      return row(people, max(others.reduce(1) { $0 - $1.share }, 0))
    }
    let sum = hidden.reduce(0) { $0 + $1.share }
    guard let shownUnits else { return row(nil, ShareUnits.coarse(sum, of: hidden.count, step: units.step)) }
    guard shownUnits.arePeople else { return row(shownUnits.people(sum), sum) }
    let people = hidden.reduce(0) { $0 + shownUnits.people($1.share) }
    return row(people, Double(people) / Double(shownUnits.audience))
  }
}

/// A sum of shares without the noise of adding them.
private func tidy(_ share: Double) -> Double { (share * 1e9).rounded() / 1e9 }
