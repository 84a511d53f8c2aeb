extension PrivacyRule {
  /// P102: persons by the list, and every word about a person that no other rule claims.
  static let listOfPeople = PrivacyRule(
    Lesson(
      .listOfPeople, "A list of people",
      reason: "The exports that platforms give a creator count people and do not name them.",
      story:
        "Analytics exports of TikTok, Instagram and YouTube have a row for each post or day. Files "
        + "that do list people, as `followers_1.json` of an Instagram download, are refused when they "
        + "are loaded (P303).",
      instead: "Ask for the posts that they saved: `saves by video top 10`."),
    refused: [
      "list my «followers»", "top 5 «fans» by saves", "«savers» where video = 12",
      "which «accounts» saved this",
      "show «usernames»", "«saver list»", "list «everyone» who saved",
    ],
    allowed: [
      "followers by day", "new viewers by week", "list followers by country", "saves by list",
      "follower growth by week",
    ]
  ) { reading, _ in
    reading.terms.indices.first { reading.terms[$0].isPerson && reading.terms[$0].entry?.sense != .asking }
      .map(reading.finding(at:))
  }
}
