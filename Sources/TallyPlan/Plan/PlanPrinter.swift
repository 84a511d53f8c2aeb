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
  } else if plan.sources.contains(where: { $0.role == .videos || $0.role == .daily }) {
    lines.append("\(word.capitalizedFirst)s kept: all.")
  }
  lines += plan.definitions
  lines += plan.sentencesOfBenchmarks
  lines.append(plan.sentenceOfDays)
  lines.append(plan.sentenceOfGroups)
  lines += plan.groups.compactMap(plan.sentence(of:))
  for item in plan.items where item.isShown { if let line = plan.sentence(of: item) { lines.append(line) } }
  lines += plan.sentencesOfAges
  if let fill = plan.sentenceOfFill { lines.append(fill) }
  if let having = query.having { lines.append("Rows kept: those where \(print(having)).") }
  if !plan.groups.isEmpty { lines.append(plan.sentenceOfOrder) }
  if plan.extras.others {
    let each = plan.choice?.per.map { ", one for each \(plan.groups[$0].name)" } ?? ""
    lines.append("The rows that are left are added up in a row `others`\(each).")
  }
  if plan.extras.total { lines.append("A row `total` counts everything kept, whatever rows are shown.") }
  lines += plan.readingNotes
  return lines
}

extension Plan {
  fileprivate func readsVideos(_ source: Source) -> Bool {
    source.filter != nil
      || groups.contains { group in
        switch group.key {
        case .time(_, let isPosted): isPosted
        case .age, .attribute, .tags, .steps, .label: true
        case .video, .rowAttribute: false
        }
      }
      || measures.contains { !$0.livedThrough.isEmpty }
  }

  /// What each benchmark word of `where` stands for; its value is known when the question is asked.
  fileprivate var sentencesOfBenchmarks: [String] {
    var told: [String] = []
    for source in sources {
      for benchmark in source.filter?.benchmarks ?? [] {
        let line =
          "`\(benchmark.function.word)` in `where`: that of \(benchmark.name) over all \(videoWord)s, before any is picked."
        if !told.contains(line) { told.append(line) }
      }
    }
    return told
  }

  /// What makes a row, where the group's name does not say it.
  fileprivate func sentence(of group: Group) -> String? {
    switch group.key {
    case .steps: return "Steps are named by their lower bound; empty ones are not listed."
    case .age: return "The day posted is age 0; days up to two before it count as that day."
    case .time, .video, .attribute, .rowAttribute, .tags, .label: return nil
    }
  }

  /// Which videos `within` leaves out.
  fileprivate var sentencesOfAges: [String] {
    var told: [String] = []
    for measure in measures {
      for limit in measure.livedThrough {
        let line =
          "\(videoWord.capitalizedFirst)s younger than \(limit.words), and those whose first \(limit.words) are not all loaded, are left out."
        if !told.contains(line) { told.append(line) }
      }
    }
    return told
  }

  fileprivate var sentenceOfFill: String? {
    switch fill {
    case nil: nil
    case .zero: "Missing counts in rows are filled with 0; rates, levels and totals are not."
    case .previous: "A missing cell takes the value of the row before."
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
      case .age(let grain): return "whole \(grain.rawValue)s since posted"
      case .video: return videoWord
      case .attribute, .rowAttribute, .label: return group.name
      case .tags: return "each \(group.name)"
      case .steps: return group.name
      }
    }
    return "Grouped by \(parts.joined(separator: ", then "))."
  }

  /// What a column of the answer is; nil where it goes without saying.
  fileprivate func sentence(of item: PlannedItem) -> String? {
    switch item.content {
    case .formula(let formula): "\(item.name): \(meaning(of: formula))."
    case .before: "\(item.name): the same over the days compared with."
    case .change(let value, let before): "\(item.name): \(items[value].name) less \(items[before].name)."
    case .changeRate(_, let before):
      "\(item.name): the change as a part of \(items[before].name); missing unless that is above 0."
    case .share(let value): "\(item.name): the part of the total of \(items[value].name)."
    case .coverage: "coverage: the part of the expected days, or \(videoWord)s, that have data."
    }
  }

  /// What a formula does, in words.
  private func meaning(of formula: Formula) -> String {
    switch formula {
    case .constant(_, whole: let whole?): return String(whole)
    case .constant(let value, whole: nil): return "\(value)"
    case .measure(let index):
      let measure = measures[index]
      return measure.aggregation.words
        + (measure.before.map { ", in the first \($0.words) of each \(videoWord)" } ?? "")
    case .negated(let inner): return "minus (\(meaning(of: inner)))"
    case .binary(.divide, let left, let right):
      return "\(meaning(of: left)), divided by \(meaning(of: right))"
    case .binary(let operation, let left, let right):
      return "(\(meaning(of: left))) \(operation.rawValue) (\(meaning(of: right)))"
    case .statistic(let function, let inner, let each):
      let unit = each == .video ? videoWord : each.period == .day ? "day" : "whole \(each.rawValue)"
      return "\(function.phrase) of (\(meaning(of: inner))), worked out for each \(unit)"
    case .window(.running, let inner): return "\(meaning(of: inner)), over all days up to the end of the row"
    case .window(.rolling(let count, let unit), let inner):
      return
        "\(meaning(of: inner)), over the \(AgeLimit(count: count, unit: unit).words) up to the end of the row"
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
    guard let choice else { return ordered }
    let side = choice.isBottom ? "lowest" : "first"
    let each = choice.per.map { " for each \(groups[$0].name)" } ?? ""
    return
      "\(ordered) Only the \(side) \(choice.count) of that ranking\(each) \(choice.count == 1 ? "is" : "are") shown."
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

extension AgeLimit {
  /// As in `7 days`.
  package var words: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }
}

extension AggregateFunction {
  /// As it stands before `of`.
  fileprivate var phrase: String {
    switch self {
    case .average: "the average"
    case .median: "the median"
    case .lowest: "the lowest"
    case .highest: "the highest"
    case .spread: "the spread (p75 less p25)"
    case .percentile(let rank): "p\(rank), below which \(rank) of 100 lie,"
    }
  }
}

extension Measure.Aggregation {
  fileprivate var words: String {
    switch self {
    case .sum(let column): "\(column.name) added up"
    case .last(let column): "the last \(column.name)"
    case .largest(let column): "the largest \(column.name)"
    case .weightedMean(let column, let weight, _): "\(column.name), weighted by \(weight.name)"
    case .videos: "the number of different videos"
    }
  }
}
