import TallyLanguage
import TallyPrivacy
import Testing
import TallyTestSupport

/// Words about people at each place of sentences made from the grammar, and bytes that no name is made of.
@Suite struct PersonWordsInSentencesTests {
  static let seed: UInt64 = 20_261_125
  /// Every word of the vocabulary that means a person wherever it stands, and names made of several.
  static let words: [String] =
    Vocabulary.words.flatMap { sense, words in
      [.crowd, .acquaintance].contains(sense) ? [] : words
    } + PersonName.pairs.map { "\($0.first)_\($0.second)" } + ["user_id", "follower_name", "viewerEmailHash"]

  enum Verdict { case runs, isRefused, isNoSentence }

  func verdict(_ text: String) -> Verdict {
    var verdict = Verdict.isNoSentence
    for parsed in parse(SourceText(text, name: "test")) {
      switch parsed {
      case .refusal: return .isRefused
      case .statement: verdict = .runs
      case .diagnostic: return .isNoSentence
      }
    }
    return verdict
  }

  @Test("A word about people at any place of a sentence never makes a query")
  func areNeverNames() throws {
    var generator = SentenceGenerator(try GrammarFile(), try WordsFile(), seed: Self.seed)
    var random = SeededGenerator(seed: Self.seed + 1)
    var counts = [Verdict.isRefused: 0, .isNoSentence: 0]
    var ran: [String] = []
    var used: Set<String> = []
    for _ in 0..<600 {
      // `help` takes any word, and what stands in a string is a value.
      let sentence = generator.sentence("Statement")
      guard sentence.first != "help", sentence.count <= 16 else { continue }
      for place in 0...sentence.count {
        guard let word = Self.words.randomElement(using: &random) else { continue }
        used.insert(word)
        var texts = [(sentence[..<place] + [word] + sentence[place...]).joined(separator: " ")]
        if place < sentence.count {
          texts.append((sentence[..<place] + [word] + sentence[(place + 1)...]).joined(separator: " "))
        }
        for text in texts {
          let verdict = verdict(text)
          counts[verdict, default: 0] += 1
          if verdict == .runs { ran.append("\(word): \(text)") }
        }
      }
    }
    let sum = counts.values.reduce(0, +)
    let refused = counts[.isRefused, default: 0]
    print(
      "words about people in sentences: \(sum) texts with \(used.count) of \(Self.words.count) words,",
      "\(refused) refused, \(counts[.isNoSentence, default: 0]) no sentences, \(ran.count) queries")
    #expect(ran == [], "seed \(Self.seed)")
    #expect(sum > 2000)
    #expect(refused * 100 > sum * 90)
  }

  @Test("A name is made of ASCII letters, digits and `_`, whatever the byte beside them")
  func namesAreASCII() {
    for byte in UInt8.min...UInt8.max {
      let isName =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
      let tokens = lex(SourceText(bytes: Array("us".utf8) + [byte] + Array("er".utf8), name: "test"))
      #expect((tokens.first?.span == 0..<5 && isNameToken(tokens.first)) == isName, "byte \(byte)")
      // A byte of a name may stand first unless it is a digit, and no other may.
      let first = lex(SourceText(bytes: [byte] + Array("user".utf8), name: "test")).first
      let mayStart = isName && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      #expect((first?.span == 0..<5 && isNameToken(first)) == mayStart, "byte \(byte) first")
    }
  }

  @Test("No byte above ASCII, alone or with another, is in a name or a word of the language")
  func otherBytesLeaveNames() {
    for high in UInt8(0x80)...0xFF {
      for low in UInt8.min...UInt8.max {
        let bytes = Array("us".utf8) + [high, low] + Array("er".utf8)
        for token in lex(SourceText(bytes: bytes, name: "test")) where isNameToken(token) {
          #expect(bytes[token.span].allSatisfy { $0 < 0x80 }, "bytes \(high), \(low)")
        }
      }
    }
  }

  @Test("A sentence with a token that is none of the language's is no query, wherever it stands")
  func foreignTokensStandNowhere() throws {
    var generator = SentenceGenerator(try GrammarFile(), try WordsFile(), seed: Self.seed + 2)
    var random = SeededGenerator(seed: Self.seed + 3)
    let signs = ["\u{43E}", "é", "\u{200B}", "\u{FF55}ser", "•", "–", "“open", "#tag", "$", "\u{1F600}"]
    var texts = 0
    for _ in 0..<200 {
      let sentence = generator.sentence("Statement")
      guard sentence.first != "help", sentence.count <= 16 else { continue }
      for place in 0...sentence.count {
        guard let sign = signs.randomElement(using: &random) else { continue }
        let text = (sentence[..<place] + [sign] + sentence[place...]).joined(separator: " ")
        texts += 1
        #expect(verdict(text) != .runs, "\(text)")
      }
    }
    #expect(texts > 200)
  }

  private func isNameToken(_ token: Token?) -> Bool {
    switch token?.kind {
    case .name, .keyword, .percentile: true
    default: false
    }
  }
}
