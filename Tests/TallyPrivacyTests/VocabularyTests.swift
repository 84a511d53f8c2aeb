import Foundation
import TallyPrivacy
import Testing
import TallyTestSupport

/// Every word about people, wherever a name may stand.
struct VocabularyTests {
  static let words = Vocabulary.words.flatMap { sense, words in words.map { Word(sense: sense, spelling: $0) }
  }

  struct Word: CustomTestStringConvertible, Sendable {
    let sense: PersonSense
    let spelling: String

    var testDescription: String { "\(sense) \(spelling)" }
    /// As it stands in a question: somebody one knows is somebody's.
    var phrase: String { sense == .acquaintance ? "my \(spelling)" : spelling }
  }

  /// Places for a name, `_`, with the code that a word about people has there.
  static let places: [(template: String, code: RefusalCode)] = [
    ("saves by _", .breakdownByPerson),
    ("saves by week, _", .breakdownByPerson),
    ("saves by _, week top 5", .breakdownByPerson),
    ("saves by (_)", .breakdownByPerson),
    ("saves per _", .breakdownByPerson),
    ("saves by \"_\"", .breakdownByPerson),
    ("saves by `_`", .breakdownByPerson),
    ("saves by format beside views by _", .breakdownByPerson),
    ("compare saves by format holding _", .breakdownByPerson),
    ("saves by video top 3 per _", .breakdownByPerson),
    ("explain saves by _", .breakdownByPerson),
    ("saves where _ = \"x\"", .filterToPerson),
    ("saves where views > 1000 and _ = \"x\"", .filterToPerson),
    ("saves where not _ contains \"x\"", .filterToPerson),
    ("saves where (views > 3 or _ in (\"x\")) by week", .filterToPerson),
  ]

  @Test("a word about people is refused wherever a name may stand", arguments: words)
  func isRefusedEverywhere(word: Word) throws {
    for (template, code) in VocabularyTests.places {
      for spelling in [word.phrase, word.phrase.uppercased()] {
        let phrase = template.replacing("_", with: spelling)
        let refusal = try #require(firstRefusal(in: phrase), "\(phrase)")
        #expect(refusal.code == (word.sense == .asking ? .whoQuestion : code), "\(phrase)")
        #expect(refusal.words.contains(word.spelling), "\(phrase): \(refusal.words)")
        let under = text(refusal.span, of: phrase).lowercased()
        #expect(under.contains(word.spelling) && under.utf8.count <= word.phrase.utf8.count + 2, "\(under)")
      }
    }
  }

  @Test("a word about people is free where a string is a value", arguments: words)
  func isFreeInValues(word: Word) {
    for template in [
      "saves where title = \"_\"", "saves where title != '_' and format = \"a\"",
      "saves where title contains \"_\"",
      "saves where title starts with \"_\" by week", "saves where topic in (\"a\", \"_\", \"b\")",
      "saves by week into \"_\"", "print \"_\"", "load \"_\" as videos", "run \"_\"", "set folder = \"_\"",
      "define label audience = \"_\" where views > 3, else \"_\"", "param hook = \"_\"", "saves by week -- _",
    ] {
      let phrase = template.replacing("_", with: word.phrase)
      #expect(firstRefusal(in: phrase) == nil, "\(phrase)")
    }
  }

  @Test(
    "a word about people inside a longer name means nothing",
    arguments: words.filter { $0.spelling.utf8.count > 2 })
  func isWhole(word: Word) {
    for name in [
      "x\(word.spelling)x", "\(word.spelling)_series", "the_\(word.spelling)_show", "\(word.spelling)ish",
    ] {
      #expect(Vocabulary.entry(for: name) == nil, "\(name)")
    }
  }

  @Test("crowds are numbers wherever nobody in them is meant", arguments: words.filter { $0.sense == .crowd })
  func countsCrowds(word: Word) {
    for template in [
      "_", "_ by week", "_, views by day", "saves / _", "saves per 1000 _ by week",
      "views by day having _ > 10",
      "_ by day sort by _ descending", "saves where _ > 100", "correlate saves with _",
      "rolling 7 days _ by day",
      "define metric x = saves / _", "new _ by week", "unique _ by month", "how many _", "_ by country",
    ] {
      let phrase = template.replacing("_", with: word.spelling)
      #expect(firstRefusal(in: phrase) == nil, "\(phrase)")
    }
  }

  @Test(
    "a name that tells persons apart is refused however it is written",
    arguments: [
      "user", "viewer", "follower", "subscriber", "account", "fan", "commenter", "saver", "profile",
    ])
  func refusesIdentifiers(holder: String) {
    for teller in ["id", "ids", "name", "url", "email", "hash", "handle", "ip", "link", "uid"] {
      for name in [
        "\(holder)_\(teller)", "\(holder)\(teller)", "\(holder)\(teller.capitalized)", "\(holder) \(teller)",
        "\(holder)_\(teller)".uppercased(), "my_\(holder)_\(teller)", "\(holder)_\(teller)_hash",
      ] {
        #expect(firstRefusal(in: "saves by \(name)")?.code == .breakdownByPerson, "\(name)")
        #expect(firstRefusal(in: "saves where \(name) = 1")?.code == .filterToPerson, "\(name)")
      }
    }
  }

  @Test("capitals part the words of a name")
  func readsCamelCase() {
    for name in ["viewerEmailHash", "followerProfileUrl", "topFanHandle", "UserDeviceId", "savedByName"] {
      #expect(firstRefusal(in: "saves by \(name)")?.code == .breakdownByPerson, "\(name)")
    }
    for name in ["hashtagName", "fandomHook", "Topic", "videoFormat"] {
      #expect(firstRefusal(in: "saves by \(name)") == nil, "\(name)")
    }
  }

  @Test("a set-aside header is refused however its name is written, and no other name is")
  func refusesSetAside() {
    let names = ProtectedNames(headers: ["note", "backup_note", fold("Имя"), fold("My Notes (old)")])
    for (phrase, span) in [
      ("saves by note", "note"), ("saves by NOTE", "NOTE"), ("saves by [Note]", "[Note]"),
      ("saves by \"note\"", "\"note\""), ("saves where note = \"x\"", "note"), ("note by week", "note"),
      ("saves by backup note", "backup note"), ("saves by [Backup-Note]", "[Backup-Note]"),
      ("saves by имя", "имя"),
      ("saves by my_notes_old", "my_notes_old"), ("saves by week, note", "note"),
      ("define metric x = note", "note"),
    ] {
      let refusal = firstRefusal(in: phrase, protecting: names)
      #expect(refusal?.code == .columnSetAside, "\(phrase)")
      #expect(refusal.map { text($0.span, of: phrase) } == span, "\(phrase)")
      #expect(refusal?.words == [], "\(phrase)")
    }
    for phrase in ["saves by notes", "saves where topic = \"note\"", "saves by note_type", "print \"note\""] {
      #expect(firstRefusal(in: phrase, protecting: names) == nil, "\(phrase)")
    }
  }

  @Test("a header set aside under a metric's name does not take the metric away")
  func keepsMetrics() {
    let names = ProtectedNames(headers: ["comments", "video", "by", "saves"])
    #expect(firstRefusal(in: "comments, saves by video", protecting: names) == nil)
    #expect(firstRefusal(in: "saves by [Comments]", protecting: names)?.code == .columnSetAside)
  }

  @Test("any sequence of words is read without a fault, and a refusal's span lies inside it")
  func isTotal() {
    var generator = SeededGenerator(seed: 7)
    let pieces =
      VocabularyTests.words.map(\.spelling)
      + [
        "by", "per", "where", "having", "=", "(", ")", ",", "\"who\"", "'", "[user]", "`x`", "@a", "a@b.c",
        "12", "beside",
        "as", "define", "in", "not", "saves", "country", "did", "is", "how", "many", "of", "top", "first",
        "my", "ｕser", ".",
        "select", "*", "from", "name", "id", "each", "with", "and", "label", "else", "contains", "[", "\"",
        "week", ";", "{p}",
      ]
    for round in 0..<4000 {
      let count = Int.random(in: 0...12, using: &generator)
      let phrase = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined(
        separator: " ")
      for words in statements(phrase) {
        guard let refusal = classify(words, protecting: ProtectedNames()) else { continue }
        #expect(
          !refusal.span.isEmpty && refusal.span.upperBound <= phrase.utf8.count, "round \(round): \(phrase)")
      }
    }
  }

  @Test(
    "eight times the words take about eight times the work, whatever they are",
    arguments: [
      "saves by topic, followers_x, ", "list followers ", "dm ", "please dm the ", "top video by video by ",
      "* from users ",
      "the my followers ", "how many people ", "who are followers who ", "saves by country beside ",
    ])
  func isLinear(piece: String) {
    func duration(_ count: Int) -> Duration {
      let words = statements(String(repeating: piece, count: count))
      return ContinuousClock().measure { _ = words.map { classify($0, protecting: ProtectedNames()) } }
    }
    _ = duration(50)
    // Square work would take 64 times as long, however often it is measured; a busy machine is not busy every time.
    let isLinear = (0..<6).contains { _ in
      let short = (0..<3).map { _ in duration(250) }.min() ?? .zero
      let long = (0..<3).map { _ in duration(2000) }.min() ?? .zero
      return long < short * 28
    }
    #expect(isLinear)
  }

  @Test("a very long name is read without a fault")
  func readsLongNames() {
    for part in ["viewer_", "user_name_", "country_", "userid", "9", "id_"] {
      let name = "x" + String(repeating: part, count: 20_000)
      _ = firstRefusal(in: "saves by \(name)")
      #expect(fold(name).utf8.count <= name.utf8.count)
    }
  }
}
