package import TallyLanguage

// What `vs` compares with: the step along a time group, or the earlier days of the whole answer.
extension Analyzer {
  /// How the query compares; nil where it does not.
  ///
  /// - Throws: Q050 along hours and ages, which have no day before.
  func periodComparison() throws(Diagnostic) -> PeriodComparison? {
    guard let versus = query.versus else { return nil }
    for (index, dimension) in query.by.enumerated() {
      guard case .time(let grain, let clock) = dimension.value else { continue }
      if grain.unit == nil || clock == .sincePosted {
        throw .versusWithoutDays(dimensionText(dimension), at: versus.span)
      }
      return PeriodComparison(step: versus.value.step, group: index)
    }
    return PeriodComparison(step: versus.value.step, group: nil)
  }

  private func dimensionText(_ dimension: Located<Dimension>) -> String {
    TallyLanguage.print(dimension.value)
  }

  /// The days that the kept range is compared with, where whole answers are.
  ///
  /// A range that the last loaded day cuts is compared with as many days from the start of the earlier one; one that lies
  /// behind that day has nothing to be compared with (nil).
  /// - Throws: M009 for a range of another length, and what is wrong in that range.
  func earlierDays(
    of range: Located<WrittenRange>, _ kept: ClosedRange<Day>, _ versus: Located<Versus>, now: Day,
    lastDay: Day
  ) throws(Diagnostic) -> ClosedRange<Day>? {
    let length = range.value.length(kept)
    let wholeEnd = kept.lowerBound.shifted(by: length.count, length.unit).advanced(by: -1)
    let end = min(kept.upperBound, lastDay)
    let earlier: ClosedRange<Day>
    switch versus.value {
    case .previous:
      let start = kept.lowerBound.shifted(by: -length.count, length.unit)
      earlier = start...max(start, kept.lowerBound.advanced(by: -1))
    case .yearAgo:
      let start = kept.lowerBound.aYearEarlier(in: length.unit)
      earlier = start...start.shifted(by: length.count, length.unit).advanced(by: -1)
    case .range(let written):
      earlier = try written.days(now: now, weekStart: context.clock.weekStart)
      let other = written.length(earlier)
      let (days, otherDays) = (kept.dayCount, earlier.dayCount)
      guard days == otherDays || (length.unit == other.unit && length.count == other.count) else {
        throw .unequalLengths(
          length.words, other.words, at: versus.span, rewrites: equalised(kept, earlier))
      }
    }
    if end < kept.lowerBound { return nil }
    guard end < wholeEnd else { return earlier }
    let offset = end.days(since: kept.lowerBound)
    return earlier.lowerBound...min(earlier.upperBound, earlier.lowerBound.advanced(by: offset))
  }

  /// The query with the days compared cut to those asked for, and the other way round.
  private func equalised(_ kept: ClosedRange<Day>, _ earlier: ClosedRange<Day>) -> [String] {
    func written(_ days: ClosedRange<Day>, count: Int) -> WrittenRange {
      let last = days.lowerBound.advanced(by: count - 1)
      return .points(
        Located(.date(.day(days.lowerBound)), query.span), to: Located(.date(.day(last)), query.span))
    }
    let count = min(kept.dayCount, earlier.dayCount)
    var fromStart = query
    fromStart.range = Located(written(kept, count: count), query.span)
    fromStart.versus = Located(.range(written(earlier, count: count)), query.span)
    var previous = query
    previous.versus = Located(.previous, query.span)
    return [fromStart, previous].map { TallyLanguage.print($0) }
  }
}

extension ClosedRange<Day> {
  /// Number of days, both ends included.
  package var dayCount: Int { upperBound.days(since: lowerBound) + 1 }
}

extension Day {
  /// The day that is compared with a year later: 364 days before, so that weekdays agree, for days and weeks; the same
  /// date for longer units.
  package func aYearEarlier(in unit: CalendarUnit) -> Day {
    switch unit {
    case .day, .week: advanced(by: -364)
    case .month, .quarter, .year: shifted(by: -1, .year)
    }
  }
}

extension Grain {
  /// The calendar unit whose buckets have first days; nil for weekday and hour.
  package var unit: CalendarUnit? {
    switch self {
    case .hour, .weekday: nil
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }
}

extension Versus {
  fileprivate var step: PeriodComparison.Step {
    switch self {
    case .previous: .previous
    case .yearAgo: .yearAgo
    case .range: .range
    }
  }
}

extension WrittenRange {
  /// How long it is, in the unit in which it was written; days where its ends are written in different ones.
  fileprivate func length(_ days: ClosedRange<Day>) -> (unit: CalendarUnit, count: Int, words: String) {
    func worded(_ unit: CalendarUnit, _ count: Int) -> (unit: CalendarUnit, count: Int, words: String) {
      (unit, count, "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")")
    }
    switch self {
    case .last(let count, let unit): return worded(unit, Int(count?.value.whole ?? 1))
    case .this(let unit): return worded(unit, 1)
    case .points(let first, to: let last):
      guard let unit = first.value.unit, last.map({ $0.value.unit == unit }) ?? true else {
        return worded(.day, days.dayCount)
      }
      let after = days.upperBound.advanced(by: 1)
      return worded(unit, max(1, after.age(since: days.lowerBound, in: unit)))
    }
  }
}

extension Point {
  /// The unit in which it is written; nil for a parameter.
  fileprivate var unit: CalendarUnit? {
    switch self {
    case .date(.year): .year
    case .date(.quarter): .quarter
    case .date(.month): .month
    case .date(.week): .week
    case .date(.day), .today: .day
    case .parameter: nil
    }
  }
}
