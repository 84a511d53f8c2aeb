/// What picks videos: the grammar's `Condition` and `Test`.
package indirect enum Condition: Sendable, Hashable {
  /// Two or more.
  case all([Condition])
  /// Two or more.
  case any([Condition])
  case not(Condition)
  /// `posted during last 4 weeks`
  case postedDuring(Located<WrittenRange>)
  /// `posted < 2026-01-01`
  case posted(Comparison, Located<Point>)
  /// `posted is missing`; `isMissing` is false for `is not missing`.
  case postedMissing(isMissing: Bool, SourceSpan)
  /// `views > 1000`, `title contains "soup"`; a bare name (`where evergreen`) has no check.
  case test(Operand, Check?, SourceSpan)

  package static func == (left: Condition, right: Condition) -> Bool {
    switch (left, right) {
    case (.all(let a), .all(let b)), (.any(let a), .any(let b)): a == b
    case (.not(let a), .not(let b)): a == b
    case (.postedDuring(let a), .postedDuring(let b)): a == b
    case (.posted(let c, let a), .posted(let d, let b)): c == d && a == b
    case (.postedMissing(let a, _), .postedMissing(let b, _)): a == b
    case (.test(let a, let c, _), .test(let b, let d, _)): a == b && c == d
    case (.all, _), (.any, _), (.not, _), (.postedDuring, _), (.posted, _), (.postedMissing, _), (.test, _):
      false
    }
  }
  package func hash(into hasher: inout Hasher) {
    switch self {
    case .all(let inner), .any(let inner): hasher.combine(inner)
    case .not(let inner): hasher.combine(inner)
    case .postedDuring(let range): hasher.combine(range)
    case .posted(let comparison, let point):
      hasher.combine(comparison)
      hasher.combine(point)
    case .postedMissing(let isMissing, _): hasher.combine(isMissing)
    case .test(let operand, let check, _):
      hasher.combine(operand)
      hasher.combine(check)
    }
  }
}

/// `video | Ref [ "/" Ref | "per" NUMBER Ref ]`.
package enum Operand: Sendable, Hashable {
  case video(SourceSpan)
  case reference(Reference)
  case ratio(Reference, Reference)
  case perNumber(Reference, Located<Number>, Reference)

  package var span: SourceSpan {
    switch self {
    case .video(let span): span
    case .reference(let reference): reference.span
    case .ratio(let left, let right): left.span.lowerBound..<right.span.upperBound
    case .perNumber(let left, _, let right): left.span.lowerBound..<right.span.upperBound
    }
  }

  package static func == (left: Operand, right: Operand) -> Bool {
    switch (left, right) {
    case (.video, .video): true
    case (.reference(let a), .reference(let b)): a == b
    case (.ratio(let a, let b), .ratio(let c, let d)): a == c && b == d
    case (.perNumber(let a, let n, let b), .perNumber(let c, let m, let d)): a == c && n == m && b == d
    case (.video, _), (.reference, _), (.ratio, _), (.perNumber, _): false
    }
  }
  package func hash(into hasher: inout Hasher) {
    switch self {
    case .video: hasher.combine(0)
    case .reference(let reference): hasher.combine(reference)
    case .ratio(let left, let right), .perNumber(let left, _, let right):
      hasher.combine(left)
      hasher.combine(right)
    }
  }
}

/// The grammar's `Check`.
package enum Check: Sendable, Hashable {
  case comparison(Comparison, Value)
  case between(Value, Value)
  case isIn([Located<Literal>])
  case contains(Located<String>)
  case startsWith(Located<String>)
  /// false for `is not missing`.
  case missing(Bool)
}

/// The grammar's `Value`.
package enum Value: Sendable, Hashable {
  case literal(Located<Literal>)
  case operand(Operand)
  /// A benchmark word: `median`, `p75`.
  case benchmark(Located<AggregateFunction>)
}

/// The grammar's `Literal`, its sign folded in.
package enum Literal: Sendable, Hashable {
  case number(Number)
  /// `5%` holds 5.
  case percent(Number)
  /// In seconds.
  case duration(Number)
  case date(DateLiteral)
  case text(String)
  /// `{name}`
  case parameter(String)
  case truth(Bool)
}

/// The grammar's `CompareOp`.
package enum Comparison: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// What picks rows of the answer: the grammar's `Having` and `RowTest`.
package indirect enum RowCondition: Sendable, Hashable {
  /// Two or more.
  case all([RowCondition])
  /// Two or more.
  case any([RowCondition])
  case not(RowCondition)
  case test(Expression, RowCheck)
}

/// The grammar's `RowCheck`.
package enum RowCheck: Sendable, Hashable {
  case comparison(Comparison, RowValue)
  case between(Expression, Expression)
  /// false for `is not missing`.
  case missing(Bool)
}

/// `Expr | PARAM | true | false`.
package enum RowValue: Sendable, Hashable {
  case expression(Expression)
  case parameter(Located<String>)
  case truth(Located<Bool>)
}
