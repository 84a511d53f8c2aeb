extension PrivacyRule {
  /// P101: who did something.
  static let whoQuestion = PrivacyRule(
    Lesson(
      .whoQuestion, "Who did it",
      reason: "Platforms tell a creator how many saved, liked or watched a post, never who.",
      story:
        "TikTok counts `Add to Favorites`, Instagram `Saves`, X `Bookmarks`: one number for each "
        + "post. TikTok's research interface has it as `favorites_count`, the number of times, and not "
        + "even there with a name.",
      instead: "Ask the crowd instead: `saves by video`, `saves by week`."),
    refused: [
      "«who» saved my video", "saves by «who»", "«\"who saved my video\"»", "«whose» saves are these",
    ],
    allowed: [
      "saves where title contains \"who\"", "views where sound = \"Who Let The Dogs Out\"",
      "views by whole_series",
      "how many people saved this",
    ]
  ) { reading, _ in
    reading.persons([.asking]).first.map(reading.finding(at:)) ?? reading.asksInAnotherLanguage
  }
}

extension Reading {
  /// Who, in languages that creators are likely to try; the language of Tally has no sentence that begins like this.
  private static let foreignWho: Set<String> = [
    "qui", "quien", "quienes", "chi", "wer", "wessen", "quem", "kto", "vem", "hvem", "kdo", "кто", "хто", "谁",
    "誰",
    "누가", "कौन", "من",
  ]

  /// `quién guardó mi video`.
  fileprivate var asksInAnotherLanguage: Finding? {
    guard let first = terms.first, first.kind == .name, !first.isBracketed else { return nil }
    if let next = term(at: 1), next.kind == .name, Reading.foreignWho.contains(first.text),
      !next.isWord(in: [
        "by", "where", "during", "vs", "having", "as", "within", "per", "with", "top", "beside", "into",
      ])
    {
      return Finding(0...0, words: ["who"])
    }
    let isForeign =
      first.isDisguised
      && Reading.foreignWho.contains { !$0.utf8.allSatisfy { $0 < 0x80 } && first.text.hasPrefix($0) }
    return isForeign ? Finding(0...0, words: ["who"]) : nil
  }
}
