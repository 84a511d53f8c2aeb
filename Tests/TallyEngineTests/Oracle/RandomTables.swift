import TallyLanguage

extension NaiveTables {
  /// Small tables with everything that goes wrong in real ones.
  ///
  /// Missing cells, ties, drops, videos without a date, days of videos that the videos table lacks, days
  /// before a video was posted, attributes nobody filled in.
  static func random(_ chance: inout Chance) -> NaiveTables {
    // Across the end of a year, the end of February, a leap day, and the end of a year with 53 weeks.
    let starts = [
      Day(year: 2025, month: 12, day: 12), Day(year: 2026, month: 2, day: 20),
      Day(year: 2024, month: 2, day: 9), Day(year: 2026, month: 12, day: 18),
      Day(year: 2026, month: 3, day: 20),
    ]
    let start = starts.randomElement(using: &chance)?.flatMap { $0 } ?? Day(number: 20_000)
    let metrics = ["views", "saves", "likes"]
    func some(_ chance: inout Chance) -> [String] {
      let kept = metrics.filter { _ in chance.percent(75) }
      return kept.isEmpty ? ["saves"] : kept
    }
    /// Columns of other kinds that the counts can carry.
    func others(_ counts: [String], _ chance: inout Chance) -> [String] {
      var others: [String] = []
      if counts.contains("views"), chance.percent(40) { others.append("average_watch_time") }
      if chance.percent(30) { others.append("reach") }
      return others
    }
    // Some tables know the same season of the year before too.
    let offsets = chance.percent(15) ? Array(-371 ... -355) + Array(0...30) : Array(0...45)
    var tables = NaiveTables(textColumns: ["title", "format", "topic"])
    let shape = chance.int(0...11)
    if shape != 0 {
      let counts = some(&chance)
      tables.videoColumns = ["length"] + counts + others(counts, &chance)
      tables.videos = randomVideos(start, offsets, columns: tables.videoColumns, &chance)
    }
    if shape != 1 {
      let counts = some(&chance)
      tables.dailyColumns = counts + others(counts, &chance)
      // Rows that are split by where a video was shown, and then only what adds up.
      tables.hasSurfaces = chance.percent(15)
      if tables.hasSurfaces {
        tables.dailyColumns.removeAll { $0 == "reach" }
      } else if chance.percent(25) {
        tables.dailyColumns.append("subscribers")
      }
      if !tables.hasSurfaces, chance.percent(25) {
        tables.dailyRunningTotals = Set(counts.filter { _ in chance.percent(70) })
      }
      // Most days about the videos, none for some of them, and ids that no other table knows.
      var rows: [NaiveDay] = []
      let known = (tables.videos ?? []).filter { _ in chance.percent(70) }.map { ($0.id, $0.posted?.day) }
      let isDense = chance.percent(30)
      for (id, posted) in known + [("x1", nil), ("x2", nil)].filter({ _ in chance.percent(50) }) {
        for offset in offsets {
          let day = start.advanced(by: offset)
          let age = posted.map { day.days(since: $0) }
          let odds = age.map { (-4..<12).contains($0) ? 25 : 4 } ?? 8
          guard chance.percent(isDense ? odds * 2 : odds) else { continue }
          let surfaces =
            tables.hasSurfaces ? ["feed", "search", nil].filter { _ in chance.percent(60) } : [nil]
          rows += surfaces.map { NaiveDay(video: id, day: day, surface: $0) }
        }
      }
      fill(&rows, tables.dailyColumns, totals: tables.dailyRunningTotals, &chance)
      if !rows.isEmpty { tables.daily = rows.shuffled(using: &chance) }
    }
    if chance.percent(60) || (tables.videos == nil && tables.daily == nil) {
      let counts = some(&chance)
      tables.channelColumns = ["followers", "profile_views"] + counts + others(counts, &chance)
      if chance.percent(15) { tables.channelRunningTotals = Set(counts) }
      var rows = offsets.filter { _ in chance.percent(50) }.map {
        NaiveDay(video: nil, day: start.advanced(by: $0))
      }
      fill(&rows, tables.channelColumns, totals: tables.channelRunningTotals, &chance)
      tables.channel = rows
      if tables.channel?.isEmpty == true { tables.channel = nil }
    }
    return tables
  }

  private static func randomVideos(
    _ start: Day, _ offsets: [Int], columns: [String], _ chance: inout Chance
  ) -> [NaiveVideo] {
    let hasTime = chance.percent(50)
    var ids = (1...30).map { "v\($0)" }.shuffled(using: &chance)
    return (0..<chance.int(1...12)).map { _ in
      var video = NaiveVideo(id: ids.removeLast())
      if chance.percent(88) {
        let time = hasTime ? chance.int(0...86_399) : nil
        video.posted = (
          start.advanced(by: (offsets.randomElement(using: &chance) ?? 0) - chance.int(0...3)), time
        )
      }
      if chance.percent(80) {
        video.texts["title"] = chance.one(["Soup, fast", "soup again", "Bread", "Über 学 🍞"])
      }
      if chance.percent(80) { video.texts["format"] = chance.one(["reel", "Reel", "carousel", "short"]) }
      if chance.percent(60) { video.texts["topic"] = chance.one(["pasta", "Éclair", "éclair"]) }
      if chance.percent(70) { video.tags = ["cook", "easy", "fast"].filter { _ in chance.percent(50) } }
      for column in columns {
        video.numbers[column] =
          column == "length"
          ? (chance.percent(80) ? .whole(Int64(chance.int(1...9) * 15 - chance.int(0...1))) : nil)
          : number(column, &chance)
      }
      return video
    }
  }

  /// Fills rows that come in the order of days; running totals grow, and drop now and then.
  private static func fill(
    _ rows: inout [NaiveDay], _ columns: [String], totals: Set<String>, _ chance: inout Chance
  ) {
    for index in rows.indices {
      for column in columns {
        rows[index].numbers[column] = number(column, &chance)
        guard totals.contains(column), let value = rows[index].numbers[column] else { continue }
        let before = rows[..<index].last { $0.video == rows[index].video && $0.numbers[column] != nil }
        rows[index].numbers[column] = Quantity.combine(
          before?.numbers[column] ?? .whole(Int64(chance.int(0...20))), "+", value)
      }
    }
  }

  private static func number(_ column: String, _ chance: inout Chance) -> Quantity? {
    if chance.percent(15) { return nil }
    switch column {
    case "average_watch_time": return .real(Double(chance.int(1...40)) / 2)
    case "views": return .whole(Int64(chance.percent(15) ? 0 : chance.int(0...12) * 100))
    case "followers", "subscribers": return .whole(Int64(chance.int(1000...1010)))
    case "reach": return .whole(Int64(chance.int(0...50)))
    default: return .whole(Int64(chance.int(-3...12)))
    }
  }
}
