import TallyPrivacy
import Testing

/// What counts as a value by which audiences are split, against the same said plainly.
@Suite struct AudienceValuesTests {
  @Test("a value is told by its bytes as it is told by its words")
  func agreesWithPlainWords() {
    var chance = SystemRandomNumberGenerator()
    var found = 0
    for _ in 0..<40_000 {
      let value = (0..<Int.random(in: 1...6, using: &chance)).map { _ in Self.pieces.randomElement() ?? "" }
        .joined()
      let expected = Self.isAgeBracket(value) || Self.isWord(value)
      if expected { found += 1 }
      #expect(areAudienceValues([value]) == expected, "\(value.debugDescription)")
    }
    #expect(found > 400)
  }

  @Test("nine in ten make a column of audiences, wherever the others stand")
  func nineInTen() {
    for others in 0...4 {
      for count in [1, 9, 10, 11, 19, 20, 30] where others <= count {
        let mixed = (0..<count).map { $0 < others ? "a recipe" : "25-34" }
        let expected = (count - others) * 10 >= count * 9
        #expect(areAudienceValues(mixed) == expected)
        #expect(areAudienceValues(mixed.reversed()) == expected)
      }
    }
    #expect(!areAudienceValues([]))
  }

  private static let pieces = [
    "18", "24", "65", "7", "1", "100", "0018", "-", "–", "+", "_", " ", ".", "age", "AGE", "Age", "years",
    "Year",
    "and over", "andover", "plus", "PLUS", "a", "ge", "s", "u", "v", "é", "東", "–\u{301}", "\u{212A}", "İ",
    "\r\n",
    "AT", "m", "F", "Women", "not ", "followers", "Germany", "Un", "united ", "kingdom",
  ]

  private static func isWord(_ value: String) -> Bool {
    [
      "AT", "m", "f", "women", "followers", "germany", "united kingdom",
    ].contains { $0 == value || ($0 != "AT" && $0 == value.lowercased()) }
  }

  /// With all that may stand around it taken out, two numbers below 100 or one and more.
  private static func isAgeBracket(_ value: String) -> Bool {
    var text = value.lowercased()
    for word in ["age", "years", "year", "_", " ", "."] {
      text = text.split(separator: word).joined(separator: word == "_" ? "-" : "")
    }
    if text.hasSuffix("+") || text.hasSuffix("andover") || text.hasSuffix("plus") {
      return text.prefix { $0.isASCII && $0.isNumber }.count == 2
    }
    let ends = text.split { $0 == "-" || $0 == "–" }
    guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]) else { return false }
    return (10...99).contains(low) && (10...99).contains(high) && low < high
  }
}
