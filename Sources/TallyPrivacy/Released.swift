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

/// Values of one column that may be shown outside an answer: what completion offers, and what a hint suggests.
///
/// Its initializer is private to this file, and there is no other way to carry a value from a file to completion or into a
/// sentence: holding one proves that `release` saw which column it is of.
package struct ReleasedValues: Sendable, Hashable {
  /// The values, best first.
  package let values: [String]

  /// No values.
  package static let none = ReleasedValues([])

  fileprivate init(_ values: [String]) { self.values = values }
}

/// Lets values out that describe the creator's own posts; none of any other column, and none of an audience.
package func release(_ values: [String], of column: ColumnHandle) -> ReleasedValues {
  switch column.meaning {
  case .content, .delivery: column.table == "audience" ? .none : ReleasedValues(values)
  case .action, .exposure, .audience, .audienceDimension, .time, .key: .none
  }
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
