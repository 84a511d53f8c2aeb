import TallyLanguage
import Testing

extension NaiveTables {
  /// Tables of a few lines, written as the files are, without quotes.
  init(videos: String? = nil, daily: String? = nil, channel: String? = nil) {
    func lines(_ text: String) -> [[String]] {
      text.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
          String(cell.drop { $0 == " " })
        }
      }
    }
    func day(_ text: String) -> Day? {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      return parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : nil
    }
    func number(_ text: String) -> Quantity? {
      Int64(text).map { .whole($0) } ?? Double(text).map { .real($0) }
    }
    func days(_ text: String) -> (rows: [NaiveDay], columns: [String]) {
      let lines = lines(text)
      let columns = lines.first ?? []
      let rows = lines.dropFirst().map { cells in
        var row = NaiveDay(video: nil, day: Day(number: 0))
        for (column, cell) in zip(columns, cells) {
          switch column {
          case "video": row.video = cell
          case "date": row.day = day(cell) ?? row.day
          default: row.numbers[column] = number(cell)
          }
        }
        return row
      }
      return (rows, columns.filter { $0 != "video" && $0 != "date" })
    }
    if let videos {
      let lines = lines(videos)
      let columns = lines.first ?? []
      textColumns = columns.filter { ["format", "topic", "title"].contains($0) }
      videoColumns = columns.filter {
        !["video", "posted", "hashtags"].contains($0) && !textColumns.contains($0)
      }
      self.videos = lines.dropFirst().map { cells in
        var video = NaiveVideo(id: "")
        for (column, cell) in zip(columns, cells) {
          switch column {
          case "video": video.id = cell
          case "posted": video.posted = day(cell).map { ($0, nil) }
          case "hashtags": video.tags = cell.split(separator: " ").map { String($0.dropFirst()) }
          case _ where textColumns.contains(column): video.texts[column] = cell.isEmpty ? nil : cell
          default: video.numbers[column] = number(cell)
          }
        }
        return video
      }
    }
    if let daily { (self.daily, dailyColumns) = days(daily) }
    if let channel { (self.channel, channelColumns) = days(channel) }
  }
}

@Suite("The naive evaluator does what the language says")
struct NaiveTests {
  /// Three videos of January 2026 and their days; `c` has no date, `x` no line, one cell is missing.
  static let tables = NaiveTables(
    videos: """
      video,posted,format,hashtags,length,views,saves
      a,2026-01-05,reel,#cook #easy,20,1000,10
      b,2026-01-12,short,#cook,44,400,
      c,,reel,,75,100,6
      """,
    daily: """
      video,date,views,saves
      a,2026-01-04,5,1
      a,2026-01-05,100,2
      a,2026-01-11,200,4
      a,2026-01-12,300,
      b,2026-01-12,80,3
      b,2026-01-14,20,1
      c,2026-01-13,10,8
      x,2026-01-16,7,5
      """,
    channel: """
      date,followers,reach
      2026-01-05,1000,50
      2026-01-09,1010,60
      2026-01-12,1005,
      2026-01-18,1020,70
      """)

  private func rows(
    _ text: String, _ tables: NaiveTables, _ change: (inout NaiveEvaluator) -> Void = { _ in }
  )
    -> String
  {
    guard let (query, source) = queryOf(text) else { return "does not parse" }
    var naive = NaiveEvaluator(tables: tables)
    change(&naive)
    do {
      let answer = try naive.answer(query) { source.text($0) }
      return zip(answer.kinds, answer.rows).map { kind, row in
        (kind == "data" ? "" : kind + " ") + row.map(\.description).joined(separator: " ")
      }.joined(separator: "\n")
    } catch {
      switch error {
      case .wrong: return "wrong"
      case .open: return "open"
      }
    }
  }

  @Test(
    "on a small channel",
    arguments: [
      // Ages -1 and -2 count as 0; the last loaded day is 2026-01-16, so b is too young and c has no age.
      ("saves within 7 days by video", "\"a\" 7\n\"b\" –\n\"c\" –\n\"x\" –"),
      ("saves within 1 week", "7"),
      ("saves within 1 day by video", "\"a\" 3\n\"b\" 3\n\"c\" –\n\"x\" –"),
      ("videos where saves within 3 days >= 3 by video", "\"a\" 1\n\"b\" 1"),
      ("saves by week since posted", "0 11\n1 –\n– 13"),
      ("saves by day since posted", "0 6\n1 –\n2 1\n3 –\n4 –\n5 –\n6 4\n7 –\n– 13"),
      ("followers by week since posted", "wrong"),
      // Steps of an attribute and of a metric.
      ("saves by length every 30", "0 10\n30 –\n60 6"),
      ("videos by length every 30s", "0 1\n30 1\n60 1"),
      ("videos by views every 500", "0 2\n1000 1"),
      ("videos by saves every 5", "5 1\n10 1\n– 1"),
      // Units that have a row.
      ("average views per video", "500.0"),
      ("median views per video by format", "\"reel\" 550.0\n\"short\" 400.0"),
      ("spread views per video, lowest views per video", "450.0 100"),
      ("spread saves per video by format", "\"reel\" 2.0\n\"short\" –"),
      ("average views per day", "103.14285714285714"),
      ("average saves per week during 2026-01-05 to 2026-01-18", "6.0"),
      ("average saves per month", "wrong"),
      ("average saves per week by month", "2026-01-01 6.0"),
      ("average (median saves per video) per day", "wrong"),
      // Benchmarks over all videos.
      ("videos where views > median by video", "\"a\" 1"),
      ("videos where views between p25 and p75", "1"),
      // Windows.
      (
        "running saves by week",
        "2025-12-29 1\n2026-01-05 7\n2026-01-12 24"
      ),
      ("running saves by week during 2026-01-05 to 2026-01-18", "2026-01-05 6\n2026-01-12 23"),
      ("rolling 7 days saves by week", "2025-12-29 –\n2026-01-05 6\n2026-01-12 21"),
      ("rolling 1 week followers by day during 2026-01-18", "2026-01-18 1020"),
      ("running followers by week", "wrong"),
      ("running videos by week with total", "2025-12-29 1\n2026-01-05 1\n2026-01-12 4\ntotal – –"),
      // The last week of the days, 12 to 16 January, against the same days of the week before.
      (
        "saves by week vs previous",
        "2025-12-29 1 – – –\n2026-01-05 6 1 5 5.0\n2026-01-12 17 2 15 7.5"
      ),
      ("saves during this week vs previous", "17 2 15 7.5"),
      ("saves during 2026-01-12 to 2026-01-13 vs 2026-01-04 to 2026-01-05", "11 3 8 2.6666666666666665"),
      ("saves during 2026-01-12 to 2026-01-13 vs 2026-01-05", "wrong"),
      ("saves during 2026-W03 vs previous by format", "\"reel\" 8 2 6 3.0\n\"short\" 4 – – –\n– 5 – – –"),
      ("saves by day since posted vs previous", "wrong"),
      // Filling, coverage, choices within groups.
      ("saves by day during 2026-01-05 to 2026-01-06 missing as zero", "2026-01-05 2\n2026-01-06 0"),
      (
        "followers by day during 2026-01-09 to 2026-01-12 missing as previous",
        "2026-01-09 1010\n2026-01-10 1010\n2026-01-11 1010\n2026-01-12 1005"
      ),
      ("saves with coverage by week", "2025-12-29 1 1.0\n2026-01-05 6 0.2857142857142857\n2026-01-12 17 0.8"),
      ("saves by format with coverage", "\"reel\" 16 1.0\n\"short\" – 0.0"),
      (
        "views by format, video top 1 per format with others, total",
        "\"reel\" \"a\" 1000\n\"short\" \"b\" 400\n"
          + "others \"reel\" – 100\nothers \"short\" – –\ntotal – – 1500"
      ),
      // Kinds.
      ("followers by month with total", "2026-01-01 1020\ntotal – 1020"),
      ("followers by month with share", "wrong"),
      ("reach by day during 2026-01-05", "2026-01-05 50"),
      ("reach by week", "wrong"),
      ("average reach per day by month", "2026-01-01 60.0"),
      ("saves by hashtag with share", "wrong"),
      ("views by hashtag with total", "\"cook\" 1400\n\"easy\" 1000\n– 100\ntotal – 1500"),
      (
        "saves by week vs previous having saves_change > 0 sort by saves_change_rate",
        "2026-01-12 17 2 15 7.5\n2026-01-05 6 1 5 5.0"
      ),
    ])
  func small(query: String, expected: String) { #expect(rows(query, Self.tables) == expected) }

  @Test("running totals count their steps, the first one only of videos posted in the loaded days")
  func runningTotals() {
    var tables = Self.tables
    tables.daily =
      NaiveTables(
        daily: """
          video,date,saves
          a,2026-01-05,4
          a,2026-01-07,9
          a,2026-01-08,
          a,2026-01-09,7
          x,2026-01-05,100
          x,2026-01-06,101
          """
      ).daily
    tables.dailyColumns = ["saves"]
    tables.dailyRunningTotals = ["saves"]
    #expect(
      rows("saves by day during 2026", tables)
        == "2026-01-05 4\n2026-01-06 1\n2026-01-07 5\n2026-01-08 –\n2026-01-09 -2")
    #expect(rows("saves by video during 2026", tables) == "\"a\" 7\n\"x\" 1")
    tables.videos = nil
    #expect(rows("videos where saves >= 7 by video", tables) == "\"a\" 1\n\"x\" 1")
    #expect(rows("saves by video", tables) == "\"a\" 3\n\"x\" 1")
  }

  @Test("groups and labels of the creator's own")
  func definitions() {
    func define(_ naive: inout NaiveEvaluator) {
      naive.conditions["big"] = queryOf("videos where views >= 400")?.query.condition
      for (label, condition) in [("long", "length > 60"), ("kept", "saves > 5")] {
        naive.labels["sort_of", default: []].append(
          Definition.Case(
            label: Located(label, 0..<0), condition: queryOf("videos where \(condition)")?.query.condition))
      }
    }
    #expect(rows("videos where big", Self.tables, define) == "2")
    #expect(rows("videos where not big", Self.tables, define) == "1")
    #expect(rows("videos by sort_of", Self.tables, define) == "\"kept\" 1\n\"long\" 1\n– 1")
    #expect(rows("videos where sort_of = \"LONG\"", Self.tables, define) == "1")
  }

  @Test("the calendar at its ends")
  func calendar() throws {
    func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
      try #require(Day(year: year, month: month, day: day))
    }
    #expect(naiveMonths(1, after: try day(2024, 1, 31)) == (try day(2024, 2, 29)))
    #expect(naiveMonths(-12, after: try day(2024, 2, 29)) == (try day(2023, 2, 28)))
    #expect(naiveBucket(try day(2027, 1, 1), .week, weekStart: 1) == (try day(2026, 12, 28)))
    #expect(naiveBucket(try day(2027, 1, 3), .week, weekStart: 7) == (try day(2027, 1, 3)))
    #expect(naiveAge(try day(2024, 2, 29), posted: try day(2024, 1, 31), .month) == 1)
    #expect(naiveAge(try day(2024, 2, 28), posted: try day(2024, 1, 31), .month) == 0)
    let range = try #require(naiveDays(.this(.week), now: try day(2026, 12, 30), weekStart: 1))
    #expect(range.days.count == 3 && range.whole.count == 7)
  }

  @Test(
    "earlier ranges",
    arguments: [
      ("last 2 months vs previous", "2025-12-01", "2026-01-31"),
      ("last 2 months vs year ago", "2025-02-01", "2025-03-31"),
      ("last 2 weeks vs year ago", "2025-03-31", "2025-04-13"),
      ("this month vs previous", "2026-03-01", "2026-03-12"),
      ("2026-Q2 vs previous", "2026-01-01", "2026-01-12"),
      ("2026-03-31 to 2026-04-02 vs previous", "2026-03-28", "2026-03-30"),
      ("2026 vs year ago", "2025-01-01", "2025-04-12"),
      ("2026-W14 to 2026-W15 vs previous", "2026-03-16", "2026-03-29"),
    ])
  func ranges(text: String, from: String, to: String) throws {
    // The last day is 2026-04-12, a Sunday.
    let tables = NaiveTables(channel: "date,saves\n2020-01-01,1\n2026-04-12,1")
    let (query, _) = try #require(queryOf("saves during " + text))
    let loaded = try #require(NaiveEvaluator(tables: tables).loadedDays(.channel))
    var item = NaiveItem(
      name: "saves", metric: .column("saves", within: nil), tables: tables, groups: [], weekStart: 1,
      role: .channel, asksActivity: true, isByPosting: false, loaded: loaded, postingDays: nil,
      during: query.range.flatMap { naiveDays($0.value, now: loaded.upperBound, weekStart: 1) })
    try item.compare(try #require(query.versus?.value), now: loaded.upperBound)
    guard case .ranges(let earlier?) = item.comparison else { return #expect(Bool(false)) }
    #expect(earlier.lowerBound.description == from)
    #expect(earlier.upperBound.description == to)
  }
}
