import Testing

@testable import TallyPrivacy

/// That the audit fails where somebody can be worked out: answers as those give them who hide small groups and nothing
/// else.
struct AuditFailsTests {
  @Test("1000 in all, 500 of one country and 498 of another: two of the third")
  func totalMinusShown() throws {
    let table = audited([["US"], ["CA"], ["FR"]], [500, 498, 2])
    let answers = [
      seen(.byName, [(["US"], 500), (["CA"], 498)]),
      seen(.totalMinusShown, [(["US"], 500), (["CA"], 498)], total: 1000),
    ]
    let attack = AnswersAttack(table, table.numbers[0], answers: answers)
    #expect(attack.ranges(from: [.byName])[2] == .unbounded)
    #expect(attack.ranges(from: [.totalMinusShown])[2] == OpenRange(lower: 2, upper: 2))
    #expect(attack.ranges(from: [.totalMinusShown])[2].width == 0)
    let verdict = AuditVerdict(table, answers: answers, knownRules: nil)
    #expect(!verdict.isPassed)
    #expect(verdict.sizes(.byName) == 10)
    #expect(verdict.sizes(.totalMinusShown) == 1)
    #expect(verdict.sizes(.together) == 1)
    #expect((verdict.shown, verdict.folded) == (2, 1))
  }

  @Test("four by four, two hidden in every line: two rows less two columns leave the 47 of one cell")
  func fourByFour() throws {
    let cells: [[Double]] = [[31, 12, 66, 95], [20, 40, 47, 128], [97, 105, 9, 25], [820, 940, 33, 44]]
    let ages = ["18-24", "25-34", "35-44", "45-54"]
    let countries = ["AT", "CH", "DE", "FR"]
    let labels = ages.flatMap { age in countries.map { [age, $0] } }
    let table = audited(labels, cells.flatMap { $0 }, by: ["age", "country"], crowd: 50)
    let shown = zip(labels, cells.flatMap { $0 }).filter { $1 >= 50 }
    let answers = [
      seen(.byName, by: ["age", "country"], shown.map { ($0.map { $0 }, $1) }),
      seen(.linkedMargins, by: ["age"], zip(ages, cells).map { ([$0], $1.reduce(0, +)) }),
      seen(
        .linkedMargins, by: ["country"],
        countries.indices.map { column in ([countries[column]], cells.reduce(0) { $0 + $1[column] }) }),
    ]
    let attack = AnswersAttack(table, table.numbers[0], answers: answers)
    #expect(attack.unexplained == 0)
    let ranges = attack.ranges(from: [.byName, .linkedMargins])
    // The second row, third column; every other hidden one stays open, as two of every line are hidden.
    #expect(ranges[6] == OpenRange(lower: 47, upper: 47))
    #expect(ranges[6].width == 0)
    let others = table.labels.indices.filter { !attack.shown.contains($0) && $0 != 6 }
    #expect(others.count == 8)
    #expect(others.allSatisfy { ranges[$0].width > 0 })
    // Rows alone, or columns alone, would not tell.
    let rows = AnswersAttack(table, table.numbers[0], answers: Array(answers.prefix(2)))
    #expect(rows.ranges(from: [.byName, .linkedMargins])[6] == OpenRange(lower: 0, upper: 107))
    let verdict = AuditVerdict(table, answers: answers, knownRules: nil)
    #expect(!verdict.isPassed)
    #expect(verdict.sizes(.linkedMargins) == 1)
    #expect(verdict.sizes(.byName) == 50)
  }

  @Test("a tracker: those with a property, those without it, and all of them")
  func tracker() {
    let table = audited([["DE"], ["AT"], ["IS"]], [700, 290, 7])
    // What is left of the two largest, of everybody, and of those below 300: all the same seven.
    let answers = [
      seen(.byName, [(["DE"], 700), (["AT"], 290)]),
      seen(.tracker, [(["DE"], 700)], others: 297),
      seen(.tracker, [(["AT"], 290)], others: 707),
    ]
    let attack = AnswersAttack(table, table.numbers[0], answers: answers)
    #expect(attack.ranges(from: [.byName, .tracker])[2] == OpenRange(lower: 7, upper: 7))
    #expect(!AuditVerdict(table, answers: answers, knownRules: nil).isPassed)
  }

  @Test("one answer less another: the total, less everybody who is not there")
  func difference() {
    let table = audited([["DE"], ["AT"], ["IS"], ["NZ"]], [700, 290, 7, 4])
    let answers = [
      seen(.difference, [(["DE"], 700)], others: 301),
      // Iceland is named in the second one, which hides New Zealand alone.
      seen(.difference, [(["DE"], 700), (["AT"], 290), (["IS"], 7)], others: 4),
    ]
    let verdict = AuditVerdict(table, answers: answers, knownRules: nil)
    #expect(verdict.sizes(.difference) == 1)
    #expect(!verdict.isPassed)
  }

  @Test("a share of the total, rounded or not, is a number of people")
  func shareOfTotal() {
    let table = audited([["DE"], ["IS"]], [996, 4])
    let answers = [
      SeenAnswer(
        .shareOfTotal, number: "followers", by: ["country"],
        lines: [SeenAnswer.Line(.group, labels: ["IS"], value: 4.4, slack: 0.5)])
    ]
    let attack = AnswersAttack(table, table.numbers[0], answers: answers)
    #expect(attack.ranges(from: [.shareOfTotal])[1] == OpenRange(lower: 4, upper: 4))
    #expect(!AuditVerdict(table, answers: answers, knownRules: nil).isPassed)
  }

  @Test("a small group that is shown, and a fold of one")
  func shownOrAlone() {
    let table = audited([["DE"], ["AT"], ["IS"]], [700, 290, 7])
    let shown = AuditVerdict(
      table, answers: [seen(.byName, [(["DE"], 700), (["IS"], 7)])], knownRules: nil)
    #expect(shown.sizes(.byName) == 1)
    let folded = ProtectedTable.foldedLabel
    let alone = AuditVerdict(
      table, answers: [seen(.byName, [(["DE"], 700), (["AT"], 290), ([folded], 7)])], knownRules: nil)
    #expect(alone.sizes(.byName) == 1)
    #expect(!alone.isPassed)
    // With people in no group there might be fewer of it; still ten numbers are not left.
    let withRest = audited([["DE"], ["AT"], ["IS"]], [700, 290, 5], rest: 2)
    let beside = AuditVerdict(
      withRest, answers: [seen(.byName, [(["DE"], 700), (["AT"], 290), ([folded], 7)])], knownRules: nil)
    #expect(beside.sizes(.byName) == 8)
    #expect(!beside.isPassed)
  }

  @Test("a number that is no sum of groups is not passed over")
  func unexplained() {
    let table = audited([["DE"], ["AT"]], [700, 290])
    let verdict = AuditVerdict(
      table, answers: [seen(.byName, [(["DE"], 701), (["AT"], 290)])], knownRules: nil)
    #expect(verdict.unexplained == 1)
    #expect(!verdict.isPassed)
  }

  @Test(
    "whoever knows that two folded groups are small, and that they come to 18, knows both",
    arguments: [([9, 9], 18, 0), ([9, 8], 17, 1), ([5, 4], 9, 9), ([0, 0], 0, 0)] as [([Int64], Int64, Int64)]
  )
  func smallAlone(sizes: [Int64], fold: Int64, width: Int64) {
    // Folded are those under ten, and no other one joins them.
    let groups = KnownRulesAttack.FoldedGroups(
      sizes: sizes, rest: 0, folds: [fold], crowd: 10,
      isOpenedAlike: { sizes, _ in sizes.allSatisfy { $0 < 10 } && sizes.reduce(0, +) == fold })
    #expect(KnownRulesAttack(groups: groups).ranges().narrowest == width)
  }

  @Test("the exhaustive search finds the same")
  func possibleTables() {
    let naive = PossibleTables(
      show: { table in table.map { $0 < 10 ? nil : $0 } }, crowd: 10,
      mayBeShownAlike: { $0.reduce(0, +) == 518 })
    #expect(
      naive.ranges(of: [500, 9, 9], hidden: [1, 2], sums: [18], isSymmetric: false)
        == [OpenRange(lower: 9, upper: 9), OpenRange(lower: 9, upper: 9)])
  }
}
