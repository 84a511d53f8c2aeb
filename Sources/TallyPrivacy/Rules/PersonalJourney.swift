extension PrivacyRule {
  /// P107: one person picked out by an extreme, or followed over time.
  static let personalJourney = PrivacyRule(
    Lesson(
      .personalJourney, "One person's moment or history",
      reason:
        "The first, the last and a random one are one person each, and so is whoever a history belongs to.",
      story:
        "TikTok Studio tells how many followers were active in each hour of a week; it tells of "
        + "nobody what they watched before or after.",
      instead: "Follow the post instead: `saves by week since posted`, `running saves by day`."),
    refused: [
      "most «recent viewer»", "«random follower»", "«first user» to save",
      "«distinct user_id» where saves > 0",
      "«min(user_id»)", "«sample of users»", "«history of user» 42",
    ],
    allowed: [
      "saves by week since posted", "highest views per video by month", "followers during last 7 days",
      "follower history by day",
    ]
  ) { reading, _ in
    reading.extremePerson ?? reading.history
  }
}

extension Reading {
  private static let extremes: Set<String> = [
    "first", "last", "latest", "earliest", "recent", "newest", "oldest", "random", "distinct", "next",
    "previous", "one",
    "sample", "final", "single", "unique",
  ]

  private static let functions: Set<String> = [
    "min", "max", "first", "last", "any", "mode", "any_value", "arg_max", "lowest", "highest", "random",
    "array_agg", "list_agg",
  ]

  private static let histories: Set<String> = [
    "history", "journey", "path", "timeline", "activity", "behavior", "behaviour", "sessions", "habits",
    "footprint", "trail",
  ]

  /// `latest saver`, `min(user_id)`, `sample of users`.
  fileprivate var extremePerson: Finding? {
    for index in persons([.actor, .person, .member, .identifier, .contact])
    where terms[index].position == .item {
      if let extreme = extreme(before: index) {
        return finding(from: extreme, to: index, words: [terms[extreme].text] + spelling(index))
      }
    }
    return latestOfCrowd
  }

  private func extreme(before index: Int) -> Int? {
    if let open = term(at: index - 1), open.text == "(",
      term(at: index - 2)?.isWord(in: Reading.functions) == true
    {
      return index - 2
    }
    guard let head = headWord(before: index, skipping: Surroundings.determiners.subtracting(["any"])),
      terms[head].isWord(in: Reading.extremes), !isArgumentOfCount(head)
    else { return nil }
    return head
  }

  /// `count distinct users` and `count(distinct users)` count persons, and pick none.
  private func isArgumentOfCount(_ index: Int) -> Bool {
    let function = term(at: index - 1)?.text == "(" ? index - 2 : index - 1
    return term(at: function)?.isWord("count") == true
  }

  /// `newest followers` are persons; `new followers` is a number.
  private var latestOfCrowd: Finding? {
    for index in terms.indices.dropFirst()
    where terms[index].entry?.sense == .crowd && terms[index].position == .item {
      let isPicked = terms[index - 1].isWord(in: ["latest", "newest", "oldest", "random", "earliest"])
      let isSampled = terms[index - 1].isWord("of") && term(at: index - 2)?.isWord("sample") == true
      if isPicked || isSampled {
        return Finding((isSampled ? index - 2 : index - 1)...index, words: spelling(index))
      }
    }
    return nil
  }

  /// `user journey`, `watch history of a viewer`.
  fileprivate var history: Finding? {
    for index in terms.indices
    where terms[index].isWord(in: Reading.histories) && terms[index].position == .item {
      if let holder = term(at: index - 1), holder.isPerson, holder.entry?.sense != .asking {
        return Finding((index - 1)...index, words: spelling(index - 1) + [terms[index].text])
      }
      guard term(at: index + 1)?.isWord(in: ["of", "for"]) == true else { continue }
      let near = (index + 2)..<min(index + 6, terms.count)
      if let person = near.first(where: { terms[$0].isPerson || terms[$0].kind == .mention }) {
        return finding(from: index, to: person, words: [terms[index].text] + spelling(person))
      }
    }
    return nil
  }

  private func spelling(_ index: Int) -> [String] { [terms[index].entry?.spelling].compactMap { $0 } }
}
