// Words written together.
extension HiddenWords {
  /// `savesByUser`, `list_my_followers` and `listmyfollowers` word for word.
  static func cutting(_ typed: [ScannedWord]) -> [ScannedWord] {
    typed.flatMap { word -> [ScannedWord] in
      guard word.kind == .word || word.kind == .bracketed, word.text.utf8.count <= 60 else { return [word] }
      let parts = partsOfName(word.text)
      return parts.count < 2 || isCountedCrowd(parts)
        ? [word]
        : parts.map { part in
          ScannedWord(part.utf8.allSatisfy { 48...57 ~= $0 } ? .number : .word, part, word.span)
        }
    }
  }

  /// `new_followers`, `total_viewers`: what metrics are called.
  private static func isCountedCrowd(_ parts: [String]) -> Bool {
    guard parts.count == 2, Vocabulary.entry(for: parts[1])?.sense == .crowd else { return false }
    return [
      "new", "lost", "net", "total", "gained", "active", "unique", "returning", "average", "peak",
      "concurrent", "daily",
      "monthly", "non",
    ].contains(parts[0])
  }

  private static func partsOfName(_ name: String) -> [String] {
    if name.contains(where: \.isNumber), name.last?.isNumber == false,
      let words = wordsWrittenTogether(String(name.lowercased().map { signs[$0] ?? $0 }))
    {
      return words
    }
    var parts: [String] = []
    var part = ""
    var last: Character = "_"
    for letter in name {
      let begins = letter.isUppercase && last.isLowercase || letter.isNumber != last.isNumber
      if begins || !isNameLetter(letter) || letter == "_" {
        if !part.isEmpty { parts.append(part) }
        part = ""
      }
      if isNameLetter(letter), letter != "_" { part.append(letter) }
      last = letter
    }
    if !part.isEmpty { parts.append(part) }
    return parts.flatMap { wordsWrittenTogether($0.lowercased()) ?? [$0.lowercased()] }
  }

  /// The fewest words of which a name consists, one of them about people; nil where it has other parts.
  private static func wordsWrittenTogether(_ name: String) -> [String]? {
    let letters = Array(name.utf8)
    guard letters.count >= 6, Vocabulary.entry(for: name) == nil else { return nil }
    var best: [[String]?] = Array(repeating: nil, count: letters.count + 1)
    best[0] = []
    for end in 1...letters.count {
      for start in max(0, end - 14)..<end {
        guard let before = best[start] else { continue }
        let word = String(decoding: letters[start..<end], as: UTF8.self)
        guard pieces.contains(word), before.count + 1 < best[end]?.count ?? .max else { continue }
        best[end] = before + [word]
      }
    }
    guard let words = best[letters.count], words.count > 1,
      words.contains(where: { $0.utf8.count >= 3 && persons.contains($0) })
    else { return nil }
    return words
  }

  private static let persons: Set<String> = Set(
    Vocabulary.words.filter { $0.sense != .acquaintance }.flatMap(\.words).filter {
      $0.utf8.count >= 4 || $0.hasPrefix("who") || $0 == "fan"
    })

  private static let pieces: Set<String> =
    persons
    .union(Surroundings.actions).union(Surroundings.deeds).union(Surroundings.listVerbs).union(
      Surroundings.harmlessGroups
    )
    .union([
      "my", "the", "all", "of", "by", "per", "for", "each", "every", "this", "that", "where", "and", "did",
      "top", "views",
      "viewed", "videos", "which", "what", "is", "are", "me", "their", "his", "her", "id", "ids", "name",
      "names", "group", "per",
      "count", "distinct", "unique", "during", "last", "from", "with", "in", "select", "most", "loyal",
      "biggest", "best", "it",
      "channel", "page", "video", "post", "when", "notify", "tell", "someone", "watches", "any", "if", "how",
      "mine", "our", "your", "list", "lists", "has", "does",
    ])
}
