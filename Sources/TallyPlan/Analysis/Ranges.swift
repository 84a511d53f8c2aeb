import TallyLanguage

extension WrittenRange {
  /// The days that a range means when the last known day is `now`, which counts as complete.
  ///
  /// `last N unit` is N complete units, the last one ending on or before `now`; `this unit` runs from its start to
  /// `now`. Both ends are included.
  ///
  /// - Throws: D004 for a parameter without a value, Q021 when the range ends before it starts, Q022 for a count that is no whole number
  ///   of at least 1.
  func days(now: Day, weekStart: Int) throws(Diagnostic) -> ClosedRange<Day> {
    switch self {
    case .last(let written, let unit):
      let count = try written.map { number throws(Diagnostic) in
        guard let whole = number.value.whole, whole >= 1, whole <= 100_000 else {
          throw .badRangeCount(at: number.span)
        }
        return Int(whole)
      }
      let tomorrow = now.advanced(by: 1)
      let end = unit.start(of: tomorrow, weekStart: weekStart)
      return unit.start(-(count ?? 1), after: end)...end.advanced(by: -1)
    case .this(let unit):
      return unit.start(of: now, weekStart: weekStart)...now
    case .points(let first, let last):
      let start = try first.days(now: now)
      guard let last else { return start }
      let end = try last.days(now: now)
      guard start.lowerBound <= end.upperBound else {
        throw .backwardRange(at: first.span.lowerBound..<last.span.upperBound)
      }
      return start.lowerBound...end.upperBound
    }
  }
}

extension Located<Point> {
  /// First and last day of a point.
  ///
  /// - Throws: D004 for a parameter without a value.
  func days(now: Day) throws(Diagnostic) -> ClosedRange<Day> {
    switch value {
    case .date(let literal): return literal.days
    case .today: return now...now
    case .parameter(let name): throw .unknownParameter(Located<String>(name, span), known: [])
    }
  }
}
