import TallyTestSupport
import Testing

@testable import TallyPrivacy

/// Views, impressions and seconds of groups `g0`, `g1` ...
private func exposure(
  _ views: [Int64], impressions: [Int64]? = nil, seconds: [Double]? = nil, totals: [Int64?] = [],
  by dimension: String = "country", days: ClosedRange<Int32>? = nil
) -> Exposure? {
  let rows = views.indices.map { place in
    Exposure.Bucket(
      ["g\(place)"], counts: [views[place]] + (impressions.map { [$0[place]] } ?? []),
      seconds: seconds?[place] ?? 0)
  }
  return Exposure(
    by: [dimension], counted: ["views"] + (impressions == nil ? [] : ["impressions"]),
    hasWatchTime: seconds != nil, rows: rows, days: days, printedTotals: totals)
}

/// What is shown, as `g0 900` and `(folded) 99`; nil for nothing.
private func shown(_ exposure: Exposure?) -> [String]? {
  exposure.flatMap { protect($0) }?.rows.map { row in
    ([row.labels[0] ?? "-"] + row.counts.map(String.init)).joined(separator: " ")
  }
}

struct ExposureProtectionTests {
  @Test("fifty views are a crowd, five hundred may be broken down")
  func fiftyAreACrowd() {
    #expect(shown(exposure([500, 50])) == ["g0 500", "g1 50"])
    #expect(shown(exposure([700, 300, 49])) == ["g0 700", "(folded) 349"])
    #expect(shown(exposure([700, 40, 30, 26])) == ["g0 700", "(folded) 96"])
    #expect(shown(exposure([300, 190])) == nil)
    #expect(shown(exposure([500, 49])) == nil)
    #expect(shown(exposure([])) == nil)
  }

  @Test("what a platform prints for all groups is not shown, and its rest is a group")
  func totalsAreNotShown() {
    #expect(shown(exposure([900, 300], totals: [5000])) == ["g0 900", "g1 300"])
    #expect(shown(exposure([900, 300, 80], totals: [1285])) == ["g0 900", "(folded) 385"])
    // Two are in none of the groups.
    #expect(shown(exposure([500, 498], totals: [1000])) == nil)
  }

  @Test("what is folded for one number is folded for all")
  func foldsForAll() {
    let table = exposure([5000, 800, 700, 20, 10, 30], impressions: [90_000, 10, 8000, 7000, 900, 800])
    #expect(shown(table) == ["g0 5000 90000", "g2 700 8000", "(folded) 860 8710"])
  }

  @Test("a number beside views of which nothing may be shown is left out")
  func leavesNumbersOut() {
    #expect(shown(exposure([900, 800], impressions: [9000, 10])) == ["g0 900", "g1 800"])
    #expect(shown(exposure([900, 10], impressions: [9000, 8000])) == nil)
  }

  @Test("watch time has the groups of its views, and a fold with hardly any is none")
  func watchTimeFollowsViews() throws {
    let table = try #require(
      exposure([900, 40, 30, 26], seconds: [9000, 40, 30, 20.5]).flatMap { protect($0) })
    #expect(table.watchTime?.name == "watch_time")
    #expect(table.rows.map(\.seconds) == [9000, 90.5])
    let little = try #require(
      exposure([900, 40, 30, 26], seconds: [9000, 20, 20, 9]).flatMap { protect($0) })
    #expect(little.watchTime == nil)
  }

  @Test("a region beside its countries is left out")
  func sumsAreLeftOut() throws {
    let rows = [("DACH", 4204), ("DE", 3800), ("AT", 395), ("CH", 9)].map {
      Exposure.Bucket([$0.0], counts: [$0.1])
    }
    let table = try #require(
      Exposure(by: ["country"], counted: ["views"], hasWatchTime: false, rows: rows).flatMap { protect($0) })
    #expect(table.rows.map(\.labels) == [["DE"], ["(folded)"]])
    #expect(table.leftOut == [["DACH"]])
  }

  @Test("sums that are too large, or below 0, are no views")
  func refusesWhatCountsNothing() {
    #expect(exposure([.max, 1]) == nil)
    #expect(exposure([900, -1]) == nil)
    let rows = [Exposure.Bucket(["DE"], counts: [.max]), Exposure.Bucket(["DE"], counts: [1])]
    #expect(Exposure(by: ["country"], counted: ["views"], hasWatchTime: false, rows: rows) == nil)
    #expect(Exposure(by: ["country", "country"], counted: ["views"], hasWatchTime: false, rows: []) == nil)
  }
}

struct ExposureAttackTests {
  /// The narrowest range of a group that was folded for a number, with the other numbers known to whoever attacks.
  private func narrowestRange(_ numbers: [[Int64]], at place: Int, total: Int64?) -> Int64? {
    func show(_ candidate: [Int64]) -> ProtectedExposure? {
      var all = numbers
      all[place] = candidate
      return exposure(
        all[0], impressions: all.count > 1 ? all[1] : nil, totals: place == 0 ? [total] : [nil, total]
      ).flatMap { protect($0) }
    }
    guard let seen = show(numbers[place]), seen.isFolded, seen.counted.count == numbers.count,
      seen.leftOut.isEmpty
    else { return nil }
    let sizes = numbers[place]
    let rest = total.map { $0 - sizes.reduce(0, +) } ?? 0
    let foldedRest = rest < 50 ? rest : 0
    guard let count = foldedCount(of: sizes.sorted(), rest: foldedRest, crowd: .exposure), count > 0 else {
      return nil
    }
    let hidden = Array(sizes.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }.prefix(count))
    // What is in no group is hidden too, and so is how much of it there is.
    let fold = hidden.reduce(foldedRest) { $0 + sizes[$1] }
    guard hidden.count < 4 || fold < 150 else { return nil }
    let sums = (0...(total == nil || foldedRest == 0 ? 0 : min(49, fold))).map { fold - $0 }
    let attacker = PossibleTables(
      show: show, crowd: 50,
      mayBeShownAlike: { candidate in
        let rest = total.map { $0 - candidate.reduce(0, +) } ?? 0
        return rest >= 0
          && foldedCount(of: candidate.sorted(), rest: rest < 50 ? rest : 0, crowd: .exposure) == count
      })
    return attacker.ranges(of: sizes, hidden: hidden, sums: sums, knowsSmall: true, isSymmetric: true)
      .narrowest
  }

  @Test("no folded group of views or impressions can be pinned", arguments: [UInt64(51), 52])
  func nobodyIsPinned(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var folds = 0
    func numbers(_ small: Int) -> [Int64] {
      var sizes = (0..<small).map { _ in Int64.random(in: 0...49, using: &generator) }
      sizes.append(Int64.random(in: 50...90, using: &generator))
      sizes.append(Int64.random(in: 400...600, using: &generator))
      while sizes.count < 5 { sizes.append(Int64.random(in: 700...2000, using: &generator)) }
      return sizes.shuffled(using: &generator)
    }
    for _ in 0..<25 {
      var all = [numbers(Int.random(in: 0...3, using: &generator))]
      if Bool.random(using: &generator) { all.append(numbers(Int.random(in: 0...3, using: &generator))) }
      for place in all.indices {
        let rest = Int64.random(in: 0...60, using: &generator)
        let total = Bool.random(using: &generator) ? all[place].reduce(rest, +) : nil
        guard let range = narrowestRange(all, at: place, total: total) else { continue }
        folds += 1
        #expect(range >= 49, "seed \(seed): \(all) at \(place), total \(total.map(String.init) ?? "none")")
      }
    }
    print("attacked \(folds) folded exposures, seed \(seed)")
    #expect(folds > 10)
  }

  @Test("four by four, where two rows less two columns would leave the 47 of one cell")
  func fourByFour() throws {
    let cells: [[Int64]] = [[31, 47, 66, 95], [88, 130, 6, 28], [97, 105, 61, 83], [820, 940, 610, 700]]
    // The two rows come to 491, the two columns to 1779; less what large cells of them are, 47 is left.
    var rows: [Exposure.Bucket] = []
    for (row, line) in cells.enumerated() {
      for (column, cell) in line.enumerated() {
        rows.append(Exposure.Bucket(["r\(row)", "c\(column)"], counts: [cell]))
      }
    }
    func opened(_ rows: [Exposure.Bucket]) -> ProtectedExposure? {
      Exposure(by: ["age", "country"], counted: ["views"], hasWatchTime: false, rows: rows)
        .flatMap { protect($0) }
    }
    let table = try #require(opened(rows))
    #expect(table.rows.last?.counts == [112])
    #expect(table.rows.count == 13)
    #expect(!table.rows.contains { $0.counts[0] < 50 })
    // Its margins, called whatever they are, change nothing.
    var withMargins = rows
    for (row, line) in cells.enumerated() {
      withMargins.append(Exposure.Bucket(["r\(row)", "sum"], counts: [line.reduce(0, +)]))
    }
    #expect(opened(withMargins)?.rows == table.rows)
    // Margins in a file of their own are not opened, read with it or later.
    let whole = try #require(
      Exposure(by: ["age", "country"], counted: ["views"], hasWatchTime: false, rows: rows))
    let margin = try #require(
      Exposure(
        by: ["age"], counted: ["views"], hasWatchTime: false,
        rows: cells.enumerated().map { Exposure.Bucket(["r\($0)"], counts: [$1.reduce(0, +)]) }))
    var together = ExposureLedger()
    #expect(together.open([margin, whole])[0] == .overlapping(["age", "country"]))
    #expect(together.open([margin]) == [.overlapping(["age", "country"])])
    #expect(together.tables.count == 1)
    // What is left open: each of the four may be nobody or 49.
    let sizes = cells.flatMap { $0 }
    let hidden = sizes.indices.filter { sizes[$0] < 50 }
    let attacker = PossibleTables(
      show: { candidate in
        opened(candidate.enumerated().map { Exposure.Bucket(["r\($0 / 4)", "c\($0 % 4)"], counts: [$1]) })
      }, crowd: 50, mayBeShownAlike: { table in table.count { $0 < 50 } == 4 })
    let ranges = attacker.ranges(of: sizes, hidden: hidden, sums: [112], isSymmetric: true)
    #expect(ranges == [OpenRange(lower: 0, upper: 49)])
  }

  @Test("one period is open, and no order of reading opens another beside it", arguments: [UInt64(61), 62])
  func onePeriodIsOpen(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let files = try [
      #require(exposure([900, 800, 60], days: 0...30)), #require(exposure([950, 820, 64], days: 0...31)),
      #require(exposure([900, 700], by: "gender")), #require(exposure([640, 520], by: "city")),
      #require(exposure([20, 10], by: "device")),
    ]
    var together = ExposureLedger()
    let openings = together.open(files)
    #expect(openings[0] == .superseded)
    #expect(openings[3] == .overlapping(["country"]))
    #expect(openings[4] == .withheld)
    #expect(together.withheld == ["device"])
    #expect(together.tables.map { $0.dimensions.map(\.name) } == [["country"], ["gender"]])
    #expect(together.tables[0].days == 0...31)
    for _ in 0..<30 {
      let order = files.shuffled(using: &generator)
      var shuffled = ExposureLedger()
      _ = shuffled.open(order)
      #expect(shuffled.tables == together.tables, "seed \(seed)")
      var oneByOne = ExposureLedger()
      var before: [ProtectedExposure] = []
      for file in order {
        _ = oneByOne.open([file])
        #expect(before.allSatisfy(oneByOne.tables.contains), "seed \(seed)")
        before = oneByOne.tables
        let dimensions = oneByOne.tables.flatMap { $0.dimensions.map(\.name) }
        #expect(Set(dimensions).count == dimensions.count, "seed \(seed)")
      }
    }
  }

  @Test("periods that do not overlap are opened as one, of which no part can be told")
  func periodsAreAddedUp() throws {
    let parts = try [
      #require(exposure([600, 300, 30], days: 0...9)), #require(exposure([500, 300, 25], days: 10...19)),
      #require(exposure([400, 200, 20], days: 30...39)),
    ]
    var ledger = ExposureLedger()
    let openings = ledger.open(parts)
    let table = try #require(ledger.tables.first)
    #expect(openings == [.opened(table), .opened(table), .opened(table)])
    #expect(table.rows.map(\.counts) == [[1500], [800], [75]])
    #expect(table.days == 0...39)
    // A period that is read later is not added, and not opened.
    #expect(ledger.open([try #require(exposure([900, 800, 700], days: 50...59))]) == [.superseded])
    #expect(ledger.tables == [table])
  }

  @Test("days and their sum are one, the sum with more numbers is kept; two sums without days are neither")
  func opensTheRicher() throws {
    let days = try #require(exposure([900, 800], days: 0...30))
    let sum = try #require(exposure([900, 800], seconds: [60, 70]))
    let other = try #require(exposure([900, 801], seconds: [60, 70]))
    var ledger = ExposureLedger()
    #expect(ledger.open([days, sum])[0] == .repeated)
    #expect(ledger.tables.first?.watchTime != nil)
    #expect(ledger.open([sum]) == [.repeated])
    var unclear = ExposureLedger()
    #expect(unclear.open([sum, other]).contains { if case .ambiguous = $0 { true } else { false } })
  }
}
