/// A result that can say where each of its columns came from, so that the gate can check it.
package protocol Releasable: Sendable {
  /// The admitted columns that each column of the result was computed from, in column order.
  var origins: [[ColumnHandle]] { get }
}

/// A result that passed the gate; the only form in which a result can be shown, written or exported.
///
/// Its initializer is private to this file: holding a `Released` value proves that `release` saw the result.
package struct Released<Result: Releasable>: Sendable {
  /// The result that may be shown.
  package let result: Result

  fileprivate init(_ result: Result) { self.result = result }
}

/// Checks a result against the rules on what may be shown together, and lets it out.
///
/// - Throws: `Refusal` P106 when a column about actions stands beside an audience dimension, P403 when a column of an
///   audience was not protected, P202 when one that was stands beside a column of posts or days.
package func release<Result: Releasable>(_ result: Result) throws(Refusal) -> Released<Result> {
  let handles = result.origins.flatMap { $0 }
  let meetsAudience = handles.contains { $0.meaning == .audienceDimension }
  if meetsAudience, let action = handles.first(where: { $0.meaning == .action }) {
    throw Refusal(.demographicsOfActors, at: 0..<0, words: [action.name])
  }
  let ofAudience = handles.filter { $0.meaning == .audienceDimension || $0.table == "audience" }
  guard ofAudience.allSatisfy(\.isProtected) else { throw Refusal(.tableWithheld, at: 0..<0, words: []) }
  let isOfPosts = handles.contains { [.content, .delivery, .key].contains($0.meaning) }
  guard ofAudience.isEmpty || !isOfPosts, !meetsAudience || ofAudience.count == handles.count else {
    throw Refusal(.contentCrossedWithAudience, at: 0..<0, words: [])
  }
  return Released(result)
}
