import TallyLanguage
import TallyPlan
import TallyPrivacy

/// What each benchmark word stood for, as in `median of views is 1,250`.
func benchmarkNotes(_ plan: Plan, _ facts: VideoFacts) throws(Diagnostic) -> [String] {
  var benchmarks = plan.sources.flatMap { $0.filter?.benchmarks ?? [] }
  for group in plan.groups { if case .label(let label) = group.key { benchmarks += label.benchmarks } }
  var notes: [String] = []
  for benchmark in benchmarks {
    let value = try facts.benchmark(benchmark.function, of: benchmark.number)
    let words = value.map { amount($0, benchmark.unit) } ?? "not known"
    let note =
      "\(benchmark.function.word) of \(benchmark.name) is \(words), over all \(plan.videoWord)s that have it."
    if !notes.contains(note) { notes.append(note) }
  }
  return notes
}

/// Which texts in `where` no video has, with the nearest that one has.
func unknownTexts(_ plan: Plan, _ facts: VideoFacts) -> [String] {
  var notes: [String] = []
  for (handle, text) in plan.sources.flatMap({ $0.filter?.comparedTexts ?? [] }) {
    let known: [String]
    switch facts.dataset.videos?.columns[handle.name] {
    case .texts(let column)?: known = column.dictionary
    case .tags(let column)?: known = column.dictionary
    case .integers?, .decimals?, .instants?, nil: continue
    }
    let folded = text.lowercased()
    guard !known.contains(where: { $0.lowercased() == folded }) else { continue }
    let suggestion = nearest(folded, among: known.map { $0.lowercased() })
    let nearby = known.filter { $0.lowercased() == suggestion }
    let match = release(Array(nearby.prefix(1)), of: handle).values.first
    let hint = match.map { " Did you mean \"\($0)\"?" } ?? ""
    let note = "No \(plan.videoWord) has the \(handle.name) \"\(text)\".\(hint)"
    if !notes.contains(note) { notes.append(note) }
  }
  return notes
}

/// Which videos `within` leaves out and why, and which rows have no age.
func ageNotes(_ plan: Plan, _ parts: [SourceRows], _ facts: VideoFacts) -> [String] {
  var notes: [String] = []
  var told: Set<AgeLimit> = []
  for measure in plan.measures {
    for limit in measure.livedThrough where told.insert(limit).inserted {
      let part = parts[measure.source]
      var mask = [Bool](repeating: false, count: facts.count)
      part.kept.rows.forEach { mask[Int(part.table.videoCodes[$0])] = true }
      if let note = leftOutByAge(limit, mask, plan, facts) { notes.append(note) }
    }
  }
  for limit in plan.sources.flatMap({ $0.filter?.ages ?? [] }) where told.insert(limit).inserted {
    if let note = leftOutByAge(limit, nil, plan, facts) {
      notes.append(note + " They have no such number in `where`.")
    }
  }
  if plan.groups.contains(where: \.isAge) {
    for part in parts where part.kept.tooEarly > 0 {
      let early = part.kept.tooEarly
      notes.append(
        "\(count(early, "\(plan.videoWord)-day")) before the day posted \(early == 1 ? "is" : "are") left out."
      )
    }
    notes.append("Later ages rest on fewer \(plan.videoWord)s: only those that are old enough.")
  }
  return notes
}

private func leftOutByAge(_ limit: AgeLimit, _ mask: [Bool]?, _ plan: Plan, _ facts: VideoFacts) -> String? {
  guard let first = facts.dataset.daily?.dayIndex.range?.lowerBound else { return nil }
  let lived = facts.haveLived(through: limit)
  var (young, old, undated) = (0, 0, 0)
  for code in lived.indices where !lived[code] && mask?[code] ?? facts.isVisible(code) {
    let posted = facts.postedDays[code]
    if posted == VideoFacts.unknown {
      undated += 1
    } else if posted < first {
      old += 1
    } else {
      young += 1
    }
  }
  let word = plan.videoWord
  var reasons: [String] = []
  if young > 0 { reasons.append("\(count(young, word)) younger than \(limit.words)") }
  if old > 0 { reasons.append("\(count(old, word)) posted before the loaded days begin") }
  if undated > 0 { reasons.append("\(count(undated, word)) without a day posted") }
  return reasons.isEmpty ? nil : "Left out: \(reasons.joined(separator: ", "))."
}

/// Why a ratio is missing though its parts are there: they divide by 0.
///
/// - Parameter missing: the rows in which it is missing.
func divisionNote(
  _ item: PlannedItem, _ formula: Formula, _ plan: Plan, _ arrangement: Arrangement, _ facts: VideoFacts,
  _ missing: [Int]
) throws(Diagnostic) -> String? {
  guard case .binary(.divide, let left, let right) = formula.quotient, !missing.isEmpty, !right.isConstant
  else { return nil }
  let dividend = try compute(left, of: plan, arrangement, facts)
  let divisor = try compute(right, of: plan, arrangement, facts)
  let zero = missing.count { dividend.present[$0] && divisor.present[$0] && divisor.decimals($0) == 0 }
  guard zero > 0 else { return nil }
  return "\(item.name) is missing in \(count(zero, "row")), where it would be divided by 0."
}

/// Days on which a count went down, which is kept as it is, and first values of columns that count up.
func fallNotes(_ part: SourceRows, _ plan: Plan, _ facts: VideoFacts) -> [String] {
  var notes: [String] = []
  let handles = plan.items.filter { $0.isShown && plan.sources[$0.source].role == part.source.role }
    .flatMap(\.origins)
  var told: Set<ColumnHandle> = []
  let noun = part.source.role == .channel ? "day" : "\(plan.videoWord)-day"
  for handle in handles where part.source.role != .videos && told.insert(handle).inserted {
    guard let column = part.table.columns[handle.name] else { continue }
    let falls = column.countNegative(part.kept.rows)
    if falls > 0 {
      notes.append(
        "\(handle.name) went down on \(count(falls, noun)): taken back, or corrected by the platform; kept as it is."
      )
    }
    guard part.source.runningTotals.contains(handle),
      let raw = facts.dataset[part.source.role]?.columns[handle.name]
    else { continue }
    let (before, after) = (raw.validity, column.validity)
    let starts = part.kept.rows.keeping { before[$0] && !after[$0] }.count
    if starts > 0 {
      notes.append(
        "\(handle.name) counts up: each value less the one before; \(count(starts, "first value")) only \(starts == 1 ? "starts" : "start") the count."
      )
    }
  }
  return notes
}

/// How many of the days that were asked for have no row at all.
func missingDays(_ plan: Plan, _ parts: [SourceRows]) -> [String] {
  parts.compactMap { part in
    guard part.source.timeline == .activity, part.source.role == .daily || part.source.role == .channel,
      part.source.days != nil
        || plan.groups.contains(where: { if case .time(_, isPosted: false) = $0.key { true } else { false } }),
      let visible = part.source.visibleDays
    else { return nil }
    let missing =
      visible.dayCount
      - part.table.dayIndex.countDays(in: visible.lowerBound.number...visible.upperBound.number)
    guard missing > 0 else { return nil }
    return
      "\(count(missing, "day")) of \(grouped(visible.dayCount)) \(missing == 1 ? "has" : "have") no data in \(part.source.role.rawValue)."
  }
}

/// Which of the days compared with are loaded only in part.
func partlyCompared(_ answerRows: AnswerRows, _ shown: [Int]) -> String? {
  guard let comparison = answerRows.comparison else { return nil }
  var told: [String] = []
  for (part, compared) in zip(answerRows.parts, comparison.sources) {
    guard let loaded = part.source.loadedDays else { continue }
    var buckets: Set<GroupValue?> = []
    for group in shown {
      let bucket = answerRows.plan.comparison?.group.map { answerRows.space.columns[$0][group] }
      guard buckets.insert(bucket).inserted, let days = compared.days(of: bucket) else { continue }
      let present = days.overlaps(loaded) ? days.clamped(to: loaded).dayCount : 0
      guard present > 0, present < days.dayCount else { continue }
      let note = "\(days.lowerBound) to \(days.upperBound) (\(present) of \(days.dayCount) days)"
      if !told.contains(note) { told.append(note) }
    }
  }
  return told.isEmpty
    ? nil : "Compared with days that are loaded only in part: \(told.joined(separator: ", "))."
}

/// Which cut buckets are compared with another number of days, since the earlier bucket has no more of them.
func unevenlyCompared(_ answerRows: AnswerRows, _ shown: [Int]) -> String? {
  guard let index = answerRows.plan.comparison?.group,
    case .time(let grain, _) = answerRows.plan.groups[index].key
  else { return nil }
  var told: [String] = []
  for compared in answerRows.comparison?.sources ?? [] {
    for group in shown {
      guard case .day(let start) = answerRows.space.columns[index][group],
        let bucket = compared.buckets[start],
        let cut = bucket.cut, cut.dayCount != bucket.days.dayCount
      else { continue }
      let name = grain.bucketName(from: Day(number: start))
      let note = "\(name) (\(count(cut.dayCount, "day")) with \(grouped(bucket.days.dayCount)))"
      if !told.contains(note) { told.append(note) }
    }
  }
  return told.isEmpty ? nil : "Compared with another number of days: \(told.joined(separator: ", "))."
}

/// How many cells `missing as` filled.
func filledNotes(_ plan: Plan, _ items: ItemColumns, _ shown: [Int]) -> [String] {
  guard let fill = plan.fill else { return [] }
  let filled = plan.items.indices.reduce(0) { sum, index in
    guard plan.items[index].isShown, let mask = items.filled[index] else { return sum }
    return sum + shown.count { mask[$0] }
  }
  switch fill {
  case .zero:
    var notes =
      filled > 0 ? ["\(count(filled, "missing cell")) \(filled == 1 ? "is" : "are") shown as 0."] : []
    let unfilled = plan.items.filter { item in
      if case .formula = item.content { item.isShown && !item.fillsZero } else { false }
    }
    if !unfilled.isEmpty {
      notes.append(
        "Only counts are filled with 0; \(unfilled.map(\.name).joined(separator: ", ")) stays as it is.")
    }
    return notes
  case .previous:
    return filled > 0
      ? ["\(count(filled, "missing cell")) \(filled == 1 ? "shows" : "show") the value before."] : []
  }
}

/// Which rows rest on few videos, where a rate ranks them.
func fewVideos(_ answerRows: AnswerRows, _ shown: [Int]) -> String? {
  let plan = answerRows.plan
  guard case .item(let index)? = plan.order.first?.key, plan.items[index].isRate,
    !plan.groups.isEmpty, !plan.groups.contains(where: { $0.key == .video })
  else { return nil }
  let part = answerRows.parts[plan.items[index].source]
  guard part.source.role == .videos || part.source.role == .daily else { return nil }
  func countVideos(_ rows: GroupedRows) -> Series {
    TallyEngine.countVideos(
      codes: part.input.videoCodes, videoCount: answerRows.facts.count, rows,
      groupCount: answerRows.space.count)
  }
  // Most answers have enough videos among the first rows already.
  let least = countVideos(part.grouped.prefix(1 << 16))
  guard shown.contains(where: { least.decimals($0) < Double(plan.minVideos) }) else { return nil }
  let counts = countVideos(part.grouped)
  let few = shown.filter { counts.decimals($0) < Double(plan.minVideos) && counts.decimals($0) > 0 }
  guard !few.isEmpty else { return nil }
  let fewest = few.map { Int(counts.decimals($0)) }.min() ?? 0
  let rows = few.count == 1 ? "1 row rests" : "\(grouped(few.count)) rows rest"
  return
    "\(rows) on fewer than \(plan.minVideos) \(plan.videoWord)s (the least on \(fewest)): such a rate says little."
}

/// Where lifetime totals and the loaded days differ by more than a hundredth, for items that either could answer.
func lifetimeGaps(_ answerRows: AnswerRows) -> [String] {
  let (plan, facts) = (answerRows.plan, answerRows.facts)
  guard let videos = facts.dataset.videos, let daily = facts.dataset.daily, facts.clock.asOf == nil else {
    return []
  }
  var notes: [String] = []
  var told: Set<String> = []
  for item in plan.items where item.isShown {
    let part = answerRows.parts[item.source]
    guard part.source.role == .videos || part.source.role == .daily, part.source.days == nil,
      part.kept.mask != nil,
      part.source.runningTotals.isEmpty, case .formula(let formula) = item.content
    else { continue }
    for name in formula.sums(plan.measures) where told.insert(name).inserted {
      guard let lifetime = videos.columns[name], let days = daily.columns[name], let mask = part.kept.mask
      else { continue }
      let rows = RowSet.all(videos.rowCount, facts.work).keeping { mask[$0] }
      let everyDay = RowSet.all(daily.rowCount, facts.work)
      let dayRows =
        mask.contains(false) ? everyDay.keeping(.codes(.numbers(daily.videoCodes), mask)) : everyDay
      // A sum that leaves 64 bits is nothing to compare, and no fault of the answer.
      func total(_ column: Column, _ rows: RowSet) -> Double? {
        guard let sum = try? sum(column, GroupedRows(inOneGroup: rows), groupCount: 1) else { return nil }
        return sum.present[0] ? sum.decimals(0) : nil
      }
      guard let whole = total(lifetime, rows), let added = total(days, dayRows), whole > 0,
        abs(added - whole) > whole / 100
      else { continue }
      notes.append(
        "\(name): lifetime totals come to \(amount(whole, .count)), the loaded days to \(amount(added, .count)): some days are not loaded, or still come in."
      )
    }
  }
  return notes
}

extension Formula {
  /// The quotient behind a scale, as in `saves per 1000 views`.
  fileprivate var quotient: Formula {
    if case .binary(.multiply, .constant, let inner) = self { inner } else { self }
  }

  fileprivate var isConstant: Bool { if case .constant = self { true } else { false } }

  /// Names of the columns that are simply added up in it.
  fileprivate func sums(_ measures: [Measure]) -> [String] {
    switch self {
    case .constant: []
    case .measure(let index):
      if case .sum(let handle) = measures[index].aggregation, measures[index].before == nil {
        [handle.name]
      } else {
        []
      }
    case .negated(let inner): inner.sums(measures)
    case .binary(_, let left, let right): left.sums(measures) + right.sums(measures)
    case .statistic, .window: []
    }
  }
}

extension VideoFilter {
  /// Every text that a column of videos is compared with.
  fileprivate var comparedTexts: [(column: ColumnHandle, text: String)] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.comparedTexts)
    case .not(let inner): inner.comparedTexts
    case .text(.attribute(let handle), .isOne(let values)), .text(.tags(let handle), .isOne(let values)):
      values.map { (handle, $0) }
    case .text, .number, .posted, .postedMissing, .missing: []
    }
  }

  /// Every age that `within` names in it.
  fileprivate var ages: [AgeLimit] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.ages)
    case .not(let inner): inner.ages
    case .number(let test): test.left.ages + test.right.ages
    case .missing(.number(let number)): number.ages
    case .text, .posted, .postedMissing, .missing(.text): []
    }
  }
}
