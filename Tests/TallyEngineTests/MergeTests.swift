import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import Testing

@Suite struct MergeTests {
  private func merged(_ texts: [String]) throws -> Loaded {
    try assemble(texts.enumerated().map { try read(csv($1, "\($0).csv"), as: nil, options: options) })
  }

  private func values(_ loaded: Loaded, _ role: TableRole, _ name: String) -> [Int64?] {
    guard let table = loaded.dataset[role], case .integers(let column) = table.columns[name] else {
      return []
    }
    return (0..<table.rowCount).map { column[$0] }
  }

  @Test func labelsAddAttributes() throws {
    let loaded = try merged([
      "video,posted,views\nv1,2026-01-01,10\nv2,2026-01-02,20\n", "video,topic\nv2,soup\nv3,bread\n",
    ])
    #expect(loaded.dataset.videoIDs == ["v1", "v2"])
    #expect(values(loaded, .videos, "views") == [10, 20])
    guard case .texts(let topic) = loaded.dataset.videos?.columns["topic"] else {
      Issue.record("no topic")
      return
    }
    #expect((0..<2).map { topic[$0] } == [nil, "soup"])
    #expect(loaded.catalog[.videos]?.files == ["0.csv", "1.csv"])
  }

  @Test func aMissingCellReplacesNothingAndTheLaterValueWins() throws {
    let first = "video,views,saves\nv1,10,1\nv2,20,2\n"
    let second = "video,views,saves\nv1,,5\nv2,30,2\n"
    let loaded = try merged([first, second])
    #expect(values(loaded, .videos, "views") == [10, 30])
    #expect(values(loaded, .videos, "saves") == [5, 2])
    #expect(loaded.reports.map(\.replacedCells) == [0, 2])
    let back = try merged([second, first])
    #expect(values(back, .videos, "views") == [10, 20])
  }

  @Test func loadingTwiceChangesNothing() throws {
    let text = "video,date,views\nv1,2026-01-01,10\nv1,2026-01-02,20\nv2,2026-01-01,5\n"
    let once = try merged([text])
    let twice = try merged([text, text])
    #expect(values(once, .daily, "views") == values(twice, .daily, "views"))
    #expect(once.dataset.daily?.videoCodes == twice.dataset.daily?.videoCodes)
    #expect(twice.reports[1].replacedCells == 0)
  }

  @Test func filesWithoutCommonKeysCommute() throws {
    let first = "video,date,views\nv1,2026-01-01,10\n"
    let second = "video,date,views\nv2,2026-01-01,20\n"
    let sums = try [merged([first, second]), merged([second, first])].map { loaded in
      values(loaded, .daily, "views").compactMap { $0 }.reduce(0, +)
    }
    #expect(sums == [30, 30])
  }

  @Test func daysOfUnknownVideosAreKeptBehindTheVideos() throws {
    let loaded = try merged([
      "video,date,views\nv9,2026-01-01,1\nv1,2026-01-01,2\n", "video,topic\nv1,soup\n",
    ])
    #expect(loaded.dataset.videoIDs == ["v1", "v9"])
    #expect(loaded.dataset.daily?.videoCodes == [1, 0])
    #expect(loaded.dataset.videos?.rowCount == 1)
  }

  @Test func repeatedRowsFollowTheirRules() throws {
    let identical = outcome(csv("video,date,views\nv1,2026-01-01,10\nv1,2026-01-01,10\n"))
    #expect(identical.table?.integers("views") == [10])
    #expect(identical.report?.repeated == 1)
    let corrected = outcome(csv("video,date,views\nv1,2026-01-01,10\nv1,2026-01-01,12\n"))
    #expect(corrected.table?.integers("views") == [12])
    #expect(corrected.report?.replacedLines.first?.earlier == 2)
    #expect(corrected.report?.replacedLines.first?.later == 3)
    let split = outcome(
      csv("video,date,ad type,views,reach\nv1,2026-01-01,on,10,4\nv1,2026-01-01,off,12,5\n"))
    #expect(split.table?.integers("views") == [22])
    #expect(split.table?.integers("reach") == [nil])
    #expect(split.report?.addedUp == 1)
    let both = outcome(
      csv("date,ad type,views\n2026-01-01,on,10\n2026-01-01,off,12\n2026-01-01,on,11\n2026-01-01,off,12\n"))
    #expect(both.table?.integers("views") == [23])
    #expect(both.report?.replacedLines.first?.later == 4)
    #expect(both.report?.repeated == 1)
    let lifetime = outcome(csv("video,views\nv1,10\nv1,12\n"))
    #expect(lifetime.table?.integers("views") == [12])
  }

  @Test func aKeyThatRepeatsWithoutEndTakesLinearTime() throws {
    let rows = (1...20_000).map { "v1,2026-01-01,\($0)" }.joined(separator: "\n")
    #expect(try #require(outcome(csv("video,date,views\n" + rows)).table).integers("views") == [20_000])
  }

  @Test func deliveriesStayApart() throws {
    let text = "video,date,traffic_source,views\nv1,2026-01-01,search,10\nv1,2026-01-01,feed,12\n"
    #expect(outcome(csv(text)).table?.integers("views") == [10, 12])
    #expect(throws: LoadFailure.self) { try merged([text, "video,date,views\nv1,2026-01-01,22\n"]) }
  }

  @Test func columnsThatOnlyRiseAreTakenForRunningTotals() throws {
    let rows = (1...20).map { "v1,2026-01-\($0 < 10 ? "0" : "")\($0),\($0 * 10),\($0 % 3)" }
    let found = outcome(csv("video,date,views,saves\n" + rows.joined(separator: "\n")))
    #expect(found.table?.kind("views") == .runningTotal)
    #expect(found.table?.columns.first?.description.isKindCertain == false)
    #expect(found.table?.kind("saves") == .counter)
  }

  @Test func rowsWithoutIdsAreNumberedOnAcrossFiles() throws {
    let files = try ["a.csv", "b.csv"].map { name in
      try read(csv("title,views\nSoup,1\nBread,2\n", name), as: .videos, options: options)
    }
    #expect(try assemble(files).dataset.videoIDs == ["1", "2", "3", "4"])
    #expect(try assemble([files[0], files[0]]).dataset.videoIDs == ["1", "2"])
  }

  @Test func mixedTypesAreSaid() throws {
    var declared = options
    declared.declarations = [.init(column: "mood", role: .videos, kind: .counter)]
    let number = try read(csv("video,mood,views\nv1,5,1\n"), as: nil, options: declared)
    declared.declarations = [.init(column: "mood", role: .videos, kind: .attribute)]
    let text = try read(csv("video,mood,views\nv1,a,1\nv2,a,2\nv3,a,2\n"), as: nil, options: declared)
    #expect(throws: LoadFailure.self) { try assemble([number, text]) }
  }
}

@Suite struct LoadReportTests {
  @Test func theReportSaysWhatWasKeptAndWhatWasNot() throws {
    let text =
      "video,username,mood score,Estimated revenue (USD),email,title,views\n"
      + "v1,me,1,2.5,canary@example.org,Hi @canary,5\nv2,me,2,3.5,,Soup,\n"
    let report = try #require(outcome(csv(text)).report)
    #expect(
      report.lines == [
        "test.csv: 2 rows as videos (told from its columns)", "  attribute: title", "  counter: views",
        "  not loaded (P305), not known to Tally, and not printed because a header may be a name: 1 column",
        "  not loaded in this version: Estimated revenue (USD)",
        "  set aside (P301): 1 column about people; no value of it was kept",
        "  dropped: 1 column about your own account",
        "  masked in your texts as @…: 1 handle, address or link",
        "  1 cell without a value, kept as missing",
      ])
  }

  @Test func aFileThatIsNotReadYetIsAnErrorOnlyWhenItStandsAlone() throws {
    let audience = try read(csv("country,reach\nDE,5\n"), as: nil, options: options)
    let videos = try read(csv("video,views\nv1,5\n"), as: nil, options: options)
    #expect(throws: LoadFailure.self) { try requireTable([audience]) }
    try requireTable([audience, videos])
    let loaded = try assemble([audience, videos])
    #expect(loaded.catalog.tables.map(\.role) == [.videos])
    #expect(
      loaded.reports[0].lines == [
        "test.csv: This file splits an audience in a way that is not read yet; nothing of it was kept."
      ])
  }

  @Test func aRateIsWeightedByWhatIsLoaded() throws {
    let alone = try read(csv("video,ctr\nv1,5%\n", "a.csv"), as: nil, options: options)
    let shown = try read(csv("video,impressions\nv1,100\n", "b.csv"), as: nil, options: options)
    func kind(_ files: [LoadedFile]) throws -> ColumnKind? {
      try assemble(files).catalog[.videos]?.column(named: "click_through_rate")?.kind
    }
    #expect(try kind([alone]) == .rate(weight: nil))
    #expect(try kind([alone, shown]) == .rate(weight: "impressions"))
  }

  @Test func samplesAreOfAttributesAndNeverOfTitles() throws {
    let file = try read(
      csv("video,title,format,hashtags,views\nv1,Soup,reel,#a #b,1\nv2,Bread,short,#b,2\nv3,Jam,reel,,3\n"),
      as: nil,
      options: options)
    let table = try #require(try assemble([file]).catalog[.videos])
    #expect(table.column(named: "format")?.samples.values == ["reel", "short"])
    #expect(table.column(named: "hashtags")?.samples.values == ["b", "a"])
    #expect(table.column(named: "title")?.samples.values == [])
    #expect(table.column(named: "video")?.kind == .id)
  }
}
