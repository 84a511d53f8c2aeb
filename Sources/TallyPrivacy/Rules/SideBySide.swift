/// What is said where answers about different people stand side by side.
package enum SideBySide {
  /// Said where one answer is about an audience and another about what people did.
  package static let audienceIsNotActors =
    "Followers are not the people who acted: some of those may follow, and no export says who."

  /// Said where that audience is one of views.
  package static let viewersAreNotActors =
    "Those who viewed are not those who acted: some of them may have, and no export says who."

  /// The sentences that answers standing side by side need; none where they are about the same people.
  package static func notes<Result: Releasable>(_ results: [Released<Result>]) -> [String] {
    let meanings = results.map { Set($0.result.origins.joined().map(\.meaning)) }
    let acts = meanings.indices.filter { meanings[$0].contains(.action) }
    let audiences = meanings.indices.filter { index in
      meanings[index].contains(.audience) || meanings[index].contains(.audienceDimension)
    }
    let apart = audiences.filter { audience in acts.contains { $0 != audience } }
    let (ofViews, ofPeople) = (
      apart.contains { meanings[$0].contains(.exposure) },
      apart.contains { !meanings[$0].contains(.exposure) }
    )
    return (ofPeople ? [audienceIsNotActors] : []) + (ofViews ? [viewersAreNotActors] : [])
  }
}
