import TallyLanguage
import TallyPrivacy

extension Analyzer {
  /// The refusal of a query that asks where the people behind an action live or who they are (P106), found in what names
  /// resolve to, so that a definition or an alias cannot hide it; nil for every other query.
  func crossing() -> RefusedQuestion? {
    let tested = query.condition.map { unfolded($0) } ?? []
    var expressions = query.items.map(\.expression) + tested.map { .reference($0) }
    expressions += query.having?.expressions ?? []
    for key in query.sort {
      if case .expression(let expression) = key.subject { expressions.append(expression) }
    }
    let actions = expressions.flatMap(actionNames)
    guard let action = actions.first else { return nil }
    var audience = tested.map(\.name)
    for dimension in query.by {
      guard case .name(let name, _) = dimension.value else { continue }
      audience.append(name)
      audience += unfoldedLabel(name, open: []).map { Name($0.name.text, span: name.span) }
    }
    guard let crossed = audience.first(where: { audienceDimension($0) != nil }) else { return nil }
    let refusal = Refusal(
      .demographicsOfActors, at: crossed.span, naming: [action.name, crossed.text])
    return RefusedQuestion(refusal: refusal, rewrites: rewrites(for: refusal, in: []))
  }

  /// The refusal of a query with a name that nothing loaded has and that reads like one of people (C001); nil for every
  /// other finding.
  func suspicion(_ findings: [Diagnostic]) -> RefusedQuestion? {
    let unknown = Set(findings.filter { $0.code == "C001" }.map(\.place.start))
    guard !unknown.isEmpty else { return nil }
    var names: [(name: Name, place: NamePlace)] = query.by.compactMap { dimension in
      if case .name(let name, _) = dimension.value { (name, .group) } else { nil }
    }
    names += (query.condition?.references ?? []).map { ($0.name, .condition) }
    names += query.items.flatMap { $0.expression.references }.map { ($0.name, .item) }
    let countsActions = query.items.contains { !actionNames(in: $0.expression).isEmpty }
    for (name, place) in names where unknown.contains(name.span.lowerBound) {
      let refusal =
        name.isBracketed
        ? suspect(header: name.text, at: name.span, in: place)
        : suspect(name: name.text, at: name.span, in: place, countsActions: countsActions)
      if let refusal {
        return RefusedQuestion(refusal: refusal, rewrites: rewrites(for: refusal, in: []))
      }
    }
    return nil
  }

  /// Every name that a condition tests, those inside groups and labels that it names among them, blamed on the name that
  /// stands in the query.
  private func unfolded(_ condition: Condition, open: Set<String> = []) -> [Reference] {
    condition.references.flatMap { reference -> [Reference] in
      let name = reference.name
      guard !name.isBracketed, !open.contains(name.text) else { return [reference] }
      let inner =
        definitions.groups[name.text].map { unfolded($0, open: open.union([name.text])) }
        ?? unfoldedLabel(name, open: open)
      return [reference]
        + inner.map {
          Reference(
            name: Name($0.name.text, isBracketed: $0.name.isBracketed, span: name.span), span: name.span)
        }
    }
  }

  private func unfoldedLabel(_ name: Name, open: Set<String>) -> [Reference] {
    guard !name.isBracketed, !open.contains(name.text), let arms = definitions.labels[name.text] else {
      return []
    }
    return arms.compactMap(\.condition).flatMap { unfolded($0, open: open.union([name.text])) }
  }

  private func actionNames(in expression: Expression) -> [(name: String, span: SourceSpan)] {
    guard let tree = try? context.metricTree(expression) else { return [] }
    return tree.columns.filter { column in
      let loaded = catalog.tables.lazy.compactMap { $0.column(named: column.name) }.first
      return (loaded?.handle.meaning ?? StandardCatalog.column(named: column.name)?.meaning) == .action
    }
  }
}

extension Condition {
  /// Every reference that the condition tests.
  var references: [Reference] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.references)
    case .not(let inner): inner.references
    case .postedDuring, .posted, .postedMissing: []
    case .test(let operand, let check, _): operand.references + (check?.values ?? []).flatMap(\.references)
    }
  }
}

extension Operand {
  fileprivate var references: [Reference] {
    switch self {
    case .video: []
    case .reference(let reference): [reference]
    case .ratio(let left, let right), .perNumber(let left, _, let right): [left, right]
    }
  }
}

extension Check {
  fileprivate var values: [Operand] {
    let values: [Value] =
      switch self {
      case .comparison(_, let value): [value]
      case .between(let low, let high): [low, high]
      case .isIn, .contains, .startsWith, .missing: []
      }
    return values.compactMap { if case .operand(let operand) = $0 { operand } else { nil } }
  }
}

extension RowCondition {
  /// Every expression that is compared.
  var expressions: [Expression] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.expressions)
    case .not(let inner): inner.expressions
    case .test(let expression, .comparison(_, .expression(let other))): [expression, other]
    case .test(let expression, .between(let low, let high)): [expression, low, high]
    case .test(let expression, _): [expression]
    }
  }
}
