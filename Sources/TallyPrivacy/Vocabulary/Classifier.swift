/// Reads a statement for questions about people, before it is parsed.
///
/// The words may come in any order, sentence of the language or not. Strings count only where a name is expected; the
/// span of the refusal covers the words that caused it and no more, and its words are spelled as the vocabulary spells
/// them.
///
/// - Returns: the refusal of the first rule in `PrivacyRules.all` that finds something; nil where the statement asks
///   nothing about a person, which does not make it a sentence of the language.
/// - Complexity: O(number of words and length of names), for every statement.
package func classify(_ words: [ScannedWord], protecting names: ProtectedNames) -> Refusal? {
  classify(words, protecting: names, by: PrivacyRules.all)
}

/// The same by other rules, so that a test can leave one out.
package func classify(
  _ words: [ScannedWord], protecting names: ProtectedNames, by rules: [PrivacyRule]
) -> Refusal? {
  refusal(of: Reading(words), protecting: names, by: rules)
}

/// What the rules say to a statement that was read.
func refusal(of reading: Reading, protecting names: ProtectedNames, by rules: [PrivacyRule]) -> Refusal? {
  for rule in rules {
    if let finding = rule.find(reading, names) {
      return Refusal(rule.lesson.code, at: reading.span(of: finding), words: finding.words)
    }
  }
  return nil
}

/// The words of a statement that a rule refuses.
struct Finding: Sendable {
  /// Indices of terms; everything between the first and the last belongs to the span.
  let terms: ClosedRange<Int>
  /// Vocabulary spellings.
  let words: [String]

  init(_ terms: ClosedRange<Int>, words: [String]) {
    self.terms = terms
    self.words = words
  }
}

extension Reading {
  /// A finding that is one word of the vocabulary.
  func finding(at index: Int) -> Finding {
    Finding(index...index, words: [terms[index].entry?.spelling].compactMap { $0 })
  }

  /// A finding from one term to another, whichever stands first.
  func finding(from one: Int, to other: Int, words: [String]) -> Finding {
    Finding(min(one, other)...max(one, other), words: words)
  }

  func span(of finding: Finding) -> Range<Int> {
    let spans = terms[finding.terms].map(\.span)
    guard let first = spans.first, let last = spans.last else { return 0..<0 }
    return first.lowerBound..<max(first.upperBound, last.upperBound)
  }
}
