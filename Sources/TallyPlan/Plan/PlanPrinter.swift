package import TallyLanguage
import TallyPrivacy

/// Tells a plan in plain sentences, in the order in which it runs; one a line.
package func explain(_ plan: Plan, query: Query) -> [String] {
  var lines: [String] = []
  for (index, source) in plan.sources.enumerated() {
    let items = plan.items.filter { $0.source == index && $0.isShown }.map { "`\($0.name)`" }
    var line =
      "Table: \(source.role.rawValue) (\(source.files.map(\.lastPathComponent).joined(separator: ", ")))"
    if let days = source.loadedDays { line += ", \(days.lowerBound) to \(days.upperBound)" }
    if plan.sources.count > 1 { line += "; it answers \(items.joined(separator: ", "))" }
    if source.role == .daily && plan.readsVideos(source) { line += "; joined to videos by video" }
    lines.append(line + ".")
  }
  let word = plan.videoWord
  if let condition = query.condition {
    let totals = plan.filtersByNumber ? "; numbers there are totals over a \(word)'s life" : ""
    lines.append("\(word.capitalizedFirst)s kept: those where \(print(condition))\(totals).")
  } else if plan.sources.contains(where: { $0.role != .channel }) {
    lines.append("\(word.capitalizedFirst)s kept: all.")
  }
  lines.append(plan.sentenceOfDays)
  lines.append(plan.sentenceOfGroups)
  for item in plan.items where item.isShown { lines.append(plan.sentence(of: item)) }
  if let having = query.having { lines.append("Rows kept: those where \(print(having)).") }
  lines.append(plan.sentenceOfOrder)
  if plan.extras.others { lines.append("The rows that are left are added up in a row `others`.") }
  if plan.extras.total { lines.append("A row `total` counts everything kept, whatever rows are shown.") }
  lines += plan.notes.filter { !$0.hasPrefix("From ") }
  return lines
}

extension Plan {
  fileprivate func readsVideos(_ source: Source) -> Bool {
    source.filter != nil
      || groups.contains { group in
        switch group.key {
        case .time(_, let isPosted): isPosted
        case .attribute, .tags: true
        case .video, .rowAttribute: false
        }
      }
  }

  fileprivate var filtersByNumber: Bool { sources.contains { $0.filter?.readsNumbers == true } }

  fileprivate var sentenceOfDays: String {
    let ranges = sources.compactMap(\.days)
    guard let days = ranges.first else { return "Days: all." }
    let posted = sources.contains { $0.days != nil && $0.timeline == .posted }
    return "Days: \(days.lowerBound) to \(days.upperBound)\(posted ? ", by the day posted" : "")."
  }

  fileprivate var sentenceOfGroups: String {
    guard !groups.isEmpty else { return "One row for everything." }
    let parts = groups.map { group -> String in
      switch group.key {
      case .time(let grain, let isPosted):
        let posted = isPosted || sources.contains { $0.timeline == .posted }
        let week =
          grain == .week
          ? (clock.weekStart == 7 ? "week (Sunday first)" : "ISO week (Monday first)") : grain.rawValue
        return posted ? "\(week) posted, in \(clock.zone.name)" : "\(week) of activity"
      case .video: return videoWord
      case .attribute, .rowAttribute: return group.name
      case .tags: return "each of its \(group.name)"
      }
    }
    return "Grouped by \(parts.joined(separator: ", then "))."
  }

  fileprivate func sentence(of item: PlannedItem) -> String {
    "\(item.name): \(meaning(of: item.formula))."
  }

  /// What a formula does, in words.
  private func meaning(of formula: Formula) -> String {
    switch formula {
    case .constant(_, whole: let whole?): return String(whole)
    case .constant(let value, whole: nil): return "\(value)"
    case .measure(let index): return measures[index].aggregation.words
    case .negated(let inner): return "minus (\(meaning(of: inner)))"
    case .binary(.divide, let left, let right):
      return "\(meaning(of: left)), divided by \(meaning(of: right)), after adding up"
    case .binary(let operation, let left, let right):
      return "(\(meaning(of: left))) \(operation.rawValue) (\(meaning(of: right)))"
    }
  }

  fileprivate var sentenceOfOrder: String {
    let keys = order.map { key -> String in
      let name =
        switch key.key {
        case .item(let index): items[index].name
        case .group(let index): groups[index].name
        }
      return "\(name) \(key.isDescending ? "descending" : "ascending")"
    }
    let ties =
      groups.isEmpty ? "" : keys.isEmpty ? groups.map(\.name).joined(separator: ", ") : ", ties by group"
    let ordered = groups.isEmpty ? "" : "Ordered by \(keys.joined(separator: ", "))\(ties)."
    guard let choice else { return ordered.isEmpty ? "Nothing to order." : ordered }
    return
      "\(ordered) Only the \(choice.isBottom ? "last" : "first") \(choice.count) of that ranking \(choice.count == 1 ? "is" : "are") shown."
      .replacing("the last", with: "the lowest")
  }
}

extension VideoFilter {
  /// Whether a metric is tested anywhere.
  fileprivate var readsNumbers: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.readsNumbers)
    case .not(let inner): inner.readsNumbers
    case .number, .missing(.number): true
    case .text, .posted, .postedMissing, .missing(.text): false
    }
  }
}

extension Measure.Aggregation {
  fileprivate var words: String {
    switch self {
    case .sum(let column): "\(column.name) added up"
    case .last(let column): "the last \(column.name)"
    case .weightedMean(let column, let weight): "\(column.name), weighted by \(weight.name)"
    case .videos: "the number of different videos"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
