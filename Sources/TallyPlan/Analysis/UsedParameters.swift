package import TallyLanguage

extension Definitions {
  /// Every parameter that a question needs: its own, and those of the groups and labels that it leans on.
  package func parameters(of question: Question) -> Set<String> {
    Set(question.parameters.map(\.value)).union(parameters(leanedOnBy: question.bareNames))
  }

  /// Every parameter that an assertion needs; see `parameters(of: Question)`.
  package func parameters(of assertion: Assertion) -> Set<String> {
    Set(assertion.parameters.map(\.value)).union(parameters(leanedOnBy: assertion.query.bareNames))
  }

  /// Every parameter that a report needs; nil where there is no report of this name.
  package func parameters(ofReport name: String) -> Set<String>? {
    reports[name].map { parameters(of: $0.question) }
  }

  private func parameters(leanedOnBy names: [String]) -> Set<String> {
    var found: Set<String> = []
    var seen: Set<String> = []
    var open = names
    while let name = open.popLast() {
      guard seen.insert(name).inserted else { continue }
      if let condition = groups[name] { found.formUnion(condition.parameters.map(\.value)) }
      for arm in labels[name] ?? [] { found.formUnion(arm.condition?.parameters.map(\.value) ?? []) }
      open += self.names(in: name)
    }
    return found
  }
}

extension Question {
  /// Bare names in it, wherever they stand.
  var bareNames: [String] {
    switch body {
    case .report(let queries): queries.flatMap(\.bareNames)
    case .analysis(let analysis): analysis.bareNames
    }
  }
}

extension Query {
  /// Bare names in it, wherever they stand.
  var bareNames: [String] {
    items.flatMap(\.expression.names) + by.flatMap(\.value.names) + (condition?.names ?? [])
      + (having?.names ?? []) + sort.flatMap(\.names)
  }
}

extension Analysis {
  /// Bare names in it, wherever they stand.
  var bareNames: [String] {
    let subjects: [String] =
      switch kind {
      case .correlate(let first, let others): first.names + others.flatMap(\.names)
      case .compare(let subject, let held): subject.names + held.flatMap(\.value.names)
      case .trend(let subject): subject.names
      case .quadrants(let first, let second): first.names + second.names
      }
    return subjects + by.flatMap(\.value.names) + (condition?.names ?? [])
  }
}

extension Dimension {
  fileprivate var names: [String] {
    switch self {
    case .name(let name, _): name.isBracketed ? [] : [name.text]
    case .time, .video: []
    }
  }
}

extension SortKey {
  fileprivate var names: [String] {
    switch subject {
    case .expression(let expression): expression.names
    case .video, .time: []
    }
  }
}

extension RowCondition {
  fileprivate var names: [String] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.names)
    case .not(let inner): inner.names
    case .test(let expression, let check): expression.names + check.names
    }
  }
}

extension RowCheck {
  fileprivate var names: [String] {
    switch self {
    case .comparison(_, .expression(let expression)): expression.names
    case .comparison(_, .parameter), .comparison(_, .truth), .missing: []
    case .between(let low, let high): low.names + high.names
    }
  }
}
