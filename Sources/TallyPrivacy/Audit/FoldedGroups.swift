/// The folded groups of a table with a number, and how other sizes are put in their place.
extension AudienceUnderAudit {
  /// For each number of a table, the groups that are folded for its sake.
  func foldedGroups(of table: AuditedTable) -> [(number: String, groups: KnownRulesAttack.FoldedGroups)] {
    guard table.isOpen else { return [] }
    switch table.source {
    case .people(let reading, let place):
      let breakdown = readings[reading].breakdowns[place]
      let open = openPeople.first { $0.dimensions.map(\.name) == table.dimensions }
      return open.flatMap { folded(breakdown, $0, reading, place) }.map { [(table.counted[0], $0)] } ?? []
    case .exposure(let reading, let places):
      guard let open = openExposure.first(where: { $0.dimensions.map(\.name) == table.dimensions }),
        let exposure = Self.whole(places.map { readings[reading].exposures[$0] })
      else { return [] }
      return open.counted.compactMap { handle in
        exposure.counted.firstIndex(of: handle.name)
          .flatMap { folded(exposure, $0, open, reading, places) }.map { (handle.name, $0) }
      }
    }
  }

  private func folded(
    _ breakdown: Breakdown, _ open: ProtectedTable, _ reading: Int, _ place: Int
  ) -> KnownRulesAttack.FoldedGroups? {
    // Shares are judged without the sums among them.
    let judged = open.units == nil ? breakdown : breakdown.without(open.leftOut)
    guard let judged else { return nil }
    let sized = SizedBuckets(judged, of: open.units?.audience, open.crowd)
    let count = foldedCount(
      of: sized.sizes, rest: sized.foldedRest, remainders: sized.remainders, crowd: sized.crowd)
    guard let count, count > 0 else { return nil }
    let sum = sized.sizes.prefix(count).reduce(sized.foldedRest, +)
    let folds = [sum] + (sized.remainders.map { [$0[count]].filter { $0 != sum } } ?? [])
    return KnownRulesAttack.FoldedGroups(
      sizes: Array(sized.sizes.prefix(count)), rest: sized.foldedRest, folds: folds,
      crowd: sized.crowd.people,
      isOpenedAlike: { sizes, rest in
        sized.others(sizes, rest: rest, leftOut: open.leftOut, of: breakdown)
          .contains { opensAlike($0, reading: reading, place: place) }
      })
  }

  private func folded(
    _ exposure: Exposure, _ number: Int, _ open: ProtectedExposure, _ reading: Int, _ places: [Int]
  ) -> KnownRulesAttack.FoldedGroups? {
    let sizes = exposure.buckets.map { $0.counts[number] }
    guard let listed = sumOfAll(sizes) else { return nil }
    let rest = max((exposure.printedTotals[number] ?? listed) - listed, 0)
    let foldedRest = rest < open.crowd.people ? rest : 0
    let ascending = sizes.indices.sorted { sizes[$0] == sizes[$1] ? $0 < $1 : sizes[$0] < sizes[$1] }
    let count = foldedCount(of: ascending.map { sizes[$0] }, rest: foldedRest, crowd: open.crowd)
    guard let count, count > 0 else { return nil }
    let hidden = Array(ascending.prefix(count))
    let fold = hidden.reduce(foldedRest) { $0 + sizes[$1] }
    return KnownRulesAttack.FoldedGroups(
      sizes: hidden.map { sizes[$0] }, rest: foldedRest, folds: [fold],
      crowd: open.crowd.people,
      isOpenedAlike: { others, otherRest in
        exposure.others(
          Dictionary(uniqueKeysWithValues: zip(hidden, others)), of: fold,
          rest: rest - foldedRest + otherRest,
          number, leftOut: open.leftOut, crowd: open.crowd.people
        ).contains { opensAlike($0, reading: reading, places: places) }
      })
  }
}

extension SizedBuckets {
  /// Breakdowns with other sizes of the first groups, and sums that are left out as they are or as they may be.
  fileprivate func others(
    _ sizes: [Int64], rest: Int64, leftOut: [[String?]], of breakdown: Breakdown
  ) -> [Breakdown] {
    guard let units else { return counts(sizes, rest: rest, leftOut: leftOut, of: breakdown) }
    let ways = units.arePeople ? [true, false] : [false]
    return ways.flatMap { shares(sizes, units, isMoved: $0, leftOut: leftOut, of: breakdown) }
  }

  private func counts(
    _ sizes: [Int64], rest: Int64, leftOut: [[String?]], of breakdown: Breakdown
  ) -> [Breakdown] {
    func with(_ sums: [[String?]: Int64]) -> [Breakdown] {
      let rows = buckets.enumerated().map { place, bucket in
        let other = place < sizes.count ? sizes[place] : sums[bucket.labels]
        return Breakdown.Bucket(bucket.labels, people: other ?? bucket.size)
      }
      return possibleTotals(
        printed: breakdown.printedTotal, listed: rows.reduce(0) { $0 + $1.people },
        rest: foldsRest ? rest : self.rest, isFolded: foldsRest && rest > 0, hasSums: !leftOut.isEmpty
      ).compactMap {
        Breakdown(
          by: breakdown.dimensions, of: breakdown.metric, .count, rows: rows, day: breakdown.day,
          month: breakdown.month, printedTotal: $0)
      }
    }
    let visible = buckets.dropFirst(sizes.count).map { ($0.labels, $0.size) }
    let fold = buckets.prefix(sizes.count).reduce(foldedRest) { $0 + $1.size }
    return possibleSums(leftOut, beside: visible, fold: fold).flatMap(with)
  }

  /// - Parameter isMoved: whether shares are moved from the true ones, which keeps to what these are rounded.
  private func shares(
    _ sizes: [Int64], _ units: ShareUnits, isMoved: Bool, leftOut: [[String?]], of breakdown: Breakdown
  ) -> [Breakdown] {
    func share(_ size: Int64, _ bucket: SizedBucket) -> Double {
      guard units.arePeople else { return Double(size) * units.step }
      let people = Double(isMoved ? size - bucket.size : size)
      let share = people / Double(units.audience) + (isMoved ? bucket.share : 0)
      return (share / units.step).rounded() * units.step
    }
    func millionths(_ share: Double) -> Int64 { Int64((share * 1e6).rounded()) }
    let hidden = zip(buckets, sizes).map { Breakdown.Bucket($0.labels, share: share($1, $0)) }
    let visible = buckets.dropFirst(sizes.count).map { Breakdown.Bucket($0.labels, share: $0.share) }
    return possibleSums(
      leftOut, beside: visible.map { ($0.labels, millionths($0.share)) },
      fold: hidden.reduce(0) { $0 + millionths($1.share) }
    ).compactMap { sums in
      let left = breakdown.buckets.filter { leftOut.contains($0.labels) }.map {
        Breakdown.Bucket($0.labels, share: sums[$0.labels].map { Double($0) / 1e6 } ?? $0.share)
      }
      return Breakdown(
        by: breakdown.dimensions, of: breakdown.metric, .share, rows: hidden + visible + left,
        day: breakdown.day, month: breakdown.month)
    }
  }
}

extension Exposure {
  /// The same with other sizes of some groups in one number, and sums that are left out as they are or as they may be.
  fileprivate func others(
    _ sizes: [Int: Int64], of fold: Int64, rest: Int64, _ number: Int, leftOut: [[String?]],
    crowd: Int64
  ) -> [Exposure] {
    func with(_ sums: [[String?]: Int64]) -> [Exposure] {
      var listed: Int64 = 0
      let rows = buckets.enumerated().map { place, bucket in
        var counts = bucket.counts
        counts[number] = sizes[place] ?? sums[bucket.labels] ?? counts[number]
        listed += counts[number]
        return Bucket(bucket.labels, counts: counts, seconds: bucket.seconds)
      }
      return possibleTotals(
        printed: printedTotals[number], listed: listed, rest: rest, isFolded: rest > 0 && rest < crowd,
        hasSums: !leftOut.isEmpty
      ).compactMap { total in
        var totals = printedTotals
        totals[number] = total
        return Exposure(
          by: dimensions, counted: counted, hasWatchTime: hasWatchTime, rows: rows, days: days,
          printedTotals: totals)
      }
    }
    let visible = buckets.indices.filter { sizes[$0] == nil }
      .map { (buckets[$0].labels, buckets[$0].counts[number]) }
    return possibleSums(leftOut, beside: visible, fold: fold).flatMap(with)
  }
}

/// Totals that a file may print which is opened alike; none of them is ever shown.
///
/// Where nobody of them is folded, there may be nobody in no group, so that no group is looked for that is a sum; or so
/// many that they are no part of one.
private func possibleTotals(
  printed: Int64?, listed: Int64, rest: Int64, isFolded: Bool, hasSums: Bool
) -> [Int64?] {
  if printed == nil { return [nil] }
  if isFolded { return [listed + rest] }
  return [listed + rest, hasSums ? nil : listed, listed + listed]
}
