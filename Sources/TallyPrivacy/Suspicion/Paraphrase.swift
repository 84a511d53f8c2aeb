/// The words of a statement with those that stand for a word of the vocabulary replaced by it.
///
/// `saves by usre` reads `saves by user`, `liste de mes abonnés` reads `list of my followers`, `w h o saved` reads
/// `who saved`. Spans stay those of what was typed.
struct Paraphrase {
  private(set) var words: [ScannedWord] = []
  private(set) var isChanged = false

  /// Whether the first word, or two of all, are of another language, so that short ones are as well.
  private let speaksForeign: Bool

  init(_ typed: [ScannedWord]) {
    let foreign = typed.indices.filter { place in
      ForeignWords.meanings[foldedLetters(typed[place].text)] != nil || typed[place].kind == .foreign
    }
    speaksForeign = foreign.count >= 2 || (foreign.first == 0 && typed.count > 1)
    for word in Paraphrase.joiningLetters(typed) { take(word) }
    for index in words.indices { readInPlace(index) }
    isChanged = words.map(\.text) != typed.map(\.text)
  }

  /// Adds a word, replaced where it stands for another one wherever it stands.
  private mutating func take(_ word: ScannedWord) {
    switch word.kind {
    case .word, .bracketed:
      let name = trimmed(word.text.lowercased())
      append(meaning(of: name), for: word)
    case .foreign:
      let folded = foldedLetters(word.text)
      if let meaning = ForeignWords.meaning(ofRun: word.text) {
        append(meaning, for: word)
      } else {
        let parts = folded.split { $0.isASCII && !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        parts.forEach { append(meaning(of: $0), for: word) }
      }
    case .string, .backticked, .number, .mention, .email, .symbol: words.append(word)
    }
  }

  private mutating func append(_ meaning: String, for word: ScannedWord) {
    for part in meaning.split(separator: " ") { words.append(ScannedWord(.word, String(part), word.span)) }
  }

  private func meaning(of name: String) -> String {
    if Vocabulary.entry(for: name) != nil || Paraphrase.plainWords.contains(name) { return name }
    if let loose = LooseWords.meanings[name] { return loose }
    // Who, which and names are short words, and honest ones in another place of a sentence.
    let isForeign = ForeignWords.isAboutPeople(name) || (speaksForeign && name != "ten")
    return (isForeign ? ForeignWords.meanings[name] : nil) ?? misspelt(name) ?? name
  }

  /// Replaces words that mean a person only beside certain others.
  private mutating func readInPlace(_ index: Int) {
    func text(_ place: Int) -> String? {
      words.indices.contains(place) && words[place].kind == .word ? words[place].text : nil
    }
    func replace(_ place: Int, _ word: String) {
      words[place] = ScannedWord(.word, word, words[place].span)
    }
    guard let word = text(index) else { return }
    let (before, next) = (text(index - 1), text(index + 1))
    let isDeed = next.map(Surroundings.deeds.contains) ?? false
    if LooseWords.whoTypos.contains(word), isDeed, before == nil {
      replace(index, "who")
    } else if LooseWords.pronouns.contains(word) {
      let isAlone = words.count == 1
      let isOwner =
        next.map { next in
          Surroundings.audienceDimensions.contains(next) || next == "names"
            || (Surroundings.isAction(next) && !["their", "theirs", "them", "they", "us"].contains(word))
        } ?? false
      if isDeed || isAlone || isOwner || before.map(LooseWords.beforePronouns.contains) == true {
        replace(index, "who")
      }
    } else if ["name", "profile"].contains(word), ["by", "where"].contains(before), next != "of" {
      replace(index, "username")
    } else if ForeignWords.prepositions[word] != nil, index > 0, before != "by",
      next.map({ Vocabulary.entry(for: $0) != nil || Surroundings.determiners.contains($0) }) == true
    {
      replace(index, ForeignWords.prepositions[word] ?? word)
    }
  }

  /// `u s e r`, `u.s.e.r` and `u-s-e-r` as one word.
  private static func joiningLetters(_ typed: [ScannedWord]) -> [ScannedWord] {
    var joined: [ScannedWord] = []
    var index = 0
    while index < typed.count {
      var end = index
      var letters = ""
      while end < typed.count, typed[end].kind == .word, typed[end].text.utf8.count == 1 {
        letters += typed[end].text
        let isMarked = end + 2 < typed.count && [".", "-", "*", "/"].contains(typed[end + 1].text)
        end += isMarked ? 2 : 1
      }
      if letters.utf8.count >= 3 {
        joined.append(
          ScannedWord(.word, letters, typed[index].span.lowerBound..<typed[end - 1].span.upperBound))
        index = end
      } else {
        joined.append(typed[index])
        index += 1
      }
    }
    return joined
  }

  /// Words that mean themselves, however near to another one.
  private static let plainWords: Set<String> = Surroundings.actions
    .union(Surroundings.deeds).union(Surroundings.determiners).union(Surroundings.adjectives)
    .union(Surroundings.audienceDimensions).union(Surroundings.listVerbs).union(Surroundings.questionVerbs)
    .union(Surroundings.impersonal).union(Surroundings.harmlessGroups).union(LooseWords.neighbours)
}

/// A name without what may stand around a word to hide it: `_user_`, `theuser`.
private func trimmed(_ name: String) -> String {
  let inner = name.drop { $0 == "_" }.reversed().drop { $0 == "_" }.reversed()
  let parts = String(inner).split(separator: "_")
  if parts.count > 2, parts.allSatisfy({ $0.count == 1 }) { return parts.joined() }
  let bare = String(inner)
  for article in ["the", "each", "every"] where bare.hasPrefix(article) {
    let rest = String(bare.dropFirst(article.count))
    if Vocabulary.entry(for: rest) != nil { return rest }
  }
  return bare.isEmpty ? name : bare
}
