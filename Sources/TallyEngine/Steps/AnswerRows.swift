import TallyLanguage
import TallyPlan

/// Rows as they make the rows of an answer: those of each group, of everything, or of what is left.
struct AnswerRows {
  let plan: Plan
  let parts: [SourceRows]
  let comparison: EarlierSide?
  let space: GroupSpace
  let facts: VideoFacts

  // MARK: Groups

  /// Each group of the answer, a source each.
  func current() throws(Diagnostic) -> [Arrangement] {
    var arrangements: [Arrangement] = []
    for part in parts {
      arrangements.append(
        Arrangement(
          input: part.input, rows: part.grouped, groupCount: space.count,
          wholePeriods: { unit throws(Diagnostic) in
            try wholePeriods(unit, part, in: part.source.visibleDays, then: nil)
          }, areRows: true, windows: try windows(part, compared: nil)))
    }
    return arrangements
  }

  /// The earlier side of each group, a source each; nil where nothing is compared.
  func earlier() throws(Diagnostic) -> [Arrangement]? {
    guard let comparison else { return nil }
    var arrangements: [Arrangement] = []
    for (part, compared) in zip(parts, comparison.sources) {
      arrangements.append(
        Arrangement(
          input: part.input, rows: compared.rows, groupCount: space.count,
          wholePeriods: { unit throws(Diagnostic) in
            try wholePeriods(unit, part, in: compared.periods, then: compared.map)
          }, areRows: true, windows: try windows(part, compared: compared)))
    }
    return arrangements
  }

  /// Rows of whole weeks or months in a range, each in the bucket of the first day where buckets are as long, else in its own.
  private func wholePeriods(
    _ unit: CalendarUnit, _ part: SourceRows, in range: ClosedRange<Day>?, then map: ((Int32) -> Int32?)?
  ) throws(Diagnostic) -> GroupedRows {
    let weekStart = plan.clock.weekStart
    func firstDay(_ day: Int32) -> Int32 { unit.start(of: Day(number: day), weekStart: weekStart).number }
    var maps: [Int: (Int32) -> Int32?] = [:]
    for index in plan.groups.indices where plan.groups[index].holdsWhole(unit) { maps[index] = firstDay }
    if let map, let index = plan.comparison?.group {
      let isWhole = maps[index] != nil
      maps[index] = { map(isWhole ? firstDay($0) : $0) }
    }
    return try group(
      part.wholePeriods(unit, in: range, weekStart: weekStart), of: part.input, by: plan.groups, facts,
      days: DayMap(maps: maps), within: space)
  }

  // MARK: Everything, and the rest

  /// All kept rows as one group.
  func total() -> [Arrangement] {
    parts.map { part in
      single(part, part.kept.rows, periods: part.source.visibleDays)
    }
  }

  /// All earlier rows as one group.
  func earlierTotal() -> [Arrangement]? {
    comparison.map { comparison in
      zip(parts, comparison.sources).map { part, compared in
        return single(part, compared)
      }
    }
  }

  /// The earlier rows of a source as one group; of weeks and months, those that are counted in a bucket compared with.
  private func single(_ part: SourceRows, _ compared: ComparedRows) -> Arrangement {
    let chosen = compared.map == nil ? nil : Set(compared.all.numbers)
    return single(part, compared.all, periods: compared.periods) { unit, row in
      guard let map = compared.map, let index = plan.comparison?.group else { return true }
      guard plan.groups[index].holdsWhole(unit) else { return chosen?.contains(row) ?? true }
      let day = Day(number: part.input.days[Int(row)])
      return map(unit.start(of: day, weekStart: plan.clock.weekStart).number) != nil
    }
  }

  /// - Parameter counts: whether a row of a whole week or month counts there.
  private func single(
    _ part: SourceRows, _ rows: RowSet, periods range: ClosedRange<Day>?,
    where counts: @escaping (CalendarUnit, UInt32) -> Bool = { _, _ in true }
  ) -> Arrangement {
    Arrangement(
      input: part.input, rows: GroupedRows(inOneGroup: rows), groupCount: 1,
      wholePeriods: { unit in
        let whole = part.wholePeriods(unit, in: range, weekStart: plan.clock.weekStart)
        return GroupedRows(inOneGroup: RowSet(whole.numbers.filter { counts(unit, $0) }, whole.work))
      }, areRows: false, windows: nil)
  }

  /// Rows of other arrangements put together anew, as what is left beside the rows shown.
  ///
  /// - Parameter rest: the new group of each group; nil takes its rows out.
  func regrouped(_ arrangements: [Arrangement], _ rest: [UInt32?], count: Int) -> [Arrangement] {
    arrangements.map { arrangement in
      Arrangement(
        input: arrangement.input, rows: arrangement.rows.regrouped(rest), groupCount: count,
        wholePeriods: { unit throws(Diagnostic) in try arrangement.wholePeriods(unit).regrouped(rest) },
        areRows: false, windows: nil)
    }
  }

  // MARK: Windows

  /// What windows look back over; nil where the plan has none.
  private func windows(_ part: SourceRows, compared: ComparedRows?) throws(Diagnostic) -> WindowRows? {
    guard plan.items.contains(where: \.hasWindow), let loaded = part.source.loadedDays,
      let visible = part.source.visibleDays
    else { return nil }
    let times = plan.groups.indices.filter { plan.groups[$0].isActivityTime }
    let others = plan.groups.indices.filter { !plan.groups[$0].isActivityTime }
    var groups = GroupSpace(columns: others.count)
    let rows = try group(
      part.kept.matching, of: part.input, by: others.map { plan.groups[$0] }, facts, into: &groups)
    let frames = (0..<space.count).map { row -> WindowFrame? in
      let values = space[row]
      guard let group = groups.lookUp(others.map { values[$0] }) else { return nil }
      if let compared {
        guard let index = plan.comparison?.group, case .day(let start) = values[index],
          let bucket = compared.buckets[start]
        else { return nil }
        return WindowFrame(
          end: bucket.days.upperBound.number, start: bucket.runningStart, group: group)
      }
      let end = lastDay(of: times.map { values[$0] }, times, in: visible)
      return end.map { WindowFrame(end: $0.number, start: visible.lowerBound.number, group: group) }
    }
    return WindowRows(
      rows: rows, groupCount: groups.count, firstLoaded: loaded.lowerBound.number, frames: frames)
  }
}

extension AnswerRows {
  /// The last day of the buckets that a row of the answer stands for, cut to the visible days; nil where there is none.
  private func lastDay(of values: [GroupValue], _ times: [Int], in visible: ClosedRange<Day>) -> Day? {
    var (first, last) = (visible.lowerBound, visible.upperBound)
    var weekday: Int?
    for (value, index) in zip(values, times) {
      switch (value, plan.groups[index].bucketUnit) {
      case (.day(let start), let unit?):
        first = max(first, Day(number: start))
        last = min(last, unit.start(1, after: Day(number: start)).advanced(by: -1))
      case (.weekday(let number), _): weekday = number
      case (_, _): return nil
      }
    }
    if let weekday { last = last.advanced(by: -((last.weekday - weekday + 7) % 7)) }
    return first <= last ? last : nil
  }
}

extension SourceRows {
  /// Rows whose whole week or month lies in a range.
  fileprivate func wholePeriods(_ unit: CalendarUnit, in range: ClosedRange<Day>?, weekStart: Int) -> RowSet {
    guard let range else { return RowSet([], kept.rows.work) }
    let days = range.lowerBound.number...range.upperBound.number
    let isWhole = input.dayIndex.codedDays.map { day in
      day != VideoFacts.unknown && unit.isWhole(Day(number: day), in: days, weekStart: weekStart)
    }
    return kept.matching.keeping(.codes(input.dayCodes, isWhole))
  }
}

extension Group {
  /// Whether rows are told apart by when the activity was.
  fileprivate var isActivityTime: Bool { if case .time(_, isPosted: false) = key { true } else { false } }

  /// Whether its buckets are of days of activity and as long as a unit, so that each unit belongs to one of them.
  fileprivate func holdsWhole(_ unit: CalendarUnit) -> Bool {
    let lengths: [CalendarUnit] = [.day, .week, .month, .quarter, .year]
    guard let own = bucketUnit, let left = lengths.firstIndex(of: own),
      let right = lengths.firstIndex(of: unit)
    else {
      return false
    }
    return left >= right
  }

  /// The calendar unit of a group of days along which windows look back.
  fileprivate var bucketUnit: CalendarUnit? {
    if case .time(let grain, isPosted: false) = key { grain.unit } else { nil }
  }
}

extension PlannedItem {
  /// Whether its numbers look back over a window.
  var hasWindow: Bool {
    if case .formula(let formula) = content { formula.hasWindow } else { false }
  }
}

extension Formula {
  fileprivate var hasWindow: Bool {
    switch self {
    case .constant, .measure: false
    case .negated(let inner), .statistic(_, let inner, _): inner.hasWindow
    case .binary(_, let left, let right): left.hasWindow || right.hasWindow
    case .window: true
    }
  }
}
