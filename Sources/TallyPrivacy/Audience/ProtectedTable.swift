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
  /// Whether people were worked out from shares.
  package let isApproximate: Bool
  /// How many people decided what is folded, where the breakdown has shares; 0 where it counts.
  private let judgedBy: Int64
  /// The part of everybody that is in no row.
  private let restShare: Double

  fileprivate init(
    _ breakdown: Breakdown, rows: [Row], leftOut: [[String?]], countsPeople: Bool, judgedBy: Int64,
    restShare: Double
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
    isApproximate = countsPeople && breakdown.amount == .share
    self.judgedBy = breakdown.amount == .share ? judgedBy : 0
    self.restShare = breakdown.amount == .share ? restShare : 0
  }

  /// Whether any groups are counted together; for what reason is not told.
  package var isFolded: Bool { rows.last?.labels.first == Self.foldedLabel }
  /// Whether shares of so many people would leave a group that is no crowd, or an audience that is not broken down.
  ///
  /// Groups that were folded for a larger audience are open over fewer sizes in a smaller one.
  func isTooFine(for people: Int64, crowd: CrowdSize = .standard) -> Bool {
    guard share != nil else { return false }
    let rest = restShare * Double(people) + 1e-6
    return people < CrowdSize.channel || (isFolded && people < judgedBy)
      || (restShare > 0 && rest < Double(crowd.people))
      || rows.contains { row in
        !row.labels.contains(Self.foldedLabel)
          && (row.share ?? 0) * Double(people) + 1e-6 < Double(crowd.people)
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
/// - Returns: nil where nothing of it may be shown.
func protect(
  _ breakdown: Breakdown, followers: Int64?, least: Int64? = nil, crowd: CrowdSize = .standard
) -> ProtectedTable? {
  let isCounted = breakdown.amount == .count || followers != nil
  let smallest = [followers, least].compactMap { $0 }.min()
  let sized = SizedBuckets(breakdown, of: smallest, shownAs: followers)
  if breakdown.amount == .count || smallest != nil, sized.everybody < CrowdSize.channel { return nil }
  let foldsRest = sized.rest < crowd.people
  let rest = foldsRest ? sized.rest : 0
  guard let folded = foldedCount(of: sized.sizes, rest: rest, crowd: crowd) else { return nil }
  let subtotals =
    sized.isDisjoint
    ? []
    : placesOfSubtotals(
      among: sized.buckets.map { ($0.labels, $0.exact) }, folded: Set(0..<folded), rest: sized.exactRest,
      fold: sized.buckets[..<folded].reduce(foldsRest ? sized.exactRest : 0) { $0 + $1.exact },
      open: breakdown.amount == .share
        ? nil : openSums(ofFolded: Array(sized.sizes[..<folded]), rest: rest, crowd: crowd))

  // A sum counts nobody for a second time towards an audience that may be broken down.
  let twice = subtotals.reduce(0) { $0 + sized.buckets[$1].size }
  if breakdown.amount == .count || smallest != nil, sized.everybody - twice < CrowdSize.channel { return nil }
  let visible = sized.buckets.indices.filter { $0 >= folded && !subtotals.contains($0) }
  var shown = visible.map { sized.buckets[$0] }.sorted { precedes($0.labels, $1.labels) }
  // What Tally wrote itself and reads again is folded already.
  let again = shown.filter { $0.labels.contains(ProtectedTable.foldedLabel) }
  shown.removeAll { $0.labels.contains(ProtectedTable.foldedLabel) }
  let hidden = Array(sized.buckets[..<folded]) + again
  func row(
    _ labels: [String?], _ buckets: [SizedBucket], more: Int64 = 0, moreShare: Double = 0
  ) -> ProtectedTable.Row {
    ProtectedTable.Row(
      labels: labels, people: isCounted ? buckets.reduce(more) { $0 + $1.people } : nil,
      share: breakdown.amount == .share ? tidy(buckets.reduce(moreShare) { $0 + $1.share }) : nil)
  }
  // The rest is folded in both numbers, or the one would tell it beside the other.
  let holdsRest = folded > 0 && foldsRest
  var rows = shown.map { row($0.labels, [$0]) }
  if !hidden.isEmpty {
    let labels = breakdown.dimensions.map { _ in ProtectedTable.foldedLabel }
    rows.append(
      row(
        labels, hidden, more: holdsRest ? sized.shownRest : 0, moreShare: holdsRest ? sized.restShare : 0))
  }
  guard rows.count > (hidden.isEmpty ? 0 : 1) else { return nil }
  return ProtectedTable(
    breakdown, rows: rows, leftOut: subtotals.sorted().map { sized.buckets[$0].labels },
    countsPeople: isCounted, judgedBy: sized.audience, restShare: holdsRest ? 0 : sized.restShare)
}

/// A group with the size by which it is judged.
private struct SizedBucket {
  let labels: [String?]
  /// By the smallest audience that is known.
  let size: Int64
  /// As it is shown.
  let people: Int64
  let share: Double
  /// People, or millionths of everybody: what sums are told by.
  let exact: Int64
}

/// The groups of a breakdown by size, ascending, and the people in none of them.
private struct SizedBuckets {
  let buckets: [SizedBucket]
  /// How many people shares are judged as parts of.
  let audience: Int64
  let rest: Int64
  let shownRest: Int64
  let restShare: Double
  let exactRest: Int64
  /// Whether the groups make just the whole, so that none of them can be within another.
  let isDisjoint: Bool
  var sizes: [Int64] { buckets.map(\.size) }
  var everybody: Int64 { sizes.reduce(rest, +) }

  init(_ breakdown: Breakdown, of smallest: Int64?, shownAs followers: Int64?) {
    let audience = min(max(smallest ?? CrowdSize.unknownAudience, 0), 1 << 36)
    let shown = min(max(followers ?? 0, 0), 1 << 36)
    self.audience = audience
    // A share that stands for 59 people must not come to 58.999...
    func people(_ share: Double, of audience: Int64) -> Int64 { Int64(share * Double(audience) + 1e-6) }
    let counts = breakdown.amount == .count
    buckets = breakdown.buckets
      .map {
        SizedBucket(
          labels: $0.labels, size: counts ? $0.people : people($0.share, of: audience),
          people: counts ? $0.people : people($0.share, of: shown), share: $0.share,
          exact: counts ? $0.people : Int64(($0.share * 1e6).rounded()))
      }
      .sorted {
        if $0.size != $1.size { return $0.size < $1.size }
        return $0.exact == $1.exact ? precedes($0.labels, $1.labels) : $0.exact < $1.exact
      }
    switch breakdown.amount {
    case .count:
      let listed = breakdown.buckets.reduce(0) { $0 + $1.people }
      rest = max((breakdown.printedTotal ?? listed) - listed, 0)
      (shownRest, restShare, exactRest) = (rest, 0, rest)
      isDisjoint = breakdown.printedTotal == listed
    case .share:
      let shares = breakdown.buckets.map(\.share)
      let gap = 1 - shares.reduce(0, +)
      // Rounded shares miss the whole by half a step each.
      let noise = Double(shares.count) * step(of: shares) / 2 + 1e-9
      restShare = gap > noise ? gap : 0
      let judged = people(restShare, of: audience)
      // In an audience that turns out larger, the smallest rest is somebody.
      rest = restShare > 0 ? max(judged, 1) : 0
      shownRest = people(restShare, of: shown)
      // With the rest, any half of an audience is the sum of all others.
      exactRest = 0
      isDisjoint = gap.magnitude <= noise
    }
  }
}

/// The step to which shares are rounded: the largest power of ten, down to a millionth, that measures them all.
private func step(of shares: [Double]) -> Double {
  var step = 0.1
  while step > 2e-6 {
    let isMeasure = shares.allSatisfy { share in
      let steps = share / step
      return (steps - steps.rounded()).magnitude < 1e-6
    }
    if isMeasure { return step }
    step /= 10
  }
  return step
}

/// A sum of shares without the noise of adding them.
private func tidy(_ share: Double) -> Double { (share * 1e9).rounded() / 1e9 }
