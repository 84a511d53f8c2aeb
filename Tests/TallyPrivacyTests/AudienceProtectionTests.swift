import TallyTestSupport
import Testing

@testable import TallyPrivacy

private func breakdown(
  _ sizes: [Int64], total: Int64? = nil, by dimensions: [String] = ["country"], day: Int32? = nil
) -> Breakdown? {
  let rows = sizes.enumerated().map { place, size in
    Breakdown.Bucket(dimensions.map { _ in "g\(place)" }, people: size)
  }
  return Breakdown(by: dimensions, of: "followers", .count, rows: rows, day: day, printedTotal: total)
}

/// What is shown of groups `g0`, `g1` ...: the size of each that stays, and of those that are counted together.
private struct Shown: Hashable {
  var visible: [Int: Int64] = [:]
  var folded: Int64?
  /// Those that are sums of others.
  var leftOut: Set<Int> = []

  /// nil where nothing is shown.
  init?(_ sizes: [Int64], total: Int64? = nil, crowd: CrowdSize = .standard) {
    guard let breakdown = breakdown(sizes, total: total),
      let table = protect(breakdown, followers: nil, crowd: crowd)
    else { return nil }
    leftOut = Set(table.leftOut.compactMap { $0.first??.dropFirst() }.compactMap { Int($0) })
    for row in table.rows {
      if row.labels == [ProtectedTable.foldedLabel] {
        folded = row.people
      } else if let place = row.labels.first??.dropFirst() {
        visible[Int(place) ?? -1] = row.people
      }
    }
  }
}

struct AudienceFoldingTests {
  @Test(
    "the smallest groups are counted together, as few as the rule allows",
    arguments: [
      // Nothing small: nothing folded, and ten is a crowd.
      ([100, 10], nil, [100, 10], nil as Int64?),
      // One small group: the next joins it.
      ([100, 40, 9], nil, [100], 49), ([200, 100, 40, 9], nil, [200, 100], 49),
      // Three small ones with a crowd among them need nobody else, unless all three are nearly one.
      ([100, 4, 5, 3], nil, [100], 12), ([200, 40, 9, 9, 9], nil, [200], 67),
      // Two that make 18 would be 9 and 9: a larger one joins them.
      ([200, 100, 40, 9, 9], nil, [200, 100], 58),
      // A group of nobody is small too.
      ([200, 100, 40, 0], nil, [200, 100], 40),
      // The next group must be larger than the fold, or it would tell how large those in it can be.
      ([500, 30, 25, 20, 9, 8], nil, [500], 92),
      // 1 + 10 would leave the one that joined between 10 and 11.
      ([500, 10, 1, 90], nil, [500], 101),
      // The rest of a printed total is a group: here two people, whom two groups join.
      ([3000, 20, 15], 3037, [3000], 37), ([3000, 20, 15], 3035, [3000, 20, 15], nil),
      // A rest beside a small group is one more of these.
      ([3000, 20, 5], 3027, [3000], 27),
    ] as [([Int64], Int64?, [Int64], Int64?)])
  func foldsTheFewest(sizes: [Int64], total: Int64?, visible: [Int64], folded: Int64?) throws {
    let shown = try #require(Shown(sizes, total: total))
    #expect(Set(shown.visible.values) == Set(visible))
    #expect(shown.folded == folded)
  }

  @Test(
    "where everything would be folded, nothing is shown",
    arguments: [
      ([], nil), ([99], nil), ([60, 39], nil), ([9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9], nil), ([500, 9], nil),
      ([500, 498], 1000), ([200, 12, 12, 12, 12], 249), ([12, 12, 12, 12, 12, 12, 12, 12, 12, 9, 9], nil),
    ] as [([Int64], Int64?)])
  func withholds(sizes: [Int64], total: Int64?) { #expect(Shown(sizes, total: total) == nil) }

  @Test("a printed total is not shown, and a large rest is nobody's")
  func totalsAreNotShown() throws {
    let shown = try #require(Shown([200, 100], total: 1000))
    #expect(shown.visible == [0: 200, 1: 100])
    #expect(shown.folded == nil)
  }

  @Test("groups too many to count are no breakdown")
  func overflowIsNoBreakdown() { #expect(breakdown([.max, 1]) == nil) }

  @Test("what Tally wrote itself and reads again stays folded")
  func foldsAgain() throws {
    let rows = [("DE", 300), ("AT", 200), ("(folded)", 50), ("IS", 3), ("NZ", 90)].map {
      Breakdown.Bucket([$0.0], people: $0.1)
    }
    let breakdown = try #require(Breakdown(by: ["country"], of: "followers", .count, rows: rows))
    let table = try #require(protect(breakdown, followers: nil))
    #expect(table.rows.map(\.labels) == [["AT"], ["DE"], ["NZ"], ["(folded)"]])
    #expect(table.rows.last?.people == 53)
  }

  @Test("a label that stands for all others is none, whatever it is called")
  func marginsAreNoGroups() throws {
    let cells: [(String, String, Int64)] = [
      ("18-24", "f", 300), ("18-24", "m", 7), ("18-24", "Gesamtheit", 307), ("25-34", "f", 200),
      ("25-34", "m", 90), ("25-34", "Gesamtheit", 290),
    ]
    let rows = cells.map { Breakdown.Bucket([$0.0, $0.1], people: $0.2) }
    let breakdown = try #require(Breakdown(by: ["age", "gender"], of: "followers", .count, rows: rows))
    #expect(Set(breakdown.buckets.map { $0.labels[1] }) == ["f", "m"])
    let equal = cells.filter { $0.1 != "m" }.map { Breakdown.Bucket([$0.0, $0.1], people: 50) }
    let kept = try #require(Breakdown(by: ["age", "gender"], of: "followers", .count, rows: equal))
    #expect(kept.buckets.count == 4)
  }

  @Test("a margin that an export leaves out in places is none either")
  func marginsWithHoles() throws {
    let cells: [(String, String, Int64)] = [
      ("18-24", "f", 300), ("18-24", "m", 70), ("18-24", "sum", 370), ("25-34", "f", 3), ("25-34", "m", 500),
      ("25-34", "sum", 503), ("35-44", "f", 2), ("35-44", "m", 4),
    ]
    let rows = cells.map { Breakdown.Bucket([$0.0, $0.1], people: $0.2) }
    let breakdown = try #require(Breakdown(by: ["age", "gender"], of: "followers", .count, rows: rows))
    #expect(Set(breakdown.buckets.map { $0.labels[1] }) == ["f", "m"])
  }

  @Test(
    "a group that is a sum with a folded one in it is left out",
    arguments: [
      // The total is that of the groups of which it is the sum.
      ([("DACH", 4204), ("DE", 3800), ("AT", 400), ("CH", 4)], ["DE"]),
      ([("All of them", 1000), ("f", 600), ("m", 396), ("x", 4)], ["f"]),
      // Nobody is part of every sum, and what a folded sum tells is folded as well.
      ([("DACH", 4200), ("DE", 3800), ("AT", 400), ("CH", 0)], ["DE"]),
      ([("West", 4500), ("DACH", 4204), ("FR", 296), ("DE", 3800), ("AT", 400), ("CH", 4)], ["AT", "DE"]),
      // A country is missing, or the numbers are rounded: the name tells.
      ([("Europe", 4300), ("DE", 3800), ("AT", 400), ("CH", 4)], ["DE"]),
      // Without a small group nothing is told.
      ([("DACH", 4250), ("DE", 3800), ("AT", 400), ("CH", 50)], ["AT", "CH", "DACH", "DE"]),
      ([("Europe", 3000), ("Asia", 500), ("Africa", 40), ("Oceania", 3)], ["Asia", "Europe"]),
    ] as [([(String, Int64)], [String])])
  func subtotalsAreLeftOut(groups: [(String, Int64)], visible: [String]) throws {
    let rows = groups.map { Breakdown.Bucket([$0.0], people: $0.1) }
    let breakdown = try #require(Breakdown(by: ["country"], of: "followers", .count, rows: rows))
    let table = try #require(protect(breakdown, followers: nil))
    #expect(table.rows.compactMap { $0.labels[0] }.filter { $0 != "(folded)" } == visible)
    let left = groups.filter { group in table.leftOut.contains([group.0]) }
    #expect(Set(left.map(\.0)).isDisjoint(with: visible))
    #expect(table.people == groups.reduce(0) { $0 + $1.1 } - left.reduce(0) { $0 + $1.1 })
  }

  @Test("among many groups, the name of a region tells, and being the sum of all others")
  func subtotalsAmongMany() throws {
    let small = (0..<5000).map { Breakdown.Bucket(["c\($0)"], people: Int64(20 + $0)) }
    let all = small.reduce(Int64(3)) { $0 + $1.people }
    for (label, people) in [("Mundo", all), ("Europe", 9000 as Int64)] {
      let rows = small + [Breakdown.Bucket(["x"], people: 3), Breakdown.Bucket([label], people: people)]
      let breakdown = try #require(Breakdown(by: ["country"], of: "followers", .count, rows: rows))
      #expect(
        placesOfSubtotals(
          among: breakdown.buckets.map { ($0.labels, $0.people) }
            .sorted { $0.1 < $1.1 }, folded: [0, 1], rest: 0
        ).count == 1)
    }
  }

  @Test("so is one of two dimensions, along either, and not where the groups make just the whole")
  func subtotalsOfCells() throws {
    let cells: [(String, String, Int64)] = [
      ("18-24", "f", 300), ("18-24", "m", 200), ("25-34", "f", 3), ("25-34", "m", 500), ("25-34", "sum", 503),
      ("35-44", "f", 310), ("35-44", "m", 20),
    ]
    let rows = cells.map { Breakdown.Bucket([$0.0, $0.1], people: $0.2) }
    let table = try #require(
      Breakdown(by: ["age", "gender"], of: "followers", .count, rows: rows).flatMap {
        protect($0, followers: nil)
      })
    #expect(!table.rows.contains { $0.labels[1] == "sum" })
    let whole = try #require(
      Breakdown(
        by: ["gender"], of: "followers", .count,
        rows: [("f", 500), ("m", 296), ("x", 4), ("y", 800)].map { Breakdown.Bucket([$0.0], people: $0.1) },
        printedTotal: 1600))
    #expect(protect(whole, followers: nil)?.rows.map(\.labels) == [["f"], ["y"], ["(folded)"]])
  }

  @Test("a platform's own Other stays itself")
  func otherStays() throws {
    let rows = [("DE", 300), ("Other", 200), ("AT", 40), ("IS", 3)].map {
      Breakdown.Bucket([$0.0], people: $0.1)
    }
    let breakdown = try #require(Breakdown(by: ["country"], of: "followers", .count, rows: rows))
    let table = try #require(protect(breakdown, followers: nil))
    #expect(table.rows.map(\.labels) == [["DE"], ["Other"], ["(folded)"]])
  }

  @Test("shares are judged by the people they stand for")
  func sharesOfKnownAudience() throws {
    let rows = [("female", 0.59), ("male", 0.4), ("other", 0.01)].map {
      Breakdown.Bucket([$0.0], share: $0.1)
    }
    let breakdown = try #require(Breakdown(by: ["gender"], of: "followers", .share, rows: rows))
    let large = try #require(protect(breakdown, followers: 5000))
    #expect(large.rows.map(\.people) == [2950, 2000, 50])
    #expect(large.rows.map(\.share) == [0.59, 0.4, 0.01])
    #expect(large.isApproximate)
    let small = try #require(protect(breakdown, followers: 500))
    #expect(small.rows.map(\.labels) == [["female"], ["(folded)"]])
    #expect(small.rows.map(\.share) == [0.59, 0.41])
    #expect(protect(breakdown, followers: 99) == nil)
    let unknown = try #require(protect(breakdown, followers: nil))
    #expect(unknown.people == nil)
    // As parts of a hundred people, the one is folded with the forty.
    #expect(unknown.rows.map(\.labels) == [["female"], ["(folded)"]])
    #expect(unknown.rows.map(\.share) == [0.59, 0.41])
    #expect(unknown.rows.allSatisfy { $0.people == nil })
  }

  @Test("shares are parts of a hundred people while nobody knows of how many")
  func sharesOfUnknownAudience() throws {
    let rows = [("DE", 0.6), ("AT", 0.3), ("CH", 0.1)].map { Breakdown.Bucket([$0.0], share: $0.1) }
    let breakdown = try #require(Breakdown(by: ["country"], of: "followers", .share, rows: rows))
    #expect(protect(breakdown, followers: nil)?.rows.map(\.labels) == [["AT"], ["CH"], ["DE"]])
    let fine = [("DE", 0.6), ("AT", 0.3), ("CH", 0.091), ("XK", 0.009)].map {
      Breakdown.Bucket([$0.0], share: $0.1)
    }
    // Nobody and nine people, whom thirty join.
    let small = try #require(Breakdown(by: ["country"], of: "followers", .share, rows: fine))
    let table = try #require(protect(small, followers: nil))
    #expect(table.rows.map(\.labels) == [["DE"], ["(folded)"]])
    #expect(table.rows.last?.share == 0.4)
  }

  @Test("the rest of a file of shares is folded in its shares as in its people")
  func restOfSharesIsNotTold() throws {
    let shares = [0.5, 0.3, 0.1, 0.05, 0.0494]
    let rows = shares.enumerated().map { Breakdown.Bucket(["g\($0)"], share: $1) }
    let breakdown = try #require(Breakdown(by: ["country"], of: "followers", .share, rows: rows))
    let table = try #require(protect(breakdown, followers: 10_000))
    #expect(table.rows.map(\.people) == [5000, 3000, 2000])
    #expect(table.rows.map(\.share) == [0.5, 0.3, 0.2])
    // Judged by fewer people, of whom the rest is nobody, it is folded as well.
    let judged = try #require(protect(breakdown, followers: 10_000, least: 915))
    #expect(judged.rows.map(\.people) == [5000, 3000, 2000])
    // Of an unknown audience, any rest may be somebody.
    let unknown = try #require(protect(breakdown, followers: nil))
    #expect(unknown.rows.reduce(0) { $0 + ($1.share ?? 0) } == 1)
  }

  @Test("the smallest number that is known decides what is folded, and is not shown")
  func leastDecides() throws {
    let rows = [("female", 0.59), ("male", 0.4), ("other", 0.01)].map {
      Breakdown.Bucket([$0.0], share: $0.1)
    }
    let breakdown = try #require(Breakdown(by: ["gender"], of: "followers", .share, rows: rows))
    #expect(protect(breakdown, followers: nil, least: 60) == nil)
    #expect(protect(breakdown, followers: 5000, least: 60) == nil)
    let folded = try #require(protect(breakdown, followers: 5000, least: 500))
    #expect(folded.rows.map(\.people) == [2950, 2050])
    let unshown = try #require(protect(breakdown, followers: nil, least: 5000))
    #expect(unshown.rows.map(\.share) == [0.59, 0.4, 0.01])
    #expect(unshown.people == nil)
  }

  @Test("what rounded shares miss of the whole is nobody")
  func roundingIsNoRest() throws {
    let rows = ["a", "b", "c"].map { Breakdown.Bucket([$0], share: 0.333) }
    let breakdown = try #require(Breakdown(by: ["gender"], of: "followers", .share, rows: rows))
    #expect(protect(breakdown, followers: 5000)?.isFolded == false)
    let gap = ["a", "b", "c", "d"].map { Breakdown.Bucket([$0], share: $0 == "a" ? 0.696 : 0.1) }
    let missing = try #require(Breakdown(by: ["gender"], of: "followers", .share, rows: gap))
    #expect(protect(missing, followers: 1000)?.isFolded == true)
  }
}

struct AudienceAttackTests {
  /// Every way to share out people among groups, ascending, none larger than a bound.
  private func tables(_ people: Int64, among groups: Int, from smallest: Int64 = 0, to largest: Int64)
    -> [[Int64]]
  {
    if groups == 0 { return people == 0 ? [[]] : [] }
    let most = min(people / Int64(groups), largest)
    guard smallest <= most, people <= largest * Int64(groups) else { return [] }
    return (smallest...most).flatMap { first in
      tables(people - first, among: groups - 1, from: first, to: largest).map { [first] + $0 }
    }
  }

  /// How many of the smallest groups are folded.
  private func judged(_ sizes: [Int64], _ total: Int64?) -> Int? {
    let rest = (total ?? 0) - (total == nil ? 0 : sizes.reduce(0, +))
    return foldedCount(of: sizes.sorted(), rest: rest < 10 ? rest : 0, crowd: .standard)
  }

  /// The narrowest range to which somebody can narrow a folded group down who knows the rules, all that is shown, and
  /// which groups there are; told besides which of them are smaller than a crowd, if `knowsSmall`.
  ///
  /// Which group has which size is open, so the tables that are tried are ascending ones.
  /// - Returns: nil where nothing is folded.
  private func narrowestRange(of sizes: [Int64], total: Int64?, knowsSmall: Bool) -> Int64? {
    guard let shown = Shown(sizes, total: total), let folded = shown.folded else { return nil }
    let hidden = sizes.indices.filter { shown.visible[$0] == nil && !shown.leftOut.contains($0) }
    let small = hidden.count { sizes[$0] < 10 }
    let largest = shown.visible.values.min() ?? folded
    let expected = judged(sizes, total)
    var ranges: [Bool: (low: Int64, high: Int64)] = [:]
    // The rest of a printed total is one more hidden group, whose size is open too.
    for rest in 0...(total == nil ? 0 : min(9, folded)) {
      for guess in tables(folded - rest, among: hidden.count, to: largest) {
        if knowsSmall, guess.count(where: { $0 < 10 }) != small { continue }
        var table = sizes
        for (place, index) in hidden.enumerated() { table[index] = guess[place] }
        guard judged(table, total) == expected else { continue }
        for size in guess {
          let known = ranges[knowsSmall && size < 10] ?? (size, size)
          ranges[knowsSmall && size < 10] = (min(known.low, size), max(known.high, size))
        }
      }
    }
    return ranges.values.map { $0.high - $0.low }.min()
  }

  @Test("no folded group can be pinned to within four people", arguments: [UInt64(20_261_125), 7, 4711])
  func nobodyIsPinned(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var folds = 0
    for _ in 0..<40 {
      let small = Int.random(in: 0...3, using: &generator)
      var sizes = (0..<small).map { _ in Int64.random(in: 0...9, using: &generator) }
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        sizes.append(Int64.random(in: 10...25, using: &generator))
      }
      sizes.append(Int64.random(in: 60...120, using: &generator))
      sizes.shuffle(using: &generator)
      let rest = Int64.random(in: 0...12, using: &generator)
      let total = Bool.random(using: &generator) ? sizes.reduce(rest, +) : nil
      for knowsSmall in [false, true] {
        guard let range = narrowestRange(of: sizes, total: total, knowsSmall: knowsSmall) else { continue }
        folds += 1
        #expect(range >= 9, "seed \(seed): \(sizes), printed total \(total.map(String.init) ?? "none")")
      }
    }
    print("attacked \(folds) folded breakdowns, seed \(seed)")
    #expect(folds > 20)
  }

  @Test("one follower more or less shows in large groups or in the fold, and nowhere else")
  func onePersonIsNotSeen() {
    let sizes: [Int64] = [300, 120, 45, 6, 2]
    for from in sizes.indices {
      for to in sizes.indices where to != from && sizes[from] > 0 {
        var moved = sizes
        moved[from] -= 1
        moved[to] += 1
        guard let before = Shown(sizes), let after = Shown(moved) else {
          Issue.record("nothing shown")
          continue
        }
        #expect(Set(before.visible.keys) == Set(after.visible.keys))
        let people = { (shown: Shown) in shown.visible.values.reduce(shown.folded ?? 0, +) }
        #expect(people(before) == people(after))
      }
    }
  }
}

struct AudienceLedgerTests {
  private func opened(_ breakdowns: [Breakdown]) -> (AudienceLedger, [AudienceLedger.Opening]) {
    var ledger = AudienceLedger()
    let openings = ledger.open(breakdowns)
    return (ledger, openings)
  }

  private var files: [Breakdown] {
    [
      breakdown([300, 200, 50, 3]), breakdown([300, 200, 50, 4], day: 20_000),
      breakdown([500, 100], by: ["age", "gender"]), breakdown([400, 200], by: ["gender"]),
      breakdown([350, 250], by: ["gender", "language"]), breakdown([250, 150, 160], by: ["device"], day: 7),
    ].compactMap { $0 }
  }

  @Test("the order of files that are read together changes nothing", arguments: [UInt64(11), 12, 13])
  func orderChangesNothing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (expected, _) = opened(files)
    #expect(
      expected.tables.map { $0.dimensions.map(\.name) } == [["age", "gender"], ["country"], ["device"]])
    for _ in 0..<50 {
      let (ledger, _) = opened(files.shuffled(using: &generator))
      #expect(ledger.tables == expected.tables, "seed \(seed)")
      #expect(ledger.people == expected.people, "seed \(seed)")
    }
  }

  @Test("of one breakdown the newest snapshot is opened, of breakdowns with a common dimension the finest")
  func opensTheNewestAndTheFinest() {
    let (ledger, openings) = opened(files)
    #expect(openings[0] == .superseded)
    #expect(openings[3] == .overlapping(["age", "gender"]))
    #expect(openings[4] == .overlapping(["age", "gender"]))
    #expect(ledger.tables[1].day == 20_000)
    #expect(ledger.people == 554)
  }

  @Test(
    "what is read later changes nothing that was opened, and what was folded stays so",
    arguments: [
      UInt64(3), 4,
    ])
  func nothingIsUnfolded(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      var ledger = AudienceLedger()
      var before: [ProtectedTable] = []
      for file in files.shuffled(using: &generator) {
        _ = ledger.open([file])
        #expect(before.allSatisfy(ledger.tables.contains), "seed \(seed)")
        before = ledger.tables
      }
      let dimensions = ledger.tables.flatMap { $0.dimensions.map(\.name) }
      #expect(Set(dimensions).count == dimensions.count, "seed \(seed)")
    }
  }

  @Test("a breakdown that is read again is the same one; another one of its kind is not opened")
  func readsAgain() throws {
    let first = try #require(breakdown([300, 200, 50, 3]))
    let other = try #require(breakdown([300, 200, 51, 3], day: 30_000))
    var (ledger, _) = opened([first])
    let tables = ledger.tables
    #expect(ledger.open([first]) == [.repeated])
    #expect(ledger.open([other]) == [.superseded])
    #expect(ledger.tables == tables)
  }

  @Test("countries and their cities are not open at once; together, countries are")
  func placesOverlap() throws {
    let cities = try #require(breakdown([300, 200], by: ["city"]))
    let countries = try #require(breakdown([300, 200], by: ["country"]))
    let (ledger, openings) = opened([cities, countries])
    #expect(openings[0] == .overlapping(["country"]))
    #expect(ledger.tables.map { $0.dimensions.map(\.name) } == [["country"]])
    var later = opened([cities]).0
    #expect(later.open([countries]) == [.overlapping(["city"])])
  }

  private func shares(_ parts: [(String, Double)], of metric: String? = "followers", day: Int32? = nil)
    -> Breakdown?
  {
    Breakdown(
      by: ["gender"], of: metric, .share, rows: parts.map { Breakdown.Bucket([$0.0], share: $0.1) }, day: day)
  }

  @Test(
    "shares that turn out to be parts of few people are closed",
    arguments: [(332, false), (333, false), (334, true), (5000, true)] as [(Int64, Bool)])
  func closesShares(followers: Int64, staysOpen: Bool) throws {
    // Three in a hundred of 5000 are a crowd; of 333, they are 9.99 people.
    let file = try #require(shares([("female", 0.97), ("male", 0.03)]))
    var ledger = AudienceLedger()
    _ = ledger.open([file], totals: ["followers": 5000])
    #expect(ledger.tables.count == 1)
    _ = ledger.open([], totals: ["followers": followers])
    #expect(ledger.tables.count == (staysOpen ? 1 : 0))
    #expect(ledger.withheld == (staysOpen ? [] : ["gender"]))
  }

  @Test("what was folded for many people is closed for fewer, and what was folded for a hundred stays")
  func closesFolded() throws {
    let file = try #require(shares([("female", 0.7), ("male", 0.287), ("other", 0.013)]))
    var many = AudienceLedger()
    _ = many.open([file], totals: ["followers": 700])
    #expect(many.tables.first?.rows.map(\.labels) == [["female"], ["(folded)"]])
    _ = many.open([], totals: ["followers": 151])
    #expect(many.withheld == ["gender"])
    var unknown = AudienceLedger()
    _ = unknown.open([file])
    let before = unknown.tables
    #expect(before.first?.rows.map(\.share) == [0.7, 0.3])
    _ = unknown.open([], totals: ["followers": 151])
    #expect(unknown.tables == before)
    _ = unknown.open([], totals: ["followers": 99])
    #expect(unknown.withheld == ["gender"])
  }

  @Test("no order of loading tells the group of two")
  func orderTellsNobody() throws {
    let parts = [("female", 0.7), ("male", 0.287), ("other", 0.013)]
    let file = try #require(shares(parts))
    let few = ["followers": 151 as Int64]
    var first = AudienceLedger()
    _ = first.open([file])
    _ = first.open([], totals: few)
    var last = AudienceLedger()
    _ = last.open([], totals: few)
    _ = last.open([file], totals: few)
    var altered = AudienceLedger()
    _ = altered.open([file], totals: ["followers": 150_000])
    #expect(altered.tables.first?.rows.count == 3)
    _ = altered.open([], totals: few)
    for ledger in [first, last, altered] {
      #expect(!ledger.tables.contains { $0.rows.contains { $0.labels == ["other"] } })
    }
  }

  @Test("a dated snapshot is judged by, and multiplied by, the followers of its own day")
  func snapshotsHaveTheirDay() throws {
    let file = try #require(shares([("female", 0.7), ("male", 0.287), ("other", 0.013)], day: 20_000))
    var ledger = AudienceLedger()
    _ = ledger.open([file], totals: ["followers": 1500]) { _, day in day == 20_000 ? 151 : 1500 }
    #expect(ledger.tables.first?.rows.map(\.labels) == [["female"], ["(folded)"]])
    #expect(ledger.tables.first?.rows.map(\.people) == [105, 44])
  }

  @Test("shares of subscribers are parts of these, and shares of nobody knows whom of the fewest")
  func metricsHaveTheirTotals() throws {
    let totals = ["followers": 90_000 as Int64, "subscribers": 50]
    let parts = [("female", 0.7), ("male", 0.3)]
    for (metric, isOpen) in [("followers", true), ("subscribers", false), (nil, false)] {
      var ledger = AudienceLedger()
      _ = ledger.open([try #require(shares(parts, of: metric))], totals: totals)
      #expect(ledger.tables.isEmpty != isOpen, "\(metric ?? "nothing")")
    }
    var ledger = AudienceLedger()
    _ = ledger.open([try #require(shares(parts, of: "subscribers"))], totals: ["subscribers": 1000])
    #expect(ledger.tables.first?.counted?.name == "subscribers")
    #expect(ledger.tables.first?.share?.name == "subscriber_share")
  }

  @Test("a count that may not be shown still judges shares, in either order")
  func withheldCountsJudge() throws {
    let ages = try #require(
      Breakdown(
        by: ["age"], of: "followers", .count,
        rows: [("a", 20), ("b", 25), ("c", 15)].map { Breakdown.Bucket([$0.0], people: $0.1) }))
    let file = try #require(shares([("female", 0.44), ("male", 0.38), ("other", 0.18)]))
    var together = AudienceLedger()
    _ = together.open([file, ages])
    var before = AudienceLedger()
    _ = before.open([ages])
    _ = before.open([file])
    var after = AudienceLedger()
    _ = after.open([file])
    #expect(after.tables.count == 1)
    _ = after.open([ages])
    for ledger in [together, before, after] {
      #expect(ledger.tables.isEmpty)
      #expect(ledger.people == nil)
      #expect(ledger.withheld == ["age", "gender"])
    }
    // 203 people that cannot be folded judge, and multiply nothing.
    let unfoldable = try #require(
      Breakdown(
        by: ["age"], of: "followers", .count,
        rows: [("a", 200), ("b", 3)].map { Breakdown.Bucket([$0.0], people: $0.1) }))
    var ledger = AudienceLedger()
    _ = ledger.open([unfoldable, file])
    #expect(ledger.tables.map(\.people) == [nil])
    #expect(ledger.tables.first?.rows.map(\.share) == [0.44, 0.38, 0.18])
  }

  @Test("nothing tells which of two undated files is newer")
  func isAmbiguous() throws {
    let first = try #require(breakdown([300, 200]))
    let other = try #require(breakdown([300, 201]))
    #expect(opened([first, other]).1.contains { if case .ambiguous = $0 { true } else { false } })
    #expect(opened([first, first]).1.contains(.repeated))
  }

  @Test("a withheld breakdown stays so, and its dimensions with it")
  func staysWithheld() throws {
    let small = try #require(breakdown([60, 5]))
    let large = try #require(breakdown([600, 500]))
    var (ledger, openings) = opened([small])
    #expect(openings == [.withheld])
    #expect(ledger.withheld == ["country"])
    openings = ledger.open([large])
    #expect(openings == [.withheld])
    #expect(ledger.tables.isEmpty)
  }

  @Test("shares stand for people where another breakdown counts them")
  func sharesOfCountedPeople() throws {
    let rows = [("female", 0.6), ("male", 0.4)].map { Breakdown.Bucket([$0.0], share: $0.1) }
    let shares = try #require(Breakdown(by: ["gender"], of: "followers", .share, rows: rows))
    let counts = try #require(breakdown([300, 200]))
    let (ledger, _) = opened([shares, counts])
    #expect(ledger.tables.last?.rows.map(\.people) == [300, 200])
    #expect(ledger.people == 500)
  }
}

struct AudienceReleaseTests {
  private struct Result: Releasable { let origins: [[ColumnHandle]] }

  private func admitted(_ name: String, in table: String, _ meaning: Meaning) throws -> ColumnHandle {
    let candidate = ColumnCandidate(
      table: table, name: name, header: name, meaning: meaning, standing: .known)
    guard case .admitted(let handle) = admit(candidate) else {
      throw Refusal(.unknownColumn, at: 0..<0, words: [])
    }
    return handle
  }

  private func code(_ origins: [ColumnHandle]...) -> RefusalCode? {
    do throws(Refusal) {
      _ = try release(Result(origins: origins))
      return nil
    } catch {
      return error.code
    }
  }

  @Test("an audience is let out only as a protected table, and beside nothing else")
  func onlyProtectedTablesAreReleased() throws {
    let counts = try #require(breakdown([300, 200]))
    let table = try #require(protect(counts, followers: nil))
    let country = table.dimensions[0]
    let followers = try #require(table.counted)
    #expect(code([country], [followers]) == nil)
    #expect(code([followers]) == nil)

    let raw = try admitted("country", in: "audience", .audienceDimension)
    let rawFollowers = try admitted("followers", in: "audience", .audience)
    #expect(code([raw], [followers]) == .tableWithheld)
    #expect(code([country], [rawFollowers]) == .tableWithheld)
    #expect(code([rawFollowers]) == .tableWithheld)

    let saves = try admitted("saves", in: "videos", .action)
    let views = try admitted("views", in: "videos", .exposure)
    let topic = try admitted("topic", in: "videos", .content)
    let level = try admitted("followers", in: "channel", .audience)
    #expect(code([country], [saves]) == .demographicsOfActors)
    #expect(code([raw], [saves]) == .demographicsOfActors)
    #expect(code([country], [views]) == .contentCrossedWithAudience)
    #expect(code([country], [topic], [followers]) == .contentCrossedWithAudience)
    #expect(code([topic], [followers]) == .contentCrossedWithAudience)
    #expect(code([country], [level]) == .contentCrossedWithAudience)
    #expect(code([topic], [saves]) == nil)
    #expect(code([level]) == nil)
  }
}
