import TallyLanguage
import TallyPlan
import TallyPrivacy

/// What a snapshot says about its files, in words: kept where Tally could have written it.
extension SnapshotJudge {
  /// The header of a column where it heads such a column in a file, or can be no name of a person; else its plain name.
  func shownHeader(_ header: String, of name: String) -> String {
    if header == name || plainName(header) == name { return header }
    if StandardCatalog.column(named: plainName(header))?.name == name { return header }
    if !mayNamePerson(header, isNumeric: true) { return header }
    let isKnown = judged(header).contains { header in
      heads(header, name, nil) || Preset.all.contains { heads(header, name, $0) }
    }
    return isKnown ? header : name
  }

  /// The headers by which a column may have been judged: itself, and what keys and paths of objects are judged by.
  private func judged(_ header: String) -> [String] {
    let keys = header.split(separator: ".").map(String.init)
    var judged = [header, inWords(header)] + AnalyticsReport.judged([header])
    if let first = keys.first, let last = keys.last, keys.count > 1 {
      judged += ["\(first).\(last)", last]
    }
    return judged
  }

  /// Whether a header heads a column of a name, in files of a preset or in plain ones.
  private func heads(_ header: String, _ name: String, _ preset: Preset?) -> Bool {
    let plain = preset?.plainNames([header]).first ?? plainName(header)
    if StandardCatalog.column(named: plain)?.name == name { return true }
    if name.hasSuffix("_share"), isShareHeader(header) { return true }
    let options = LoadOptions(zone: { _ in nil })
    switch FilePlan(headers: [header], preset: preset, options: options, role: nil).columns.first {
    case .video?: return name == "video"
    case .day?: return name == "date"
    case .load(let loaded)?: return loaded.name == name
    case .dropped, .names, .setAside, .audienceSplit, .notLoaded, .unknown, nil: return false
    }
  }

  func videoWord(_ word: String) -> String? {
    word == "video" || Preset.all.contains { $0.videoWord == word } ? word : nil
  }

  func platform(_ word: String) -> String? { Preset.all.contains { $0.platform == word } ? word : nil }

  /// What the platforms of presets do not export.
  func lacks(_ told: [String: String]) -> [String: String] {
    told.filter { name, words in Preset.all.contains { $0.lacks[name] == words } }
  }

  /// What was said of a file, without words that may be about people.
  ///
  /// - Parameters:
  ///   - columns: the names of the columns of all tables.
  ///   - file: its name for people.
  func report(_ told: LoadReport, _ columns: Set<String>, file: String) -> LoadReport {
    var report = told
    report.file = file
    report.preset = told.preset.flatMap { name in
      name == MetaAudience.name || Preset.all.contains { $0.name == name } ? name : nil
    }
    report.clock = told.clock.flatMap { isClock($0) ? $0 : nil }
    report.kept = told.kept.filter { columns.contains($0.name) || Self.ofAudience.contains($0.name) }.map {
      LoadReport.Kept(
        name: $0.name, header: shownHeader($0.header, of: $0.name), kind: $0.kind, isCertain: $0.isCertain)
    }
    report.unknown = told.unknown.filter(isForPeople)
    report.hiddenUnknown += told.unknown.count - report.unknown.count
    report.notLoaded = told.notLoaded.filter(isForPeople)
    report.hiddenUnknown += told.notLoaded.count - report.notLoaded.count
    if !["line", "record"].contains(told.placeWord) { report.placeWord = "line" }
    report.notes = told.notes.filter { $0.utf8.count <= Self.longestNote && MaskedText.isSettled($0) }
    return report
  }

  private func isForPeople(_ header: String) -> Bool {
    !mayNamePerson(header, isNumeric: false) && PersonHeader(header) == .none
  }

  private func isClock(_ words: String) -> Bool {
    let fixed = [
      "days as the file has them", "days as the platform counts them",
      "posted is the second in the video id, UTC",
      "posted is a day without a time", "times are UTC", "times are UTC where none other is written",
    ]
    return fixed.contains(words)
      || Preset.all.contains {
        words == "times are \($0.zone), whatever the account's place; kept as instants"
      }
  }

  private static let longestNote = 600

  /// Columns of audiences.
  private static let ofAudience: Set<String> = Set(
    StandardCatalog.columns.filter { $0.meaning == .audienceDimension || $0.roles == [.audience] }.map(\.name)
      + StandardCatalog.audienceCounts
      + [
        "follower_share", "subscriber_share", "active_hour", "active_followers", "views", "impressions",
        "watch_time",
      ])
}

/// What a snapshot holds of an audience.
extension SnapshotJudge {
  /// The tables with the names of their files as they may be shown; their groups are groups of people, and no person.
  ///
  /// - Throws: P303 where a group is a person, F183 for what is no audience.
  func audience(
    _ saved: SavedAudience, _ file: (String) -> String
  ) throws(LoadFailure) -> SavedAudience {
    func origins(_ origins: [SavedAudience.Origin]) -> [SavedAudience.Origin] {
      origins.map { origin in
        let headers = origin.headers.filter { Self.ofAudience.contains($0.key) }
        return SavedAudience.Origin(
          file: file(origin.file), rows: origin.rows,
          headers: Dictionary(
            headers.map { ($0.key, shownHeader($0.value, of: $0.key)) },
            uniquingKeysWith: { first, _ in first }))
      }
    }
    var judged = saved
    judged.people = []
    judged.views = []
    for table in saved.people {
      guard StandardCatalog.audienceCounts.contains(table.metric) else { throw holdsOther }
      try judgeGroups(
        table.dimensions, table.groups.map(\.labels) + table.earlier.flatMap { $0.groups.map(\.labels) })
      judged.people.append(
        SavedAudience.People(
          dimensions: table.dimensions, metric: table.metric, isShare: table.isShare,
          showsPeople: table.showsPeople, day: table.day,
          groups: table.groups, earlier: table.earlier, origins: origins(table.origins)))
    }
    for table in saved.views {
      guard table.counted.allSatisfy(["views", "impressions"].contains) else { throw holdsOther }
      try judgeGroups(table.dimensions, table.groups.map(\.labels))
      judged.views.append(
        SavedAudience.Views(
          dimensions: table.dimensions, counted: table.counted, hasWatchTime: table.hasWatchTime,
          days: table.days, groups: table.groups, origins: origins(table.origins)))
    }
    judged.hours = saved.hours.map {
      SavedAudience.Hours(
        people: $0.people, hours: $0.hours, leavesOut: $0.leavesOut, origins: origins($0.origins))
    }
    for dimension in saved.withheld + saved.withheldViews where !isDimension(dimension) { throw holdsOther }
    return judged
  }

  private func judgeGroups(_ dimensions: [String], _ groups: [[String?]]) throws(LoadFailure) {
    guard dimensions.allSatisfy(isDimension), groups.allSatisfy({ $0.count == dimensions.count }) else {
      throw holdsOther
    }
    for (place, dimension) in dimensions.enumerated() {
      let labels = groups.compactMap { $0[place] }.filter { $0 != ProtectedTable.foldedLabel }
      let distinct = Set(labels).sorted()
      let candidate = ColumnCandidate(
        table: TableRole.audience.rawValue, name: dimension, header: dimension, meaning: .audienceDimension,
        standing: .known, shapes: shapes(of: distinct), text: (labels.count, distinct.count), words: distinct)
      if case .setAside = admit(candidate) { throw holdsPeople }
    }
  }

  private func isDimension(_ name: String) -> Bool {
    StandardCatalog.column(named: name).map { $0.name == name && $0.meaning == .audienceDimension } ?? false
  }
}
