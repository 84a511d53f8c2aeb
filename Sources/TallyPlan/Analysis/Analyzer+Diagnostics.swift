import TallyLanguage
import TallyPrivacy

// The words of every finding that the analyzer makes, so that their tone can be read in one sitting.
extension Diagnostic {
  static func unknownName(_ name: Name, known: [String], meant: String? = nil) -> Diagnostic {
    let suggestion = meant ?? nearest(name.text, among: known)
    return Diagnostic(
      "C001", "I know no metric or column called `\(name.text)`.", at: .query(name.span),
      expected: suggestion == nil ? Array(known.prefix(8)) : [],
      help: suggestion.map { "Did you mean `\($0)`?" } ?? "`show columns` lists what is loaded.",
      replacement: suggestion)
  }

  static func notLoaded(_ name: Name, lacking: String, catalog: Catalog) -> Diagnostic {
    let files = catalog.tables.flatMap(\.files)
    let message: String
    if catalog.tables.isEmpty {
      message = "Nothing is loaded yet, so there is no `\(name.text)`."
    } else if lacking == name.text {
      message = "None of the loaded files has `\(name.text)`."
    } else {
      message = "`\(name.text)` needs `\(lacking)`, which none of the loaded files has."
    }
    let advice = catalog.lacks[lacking].map { $0 + " " } ?? ""
    return Diagnostic(
      "C002", message, at: .query(name.span),
      help: catalog.tables.isEmpty
        ? "Load an export first: load \"videos.csv\""
        : "\(advice)Loaded: \(listed(unique(files))). `show columns` lists what is in them.")
  }

  static func notAMetric(_ column: CatalogColumn, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C003", "`\(column.name)` describes videos (\(column.kind.word)); it cannot be counted.",
      at: .query(span),
      help: "Use it after `by` or `where`.",
      rewrites: [column.name == "posted" ? "videos by day posted" : "videos by \(column.name)"])
  }

  static func noTableHasAll(_ names: [String], catalog: Catalog, at span: SourceSpan) -> Diagnostic {
    var places: [String] = []
    for name in names {
      let roles = catalog.tables.filter { $0.column(named: name) != nil }.map(\.role.rawValue)
      if !roles.isEmpty { places.append("`\(name)` is in \(listed(roles))") }
    }
    if names.isEmpty {
      return Diagnostic(
        "C005",
        catalog.tables.isEmpty
          ? "Nothing is loaded that this could be counted from."
          : "No loaded file lists videos, so they cannot be counted.",
        at: .query(span), help: "Load a file with one row per video: load \"videos.csv\"")
    }
    let sideBySide = names.count > 1 ? names.joined(separator: " beside ") : nil
    return Diagnostic(
      "C005",
      places.count > 1
        ? "No one table has everything that this needs: \(places.joined(separator: ", "))."
        : "No loaded table can answer this: \(places.first ?? "nothing fits").", at: .query(span),
      help: names.count > 1
        ? "One item is counted from one table; ask for them next to each other instead." : nil,
      rewrites: sideBySide.map { [$0] } ?? [])
  }

  /// - Parameter reason: the part of the query that needs videos, as it was written.
  static func channelHasNoVideos(_ names: [String], because reason: String, at span: SourceSpan) -> Diagnostic
  {
    let isPicked = reason == "`where`"
    return Diagnostic(
      "C006",
      "\(listed(names.map { "`\($0)`" })) \(names.count == 1 ? "is" : "are") counted for the whole channel, not for each video, which \(reason) asks for.",
      at: .query(span), help: isPicked ? "To pick rows of the answer, use `having`." : nil,
      rewrites: names.first.map { ["\($0) by week"] + (isPicked ? ["\($0) by day having \($0) > 0"] : []) }
        ?? [])
  }

  static func noDates(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C007", "The loaded videos have no dates, so there is no time to go by.", at: .query(span),
      help: "Load a file with a `posted` or `date` column.")
  }

  static func differentClocks(_ posted: [String], _ active: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C008",
      "\(listed(active.map { "`\($0)`" })) can be told by the day it happened, \(listed(posted.map { "`\($0)`" })) only by the day the video was posted.",
      at: .query(span), help: "Ask for both by the day posted.")
  }

  static func groupNeedsVideos(_ group: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C009", "`\(group)` describes videos, and no loaded file lists videos.", at: .query(span),
      help: "Load a file with one row per video.")
  }

  static func uncertainKind(_ column: CatalogColumn, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C010",
      "`\(column.name)` looks like a \(column.kind.word), but that is a guess, and a script must not rest on a guess.",
      at: .query(span),
      help:
        "Settle it with a line before the query: column \(column.name) in \(column.handle.table) is \(column.kind.word)"
        + " (or is \(column.kind == .counter ? "snapshot" : "counter"))"
    )
  }

  static func uniqueAdded(_ name: String, into group: String, at span: SourceSpan, rewrites: [String])
    -> Diagnostic
  {
    Diagnostic(
      "M001",
      "`\(name)` counts people once each, so \(group) cannot be added up: the same people would count again.",
      at: .query(span), help: "Ask for it at the grain of the file.", rewrites: rewrites)
  }

  static func uniqueInArithmetic(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M001", "A count of different people cannot be added to, multiplied or divided.", at: .query(span),
      help: "Ask for it as an item of its own.")
  }

  static func addsDifferentThings(_ left: String, _ right: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M002", "The left side is \(left) and the right side is \(right); they cannot be added up.",
      at: .query(span),
      help: "Ask for them as two items, with a comma.")
  }

  static func levelOverVideos(_ name: String, at span: SourceSpan, rewrites: [String]) -> Diagnostic {
    Diagnostic(
      "M003", "`\(name)` is a level, not something that happens, so it cannot be added up over videos.",
      at: .query(span), rewrites: rewrites)
  }

  static func rateWithoutWeight(_ column: CatalogColumn, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M004", "`\(column.name)` is an average; to combine several, I need to know what each counts for.",
      at: .query(span),
      help: "Say its weight: column \(column.name) in \(column.handle.table) is rate weighted by views")
  }

  static func shareOfRate(_ name: String, at span: SourceSpan, rewrites: [String]) -> Diagnostic {
    Diagnostic(
      "M005", "Shares of a rate, an average or a window do not add up to 100%, so `\(name)` has none.",
      at: .query(span), help: "Ask for the share of what was counted.", rewrites: rewrites)
  }

  static func shareOfLevel(_ name: String, at span: SourceSpan, rewrites: [String]) -> Diagnostic {
    Diagnostic(
      "M005", "`\(name)` is a level: its values on different days are not parts of one whole.",
      at: .query(span), help: "Leave `share` out.", rewrites: rewrites)
  }

  static func shareOverlaps(_ what: String, at span: SourceSpan, rewrites: [String] = []) -> Diagnostic {
    Diagnostic(
      "M008", "One video can be in several groups of `\(what)`, so the parts would pass 100%.",
      at: .query(span),
      help: "`with total` shows the total beside the groups.", rewrites: rewrites)
  }

  static func unequalLengths(_ left: String, _ right: String, at span: SourceSpan, rewrites: [String])
    -> Diagnostic
  {
    Diagnostic(
      "M009", "\(left) against \(right): the longer stretch would always look better.", at: .query(span),
      help: "Compare stretches of one length.", rewrites: rewrites)
  }

  static func noWholePeriod(_ unit: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M013", "No whole \(unit) lies in the days that are kept, so there is none to take the figure of.",
      at: .query(span), help: "Ask for more days, or `per day`.")
  }

  static func nestedStatistic(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M014", "One figure of several cannot be taken of what is such a figure, or a window, already.",
      at: .query(span), help: "Ask for one after the other, as two items.")
  }

  static func nestedWindow(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M014", "A window cannot be laid over what is a window already.", at: .query(span),
      help: "Ask for them as two items.")
  }

  static func withinTwice(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M014", "This counts in a part of each video's life already.", at: .query(span),
      help: "Leave `within` out here.")
  }

  static func withinOfAttribute(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M014", "`\(name)` is the same all through a video's life, so `within` says nothing of it.",
      at: .query(span), help: "Leave `within` out.")
  }

  static func runningLevel(at span: SourceSpan, rewrites: [String]) -> Diagnostic {
    Diagnostic(
      "M015", "This is a level: it holds what came before already, so it is not added up as it goes.",
      at: .query(span), help: "Ask for the level itself, or for its growth.", rewrites: rewrites)
  }

  static func uniqueInWindow(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M001", "A window of several days would count the same people again.", at: .query(span),
      help: "Ask for it at the grain of the file.")
  }

  static func rateInArithmetic(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M004",
      "An average from the file cannot be divided or multiplied, since what it was made of is not there.",
      at: .query(span),
      help: "Define it from its parts, as in define metric average_watch = watch_time / views")
  }

  static func coverageOfAges(at span: SourceSpan, rewrites: [String]) -> Diagnostic {
    Diagnostic(
      "M016", "Coverage counts days of the calendar, and the age of a video is none.", at: .query(span),
      help: "Leave `coverage` out, or ask by the day of the activity.", rewrites: rewrites)
  }

  static func hiddenColumn(_ name: Name) -> Diagnostic {
    Diagnostic(
      "D003", "`\(name.text)` is a definition and, since it was made, also a loaded column.",
      at: .query(name.span),
      help: "Brackets mean the column: [\(name.text)]. To keep the definition, give it another name.",
      replacement: "[\(name.text)]")
  }

  static func definitionReadsRows(_ name: Name) -> Diagnostic {
    Diagnostic(
      "M017",
      "`\(name.text)` is to describe videos, but tests a column in which one video has several values.",
      at: .query(name.span), help: "Put that test into `where` itself.")
  }

  static func noNumberOfOneVideo(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M018", "`where` compares a number of each video, and this is one number of several.", at: .query(span),
      help: "Use `having` to pick rows of the answer.")
  }

  static func stepsOfText(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M011", "`\(name)` holds text, which has no steps.", at: .query(span), help: "Leave `every` out.",
      rewrites: [])
  }

  static func badStep(at span: SourceSpan) -> Diagnostic {
    Diagnostic("Q031", "A step needs to be more than zero.", at: .query(span))
  }

  static func badPeriodCount(at span: SourceSpan) -> Diagnostic {
    Diagnostic("Q022", "This takes a whole number from 1 to 10,000.", at: .query(span))
  }

  static func versusWithoutDays(_ group: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q050", "`vs` compares days, weeks, months, quarters or years, and `\(group)` is none of them.",
      at: .query(span), help: "Leave `vs` out, or use a grain such as `week`.")
  }

  static func derivedNotAsked(_ name: String, clause: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C016", "`\(name)` is there only where the query has `\(clause)`.", at: .query(span),
      help: "Add `\(clause)`.")
  }

  static func ageNeedsDays(_ what: String, hasDays: Bool, _ names: [String], at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      "C015",
      hasDays
        ? "`\(what)` counts from the day a video was posted, and no loaded file tells that day."
        : "`\(what)` needs \(listed(names.map { "`\($0)`" })) day by day for each video, and only totals are loaded.",
      at: .query(span),
      help: hasDays
        ? "Load a file with `video` and `posted`: load \"videos.csv\""
        : "Load a file with one row per video and day: load \"daily.csv\"",
      rewrites: hasDays ? [] : names.prefix(1).map { "\($0) by week posted" })
  }

  static func groupAsDimension(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q027", "`\(name)` is a group of videos: it picks videos after `where`, and makes no rows.",
      at: .query(span), help: "To make rows of it: define label NAME = \"in\" where \(name), else \"out\"")
  }

  static func noCheck(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C001", "This condition compares nothing.", at: .query(span),
      help: "A condition compares something, as in `where views > 1000`.")
  }

  static func unitMismatch(_ left: String, is leftUnit: String, not rightUnit: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic("M010", "`\(left)` is \(leftUnit); it cannot be compared with \(rightUnit).", at: .query(span))
  }

  static func definitionCycle(_ names: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "D002",
      "The definition of `\(names.last ?? "")` leads back to itself: \(names.joined(separator: " → ")).",
      at: .query(span))
  }

  static func badRangeCount(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q022", "`last` takes a whole number from 1 to 100,000.", at: .query(span),
      help: "For example: last 4 weeks")
  }

  static func backwardRange(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q021", "This range ends before it starts.", at: .query(span), help: "The earlier date comes first.")
  }

  static func badTopCount(at span: SourceSpan) -> Diagnostic {
    Diagnostic("Q023", "`top` takes a whole number from 1 on.", at: .query(span), help: "For example: top 10")
  }

  static func metricAsGroup(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q024", "`\(name)` is a metric; rows need something to group by.", at: .query(span),
      help: "Make steps of it, or pick videos by it with `where \(name) > ...`.",
      replacement: "\(name) every 1000")
  }

  static func noMetric(at span: SourceSpan) -> Diagnostic {
    Diagnostic("Q025", "There is no metric in this, only a number.", at: .query(span))
  }

  static func sortNeedsGroup(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q026", "The answer has no `\(what)` to sort by.", at: .query(span),
      help: "Add `by \(what)`, or sort by an item.")
  }

  static func textComparison(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M011", "`\(name)` holds text; it can be equal to something, but not greater or less.",
      at: .query(span),
      help: "Use =, !=, in (...), contains or starts with.")
  }

  static func textExpected(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M011", "`\(name)` holds text, so it is compared with text in double quotes.", at: .query(span),
      help: "For example: where \(name) = \"...\"")
  }

  static func numberExpected(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic("M011", "`\(name)` is a number, so it is compared with a number.", at: .query(span))
  }

  static func undefinedGroup(_ name: Name, known: [String], isMetric: Bool) -> Diagnostic {
    if isMetric {
      return Diagnostic(
        "C001", "`\(name.text)` alone is no condition: there is no group of videos called so.",
        at: .query(name.span), help: "Compare it with something, as in `where \(name.text) > 1000`.")
    }
    let suggestion = nearest(name.text, among: known)
    return Diagnostic(
      "C001", "I know no group of videos called `\(name.text)`.", at: .query(name.span),
      help: suggestion.map { "Did you mean `\($0)`?" }
        ?? "A condition compares something, as in `where views > 1000`.",
      replacement: suggestion)
  }

  static func dateComparison(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "M012", "A date is compared with `posted` only.", at: .query(span),
      help: "For example: where posted < 2026-01-01")
  }

  /// Words joined as in a sentence, `and` before the last.
  private static func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The same finding, blamed on another place: that of the name whose definition it was found in.
  func moved(to span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code, message, at: .query(span), expected: expected, help: help, replacement: nil, rewrites: rewrites)
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
