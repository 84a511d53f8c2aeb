/// What is said where answers about different people stand side by side.
package enum SideBySide {
  /// Said where one answer is about an audience and another about what people did.
  package static let audienceIsNotActors =
    "Followers are not the people who acted: some of those may follow, and no export says who."

  /// The sentences that answers standing side by side need; none where they are about the same people.
  package static func notes<Result: Releasable>(_ results: [Released<Result>]) -> [String] {
    let meanings = results.map { Set($0.result.origins.joined().map(\.meaning)) }
    let acts = meanings.indices.filter { meanings[$0].contains(.action) }
    let audiences = meanings.indices.filter { index in
      meanings[index].contains(.audience) || meanings[index].contains(.audienceDimension)
    }
    let areApart = acts.contains { act in audiences.contains { $0 != act } }
    return areApart ? [audienceIsNotActors] : []
  }
}
