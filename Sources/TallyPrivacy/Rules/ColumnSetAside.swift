extension PrivacyRule {
  /// P201: a column that was found to hold persons when its file was loaded.
  static let columnSetAside = PrivacyRule(
    Lesson(
      .columnSetAside, "A column that was set aside",
      reason:
        "This column of a file holds people's names or contact details, or a policy keeps it out; it was not kept.",
      story:
        "Exports of Instagram posts carry `Account username` beside the numbers, and research files "
        + "carry `username`. What is about the crowd is loaded, the name is not.",
      instead: "`show columns` lists what was kept."),
    refused: [],
    allowed: ["saves by note", "saves where topic = \"note\""]
  ) { reading, names in
    names.headers.isEmpty ? nil : reading.setAside(names.headers)
  }
}

extension Reading {
  /// The longest header that is looked for among bare words, in words.
  private static let longestHeader = 4

  /// Words that keep their meaning whatever a file calls its columns.
  private static let keptWords: Set<String> = Surroundings.actions.union([
    "views", "impressions", "reach", "followers", "subscribers", "viewers", "videos", "video", "post",
    "posts", "by",
    "where", "during", "having", "vs", "top", "bottom", "per", "and", "or", "not", "in", "as", "with", "hour",
    "day",
    "weekday", "week", "month", "quarter", "year", "posted", "last", "this", "show", "load", "define",
    "column", "set",
    "param", "explain", "compare", "trend", "correlate", "quadrants",
  ])

  fileprivate func setAside(_ headers: Set<String>) -> Finding? {
    for index in terms.indices where terms[index].kind == .name {
      var name = ""
      for last in index..<min(index + Reading.longestHeader, terms.count) {
        guard terms[last].kind == .name, !terms[last].isBracketed || last == index else { break }
        name += name.isEmpty ? terms[last].text : "_" + terms[last].text
        let isKept = last == index && !terms[last].isBracketed && Reading.keptWords.contains(name)
        if headers.contains(name), !isKept { return Finding(index...last, words: []) }
        if terms[last].isBracketed { break }
      }
    }
    return nil
  }
}
