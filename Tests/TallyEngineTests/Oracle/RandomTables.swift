import TallyLanguage

extension NaiveTables {
  /// Small tables with everything that goes wrong in real ones: missing cells, ties, drops, videos without a date, days
  /// of videos that the videos table lacks, attributes nobody filled in.
  static func random(_ chance: inout Chance) -> NaiveTables {
    let starts = [
      Day(year: 2025, month: 12, day: 12), Day(year: 2026, month: 2, day: 20),
      Day(year: 2026, month: 12, day: 18),
    ]
    let start = starts.randomElement(using: &chance)?.flatMap { $0 } ?? Day(number: 20_000)
    var tables = NaiveTables(textColumns: ["title", "format", "topic"])
    let metrics = ["views", "saves", "likes"]
    func some(_ chance: inout Chance) -> [String] {
      let kept = metrics.filter { _ in chance.percent(75) }
      return kept.isEmpty ? ["saves"] : kept
    }
    let shape = chance.int(0...9)
    let hasTime = chance.percent(50)
    if shape != 0 {
      tables.videoColumns = ["length"] + some(&chance)
      var ids = (1...30).map { "v\($0)" }.shuffled(using: &chance)
      tables.videos = (0..<chance.int(1...14)).map { _ in
        var video = NaiveVideo(id: ids.removeLast())
        if chance.percent(85) {
          let time = hasTime ? chance.int(0...86_399) : nil
          video.posted = (start.advanced(by: chance.int(0...40)), time)
        }
        if chance.percent(80) {
          video.texts["title"] = chance.one(["Soup, fast", "soup again", "Bread", "Über 学 🍞"])
        }
        if chance.percent(80) { video.texts["format"] = chance.one(["reel", "Reel", "carousel", "short"]) }
        if chance.percent(60) { video.texts["topic"] = chance.one(["pasta", "Éclair", "éclair"]) }
        if chance.percent(70) {
          video.tags = ["cook", "easy", "fast"].filter { _ in chance.percent(50) }
        }
        if chance.percent(80) { video.numbers["length"] = .whole(Int64(chance.int(1...4) * 15)) }
        for column in tables.videoColumns.dropFirst() { video.numbers[column] = number(column, &chance) }
        return video
      }
    }
    if shape != 1 {
      tables.dailyColumns = some(&chance)
      if tables.dailyColumns.contains("views"), chance.percent(40) {
        tables.dailyColumns.append("average_watch_time")
      }
      var rows: [NaiveDay] = []
      for id in ((tables.videos ?? []).map(\.id) + ["x1", "x2"]).filter({ _ in chance.percent(60) }) {
        for offset in 0...45 where chance.percent(8) {
          var row = NaiveDay(video: id, day: start.advanced(by: offset))
          for column in tables.dailyColumns { row.numbers[column] = number(column, &chance) }
          rows.append(row)
        }
      }
      if !rows.isEmpty { tables.daily = rows.shuffled(using: &chance) }
    }
    if chance.percent(60) || (tables.videos == nil && tables.daily == nil) {
      tables.channelColumns = ["followers", "profile_views"] + some(&chance)
      tables.channel = (0...45).filter { _ in chance.percent(50) }.map { offset in
        var row = NaiveDay(video: nil, day: start.advanced(by: offset))
        for column in tables.channelColumns { row.numbers[column] = number(column, &chance) }
        return row
      }
      if tables.channel?.isEmpty == true { tables.channel = nil }
    }
    return tables
  }

  private static func number(_ column: String, _ chance: inout Chance) -> Quantity? {
    if chance.percent(15) { return nil }
    switch column {
    case "average_watch_time": return .real(Double(chance.int(1...40)) / 2)
    case "views": return .whole(Int64(chance.percent(15) ? 0 : chance.int(0...12) * 100))
    case "followers": return .whole(Int64(chance.int(1000...1010)))
    default: return .whole(Int64(chance.int(-3...12)))
    }
  }
}
