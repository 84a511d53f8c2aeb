import Testing

@testable import TallyPrivacy

/// With a rule, a word, a header or a detector taken away, some row of the corpora gets another answer.
///
/// The corpora are files that do not follow the lists: whoever deletes a word from the program without them fails here.
struct MutationTests {
  /// What must be refused, with the codes that fit.
  static let rows: [(phrase: String, codes: Set<RefusalCode>)] =
    ["refusals", "unseen-refused", "words"].flatMap { corpus($0) }.compactMap { row in
      CorpusTests.codes[row.category].map { (row.phrase, $0) }
    } + RulesTests.refused.map { ($0.phrase, [$0.code]) }

  /// Rows by the words of the vocabulary that stand in them, read once.
  private static let rowsByWord: [String: [(words: [ScannedWord], codes: Set<RefusalCode>)]] = {
    var rowsByWord: [String: [(words: [ScannedWord], codes: Set<RefusalCode>)]] = [:]
    for row in rows {
      for words in statements(row.phrase) {
        for spelling in Set(Reading(words).terms.compactMap { $0.entry?.spelling }) {
          rowsByWord[spelling, default: []].append((words, row.codes))
        }
      }
    }
    return rowsByWord
  }()

  private func fails(_ words: [ScannedWord], _ codes: Set<RefusalCode>, without missing: String) -> Bool {
    let reading = Reading(words, without: missing)
    return refusal(of: reading, protecting: ProtectedNames(), by: PrivacyRules.all).map {
      !codes.contains($0.code)
    } ?? true
  }

  @Test("a phrase for each word of the vocabulary is refused", arguments: corpus("words"))
  func refusesWords(row: CorpusRow) throws {
    let refusal = try #require(firstRefusal(in: row.phrase))
    #expect(try #require(CorpusTests.codes[row.category]).contains(refusal.code))
  }

  @Test("without a word of the vocabulary, some row fails")
  func wordsAreNeeded() {
    let words =
      Vocabulary.words.flatMap(\.words) + PersonName.pairs.map { "\($0.first)_\($0.second)" }
      + PersonName.holders.map { "\($0)_avatar" } + PersonName.tellers.map { "listener_\($0)" }
    let survivors = Set(words).filter { word in
      // Where two lists make the same name, the one that speaks first gives its spelling.
      let spelling = Vocabulary.entry(for: word)?.spelling ?? word
      return !(Self.rowsByWord[spelling] ?? []).contains { fails($0.words, $0.codes, without: spelling) }
    }
    print(
      "mutation: \(Set(words).count) words taken away over \(Self.rows.count) rows, \(survivors.count) survive"
    )
    #expect(survivors.sorted() == [])
    #expect(words.count > 330)
  }

  @Test("without a rule, some row of the corpora fails")
  func rulesAreNeeded() {
    let all = Self.rows.map { (words: statements($0.phrase), codes: $0.codes) }
    for rule in PrivacyRules.all where rule.lesson.code != .columnSetAside {
      let others = PrivacyRules.all.filter { $0.lesson.code != rule.lesson.code }
      let failing = all.count { row in
        let refusal = row.words.lazy.compactMap { classify($0, protecting: ProtectedNames(), by: others) }
          .first
        return refusal.map { !row.codes.contains($0.code) } ?? true
      }
      #expect(failing > 0, "\(rule.lesson.code.rawValue)")
    }
  }

  @Test("a header is what the corpus says it is", arguments: corpus("headers"))
  func readsHeaders(row: CorpusRow) {
    let kinds: [String: PersonHeader] = [
      "name": .name, "contact": .contact, "text": .textByOthers, "none": .none,
    ]
    #expect(PersonHeader(row.phrase) == kinds[row.category])
  }

  @Test("every header about people that Tally knows stands in the corpus")
  func headersAreNeeded() {
    let rows = Set(corpus("headers").map { fold($0.phrase) })
    let known =
      nameHeaders.union(contactHeaders).union(companionHeaders).union(textHeaders)
      .union(headerHolders.map { "\($0)_hash" }).union(headerTellers.map { "liker_\($0)" })
    print("mutation: \(known.count) headers, \(rows.count) rows")
    #expect(known.subtracting(rows).sorted() == [])
  }

  @Test(
    "each detector alone finds what it is for",
    arguments: [
      ("write to a.b@example.org", [1, 0, 0, 0]), ("+43 660 1234567", [1, 0, 0, 0]),
      ("192.0.2.17", [1, 0, 0, 0]),
      ("2001:db8:0:0:0:0:0:17", [1, 0, 0, 0]), ("00:1A:2B:3C:4D:5E", [1, 0, 0, 0]),
      ("see t.me/someone", [0, 1, 0, 0]), ("https://forum.example/users/17", [0, 1, 0, 0]),
      ("@someone", [0, 0, 1, 0]),
      ("someone#1234", [0, 0, 1, 0]), ("ig:someone", [0, 0, 1, 0]),
      ("6f9619ff-8b86-d011-b42d-00cf4fc964ff", [0, 0, 0, 1]),
      ("d41d8cd98f00b204e9800998ecf8427e", [0, 0, 0, 1]),
      ("da39a3ee5e6b4b0d3255bfef95601890afd80709", [0, 0, 0, 1]),
      ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", [0, 0, 0, 1]),
      ("calm", [0, 0, 0, 0]),
    ])
  func detectorsAreNeeded(value: String, counts: [Int]) {
    var shapes = PersonShapes()
    shapes.scan(Array(value.utf8).span)
    #expect([shapes.contacts, shapes.profileLinks, shapes.handles, shapes.tokens] == counts)
  }
}
