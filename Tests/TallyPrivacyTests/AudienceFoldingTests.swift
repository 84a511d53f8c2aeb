import Testing

@testable import TallyPrivacy

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

  @Test(
    "what is folded, and what is not, around the size of a crowd",
    arguments: [0, 1, 8, 9, 10, 11, 12] as [Int64])
  func turnsAtTen(size: Int64) throws {
    let shown = try #require(Shown([1000, 500, size], total: nil))
    #expect(Set(shown.visible.values) == (size < 10 ? [1000] : [1000, 500, size]))
    #expect(shown.folded == (size < 10 ? 500 + size : nil))
    #expect(try #require(Shown([1000, 500, -3], total: nil)).folded == 500)
    for share in [Double.nan, .infinity, -.infinity, 1e308, -1] {
      #expect((0...1).contains(Breakdown.Bucket(["x"], share: share).share), "\(share)")
    }
  }

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
            .sorted { $0.1 < $1.1 }, folded: [0, 1], rest: 0, fold: 23, open: []
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
