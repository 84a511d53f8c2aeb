package import TallyLanguage

/// What `define` has named in this session; looked up when a query runs, so order does not matter.
///
/// Metrics, groups, labels and reports share one set of names: the session sees to it that a name means one thing.
package struct Definitions: Sendable, Hashable {
  package private(set) var metrics: [String: Expression] = [:]
  package private(set) var groups: [String: Condition] = [:]
  package private(set) var labels: [String: [Definition.Case]] = [:]
  package private(set) var reports: [String: SavedReport] = [:]

  package init() {}

  /// Sets or replaces a metric.
  package mutating func define(metric name: String, as expression: Expression) { metrics[name] = expression }

  /// Sets or replaces a group of videos.
  package mutating func define(group name: String, as condition: Condition) { groups[name] = condition }

  /// Sets or replaces a label of videos.
  package mutating func define(label name: String, as cases: [Definition.Case]) { labels[name] = cases }

  /// Sets or replaces a report.
  package mutating func define(report name: String, as report: SavedReport) { reports[name] = report }

  /// What a name was defined as; nil where it was not.
  package func kind(of name: String) -> DefinitionKind? {
    if metrics[name] != nil { return .metric }
    if groups[name] != nil { return .group }
    if labels[name] != nil { return .label }
    return reports[name] != nil ? .report : nil
  }
}

/// A question that was given a name, with the text it was written in, so that its items keep their names.
package struct SavedReport: Sendable, Hashable {
  package let question: Question
  package let source: SourceText

  package init(question: Question, source: SourceText) {
    self.question = question
    self.source = source
  }
}

/// What a definition makes of a name; the raw value is the word behind `define`.
package enum DefinitionKind: String, Sendable, Hashable, CaseIterable {
  case metric, group, label, report
}

extension Definitions {
  /// The most parts that a definition may have once everything that it leans on is put in its place.
  static let mostParts = 500
  /// How many definitions may lean on one another in a row.
  static let deepest = 64

  /// Makes sure that no definition grows beyond measure by leaning on others that lean on others.
  ///
  /// - Throws: D012 for the name that was just defined.
  package func checkSizes(after name: Name) throws(Diagnostic) {
    var known: [String: (parts: Int, depth: Int)] = [:]
    func measure(_ current: String) -> (parts: Int, depth: Int) {
      if let measured = known[current] { return measured }
      var (parts, depth) = (operandCount(of: current), 0)
      for next in names(in: current) where parts <= Self.mostParts && kind(of: next) != nil {
        let inner = measure(next)
        parts += inner.parts - 1
        depth = max(depth, inner.depth + 1)
      }
      known[current] = (parts, depth)
      return (parts, depth)
    }
    let all = [Array(metrics.keys), Array(groups.keys), Array(labels.keys)].joined()
    for other in all {
      let (parts, depth) = measure(other)
      if parts > Self.mostParts { throw .definitionTooLarge(name.text, most: Self.mostParts, at: name.span) }
      if depth > Self.deepest { throw .definitionTooDeep(name.text, most: Self.deepest, at: name.span) }
    }
  }

  /// Makes sure that a definition does not lead back to itself through others.
  ///
  /// - Throws: D002 with the way it goes round.
  package func checkCycles(from name: Name) throws(Diagnostic) {
    var cleared: Set<String> = []
    func visit(_ current: String, _ path: [String]) throws(Diagnostic) {
      if path.contains(current) { throw .definitionCycle(path + [current], at: name.span) }
      if cleared.contains(current) { return }
      for next in names(in: current) { try visit(next, path + [current]) }
      cleared.insert(current)
    }
    try visit(name.text, [])
  }

  /// How many operands a definition has by itself, at least 1.
  private func operandCount(of name: String) -> Int {
    if let expression = metrics[name] { return expression.operandCount }
    if let condition = groups[name] { return condition.operandCount }
    return labels[name]?.reduce(1) { $0 + ($1.condition?.operandCount ?? 1) } ?? 1
  }

  /// Bare names that a definition leans on.
  func names(in name: String) -> [String] {
    if let expression = metrics[name] { return expression.names }
    if let condition = groups[name] { return condition.names }
    return labels[name]?.flatMap { $0.condition?.names ?? [] } ?? []
  }
}

extension Expression {
  /// Bare names in it.
  var names: [String] { references.flatMap(\.bareNames) }

  /// Every column, definition or whatever else it names, in the order written.
  var references: [Reference] {
    switch self {
    case .number, .percent: []
    case .reference(let reference): [reference]
    case .negated(let inner, _), .aggregate(_, let inner, _, _), .window(_, let inner, _): inner.references
    case .binary(_, let left, let right, _), .perNumber(let left, _, let right, _):
      left.references + right.references
    }
  }
}

extension Expression {
  /// How many numbers and names it has.
  fileprivate var operandCount: Int {
    switch self {
    case .number, .percent, .reference: 1
    case .negated(let inner, _), .aggregate(_, let inner, _, _), .window(_, let inner, _): inner.operandCount
    case .binary(_, let left, let right, _), .perNumber(let left, _, let right, _):
      left.operandCount + right.operandCount
    }
  }
}

extension Condition {
  /// How many tests it has.
  fileprivate var operandCount: Int {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.operandCount }
    case .not(let inner): inner.operandCount
    case .postedDuring, .posted, .postedMissing, .test: 1
    }
  }

  /// Bare names in it.
  var names: [String] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.names)
    case .not(let inner): inner.names
    case .postedDuring, .posted, .postedMissing: []
    case .test(let operand, let check, _): operand.names + (check?.names ?? [])
    }
  }
}

extension Operand {
  fileprivate var names: [String] {
    switch self {
    case .video: []
    case .reference(let reference): reference.bareNames
    case .ratio(let left, let right), .perNumber(let left, _, let right): left.bareNames + right.bareNames
    }
  }
}

extension Check {
  fileprivate var names: [String] {
    switch self {
    case .comparison(_, let value): value.names
    case .between(let low, let high): low.names + high.names
    case .isIn, .contains, .startsWith, .missing: []
    }
  }
}

extension Value {
  fileprivate var names: [String] {
    switch self {
    case .operand(let operand): operand.names
    case .literal, .benchmark: []
    }
  }
}

extension Reference {
  fileprivate var bareNames: [String] { name.isBracketed ? [] : [name.text] }
}
