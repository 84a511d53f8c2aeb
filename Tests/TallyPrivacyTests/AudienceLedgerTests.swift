import TallyTestSupport
import Testing

@testable import TallyPrivacy

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
    arguments: [(334, false), (360, false), (361, true), (5000, true)] as [(Int64, Bool)])
  func closesShares(followers: Int64, staysOpen: Bool) throws {
    // Of 5000, what is rounded to three in a hundred is a crowd; of 360, it may be nine people.
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
    #expect(ledger.tables.first?.rows.map(\.people) == [106, 45])
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
