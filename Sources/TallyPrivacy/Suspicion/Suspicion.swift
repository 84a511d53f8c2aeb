/// Reads a statement that is none of the language once more, for questions about people in other words.
///
/// `classify` is shown every statement, so its words are few and their places exact. A statement that did not parse has no
/// answer anyway: all that is open is whether it is told apart as a question about people. So misspelt words, words in
/// disguise and in other languages are read here for the ones of the vocabulary that they stand for, and shown to the same
/// rules again; then come the looser rules of `SuspicionRules`.
///
/// - Returns: nil where the statement reads like an honest mistake, or has more words than anybody asks in.
/// - Complexity: O(length of the words times the vocabulary), once for each statement that failed.
package func suspect(_ words: [ScannedWord], protecting names: ProtectedNames) -> Refusal? {
  words.count > 200 ? nil : suspect(words, protecting: names, by: PrivacyRules.all)
}

/// The same by other rules, so that a test can leave one out.
package func suspect(
  _ words: [ScannedWord], protecting names: ProtectedNames, by rules: [PrivacyRule]
) -> Refusal? {
  for reading in [words] + HiddenWords.readings(of: words) {
    let paraphrase = Paraphrase(reading)
    if paraphrase.isChanged || reading != words,
      let refusal = classify(paraphrase.words, protecting: names, by: rules)
    {
      // The words of the vocabulary are not those that were typed, and would only puzzle.
      return Refusal(refusal.code, at: refusal.span, words: [])
    }
    if let refusal = SuspicionRules.refusal(of: Reading(paraphrase.words))
      ?? ForeignQuestions.refusal(of: paraphrase)
    {
      return refusal
    }
  }
  return nil
}

/// Where a name stands that nothing loaded has.
package enum NamePlace: Sendable {
  /// What is asked for.
  case item
  /// After `by`.
  case group
  /// After `where`.
  case condition
}

/// The same for a name that nothing loaded has, in a statement that did parse.
///
/// - Parameters:
///   - countsActions: whether the statement asks for what people did.
///   - span: where the name stands; the refusal's.
package func suspect(
  name: String, at span: Range<Int>, in place: NamePlace, countsActions: Bool
) -> Refusal? {
  let metric = ScannedWord(.word, countsActions ? "saves" : "views", span)
  let name = ScannedWord(.word, name, span)
  let words =
    switch place {
    case .item: [name]
    case .group: [metric, ScannedWord(.word, "by", span), name]
    case .condition:
      [
        metric, ScannedWord(.word, "where", span), name, ScannedWord(.symbol, "=", span),
        ScannedWord(.string, "", span),
      ]
    }
  return suspect(words, protecting: ProtectedNames()).map { Refusal($0.code, at: span, words: []) }
}

/// The same for a header in brackets that nothing loaded has: `[user zuzka]` begins with a person.
package func suspect(header: String, at span: Range<Int>, in place: NamePlace) -> Refusal? {
  var words = fold(header).split(separator: "_").map(String.init)
  if words.count > 2, words.allSatisfy({ $0.utf8.count == 1 }) { words = [words.joined()] }
  let senses = [words.first, words.last].compactMap { $0.flatMap { Vocabulary.entry(for: $0)?.sense } }
  guard senses.contains(where: { [.person, .actor, .identifier, .contact].contains($0) }) else { return nil }
  let code: RefusalCode =
    switch place {
    case .item: .listOfPeople
    case .group: .breakdownByPerson
    case .condition: .filterToPerson
    }
  return Refusal(code, at: span, words: [])
}

/// Whether a header is a word for people that is misspelt, in disguise or in another language: `uname`, `ppl`, `nutzer`.
///
/// Words that creators have for other things as well, such as `session` or `ai`, are none.
func headsPeopleInOtherWords(_ header: String) -> Bool {
  fold(header).split(separator: "_").contains { word in
    let word = String(word)
    let meaning =
      LooseWords.shortForms.contains(word) || ForeignWords.isAboutPeople(word) ? "user" : misspelt(word)
    return meaning.flatMap { Vocabulary.entry(for: $0) }.map { $0.sense != .acquaintance } ?? false
  }
}
