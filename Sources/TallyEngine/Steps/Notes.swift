import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Sentences that a reader can check the answer by: what was counted, what was left out, which periods are partial.
func notes(_ plan: Plan, _ parts: [SourceRows], _ facts: VideoFacts, _ space: GroupSpace, shown: [Int])
  -> [String]
{
  var notes: [String] = []
  for part in parts { notes.append(counted(part, plan)) }
  notes += plan.notes
  for item in plan.items where item.isShown {
    if let note = leftOut(item, parts[item.source], plan) { notes.append(note) }
  }
  if let note = partialPeriods(plan, parts, shown.map { space.groups[$0] }) { notes.append(note) }
  return notes
}

/// How many were counted, as in `31 of 36 posts where views > 1000`.
private func counted(_ part: SourceRows, _ plan: Plan) -> String {
  let word = plan.videoWord
  guard let videos = part.kept.videos else {
    let noun = part.source.role == .channel ? "day" : "row"
    let condition = plan.conditionText.map { " where \($0)" } ?? ""
    let kept = part.kept.rows.count
    let amount =
      kept == part.table.rowCount
      ? "all \(count(kept, noun))" : "\(grouped(kept)) of \(count(part.table.rowCount, noun))"
    return "Counted: \(amount)\(condition)."
  }
  var text =
    videos.kept == videos.of
    ? "Counted: all \(count(videos.of, word))"
    : "Counted: \(grouped(videos.kept)) of \(count(videos.of, word))"
  if let condition = plan.conditionText { text += " where \(condition)" }
  if part.source.role == .daily { text += ", \(count(part.kept.rows.count, "\(word)-day"))" }
  return text + "."
}

/// What an item leaves out, as in `2 posts without saves are left out`.
private func leftOut(_ item: PlannedItem, _ part: SourceRows, _ plan: Plan) -> String? {
  let validities = item.origins.compactMap { part.table.columns[$0.name]?.validity }.filter { !$0.isComplete }
  guard !validities.isEmpty else { return nil }
  let missing = part.kept.rows.count { row in !validities.allSatisfy { $0[Int(row)] } }
  guard missing > 0 else { return nil }
  let noun =
    switch part.source.role {
    case .videos: plan.videoWord
    case .daily: "\(plan.videoWord)-day"
    case .channel, .audience: "day"
    }
  let names = item.origins.map(\.name).joined(separator: " or ")
  return "\(count(missing, noun)) without \(names) \(missing == 1 ? "is" : "are") left out of \(item.name)."
}

/// Which buckets are cut, as in `2026-02-02 (4 of 7 days)`.
private func partialPeriods(_ plan: Plan, _ parts: [SourceRows], _ shown: [[GroupValue]]) -> String? {
  for (column, group) in plan.groups.enumerated() {
    guard case .time(let grain, isPosted: false) = group.key, let unit = grain.unit, unit != .day,
      let source = parts.first(where: { $0.source.timeline == .activity })?.source,
      let loaded = source.loadedDays
    else { continue }
    let visible = source.days.map { $0.overlaps(loaded) ? $0.clamped(to: loaded) : loaded } ?? loaded
    let starts = Set(shown.compactMap { if case .day(let day) = $0[column] { day } else { nil } })
      .sorted()
    let cut = starts.compactMap { start -> String? in
      let first = Day(number: start)
      let next = unit.start(1, after: first)
      let length = next.days(since: first)
      let low = max(first, visible.lowerBound)
      let high = min(next.advanced(by: -1), visible.upperBound)
      let days = high.days(since: low) + 1
      return days < length && days > 0 ? "\(first) (\(days) of \(length) days)" : nil
    }
    if !cut.isEmpty { return "Partial: \(cut.joined(separator: ", "))." }
  }
  return nil
}

/// A number with its noun, as in `36 posts`.
private func count(_ number: Int, _ noun: String) -> String {
  "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
}

/// Thousands separated by commas.
private func grouped(_ number: Int) -> String {
  var digits = String(number)
  var index = digits.count - 3
  while index > 0 {
    digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
    index -= 3
  }
  return digits
}
