import TallyPrivacy

func echoed(_ typed: String) -> Refusal {
  // error: extra argument 'words' in call
  Refusal(.filterToPerson, at: 0..<4, words: [typed])
}

func added(_ refusal: Refusal, _ typed: String) -> Refusal {
  var other = refusal
  // error: cannot use mutating member on immutable value: 'words' is a 'let' constant
  other.words.append(typed)
  return other
}

func ruled(_ typed: String) -> PrivacyRule {
  // error: 'PrivacyRule' initializer is inaccessible due to 'internal' protection level
  PrivacyRule(PrivacyRules.lesson(for: .whoQuestion), refused: [], allowed: []) { _, _ in nil }
}

func unruled() {
  // error: cannot assign to property: 'all' is a 'let' constant
  PrivacyRules.all = []
}

func unspoken() {
  // error: cannot assign to property: 'words' is a 'let' constant
  Vocabulary.words = []
}
