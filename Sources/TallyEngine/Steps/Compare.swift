import TallyLanguage
import TallyPlan

/// The earlier side of `vs`: for each source its rows, put into the groups of the answer that they are compared in.
struct EarlierSide {
  /// Beside the plan's sources.
  let sources: [ComparedRows]
}

/// The earlier rows of one source.
struct ComparedRows {
  let rows: GroupedRows
  /// The rows themselves, each once.
  let all: RowSet
  /// What days count as, where rows are compared bucket by bucket; nil where whole answers are.
  let map: ((Int32) -> Int32?)?
  /// The days that each bucket is compared with, by its first day; empty where whole answers are compared.
  let buckets: [Int32: ComparedBucket]
  /// The days that everything is compared with, where it is not bucket by bucket.
  let whole: ClosedRange<Day>?
  /// The days in which whole weeks and months of the earlier side lie.
  let periods: ClosedRange<Day>?
  /// The loaded days that can be compared with: those of the activity, or of postings where rows are compared by them.
  let loaded: ClosedRange<Day>?
}

/// What one bucket is compared with.
struct ComparedBucket {
  /// The days themselves.
  let days: ClosedRange<Day>
  /// The days of the bucket that are compared with them; nil where both are whole buckets.
  let cut: ClosedRange<Day>?
  /// Where `running` begins on the earlier side.
  let runningStart: Int32
}

/// Finds the earlier rows, and adds groups that only they have.
///
/// - Throws: N001.
func compare(
  _ plan: Plan, _ comparison: PeriodComparison, _ parts: [SourceRows], _ facts: VideoFacts,
  into space: inout GroupSpace
) throws(Diagnostic) -> EarlierSide {
  var sources: [ComparedRows] = []
  let span = comparison.group.flatMap { comparedSpan(plan, $0, parts, space, facts) }
  for part in parts {
    guard let index = comparison.group else {
      let rows = part.earlierRows
      let grouped = try group(rows, of: part.input, by: plan.groups, facts, into: &space)
      sources.append(
        ComparedRows(
          rows: grouped, all: rows, map: nil, buckets: [:], whole: part.source.earlierDays,
          periods: part.source.loadedEarlierDays, loaded: part.source.loadedDays))
      continue
    }
    guard case .time(let grain, let isPosted) = plan.groups[index].key, let unit = grain.unit, let span else {
      sources.append(
        ComparedRows(
          rows: .none, all: RowSet([], facts.work), map: nil, buckets: [:], whole: nil,
          periods: nil,
          loaded: nil))
      continue
    }
    let isByPosting = isPosted && part.source.timeline == .activity
    let visible = isPosted ? part.source.visiblePostedDays(facts) : part.source.visibleDays
    let buckets = comparedBuckets(
      unit, comparison.step, from: span.lowerBound, through: span.upperBound, visible,
      weekStart: plan.clock.weekStart)
    var target: [Int32: Int32] = [:]
    for (start, bucket) in buckets {
      for day in bucket.days.lowerBound.number...bucket.days.upperBound.number { target[day] = start }
    }
    let days = target
    let map: (Int32) -> Int32? = { days[$0] }
    let candidates = isByPosting ? part.kept.rows : part.kept.matching
    let grouped = try group(
      candidates, of: part.input, by: plan.groups, facts, days: DayMap(maps: [index: map]),
      into: &space)
    let all = candidates.keeping(part.input.test(isByPosting: isByPosting, facts) { map($0) != nil })
    sources.append(
      ComparedRows(
        rows: grouped, all: all, map: map, buckets: buckets, whole: nil,
        periods: isByPosting ? part.source.visibleDays : part.source.loadedDays,
        loaded: isPosted ? part.source.postedDays(facts) : part.source.loadedDays))
  }
  return EarlierSide(sources: sources)
}

/// First and last bucket that an answer may have rows of: those with rows now, and those of the days that were asked for.
private func comparedSpan(
  _ plan: Plan, _ index: Int, _ parts: [SourceRows], _ space: GroupSpace, _ facts: VideoFacts
) -> ClosedRange<Day>? {
  var span = space.days(ofGroup: index)
  guard case .time(let grain, let isPosted) = plan.groups[index].key, let unit = grain.unit else {
    return span
  }
  for part in parts where part.source.days != nil && (!isPosted || part.source.timeline == .posted) {
    guard let visible = part.source.visibleDays else { continue }
    let low = unit.start(of: visible.lowerBound, weekStart: plan.clock.weekStart)
    let high = unit.start(of: visible.upperBound, weekStart: plan.clock.weekStart)
    span = span.map { min($0.lowerBound, low)...max($0.upperBound, high) } ?? low...high
  }
  return span
}

/// The days that each bucket of a range is compared with.
///
/// A whole bucket is compared with the whole earlier one; one that the visible days cut with the same days of it, counted
/// from its first, as far as it has them.
private func comparedBuckets(
  _ unit: CalendarUnit, _ step: PeriodComparison.Step, from first: Day, through last: Day,
  _ visible: ClosedRange<Day>?, weekStart: Int
) -> [Int32: ComparedBucket] {
  guard let visible else { return [:] }
  func earlier(_ start: Day) -> Day {
    switch step {
    case .previous, .range: unit.start(-1, after: start)
    case .yearAgo: start.aYearEarlier(in: unit)
    }
  }
  // A running count that is compared with the row before goes on from the same start; with a year ago, from a year ago.
  func runningStart(_ visible: ClosedRange<Day>) -> Day {
    switch step {
    case .previous, .range: return visible.lowerBound
    case .yearAgo:
      let firstBucket = unit.start(of: visible.lowerBound, weekStart: weekStart)
      return earlier(firstBucket).advanced(by: visible.lowerBound.days(since: firstBucket))
    }
  }
  func compared(_ start: Day) -> ComparedBucket? {
    let end = unit.start(1, after: start).advanced(by: -1)
    let (low, high) = (max(start, visible.lowerBound), min(end, visible.upperBound))
    guard low <= high else { return nil }
    let earlierStart = earlier(start)
    let earlierEnd = unit.start(1, after: earlierStart).advanced(by: -1)
    let from = min(earlierEnd, earlierStart.advanced(by: low.days(since: start)))
    let isWhole = low == start && high == end
    let through =
      isWhole ? earlierEnd : min(earlierEnd, earlierStart.advanced(by: high.days(since: start)))
    guard from <= through else { return nil }
    return ComparedBucket(
      days: from...through, cut: isWhole ? nil : low...high, runningStart: runningStart(visible).number)
  }
  var buckets: [Int32: ComparedBucket] = [:]
  var start = first
  var steps = 0
  while start <= last, steps < bucketLimit {
    if let bucket = compared(start) { buckets[start.number] = bucket }
    start = unit.start(1, after: start)
    steps += 1
  }
  return buckets
}

extension ComparedRows {
  /// Whether any of the days that a group is compared with is loaded.
  func isLoaded(_ bucket: GroupValue?) -> Bool {
    guard let loaded, let days = days(of: bucket) else { return false }
    return days.overlaps(loaded)
  }

  /// The days that a group is compared with; `bucket` is its value of the compared time group.
  func days(of bucket: GroupValue?) -> ClosedRange<Day>? {
    guard let bucket else { return whole }
    guard case .day(let start) = bucket else { return nil }
    return buckets[start]?.days
  }
}

extension SourceTable {
  /// Asks the day of each row, or that its video was posted; one that is not known does not hold.
  fileprivate func test(isByPosting: Bool, _ facts: VideoFacts, _ holds: (Int32) -> Bool) -> RowTest {
    func isMeant(_ day: Int32) -> Bool { day != VideoFacts.unknown && holds(day) }
    return isByPosting
      ? .codes(codesOfVideos, facts.postedDays.map(isMeant))
      : .codes(dayCodes, dayIndex.codedDays.map(isMeant))
  }
}

extension SourceRows {
  /// Rows of the earlier days, where whole answers are compared.
  fileprivate var earlierRows: RowSet {
    source.earlierDays.map { input.within($0, kept.matching) } ?? RowSet([], kept.rows.work)
  }
}

extension Source {
  /// The earlier days that are loaded, where whole answers are compared.
  fileprivate var loadedEarlierDays: ClosedRange<Day>? {
    guard let loadedDays, let earlierDays, earlierDays.overlaps(loadedDays) else { return nil }
    return earlierDays.clamped(to: loadedDays)
  }

  /// The days by whose postings rows are compared: up to the last loaded day of the daily table, else the newest posting.
  fileprivate func postedDays(_ facts: VideoFacts) -> ClosedRange<Day>? {
    let posted = facts.postedDays.indices.filter {
      facts.postedDays[$0] != VideoFacts.unknown && facts.isVisible($0)
    }.map { facts.postedDays[$0] }
    guard let first = posted.min(), let newest = posted.max() else { return nil }
    var last = newest
    if let latest = facts.dataset.daily?.dayIndex.range?.upperBound {
      last = max(newest, min(latest, facts.clock.asOf?.number ?? .max))
    }
    return Day(number: first)...Day(number: last)
  }

  /// Those of `postedDays` that are kept.
  fileprivate func visiblePostedDays(_ facts: VideoFacts) -> ClosedRange<Day>? {
    guard let loaded = postedDays(facts) else { return nil }
    guard timeline == .posted, let days else { return loaded }
    return days.overlaps(loaded) ? days.clamped(to: loaded) : nil
  }
}

extension GroupSpace {
  /// First and last bucket of a time group; nil where it has none.
  func days(ofGroup index: Int) -> ClosedRange<Day>? {
    let days = columns[index].compactMap { value -> Int32? in
      if case .day(let day) = value { day } else { nil }
    }
    guard let first = days.min(), let last = days.max() else { return nil }
    return Day(number: first)...Day(number: last)
  }
}
