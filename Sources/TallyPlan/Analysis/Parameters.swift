package import TallyLanguage

/// What `{name}` stands for, by name: typed values, never text to be pasted.
package struct Parameters: Sendable, Hashable {
  /// The values by name.
  package private(set) var values: [String: ParamValue]

  package init(_ values: [String: ParamValue] = [:]) { self.values = values }

  /// The value of a parameter; nil where it has none.
  package subscript(name: String) -> ParamValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// These with others, which win where both have a value.
  package func overridden(by others: Parameters) -> Parameters {
    Parameters(values.merging(others.values) { $1 })
  }
}

/// A part of the language that may hold `{name}`.
package protocol Parameterized {
  /// The same with what `filling` puts in the places of names.
  ///
  /// - Throws: D004, D005.
  func filled(by filling: inout Filling) throws(Diagnostic) -> Self
}

extension Parameterized {
  /// The same with the value of every `{name}` in its place, blamed on that place.
  ///
  /// - Throws: D004 for a name without a value, D005 for a value of another sort than its place takes.
  package func filled(with parameters: Parameters) throws(Diagnostic) -> Self {
    var filling = Filling(values: parameters)
    return try filled(by: &filling)
  }

  /// Every `{name}` in it.
  package var parameters: [Located<String>] {
    var filling = Filling(values: nil)
    _ = try? filled(by: &filling)
    return filling.seen
  }
}

extension Query: Parameterized {
  package func filled(by filling: inout Filling) throws(Diagnostic) -> Query { try filling.fill(self) }
}

extension Condition: Parameterized {
  package func filled(by filling: inout Filling) throws(Diagnostic) -> Condition { try filling.fill(self) }
}

extension Analysis: Parameterized {
  package func filled(by filling: inout Filling) throws(Diagnostic) -> Analysis { try filling.fill(self) }
}

extension Assertion: Parameterized {
  package func filled(by filling: inout Filling) throws(Diagnostic) -> Assertion { try filling.fill(self) }
}

extension Question: Parameterized {
  package func filled(by filling: inout Filling) throws(Diagnostic) -> Question {
    switch body {
    case .report(let queries):
      var filled: [Query] = []
      for query in queries { filled.append(try filling.fill(query)) }
      return Question(body: .report(filled), destination: destination)
    case .analysis(let analysis):
      return Question(body: .analysis(try filling.fill(analysis)), destination: destination)
    }
  }
}

extension ParamValue {
  /// The value with those of other parameters in their places, as in `param period = {start} to today`.
  package func filled(with parameters: Parameters, at span: SourceSpan) throws(Diagnostic) -> ParamValue {
    var filling = Filling(values: parameters)
    switch self {
    case .literal(let literal):
      return .literal(try filling.fill(Located(literal, span)).value)
    case .range(.points(let only, to: nil)):
      guard case .parameter(let name) = only.value else { return self }
      return try filling.value(of: Located(name, only.span)) ?? self
    case .range(let range):
      return .range(try filling.fill(range))
    }
  }

  /// Every `{name}` in it.
  package var parameters: [Located<String>] {
    var filling = Filling(values: nil)
    if case .range(let range) = self { _ = try? filling.fill(range) }
    return filling.seen
  }
}

/// Puts values in the places of `{name}`, or, without values, only takes down which names there are.
package struct Filling {
  fileprivate let values: Parameters?
  fileprivate var seen: [Located<String>] = []

  fileprivate init(values: Parameters?) { self.values = values }

  /// The value of a name; nil while names are only taken down.
  mutating func value(of name: Located<String>) throws(Diagnostic) -> ParamValue? {
    seen.append(name)
    guard let values else { return nil }
    guard let value = values[name.value] else {
      throw .unknownParameter(name, known: values.values.keys.sorted())
    }
    return value
  }

  // MARK: Questions

  mutating func fill(_ query: Query) throws(Diagnostic) -> Query {
    var filled = query
    if let condition = query.condition { filled.condition = try fill(condition) }
    if let range = query.range { filled.range = try fill(range) }
    if let versus = query.versus, case .range(let range) = versus.value {
      filled.versus = Located(.range(try fill(range)), versus.span)
    }
    if let having = query.having { filled.having = try fill(having) }
    return filled
  }

  mutating func fill(_ analysis: Analysis) throws(Diagnostic) -> Analysis {
    var filled = analysis
    if let condition = analysis.condition { filled.condition = try fill(condition) }
    if let range = analysis.range { filled.range = try fill(range) }
    return filled
  }

  mutating func fill(_ assertion: Assertion) throws(Diagnostic) -> Assertion {
    let query = try fill(assertion.query)
    switch assertion.check {
    case .noRows: return Assertion(query: query, check: .noRows, span: assertion.span)
    case .comparison(let comparison, let literal):
      let check = Assertion.Check.comparison(comparison, try fill(literal))
      return Assertion(query: query, check: check, span: assertion.span)
    }
  }

  // MARK: Conditions

  mutating func fill(_ condition: Condition) throws(Diagnostic) -> Condition {
    switch condition {
    case .all(let parts): return .all(try fill(parts))
    case .any(let parts): return .any(try fill(parts))
    case .not(let inner): return .not(try fill(inner))
    case .postedDuring(let range): return .postedDuring(try fill(range))
    case .posted(let comparison, let point): return .posted(comparison, try fill(point))
    case .postedMissing: return condition
    case .test(let operand, let check, let span):
      return .test(operand, try check.map { check throws(Diagnostic) in try fill(check) }, span)
    }
  }

  private mutating func fill(_ conditions: [Condition]) throws(Diagnostic) -> [Condition] {
    var filled: [Condition] = []
    for condition in conditions { filled.append(try fill(condition)) }
    return filled
  }

  private mutating func fill(_ check: Check) throws(Diagnostic) -> Check {
    switch check {
    case .comparison(let comparison, let value): return .comparison(comparison, try fill(value))
    case .between(let low, let high): return .between(try fill(low), try fill(high))
    case .isIn(let literals):
      var filled: [Located<Literal>] = []
      for literal in literals { filled.append(try fill(literal)) }
      return .isIn(filled)
    case .contains, .startsWith, .missing: return check
    }
  }

  private mutating func fill(_ value: Value) throws(Diagnostic) -> Value {
    switch value {
    case .literal(let literal): .literal(try fill(literal))
    case .operand, .benchmark: value
    }
  }

  mutating func fill(_ literal: Located<Literal>) throws(Diagnostic) -> Located<Literal> {
    guard case .parameter(let name) = literal.value,
      let value = try value(of: Located(name, literal.span))
    else { return literal }
    guard let filled = value.asLiteral else {
      throw .unusableParameter(name, is: value, not: "a single value", at: literal.span)
    }
    return Located(filled, literal.span)
  }

  // MARK: Rows

  private mutating func fill(_ condition: RowCondition) throws(Diagnostic) -> RowCondition {
    switch condition {
    case .all(let parts): return .all(try fill(parts))
    case .any(let parts): return .any(try fill(parts))
    case .not(let inner): return .not(try fill(inner))
    case .test(let expression, .comparison(let comparison, .parameter(let name))):
      return .test(expression, .comparison(comparison, try rowValue(name)))
    case .test: return condition
    }
  }

  private mutating func fill(_ conditions: [RowCondition]) throws(Diagnostic) -> [RowCondition] {
    var filled: [RowCondition] = []
    for condition in conditions { filled.append(try fill(condition)) }
    return filled
  }

  private mutating func rowValue(_ name: Located<String>) throws(Diagnostic) -> RowValue {
    guard let value = try value(of: name) else { return .parameter(name) }
    switch value {
    case .literal(.number(let number)): return .expression(.number(Located(number, name.span)))
    case .literal(.percent(let number)): return .expression(.percent(Located(number, name.span)))
    case .literal(.truth(let truth)): return .truth(Located(truth, name.span))
    case .literal(.duration), .literal(.date), .literal(.text), .literal(.parameter), .range:
      throw .unusableParameter(name.value, is: value, not: "a number or a percentage", at: name.span)
    }
  }

  // MARK: Days

  private mutating func fill(_ range: Located<WrittenRange>) throws(Diagnostic) -> Located<WrittenRange> {
    Located(try fill(range.value), range.span)
  }

  mutating func fill(_ range: WrittenRange) throws(Diagnostic) -> WrittenRange {
    switch range {
    case .last, .this: return range
    case .points(let only, to: nil):
      guard case .parameter(let name) = only.value,
        let value = try value(of: Located(name, only.span))
      else { return range }
      guard let filled = value.asRange else {
        throw .unusableParameter(name, is: value, not: "a range of days", at: only.span)
      }
      return filled.relocated(to: only.span)
    case .points(let first, to: let last?):
      return .points(try fill(first), to: try fill(last))
    }
  }

  private mutating func fill(_ point: Located<Point>) throws(Diagnostic) -> Located<Point> {
    guard case .parameter(let name) = point.value, let value = try value(of: Located(name, point.span)) else {
      return point
    }
    guard let filled = value.asPoint else {
      throw .unusableParameter(name, is: value, not: "a date", at: point.span)
    }
    return Located(filled, point.span)
  }
}

extension ParamValue {
  /// The value where one value is compared; nil for a range of days.
  fileprivate var asLiteral: Literal? {
    switch self {
    case .literal(let literal): literal
    case .range(.points(let only, to: nil)):
      if case .date(let date) = only.value { .date(date) } else { nil }
    case .range: nil
    }
  }

  /// The value where a range of days is wanted; a number there is a year.
  fileprivate var asRange: WrittenRange? {
    switch self {
    case .range(let range): range
    case .literal: asPoint.map { .points(Located($0, 0..<0), to: nil) }
    }
  }

  /// The value where a date is wanted; a number there is a year.
  fileprivate var asPoint: Point? {
    switch self {
    case .literal(.number(let number)): number.year.map { .date(.year($0)) }
    case .literal(.date(let date)): .date(date)
    case .literal(.percent), .literal(.duration), .literal(.text), .literal(.parameter), .literal(.truth): nil
    case .range(.points(let only, to: nil)): only.value
    case .range: nil
    }
  }

  /// What it is, in words.
  package var phrase: String {
    switch self {
    case .range(.points(let only, to: nil)):
      if case .date = only.value { "a date" } else { "a day" }
    case .range: "a range of days"
    case .literal(let literal): literal.phrase
    }
  }
}

extension Literal {
  /// What it is, in words.
  fileprivate var phrase: String {
    switch self {
    case .number: "a number"
    case .percent: "a percentage"
    case .duration: "a length of time"
    case .date: "a date"
    case .text: "a text"
    case .parameter: "a parameter"
    case .truth: "true or false"
    }
  }
}

extension Number {
  /// The year that four digits mean; nil for other numbers.
  fileprivate var year: Int? {
    guard let whole, (1...9999).contains(whole), text.utf8.count == 4,
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(whole)
  }
}

extension WrittenRange {
  /// The same range, every part of it blamed on one place.
  fileprivate func relocated(to span: SourceSpan) -> WrittenRange {
    switch self {
    case .last(let count, let unit): .last(count.map { Located($0.value, span) }, unit)
    case .this: self
    case .points(let first, to: let last):
      .points(Located(first.value, span), to: last.map { Located($0.value, span) })
    }
  }
}
