/// Views, impressions and watch time by group of an audience, of which no group that is shown is smaller than a crowd of
/// views, and no smaller one can be worked out.
///
/// Its initializer is private to this file: holding one proves that `protect` made it.
package struct ProtectedExposure: Sendable, Hashable {
  /// One group that may be shown.
  package struct Row: Sendable, Hashable {
    /// One for each dimension; nil where the file leaves one empty.
    package let labels: [String?]
    /// One number for each of `counted`.
    package let counts: [Int64]
    /// Seconds; of no meaning without `watchTime`.
    package let seconds: Double
  }

  /// One or two, by name.
  package let dimensions: [ColumnHandle]
  /// Views, impressions.
  package let counted: [ColumnHandle]
  /// nil where it is not known or may not be shown.
  package let watchTime: ColumnHandle?
  /// By labels; the groups that are counted together come last.
  package let rows: [Row]
  /// The labels of groups that are sums of others with a folded one among them: neither shown nor folded.
  package let leftOut: [[String?]]
  /// First and last day, counted from 1970; nil where the file does not say.
  package let days: ClosedRange<Int32>?
  /// What is a crowd in it.
  let crowd: CrowdSize

  fileprivate init(
    _ exposure: Exposure, counted: [String], hasWatchTime: Bool, rows: [Row], leftOut: [[String?]],
    crowd: CrowdSize
  ) {
    func handle(_ name: String, _ meaning: Meaning) -> ColumnHandle {
      .mint(table: "audience", name: name, meaning: meaning, isProtected: true)
    }
    dimensions = exposure.dimensions.map { handle($0, .audienceDimension) }
    self.counted = counted.map { handle($0, .exposure) }
    watchTime = hasWatchTime ? handle("watch_time", .exposure) : nil
    self.rows = rows
    self.leftOut = leftOut
    self.crowd = crowd
    days = exposure.days
  }

  /// Whether any groups are counted together; for what reason is not told.
  package var isFolded: Bool { rows.last?.labels.first == ProtectedTable.foldedLabel }
}

/// Folds the groups of an exposure that may not be shown.
///
/// What is folded for each number alone, views by views and impressions by impressions, is folded for all of them. Of a
/// number, whoever knows the rule and all that is shown still finds each group that was folded for it open over a range of
/// one less than a crowd: the tables that `foldedCount` leaves open differ in these groups only and have the same sum, so
/// they fold the same groups for this number, and for the others nothing changes. Groups that other numbers fold besides
/// are crowds in this one, and only add to what is open. Watch time has the groups of the views that it is of; of each
/// folded group it may be nothing or all of the fold, so a fold needs some to be shown at all.
///
/// Days are not kept: the numbers of a period that shows no small group would, set against those of its days, show groups
/// that were small on a day.
///
/// - Returns: nil where nothing of it may be shown. A number beside views of which nothing may be shown is left out.
func protect(_ exposure: Exposure, crowd: CrowdSize = .exposure) -> ProtectedExposure? {
  var numbers: [ProtectedNumber] = []
  for place in exposure.counted.indices {
    if let number = ProtectedNumber(exposure, place, crowd: crowd) {
      numbers.append(number)
    } else if place == 0 {
      return nil
    }
  }
  let buckets = exposure.buckets
  let isFolded = numbers.reduce(into: Set<Int>()) { $0.formUnion($1.folded) }
  var leftOut: Set<Int> = []
  while true {
    let hidden = isFolded.union(leftOut)
    let more = numbers.reduce(into: leftOut) {
      $0.formUnion($1.subtotals(among: buckets, folded: isFolded, hidden: hidden, crowd: crowd))
    }
    if more == leftOut { break }
    leftOut = more
  }
  for number in numbers {
    // A sum counts no view for a second time towards what may be broken down.
    let once = buckets.indices.reduce(number.rest) {
      leftOut.contains($1) ? $0 : $0 + buckets[$1].counts[number.place]
    }
    if once < crowd.whole { return nil }
  }
  let again = buckets.indices.filter { buckets[$0].labels.contains(ProtectedTable.foldedLabel) }
  let hidden = isFolded.union(again).subtracting(leftOut)
  func row(_ labels: [String?], _ places: [Int], isFold: Bool) -> ProtectedExposure.Row {
    ProtectedExposure.Row(
      labels: labels,
      counts: numbers.map { number in
        places.reduce(isFold ? number.foldedRest : 0) { $0 + buckets[$1].counts[number.place] }
      },
      seconds: tidySeconds(places.reduce(0) { $0 + buckets[$1].seconds }))
  }
  var rows = buckets.indices.filter { !hidden.contains($0) && !leftOut.contains($0) }
    .map { row(buckets[$0].labels, [$0], isFold: false) }
  guard !rows.isEmpty else { return nil }
  var hasWatchTime = exposure.hasWatchTime && exposure.counted[numbers[0].place] == "views"
  if !hidden.isEmpty {
    let labels = exposure.dimensions.map { _ in ProtectedTable.foldedLabel }
    let fold = row(labels, hidden.sorted(), isFold: true)
    if fold.seconds < Double(crowd.people) { hasWatchTime = false }
    rows.append(fold)
  }
  return ProtectedExposure(
    exposure, counted: numbers.map { exposure.counted[$0.place] }, hasWatchTime: hasWatchTime, rows: rows,
    leftOut: leftOut.sorted().map { buckets[$0].labels }, crowd: crowd)
}

/// One number of an exposure, and what is folded for it.
private struct ProtectedNumber {
  /// Index into `Exposure.counted`.
  let place: Int
  /// Indices of buckets.
  let folded: Set<Int>
  /// What the file counts in its total and in no group.
  let rest: Int64
  /// The part of `rest` that is folded with the groups, being no crowd.
  let foldedRest: Int64
  /// Whether the groups make just the whole, so that none of them can be within another.
  private let isDisjoint: Bool

  /// - Returns: nil where nothing of the number may be shown.
  init?(_ exposure: Exposure, _ place: Int, crowd: CrowdSize) {
    let sizes = exposure.buckets.map { $0.counts[place] }
    guard let listed = sumOfAll(sizes) else { return nil }
    let ascending = sizes.indices.sorted { sizes[$0] == sizes[$1] ? $0 < $1 : sizes[$0] < sizes[$1] }
    self.place = place
    rest = max((exposure.printedTotals[place] ?? listed) - listed, 0)
    foldedRest = rest < crowd.people ? rest : 0
    isDisjoint = exposure.printedTotals[place] == listed
    guard let count = foldedCount(of: ascending.map { sizes[$0] }, rest: foldedRest, crowd: crowd) else {
      return nil
    }
    folded = Set(ascending.prefix(count))
  }

  /// The groups that are sums of others in this number, one among them that is folded for any.
  ///
  /// - Parameter hidden: all that is folded, or left out already.
  func subtotals(
    among buckets: [Exposure.Bucket], folded allFolded: Set<Int>, hidden: Set<Int>, crowd: CrowdSize
  ) -> Set<Int> {
    if isDisjoint { return [] }
    func size(_ bucket: Int) -> Int64 { buckets[bucket].counts[place] }
    let beside = allFolded.subtracting(folded).map(size)
    let open =
      folded.isEmpty
      ? nil : openSums(ofFolded: folded.map(size), rest: foldedRest, beside: beside, crowd: crowd)
    return placesOfSubtotals(
      among: buckets.map { ($0.labels, $0.counts[place]) }, folded: hidden, rest: foldedRest,
      fold: allFolded.reduce(foldedRest) { $0 + size($1) }, open: open)
  }
}

/// A sum of seconds without the noise of adding them.
private func tidySeconds(_ seconds: Double) -> Double { (seconds * 1e6).rounded() / 1e6 }
