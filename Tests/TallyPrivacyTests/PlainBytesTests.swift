import TallyPrivacy
import TallyTestSupport
import Testing

/// Most texts are told by one look at their bytes; these tests hold that look against the close one.
@Suite struct PlainBytesTests {
  /// Pieces of texts, those of contacts and disguises among them.
  private static let pieces = [
    "a", "b", "soup", "transformation", "épica", "서울", "привет", "–", "…", "’", "🍲", "\u{FE0F}", "1", "40",
    "2024",
    "7210430922645674059", "06601234567", " ", " ", " ", "-", "_", ".", ",", "!", "@", "#", "(", ")", "+",
    "/", ":",
    "%40", "&#64;", "＠", "\u{200B}", "\u{AD}", " at ", " dot ", "dot", "com", "tv", "YW5uYUBleGFtcGxlLm9yZw",
    "616e6e61406578616d706c652e6f7267", "anna", "example", "\u{A0}", "\u{85}", "\u{2028}", "\n", "u/", "ig:",
    "www.",
    "deadbeefdeadbeef", "unboxingunboxing", "x",
  ]

  @Test("a text is masked the same whether it is looked at closely or not")
  func masks() {
    var random = SeededGenerator(seed: 7)
    var (looked, changed) = (0, 0)
    for _ in 0..<20_000 {
      let text = (0...(random.next() % 6)).map { _ in
        Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
      }.joined()
      // What stands behind it would end a word that is a sign.
      if text.hasSuffix("dot") || text.hasSuffix(" at") { continue }
      let masked = MaskedText(text)
      // A sign behind the text has all of it looked at closely, and is part of nothing.
      let close = MaskedText(text + " \\ ")
      #expect(close.text == masked.text + " \\ " && close.count == masked.count, "\(text)")
      // A mark may stand where it makes a sign of what follows it; that is masked in its turn, and then nothing is left.
      let rounds = (0..<4).reduce(masked.text) { text, _ in MaskedText(text).text }
      #expect(MaskedText.isSettled(rounds), "\(text)")
      if masked.count > 0 || masked.text != text {
        changed += 1
      } else {
        looked += 1
        #expect(MaskedText.isSettled(text), "\(text)")
      }
    }
    #expect(looked > 4000 && changed > 4000)
  }

  @Test(
    "what leads to a person is counted, however plain its bytes",
    arguments: [
      "06601234567", "+436601234567", "202-555-0143", "0660 123 45 67", "(202) 555-0143", "anna@example.org",
      "@anna", "deadbeefdeadbe12", "0123456789abcdef01234567", "6f9619ff-8b86-d011-b42d-00c04fc964ff",
      "406162636465666768", "616e6e61406578616d706c652e6f7267", "YW5uYUBleGFtcGxlLm9yZw", "192.168.17.4",
      "fe80::1ff:fe23:4567:890a", "tiktok.com/@anna", "anna＠example.org", "anna at example dot org",
      "anna#1234",
    ])
  func people(value: String) {
    var shapes = PersonShapes()
    shapes.scan(Array(value.utf8).span)
    #expect(shapes.isAboutPeople)
  }

  @Test(
    "how platforms number posts, and plain titles, are counted as nobody",
    arguments: [
      "7210430922645674059", "1", "17895695668004550", "workout épica summer recipe dance 서울",
      "Dots and spots",
    ])
  func nobody(value: String) {
    var shapes = PersonShapes()
    shapes.scan(Array(value.utf8).span)
    #expect(!shapes.isAboutPeople && shapes.scanned == 1)
    #expect(MaskedText(value).count == 0)
  }

  @Test("every number of digits alone is counted as a close look counts it")
  func digits() {
    var random = SeededGenerator(seed: 40)
    for _ in 0..<5000 {
      let digits = String((0..<(1 + random.next() % 40)).map { _ in Character(String(random.next() % 10)) })
      let masked = MaskedText(digits)
      let close = MaskedText(digits + " \\ ")
      #expect(close.text == masked.text + " \\ ", "\(digits)")
    }
  }
}
