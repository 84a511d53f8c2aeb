extension PrivacyRule {
  /// P104: numbers of one person, or of a few.
  static let filterToPerson = PrivacyRule(
    Lesson(
      .filterToPerson, "Narrowing to a person",
      reason: "A number narrowed to one person is that person's doing, and Tally has no column to narrow by.",
      story:
        "An export of TikTok Studio or Meta Business Suite says what a post got from everybody. None "
        + "of them has a column by which one viewer's part could be told.",
      instead: "Narrow by what was posted: `saves by week where format = \"tutorial\"`."),
    refused: [
      "saves where «user» = \"anna\"", "saves by «@anna»",
      "views where «viewers» = \"anna\" and views > 1000",
      "saves where week = 1 or «email» like \"%@gmail.com\"",
    ],
    allowed: [
      "videos where saves > 100", "views where caption contains \"follow @anna\"",
      "followers where country = \"DE\"",
      "views by day having viewers > 100",
    ]
  ) { reading, _ in
    reading.terms.indices.first { index in
      let term = reading.terms[index]
      return term.kind == .mention || term.isPerson && term.position == .condition
    }.map(reading.finding(at:))
  }
}
