/// What may begin and what may follow each part of a grammar; literals in quotes, tokens bare.
struct GrammarSets {
  let grammar: GrammarFile
  private(set) var first: [String: Set<String>] = [:]
  private(set) var nullable: Set<String> = []
  private(set) var follow: [String: Set<String>] = [:]

  static let end = "$"

  init(_ grammar: GrammarFile) {
    self.grammar = grammar
    var size = -1
    while size != self.size {
      size = self.size
      for (name, node) in grammar.productions {
        first[name, default: []].formUnion(first(of: node))
        if isNullable(node) { nullable.insert(name) }
      }
    }
    follow[GrammarFile.start] = [GrammarSets.end]
    size = -1
    while size != self.size {
      size = self.size
      for (name, node) in grammar.productions { collectFollow(node, follow[name] ?? []) }
    }
  }

  private var size: Int {
    first.values.reduce(0) { $0 + $1.count } + follow.values.reduce(0) { $0 + $1.count } + nullable.count
  }

  func isNullable(_ node: GrammarNode) -> Bool {
    switch node {
    case .sequence(let nodes): nodes.allSatisfy(isNullable)
    case .choice(_, let nodes): nodes.contains(where: isNullable)
    case .optional, .repeated: true
    case .literal, .token: false
    case .production(let name): nullable.contains(name)
    }
  }

  func first(of node: GrammarNode) -> Set<String> {
    switch node {
    case .sequence(let nodes): first(of: nodes[...])
    case .choice(_, let nodes): nodes.reduce(into: []) { $0.formUnion(first(of: $1)) }
    case .optional(let inner), .repeated(let inner): first(of: inner)
    case .literal(let text): ["\"\(text)\""]
    case .token(let name): [name]
    case .production(let name): first[name] ?? []
    }
  }

  func first(of nodes: ArraySlice<GrammarNode>) -> Set<String> {
    guard let node = nodes.first else { return [] }
    return first(of: node).union(isNullable(node) ? first(of: nodes.dropFirst()) : [])
  }

  private func follow(of rest: ArraySlice<GrammarNode>, _ follow: Set<String>) -> Set<String> {
    first(of: rest).union(rest.allSatisfy(isNullable) ? follow : [])
  }

  private mutating func collectFollow(_ node: GrammarNode, _ follow: Set<String>) {
    switch node {
    case .literal, .token: break
    case .production(let name): self.follow[name, default: []].formUnion(follow)
    case .choice(_, let nodes): for node in nodes { collectFollow(node, follow) }
    case .optional(let inner): collectFollow(inner, follow)
    case .repeated(let inner): collectFollow(inner, follow.union(first(of: inner)))
    case .sequence(let nodes):
      for (index, node) in nodes.enumerated() {
        collectFollow(node, self.follow(of: nodes[(index + 1)...], follow))
      }
    }
  }

  /// Places where one token does not decide, as sentences.
  func conflicts(isContextual: (String) -> Bool) -> [String] {
    grammar.names.flatMap { name in
      grammar.productions[name].map { conflicts($0, follow[name] ?? [], name, isContextual) } ?? []
    }
  }

  private func conflicts(
    _ node: GrammarNode, _ follow: Set<String>, _ name: String, _ isContextual: (String) -> Bool
  ) -> [String] {
    switch node {
    case .literal, .token, .production: return []
    case .optional(let inner), .repeated(let inner):
      var behind = follow
      if case .repeated = node { behind.formUnion(first(of: inner)) }
      return conflicts(inner, behind, name, isContextual)
        + (isNullable(inner) ? ["\(name): an optional part may be empty"] : [])
        + clashes(first(of: inner), follow, name, isContextual)
    case .sequence(let nodes):
      return nodes.enumerated().flatMap { index, node in
        conflicts(node, self.follow(of: nodes[(index + 1)...], follow), name, isContextual)
      }
    case .choice(_, let nodes):
      var found = nodes.flatMap { conflicts($0, follow, name, isContextual) }
      for (index, node) in nodes.enumerated() {
        for other in nodes[(index + 1)...] {
          found += clashes(first(of: node), first(of: other), name, isContextual)
        }
        if isNullable(node) { found += clashes(first(of: .choice(0, nodes)), follow, name, isContextual) }
      }
      return found
    }
  }

  /// Tokens that two sets share; a contextual word is a name too.
  private func clashes(
    _ left: Set<String>, _ right: Set<String>, _ name: String, _ isContextual: (String) -> Bool
  ) -> [String] {
    var shared = left.intersection(right)
    for (one, other) in [(left, right), (right, left)] where one.contains("NAME") {
      shared.formUnion(other.filter { $0.hasPrefix("\"") && isContextual(String($0.dropFirst().dropLast())) })
    }
    return shared.sorted().map { "\(name): \($0)" }
  }
}
