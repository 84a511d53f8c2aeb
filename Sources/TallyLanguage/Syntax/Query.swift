/// What can be asked, explained, or kept as a report: `Report` or `Analysis`, with `into`.
package struct Question: Sendable, Hashable {
  /// Queries side by side, or one analysis.
  package enum Body: Sendable, Hashable {
    /// One query, or several set side by side with `beside`; never empty.
    case report([Query])
    case analysis(Analysis)
  }
  package let body: Body
  /// `into "weekly.csv"`.
  package let destination: Located<String>?

  package init(body: Body, destination: Located<String>?) {
    self.body = body
    self.destination = destination
  }
}

/// `Item { "," Item } { Clause }`: metrics first, then clauses in any order, each kind at most once.
///
///     saves, saves / views as save_rate by week where views > 1000 top 3
///     ^items                            ^by     ^condition         ^top
package struct Query: Sendable, Hashable {
  package var items: [Item]
  package var by: [Located<Dimension>] = []
  package var condition: Condition?
  package var range: Located<WrittenRange>?
  package var versus: Located<Versus>?
  package var having: RowCondition?
  package var sort: [SortKey] = []
  package var top: Located<Top>?
  package var extras: [Located<Extra>] = []
  package var missing: Located<MissingFill>?
  package var span: SourceSpan

  package init(items: [Item], span: SourceSpan = 0..<0) {
    self.items = items
    self.span = span
  }

  package static func == (left: Query, right: Query) -> Bool {
    left.items == right.items && left.by == right.by && left.condition == right.condition
      && left.range == right.range && left.versus == right.versus && left.having == right.having
      && left.sort == right.sort && left.top == right.top && left.extras == right.extras
      && left.missing == right.missing
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(items)
    hasher.combine(by)
    hasher.combine(condition)
  }
}

/// `Expr [ "as" Name ]`.
package struct Item: Sendable, Hashable {
  package let expression: Expression
  package let alias: Name?
  /// Names the column where there is no alias: the text of this span, blanks collapsed.
  package let span: SourceSpan

  package init(expression: Expression, alias: Name? = nil, span: SourceSpan = 0..<0) {
    self.expression = expression
    self.alias = alias
    self.span = span
  }

  package static func == (left: Item, right: Item) -> Bool {
    left.expression == right.expression && left.alias == right.alias
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(expression)
    hasher.combine(alias)
  }
}

/// A time grain.
package enum Grain: String, Sendable, Hashable, CaseIterable {
  case hour, day, weekday, week, month, quarter, year
}

/// Which clock a grain is cut by.
package enum Clock: Sendable, Hashable {
  /// When the activity happened: a bare grain.
  case activity
  /// When the video went up: `week posted`.
  case posted
  /// The age of the video: `week since posted`.
  case sincePosted
}

/// The grammar's `Dim`.
package enum Dimension: Sendable, Hashable {
  case time(Grain, Clock)
  /// `video`, or `post`, which means the same.
  case video
  case name(Name, every: Step?)
}

/// What follows `every`.
package enum Step: Sendable, Hashable {
  case number(Number)
  case duration(Number)
  case percent(Number)
}

/// `vs ( previous | year ago | Range )`.
package enum Versus: Sendable, Hashable {
  case previous, yearAgo
  case range(WrittenRange)
}

/// `Expr | video | Grain [ posted | since posted ]`, then a direction.
package struct SortKey: Sendable, Hashable {
  /// What rows are put in order by.
  package enum Subject: Sendable, Hashable {
    case expression(Expression)
    case video
    case time(Grain, Clock)
  }
  /// Which way, where it was said.
  package enum Direction: Sendable, Hashable { case ascending, descending }

  package let subject: Subject
  /// nil: descending for metrics, ascending for groups.
  package let direction: Direction?
  package let span: SourceSpan

  package init(subject: Subject, direction: Direction?, span: SourceSpan = 0..<0) {
    self.subject = subject
    self.direction = direction
    self.span = span
  }

  package static func == (left: SortKey, right: SortKey) -> Bool {
    left.subject == right.subject && left.direction == right.direction
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(subject) }
}

/// `( top | bottom ) NUMBER [ per Group ]`.
package struct Top: Sendable, Hashable {
  /// The group within which rows are ranked.
  package enum Per: Sendable, Hashable {
    case name(Name)
    case grain(Grain)
    case video
  }
  package let isBottom: Bool
  package let count: Located<Number>
  package let per: Located<Per>?

  package init(isBottom: Bool, count: Located<Number>, per: Located<Per>?) {
    self.isBottom = isBottom
    self.count = count
    self.per = per
  }
}

/// What follows `with`.
package enum Extra: String, Sendable, Hashable, CaseIterable {
  case total, others, share, interval, coverage
}

/// What follows `missing as`.
package enum MissingFill: String, Sendable, Hashable, CaseIterable {
  case zero, blank, previous
}

/// `correlate`, `compare`, `trend`, `quadrants`, each with its scope.
package struct Analysis: Sendable, Hashable {
  /// Which analysis, with its own operands.
  package enum Kind: Sendable, Hashable {
    case correlate(Expression, with: [Expression])
    case compare(Expression, holding: [Located<Dimension>])
    case trend(Expression)
    case quadrants(Expression, Expression)
  }
  package var kind: Kind
  package var by: [Located<Dimension>] = []
  package var condition: Condition?
  package var range: Located<WrittenRange>?
  package var top: Located<Top>?
  package let span: SourceSpan

  package init(kind: Kind, span: SourceSpan = 0..<0) {
    self.kind = kind
    self.span = span
  }

  package static func == (left: Analysis, right: Analysis) -> Bool {
    left.kind == right.kind && left.by == right.by && left.condition == right.condition
      && left.range == right.range && left.top == right.top
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}
