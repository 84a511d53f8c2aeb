import TallyLanguage

extension Analyzer {
  /// Sentences about how the question was read; those about what the data held are the engine's.
  var notes: [String] {
    var notes: [String] = []
    for source in sources { notes.append(origin(of: source)) }
    notes += inferences
    if let zone = zoneNote { notes.append(zone) }
    if shownItems.contains(where: { $0.form == .level }) && !needsNoLevelNote {
      notes.append("A level is shown as its last value in each row; for growth, compare rows.")
    }
    for group in groups {
      if case .tags = group.key {
        notes.append("One \(catalog.videoWord) can be in several groups of \(group.name), so rows overlap.")
      }
    }
    if catalog.platforms.count > 1, !groups.contains(where: { $0.name == "platform" }) {
      notes.append("Adds up \(catalog.platforms.joined(separator: " and ")); `by platform` tells them apart.")
    }
    return notes
  }

  /// What was read into the question: that time means posting time where nothing else is loaded.
  var inferences: [String] {
    readAsPosted.isEmpty
      ? []
      : [
        "The loaded files have lifetime totals only, so time means when each \(catalog.videoWord) was posted."
      ]
  }

  private var shownItems: [ItemType] { zip(items, types).filter { $0.0.isShown }.map(\.1) }

  private var needsNoLevelNote: Bool { groups.contains { $0.key == .time(.day, isPosted: false) } }

  /// Where the rows came from, as in `From videos (Video.csv)`.
  private func origin(of source: Source) -> String {
    let files =
      source.files.count > 4
      ? "\(source.files.count) files" : source.files.map(\.lastPathComponent).joined(separator: ", ")
    return "From \(source.role.rawValue) (\(files))\(span(of: source))."
  }

  private func span(of source: Source) -> String {
    if let days = source.days { return ", \(source.verb) \(days.lowerBound) to \(days.upperBound)" }
    if let days = source.loadedDays { return ", \(source.verb) \(days.lowerBound) to \(days.upperBound)" }
    return ""
  }

  /// Which clock cut the posting days, said wherever the answer depends on it.
  private var zoneNote: String? {
    let cutsPostings = groups.contains { group in
      if case .time(_, let isPosted) = group.key {
        isPosted || sources.contains { $0.timeline == .posted }
      } else {
        false
      }
    }
    let picksPostings =
      (query.range != nil && sources.contains { $0.timeline == .posted }) || filter?.readsPosted == true
    guard cutsPostings || picksPostings else { return nil }
    let weeks = groups.contains { if case .time(.week, _) = $0.key { true } else { false } }
    let start = context.clock.weekStart == 7 ? "Sunday" : "Monday"
    return weeks
      ? "Days and weeks (\(start) first) are cut in \(context.clock.zone.name)."
      : "Days are cut in \(context.clock.zone.name)."
  }
}

extension Source {
  fileprivate var verb: String {
    switch timeline {
    case .activity: "days"
    case .posted: "posted"
    }
  }
}

extension VideoFilter {
  /// Whether the day posted is tested anywhere.
  fileprivate var readsPosted: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.readsPosted)
    case .not(let inner): inner.readsPosted
    case .posted: true
    case .text, .number, .postedMissing, .missing: false
    }
  }
}

extension String {
  /// What stands behind the last `/` of a path.
  var lastPathComponent: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }
}
