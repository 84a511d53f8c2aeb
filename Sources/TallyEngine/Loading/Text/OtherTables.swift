import TallyLanguage
import TallyPrivacy

/// The judgement of what stands in a file beside the table that is read.
extension Dialect {
  /// Refuses the file where another table in it, or a title, is about people.
  ///
  /// A column of names in another table is never the creator's own account, which stands beside videos.
  ///
  /// - Throws: P303.
  func refusePeopleInOthers(file: String) throws(LoadFailure) {
    for table in others {
      if let header = table.headers.first(where: { PersonHeader($0) != .none }) {
        throw .refusal(PeopleFile.lists.refusal(toldBy: PersonHeader.shown(header)), file: file)
      }
      if let kind = PeopleFile(headers: table.headers) { throw .refusal(kind.refusal, file: file) }
      try refusePeople(titles: table.titles, above: table.headers, file: file)
    }
    try refusePeople(titles: preamble, above: headers, file: file)
  }

  /// Titles tell people only above headers that do not: `Top fans` above days is a number by day.
  private func refusePeople(
    titles: [String], above headers: [String], file: String
  ) throws(LoadFailure) {
    guard Preset.find(headers, preamble: titles) == nil else { return }
    let plan = FilePlan(headers: headers, preset: nil, options: LoadOptions { _ in nil }, role: nil)
    let isKnown = plan.dayColumn != nil || plan.videoColumn != nil || plan.splitsAudience
    // A list without any table is its own title.
    let lines = titles + (headers.count { !$0.isEmpty } == 1 ? headers : [])
    if !isKnown, lines.contains(where: namesPeople) {
      throw .refusal(PeopleFile.lists.refusal, file: file)
    }
  }
}

/// Whether a title says that people are below it: `Top fans`, `Followers list`, `Viewer: ...`.
///
/// Titles of the words of analytics alone, `Follower growth`, say nothing of the kind.
func namesPeople(title: String) -> Bool {
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
