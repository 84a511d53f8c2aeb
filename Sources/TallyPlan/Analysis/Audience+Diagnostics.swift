import TallyLanguage

// The words of what a question about an audience can get wrong; C030...C039.
extension Diagnostic {
  static func audienceNotLoaded(_ dimension: String, loaded: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C030", "No loaded file splits the audience by `\(dimension)`.", at: .query(span),
      help: loaded.isEmpty
        ? "Load an audience export, with a row for each group: load \"audience.csv\""
        : "Loaded are \(inWords(loaded.map { "`\($0)`" })).",
      rewrites: loaded.prefix(2).map { "followers by \($0)" })
  }

  static func dimensionsApart(_ dimensions: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C031",
      "\(inWords(dimensions.map { "`\($0)`" })) come from different files, and none says how they go together.",
      at: .query(span), help: "Ask for each, side by side.",
      rewrites: dimensions.isEmpty
        ? [] : [dimensions.map { "followers by \($0)" }.joined(separator: " beside ")])
  }

  static func audienceIsNotPicked(at span: SourceSpan, rewrites: [String]) -> Diagnostic {
    Diagnostic(
      "C032", "`where` picks videos, and an audience is not made of videos.", at: .query(span),
      help: "All groups are shown; `top` and `having` pick rows of the answer.", rewrites: rewrites)
  }

  static func audienceHasNoTime(
    _ clause: String, _ days: AudienceDays, at span: SourceSpan, rewrites: [String] = []
  ) -> Diagnostic {
    switch days {
    case .snapshot:
      Diagnostic(
        "C033", "Of this audience one snapshot is kept, so \(clause) has no days to go by.",
        at: .query(span), help: "Followers over time come from a file with the columns date and followers.",
        rewrites: rewrites)
    case .months(let dimensions):
      Diagnostic(
        "C033", "Of an audience one day a month is kept, so \(clause) has nothing to go by.",
        at: .query(span),
        help: "Its months can be asked: followers by \(dimensions.joined(separator: ", ")), month",
        rewrites: rewrites)
    case .hours:
      Diagnostic(
        "C033",
        "Active followers are an average over the days of their export, so \(clause) has no days to go by.",
        at: .query(span), help: "They can be asked by the hour: active_followers by active_hour")
    case .period:
      Diagnostic(
        "C033",
        "Views by audience are kept for their whole period, so \(clause) has no days to go by: a group that is large "
          + "over a year is small on a day.",
        at: .query(span), help: "Views over time come from a file with the columns date and views.",
        rewrites: rewrites)
    }
  }

  static func audienceHasNoRows(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C034", "A breakdown of an audience has neither videos nor days, so \(what) has nothing to work on.",
      at: .query(span), help: "It has numbers for each group, `top`, `having`, `total`, `others` and `share`."
    )
  }

  static func monthsAreNotAdded(_ clause: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C038", "The people of one month are still there in the next, so \(clause) has nothing to add up.",
      at: .query(span), help: "It can be asked of one month: `during 2026-03` in place of `by month`.")
  }

  static func hoursAreNotAdded(_ clause: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C039", "Who is active in two hours counts in both, so \(clause) cannot be made of them.",
      at: .query(span),
      help: "Ask for the hours themselves.", rewrites: ["active_followers by active_hour"])
  }

  static func numberNotOfAudience(
    _ name: String, by dimensions: [String], has: [String], at span: SourceSpan
  ) -> Diagnostic {
    let groups = dimensions.joined(separator: ", ")
    return Diagnostic(
      "C035",
      "The breakdown by \(groups) has \(inWords(has.map { "`\($0)`" })), and no `\(name)`.", at: .query(span),
      help: (has == ["follower_share"] || has == ["subscriber_share"])
        && StandardCatalog.audienceCounts.contains(name)
        ? "How many \(name) a share stands for is known once a file with \(name) is loaded before." : nil,
      rewrites: has.prefix(1).map { "\($0) by \(groups)" })
  }

  static func peopleBesideViews(
    _ numbers: [String], by dimensions: [String], at span: SourceSpan
  ) -> Diagnostic {
    let groups = dimensions.joined(separator: ", ")
    return Diagnostic(
      "C037",
      "\(inWords(numbers.map { "`\($0)`" })) are counted for different groups by \(groups): small ones are told "
        + "by people here, by views there.",
      at: .query(span), help: "Ask for each, side by side.",
      rewrites: [numbers.map { "\($0) by \(groups)" }.joined(separator: " beside ")])
  }

  static func audienceLaterThanAsOf(_ day: Day, asOf: Day, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C036", "The audience is known for \(day), which `as_of` hides: it is set to \(asOf).",
      at: .query(span),
      help: "Show that day too: set as_of = \(day)")
  }

  private static func inWords(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// What is kept of the days of an audience.
enum AudienceDays {
  /// Those of its people: one.
  case snapshot
  /// Those of its people: the last of each month.
  case months(of: [String])
  /// Those of its active hours: their average.
  case hours
  /// Those of its views: all of them together.
  case period
}
