/// Questions about people in other languages, told by which words stand in them, in whatever order a language has.
///
/// The rules for English look at what stands beside what. Other languages ask in other orders, so here a question is
/// two or three words together: somebody who is asked about, and what they did.
struct ForeignQuestions {
  private let words: [ScannedWord]
  private let texts: Set<String>

  /// The refusal of what a paraphrase in another language asks; nil for one in English and for one about numbers.
  static func refusal(of paraphrase: Paraphrase) -> Refusal? {
    guard paraphrase.speaksForeign else { return nil }
    let questions = ForeignQuestions(words: paraphrase.words)
    for (code, find) in rules {
      if let words = find(questions), let span = questions.span(of: words) {
        return Refusal(code, at: span, words: [])
      }
    }
    return nil
  }

  private init(words: [ScannedWord]) {
    self.words = words
    texts = Set(words.filter { $0.kind == .word }.map(\.text))
  }

  // MARK: - Words

  private static let deeds = ["saved", "liked", "watched", "shared"]
  private static let marks = [
    "saved", "liked", "shared", "saves", "likes", "comments", "shares", "save", "like", "share",
    "save_count", "like_count", "comment_count", "share_count",
  ]
  private static let crowds = ["followers", "viewers", "subscribers", "viewer", "fans", "fan"]
  private static let persons = ["people", "user", "women", "who"]
  private static let times = ["week", "month", "day", "growth", "country"]

  private func has(_ word: String) -> Bool { texts.contains(word) }
  private func hasAny(_ words: [String]) -> Bool { words.contains(where: texts.contains) }
  private var isCounted: Bool { hasAny(ForeignQuestions.times) || has("many") }
  private var isAboutContent: Bool { has("about") }

  /// Both groups where the statement has a word of each.
  private func pair(_ left: [String], _ right: [String]) -> [String]? {
    hasAny(left) && hasAny(right) ? left + right : nil
  }

  private func span(of meanings: [String]) -> Range<Int>? {
    let spans = words.filter { $0.kind == .word && meanings.contains($0.text) }.map(\.span)
    guard let start = spans.map(\.lowerBound).min(), let end = spans.map(\.upperBound).max() else {
      return nil
    }
    return start..<end
  }

  // MARK: - Rules

  private static let rules: [(RefusalCode, @Sendable (ForeignQuestions) -> [String]?)] = [
    (.lookUpPerson, { $0.acquaintance }),
    (.contactDetail, { $0.contact }),
    (.demographicsOfActors, { $0.kind }),
    (.demographicsOfActors, { $0.place }),
    (.personalJourney, { $0.journey }),
    (.rawRows, { $0.rows }),
    (.lookUpPerson, { $0.notice }),
    (.listOfPeople, { $0.list }),
    (.whoQuestion, { $0.asked }),
    (.breakdownByPerson, { $0.breakdown }),
  ]

  /// `did my wife watch`.
  private var acquaintance: [String]? {
    guard !isAboutContent else { return nil }
    if let known = pair(["friend", "laura"], ForeignQuestions.deeds) { return known }
    return somebodyOfMine.flatMap { pair([$0], ForeignQuestions.deeds) }
  }

  /// A word beside `my` that no list has, where it is asked what was done to something else: `did my barber watch the video`.
  private var somebodyOfMine: String? {
    guard !has("many"), hasAny(["video", "did"]) else { return nil }
    let known = Set(
      ["video", "my", "did"] + ForeignQuestions.deeds + ForeignQuestions.marks + ForeignQuestions.crowds)
    for (place, word) in words.enumerated() where word.text == "my" {
      let near = words[(place + 1)...].prefix(2).map(\.text) + words[..<place].suffix(1).map(\.text)
      guard !near.contains(where: { known.contains($0) || ForeignQuestions.times.contains($0) }) else {
        continue
      }
      if let next = near.first, words[place].kind == .word, !Surroundings.contentNouns.contains(next) {
        return "my"
      }
    }
    return nil
  }

  /// `the numbers of those who commented`.
  private var contact: [String]? {
    pair(["email", "phone"], ForeignQuestions.crowds + ForeignQuestions.persons + ForeignQuestions.deeds)
  }

  /// `how old are those who save`; the age of followers and viewers is a table that platforms give.
  private var kind: [String]? {
    guard !isAboutContent else { return nil }
    if let women = pair(["women"], ForeignQuestions.deeds + ForeignQuestions.marks) { return women }
    return pair(["age"], ForeignQuestions.marks)
      ?? (has("watched") ? nil : pair(["age"], ["people", "who", "user"]))
  }

  /// `where do those live who saved`.
  private var place: [String]? {
    has("watched") || !hasAny(["people", "who", "which"])
      ? nil : pair(["country"], ["saved", "liked", "shared"])
  }

  private var journey: [String]? { pair(["journey"], ["viewer", "user", "friend", "people"]) }

  private var rows: [String]? { pair(["raw"], ["data", "rows"] + ForeignQuestions.marks) }

  /// `tell me when somebody saves`.
  private var notice: [String]? { pair(["notify"], ["who", "friend", "user", "laura", "people", "viewer"]) }

  /// `the names of all`, `show my followers`, `which followers commented`.
  private var list: [String]? {
    if let names = pair(["names"], ForeignQuestions.crowds + ["people", "user", "who", "women"]) {
      return names
    }
    guard !isCounted else { return nil }
    if !has("video"), let names = pair(["names"], ForeignQuestions.deeds) { return names }
    if let listed = pair(["list"], ForeignQuestions.crowds + ["people", "user", "women"]) { return listed }
    let all = ["all", "alle", "alla", "tous", "todos", "tutti", "toate", "wszystkie"]
    if !has("video"), hasAny(all), let listed = pair(["list"], ForeignQuestions.deeds) { return listed }
    return has("video") ? nil : pair(["which"], ForeignQuestions.crowds + ["people", "user", "women"])
  }

  /// `who saved`, but not `the videos which were saved`.
  private var asked: [String]? {
    if let which = words.firstIndex(where: { $0.text == "which" }), which + 1 < words.count,
      words[which + 1].text == "did",
      let asked = pair(["which"], ForeignQuestions.deeds)
    {
      return asked
    }
    guard let who = words.firstIndex(where: { $0.text == "who" }), who == 0 || words[who - 1].text != "video"
    else { return nil }
    return pair(["who"], ForeignQuestions.deeds + ["comment", "like", "save", "share", "follow", "unfollow"])
  }

  /// `saves`, `user`: no language needs more for a breakdown.
  private var breakdown: [String]? {
    if hasAny(["gore", "bazinda", "basina", "podle", "wedlug", "szerint", "mukaan", "theo"]), !has("many"),
      let people = pair(["people"], ForeignQuestions.marks)
    {
      return people
    }
    return has("many") ? nil : pair(["user"], ForeignQuestions.marks + ["views", "view_count"])
  }
}
