import TallyLanguage
import TallyPrivacy
import Testing

/// Words about people in letters that only look the part.
struct VocabularyFoldingTests {
  /// The forms of each letter by the compatibility decompositions of Unicode 15; made apart from the program's tables.
  static let forms: [(letter: String, scalars: [Unicode.Scalar])] = corpus("letter-forms").map { row in
    (
      row.phrase,
      row.category.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
    )
  }

  /// A word about people that holds a letter.
  private static let wordWith: [String: String] = [
    "a": "savers", "b": "subscriber", "c": "commenter", "d": "userid", "e": "user", "f": "fan", "g": "gifter",
    "h": "who",
    "i": "liker", "k": "liker", "l": "liker", "m": "member", "n": "person", "o": "who", "p": "person",
    "q": "unique_id",
    "r": "user", "s": "user", "t": "gifter", "u": "user", "v": "viewer", "w": "who", "y": "anybody",
  ]

  private func code(ofForeign text: String) -> RefusalCode? {
    let words = [
      ScannedWord(.word, "saves", 0..<5), ScannedWord(.word, "by", 6..<8),
      ScannedWord(.foreign, text, 9..<9 + text.utf8.count),
    ]
    return classify(words, protecting: ProtectedNames())?.code
  }

  @Test("every form of a letter is read as the letter", arguments: forms.map(\.letter))
  func readsForms(letter: String) throws {
    let scalars = try #require(VocabularyFoldingTests.forms.first { $0.letter == letter }).scalars
    #expect(scalars.count > 20)
    for scalar in scalars {
      #expect(fold(String(scalar)) == letter, "U+\(String(scalar.value, radix: 16))")
      guard let word = VocabularyFoldingTests.wordWith[letter] else { continue }
      let disguised = word.replacing(letter, with: String(scalar), maxReplacements: 1)
      #expect(code(ofForeign: disguised) == .disguisedName, "U+\(String(scalar.value, radix: 16)) in \(word)")
    }
  }

  @Test("letters of other scripts that look like ours are read as ours")
  func readsLookAlikes() {
    for disguised in [
      "usеr", "uѕer", "υser", "սser", "ᴜser", "vіewer", "vιewer", "viеwer", "ѡho", "whо", "whο",
      "ʍho".replacing("ʍ", with: "ԝ"),
      "sаver", "sɑver", "ꓢaver", "followеr", "liκer", "pеrѕоn", "ρerson", "еmail", "usernаme", "users_ıd",
      "user‿id", "ᏚᎪᏙᎬᎡ",
    ] {
      #expect(code(ofForeign: disguised) == .disguisedName, "\(disguised)")
    }
  }

  @Test(
    "whatever scalar is put into a word about people, the answer is a refusal for disguise or none, and no query"
  )
  func survivesEveryScalar() {
    var refused = 0
    var wrong: [String] = []
    for value in Array(UInt32(0x80)...0x1FFFF) + Array(0xE0000...0xE0FFF) {
      guard let scalar = Unicode.Scalar(value), isWorthTrying(scalar) else { continue }
      let code = code(ofForeign: "us\(scalar)er")
      if code == .disguisedName { refused += 1 }
      let isRight =
        isUnseen(scalar) ? code == .disguisedName : code == nil || code == .disguisedName || isSpace(scalar)
      if !isRight { wrong.append("U+\(String(value, radix: 16))") }
    }
    #expect(wrong.isEmpty)
    #expect(refused > 5000)
  }

  /// Of ideographs and syllables, which are alike here, one in 16; none that is not assigned.
  private func isWorthTrying(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x13000...0x143FF, 0x16800...0x16A3F,
      0x17000...0x18CFF:
      scalar.value % 16 == 0
    default:
      scalar.properties.generalCategory != .unassigned || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return scalar.properties.isDefaultIgnorableCodePoint || category == .nonspacingMark
      || category == .enclosingMark
  }

  /// A space parts the word instead of disguising it.
  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spaceSeparator
  }

  @Test("a name in other letters never becomes a query", arguments: [0, 1, 2, 3, 4])
  func neverParses(position: Int) {
    let letters = Array("user")
    for (index, value) in (UInt32(0xA1)...0x1FFFF).enumerated() where index % 97 == position * 7 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var word = letters
      word.insert(contentsOf: String(scalar), at: min(position, letters.count))
      for parsed in parse(SourceText("saves by \(String(word))", name: "test")) {
        if case .statement = parsed { Issue.record("U+\(String(value, radix: 16)) at \(position)") }
      }
    }
  }

  @Test("headers fold to plain names")
  func foldsHeaders() {
    for (header, plain) in [
      ("User Name", "user_name"), ("  User--Name  ", "user_name"), ("Watch time (hours)", "watch_time_hours"),
      ("ＵＳＥＲ＿ＩＤ", "user_id"), ("us\u{200B}er", "user"), ("Prénom", "prenom"), ("e\u{301}mail", "email"),
      ("", ""),
      ("()", ""), ("\u{FEFF}Date", "date"), ("ユーザー名", "ユーザー名"), ("_user_", "user"), ("Straße", "strasse"),
      ("ﬁrst\u{A0}name", "first_name"), ("e-mail", "e_mail"), ("vіews", "views"), ("user’s", "user_s"),
    ] {
      #expect(fold(header) == plain, "\(header)")
      #expect(fold(fold(header)) == fold(header), "\(header)")
    }
  }

  @Test("apostrophes and wide spaces disguise nothing")
  func readsTypography() {
    #expect(firstRefusal(in: "who’s saving my videos")?.code == .whoQuestion)
    #expect(firstRefusal(in: "saves by user’s country")?.code == .breakdownByPerson)
    #expect(firstRefusal(in: "saves\u{A0}by\u{A0}user")?.code == .breakdownByPerson)
    #expect(firstRefusal(in: "saves by “user”")?.code == .breakdownByPerson)
    #expect(firstRefusal(in: "saves where title = “user”") == nil)
  }
}
