/// The words of a statement with those that stand for a word of the vocabulary replaced by it.
///
/// `saves by usre` reads `saves by user`, `liste de mes abonnés` reads `list of my followers`, `w h o saved` reads
/// `who saved`. Spans stay those of what was typed.
struct Paraphrase {
  private(set) var words: [ScannedWord] = []
  private(set) var isChanged = false

  /// Whether the first word, or two of all, are of another language, so that short ones are as well.
  let speaksForeign: Bool
  /// Whether it tells, in any language, what somebody did: only then are people of one's own life meant.
  private let tellsDeeds: Bool

  init(_ typed: [ScannedWord]) {
    let foreign = typed.indices.filter {
      typed[$0].kind == .foreign || ForeignWords.speaks(foldedLetters(typed[$0].text))
    }
    speaksForeign = foreign.count >= 2 || (foreign.first == 0 && typed.count > 1)
    tellsDeeds = typed.contains { word in
      let letters = foldedLetters(word.text)
      return Surroundings.deeds.contains(letters) || ForeignWords.isAboutDeeds(letters)
        || ForeignRuns.isAboutDeeds(word.text)
    }
    for word in Paraphrase.joiningLetters(typed) { take(word) }
    for index in words.indices { readInPlace(index) }
    if speaksForeign { listCrowd() }
    isChanged = words.map(\.text) != typed.map(\.text)
  }

  /// Adds a word, replaced where it stands for another one wherever it stands.
  private mutating func take(_ word: ScannedWord) {
    switch word.kind {
    case .word, .bracketed:
      let name = trimmed(word.kind == .word ? word.text.lowercased() : fold(word.text))
      append(deciphering(word) ?? meaning(of: name), for: word)
    case .foreign:
      let folded = foldedLetters(word.text)
      if let meaning = ForeignRuns.meaning(of: word.text) {
        append(tellsDeeds ? meaning : meaning.replacing("my friend", with: "family"), for: word)
      } else {
        let parts = folded.split { $0.isASCII && !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        parts.forEach { append(meaning(of: $0), for: word) }
      }
    case .number where word.text.utf8.contains(where: { (0x61...0x7A).contains($0) }):
      // `3mails`.
      if let meaning = misspelt(word.text.lowercased()) ?? deciphered(word.text) {
        append(meaning, for: word)
      } else {
        words.append(word)
      }
    case .string, .backticked, .number, .mention, .email, .symbol: words.append(word)
    }
  }

  /// What a bracketed name spells without its blanks, or a word in code.
  private func deciphering(_ word: ScannedWord) -> String? {
    guard word.kind == .bracketed else {
      return Vocabulary.entry(for: word.text) == nil ? deciphered(word.text) : nil
    }
    let joined = fold(word.text).filter { $0 != "_" }
    return joined.utf8.count >= 4 && Vocabulary.entry(for: joined) != nil ? joined : nil
  }

  private mutating func append(_ meaning: String, for word: ScannedWord) {
    for part in meaning.split(separator: " ") { words.append(ScannedWord(.word, String(part), word.span)) }
  }

  private func meaning(of name: String) -> String {
    if speaksForeign, let plural = ["follower": "followers", "persona": "user", "listen": "list"][name] {
      return plural
    }
    if Vocabulary.entry(for: name) != nil || Paraphrase.plainWords.contains(name) { return name }
    if let loose = LooseWords.meanings[name] { return loose }
    // Who, which and names are short words, and honest ones in another place of a sentence.
    let isForeign = ForeignWords.isAboutPeople(name) || (speaksForeign && name != "ten")
    if isForeign, let meaning = ForeignWords.meaning(of: name) {
      return meaning == "my friend" && !tellsDeeds ? name : meaning
    }
    return misspelt(name) ?? respelled(name) ?? name
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
    let isPresent = next.map(LooseWords.presentDeeds.contains) ?? false
    if LooseWords.whoTypos.contains(word), isDeed, before == nil {
      replace(index, "who")
    } else if LooseWords.pronouns.contains(word) {
      let isAlone = words.count == 1
      let isOwner =
        next.map { next in
          Surroundings.audienceDimensions.contains(next) || next == "names"
            || (Surroundings.isAction(next) && !["their", "theirs", "them", "they", "us"].contains(word))
        } ?? false
        || [next, text(index + 2)].contains { $0.map(LooseWords.owned.contains) == true }
      if isDeed || isAlone || isOwner || (isPresent && ["he", "she", "they"].contains(word))
        || before.map(LooseWords.beforePronouns.contains) == true
      {
        replace(index, "who")
      }
    } else if word == "notify", next == "how" {
      // `bao nhieu`.
      replace(index, "the")
    } else if word == "nombre",
      next == "del"
        || (next == "de"
          && text(index + 2).map { ["quien", "mis", "los", "las", "my", "who"].contains($0) } == true)
    {
      replace(index, "names")
    } else if word == "wie", next.map(ForeignWords.afterDutchWho.contains) == true {
      replace(index, "who")
    } else if ["birthday", "fingerprint", "cookie", "pseudonym", "alias", "birthday", "birthdays"].contains(
      word),
      ["by", "per"].contains(before)
    {
      replace(index, "username")
    } else if ["name", "profile"].contains(word), ["by", "where"].contains(before), next != "of" {
      replace(index, "username")
    } else if ForeignWords.prepositions[word] != nil, index > 0, before != "by",
      next.map({ Vocabulary.entry(for: $0) != nil || Surroundings.determiners.contains($0) }) == true
    {
      replace(index, ForeignWords.prepositions[word] ?? word)
    }
  }

  /// Brings a list and the crowd in it together, in whatever order a language has them; a number of them is none, nor one
  /// by time or place.
  private mutating func listCrowd() {
    func has(_ meanings: [String]) -> Bool {
      words.contains { $0.kind == .word && meanings.contains($0.text) }
    }
    guard has(["list", "names"]),
      !has(["many", "by", "per", "week", "month", "day", "country", "growth"]),
      let crowd = words.first(where: { ["followers", "viewers", "subscribers"].contains($0.text) })
    else { return }
    words += [crowd, ScannedWord(.word, "list", crowd.span)]
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
        let isMarked =
          end + 2 < typed.count && typed[end + 1].kind == .symbol
          && ![";", "="].contains(typed[end + 1].text)
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
