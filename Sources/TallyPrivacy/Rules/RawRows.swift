extension PrivacyRule {
  /// P109: rows of people, in the words of a database.
  static let rawRows = PrivacyRule(
    Lesson(
      .rawRows, "Rows about people",
      reason: "Tally keeps no table with a row for each person, so there is none to select from or describe.",
      story:
        "The platforms add up before they export. TikTok's own environment for researchers answers "
        + "in sums only, too.",
      instead: "Ask for numbers: `saves, views by video`; `show tables` lists what is loaded."),
    refused: [
      "select * from «users»", "select «username», count(*) from saves", "describe «users»",
      "show tables «users»",
      "show «raw rows»",
    ],
    allowed: ["show tables", "show columns in daily", "select saves from videos"]
  ) { reading, _ in
    reading.databaseStatement ?? reading.rawRecords
  }
}

extension Reading {
  private static let databaseVerbs: Set<String> = [
    "select", "describe", "desc", "insert", "update", "delete", "truncate", "drop", "alter", "create",
    "grant",
  ]

  fileprivate var databaseStatement: Finding? {
    let verb = start
    let isStatement =
      term(at: verb)?.isWord(in: Reading.databaseVerbs) == true
      || terms.first?.isWord("show") == true
        && term(at: 1)?.isWord(in: ["tables", "columns", "databases"]) == true
    let star = terms.firstIndex { $0.text == "*" } ?? terms.endIndex
    let isFrom = { (index: Int) in self.term(at: index - 1)?.isWord(in: ["from", "join"]) == true }
    let person = terms.indices.first { index in
      let term = terms[index]
      let means = term.isPerson || (isFrom(index) && term.entry?.sense == .crowd)
      return means && term.entry?.sense != .asking
        && (isStatement || isFrom(index) && star < index)
    }
    return person.map(finding(at:))
  }

  /// `raw rows`, `row level data`.
  fileprivate var rawRecords: Finding? {
    for index in terms.indices.dropLast() where terms[index].position == .item {
      let isRaw = terms[index].isWord(in: ["raw", "individual"])
      let isLevel = terms[index].isWord(in: ["row", "user", "person"]) && terms[index + 1].isWord("level")
      if terms[index].isWord("raw"), terms[index + 1].isPerson { return finding(at: index + 1) }
      if isRaw, terms[index + 1].isWord(in: ["rows", "data", "events", "records", "logs", "log", "entries"]) {
        return Finding(index...(index + 1), words: ["raw rows"])
      }
      if isLevel { return Finding(index...(index + 1), words: ["row level"]) }
    }
    return nil
  }
}
