extension PrivacyRule {
  /// P110: a word about people, written with letters that only look the part or with characters that cannot be seen.
  static let disguisedName = PrivacyRule(
    Lesson(
      .disguisedName, "A person's name in other letters",
      reason:
        "Letters that look alike, or cannot be seen, do not make a question about a person a different one.",
      story:
        "Exports and captions come in all scripts, so strings may hold any letter. A name of Tally's "
        + "language has ASCII letters only, and no look-alike of a refused word is one.",
      instead: "Names are written in plain letters, and ask about posts, days and crowds: `saves by video`."),
    refused: ["saves by «us\u{200B}er»", "saves by «usеr»", "«ｗｈｏ» saved this"],
    allowed: ["saves by sériés", "saves by вopic", "views where title = \"ｕｓｅｒ\""]
  ) { reading, _ in
    reading.terms.indices.first { reading.terms[$0].isDisguised && reading.terms[$0].isPerson }
      .map(reading.finding(at:))
  }
}
