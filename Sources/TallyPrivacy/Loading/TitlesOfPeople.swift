/// Whether a title says that people are below it: `Top fans`, `Followers list`, `Viewer: ...`.
///
/// Titles of the words of analytics alone, `Follower growth`, say nothing of the kind.
package func namesPeople(title: String) -> Bool {
  let words = fold(title).split(separator: "_").map(String.init)
  let isNamed = title.contains(":")
  if !isNamed, words.allSatisfy({ readsLikeAnalytics($0) || readsLikeAnalytics($0 + "s") }) { return false }
  guard let first = words.first(where: { !listWords.contains($0) }), !ownWords.contains(first) else {
    return false
  }
  let singular = first.hasSuffix("s") ? String(first.dropLast()) : first
  return PersonHeader(first) != .none || PersonHeader(singular) != .none
}

/// What lists are called before it is said of what, folded.
private let listWords: Set<String> = [
  "all", "best", "biggest", "latest", "list", "most", "my", "names", "new", "of", "our", "recent", "super",
  "the",
  "top", "your",
]

/// What the creator's own account is called in titles, folded.
private let ownWords: Set<String> = ["account", "accounts", "channel", "creator", "owner", "page", "profile"]
