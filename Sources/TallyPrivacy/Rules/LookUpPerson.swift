extension PrivacyRule {
  /// P108: whether somebody did something, and every way of finding out who a number stands for.
  static let lookUpPerson = PrivacyRule(
    Lesson(
      .lookUpPerson, "Looking somebody up",
      reason: "Tally holds counts only, so it cannot tell what one person did, or whom a number stands for.",
      story:
        "TikTok's research interface lists public followers and liked videos, and gives saves as a "
        + "number all the same: who saved is kept back more strictly than who liked.",
      instead: "Ask what all of them did: `saves by video`, `views by week`."),
    refused: [
      "«did anna save» my video", "«did anna save» v001", "when «did @anna» save my video",
      "what «did user» 42 save",
      "«is @anna» following me",
      "«was it anna who» saved this", "«unmask» savers", "«track individual» viewers",
      "«join savers» on user_id",
      "«search for user» anna",
    ],
    allowed: [
      "views by track", "compare saves by format", "did saves go up last week",
      "when do people save my videos",
      "track followers by week", "are my views falling",
    ]
  ) { reading, _ in
    reading.unmasking ?? reading.matching ?? reading.question
  }
}

extension Reading {
  private static let unmaskingVerbs: Set<String> = [
    "unmask", "deanonymize", "deanonymise", "reidentify", "dox", "doxx", "stalk", "deanon", "unhash",
  ]

  /// Verbs that bring a person to light, or put two lists of them together, when they begin a statement.
  private static let matchingVerbs: Set<String> = [
    "identify", "track", "trace", "match", "join", "cross", "crossreference", "link", "merge", "search",
    "lookup", "look",
    "locate", "spy", "expose", "follow", "monitor", "map", "pinpoint", "find", "reveal", "investigate",
    "shadow", "correlate",
  ]

  /// Of these, the ones that ask for persons even beside a crowd that could be a number.
  private static let exposingVerbs: Set<String> = [
    "identify", "trace", "expose", "reveal", "pinpoint", "cross", "crossreference", "locate", "spy",
  ]

  /// `unmask ...` in any company.
  fileprivate var unmasking: Finding? {
    for index in terms.indices where terms[index].position != .group {
      if terms[index].isWord(in: Reading.unmaskingVerbs) {
        return Finding(index...index, words: [terms[index].text])
      }
      let isSplit = terms[index].isWord(in: ["de", "re"])
      if isSplit, let verb = splitVerb(after: index) { return verb }
    }
    return nil
  }

  /// `re-identify`, `de-anonymize`.
  private func splitVerb(after index: Int) -> Finding? {
    let hyphen = term(at: index + 1)?.text == "-"
    let verb = index + (hyphen ? 2 : 1)
    guard term(at: verb)?.isWord(in: ["identify", "anonymize", "anonymise"]) == true else { return nil }
    return Finding(index...verb, words: [terms[index].text + terms[verb].text])
  }

  /// `track user anna`, `join savers on user_id`, `match savers to followers`.
  fileprivate var matching: Finding? {
    guard let verb = term(at: start), verb.isWord(in: Reading.matchingVerbs) else { return nil }
    let isExposing = verb.isWord(in: Reading.exposingVerbs)
    let isSearch = verb.isWord(in: ["find", "follow"])
    let target = terms[(start + 1)...].firstIndex { term in
      if term.kind == .mention { return true }
      guard let sense = term.entry?.sense else { return false }
      switch sense {
      case .person where isSearch, .actor where isSearch:
        return term.isPerson && !term.text.hasSuffix("s") && term.text != "people"
      case .crowd: return isExposing || term.isPerson && !isSearch
      case .asking: return false
      case .contact, .identifier: return !isSearch && term.position != .group
      case .actor, .person, .member, .acquaintance: return term.isPerson && !(verb.isWord("correlate"))
      }
    }
    return target.map { finding(from: start, to: $0, words: [verb.text] + spelling(at: $0)) }
  }

  /// `did anna save ...`, `has @anna ...`, `is anyone following ...`.
  fileprivate var question: Finding? {
    guard let verb = terms.prefix(5).firstIndex(where: { $0.isWord(in: Surroundings.questionVerbs) }),
      terms[..<verb].allSatisfy({
        !$0.isPerson && ($0.position == .item || $0.isWord("where")) && $0.kind == .name
      }),
      !terms[..<verb].contains(where: { $0.entry?.sense == .asking })
    else { return nil }
    let words = [terms[verb].text]
    if let it = term(at: verb + 1), it.isWord("it"),
      let who = terms[verb...].firstIndex(where: { $0.entry?.sense == .asking })
    {
      return finding(from: verb, to: who, words: words + spelling(at: who))
    }
    if let person = terms[verb...].firstIndex(
      where: isAskedAfter(isPlural: terms[verb].isWord(in: ["are", "were"]))),
      !terms[verb..<person].contains(where: { $0.entry?.sense == .contact || $0.entry?.sense == .identifier })
    {
      return finding(from: verb, to: person, words: words + spelling(at: person))
    }
    return somebodysDeed(after: verb).map { finding(from: verb, to: $0, words: words) }
  }

  private func isAskedAfter(isPlural: Bool) -> (Term) -> Bool {
    { term in
      if term.kind == .mention { return true }
      guard term.isPerson, !isPlural, let sense = term.entry?.sense else { return false }
      return switch sense {
      case .actor, .person, .member, .crowd, .acquaintance: term.position == .item
      case .asking, .identifier, .contact: false
      }
    }
  }

  /// The index of the deed in `did [one to three unknown words] save my video`; nil where the subject is no person.
  private func somebodysDeed(after verb: Int) -> Int? {
    let subject = verb + 1
    let isMine =
      term(at: subject)?.isWord("my") == true && term(at: subject + 1)?.entry?.sense == .acquaintance
    let first = isMine ? subject + 1 : subject
    guard
      let deed = terms[min(first, terms.endIndex)...].prefix(4).firstIndex(where: {
        $0.isWord(in: Surroundings.deeds)
      }),
      deed > first,
      terms[first..<deed].allSatisfy({ $0.kind == .name && !$0.isWord(in: Surroundings.impersonal) }),
      fits(terms[deed].text, terms[verb].text)
    else { return nil }
    guard let object = term(at: deed + 1) else { return deed }
    return object.isWord(in: Surroundings.deedObjects) || object.mayNamePost ? deed : nil
  }

  /// `did save`, `has saved`, `is saving`: no other pair asks for a deed.
  private func fits(_ deed: String, _ verb: String) -> Bool {
    let isOngoing = deed.hasSuffix("ing")
    let isPast = deed.hasSuffix("ed") || deed == "seen"
    return switch verb {
    case "did", "didn", "does": !isOngoing && !isPast
    case "has", "have", "had": isPast
    default: isOngoing
    }
  }

  private func spelling(at index: Int) -> [String] { [terms[index].entry?.spelling].compactMap { $0 } }
}

extension Term {
  /// Whether it is no plain word, so that it may be the id or the title of a post, as in `v001`, or an end.
  fileprivate var mayNamePost: Bool {
    kind != .name || text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
