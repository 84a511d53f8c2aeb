import TallyLanguage

// Calendar arithmetic by walking from day to day.

/// The first day of the bucket of a grain that holds a day.
func naiveBucket(_ day: Day, _ unit: CalendarUnit, weekStart: Int) -> Day {
  var start = day
  func isStart(_ day: Day) -> Bool {
    let (_, month, dayOfMonth) = day.civil
    return switch unit {
    case .day: true
    case .week: day.weekday == weekStart
    case .month: dayOfMonth == 1
    case .quarter: dayOfMonth == 1 && month % 3 == 1
    case .year: dayOfMonth == 1 && month == 1
    }
  }
  while !isStart(start) { start = start.advanced(by: -1) }
  return start
}

/// The first day of the bucket after the one that starts on a day.
func naiveNextBucket(_ start: Day, _ unit: CalendarUnit, weekStart: Int) -> Day {
  var day = start.advanced(by: 1)
  while naiveBucket(day, unit, weekStart: weekStart) == start { day = day.advanced(by: 1) }
  return day
}

/// First and last day of a date as precise as it was written.
func naiveDays(_ literal: DateLiteral) -> ClosedRange<Day>? {
  let unit: CalendarUnit
  let start: Day?
  switch literal {
  case .year(let year): (unit, start) = (.year, Day(year: year, month: 1, day: 1))
  case .quarter(let year, let quarter):
    (unit, start) = (.quarter, Day(year: year, month: quarter * 3 - 2, day: 1))
  case .month(let year, let month): (unit, start) = (.month, Day(year: year, month: month, day: 1))
  case .week(let year, let week):
    // Week 1 is the one that holds January 4 (ISO 8601).
    let first = Day(year: year, month: 1, day: 4).map { naiveBucket($0, .week, weekStart: 1) }
    (unit, start) = (.week, first?.advanced(by: 7 * (week - 1)))
  case .day(let day): (unit, start) = (.day, day)
  }
  return start.map { $0...naiveNextBucket($0, unit, weekStart: 1).advanced(by: -1) }
}

/// The days of a range when the last known day is `now`; nil where it cannot be told.
func naiveDays(_ range: WrittenRange, now: Day, weekStart: Int) -> ClosedRange<Day>? {
  switch range {
  case .last(let count, let unit):
    // Only complete units count, and `now` is complete: the last one ends where the unit of tomorrow begins.
    let end = naiveBucket(now.advanced(by: 1), unit, weekStart: weekStart).advanced(by: -1)
    var start = end.advanced(by: 1)
    for _ in 0..<(count?.value.whole ?? 1) {
      start = naiveBucket(start.advanced(by: -1), unit, weekStart: weekStart)
    }
    return start...end
  case .this(let unit): return naiveBucket(now, unit, weekStart: weekStart)...now
  case .points(let first, let last):
    guard let from = naiveDays(first.value, now: now) else { return nil }
    guard let last else { return from }
    guard let to = naiveDays(last.value, now: now), from.lowerBound <= to.upperBound else { return nil }
    return from.lowerBound...to.upperBound
  }
}

/// First and last day of a point.
func naiveDays(_ point: Point, now: Day) -> ClosedRange<Day>? {
  switch point {
  case .date(let literal): naiveDays(literal)
  case .today: now...now
  case .parameter: nil
  }
}
