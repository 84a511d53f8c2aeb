/// A phrase of other query languages, or of everyday English, with what it is in Tally.
package struct ForeignPhrase {
  /// Lower case; `*` stands for any one token.
  let words: [String]
  /// Tokens to put instead; `*` stands for the token that matched.
  let replacement: [String]

  init(_ phrase: String, _ replacement: String = "") {
    words = phrase.split(separator: " ").map(String.init)
    self.replacement = replacement.split(separator: " ").map(String.init)
  }

  /// Longer phrases before those that they start with.
  static let all: [ForeignPhrase] = [
    ForeignPhrase("select"), ForeignPhrase("from *"), ForeignPhrase("group by", "by"),
    ForeignPhrase("grouped by", "by"), ForeignPhrase("order by", "sort by"),
    ForeignPhrase("ordered by", "sort by"),
    ForeignPhrase("sorted by", "sort by"), ForeignPhrase("sort by", "sort by"),
    ForeignPhrase("sort", "sort by"),
    ForeignPhrase("limit", "top"), ForeignPhrase("desc", "descending"), ForeignPhrase("asc", "ascending"),
    ForeignPhrase("filter by", "where"), ForeignPhrase("filter", "where"), ForeignPhrase("for each", "by"),
    ForeignPhrase("split by", "by"), ForeignPhrase("compared to", "vs"), ForeignPhrase("compared with", "vs"),
    ForeignPhrase("versus", "vs"), ForeignPhrase("daily", "by day"), ForeignPhrase("weekly", "by week"),
    ForeignPhrase("monthly", "by month"), ForeignPhrase("yearly", "by year"),
    ForeignPhrase("avg *", "average * per video"), ForeignPhrase("mean *", "average * per video"),
    ForeignPhrase("max *", "highest * per video"), ForeignPhrase("min *", "lowest * per video"),
    ForeignPhrase("sum of"), ForeignPhrase("number of"), ForeignPhrase("count of"), ForeignPhrase("sum"),
    ForeignPhrase("please"), ForeignPhrase("show me"), ForeignPhrase("show"), ForeignPhrase("give me"),
    ForeignPhrase("tell me"), ForeignPhrase("get"), ForeignPhrase("list"), ForeignPhrase("what are"),
    ForeignPhrase("what is"), ForeignPhrase("with total", "with total"), ForeignPhrase(", total", ", total"),
    ForeignPhrase("running total", "running total"), ForeignPhrase("total"),
    ForeignPhrase("is missing", "is missing"),
    ForeignPhrase("is not missing", "is not missing"), ForeignPhrase("how many"), ForeignPhrase("how much"),
    ForeignPhrase("the"),
    ForeignPhrase("my"), ForeignPhrase("all"), ForeignPhrase("is greater than", ">"),
    ForeignPhrase("is more than", ">"), ForeignPhrase("is less than", "<"),
    ForeignPhrase("greater than", ">"),
    ForeignPhrase("is not *", "!= *"), ForeignPhrase("is *", "= *"), ForeignPhrase("more than", ">"),
    ForeignPhrase("less than", "<"), ForeignPhrase("fewer than", "<"),
    ForeignPhrase("at least", ">="), ForeignPhrase("at most", "<="), ForeignPhrase("equals", "="),
    ForeignPhrase("in the last", "during last"), ForeignPhrase("over the last", "during last"),
    ForeignPhrase("during the last", "during last"), ForeignPhrase("during last", "during last"),
    ForeignPhrase("during this", "during this"), ForeignPhrase("vs last", "vs last"),
    ForeignPhrase("vs this", "vs this"), ForeignPhrase("= last", "= last"), ForeignPhrase("= this", "= this"),
    ForeignPhrase("last", "during last"), ForeignPhrase("this", "during this"),
    ForeignPhrase("since posted", "since posted"), ForeignPhrase("since *", "during * to today"),
    ForeignPhrase("&&", "and"), ForeignPhrase("||", "or"), ForeignPhrase("?"),
  ]

  /// Whether some words begin with the phrase.
  func matches(_ spoken: ArraySlice<String>) -> Bool {
    spoken.count >= words.count && zip(words, spoken).allSatisfy { $0 == "*" || $0 == $1 }
  }

  /// The words that open a phrase and mean nothing in Tally; `Grammar/words.txt` lists them as foreign.
  package static var words: [String] {
    var found: [String] = []
    for word in all.compactMap(\.words.first) {
      let isWord = word.utf8.first?.startsName == true && Word(rawValue: word) == nil
      if isWord, !found.contains(word) { found.append(word) }
    }
    return found.sorted()
  }

  /// What people did, in the words of a question, with the metric that counts it.
  static let actions: [String: String] = [
    "saved": "saves", "save": "saves", "liked": "likes", "like": "likes", "viewed": "views",
    "watched": "views",
    "commented": "comments", "comment": "comments", "shared": "shares", "followed": "followers",
  ]
}

extension Parser {
  /// The statement in Tally's words, if it holds a phrase of another language and has a reading that parses.
  func translation() -> String? {
    let tokens = Array(statementTokens.prefix(200))
    let spoken = tokens.map { phraseWord($0) }
    var words: [String] = []
    var isChanged = false
    var index = 0
    while index < tokens.count {
      if let phrase = ForeignPhrase.all.first(where: { $0.matches(spoken[index...]) }) {
        let end = index + phrase.words.count
        let wild = zip(phrase.words, tokens[index..<end]).first { $0.0 == "*" }.map { source.text($0.1.span) }
        let written = phrase.replacement.compactMap { $0 == "*" ? wild : $0 }
        isChanged = isChanged || written != Array(spoken[index..<end])
        words += written
        index = end
      } else {
        let own = inOwnWords(tokens[index])
        isChanged = isChanged || own != nil
        words.append(own ?? source.text(tokens[index].span))
        index += 1
      }
    }
    guard isChanged else { return nil }
    let text = words.joined(separator: " ")
    // Rows of other languages are videos here.
    return runnable([text, text + " by video"]).first ?? countedAction(spoken)
  }

  /// `how many people saved this`: the count that is wished for.
  private func countedAction(_ words: [String]) -> String? {
    guard words.starts(with: ["how", "many"]) || words.starts(with: ["how", "often"]) else { return nil }
    return words.lazy.compactMap { ForeignPhrase.actions[$0] }.first
  }

  /// A token as a phrase may hold it: lower case, and empty where its text is quoted, which no phrase but `*` matches.
  private func phraseWord(_ token: Token) -> String {
    switch token.kind {
    case .string, .bracketed, .backticked: ""
    case .name, .keyword, .number, .percent, .duration, .date, .parameter, .percentile, .symbol, .newline,
      .semicolon,
      .end, .mention, .email, .foreign, .invalid:
      source.text(token.span).lowercased()
    }
  }

  /// A token that has another form in Tally.
  private func inOwnWords(_ token: Token) -> String? {
    switch token.kind {
    case .invalid(.foreignOperator(let ours)): ours
    case .invalid(.hashtag): "\"\(source.text(token.span).dropFirst())\""
    case .invalid(.noSuchDate(let suggestion)): suggestion
    case .backticked(let name): "[\(name)]"
    case .name, .keyword, .bracketed, .number, .percent, .duration, .date, .string, .parameter, .percentile,
      .symbol,
      .newline, .semicolon, .end, .mention, .email, .foreign, .invalid:
      nil
    }
  }

  /// The finding, told as what it is: a sentence of another language.
  func foreignPhrase(_ finding: Diagnostic) -> Diagnostic {
    Diagnostic(
      "S030", "That is said in other words here.", at: finding.place, expected: finding.expected,
      help: "A sentence names metrics first, then clauses such as `by`, `where` and `during`.")
  }
}
