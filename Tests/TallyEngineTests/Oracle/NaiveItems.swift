import TallyLanguage

/// One number that is asked for, with all rows that it may be counted from.
struct NaiveItem {
  let name: String
  let metric: NaiveMetric
  let tables: NaiveTables
  let groups: [NaiveGroup]
  let weekStart: Int
  let role: NaiveRole
  /// Whether it is asked along time, or of some days.
  let asksActivity: Bool
  /// Whether time means when a video was posted, because nothing else is loaded.
  let isByPosting: Bool
  /// The days of the table, up to `as_of`.
  let loaded: ClosedRange<Day>?
  /// From the first day that a video was posted to the last day that anything is known of, up to `as_of`.
  let postingDays: ClosedRange<Day>?
  /// The days of `during`.
  let during: NaiveRange?
  /// Rows that `where` and `as_of` leave, of any day.
  var rows: [NaiveRecord] = [] { didSet { complete = completeRows() } }
  private(set) var complete: [NaiveRecord] = []
  var comparison: NaiveComparison = .none

  /// The loaded days that `during` leaves.
  var visible: ClosedRange<Day>? {
    guard let during else { return loaded }
    return during.days.common(loaded)
  }

  /// The rows that the item adds up: every column of it is present, and the video is old enough.
  private func completeRows() -> [NaiveRecord] {
    let (columns, withins) = (metric.columns, metric.withins)
    return rows.filter { row in
      row.has(columns) && (withins.isEmpty || naiveIsOldEnough(row.video, withins, loaded: loaded))
    }
  }

  // MARK: Which rows are in which group

  /// The groups of a row as if it were on some day; none where it does not count.
  private func keys(_ record: NaiveRecord, on day: Day?, posted: Day? = nil) -> [[NaiveKey]] {
    let posted = posted ?? (role == .videos ? day : record.video?.posted?.day)
    return naiveKeys(groups, record, day: day, posted: posted)
  }

  /// The groups that a row counts for now, were it on some day.
  private func keysNow(_ record: NaiveRecord, on day: Day?, posted: Day? = nil) -> [[NaiveKey]] {
    if let during {
      guard let day, during.days.contains(day) else { return [] }
    }
    return keys(record, on: day, posted: posted)
  }

  /// The groups that a row is compared with, were it on some day.
  private func keysBefore(_ record: NaiveRecord, on day: Day?) -> [[NaiveKey]] {
    guard let day else { return [] }
    switch comparison {
    case .none: return []
    case .ranges(let earlier): return earlier?.contains(day) == true ? keys(record, on: day) : []
    case .steps(let steps, _, _) where stepsAlongPosting && role != .videos:
      // The days of activity stay those of the query; what moves is when the videos were posted.
      guard let posted = record.video?.posted?.day, during?.days.contains(day) ?? true else { return [] }
      return steps.filter { $0.compared?.contains(posted) == true }.flatMap {
        keys(record, on: day, posted: $0.current.lowerBound)
      }
    case .steps(let steps, _, _):
      return steps.filter { $0.compared?.contains(day) == true }.flatMap {
        keys(record, on: $0.current.lowerBound)
      }
    }
  }

  /// Whether `vs` goes from one stretch of posting days to another.
  private var stepsAlongPosting: Bool {
    groups.contains { if case .time(_, .posted) = $0.key { true } else { false } }
  }

  /// The days that `vs` steps along, as far as they are known.
  private var steppedDays: ClosedRange<Day>? { stepsAlongPosting ? postingDays : loaded }

  func keys(_ record: NaiveRecord, isBefore: Bool) -> [[NaiveKey]] {
    isBefore ? keysBefore(record, on: record.day) : keysNow(record, on: record.day)
  }

  // MARK: Values

  /// The number of one group (`key`), or of all groups that are accepted.
  func value(_ key: [NaiveKey]?, isBefore: Bool = false, accepts: @escaping ([NaiveKey]) -> Bool) -> Quantity?
  {
    if isBefore, !isLoadedBefore(key) { return nil }
    if key == nil, metric.hasWindow { return nil }
    func accepted(_ record: NaiveRecord, on day: Day?) -> Bool {
      // What goes by posting keeps the day that the video was posted.
      let posted = day == record.day ? nil : record.video?.posted?.day
      return (isBefore ? keysBefore(record, on: day) : keysNow(record, on: day, posted: posted))
        .contains(where: accepts)
    }
    let whole = isBefore ? wholeBefore : visible
    let inGroup = complete.filter { accepted($0, on: $0.day) }
    let scope = NaiveScope(
      tables: tables, role: role, rows: inGroup,
      units: { each in
        switch each {
        case .video: byVideo(inGroup)
        case .day: byUnit(inGroup, .day)
        case .week: byUnit(ofWholeUnits(complete, .week, whole, accepted), .week)
        case .month: byUnit(ofWholeUnits(complete, .month, whole, accepted), .month)
        }
      },
      window: { window in key.flatMap { windowScope(window, $0, complete, isBefore: isBefore) } },
      isStored: { unit in (key != nil || unit != nil) && isStored(unit) })
    return scope.value(metric)
  }

  /// Whether a group, or a unit in it, has one row of the file at most.
  func isStored(_ unit: Each?) -> Bool {
    let byVideo = groups.contains { $0.key == .video }
    if role == .videos, byVideo { return true }
    if role == .daily, tables.hasSurfaces, !groups.contains(where: { $0.key == .surface }) { return false }
    // A week holds several days, wherever it stands.
    if unit == .week || unit == .month { return false }
    let byDay = groups.contains { $0.key == .time(.day, .activity) }
    return switch role {
    case .videos: byVideo || unit == .video
    case .daily: byVideo && (byDay || unit == .day) || byDay && unit == .video
    case .channel: byDay || unit == .day
    }
  }

  private func byVideo(_ rows: [NaiveRecord]) -> [[NaiveRecord]] {
    Set(rows.map(\.id)).map { id in rows.filter { $0.id == id } }
  }

  private func byUnit(_ rows: [NaiveRecord], _ unit: CalendarUnit) -> [[NaiveRecord]] {
    func start(_ row: NaiveRecord) -> Day? { row.day.map { naiveBucket($0, unit, weekStart: weekStart) } }
    return Set(rows.compactMap(start)).map { day in rows.filter { start($0) == day } }
  }

  /// The rows of a group whose week or month lies wholly within some days.
  ///
  /// Under weeks, months and longer times it belongs where its first day belongs, with all its days.
  private func ofWholeUnits(
    _ rows: [NaiveRecord], _ unit: CalendarUnit, _ whole: ClosedRange<Day>?,
    _ accepted: (NaiveRecord, Day?) -> Bool
  ) -> [NaiveRecord] {
    let longer: Set<Grain> = unit == .week ? [.week, .month, .quarter, .year] : [.month, .quarter, .year]
    let times = groups.filter(\.isActivityTime)
    let goesByFirstDay =
      !times.isEmpty
      && times.allSatisfy { if case .time(let grain, _) = $0.key { longer.contains(grain) } else { false } }
    return rows.filter { row in
      guard isWhole(row, unit, whole) else { return false }
      let first = row.day.map { naiveBucket($0, unit, weekStart: weekStart) }
      return accepted(row, goesByFirstDay ? first : row.day)
    }
  }

  /// Whether the week or month of a row lies wholly within some days.
  private func isWhole(_ row: NaiveRecord, _ unit: CalendarUnit, _ whole: ClosedRange<Day>?) -> Bool {
    guard let day = row.day, let whole else { return false }
    return whole.holds(naiveBucketDays(naiveBucket(day, unit, weekStart: weekStart), unit))
  }

  private func windowScope(
    _ window: Window, _ key: [NaiveKey], _ complete: [NaiveRecord], isBefore: Bool
  ) -> NaiveScope? {
    guard let loaded, let visible else { return nil }
    let end: Day
    var start = visible.lowerBound
    if isBefore {
      guard case .steps(_, let unit, let isYearAgo) = comparison, let step = step(key),
        let compared = step.compared
      else { return nil }
      end = compared.upperBound
      if isYearAgo { start = naiveStep(start, unit, isYearAgo: true) }
    } else {
      guard let last = days(of: key).last else { return nil }
      end = last
    }
    if case .rolling(let period) = window {
      start = naiveMoved(
        end.advanced(by: 1), -Int(period.value.count.whole ?? 0), period.value.unit)
      if start < loaded.lowerBound { return nil }
    }
    guard start <= end else { return nil }
    let days = start...end
    let inWindow = complete.filter { row in
      guard let day = row.day, days.contains(day) else { return false }
      return keys(row, on: day).contains { other in
        groups.indices.allSatisfy {
          groups[$0].isActivityTime || other[$0] == key[$0]
        }
      }
    }
    return NaiveScope(
      tables: tables, role: role, rows: inWindow,
      units: { each in
        switch each {
        case .video: byVideo(inWindow)
        case .day: byUnit(inWindow, .day)
        case .week: byUnit(inWindow.filter { isWhole($0, .week, days) }, .week)
        case .month: byUnit(inWindow.filter { isWhole($0, .month, days) }, .month)
        }
      }, window: { _ in nil }, isStored: isStoredInWindow)
  }

  /// Whether a window, or a unit in it, has one row of the file at most.
  private func isStoredInWindow(_ unit: Each?) -> Bool {
    let byVideo = groups.contains { $0.key == .video }
    return switch role {
    case .videos: byVideo || unit == .video
    case .daily: byVideo && unit == .day && isStored(unit)
    case .channel: unit == .day
    }
  }

  // MARK: Days of a row

  /// The visible days that fall in the times of a group.
  func days(of key: [NaiveKey]) -> [Day] {
    (visible?.each ?? []).filter { day in
      groups.indices.allSatisfy { !groups[$0].isActivityTime || groups[$0].bucket(day) == key[$0] }
    }
  }

  /// Leaves buckets out that are not in the answer.
  mutating func compareOnly(from first: Day?, to last: Day?) {
    guard case .steps(let steps, let unit, let isYearAgo) = comparison else { return }
    let kept = steps.filter { step in
      guard let first, let last else { return false }
      return first <= step.bucket && step.bucket <= last
    }
    comparison = .steps(kept, unit, isYearAgo: isYearAgo)
  }

  private func step(_ key: [NaiveKey]) -> NaiveComparison.Step? {
    guard case .steps(let steps, _, _) = comparison,
      let time = groups.firstIndex(where: { isTimeBucket($0) })
    else { return nil }
    return steps.first { .day($0.bucket) == key[time] }
  }

  /// Whether a group is a stretch of time on the clock of the item's table.
  func isTimeBucket(_ group: NaiveGroup) -> Bool {
    guard case .time(let grain, let clock) = group.key, CalendarUnit(rawValue: grain.rawValue) != nil else {
      return false
    }
    return clock != .sincePosted
  }

  /// Whether any day that a group is compared with is loaded.
  func isLoadedBefore(_ key: [NaiveKey]?) -> Bool {
    switch comparison {
    case .none: false
    case .ranges(let earlier): earlier?.common(loaded) != nil
    case .steps(let steps, _, _):
      if let key {
        step(key)?.compared?.common(steppedDays) != nil
      } else {
        steps.contains { $0.compared?.common(steppedDays) != nil }
      }
    }
  }

  private var wholeBefore: ClosedRange<Day>? {
    if case .ranges(let earlier) = comparison { return earlier?.common(loaded) }
    return stepsAlongPosting && role != .videos ? visible : loaded
  }
}

/// What an item is compared with.
enum NaiveComparison {
  struct Step {
    let bucket: Day
    /// The visible days of the bucket.
    let current: ClosedRange<Day>
    let compared: ClosedRange<Day>?
  }
  case none
  /// The range of the query with an earlier one.
  case ranges(earlier: ClosedRange<Day>?)
  /// Each bucket with an earlier one.
  case steps([Step], CalendarUnit, isYearAgo: Bool)
}

/// A day one bucket, or one year, earlier.
func naiveStep(_ day: Day, _ unit: CalendarUnit, isYearAgo: Bool) -> Day {
  guard isYearAgo else { return naiveMoved(day, -1, unit) }
  switch unit {
  case .day, .week: return day.advanced(by: -364)
  case .month, .quarter, .year: return naiveMoved(day, -1, .year)
  }
}

extension NaiveItem {
  /// Works out which days `vs` compares with.
  mutating func compare(_ versus: Versus, now: Day?) throws(NaiveFailure) {
    if let group = groups.first(where: isTimeBucket), case .time(let grain, _) = group.key,
      let unit = CalendarUnit(rawValue: grain.rawValue)
    {
      if case .range = versus { throw .wrong("a range beside a time") }
      comparison = .steps(steps(unit, isYearAgo: versus == .yearAgo), unit, isYearAgo: versus == .yearAgo)
      return
    }
    if groups.contains(where: { if case .time(.hour, _) = $0.key { true } else { false } }) {
      throw .wrong("Q050 hours are not compared")
    }
    guard let during else { throw .wrong("Q043 nothing to go back from") }
    guard let now, let loaded else { return comparison = .ranges(earlier: nil) }
    var whole = during.whole
    let earlier: ClosedRange<Day>
    switch versus {
    case .previous:
      earlier =
        naiveMoved(
          during.whole.lowerBound, -during.count, during.unit)...during.whole.lowerBound.advanced(
          by: -1)
    case .yearAgo:
      let end = during.whole.upperBound.advanced(by: 1)
      earlier =
        naiveStep(
          during.whole.lowerBound, during.unit, isYearAgo: true)...naiveStep(
          end, during.unit, isYearAgo: true
        ).advanced(by: -1)
    case .range(let written):
      guard let other = naiveDays(written, now: now, weekStart: weekStart) else {
        throw .wrong("a range without an end")
      }
      if (during.unit, during.count) == (other.unit, other.count) {
        earlier = other.whole
      } else {
        guard during.days.count == other.days.count else { throw .wrong("M009 unequal lengths") }
        (whole, earlier) = (during.days, other.days)
      }
    }
    let end = min(whole.upperBound, loaded.upperBound)
    guard end >= whole.lowerBound else { return comparison = .ranges(earlier: nil) }
    comparison = .ranges(earlier: sameDays(whole.lowerBound...end, of: whole, in: earlier))
  }

  /// The days of an earlier stretch that are at the same places; all of them where all are asked for.
  private func sameDays(
    _ days: ClosedRange<Day>, of whole: ClosedRange<Day>, in earlier: ClosedRange<Day>
  ) -> ClosedRange<Day> {
    if days == whole { return earlier }
    let start = earlier.lowerBound.advanced(by: days.lowerBound.days(since: whole.lowerBound))
    let end = earlier.lowerBound.advanced(by: days.upperBound.days(since: whole.lowerBound))
    return min(start, earlier.upperBound)...min(end, earlier.upperBound)
  }

  private func steps(_ unit: CalendarUnit, isYearAgo: Bool) -> [NaiveComparison.Step] {
    var known = visible
    if stepsAlongPosting {
      known = postingDays
      if role == .videos, let during { known = during.days.common(postingDays) }
    }
    guard let visible = known else { return [] }
    let buckets = Set(visible.each.map { naiveBucket($0, unit, weekStart: weekStart) })
    return buckets.sorted().compactMap { bucket in
      let whole = naiveBucketDays(bucket, unit)
      guard let current = whole.common(visible) else { return nil }
      let earlier = naiveBucketDays(
        naiveBucket(naiveStep(bucket, unit, isYearAgo: isYearAgo), unit, weekStart: weekStart), unit)
      return NaiveComparison.Step(
        bucket: bucket, current: current, compared: sameDays(current, of: whole, in: earlier))
    }
  }
}
