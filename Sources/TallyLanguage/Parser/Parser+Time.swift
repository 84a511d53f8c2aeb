extension Parser {
  /// `Grain = "hour" | "day" | "weekday" | "week" | "month" | "quarter" | "year" .`.
  ///
  /// nil where no grain stands, since a grain is one choice among others wherever it may.
  mutating func grain() -> Grain? {
    guard let word = at(oneOf: [.week, .month, .day, .quarter, .year, .weekday, .hour]),
      let grain = Grain(rawValue: word.rawValue)
    else { return nil }
    advance()
    return grain
  }

  /// `[ "posted" | "since" "posted" ]` behind a grain.
  mutating func clock() throws(Diagnostic) -> Clock {
    if accept(.posted) { return .posted }
    guard accept(.since) else { return .activity }
    try expect(.posted)
    return .sincePosted
  }

  /// `Range = "last" [ NUMBER ] Unit | "this" Unit | Point [ "to" Point ] .`.
  mutating func range() throws(Diagnostic) -> WrittenRange {
    if accept(.last) {
      let count = optionalNumber()
      if let count { checkCount(count) }
      return .last(count, try unit())
    }
    if accept(.this) { return .this(try unit()) }
    let first = try point()
    guard accept(.to) else { return .points(first, to: nil) }
    let last = try point()
    checkOrder(first, last)
    return .points(first, to: last)
  }

  /// A range with its span.
  mutating func locatedRange() throws(Diagnostic) -> Located<WrittenRange> {
    let start = current
    let range = try range()
    return Located(range, span(from: start))
  }

  /// `Point = DATE | NUMBER | "today" | PARAM .`.
  mutating func point() throws(Diagnostic) -> Located<Point> {
    let token = current
    note(.date)
    note(.parameter)
    switch token.kind {
    case .date(let date):
      advance()
      return Located(.date(date), token.span)
    case .parameter(let name):
      advance()
      return Located(.parameter(name), token.span)
    case .number(let number):
      advance()
      return Located(.date(.year(checkYear(Located(number, token.span)))), token.span)
    case .name, .keyword, .bracketed, .percent, .duration, .string, .percentile, .symbol, .newline,
      .semicolon, .end,
      .mention, .email, .foreign, .backticked, .invalid:
      try expect(.today)
      return Located(.today, token.span)
    }
  }

  /// ```
  /// Unit = "day" | "days" | "week" | "weeks" | "month" | "months"
  ///      | "quarter" | "quarters" | "year" | "years" .
  /// ```
  mutating func unit() throws(Diagnostic) -> CalendarUnit {
    let units: [(CalendarUnit, Word, Word)] = [
      (.day, .days, .day), (.week, .weeks, .week), (.month, .months, .month), (.quarter, .quarters, .quarter),
      (.year, .years, .year),
    ]
    for (unit, plural, singular) in units where at(plural) || at(singular) {
      advance()
      return unit
    }
    throw unexpected()
  }

  /// `NUMBER Unit` behind `within` and `rolling`.
  mutating func period() throws(Diagnostic) -> Located<Period> {
    let start = current
    let count = try number()
    checkCount(count)
    let unit = try unit()
    return Located(Period(count: count.value, unit: unit), span(from: start))
  }
}
