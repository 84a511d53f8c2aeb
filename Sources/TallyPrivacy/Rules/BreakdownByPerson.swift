extension PrivacyRule {
  /// P103: one row for each person, or a name for such a column.
  static let breakdownByPerson = PrivacyRule(
    Lesson(
      .breakdownByPerson, "A row for each person",
      reason: "A breakdown by person is a list of persons with what each did.",
      story:
        "No analytics export of TikTok, Instagram or YouTube has such a row. TikTok's research "
        + "interface leaves the author out of comments, to protect privacy.",
      instead:
        "Break down by post, time or topic: `saves by video`, `saves by week`, `saves / views by format`."),
    refused: [
      "saves by «user»", "saves by week, «viewers»", "saves per «viewer»", "saves by «\"User Name\"»",
      "saves by «[user_id]»", "define «fan» as user", "column «username» in videos is attribute",
      "saves as «user»",
    ],
    allowed: [
      "followers by day sort by followers", "saves per 1000 viewers", "views by persona", "views by fandom",
      "views by user_generated", "average saves per day, followers by week",
    ]
  ) { reading, _ in
    reading.terms.indices.first { index in
      let term = reading.terms[index]
      return term.isPerson && (term.position == .group || term.position == .declaration)
    }.map(reading.finding(at:)) ?? reading.countedPersons
  }
}

extension Reading {
  /// `count distinct users`, `count(user_id)`.
  fileprivate var countedPersons: Finding? {
    for index in persons([.actor, .person, .member, .identifier, .contact]) {
      let argument = term(at: index - 1)?.isWord("distinct") == true ? index - 1 : index
      let name = term(at: argument - 1)?.text == "(" ? argument - 2 : argument - 1
      if term(at: name)?.isWord("count") == true { return finding(at: index) }
    }
    return nil
  }
}
