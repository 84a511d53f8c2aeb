import TallyLanguage
import TallyPrivacy
import TallyRender
import Testing
import TallyTestSupport

@Suite("Drawing anything") struct DrawingPropertyTests {
  private static let pieces = [
    "saves", " ", "\t", "\n", "\r\n", "家庭", "👨‍👩‍👧", "e\u{301}", "\u{1B}[31m", "\u{202E}", "views / ", "\u{FE0F}",
    "\u{0}", "🇯🇵",
  ]

  @Test(
    "Any span of any text is drawn within the width, with carets, and cannot act on a terminal",
    arguments: [UInt64(20_261), 7, 99])
  func spans(_ seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    for round in 0..<400 {
      let text = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
        Self.pieces.randomElement(using: &numbers) ?? ""
      }.joined()
      // Spans may lie anywhere, even inside a character or behind the end.
      let start = Int.random(in: 0...text.utf8.count + 3, using: &numbers)
      let span = start..<start + Int.random(in: 0...30, using: &numbers)
      let width = Int.random(in: 20...90, using: &numbers)
      let style = Style(width: width, unicode: Bool.random(using: &numbers))
      let source = SourceText(text, name: "prompt")
      let drawn = draw(
        Diagnostic("S001", "This is not a sentence.", at: .query(span), replacement: text), in: source,
        style: style)
      let lines = drawn.split(separator: "\n").map(String.init)
      let note: Comment = "seed \(seed), round \(round), width \(width)\n\(drawn)"
      #expect(lines.allSatisfy { displayWidth($0) <= width }, note)
      #expect(
        lines.contains { line in line.contains("^") && line.allSatisfy { $0 == " " || $0 == "^" } }, note)
      let acting = drawn.unicodeScalars.filter {
        $0 != "\n" && $0.properties.generalCategory == .control || $0 == "\u{202E}"
      }
      #expect(acting.isEmpty, note)

      let json = jsonLine(Diagnostic("S001", text, at: .query(span)), in: source)
      #expect(json.unicodeScalars.filter { $0.properties.generalCategory == .control } == ["\n"], note)
    }
  }
}
