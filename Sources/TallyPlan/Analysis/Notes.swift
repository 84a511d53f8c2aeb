import TallyLanguage
import TallyPrivacy

extension Analyzer {
  /// Where the rows came from, one sentence a source.
  var sourceNotes: [String] { sources.map(origin) }

  /// Sentences about how the question was read; those about what the data held are the engine's.
  var readingNotes: [String] {
    var notes = inferences
    if let zone = zoneNote { notes.append(zone) }
    if let asOf = context.clock.asOf { notes.append("As of \(asOf): later days and postings are hidden.") }
    notes += comparisonNotes
    notes += windowNotes
    notes += audienceNotes
    if shownItems.contains(where: { $0.form == .level }) && !needsNoLevelNote {
      notes.append("A level is shown as its last value in each row; for growth, compare rows.")
    }
    for group in groups {
      if case .tags = group.key {
        notes.append("One \(catalog.videoWord) can be in several groups of \(group.name), so rows overlap.")
      }
    }
    let isOnePlatform =
      filter?.readsPlatform == true || groups.contains { $0.key == .video || $0.name == "platform" }
    if catalog.platforms.count > 1, !isOnePlatform {
      notes.append("Adds up \(catalog.platforms.joined(separator: " and ")); `by platform` tells them apart.")
    }
    return notes
  }

  /// What was read into the question: that time means posting time where nothing else is loaded.
  var inferences: [String] {
    readAsPosted.isEmpty
      ? audienceInferences
      : [
        catalog[.daily] == nil && catalog[.channel] == nil
          ? "The loaded files have lifetime totals only, so time means when each \(catalog.videoWord) was posted."
          : "No loaded file tells this by the day it happened, so time means when each \(catalog.videoWord) was posted."
      ]
  }

  /// What `vs` compares with.
  private var comparisonNotes: [String] {
    guard let comparison else { return [] }
    if let index = comparison.group, groups.indices.contains(index),
      case .time(let grain, _) = groups[index].key, let unit = grain.unit
    {
      switch comparison.step {
      case .previous, .range: return ["Each \(unit.rawValue) is compared with the \(unit.rawValue) before."]
      case .yearAgo:
        let way = unit == .day || unit == .week ? "364 days before" : "of the year before"
        return ["Each \(unit.rawValue) is compared with the \(unit.rawValue) \(way)."]
      }
    }
    var told: [String] = []
    for source in sources {
      guard let days = source.days, let earlier = source.earlierDays else { continue }
      let kept = source.loadedDays.map { min($0.upperBound, days.upperBound) } ?? days.upperBound
      let count = max(0, kept.days(since: days.lowerBound) + 1)
      let differ = count == earlier.dayCount ? "" : " (\(count) days with \(earlier.dayCount))"
      let isLoaded = source.loadedDays.map(earlier.overlaps) ?? false
      let note =
        "Compared with \(earlier.lowerBound) to \(earlier.upperBound)\(differ)\(isLoaded ? "" : ", of which no day is loaded")."
      if !told.contains(note) { told.append(note) }
    }
    return told
  }

  /// What the days of `rolling` are.
  private var windowNotes: [String] {
    var told: [String] = []
    for item in query.items {
      guard let tree = try? context.metricTree(item.expression), let (window, _) = tree.window else {
        continue
      }
      let note =
        switch window {
        case .running: "`running` counts from the first day kept up to the end of each row."
        case .rolling(let count, let unit):
          "`rolling \(count) \(unit.rawValue)\(count == 1 ? "" : "s")` looks back from the end of each row, before the range too, and is missing where that reaches before the first loaded day."
        }
      if !told.contains(note) { told.append(note) }
    }
    return told
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
    if source.role == .audience, let table = catalog[.audience], isNewestSnapshot(of: table),
      table.roundsEarlierMonths != nil, let newest = table.days?.upperBound
    {
      return ", day \(newest)"
    }
    if let days = source.days, source.visibleDays == nil {
      return ", \(source.verb) \(days.lowerBound) to \(days.upperBound), of which none is loaded"
    }
    if let days = source.visibleDays ?? source.loadedDays {
      return ", \(source.verb) \(days.lowerBound) to \(days.upperBound)"
    }
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
  /// Whether the platform is tested anywhere.
  fileprivate var readsPlatform: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.readsPlatform)
    case .not(let inner): inner.readsPlatform
    case .text(.attribute(let handle), _), .missing(.text(.attribute(let handle))): handle.name == "platform"
    case .text, .number, .posted, .postedMissing, .missing: false
    }
  }

  /// Whether the day posted is tested anywhere.
  fileprivate var readsPosted: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.readsPosted)
    case .not(let inner): inner.readsPosted
    case .posted: true
    case .text(.label(let label), _), .missing(.text(.label(let label))):
      label.arms.contains { $0.condition?.readsPosted ?? false }
    case .text, .number, .postedMissing, .missing: false
    }
  }
}
