import TallyTestSupport
import Testing

@testable import TallyPrivacy

/// Attacks on people by rounded shares: what the rounding of folded groups adds up to tells nobody.
struct AudienceShareAttackTests {
  /// Shares of an audience as a platform writes them.
  private struct RoundedShares {
    let people: Int64
    let decimals: Int
    /// Whether the session knows how many people there are; the attacker always does.
    let isTold: Bool
    private var steps: Double { [1, 10, 100, 1e3, 1e4][decimals] }

    func share(_ count: Int64) -> Double {
      (Double(count) / Double(people) * steps).rounded() / steps
    }

    func table(_ sizes: [Int64]) -> ProtectedTable? {
      let rows = sizes.enumerated().map { Breakdown.Bucket(["g\($0)"], share: share($1)) }
      return Breakdown(by: ["country"], of: "followers", .share, rows: rows)
        .flatMap { protect($0, followers: isTold ? people : nil) }
    }

    /// All numbers of people that have the share of a group.
    func alike(_ size: Int64) -> ClosedRange<Int64> {
      let reach = Int64(Double(people) / steps) + 1
      let all = (max(size - reach, 0)...size + reach).filter { share($0) == share(size) }
      return (all.first ?? size)...(all.last ?? size)
    }
  }

  /// All that is shown of a table.
  private struct Shown: Equatable {
    let rows: [ProtectedTable.Row]
    let leftOut: [[String?]]
  }

  /// How far the numbers lie apart that a folded group may have; nil where nothing is folded.
  ///
  /// - Parameter sizes: all groups; where they are fewer than all people, nobody tells how many are in none.
  private func narrowestRange(of sizes: [Int64], _ shares: RoundedShares, knowsSmall: Bool) -> Int64? {
    guard let seen = shares.table(sizes), seen.isFolded, seen.leftOut.isEmpty else { return nil }
    let names = Set(seen.rows.compactMap { $0.labels[0] })
    let hidden = sizes.indices.filter { !names.contains("g\($0)") }
    let visible = sizes.indices.filter { names.contains("g\($0)") }.map { shares.alike(sizes[$0]) }
    let most = shares.people - visible.reduce(0) { $0 + $1.lowerBound }
    let isWhole = sizes.reduce(0, +) == shares.people
    let fewest = isWhole ? max(shares.people - visible.reduce(0) { $0 + $1.upperBound }, 0) : 0
    guard hidden.count <= 2 || hidden.reduce(0, { $0 + sizes[$1] }) <= 60 else { return nil }
    // Those that come to just as many first; they are most of what is possible.
    let sum = hidden.reduce(0) { $0 + sizes[$1] }
    let sums = [sum] + (fewest...max(most, fewest)).filter { $0 != sum && ($0 - sum).magnitude < 3 }
    return PossibleTables(
      show: { shares.table($0).map { Shown(rows: $0.rows, leftOut: $0.leftOut) } }, crowd: 10
    )
    .ranges(of: sizes, hidden: hidden, sums: sums, knowsSmall: knowsSmall, isSymmetric: true).narrowest
  }

  @Test(
    "no folded group is pinned to within four by the shares of all",
    arguments: [
      [191, 6, 130, 162, 5, 9], [133, 8, 5, 6], [9, 100, 150, 8, 121, 11], [0, 7, 186, 5, 200],
      [300, 140, 60, 2], [97, 3], [200, 90, 1, 9], [150, 30, 10, 10], [60, 45, 0, 6, 7], [70, 20, 4, 4, 3],
      [80, 8, 8, 4], [900, 95, 5], [120, 9, 9, 9, 4],
    ] as [[Int64]], [2, 3, 4])
  func nobodyIsPinned(sizes: [Int64], decimals: Int) {
    for isTold in [true, false] {
      let shares = RoundedShares(people: sizes.reduce(0, +), decimals: decimals, isTold: isTold)
      let range = narrowestRange(of: sizes, shares, knowsSmall: false)
      #expect((range ?? 9) >= 9, "\(sizes), \(decimals) decimals, \(isTold ? "told" : "not told")")
    }
  }

  @Test(
    "nor by those of any table", arguments: [2, 3, 4], [UInt64(503), 20_261_125])
  func nobodyIsPinnedByChance(decimals: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var folds = 0
    for _ in 0..<40 {
      var sizes = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        Int64.random(in: 0...9, using: &generator)
      }
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        sizes.append(Int64.random(in: 5...25, using: &generator))
      }
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        sizes.append(Int64.random(in: 50...300, using: &generator))
      }
      sizes.shuffle(using: &generator)
      let isWhole = Int.random(in: 0..<3, using: &generator) > 0
      let people = sizes.reduce(isWhole ? 0 : Int64.random(in: 20...90, using: &generator), +)
      // An audience of fewer is not broken down.
      guard people >= 100 else { continue }
      for isTold in [true, false] {
        let shares = RoundedShares(people: people, decimals: decimals, isTold: isTold)
        // Where a step is a person or more, a small share is not just that of a small group.
        for knowsSmall in isTold && shares.alike(9) == 9...9 ? [false, true] : [false] {
          guard let range = narrowestRange(of: sizes, shares, knowsSmall: knowsSmall) else { continue }
          folds += 1
          #expect(
            range >= 9,
            "seed \(seed): \(sizes) of \(people), \(decimals) decimals, \(isTold ? "told" : "not told"), \(knowsSmall)"
          )
        }
      }
    }
    print("attacked \(folds) folds of shares of \(decimals) decimals, seed \(seed)")
    #expect(folds > 10)
  }
}
