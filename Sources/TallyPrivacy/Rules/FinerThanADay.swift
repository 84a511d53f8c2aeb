extension PrivacyRule {
  /// P203: moments instead of days.
  static let finerThanTimeFloor = PrivacyRule(
    Lesson(
      .finerThanTimeFloor, "Finer than a day",
      reason: "A minute in which one save happened is one person's minute.",
      story:
        "Daily exports of TikTok, Meta and X have a row a day. TikTok Studio counts active followers by"
        + " the hour, for a week and for all of them together; nothing is told by the minute.",
      instead:
        "A day is the finest step of what happened: `saves by day`; of posting, an hour: `saves by hour posted`."
    ),
    refused: [
      "saves by «minute»", "views by format, «second»", "saves by «timestamp»", "followers by «minutes»",
    ],
    allowed: [
      "saves by day", "saves by hour posted", "views by length every 60s", "saves by minute_format",
      "saves where title = \"by minute\"", "watch_time per minute",
    ]
  ) { reading, _ in reading.momentToGroupBy.map { Finding($0...$0, words: []) } }
}

extension Reading {
  private static let moments: Set<String> = [
    "minute", "minutes", "second", "seconds", "millisecond", "milliseconds", "timestamp", "timestamps",
  ]

  /// The first moment among what comes after `by`.
  fileprivate var momentToGroupBy: Int? {
    var isAfterBy = false
    for index in terms.indices {
      let term = terms[index]
      if term.isWord(in: ["by"]) { isAfterBy = true; continue }
      guard isAfterBy else { continue }
      let isGroup = self.term(at: index - 1).map { $0.isWord("by") || $0.text == "," } ?? false
      let isOrdinal = term.text == "second" && self.term(at: index + 1)?.kind == .name
      if isGroup, term.kind == .name, !term.isBracketed, Self.moments.contains(term.text), !isOrdinal {
        return index
      }
      if term.isWord(in: [
        "where", "beside", "during", "having", "sort", "top", "bottom", "with", "vs", "per", "every",
      ]) {
        isAfterBy = false
      }
    }
    return nil
  }
}
