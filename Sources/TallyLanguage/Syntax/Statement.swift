/// One statement as it was written; the product of the parser and the input of the analyzer.
///
/// No case can hold a person: a question about one is a `Refusal`, another type.
package enum Statement: Sendable, Hashable {
  /// `load "exports/*.csv" as videos`
  case load(Load)
  /// `column saves in daily is running total`
  case column(ColumnDeclaration)
  /// `define metric save_rate = saves / views`
  case define(Definition)
  /// `param period = last 12 weeks`
  case param(Binding)
  /// `set timezone = "Europe/Vienna"`
  case set(Setting)
  /// `assert (saves during 2026) > 100`
  case assert(Assertion)
  /// `expect refusal P103`
  case expect(Expectation)
  /// `run weekly with period = last 4 weeks`
  case run(Run)
  /// `show tables`
  case show(Show)
  /// `explain saves by week`
  case explain(Question)
  /// `print "done"`
  case print(Located<String>)
  /// `help by`
  case help(Located<String>?)
  /// `saves by week where views > 1000`
  case question(Question)
}

/// A value with the span that it was read from; two are equal when their values are, wherever they stood.
package struct Located<Value: Sendable & Hashable>: Sendable, Hashable {
  package let value: Value
  package let span: SourceSpan

  package init(_ value: Value, _ span: SourceSpan) {
    self.value = value
    self.span = span
  }

  package static func == (left: Located, right: Located) -> Bool { left.value == right.value }
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// A name as written: bare (ASCII, lower-cased) or in brackets (any text, matched to headers).
package struct Name: Sendable, Hashable {
  package let text: String
  package let isBracketed: Bool
  package let span: SourceSpan

  package init(_ text: String, isBracketed: Bool = false, span: SourceSpan = 0..<0) {
    self.text = text
    self.isBracketed = isBracketed
    self.span = span
  }

  package static func == (left: Name, right: Name) -> Bool {
    left.text == right.text && left.isBracketed == right.isBracketed
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(isBracketed)
  }
}

/// `load STRING [ "as" NAME ]`.
package struct Load: Sendable, Hashable {
  package let pattern: Located<String>
  package let role: Name?

  package init(pattern: Located<String>, role: Name?) {
    self.pattern = pattern
    self.role = role
  }
}

/// `column Name in NAME is Kind [ in NAME ]`.
package struct ColumnDeclaration: Sendable, Hashable {
  package let column: Name
  package let table: Name
  package let kind: WrittenKind
  package let unit: Name?
  package let span: SourceSpan

  package init(column: Name, table: Name, kind: WrittenKind, unit: Name?, span: SourceSpan) {
    self.column = column
    self.table = table
    self.kind = kind
    self.unit = unit
    self.span = span
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.column == right.column && left.table == right.table && left.kind == right.kind
      && left.unit == right.unit
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(column)
    hasher.combine(table)
    hasher.combine(kind)
  }
}

/// The grammar's `Kind`.
package enum WrittenKind: Sendable, Hashable {
  case counter, runningTotal, snapshot, unique
  case rate(weightedBy: Name)
  case attribute, tags, date, id
}

/// `define ( metric | group | label | report ) Name = ...`.
package struct Definition: Sendable, Hashable {
  /// What the name stands for.
  package enum Body: Sendable, Hashable {
    case metric(Expression)
    case group(Condition)
    case label([Case])
    case report(Question)
  }
  /// One arm of a label: `STRING Where`, or `else STRING` where `condition` is nil.
  package struct Case: Sendable, Hashable {
    package let label: Located<String>
    package let condition: Condition?

    package init(label: Located<String>, condition: Condition?) {
      self.label = label
      self.condition = condition
    }
  }

  package let name: Name
  package let body: Body

  package init(name: Name, body: Body) {
    self.name = name
    self.body = body
  }
}

/// `NAME = ParamValue`, of `param` and of `run ... with`.
package struct Binding: Sendable, Hashable {
  package let name: Name
  package let value: ParamValue

  package init(name: Name, value: ParamValue) {
    self.name = name
    self.value = value
  }
}

/// The grammar's `ParamValue`.
package enum ParamValue: Sendable, Hashable {
  case range(WrittenRange)
  case literal(Literal)
}

/// `set NAME = value`.
package struct Setting: Sendable, Hashable {
  /// The value as it was written.
  package enum Value: Sendable, Hashable {
    case number(Number)
    case percent(Number)
    case date(DateLiteral)
    case text(String)
    case name(String)
  }
  package let name: Name
  package let value: Located<Value>

  package init(name: Name, value: Located<Value>) {
    self.name = name
    self.value = value
  }
}

/// `assert no rows (Query)` or `assert (Query) OP Literal`.
package struct Assertion: Sendable, Hashable {
  /// What must hold.
  package enum Check: Sendable, Hashable {
    case noRows
    case comparison(Comparison, Located<Literal>)
  }
  package let query: Query
  package let check: Check
  package let span: SourceSpan

  package init(query: Query, check: Check, span: SourceSpan) {
    self.query = query
    self.check = check
    self.span = span
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.query == right.query && left.check == right.check
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(query)
    hasher.combine(check)
  }
}

/// `expect ( refusal | error ) [ CODE ]`: the next statement must fail so.
package struct Expectation: Sendable, Hashable {
  /// How the next statement is to end.
  package enum Outcome: Sendable, Hashable { case refusal, error }
  package let outcome: Outcome
  /// Upper case, such as `P103`.
  package let code: Located<String>?
  package let span: SourceSpan

  package init(outcome: Outcome, code: Located<String>?, span: SourceSpan) {
    self.outcome = outcome
    self.code = code
    self.span = span
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.outcome == right.outcome && left.code == right.code
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(outcome)
    hasher.combine(code)
  }
}

/// `run ( Name | STRING ) [ with Arg, ... ]`.
package struct Run: Sendable, Hashable {
  /// What is run: a report by name, or a script by path.
  package enum Target: Sendable, Hashable {
    case report(Name)
    case script(Located<String>)
  }
  package let target: Target
  package let arguments: [Binding]
  package let span: SourceSpan

  package init(target: Target, arguments: [Binding], span: SourceSpan) {
    self.target = target
    self.arguments = arguments
    self.span = span
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.target == right.target && left.arguments == right.arguments
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(target)
    hasher.combine(arguments)
  }
}

/// `show ( tables | loads | metrics | groups | reports | settings | policy | columns [ in NAME ] )`.
package enum Show: Sendable, Hashable {
  case tables, loads, metrics, groups, reports, settings, policy
  case columns(Name?)
}
