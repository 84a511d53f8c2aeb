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
    return sketches
  }
}

/// Makes queries of everything that this version runs.
struct QueryMaker {
  var chance: Chance
  let tables: NaiveTables

  private var metrics: [String] {
    ["views", "saves", "likes", "profile_views"].filter(tables.has)
  }

  mutating func query() -> QuerySketch {
    var items: [String] = []
    var counts: [String] = []
    var rates: [String] = []
    for index in 0..<chance.int(1...3) {
      let isRate = chance.percent(35)
      var item = isRate ? rate() : count()
      guard !items.contains(item) else { continue }
      let plain = item
      if chance.percent(15) {
        item += " as named_\(index)"
        items.append(item)
        if isRate { rates.append("named_\(index)") } else { counts.append("named_\(index)") }
        continue
      }
      items.append(item)
      if isRate { rates.append(plain) } else { counts.append(plain) }
    }
    var clauses: [String] = []
    let groups = chance.percent(85) ? groupNames() : []
    if !groups.isEmpty { clauses.append("by " + groups.joined(separator: ", ")) }
    if chance.percent(45) { clauses.append("where " + condition(depth: 0)) }
    if chance.percent(30) { clauses.append("during " + range()) }
    if chance.percent(25) { clauses.append("having " + rowCondition(counts, rates)) }
    if chance.percent(30) {
      let keys = (counts + rates + groups + (metrics.first.map { [$0] } ?? [])).shuffled(using: &chance)
      clauses.append(
        "sort by "
          + keys.prefix(chance.int(1...2)).map { $0 + chance.one(["", " ascending", " descending"]) }
          .joined(separator: ", "))
    }
    let hasTop = !groups.isEmpty && chance.percent(30)
    if hasTop { clauses.append(chance.one(["top", "bottom"]) + " \(chance.int(1...4))") }
    var extras: [String] = []
    if !groups.isEmpty, chance.percent(25) { extras.append("total") }
    if hasTop, chance.percent(40) { extras.append("others") }
    if !groups.isEmpty, chance.percent(15) { extras.append("share") }
    if !extras.isEmpty { clauses.append("with " + extras.shuffled(using: &chance).joined(separator: ", ")) }
    return QuerySketch(items: items, clauses: clauses.shuffled(using: &chance))
  }

  private mutating func metric() -> String { chance.one(metrics) }

  private mutating func count() -> String {
    switch chance.int(0...9) {
    case 0: "videos"
    case 1: "\(metric()) + \(metric())"
    case 2: "\(metric()) - \(metric())"
    case 3: "\(metric()) * 2"
    case 4: "-\(metric())"
    case 5: "twice"
    case 6 where tables.has("followers"): "followers"
    default: metric()
    }
  }

  private mutating func rate() -> String {
    switch chance.int(0...7) {
    case 0: "\(metric()) per \(chance.one(["100", "1k"])) \(metric())"
    case 1: "(\(metric()) + \(metric())) / \(metric())"
    case 2: "\(metric()) / (\(metric()) - \(metric()))"
    case 3: "\(metric()) / videos"
    case 4 where tables.has("saves") && tables.has("views"): "save_rate"
    case 5: "ratio"
    case 6 where tables.has("average_watch_time"): "average_watch_time"
    default: "\(metric()) / \(metric())"
    }
  }

  private mutating func groupNames() -> [String] {
    var names: [String] = []
    for _ in 0..<(chance.percent(75) ? 1 : 2) {
      let name =
        switch chance.int(0...9) {
        case 0: "video"
        case 1: chance.one(["hashtag", "hashtags"])
        case 2, 3: chance.one(["format", "topic", "length"])
        case 4, 5:
          chance.one(["day", "week", "month", "quarter", "year", "weekday", "hour"]) + " posted"
        default: chance.one(["day", "week", "month", "quarter", "year", "weekday"])
        }
      if !names.contains(where: { $0.prefix(7) == name.prefix(7) }) { names.append(name) }
    }
    return names
  }

  private mutating func condition(depth: Int) -> String {
    guard depth < 2, chance.percent(45) else { return test() }
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
    switch chance.int(0...15) {
    case 0: return "\(text) \(chance.one(["=", "!="])) \"\(value)\""
    case 1: return "\(text) in (\"\(value)\", \"carousel\")"
    case 2: return "\(text) contains \"\(chance.one(["e", "soup", "CLAIR", "学", ","]))\""
    case 3: return "\(text) starts with \"\(chance.one(["s", "RE", "é", "Ü"]))\""
    case 4: return "\(chance.one([text, "hashtags", "length", metric()])) is \(not)missing"
    case 5: return "hashtag \(chance.one(["=", "!="])) \"\(chance.one(["cook", "EASY", "none"]))\""
    case 6: return "hashtag contains \"\(chance.one(["a", "oo", "z"]))\""
    case 7: return "length \(comparison()) \(chance.one(["30", "30s", "1min"]))"
    case 8: return "posted \(comparison()) \(point())"
    case 9: return "posted during \(range())"
    case 10: return "posted is \(not)missing"
    case 11: return "video \(chance.one(["=", "!="])) \"\(chance.one(["v3", "V7", "x1"]))\""
    case 12: return "\(metric()) between \(chance.int(-2...3)) and \(chance.int(4...400))"
    case 13: return "\(metric()) / \(metric()) \(comparison()) \(chance.one(["0.01", "0.5", "1"]))"
    case 14: return "\(metric()) \(comparison()) \(metric())"
    default: return "\(metric()) \(comparison()) \(chance.int(0...600))"
    }
  }

  private mutating func point() -> String {
    chance.one([
      "2026", "2025-12-25", "2026-01-10", "2026-03-14", "2027-01-03", "2026-01", "2026-03", "2026-Q1",
      "2026-W01",
      "2026-W53", "2026-W12", "today",
    ])
  }

  private mutating func range() -> String {
    switch chance.int(0...4) {
    case 0: "last \(chance.int(1...9)) \(chance.one(["days", "weeks", "months"]))"
    case 1: "last \(chance.one(["day", "week", "month", "quarter", "year"]))"
    case 2: "this \(chance.one(["day", "week", "month", "quarter", "year"]))"
    case 3:
      chance.one([
        "2025-12-20 to 2026-01-15", "2026-W01 to 2026-02", "2026-03 to 2026-03-20",
        "2026-12-20 to 2027-01-10",
      ])
    default: point()
    }
  }

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
