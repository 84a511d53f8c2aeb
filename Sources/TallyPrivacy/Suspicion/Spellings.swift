/// The word of the vocabulary that a name spells in a way of its own; nil where it spells none.
///
/// Letters that are doubled, left out or written as they sound, and words read from behind: `uuuser`, `prsn`, `yoozer`,
/// `resu`, `subcribrs`.
///
/// - Complexity: O(length times the vocabulary).
func respelled(_ name: String) -> String? {
  guard name.utf8.allSatisfy({ $0 < 0x80 }), 3...20 ~= name.utf8.count else { return nil }
  if ["who", "vvho"].contains(squeezed(name)) || asHeard(name) == "who" { return "who" }
  let backwards = String(name.reversed())
  if name.utf8.count >= 3, let word = spellings[backwards] ?? askedBackwards[name] { return word }
  if let word = squeezedSpellings[squeezed(name)] { return word }
  if squeezed(name) != name, isAsking(squeezed(name)) { return squeezed(name) }
  if !name.dropFirst().contains(where: isVowel), let word = bareSpellings[squeezed(name)] { return word }
  let heard = asHeard(name)
  if heard != name,
    let word = Vocabulary.entry(for: heard)?.spelling ?? LooseWords.meanings[heard] ?? misspelt(heard)
  {
    return word
  }
  guard name.utf8.count >= 8 else { return nil }
  let letters = Array(name.utf8)
  return longSpellings.first {
    $0.utf8.first == letters[0] && distance(Array($0.utf8), letters, atMost: 2) <= 2
  }
}

/// Words of persons, by themselves.
private let spellings: [String: String] = Dictionary(
  uniqueKeysWithValues: Vocabulary.words
    .filter { $0.sense != .asking && $0.sense != .acquaintance }.flatMap(\.words)
    .filter { $0.utf8.count >= 4 && !$0.contains("_") }.map { ($0, $0) })

/// Words that ask, from behind.
private let askedBackwards = [
  "ohw": "who", "esohw": "whose", "tsil": "list", "eman": "name", "seman": "names", "xe": "ex", "ym": "my",
  "esoht": "those",
]

private let squeezedSpellings = keyed(spellings.keys.filter { $0.utf8.count >= 4 }, by: squeezed)

/// Words without their vowels but a first one: `vwr`, `usr`, `accnt`.
private let bareSpellings = keyed(
  [
    "author", "authors", "handle", "user", "users", "person", "persons", "people", "viewer", "viewers",
    "follower", "followers",
    "subscriber", "subscribers",
    "account", "accounts", "member", "members", "customer", "customers", "commenter", "commenters", "likers",
    "savers",
    "sharers", "watchers", "username", "usernames", "friends", "visitors", "listeners", "profiles", "handles",
    "country", "countries",
    "gender", "region", "nationality", "demographics",
  ],
  by: { squeezed(withoutVowels($0)) })

private let longSpellings = spellings.keys.filter { $0.utf8.count >= 8 }.sorted()

private func keyed(_ words: some Sequence<String>, by key: (String) -> String) -> [String: String] {
  Dictionary(words.sorted().map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
}

private func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

private func withoutVowels(_ word: String) -> String {
  String(word.prefix(1)) + String(word.dropFirst().filter { !isVowel($0) })
}

/// A word with each letter once where it stands several times in a row.
private func squeezed(_ word: String) -> String {
  var letters = ""
  for letter in word where letters.last != letter { letters.append(letter) }
  return letters
}

/// A word as English would spell what is heard: `phan`, `yoozer`, `akkount`.
private func asHeard(_ word: String) -> String {
  [
    ("vy", "vi"), ("yoo", "u"), ("yu", "u"), ("ph", "f"), ("oo", "u"), ("kk", "cc"), ("z", "s"), ("kw", "qu"),
    ("vv", "w"),
  ]
  .reduce(word) { $0.replacing($1.0, with: $1.1) }
}

/// How many letters more, less, other or changed with a neighbour part two words; more than `most` where that is exceeded.
private func distance(_ left: [UInt8], _ right: [UInt8], atMost most: Int) -> Int {
  guard abs(left.count - right.count) <= most else { return most + 1 }
  var before: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
      let isSwap = row > 0 && column > 0 && letter == right[column - 1] && left[row - 1] == other
      if isSwap, letter != other { best = min(best, before[column - 1] + 1) }
      current.append(best)
    }
    (before, last) = (last, current)
  }
  return last[right.count]
}
