import TallyLanguage
import TallyPrivacy

extension Analyzer {
  /// The refusal of a query that asks where the people behind an action live or who they are (P106), found in what names
  /// resolve to, so that a definition or an alias cannot hide it; nil for every other query.
  func crossing() -> RefusedQuestion? {
    var actions: [(name: String, span: SourceSpan)] = []
    for item in query.items { actions += actionNames(in: item.expression) }
    guard let action = actions.first else { return nil }
    var audience: [Name] = []
    for dimension in query.by {
      if case .name(let name, _) = dimension.value { audience.append(name) }
    }
    query.condition?.collectNames(into: &audience)
    guard let crossed = audience.first(where: { audienceDimension($0) != nil }) else { return nil }
    let refusal = Refusal(
      .demographicsOfActors, at: crossed.span, words: [action.name, crossed.text])
    return RefusedQuestion(refusal: refusal, rewrites: rewrites(for: refusal, in: []))
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
  /// Adds every name that the condition tests.
  func collectNames(into names: inout [Name]) {
    switch self {
    case .all(let parts), .any(let parts): for part in parts { part.collectNames(into: &names) }
    case .not(let inner): inner.collectNames(into: &names)
    case .postedDuring, .posted, .postedMissing: break
    case .test(let operand, _, _):
      switch operand {
      case .video: break
      case .reference(let reference): names.append(reference.name)
      case .ratio(let left, let right), .perNumber(let left, _, let right): names += [left.name, right.name]
      }
    }
  }
}
