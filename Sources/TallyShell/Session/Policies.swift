import TallyLanguage
import TallyPlan
package import TallyPrivacy

extension Session {
  /// Takes over the user's own policies and those that were named.
  ///
  /// - Throws: F001...F003 where one that was named cannot be opened.
  package mutating func adoptPolicies(named paths: [String]) throws(Failure) {
    for path in PolicyPaths.ofUser where path.isThere { try adopt(path, PolicyPaths.read(path)) }
    for path in paths {
      let file = try PolicyPaths.open(path, named: path)
      try adopt(PolicyPaths.Path(shown: path, resolved: path), file)
    }
  }

  /// Takes over the policies that lie beside data files, before anything of these is read as a table.
  ///
  /// - Throws: F170 where one is stricter than what was loaded before.
  mutating func adoptPolicies(beside named: [NamedFile]) throws(Failure) {
    for path in named.flatMap(\.policies) where path.isThere && !knownPolicies.contains(path) {
      try adopt(path, PolicyPaths.read(path))
    }
  }

  /// What is to be said of policies that were read since this was asked last.
  package mutating func takePolicyNotices() -> [PolicyNotice] {
    defer { policyNotices = [] }
    return policyNotices
  }

  private mutating func adopt(_ path: PolicyPaths.Path, _ file: PolicyFile) throws(Failure) {
    guard tables.raise(to: file.policy) else { throw .diagnostics([.policyTooLate(path.shown)]) }
    if knownPolicies.insert(path).inserted { policyNotices += file.notices }
  }
}

extension Policy {
  /// Whether a column is never loaded, by its header or by any word that Tally takes for its name.
  func keepsOut(_ column: CatalogColumn) -> Bool {
    ([column.header, column.name] + (StandardCatalog.column(named: column.name)?.aliases ?? []))
      .contains { setsAside($0) }
  }
}

extension Diagnostic {
  static func policyTooLate(_ path: String) -> Diagnostic {
    Diagnostic(
      "F170", "`\(path)` is stricter than what was loaded before it was found.", at: .none,
      help: "Start again with it, so that everything is read under it: --policy \(path)")
  }
}
