import TallyLanguage

/// A query as pieces of text, so that a failing one can be made smaller.
struct QuerySketch {
  var items: [String]
  var clauses: [String]
  var text: String { items.joined(separator: ", ") + clauses.map { " " + $0 }.joined() }

  /// The same query with one piece less, in every way.
  var smaller: [QuerySketch] {
    var sketches: [QuerySketch] = []
    for index in clauses.indices {
      var sketch = self
      sketch.clauses.remove(at: index)
      sketches.append(sketch)
    }
    for index in items.indices where items.count > 1 {
      var sketch = self
      sketch.items.remove(at: index)
      sketches.append(sketch)
    }
    for index in clauses.indices {
      // One group, one extra or one key less; one half of a condition.
      for separator in [", ", " and ", " or "] {
        let parts = clauses[index].split(separator: separator)
        guard parts.count > 1 else { continue }
        let opening = ["by ", "with ", "sort by ", "where ", "having "].first { clauses[index].hasPrefix($0) }
        for part in parts.indices {
          var sketch = self
          var kept = parts
          kept.remove(at: part)
          var text = kept.joined(separator: separator)
          if part == 0, let opening { text = opening + text }
          sketch.clauses[index] = text
          sketches.append(sketch)
        }
      }
    }
    return sketches
  }
}

/// Makes queries of the whole language.
struct QueryMaker {
  var chance: Chance
  let tables: NaiveTables

  /// The metrics that the query at hand asks for: those of one table, mostly.
  private var metrics: [String] = []
  /// Metrics that are counted for videos.
  private var videoMetrics: [String] = []
  /// Whether the query asks for channel days.
  private var isOfChannel = false

  init(chance: Chance, tables: NaiveTables) {
    self.chance = chance
    self.tables = tables
    aim(isOfChannel: false, hasTime: false)
  }

  /// Chooses what the next query is about.
  private mutating func aim(isOfChannel: Bool, hasTime: Bool) {
    self.isOfChannel = isOfChannel
    func counts(_ role: NaiveRole) -> [String] {
      tables.metricColumns(role).filter(["views", "saves", "likes", "profile_views"].contains)
    }
    let home = chance.percent(50) && !hasTime ? counts(.videos) : counts(.daily)
    videoMetrics = home.isEmpty ? counts(.daily) + counts(.videos) : home
    if videoMetrics.isEmpty { videoMetrics = counts(.channel) }
    metrics = isOfChannel ? counts(.channel) : videoMetrics
    if metrics.isEmpty { metrics = videoMetrics }
    if chance.percent(10) { metrics = counts(.videos) + counts(.daily) + counts(.channel) }
  }

  mutating func query() -> QuerySketch {
    let isChannel = tables.channel != nil && chance.percent(20)
    isOfChannel = isChannel
    let groups = chance.percent(88) ? groupNames() : []
    let isOverTime = groups.contains { Self.grains.contains(String($0.prefix { $0 != " " })) }
    let timeCount = groups.count { Self.grains.contains(String($0.prefix { $0 != " " })) }
    aim(isOfChannel: isChannel, hasTime: isOverTime && !groups.contains { $0.hasSuffix(" posted") })
    // Half of the queries ask for plain counts only: what shares, fills and comparisons work on.
    let isPlain = chance.percent(50)
    var items: [String] = []
    var counts: [String] = []
    var rates: [String] = []
    for index in 0..<chance.int(1...3) {
      let isRate = !isPlain && chance.percent(35)
      var item = isRate ? rate() : isPlain ? plain() : count(groups)
      guard !items.contains(item) else { continue }
      let name = item
      if chance.percent(15) {
        item += " as named_\(index)"
        items.append(item)
        if isRate { rates.append("named_\(index)") } else { counts.append("named_\(index)") }
        continue
      }
      items.append(item)
      if isRate { rates.append(name) } else { counts.append(name) }
    }
    var clauses: [String] = []
    if !groups.isEmpty { clauses.append("by " + groups.joined(separator: ", ")) }
    if !isChannel, chance.percent(40) { clauses.append("where " + condition(depth: 0)) }
    let versus = comparison(groups, isOverTime: isOverTime)
    let isByAge = groups.contains { $0.hasSuffix("since posted") }
    let isByPosting = groups.contains { $0.hasSuffix(" posted") }
    let hasRange = chance.percent(30) || (versus != nil && (!isOverTime || isByPosting))
    if let versus, versus != "previous", versus != "year ago", chance.percent(80) {
      let pairs = [
        ("2026-02", "2026-01"), ("2026-03", "2026-02"), ("this month", "last month"), ("2026-Q2", "2026-Q1"),
        ("last 2 weeks", "2026-W01 to 2026-W02"), ("2026-01-04 to 2026-01-10", "2026-W01"), ("2024", "2024"),
        ("last 7 days", "2026-03-20 to 2026-03-26"), ("this week", "last week"), ("2027-01", "2026-12"),
      ]
      let pair = pairs.randomElement(using: &chance) ?? ("this week", "last week")
      clauses += ["during " + pair.0, "vs " + pair.1]
    } else {
      if hasRange { clauses.append("during " + range()) }
      if let versus { clauses.append("vs " + versus) }
    }
    var derived: [String] = []
    if versus != nil {
      for name in counts where !name.contains(" ") {
        derived += ["_before", "_change", "_change_rate"].map { name + $0 }
      }
    }
    let hasShare = !groups.isEmpty && isPlain && chance.percent(25)
    if hasShare { derived += counts.filter { !$0.contains(" ") }.map { $0 + "_share" } }
    if chance.percent(25) { clauses.append("having " + rowCondition(counts, derived + rates)) }
    if chance.percent(30) {
      let keys = (counts + rates + derived + groups.filter { !$0.contains(" every ") }).shuffled(
        using: &chance)
      clauses.append(
        "sort by "
          + keys.prefix(chance.int(1...2)).map { $0 + chance.one(["", " ascending", " descending"]) }
          .joined(separator: ", "))
    }
    let hasTop = !groups.isEmpty && chance.percent(30)
    if hasTop {
      var top = chance.one(["top", "bottom"]) + " \(chance.int(1...4))"
      if groups.count > 1, chance.percent(70) {
        top += " per " + groups[0].prefix { $0 != " " }
      }
      clauses.append(top)
    }
    var extras: [String] = []
    if !groups.isEmpty, chance.percent(25) { extras.append("total") }
    if hasTop, chance.percent(40) { extras.append("others") }
    if hasShare { extras.append("share") }
    if chance.percent(15), !isByAge {
      extras.append("coverage")
    }
    if !extras.isEmpty { clauses.append("with " + extras.shuffled(using: &chance).joined(separator: ", ")) }
    if chance.percent(20) {
      clauses.append(
        "missing as " + chance.one(timeCount == 1 ? ["zero", "previous", "blank"] : ["zero", "blank"]))
    }
    return QuerySketch(items: items, clauses: clauses.shuffled(using: &chance))
  }

  private static let grains: Set<String> = ["day", "week", "month", "quarter", "year", "weekday", "hour"]

  // MARK: Items

  private mutating func metric() -> String { chance.one(metrics) }
  private mutating func videoMetric() -> String { chance.one(videoMetrics) }

  /// A sum, or a count of videos.
  private mutating func plain() -> String {
    switch chance.int(0...9) {
    case 0 where !isOfChannel: "videos"
    case 1: "\(metric()) + \(metric())"
    case 2 where tables.daily != nil && tables.videos != nil && !isOfChannel:
      "\(videoMetric()) within \(first())"
    default: metric()
    }
  }

  private mutating func first() -> String {
    chance.one(["1 day", "3 days", "7 days", "1 week", "2 weeks", "1 month", "1 quarter"])
  }

  private mutating func count(_ groups: [String]) -> String {
    let hasTime = groups.contains { ["day", "week", "month", "quarter", "year"].contains($0) }
    if hasTime, chance.percent(22) { return window() }
    if isOfChannel, chance.percent(20) { return "followers" }
    if tables.has("reach"), chance.percent(15) {
      // Asked mostly where accounts need not be added up.
      if isOfChannel, groups == ["day"] { return chance.one(["reach", "\(metric()) / reach"]) }
      if isOfChannel { return "\(function()) reach per day" }
      if groups.first == "video" { return chance.one(["reach", "\(metric()) / reach"]) }
      return "\(function()) reach per video"
    }
    switch chance.int(0...25) {
    case 0 where !isOfChannel: return "videos"
    case 1: return "\(metric()) - \(metric())"
    case 2: return "\(metric()) * 2"
    case 3: return "-\(metric())"
    case 4 where metrics.contains("saves"): return "twice"
    case 5, 6: return isOfChannel ? "followers" : metric()
    case 7,
      8 where !isOfChannel:
      return "\(function()) \(videoMetric()) per \(chance.one(["video", "post"]))"
    case 9: return "\(function()) \(metric()) per day"
    case 10: return "\(function()) \(metric()) per \(chance.one(["week", "week", "month"]))"
    case 11 where tables.daily != nil && tables.videos != nil && !isOfChannel:
      return "\(function()) \(videoMetric()) within \(first()) per video"
    case 12, 13: return hasTime ? window() : metric()
    case 23 where tables.daily != nil && tables.videos != nil && !isOfChannel:
      return "videos within \(first())"
    case 16, 17:
      return tables.daily == nil || tables.videos == nil || isOfChannel
        ? metric() : "\(videoMetric()) within \(first())"
    case 18 where tables.has("reach"): return "reach"
    case 19 where tables.has("subscribers"): return "subscribers"
    case 22:
      return chance.one(["\(metric()) / 2", "5 + \(metric())", "2 * (\(function()) \(metric()) per day)"])
    case 20: return "\(function()) videos per \(chance.one(["day", "week"]))"
    case 21 where tables.has("reach"): return "\(function()) reach per \(chance.one(["day", "video"]))"
    default: return metric()
    }
  }

  private mutating func window() -> String {
    let window = chance.percent(40) ? "running" : "rolling \(span())"
    let inner =
      switch chance.int(0...7) {
      case 0 where !isOfChannel: "videos"
      case 1: "(\(metric()) / \(metric()))"
      case 2 where isOfChannel: "followers"
      case 3: "(\(function()) \(metric()) per \(chance.one(["day", "day", "week", "month"])))"
      case 4 where tables.has("average_watch_time"):
        chance.one(["average_watch_time", "(average average_watch_time per day)"])
      case 5 where !isOfChannel: "(\(function()) \(videoMetric()) per video)"
      default: metric()
      }
    return chance.percent(10)
      ? "\(window) \(inner) / \(chance.one(["rolling 7 days", "running"])) \(metric())" : "\(window) \(inner)"
  }

  private mutating func span() -> String {
    chance.one(["3 days", "7 days", "10 days", "1 week", "2 weeks", "1 month", "28 days", "1 quarter"])
  }

  private mutating func function() -> String {
    chance.one(["average", "average", "median", "lowest", "highest", "spread", "p10", "p75", "p90"])
  }

  private mutating func rate() -> String {
    switch chance.int(0...9) {
    case 0: "\(metric()) per \(chance.one(["100", "1k"])) \(metric())"
    case 1: "(\(metric()) + \(metric())) / \(metric())"
    case 2: "\(metric()) / (\(metric()) - \(metric()))"
    case 3 where !isOfChannel: "\(metric()) / videos"
    case 4 where tables.has("saves") && tables.has("views"): "save_rate"
    case 5 where metrics.contains("saves") && metrics.contains("likes"): "ratio"
    case 6 where tables.has("average_watch_time"): "average_watch_time"
    case 7 where tables.daily != nil && tables.videos != nil && !isOfChannel:
      "\(videoMetric()) within \(first()) / \(videoMetric()) within \(first())"
    case 8 where !isOfChannel: "\(function()) (\(videoMetric()) / \(videoMetric())) per video"
    default: "\(metric()) / \(metric())"
    }
  }

  // MARK: Groups

  private mutating func groupNames() -> [String] {
    var names: [String] = []
    for _ in 0..<(chance.percent(70) ? 1 : 2) {
      let name: String
      if tables.hasSurfaces, tables.daily != nil, chance.percent(25), !names.contains("surface") {
        names.append("surface")
        continue
      }
      let roll = chance.int(0...14)
      let needsVideos = 1...8 ~= roll
      switch isOfChannel || needsVideos && tables.videos == nil && chance.percent(90) ? 14 : roll {
      case 0: name = "video"
      case 1: name = chance.one(["hashtag", "hashtags"])
      case 2, 3: name = chance.one(["format", "topic", "length"])
      case 4, 5:
        name = chance.one(["day", "week", "month", "quarter", "year", "weekday", "hour"]) + " posted"
      case 6,
        7 where tables.daily != nil:
        name = chance.one(["day", "week", "month", "quarter", "year"]) + " since posted"
      case 8 where tables.has("saves"): name = "mood"
      case 9: name = steps()
      default: name = chance.one(["day", "week", "month", "quarter", "year", "weekday"])
      }
      if !names.contains(where: { $0.prefix(7) == name.prefix(7) }) { names.append(name) }
    }
    return names
  }

  private mutating func steps() -> String {
    switch chance.int(0...5) {
    case 0 where tables.videos != nil: "length every \(chance.one(["15", "30s", "40", "1min"]))"
    case 1 where videoMetrics.contains("saves") && videoMetrics.contains("likes"):
      "ratio every \(chance.one(["0.5", "25%", "2"]))"
    case 2 where tables.has("average_watch_time"):
      "average_watch_time every \(chance.one(["5", "7s", "2.5"]))"
    case 3 where videoMetrics.contains("saves"): "twice every \(chance.one(["5", "10"]))"
    default: "\(videoMetric()) every \(chance.one(["3", "5", "100", "1k", "2.5"]))"
    }
  }

  // MARK: Conditions

  private mutating func condition(depth: Int) -> String {
    guard depth < 2, chance.percent(35) else { return test() }
    let word = chance.one([" and ", " or "])
    return (0..<chance.int(2...3)).map { _ in
      let inner = condition(depth: depth + 1)
      let isCompound = inner.contains(" and ") || inner.contains(" or ")
      let part = isCompound ? "(\(inner))" : inner
      return chance.percent(25) ? "not \(part)" : part
    }.joined(separator: word)
  }

  private mutating func comparison() -> String { chance.one(["=", "!=", "<", "<=", ">", ">="]) }

  mutating func test() -> String {
    let text = chance.one(["format", "topic", "title"])
    let value = chance.one(["reel", "REEL", "short", "pasta", "ÉCLAIR", "bread", "nothing"])
    let not = chance.one(["", "not "])
    if tables.hasSurfaces, tables.daily != nil, chance.percent(25) {
      return chance.one([
        "surface = \"feed\"", "surface != \"Search\"", "surface is \(not)missing",
        "surface in (\"feed\", \"x\")", "surface contains \"ea\"",
      ])
    }
    let roll = chance.int(0...21)
    let asksVideos = 0...10 ~= roll
    switch asksVideos && tables.videos == nil && chance.percent(90) ? 21 : roll {
    case 0: return "\(text) \(chance.one(["=", "!="])) \"\(value)\""
    case 1: return "\(text) in (\"\(value)\", \"carousel\")"
    case 2: return "\(text) contains \"\(chance.one(["e", "soup", "CLAIR", "学", ","]))\""
    case 3: return "\(text) starts with \"\(chance.one(["s", "RE", "é", "Ü"]))\""
    case 4: return "\(chance.one([text, "hashtags", "length", videoMetric(), "mood"])) is \(not)missing"
    case 5: return "hashtag \(chance.one(["=", "!="])) \"\(chance.one(["cook", "EASY", "none"]))\""
    case 6: return "hashtag contains \"\(chance.one(["a", "oo", "z"]))\""
    case 7: return "length \(comparison()) \(chance.one(["30", "30s", "1min"]))"
    case 8: return "posted \(comparison()) \(point())"
    case 9: return "posted during \(range())"
    case 10: return "posted is \(not)missing"
    case 11: return "video \(chance.one(["=", "!="])) \"\(chance.one(["v3", "V7", "x1"]))\""
    case 12: return "\(videoMetric()) between \(chance.int(-2...3)) and \(chance.int(4...400))"
    case 13:
      return
        "\(videoMetric()) / \(videoMetric()) \(comparison()) \(chance.one(["0.01", "0.5", "1", "median"]))"
    case 14: return "\(videoMetric()) \(comparison()) \(videoMetric())"
    case 15, 16: return "\(operand()) \(comparison()) \(function())"
    case 17: return "\(operand()) between \(chance.one(["p10", "p25", "lowest"])) and \(function())"
    case 18 where videoMetrics.contains("saves") && videoMetrics.contains("likes"): return "evergreen"
    case 19 where videoMetrics.contains("saves"):
      return "mood \(chance.one(["=", "!="])) \"\(chance.one(["good", "BAD", "plain"]))\""
    case 20 where tables.daily != nil && tables.videos != nil:
      return "\(videoMetric()) within \(first()) \(comparison()) \(chance.int(0...9))"
    default: return "\(videoMetric()) \(comparison()) \(chance.int(0...600))"
    }
  }

  private mutating func operand() -> String {
    switch chance.int(0...6) {
    case 0 where tables.videos != nil: "length"
    case 1 where tables.daily != nil && tables.videos != nil: "\(videoMetric()) within \(first())"
    case 2: "\(videoMetric()) / \(videoMetric())"
    case 3 where videoMetrics.contains("saves"): "twice"
    case 4 where tables.has("average_watch_time"): "average_watch_time"
    default: videoMetric()
    }
  }

  // MARK: Days

  private mutating func point() -> String {
    let year = tables.channel?.first?.day ?? tables.daily?.first?.day ?? tables.videos?.first?.posted?.day
    guard year.map({ $0.civil.year > 2024 }) ?? true else {
      return chance.one(["2024", "2024-02-29", "2024-02", "2024-03-01", "2024-Q1", "2024-W09", "today"])
    }
    return chance.one([
      "2026", "2025-12-25", "2026-01-10", "2026-03-14", "2027-01-03", "2026-01", "2026-03", "2026-Q1",
      "2026-Q2", "2026-W01", "2026-W53", "2026-W12", "2026-04", "today",
    ])
  }

  private mutating func range() -> String {
    switch chance.int(0...5) {
    case 0: "last \(chance.int(1...9)) \(chance.one(["days", "weeks"]))"
    case 1: "last \(chance.one(["day", "week", "month"]))"
    case 2: "this \(chance.one(["day", "week", "month", "quarter", "year"]))"
    case 3:
      chance.one([
        "2025-12-20 to 2026-01-15", "2026-W01 to 2026-02", "2026-03 to 2026-03-20",
        "2026-12-20 to 2027-01-10", "2024-02 to 2024-03", "2024-02-20 to 2024-03-03", "2026-W52 to 2026-W53",
        "2026-02 to 2026-04",
      ])
    case 4: "last \(chance.int(5...20)) days"
    case 5 where chance.percent(40):
      "last \(chance.int(1...3)) \(chance.one(["months", "quarters", "years"]))"
    default: point()
    }
  }

  /// What follows `vs`; nil for no comparison.
  private mutating func comparison(_ groups: [String], isOverTime: Bool) -> String? {
    guard chance.percent(30),
      groups.filter({ Self.grains.contains(String($0.prefix { $0 != " " })) }).count < 2,
      !groups.contains(where: {
        $0.hasPrefix("weekday") || $0.hasPrefix("hour") || $0.hasSuffix("since posted")
      })
    else { return nil }
    if !isOverTime, chance.percent(20) {
      return chance.one(["last week", "last 7 days", "2026-01", "2026-02", "last month", "2024-02"])
    }
    return chance.one(["previous", "previous", "year ago"])
  }

  // MARK: Rows

  private mutating func rowCondition(_ counts: [String], _ rates: [String]) -> String {
    let word = chance.one([" and ", " or "])
    return (0..<chance.int(1...2)).map { _ in
      let not = chance.percent(25) ? "not " : ""
      let subject = chance.one(counts + rates)
      return switch chance.int(0...4) {
      case 0: "\(not)\(subject) is missing"
      case 1: "\(not)\(subject) between -1 and 5"
      case 2 where counts.count > 1: "\(not)\(counts[0]) \(comparison()) \(counts[1])"
      default: "\(not)\(subject) \(comparison()) \(chance.one(["0", "0.5", "5", "100", "-2"]))"
      }
    }.joined(separator: word)
  }
}
