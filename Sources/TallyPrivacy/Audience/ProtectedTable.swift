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
  /// The day that the numbers are of, counted from 1970; nil where the file does not say.
  package let day: Int32?
  /// Whether people were worked out from shares.
  package let isApproximate: Bool

  fileprivate init(_ breakdown: Breakdown, rows: [Row], countsPeople: Bool) {
    func handle(_ name: String, _ meaning: Meaning) -> ColumnHandle {
      .mint(table: "audience", name: name, meaning: meaning, isProtected: true)
    }
    dimensions = breakdown.dimensions.map { handle($0, .audienceDimension) }
    counted = countsPeople ? handle(breakdown.metric, .audience) : nil
    share = breakdown.amount == .share ? handle("follower_share", .audience) : nil
    self.rows = rows
    day = breakdown.day
    isApproximate = countsPeople && breakdown.amount == .share
  }

  /// Whether any groups are counted together; for what reason is not told.
  package var isFolded: Bool { rows.last?.labels.first == Self.foldedLabel }
  /// Whether shares of so many people would leave a group that is no crowd, or an audience that is not broken down.
  func isTooFine(for people: Int64, crowd: CrowdSize = .standard) -> Bool {
    guard share != nil else { return false }
    return people < CrowdSize.channel
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
/// - Parameter followers: how many people the whole audience has, for breakdowns that have shares only.
/// - Returns: nil where nothing of it may be shown.
func protect(_ breakdown: Breakdown, followers: Int64?, crowd: CrowdSize = .standard) -> ProtectedTable? {
  let isCounted = breakdown.amount == .count || followers != nil
  let sized = SizedBuckets(breakdown, of: followers)
  if isCounted, sized.everybody < CrowdSize.channel { return nil }
  let rest = sized.rest < crowd.people ? sized.rest : 0
  guard let folded = foldedCount(of: sized.sizes, rest: rest, crowd: crowd) else { return nil }

  var shown = sized.buckets[folded...].sorted { precedes($0.labels, $1.labels) }
  // What Tally wrote itself and reads again is folded already.
  let again = shown.filter { $0.labels.contains(ProtectedTable.foldedLabel) }
  shown.removeAll { $0.labels.contains(ProtectedTable.foldedLabel) }
  let hidden = Array(sized.buckets[..<folded]) + again
  func row(_ labels: [String?], _ buckets: [SizedBucket], more: Int64 = 0) -> ProtectedTable.Row {
    ProtectedTable.Row(
      labels: labels, people: isCounted ? buckets.reduce(more) { $0 + $1.people } : nil,
      share: breakdown.amount == .share ? tidy(buckets.reduce(0) { $0 + $1.share }) : nil)
  }
  var rows = shown.map { row($0.labels, [$0]) }
  if !hidden.isEmpty {
    let labels = breakdown.dimensions.map { _ in ProtectedTable.foldedLabel }
    rows.append(row(labels, hidden, more: folded > 0 ? rest : 0))
  }
  return rows.count > (hidden.isEmpty ? 0 : 1)
    ? ProtectedTable(breakdown, rows: rows, countsPeople: isCounted) : nil
}

/// A group with the size by which it is judged.
private struct SizedBucket {
  let labels: [String?]
  let people: Int64
  let share: Double
}

/// The groups of a breakdown by size, ascending, and the people in none of them.
private struct SizedBuckets {
  let buckets: [SizedBucket]
  let rest: Int64
  var sizes: [Int64] { buckets.map(\.people) }
  var everybody: Int64 { sizes.reduce(rest, +) }

  init(_ breakdown: Breakdown, of followers: Int64?) {
    let audience = min(max(followers ?? CrowdSize.unknownAudience, 0), 1 << 36)
    // A share that stands for 59 people must not come to 58.999...
    func people(_ share: Double) -> Int64 { Int64(share * Double(audience) + 1e-6) }
    buckets = breakdown.buckets
      .map {
        SizedBucket(
          labels: $0.labels, people: breakdown.amount == .count ? $0.people : people($0.share),
          share: $0.share)
      }
      .sorted { $0.people == $1.people ? precedes($0.labels, $1.labels) : $0.people < $1.people }
    switch breakdown.amount {
    case .count:
      let listed = breakdown.buckets.reduce(0) { $0 + $1.people }
      rest = max((breakdown.printedTotal ?? listed) - listed, 0)
    case .share:
      let shares = breakdown.buckets.map(\.share)
      let gap = 1 - shares.reduce(0, +)
      // Rounded shares miss the whole by half a step each.
      rest = gap > Double(shares.count) * step(of: shares) / 2 + 1e-9 ? people(gap) : 0
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
