import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import Testing

@Suite struct PresetTests {
  @Test func tikTokVideosAnswerSavesByWeek() throws {
    let loaded = try assemble([
      try read(fixture("tiktok-business-suite/Video.csv"), as: nil, options: options)
    ])
    #expect(
      savesByWeek(loaded) == [
        "2025-12-15": 709, "2025-12-22": 50, "2025-12-29": 1230, "2026-01-05": 1297, "2026-01-12": 759,
        "2026-01-19": 637, "2026-01-26": 573, "2026-02-02": 454,
      ])
    #expect(loaded.catalog.platforms == ["tiktok"])
    #expect(loaded.catalog.videoWord == "video")
    #expect(loaded.dataset.videoIDs.first == "7582646736748170973")
    #expect(!loaded.reports[0].lines.joined().contains("examplecreator"))
  }

  @Test func instagramPostsAreReadInPacificTime() throws {
    let loaded = try assemble([
      try read(
        fixture("meta-business-suite/Nov-01-2025_Feb-08-2026_1234567890123456.csv"), as: nil, options: options
      )
    ])
    #expect(loaded.dataset.videos?.rowCount == 36)
    #expect(
      savesByWeek(loaded) == [
        "2025-11-03": 101, "2025-11-10": 243, "2025-11-17": 39, "2025-11-24": 171, "2025-12-01": 1039,
        "2025-12-08": 1123, "2025-12-15": 757, "2025-12-22": 216, "2026-01-05": 397, "2025-12-29": 688,
        "2026-01-12": 166, "2026-01-19": 21, "2026-01-26": 143, "2026-02-02": 237,
      ])
    #expect(loaded.catalog.videoWord == "post")
    #expect(loaded.reports[0].ownAccountColumns == 3)
    #expect(
      loaded.catalog[.videos]?.column(named: "format")?.samples.values.sorted() == [
        "IG carousel", "IG image", "IG reel",
      ])
    #expect(loaded.catalog[.videos]?.column(named: "reach")?.kind == .unique)
  }

  @Test(arguments: ["Plays", "Impressions"])
  func olderInstagramExportsCountViewsUnderAnotherName(_ header: String) throws {
    let text =
      "Saves,\(header),\"Publish time\",\"Post type\",\"Account username\",\"Account name\",\"Post ID\",Clicks\n"
      + "7,1200,07/04/2025 22:30,IG reel,me,Me,1790001,3\n"
    let table = try #require(outcome(csv(text)).table)
    #expect(table.integers("views") == [1200])
    #expect(table.integers("saves") == [7])
    guard case .instants(let posted) = table.column("posted") else { return }
    // 22:30 in Pacific daylight time is 05:30 UTC of the next day.
    #expect(posted.seconds == [1_751_693_400])
  }

  @Test func damageBySpreadsheetsIsUndone() throws {
    let wrapped = try read(
      fixture("meta-business-suite/resaved-one-cell-per-line.csv"), as: nil, options: options)
    #expect(wrapped.report.preset == "Meta Business Suite, Instagram posts")
    #expect((wrapped.table?.rowCount ?? 0) > 0)
    let semicolons = try read(
      fixture("meta-business-suite/resaved-semicolons.csv"), as: nil, options: options)
    #expect(semicolons.report.preset == "Meta Business Suite, Instagram posts")
  }

  @Test func captionsKeepHashtagsAndLoseHandles() throws {
    let file = try read(
      fixture("meta-business-suite/Nov-01-2025_Feb-08-2026_1234567890123456.csv"), as: nil, options: options)
    let captions = try #require(file.table).texts("caption").compactMap { $0 }
    #expect(captions.contains("Thanks @… for the mic!"))
    #expect(!captions.contains { $0.contains("examplefriend") })
    guard case .tags(let tags) = file.table?.column("hashtags") else {
      Issue.record("no hashtags")
      return
    }
    #expect(tags.dictionary.contains("soup"))
  }

  @Test func aRealYearOfViewsLoadsAsChannel() throws {
    let file = try read(fixture("real/youtube-totals-daily-views.csv"), as: nil, options: options)
    let table = try #require(file.table)
    #expect(table.role == .channel)
    #expect(table.rowCount == 365)
    #expect(table.integers("views").compactMap { $0 }.reduce(0, +) == 15_503_810)
  }

  @Test(arguments: ["el", "en-GB", "es", "id", "ja", "pt-BR", "ru", "vi"])
  func daysWithoutYearAreReadInEveryLanguage(_ locale: String) {
    let path = "tiktok-studio/locales/Overview.\(locale).csv"
    #expect(outcome(fixture(path)).code == "F117")
    var dated = options
    dated.year = 2026
    #expect(outcome(fixture(path), dated).code == "ok", "\(outcome(fixture(path), dated).place)")
  }
}

private func outcome(_ file: SourceFile, _ options: LoadOptions) -> Outcome {
  outcome(file, as: nil, options)
}
