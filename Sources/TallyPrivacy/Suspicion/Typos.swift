/// The word of the vocabulary that a name misspells, by one letter or with digits for letters; nil where none is near.
///
/// - Complexity: O(length times the vocabulary).
func misspelt(_ name: String) -> String? {
  let bytes = Array(name.utf8)
  if let word = askedWithDigits(bytes) { return word }
  guard bytes.count >= 4, bytes.count <= 16 else { return nil }
  if bytes.contains(where: \.isDigit), bytes.contains(where: \.isLetter) {
    for letters in [lettersForDigits(bytes, one: "i"), lettersForDigits(bytes, one: "l")] {
      if Vocabulary.entry(for: letters) != nil { return letters }
      if letters.hasPrefix("who") { return letters }
    }
  }
  if let deed = askedInOneWord(name) { return deed }
  if counted.contains(where: { isSwapped(Array($0.utf8), bytes) }) { return nil }
  let isActorLike = name.hasSuffix("r") || name.hasSuffix("rs")
  if !isActorLike, counted.contains(where: { areOneSlipApart(Array($0.utf8), bytes) }) { return nil }
  if let word = misspellable.first(where: { areOneSlipApart(Array($0.utf8), bytes) }) { return word }
  // Digits for letters and one letter wrong.
  guard bytes.contains(where: \.isDigit) else { return nil }
  let letters = Array(lettersForDigits(bytes, one: "i").utf8)
  return misspellable.first { areOneSlipApart(Array($0.utf8), letters) }
}

/// `s3x`, `1ist`, `exp0rt`, `al3rt`, `3x`: a word that asks, with digits for letters.
private func askedWithDigits(_ bytes: [UInt8]) -> String? {
  guard 2...16 ~= bytes.count, bytes.contains(where: \.isDigit), bytes.contains(where: \.isLetter) else {
    return nil
  }
  return [lettersForDigits(bytes, one: "i"), lettersForDigits(bytes, one: "l")].first {
    isAsking($0) || $0.utf8.count >= 3 && Vocabulary.entry(for: $0) != nil || Surroundings.deeds.contains($0)
      || ["ex", "notify", "alert", "my", "did", "raw", "rows", "profile", "women", "men", "mom", "boss"]
        .contains($0)
  }
}

/// Whether a word asks for people where others are about them: a list, a rank, or what describes them.
func isAsking(_ word: String) -> Bool {
  Surroundings.isAudienceDimension(word) || Surroundings.listVerbs.contains(word)
    || Surroundings.superlatives.contains(word)
}

/// What creators count, and misspell as well.
private let counted = [
  "saves", "likes", "shares", "comments", "views", "saved", "liked", "shared", "viewed", "gains",
]

/// `whosavedthis`, `who_liked_it`.
private func askedInOneWord(_ name: String) -> String? {
  guard name.hasPrefix("who") else { return nil }
  let rest = name.dropFirst(3).drop { $0 == "_" }
  return Surroundings.deeds.contains { $0.count > 3 && rest.hasPrefix($0) } ? "who" : nil
}

/// Words of people that are long enough to be told when a letter is wrong.
private let misspellable: [String] =
  ["user", "users", "girlfriend", "boyfriend", "neighbour", "neighbor", "husband", "colleague", "classmate"]
  + [
    "country", "countries", "gender", "genders", "region", "regions", "language", "languages", "demographics",
    "nationality", "address", "addresses", "nationalities", "journey", "export", "download",
    "extract", "enumerate", "scrape", "reveal", "retrieve",
  ]
  + Vocabulary.words
  .filter { $0.sense != .asking && $0.sense != .acquaintance }
  .flatMap(\.words).filter { $0.utf8.count >= 5 && !$0.contains("_") }

private func lettersForDigits(_ bytes: [UInt8], one: Unicode.Scalar) -> String {
  let letters: [UInt8: Unicode.Scalar] = [
    48: "o", 49: one, 51: "e", 52: "a", 53: "s", 55: "t", 56: "b",
  ]
  var text = ""
  for byte in bytes { text.unicodeScalars.append(letters[byte] ?? Unicode.Scalar(byte)) }
  return text
}

/// Whether two neighbouring letters have changed places and nothing else has.
private func isSwapped(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  let different = left.indices.filter { left[$0] != right[$0] }
  return different.count == 2 && different[1] == different[0] + 1
    && left[different[0]] == right[different[1]] && left[different[1]] == right[different[0]]
}

/// Whether one letter more, one less, another one, or two that changed places are all that differs.
private func areOneSlipApart(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  if left.count == right.count {
    return left.indices.count { left[$0] != right[$0] } == 1 || isSwapped(left, right)
  }
  let (short, long) = left.count < right.count ? (left, right) : (right, left)
  guard long.count == short.count + 1 else { return false }
  let common = zip(short, long).prefix { $0 == $1 }.count
  return short[common...].elementsEqual(long[(common + 1)...])
}
