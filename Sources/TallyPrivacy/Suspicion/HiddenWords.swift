/// Other readings of a statement, in which what hides a word between its letters is taken away.
///
/// `us.er`, `v!ewer`, `us*r` and `us%65r` are one word each, `fol lowers` is one that was cut in two, `savesByUser` and
/// `listmyfollowers` are several.
enum HiddenWords {
  /// Those that differ from what was typed, the mildest first.
  static func readings(of typed: [ScannedWord]) -> [[ScannedWord]] {
    var readings: [[ScannedWord]] = []
    for reading in [
      joiningTouching(typed), joiningNeighbours(typed), cutting(typed), cutting(joiningTouching(typed)),
    ]
    where reading != typed && !readings.contains(reading) {
      readings.append(reading)
    }
    return readings
  }

  // MARK: - Words with signs inside

  /// Words that touch, with nothing but signs between them, as one where together they are a word about people.
  private static func joiningTouching(_ typed: [ScannedWord]) -> [ScannedWord] {
    var joined: [ScannedWord] = []
    var index = 0
    while index < typed.count {
      if let (end, words) = longestTouching(typed, from: index) {
        let span = typed[index].span.lowerBound..<typed[end].span.upperBound
        joined += words.map { ScannedWord(.word, $0, span) }
        index = end + 1
      } else {
        joined.append(typed[index])
        index += 1
      }
    }
    return joined
  }

  private static func longestTouching(_ typed: [ScannedWord], from start: Int) -> (end: Int, words: [String])?
  {
    var end = start
    while end + 1 < typed.count, end - start < 16, typed[end].isJoinable, typed[end + 1].isJoinable,
      typed[end + 1].span.lowerBound == typed[end].span.upperBound
    {
      end += 1
    }
    for last in stride(from: end, to: start, by: -1)
    where typed[last].kind != .symbol || typed[last].text == "*" {
      let letters = typed[start...last].map(\.letters).joined()
      if let words = words(in: letters) { return (last, words) }
    }
    guard typed[start].kind != .symbol else { return nil }
    let letters = typed[start].letters
    let isOneWord =
      (typed[start].kind == .foreign || isGroupText(typed, start)) && !letters.allSatisfy(isNameLetter)
    return (isOneWord ? words(in: letters) : words(escapedIn: letters)).map { (start, $0) }
  }

  /// A text after `by`, which is a name.
  private static func isGroupText(_ typed: [ScannedWord], _ place: Int) -> Bool {
    [.string, .backticked].contains(typed[place].kind) && place > 0
      && ["by", "per", "each"].contains(typed[place - 1].text.lowercased())
      && !typed[place].text.contains(" ")
  }

  /// The words that a text with signs in it spells; nil where it is none about people.
  private static func words(in text: String) -> [String]? {
    if let word = writtenShort[text] { return [word] }
    let unescaped = unescaping(text)
    for letters in [
      unescaped.filter(isNameLetter), String(unescaped.map { signs[$0] ?? $0 }).filter(isNameLetter),
      drawings.reduce(unescaped) { $0.replacing($1.0, with: $1.1) }.filter(isNameLetter),
    ] {
      if letters.utf8.count >= 3, let word = whole(letters) { return [word] }
    }
    if unescaped != text {
      let words = unescaped.split { !isNameLetter($0) }.map(String.init)
      if words.contains(where: { whole($0) != nil }) { return words }
    }
    return starred(unescaped).map { [$0] }
  }

  /// Short forms that have a sign of their own.
  private static let writtenShort = [
    "g/f": "girlfriend", "b/f": "boyfriend", "a/c": "account", "m*m": "mom", "d*d": "dad",
  ]

  private static func words(escapedIn text: String) -> [String]? {
    unescaping(text) == text ? nil : words(in: text)
  }

  static func isNameLetter(_ letter: Character) -> Bool {
    letter.isASCII && (letter.isLetter || letter.isNumber || letter == "_")
  }

  /// A text that is nothing but a word about people, or one that asks for them.
  private static func whole(_ letters: String) -> String? {
    if ["who", "whose", "whom", "ex"].contains(letters) { return letters }
    guard letters.utf8.count >= 4 else { return nil }
    if Vocabulary.entry(for: letters) != nil { return letters }
    if GivenNames.all.contains(letters) { return letters }
    let isAsked =
      Surroundings.listVerbs.contains(letters) || Surroundings.audienceDimensions.contains(letters)
    return isAsked || ForeignWords.isAboutPeople(letters) ? letters : nil
  }

  /// Several signs that are drawn like one letter, the longest first.
  private static let drawings: [(String, String)] = [
    ("\\/\\/", "w"), ("|/\\|", "w"), ("|_|", "u"), ("|-|", "h"), ("|\\|", "n"), ("\\/", "v"), ("/\\", "a"),
    ("()", "o"),
    ("[]", "o"), ("<>", "o"), ("|)", "d"), ("|<", "k"), ("|3", "b"), ("|2", "r"), ("vv", "w"),
  ]

  /// Signs that are drawn like a letter.
  static let signs: [Character: Character] = [
    "$": "s", "!": "i", "|": "l", "€": "e", "+": "t", "(": "c", "@": "a", "1": "i", "0": "o", "3": "e",
    "5": "s", "4": "a", "7": "t",
  ]

  /// `us*r`, `f#n`: a word about people with signs for one letter in three or fewer.
  private static func starred(_ text: String) -> String? {
    let pattern = Array(text)
    let hidden = pattern.count { "*#?_-.%".contains($0) }
    if text == "wh*" || pattern.count == 3 && hidden == 1 && text.hasPrefix("w") && text.hasSuffix("o") {
      return "who"
    }
    guard hidden > 0, pattern.count >= 4, hidden * 3 <= pattern.count else { return nil }
    return starrable.first { word in
      word.count == pattern.count && zip(word, pattern).allSatisfy { $0 == $1 || "*#?_-.%".contains($1) }
    }
  }

  private static let starrable: [String] = Vocabulary.words
    .filter { $0.sense != .asking }.flatMap(\.words).filter { $0.utf8.count >= 4 }

  /// A text with `%75`, `\u0075`, `\x75` and `&#117` as the letters they stand for.
  private static func unescaping(_ text: String) -> String {
    var plain = ""
    var rest = Substring(text)
    while let letter = rest.first {
      if let (prefix, radix) = escapes.first(where: { rest.hasPrefix($0.prefix) }) {
        let digits = rest.dropFirst(prefix.count).prefix(prefix == "%" || prefix == "\\x" ? 2 : 4)
          .prefix { $0.isASCII && (radix == 16 ? $0.isHexDigit : $0.isNumber) }
        if digits.count >= 2, let code = UInt32(digits, radix: radix), 0x20..<0x7F ~= code {
          plain.append(Character(Unicode.Scalar(UInt8(code))).lowercased())
          rest = rest.dropFirst(prefix.count + digits.count)
          continue
        }
      }
      plain.append(letter)
      rest = rest.dropFirst()
    }
    return plain
  }

  private static let escapes: [(prefix: String, radix: Int)] = [
    ("%", 16), ("\\u", 16), ("\\x", 16), ("&#x", 16), ("&#", 10),
  ]

  // MARK: - Words that were cut in two

  /// `view er` and `fol low ers` as one word each.
  private static func joiningNeighbours(_ typed: [ScannedWord]) -> [ScannedWord] {
    var joined: [ScannedWord] = []
    var index = 0
    while index < typed.count {
      let end = (index + 1..<min(index + 7, max(typed.count, index + 1))).reversed().first { last in
        cutWord(typed[index...last]) != nil
      }
      if let end, let word = cutWord(typed[index...end]) {
        joined.append(ScannedWord(.word, word, typed[index].span.lowerBound..<typed[end].span.upperBound))
        index = end + 1
      } else {
        joined.append(typed[index])
        index += 1
      }
    }
    return joined
  }

  /// The word that pieces make which stand beside each other, or are put together by signs: `"vie" + "wer"`, `(us)(er)`.
  private static func cutWord(_ pieces: ArraySlice<ScannedWord>) -> String? {
    let glue = [",", "+", "|", "&", "||", "(", ")", "{}", "."]
    guard let first = pieces.first, first.kind != .symbol,
      pieces.allSatisfy({
        [.word, .string, .backticked, .foreign].contains($0.kind) || glue.contains($0.text)
      })
    else { return nil }
    let parts = pieces.filter { $0.kind != .symbol }.map { foldedLetters($0.text) }
    return parts.count > 1 && parts.allSatisfy({ $0.allSatisfy(isNameLetter) }) && isCutWord(parts)
      ? parts.joined() : nil
  }

  private static func isCutWord(_ parts: [String]) -> Bool {
    let word = parts.joined()
    if word == "who" { return true }
    // `any one video` is none; nor are `user name` and the like, which are read in place.
    guard word.utf8.count >= 4,
      !["anyone", "someone", "everyone", "anybody", "somebody", "everybody"].contains(word),
      !parts.contains(where: { Vocabulary.entry(for: $0) != nil })
    else { return false }
    if word.utf8.count >= 6, Surroundings.audienceDimensions.contains(word) { return true }
    if Surroundings.listVerbs.contains(word) { return true }
    guard let entry = Vocabulary.entry(for: word) else { return false }
    return entry.sense != .acquaintance
  }
}

extension ScannedWord {
  /// Whether it may be a piece of a word: not a mention, whose text is not known, and no sign that parts sentences.
  fileprivate var isJoinable: Bool {
    switch kind {
    case .mention, .email: false
    case .symbol: ![",", ";", "=", "<", ">", "{}"].contains(text)
    case .word, .bracketed, .string, .backticked, .number, .foreign: true
    }
  }

  fileprivate var letters: String { foldedLetters(text) }
}
