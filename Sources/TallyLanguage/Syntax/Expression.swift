/// An expression over metrics: the grammar's `Expr`, `Term` and `Factor`.
package indirect enum Expression: Sendable, Hashable {
  /// `1000`, `2.5`, `1k`
  case number(Located<Number>)
  /// `5%`, which equals 0.05
  case percent(Located<Number>)
  /// `saves`, `[Watch time (hours)]`, `saves within 7 days`
  case reference(Reference)
  /// `-saves`
  case negated(Expression, SourceSpan)
  /// `saves / views`
  case binary(Arithmetic, Expression, Expression, SourceSpan)
  /// `saves per 1000 views`
  case perNumber(Expression, Located<Number>, Expression, SourceSpan)
  /// `median saves per video`
  case aggregate(Located<AggregateFunction>, Expression, per: Located<Each>, SourceSpan)
  /// `running saves`, `rolling 7 days saves`
  case window(Window, Expression, SourceSpan)

  /// The whole expression, parentheses around it left out.
  package var span: SourceSpan {
    switch self {
    case .number(let number), .percent(let number): number.span
    case .reference(let reference): reference.span
    case .negated(_, let span), .binary(_, _, _, let span), .perNumber(_, _, _, let span),
      .aggregate(_, _, _, let span), .window(_, _, let span):
      span
    }
  }

  package static func == (left: Expression, right: Expression) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)), (.percent(let a), .percent(let b)): a == b
    case (.reference(let a), .reference(let b)): a == b
    case (.negated(let a, _), .negated(let b, _)): a == b
    case (.binary(let o, let a, let b, _), .binary(let p, let c, let d, _)): o == p && a == c && b == d
    case (.perNumber(let a, let n, let b, _), .perNumber(let c, let m, let d, _)): a == c && n == m && b == d
    case (.aggregate(let f, let a, let e, _), .aggregate(let g, let b, let d, _)): f == g && a == b && e == d
    case (.window(let w, let a, _), .window(let v, let b, _)): w == v && a == b
    case (.number, _), (.percent, _), (.reference, _), (.negated, _), (.binary, _), (.perNumber, _),
      (.aggregate, _), (.window, _):
      false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .number(let number), .percent(let number): hasher.combine(number)
    case .reference(let reference): hasher.combine(reference)
    case .negated(let inner, _), .window(_, let inner, _), .aggregate(_, let inner, _, _):
      hasher.combine(inner)
    case .binary(let operation, let left, let right, _):
      hasher.combine(operation)
      hasher.combine(left)
      hasher.combine(right)
    case .perNumber(let left, let number, let right, _):
      hasher.combine(left)
      hasher.combine(number)
      hasher.combine(right)
    }
  }
}

/// The four operators; `*` and `/` bind tighter.
package enum Arithmetic: String, Sendable, Hashable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

/// `Name [ within NUMBER Unit ]`.
package struct Reference: Sendable, Hashable {
  package let name: Name
  package let within: Located<Period>?
  package let span: SourceSpan

  package init(name: Name, within: Located<Period>? = nil, span: SourceSpan = 0..<0) {
    self.name = name
    self.within = within
    self.span = span
  }

  package static func == (left: Reference, right: Reference) -> Bool {
    left.name == right.name && left.within == right.within
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(within)
  }
}

/// A count of calendar units, `7 days`.
package struct Period: Sendable, Hashable {
  package let count: Number
  package let unit: CalendarUnit

  package init(count: Number, unit: CalendarUnit) {
    self.count = count
    self.unit = unit
  }
}

/// The grammar's `AggFn`.
package enum AggregateFunction: Sendable, Hashable {
  case average, median, lowest, highest, spread
  /// 1...99
  case percentile(Int)
}

/// The grammar's `Each`: the unit that an aggregate runs over.
package enum Each: String, Sendable, Hashable, CaseIterable {
  case video, day, week, month
}

/// `running` or `rolling N unit`.
package enum Window: Sendable, Hashable {
  case running
  case rolling(Located<Period>)
}
