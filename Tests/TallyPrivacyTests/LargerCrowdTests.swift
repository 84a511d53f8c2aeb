import TallyTestSupport
import Testing

@testable import TallyPrivacy

/// The folding of small groups for every crowd that a policy may ask for: what holds for ten holds for larger ones.
@Suite struct LargerCrowdTests {
  /// A crowd of k, in an audience of which ten may be seen.
  private func crowd(_ people: Int64) -> CrowdSize { CrowdSize.standard.raised(people: people, whole: 100) }

  /// The narrowest range of a folded group, for somebody who knows k, the rule, and how many of them are small.
  private func narrowestRange(of sizes: [Int64], _ crowd: CrowdSize) -> Int64? {
    guard let shown = Shown(sizes, crowd: crowd), let folded = shown.folded else { return nil }
    let expected = foldedCount(of: sizes.sorted(), rest: 0, crowd: crowd)
    let attacker = PossibleTables(
      show: { Shown($0, crowd: crowd) }, crowd: crowd.people,
      mayBeShownAlike: { foldedCount(of: $0.sorted(), rest: 0, crowd: crowd) == expected })
    let hidden = sizes.indices.filter { shown.visible[$0] == nil && !shown.leftOut.contains($0) }
    return attacker.ranges(
      of: sizes, hidden: hidden, sums: [folded], leftOut: shown.leftOut.sorted(),
      shownSum: shown.visible.values.reduce(folded, +), knowsSmall: true, isSymmetric: true
    ).narrowest
  }

  @Test(
    "no folded group can be pinned to a range narrower than a crowd", arguments: [10, 11, 20, 50] as [Int64])
  func nobodyIsPinned(k: Int64) {
    var generator = SeededGenerator(seed: UInt64(8_800 + k))
    let crowd = crowd(k)
    var folds = 0
    for _ in 0..<30 {
      var sizes = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
        Int64.random(in: 0..<k, using: &generator)
      }
      sizes.append(Int64.random(in: k...(2 * k), using: &generator))
      sizes.append(Int64.random(in: (4 * k)...(8 * k), using: &generator))
      sizes.append(Int64.random(in: (8 * k)...(12 * k), using: &generator))
      sizes.shuffle(using: &generator)
      guard let range = narrowestRange(of: sizes, crowd) else { continue }
      folds += 1
      #expect(range >= k - 1, "\(sizes)")
    }
    print("attacked \(folds) folded breakdowns with a crowd of \(k)")
    #expect(folds > 10)
  }

  @Test("three small groups and more are open as well", arguments: [10, 11, 20] as [Int64])
  func threeSmallGroupsAreOpen(k: Int64) {
    var generator = SeededGenerator(seed: UInt64(9_900 + k))
    var folds = 0
    for _ in 0..<15 {
      let sizes = (0..<3).map { _ in Int64.random(in: 0..<k, using: &generator) } + [5 * k, 9 * k]
      guard let range = narrowestRange(of: sizes, crowd(k)) else { continue }
      folds += 1
      #expect(range >= k - 1, "\(sizes)")
    }
    #expect(folds > 5)
  }

  @Test("that a visible group is no sum rules none of the ends out", arguments: [10, 11, 20, 50] as [Int64])
  func sumsTellNobody(k: Int64) {
    var generator = SeededGenerator(seed: UInt64(3_100 + k))
    var (folds, leftOut) = (0, 0)
    for _ in 0..<(k == 50 ? 20 : 80) {
      // Among so many groups of such sizes, almost every difference is that of some sums.
      let small = Int.random(in: 2...3, using: &generator)
      var sizes = (0..<small).map { _ in Int64.random(in: 0..<k, using: &generator) }
      if small == 2 { sizes.append(Int64.random(in: k...(k + k / 2), using: &generator)) }
      sizes += (0..<Int.random(in: 4...5, using: &generator)).map { _ in
        Int64.random(in: (3 * k)...(8 * k), using: &generator)
      }
      guard let range = narrowestRange(of: sizes, crowd(k)), let shown = Shown(sizes, crowd: crowd(k)) else {
        continue
      }
      folds += 1
      leftOut += shown.leftOut.count
      #expect(range >= k - 1, "\(sizes)")
    }
    print("attacked \(folds) dense breakdowns with a crowd of \(k), \(leftOut) groups of them left out")
    #expect(folds > 5)
  }

  @Test("people in no group are folded as one more small group", arguments: [10, 11, 20, 50] as [Int64])
  func theRestIsFolded(k: Int64) {
    var generator = SeededGenerator(seed: UInt64(4_200 + k))
    let crowd = crowd(k)
    var folds = 0
    for _ in 0..<20 {
      var sizes = (0..<Int.random(in: 0...1, using: &generator)).map { _ in
        Int64.random(in: 0..<k, using: &generator)
      }
      for range in [k...(2 * k), (2 * k)...(3 * k), (8 * k)...(12 * k)] {
        sizes.append(Int64.random(in: range, using: &generator))
      }
      let rest = Int64.random(in: 1..<k, using: &generator)
      let total = sizes.reduce(rest, +)
      guard let shown = Shown(sizes, total: total, crowd: crowd), let folded = shown.folded else { continue }
      func judged(_ sizes: [Int64]) -> Int? {
        let rest = max(total - sizes.reduce(0, +), 0)
        return foldedCount(of: sizes.sorted(), rest: rest < k ? rest : 0, crowd: crowd)
      }
      let expected = judged(sizes)
      let attacker = PossibleTables(
        show: { Shown($0, total: total, crowd: crowd) }, crowd: k, mayBeShownAlike: { judged($0) == expected }
      )
      let hidden = sizes.indices.filter { shown.visible[$0] == nil && !shown.leftOut.contains($0) }
      let ranges = attacker.ranges(
        of: sizes, hidden: hidden, sums: (0...min(k - 1, folded)).map { folded - $0 },
        leftOut: shown.leftOut.sorted(), shownSum: shown.visible.values.reduce(folded, +), knowsSmall: true,
        isSymmetric: true)
      folds += 1
      #expect((ranges.narrowest ?? 0) >= k - 1, "\(sizes) of \(total)")
    }
    #expect(folds > 5)
  }

  @Test(
    "nobody is pinned in shares, known to the thousandth, of a known number of people",
    arguments: [(10, 300...900), (11, 300...900), (20, 600...900), (50, 2500...4000)]
      as [(Int64, ClosedRange<Int64>)])
  func nobodyIsPinnedInShares(k: Int64, people: ClosedRange<Int64>) {
    var generator = SeededGenerator(seed: UInt64(5_300 + k))
    var folds = 0
    for _ in 0..<25 {
      let followers = Int64.random(in: people, using: &generator)
      let part = 1000 * k / followers + 1
      var parts = (0..<3).map { _ in Int64.random(in: 0...part, using: &generator) }
      parts.append(Int64.random(in: (2 * part)...(3 * part), using: &generator))
      parts.append(Int64.random(in: 250...400, using: &generator))
      parts.append(1000 - parts.reduce(0, +))
      func show(_ parts: [Int64]) -> ProtectedTable? {
        let rows = parts.enumerated().map { Breakdown.Bucket(["g\($0)"], share: Double($1) / 1000) }
        return Breakdown(by: ["country"], of: "followers", .share, rows: rows)
          .flatMap { protect($0, followers: followers, crowd: crowd(k)) }
      }
      guard let seen = show(parts), seen.isFolded, seen.leftOut.isEmpty else { continue }
      let names = Set(seen.rows.compactMap { $0.labels[0] })
      let hidden = parts.indices.filter { !names.contains("g\($0)") }
      let sum = hidden.reduce(0) { $0 + parts[$1] }
      let ranges = PossibleTables(show: show, crowd: k)
        .ranges(of: parts, hidden: hidden, sums: [sum], isSymmetric: true)
      folds += 1
      // A share is known to a thousandth, which is `step` people at most.
      let step = Double(followers) / 1000
      #expect(
        (Double(ranges.narrowest ?? 0) + 1) * step > Double(k - 1) - 1e-9,
        "\(parts) of \(followers) with \(k)")
    }
    print("attacked \(folds) folded shares with a crowd of \(k)")
    #expect(folds > 8)
  }

  @Test("of views too", arguments: [50, 100, 250] as [Int64])
  func viewsAreFoldedByTheirCrowd(k: Int64) throws {
    var generator = SeededGenerator(seed: UInt64(k))
    let crowd = CrowdSize.exposure.raised(people: k, whole: 10 * k)
    for _ in 0..<100 {
      let counts = (0..<Int.random(in: 2...8, using: &generator)).map { _ in
        Int64.random(in: 0...(6 * k), using: &generator)
      }
      let rows = counts.enumerated().map { Exposure.Bucket(["g\($0)"], counts: [$1]) }
      let exposure = try #require(
        Exposure(by: ["country"], counted: ["views"], hasWatchTime: false, rows: rows))
      guard let table = protect(exposure, crowd: crowd) else { continue }
      #expect(table.rows.allSatisfy { $0.counts[0] >= k })
      #expect(counts.reduce(0, +) >= 10 * k)
    }
  }

  @Test(
    "a share is a crowd by the smallest audience that there may be", arguments: [10, 11, 20, 50] as [Int64])
  func sharesAreJudgedByTheCrowd(k: Int64) throws {
    var generator = SeededGenerator(seed: UInt64(600 + k))
    var shown = 0
    for _ in 0..<300 {
      var parts = (0..<Int.random(in: 2...6, using: &generator)).map { _ in
        Int64.random(in: 0...400, using: &generator)
      }
      let rest = 1000 - parts.reduce(0, +)
      if rest < 0 { continue }
      parts.append(rest)
      let rows = parts.enumerated().map { Breakdown.Bucket(["g\($0)"], share: Double($1) / 1000) }
      let breakdown = try #require(Breakdown(by: ["country"], of: "followers", .share, rows: rows))
      let people: Int64? =
        Bool.random(using: &generator) ? Int64.random(in: 100...5000, using: &generator) : nil
      guard let table = protect(breakdown, followers: people, crowd: crowd(k)) else { continue }
      shown += 1
      for row in table.rows {
        #expect((row.share ?? 0) * Double(people ?? 100) + 1 > Double(k), "\(parts) of \(people ?? 0)")
      }
    }
    #expect(shown > 10)
  }

  @Test(
    "nothing that a larger crowd shows is smaller than it; it may show a table that a smaller one withholds")
  func nothingShownIsSmallerThanTheCrowd() {
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<2000 {
      let sizes = (0..<Int.random(in: 2...9, using: &generator)).map { _ in
        Int64.random(in: 0...300, using: &generator)
      }
      for k in [10, 11, 20, 50] as [Int64] {
        guard let shown = Shown(sizes, crowd: crowd(k)) else { continue }
        #expect(shown.visible.values.allSatisfy { $0 >= k }, "\(sizes)")
        #expect((shown.folded ?? k) >= k, "\(sizes)")
      }
    }
  }

  @Test("an audience below what a policy asks for is not broken down, of counts nor of known shares")
  func smallAudiencesAreWithheld() throws {
    let crowd = CrowdSize.standard.raised(people: 10, whole: 500)
    let counts = try #require(breakdown([300, 150, 49]))
    #expect(protect(counts, followers: nil, crowd: crowd) == nil)
    #expect(protect(counts, followers: nil, crowd: .standard) != nil)
    let shares = try #require(
      Breakdown(
        by: ["age"], of: "followers", .share,
        rows: [Breakdown.Bucket(["a"], share: 0.5), .init(["b"], share: 0.5)]))
    #expect(protect(shares, followers: 499, crowd: crowd) == nil)
    #expect(protect(shares, followers: 500, crowd: crowd) != nil)
    // Nobody knows of how many: shown, and closed as soon as somebody does.
    var ledger = AudienceLedger(crowd: crowd)
    _ = ledger.open([shares])
    #expect(ledger.tables.count == 1)
    _ = ledger.open([], totals: ["followers": 499])
    #expect(ledger.tables.isEmpty)
  }

  @Test("the largest crowd there is folds everything and overflows nowhere")
  func theLargestCrowdShowsNothing() throws {
    let crowd = CrowdSize.standard.raised(people: .max, whole: .max)
    let policy = PolicyFile(Array("smallest group: 99999999999999999999".utf8), name: "p").policy
    #expect(policy.people.people == PolicyLimit.largest)
    #expect(crowd.people == .max)
    for sizes in [[Int64.max / 4, 5, 5, 5], [1, 1], [999_999_999, 1_000_000_000, 2_000_000_000]] {
      let counted = try #require(breakdown(sizes))
      let table = protect(counted, followers: nil, crowd: policy.people)
      #expect(table?.rows.allSatisfy { ($0.people ?? 0) >= PolicyLimit.largest } ?? true)
    }
  }
}
