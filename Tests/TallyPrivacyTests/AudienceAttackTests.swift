import TallyTestSupport
import Testing

@testable import TallyPrivacy

/// Attacks on people by audience: nobody may know a folded group to within four, whatever is asked.
struct AudienceAttackTests {
  /// The narrowest range of a folded group of a breakdown with one dimension; nil where nothing is folded.
  private func narrowestRange(of sizes: [Int64], total: Int64? = nil, knowsSmall: Bool) -> Int64? {
    guard let shown = Shown(sizes, total: total), let folded = shown.folded else { return nil }
    func judged(_ sizes: [Int64]) -> Int? {
      let rest = total.map { max($0 - sizes.reduce(0, +), 0) } ?? 0
      return foldedCount(of: sizes.sorted(), rest: rest < 10 ? rest : 0, crowd: .standard)
    }
    let expected = judged(sizes)
    // A total is never shown. Where groups are left out, which the sizes of the others do not tell, it is open too.
    let isTotalOpen = !shown.leftOut.isEmpty && (total ?? 0) >= sizes.reduce(10, +)
    func show(_ sizes: [Int64]) -> Shown? {
      let seen = Shown(sizes, total: total)
      return seen == shown || !isTotalOpen ? seen : Shown(sizes, total: sizes.reduce(1000, +))
    }
    let attacker = PossibleTables(
      show: show, crowd: 10, mayBeShownAlike: { judged($0) == expected })
    let hidden = sizes.indices.filter { shown.visible[$0] == nil && !shown.leftOut.contains($0) }
    // The rest of a printed total is one more hidden group, whose size is open too.
    let sums = (0...(total == nil ? 0 : min(9, folded))).map { folded - $0 }
    return attacker.ranges(
      of: sizes, hidden: hidden, sums: sums, leftOut: shown.leftOut.sorted(),
      shownSum: shown.visible.values.reduce(folded, +), knowsSmall: knowsSmall, isSymmetric: true
    ).narrowest
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

  @Test(
    "that a visible group was not left out as a sum rules none of the ends out",
    arguments: [UInt64(31), 32, 33])
  func sumsTellNobody(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var (folds, leftOut) = (0, 0)
    for _ in 0..<40 {
      // Among so many groups of such sizes, almost every difference is that of some sums.
      var sizes = (0..<3).map { _ in Int64.random(in: 0...9, using: &generator) }
      sizes += (0..<Int.random(in: 4...6, using: &generator)).map { _ in
        Int64.random(in: 20...70, using: &generator)
      }
      guard let range = narrowestRange(of: sizes, knowsSmall: true), let shown = Shown(sizes) else {
        continue
      }
      folds += 1
      leftOut += shown.leftOut.count
      #expect(range >= 9, "seed \(seed): \(sizes)")
    }
    print("attacked \(folds) dense breakdowns, \(leftOut) groups of them left out, seed \(seed)")
    #expect(folds > 15 && leftOut > 0)
  }

  @Test(
    "an earlier month tells no change and no folded group to within four", arguments: [UInt64(51), 52, 53])
  func monthsPinNobody(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var (months, folds, tried) = (0, 0, 0)
    for _ in 0..<300 {
      let small = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        Int64.random(in: 0...9, using: &generator)
      }
      let large = (0..<4).map { _ in Int64.random(in: 10...140, using: &generator) }
      let newest = small + large
      let earlier = newest.map { max($0 + Int64.random(in: -9...5, using: &generator), 0) }
      guard let seen = ShownMonth(newest, earlier) else { continue }
      months += 1
      for (place, number) in earlier.enumerated() where seen.visible[place] != nil {
        for other in number / 10 * 10..<number / 10 * 10 + 10 {
          // Whatever a group was, the others may have been such that the same is shown, and what is rounded away may be.
          let others = earlier.indices.filter { $0 != place && seen.visible[$0] != nil }
          let exact = earlier.indices.filter { seen.visible[$0] == nil }.reduce(0) { $0 + earlier[$1] } % 10
          guard let another = others.first, others.count + (seen.folded == nil ? 0 : 1) >= 2 else { continue }
          var changed = earlier
          changed[place] = other
          for place in others { changed[place] -= changed[place] % 10 }
          changed[another] += 9 - exact
          tried += 1
          #expect(ShownMonth(newest, changed) == seen, "seed \(seed): \(newest), \(earlier), \(changed)")
        }
      }
      guard let folded = seen.folded else { continue }
      folds += 1
      let hidden = earlier.indices.filter { seen.visible[$0] == nil }
      let attacker = PossibleTables(show: { ShownMonth(newest, $0) }, crowd: 10)
      let ranges = attacker.ranges(
        of: earlier, hidden: hidden, sums: Array(folded..<folded + 10), knowsSmall: true, isSymmetric: true)
      #expect(try #require(ranges.narrowest) >= 9, "seed \(seed): \(newest), \(earlier)")
    }
    print("attacked \(months) earlier months, \(folds) of them with folded groups, seed \(seed)")
    #expect(months > 50 && folds > 10 && tried > 1000)
  }

  @Test("of all small tables, none tells a folded group")
  func allSmallTables() {
    var folds = 0
    for first in Int64(0)...11 {
      for second in first...13 {
        for third in stride(from: max(second, 4), through: 24, by: 5) {
          let sizes = [first, second, third, 130]
          guard let range = narrowestRange(of: sizes, knowsSmall: true) else { continue }
          folds += 1
          #expect(range >= 9, "\(sizes)")
        }
      }
    }
    print("attacked \(folds) of all small tables")
    #expect(folds > 200)
  }

  @Test(
    "what platforms leak by subtraction is not told",
    arguments: [
      // 1000 in all, 500 and 498 of two countries: the two of the third.
      ([500, 498, 2], nil), ([500, 498], 1000), ([500, 498, 2], 1000), ([500, 498, 2, 0], nil),
      // One small group beside large ones; two that make 18; nobody beside nine.
      ([500, 300, 40, 9], nil), ([500, 300, 40, 9, 9], nil), ([500, 300, 40, 0, 9], nil),
      ([900, 30, 2], 937),
    ] as [([Int64], Int64?)])
  func subtractionTellsNobody(sizes: [Int64], total: Int64?) {
    guard let shown = Shown(sizes, total: total) else { return }
    for (place, size) in sizes.enumerated() where size < 10 { #expect(shown.visible[place] == nil) }
    for knowsSmall in [false, true] {
      #expect((narrowestRange(of: sizes, total: total, knowsSmall: knowsSmall) ?? 9) >= 9)
    }
  }

  @Test("a tracker tells no more: no sum of shown groups, added or taken away, leaves a small group")
  func trackersTellNobody() {
    let sizes: [Int64] = [400, 120, 60, 24, 8, 5]
    guard let shown = Shown(sizes), let folded = shown.folded else {
      Issue.record("nothing shown")
      return
    }
    // All sums of any groups of the answer, and the differences of any two of them.
    let parts = Array(shown.visible.values) + [folded]
    var sums: Set<Int64> = [0]
    for part in parts { sums.formUnion(sums.map { $0 + part }) }
    let differences = Set(sums.flatMap { sum in sums.map { sum - $0 } }).filter { $0 > 0 }
    #expect(sizes.allSatisfy { $0 >= 10 || !differences.contains($0) })
    #expect((narrowestRange(of: sizes, knowsSmall: true) ?? 0) >= 9)
  }

  @Test("nor is one of two dimensions, with both margins", arguments: [UInt64(3), 20, 77])
  func nobodyIsPinnedInCells(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var folds = 0
    for _ in 0..<40 {
      let (rows, columns) = (3, Int.random(in: 2...3, using: &generator))
      var cells = (0..<rows * columns).map { _ in Int64.random(in: 60...200, using: &generator) }
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        cells[Int.random(in: 0..<cells.count, using: &generator)] = Int64.random(in: 0...9, using: &generator)
      }
      cells[Int.random(in: 0..<cells.count, using: &generator)] = Int64.random(in: 10...20, using: &generator)
      func show(_ cells: [Int64]) -> ProtectedTable? {
        let buckets = cells.enumerated().map {
          Breakdown.Bucket(["r\($0 / columns)", "c\($0 % columns)"], people: $1)
        }
        return Breakdown(by: ["age", "gender"], of: "followers", .count, rows: buckets)
          .flatMap { protect($0, followers: nil) }
      }
      guard let seen = show(cells), seen.isFolded, seen.leftOut.isEmpty else { continue }
      let names = Set(seen.rows.map { $0.labels.compactMap { $0 }.joined() })
      let hidden = cells.indices.filter { !names.contains("r\($0 / columns)c\($0 % columns)") }
      let sum = hidden.reduce(0) { $0 + cells[$1] }
      guard hidden.count <= 3 || sum <= 45 else { continue }
      let count = foldedCount(of: cells.sorted(), rest: 0, crowd: .standard)
      let attacker = PossibleTables(
        show: show, crowd: 10,
        mayBeShownAlike: { foldedCount(of: $0.sorted(), rest: 0, crowd: .standard) == count })
      let ranges = attacker.ranges(of: cells, hidden: hidden, sums: [sum], isSymmetric: false)
      folds += 1
      #expect(ranges.count == hidden.count)
      #expect((ranges.narrowest ?? 0) >= 9, "seed \(seed): \(cells) in rows of \(columns)")
    }
    print("attacked \(folds) folded crossings, seed \(seed)")
    #expect(folds > 10)
  }

  @Test(
    "nor is one of shares, known to the thousandth, of a known number of people", arguments: [UInt64(9), 90])
  func nobodyIsPinnedInShares(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var folds = 0
    for _ in 0..<30 {
      let followers = Int64.random(in: 200...900, using: &generator)
      var parts = (0..<3).map { _ in Int64.random(in: 0...20, using: &generator) }
      parts.append(Int64.random(in: 30...90, using: &generator))
      parts.append(Int64.random(in: 200...400, using: &generator))
      parts.append(1000 - parts.reduce(0, +))
      func show(_ parts: [Int64]) -> ProtectedTable? {
        let rows = parts.enumerated().map { Breakdown.Bucket(["g\($0)"], share: Double($1) / 1000) }
        return Breakdown(by: ["country"], of: "followers", .share, rows: rows)
          .flatMap { protect($0, followers: followers) }
      }
      guard let seen = show(parts), seen.isFolded, seen.leftOut.isEmpty else { continue }
      let names = Set(seen.rows.compactMap { $0.labels[0] })
      let hidden = parts.indices.filter { !names.contains("g\($0)") }
      let sum = hidden.reduce(0) { $0 + parts[$1] }
      let ranges = PossibleTables(show: show, crowd: 10)
        .ranges(of: parts, hidden: hidden, sums: [sum], isSymmetric: true)
      folds += 1
      let people = Double(ranges.narrowest ?? 0) * Double(followers) / 1000
      // A share is known to a thousandth, which is less than one of these people.
      #expect(people > 8, "seed \(seed): \(parts) of \(followers)")
    }
    print("attacked \(folds) folded shares, seed \(seed)")
    #expect(folds > 15)
  }

  @Test(
    "of one population, no order of loading its files tells more than one protected table of a dimension",
    arguments: [UInt64(401), 402])
  func linkedFilesTellNobody(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = ["age", "country", "gender"]
    /// People by the labels of some dimensions.
    func file(_ people: [[Int]], by places: [Int], day: Int32? = nil) -> Breakdown? {
      var counts: [[Int]: Int64] = [:]
      for person in people { counts[places.map { person[$0] }, default: 0] += 1 }
      let rows = counts.map { key, count in Breakdown.Bucket(key.map { "l\($0)" }, people: count) }
      return Breakdown(by: places.map { names[$0] }, of: "followers", .count, rows: rows, day: day)
    }
    for _ in 0..<25 {
      // A few large groups, a few of a handful: the last of three labels is rare.
      func label() -> Int { [0, 0, 0, 0, 0, 1, 1, 1, 1, 2].randomElement(using: &generator) ?? 0 }
      let people = (0..<Int.random(in: 150...400, using: &generator)).map { _ in names.map { _ in label() } }
      let earlier = Array(people.dropLast(Int.random(in: 1...3, using: &generator)))
      var files = try [
        #require(file(people, by: [0, 1], day: 10)), #require(file(people, by: [0], day: 10)),
        #require(file(people, by: [1], day: 10)), #require(file(people, by: [2], day: 10)),
        #require(file(people, by: [1, 2], day: 10)), #require(file(earlier, by: [2], day: 9)),
        #require(file(earlier, by: [0, 1], day: 9)),
      ]
      files.shuffle(using: &generator)
      var ledger = AudienceLedger()
      var seen: Set<ProtectedTable> = []
      while !files.isEmpty {
        let count = Int.random(in: 1...files.count, using: &generator)
        _ = ledger.open(Array(files.prefix(count)))
        files.removeFirst(count)
        seen.formUnion(ledger.tables)
      }
      // Whatever was ever shown is one table a dimension: none can be set against another.
      let dimensions = seen.flatMap { $0.dimensions.map(\.name) }
      #expect(Set(dimensions).count == dimensions.count, "seed \(seed)")
      for table in seen {
        #expect(table.rows.allSatisfy { ($0.people ?? 0) >= 10 }, "seed \(seed)")
        #expect(!table.isFolded || (table.rows.last?.people ?? 0) >= 10, "seed \(seed)")
      }
    }
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

/// What is shown of an earlier month beside the newest snapshot.
private struct ShownMonth: Equatable {
  /// By place; nil where it is folded.
  let visible: [Int64?]
  let folded: Int64?

  init?(_ newest: [Int64], _ earlier: [Int64]) {
    func snapshot(_ sizes: [Int64], day: Int32) -> Breakdown? {
      let rows = sizes.enumerated().map { Breakdown.Bucket([String($0)], people: $1) }
      return Breakdown(by: ["country"], of: "followers", .count, rows: rows, day: day, month: day / 30)
    }
    guard let now = snapshot(newest, day: 60), let before = snapshot(earlier, day: 30) else { return nil }
    var ledger = AudienceLedger()
    _ = ledger.open([now, before])
    // Sums that are neither shown nor folded are another test's.
    guard let table = ledger.tables.first, table.leftOut.isEmpty, let rows = table.earlier.first?.rows
    else { return nil }
    let people = Dictionary(uniqueKeysWithValues: rows.map { ($0.labels[0], $0.people) })
    visible = newest.indices.map { people[String($0)] ?? nil }
    folded = people[ProtectedTable.foldedLabel] ?? nil
  }
}
