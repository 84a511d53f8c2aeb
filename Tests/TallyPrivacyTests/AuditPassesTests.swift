import TallyTestSupport
import Testing

@testable import TallyPrivacy

/// That what the rules open passes: the audit finds for each folded group that it is as open as it has to be.
struct AuditPassesTests {
  /// The verdict on what is opened of a breakdown alone; nil where it is withheld or nothing is folded.
  private func verdict(
    _ breakdown: Breakdown?, totals: [String: Int64] = [:]
  ) -> AuditVerdict? {
    guard let breakdown else { return nil }
    let audience = AudienceUnderAudit([AudienceUnderAudit.Reading([breakdown], [], totals: totals)])
    guard let open = audience.openPeople.first, open.isFolded, let table = audience.tables.first else {
      return nil
    }
    return audience.verdict(on: table, answers: open.seenWhole)
  }

  @Test(
    "what platforms leak by subtraction is held",
    arguments: [
      ([500, 498, 2], nil), ([500, 498, 30, 2], 1030), ([500, 300, 40, 9], nil), ([500, 300, 40, 9, 9], nil),
      ([500, 300, 40, 0, 9], nil), ([900, 300, 100, 2], 1307), ([900, 300, 100], 1307),
      ([2000, 900, 4, 4, 4], nil),
    ] as [([Int64], Int64?)])
  func known(sizes: [Int64], total: Int64?) {
    guard let verdict = verdict(breakdown(sizes, total: total)) else { return }
    #expect(verdict.isPassed, "\(sizes) \(verdict.testDescription)")
    #expect(verdict.sizes(.knownRules) == 10)
    #expect(verdict.sizes(.totalMinusShown) == 10)
  }

  @Test("so is every table by chance", arguments: [UInt64(1), 2, 3])
  func counts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var folds = 0
    for _ in 0..<120 {
      var sizes = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        Int64.random(in: 0...9, using: &generator)
      }
      sizes += (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        Int64.random(in: 10...40, using: &generator)
      }
      sizes += (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        Int64.random(in: 60...400, using: &generator)
      }
      sizes.shuffle(using: &generator)
      let rest = Int64.random(in: 0...15, using: &generator)
      let total = Bool.random(using: &generator) ? sizes.reduce(rest, +) : nil
      guard let verdict = verdict(breakdown(sizes, total: total)) else { continue }
      folds += 1
      #expect(
        verdict.isPassed,
        "seed \(seed): \(sizes), total \(total.map(String.init) ?? "none"), \(verdict.testDescription)")
      #expect(verdict.sizes(.knownRules) == 10, "seed \(seed): \(sizes)")
    }
    print("audited \(folds) folded breakdowns, seed \(seed)")
    #expect(folds > 40)
  }

  @Test("and of two dimensions", arguments: [UInt64(4), 5])
  func crossed(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var folds = 0
    for _ in 0..<40 {
      let (rows, columns) = (
        Int.random(in: 2...4, using: &generator), Int.random(in: 2...4, using: &generator)
      )
      let buckets = (0..<rows * columns).map { cell in
        let isSmall = Int.random(in: 0..<4, using: &generator) == 0
        let people = Int64.random(in: isSmall ? 0...9 : 30...300, using: &generator)
        return Breakdown.Bucket(["r\(cell / columns)", "c\(cell % columns)"], people: people)
      }
      guard let verdict = verdict(Breakdown(by: ["age", "gender"], of: "followers", .count, rows: buckets))
      else {
        continue
      }
      folds += 1
      #expect(verdict.isPassed, "seed \(seed): \(buckets.map(\.people)) \(verdict.testDescription)")
    }
    print("audited \(folds) folded crossings, seed \(seed)")
    #expect(folds > 15)
  }

  @Test("and of shares, told of how many people or not", arguments: [2, 3, 4], [UInt64(6), 7])
  func shares(decimals: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let steps = [1, 10, 100, 1e3, 1e4][decimals]
    var folds = 0
    for _ in 0..<60 {
      var sizes = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        Int64.random(in: 0...9, using: &generator)
      }
      sizes += (0..<Int.random(in: 0...2, using: &generator)).map { _ in
        Int64.random(in: 10...25, using: &generator)
      }
      sizes += (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        Int64.random(in: 50...300, using: &generator)
      }
      let people = sizes.reduce(
        Bool.random(using: &generator) ? 0 : Int64.random(in: 20...90, using: &generator), +)
      let rows = sizes.enumerated().map { place, size in
        Breakdown.Bucket(["g\(place)"], share: (Double(size) / Double(people) * steps).rounded() / steps)
      }
      let shares = Breakdown(by: ["country"], of: "followers", .share, rows: rows)
      for totals in [["followers": people], [:]] {
        guard let verdict = verdict(shares, totals: totals) else { continue }
        folds += 1
        #expect(
          verdict.isPassed,
          "seed \(seed): \(sizes) of \(people), \(decimals) decimals, \(totals.isEmpty ? "not told" : "told"), \(verdict.testDescription)"
        )
      }
    }
    print("audited \(folds) folded shares of \(decimals) decimals, seed \(seed)")
    #expect(folds > 15)
  }

  @Test("a sum among shares is not told by what the others leave of the whole")
  func sumAmongShares() throws {
    // 0.45 is 0.31, 0.11 and all three small ones: whoever knew it would know that these are 0.03 of all people.
    let shares = [0, 0.01, 0.02, 0.11, 0.45, 0.31]
    func rows(_ shares: [Double]) -> [Breakdown.Bucket] {
      shares.enumerated().map { Breakdown.Bucket(["g\($0)"], share: $1) }
    }
    #expect(
      protect(try #require(Breakdown(by: ["country"], of: nil, .share, rows: rows(shares))), followers: nil)
        == nil)
    let breakdown = try #require(Breakdown(by: ["country"], of: "followers", .share, rows: rows(shares)))
    let table = try #require(protect(breakdown, followers: 5000))
    #expect(table.leftOut == [["g4"]])
    #expect(table.rows.map(\.labels) == [["g2"], ["g3"], ["g5"], [ProtectedTable.foldedLabel]])
    #expect(table.rows.map(\.share) == [0.02, 0.11, 0.31, 0.01])
  }

  @Test("and of views and impressions", arguments: [UInt64(8), 9])
  func exposures(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var folds = 0
    func numbers(_ count: Int) -> [Int64] {
      (0..<count).map { _ in
        Int64.random(
          in: Int.random(in: 0..<3, using: &generator) == 0 ? 0...49 : 60...3000, using: &generator)
      }
    }
    for _ in 0..<80 {
      let count = Int.random(in: 4...9, using: &generator)
      let (views, impressions) = (numbers(count), numbers(count))
      let rows = (0..<count).map { Exposure.Bucket(["g\($0)"], counts: [views[$0], impressions[$0]]) }
      let total =
        Bool.random(using: &generator) ? views.reduce(Int64.random(in: 0...60, using: &generator), +) : nil
      guard
        let exposure = Exposure(
          by: ["city"], counted: ["views", "impressions"], hasWatchTime: false, rows: rows,
          printedTotals: [total, nil])
      else { continue }
      let audience = AudienceUnderAudit([AudienceUnderAudit.Reading([], [exposure])])
      guard let open = audience.openExposure.first, open.isFolded, let table = audience.tables.first else {
        continue
      }
      folds += 1
      let verdict = audience.verdict(on: table, answers: open.seenWhole)
      #expect(
        verdict.isPassed,
        "seed \(seed): \(views) \(impressions), total \(total ?? -1), \(verdict.testDescription)")
      #expect(verdict.crowd == 50)
    }
    print("audited \(folds) folded exposures, seed \(seed)")
    #expect(folds > 20)
  }

  @Test("a large table is audited in closed form")
  func large() throws {
    var sizes: [Int64] = (0..<220).map { Int64($0 % 10) }
    sizes += (0..<30).map { 2000 + Int64($0) * 37 }
    let verdict = try #require(self.verdict(breakdown(sizes)))
    #expect(verdict.isPassed)
    #expect((verdict.shown, verdict.folded) == (30, 220))
  }
}
