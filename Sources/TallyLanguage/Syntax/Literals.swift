/// A number as written; `text` is kept so that it prints back as it was.
///
/// `1k` is a thousand and `1m` a million. `whole` is the exact value where it is a whole number that fits 64 bits.
package struct Number: Sendable, Hashable {
  package let value: Double
  package let whole: Int64?
  package let text: String

  package init(value: Double, whole: Int64?, text: String) {
    self.value = value
    self.whole = whole
    self.text = text
  }

  package init(_ whole: Int64) {
    self.init(value: Double(whole), whole: whole, text: String(whole))
  }
}

/// A date as precise as it was written; always a real date (the lexer checks).
package enum DateLiteral: Sendable, Hashable {
  /// A bare `2026`, only where a range or point is wanted.
  case year(Int)
  /// `2026-Q1`, quarter 1...4
  case quarter(year: Int, Int)
  /// `2026-03`
  case month(year: Int, Int)
  /// `2026-W12`, ISO week 1...53
  case week(year: Int, Int)
  /// `2026-03-14`
  case day(Day)
}

/// The grammar's `Unit`, singular.
package enum CalendarUnit: String, Sendable, Hashable, CaseIterable {
  case day, week, month, quarter, year
}

/// The grammar's `Range`.
package enum WrittenRange: Sendable, Hashable {
  /// `last week` (1, not written) or `last 4 weeks`
  case last(Located<Number>?, CalendarUnit)
  case this(CalendarUnit)
  /// `2026-Q1`, or `2026-01 to 2026-03`, both ends included.
  case points(Located<Point>, to: Located<Point>?)
}

/// The grammar's `Point`.
package enum Point: Sendable, Hashable {
  case date(DateLiteral)
  /// The last day in the data, never the wall clock.
  case today
  /// `{name}`
  case parameter(String)
}
