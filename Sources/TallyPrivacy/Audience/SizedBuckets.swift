/// A group with the size by which it is judged.
struct SizedBucket {
  let labels: [String?]
  /// People, or units of shares of the smallest audience that is known.
  let size: Int64
  let share: Double
  /// People, or millionths of everybody: what sums are told by.
  let exact: Int64
}

/// The groups of a breakdown by size, ascending, and the people in none of them.
struct SizedBuckets {
  let buckets: [SizedBucket]
  /// How shares are judged; nil for counts.
  let units: ShareUnits?
  /// What is a crowd in the units of sizes.
  let crowd: CrowdSize
  /// The size of what is in no group, as small as it may be.
  let rest: Int64
  let restShare: Double
  /// Whether the groups make just the whole, so that none of them can be within another.
  let isDisjoint: Bool
  /// What larger groups leave of the whole, for each number of smaller ones; nil where it is not known to be theirs.
  let remainders: [Int64]?
  var sizes: [Int64] { buckets.map(\.size) }
  /// Whether the rest is folded where anything is.
  var foldsRest: Bool { rest < crowd.people }
  var foldedRest: Int64 { foldsRest ? rest : 0 }

  init(_ breakdown: Breakdown, of smallest: Int64?, _ people: CrowdSize) {
    let counts = breakdown.amount == .count
    let shares = breakdown.buckets.map(\.share)
    let audience = min(max(smallest ?? CrowdSize.unknownAudience, 0), 1 << 36)
    let units = counts ? nil : ShareUnits(step: step(of: shares), audience: audience)
    let buckets = breakdown.buckets
      .map {
        SizedBucket(
          labels: $0.labels, size: units?.size($0.share) ?? $0.people, share: $0.share,
          exact: counts ? $0.people : Int64(($0.share * 1e6).rounded()))
      }
      .sorted {
        if $0.size != $1.size { return $0.size < $1.size }
        return $0.exact == $1.exact ? precedes($0.labels, $1.labels) : $0.exact < $1.exact
      }
    self.buckets = buckets
    self.units = units
    crowd = units?.crowd(people) ?? people
    guard let units else {
      let listed = buckets.reduce(0) { $0 + $1.size }
      rest = max((breakdown.printedTotal ?? listed) - listed, 0)
      (restShare, remainders) = (0, nil)
      isDisjoint = breakdown.printedTotal == listed
      return
    }
    let gap = 1 - shares.reduce(0, +)
    // Rounded shares miss the whole by half a step each.
    let noise = Double(shares.count) * units.step / 2 + 1e-9
    restShare = gap > noise ? gap - noise : 0
    // In an audience that turns out larger, the smallest rest is somebody.
    rest = restShare > 0 ? max(Int64(restShare * Double(units.whole) + 1e-6), 1) : 0
    isDisjoint = gap.magnitude <= noise
    let isWhole = isDisjoint || (rest > 0 && rest < crowd.people)
    remainders = isWhole ? remaindersOfWhole(beside: buckets, units) : nil
  }

  /// How many people there are, those in sums of others not counted.
  func everybody(without sums: Set<Int>) -> Int64 {
    guard let units else {
      return buckets.reduce(rest) { $0 + $1.size } - sums.reduce(0) { $0 + buckets[$1].size }
    }
    let whole = isDisjoint || restShare > 0 ? 1 : buckets.reduce(0) { $0 + $1.share }
    return Int64((whole - sums.reduce(0) { $0 + buckets[$1].share }) * Double(units.audience) + 1e-6)
  }

  /// The places of groups that are sums of others, where so many are folded.
  func subtotals(folded: Int) -> Set<Int> {
    guard !isDisjoint else { return [] }
    // With the rest of shares, any half of an audience is the sum of all others.
    let exactRest = units == nil ? foldedRest : 0
    let fold = buckets[..<folded].reduce(exactRest) { $0 + $1.exact }
    return placesOfSubtotals(
      among: buckets.map { ($0.labels, $0.exact) }, folded: Set(0..<folded), rest: units == nil ? rest : 0,
      fold: fold,
      open: units == nil
        ? openSums(ofFolded: Array(sizes[..<folded]), rest: foldedRest, crowd: crowd) : nil)
  }
}

/// What is left of the whole for each number of the first groups of shares, none too.
///
/// People are those that the sizes of the others leave, or their shares where these are not of just so many people;
/// the fewer, so that nobody is thought to be there who is not.
private func remaindersOfWhole(beside buckets: [SizedBucket], _ units: ShareUnits) -> [Int64] {
  let listed = buckets.reduce(0) { $0 + $1.size }
  var left = (size: units.whole, share: 1.0)
  var remainders = [units.whole]
  for bucket in buckets.reversed() {
    left = (left.size - bucket.size, left.share - bucket.share)
    let ofShares = Int64((left.share * Double(units.whole) + 1e-6).rounded(.down))
    let isExact = !units.arePeople || listed == units.whole
    remainders.append(isExact ? left.size : min(left.size, ofShares))
  }
  return remainders.reversed()
}
