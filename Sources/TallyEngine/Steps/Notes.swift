import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Sentences that a reader can check the answer by: what was counted, what was left out, which periods are partial.
///
/// - Parameter shown: groups of the data rows, in their order.
/// - Throws: N001.
func notes(
  _ answerRows: AnswerRows, _ current: [Arrangement], _ items: ItemColumns, shown: [Int]
) throws(Diagnostic) -> [String] {
  let (plan, parts, facts) = (answerRows.plan, answerRows.parts, answerRows.facts)
  var notes: [String] = []
  for part in parts { notes.append(counted(part, plan)) }
  notes += plan.notes
  notes += try benchmarkNotes(plan, facts)
  notes += unknownTexts(plan, facts)
  notes += ageNotes(plan, parts, facts)
  for (index, item) in plan.items.enumerated() where item.isShown {
    guard case .formula(let formula) = item.content else { continue }
    if let note = leftOut(item, parts[item.source], plan) { notes.append(note) }
    let missing = shown.filter { !items.series[index].present[$0] }
    if let note = try divisionNote(item, formula, plan, current[item.source], facts, missing) {
      notes.append(note)
    }
  }
  for part in parts { notes += fallNotes(part, plan, facts) }
  let keys = shown.map { answerRows.space[$0] }
  if let note = partialPeriods(plan, parts, keys) { notes.append(note) }
  notes += missingDays(plan, parts)
  if let note = partlyCompared(answerRows, shown) { notes.append(note) }
  if let note = unevenlyCompared(answerRows, shown) { notes.append(note) }
  notes += filledNotes(plan, items, shown)
  if let note = fewVideos(answerRows, shown) { notes.append(note) }
  notes += lifetimeGaps(answerRows)
  return notes
}

/// How many were counted, as in `31 of 36 posts where views > 1000`.
private func counted(_ part: SourceRows, _ plan: Plan) -> String {
  let word = plan.videoWord
  if part.source.role == .audience { return countedGroups(part) }
  guard let videos = part.kept.videos else {
    let noun = part.source.role == .channel ? "day" : "row"
    let condition = plan.conditionText.map { " where \($0)" } ?? ""
    let kept = part.kept.rows.count
    let amount =
      kept == part.table.rowCount
      ? (kept == 1 ? "" : "all ") + count(kept, noun)
      : "\(grouped(kept)) of \(count(part.table.rowCount, noun))"
    return "Counted: \(amount)\(condition)."
  }
  var text =
    videos.kept == videos.of
    ? "Counted: \(videos.of == 1 ? "" : "all ")\(count(videos.of, word))"
    : "Counted: \(grouped(videos.kept)) of \(count(videos.of, word))"
  if let condition = plan.conditionText { text += " where \(condition)" }
  if part.source.role == .daily { text += ", \(count(part.kept.rows.count, "\(word)-day"))" }
  return text + "."
}

/// How many groups of an audience were counted; of several snapshots, how many of these.
private func countedGroups(_ part: SourceRows) -> String {
  let days = Set(part.input.days.isEmpty ? [] : part.kept.rows.gather(part.input.days))
  if days.count > 1 { return "Counted: all groups of \(count(days.count, "snapshot"))." }
  let kept = part.kept.rows.count
  return "Counted: \(kept == 1 ? "" : "all ")\(count(kept, "group"))."
}

/// What an item leaves out, as in `2 posts without saves are left out`.
private func leftOut(_ item: PlannedItem, _ part: SourceRows, _ plan: Plan) -> String? {
  let gaps = item.origins.filter { part.table.columns[$0.name].map { !$0.validity.isComplete } ?? false }
  let validities = part.input.incomplete(gaps)
  guard !validities.isEmpty else { return nil }
  let missing = part.kept.rows.countMissing(validities)
  guard missing > 0 else { return nil }
  let noun =
    switch part.source.role {
    case .videos: plan.videoWord
    case .daily: "\(plan.videoWord)-day"
    case .channel: "day"
    case .audience: "group"
    }
  let names = gaps.map(\.name).joined(separator: " or ")
  return "\(count(missing, noun)) without \(names) \(missing == 1 ? "is" : "are") left out of \(item.name)."
}

/// Which buckets are cut, as in `2026-02-02 (4 of 7 days)`.
private func partialPeriods(_ plan: Plan, _ parts: [SourceRows], _ shown: [[GroupValue]]) -> String? {
  for (column, group) in plan.groups.enumerated() {
    guard case .time(let grain, isPosted: false) = group.key, let unit = grain.unit, unit != .day,
      let source = parts.first(where: { $0.source.timeline == .activity && $0.source.role != .audience })?
        .source,
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
      return days < length && days > 0 ? "\(grain.bucketName(from: first)) (\(days) of \(length) days)" : nil
    }
    if !cut.isEmpty { return "Partial: \(cut.joined(separator: ", "))." }
  }
  return nil
}
