import TallyLanguage
import TallyPlan
import TallyRender
import Testing

@Suite("Text from data") struct SafetyTests {
  private static let hostile =
    "a\u{1B}]0;t\u{7}b\u{9B}2Jc\u{7F}\u{0}\r\nd\u{202E}e\u{2066}f\u{200F}g\u{FEFF}\t\u{85}h\u{2028}i\u{8}"

  @Test(
    "No control, bidi or invisible format character leaves in a format for people",
    arguments: OutputFormat.allCases)
  func controls(_ format: OutputFormat) throws {
    let table = try Samples.released(
      [
        Samples.group(Self.hostile, .text, .texts(["id"]), display: [Self.hostile]),
        Samples.group("raw", .text, .texts([Self.hostile])), Samples.item("saves", .count, .integers([1])),
      ], heading: Self.hostile, notes: [Self.hostile])
    for width in [nil, 80, 30] {
      let text = render(table, as: format, style: Style(width: width))
      for scalar in text.unicodeScalars where scalar.properties.generalCategory == .control {
        let isLayout = scalar == "\n" || scalar == "\t" && (format == .csv || format == .tsv)
        #expect(isLayout, "U+\(String(scalar.value, radix: 16)) in \(format)")
      }
      let reorders = text.unicodeScalars.contains {
        (0x202A...0x202E).contains($0.value) || $0.value == 0x2066
      }
      #expect(reorders == (format == .csv || format == .tsv))
    }
  }

  @Test("Safe text keeps what scripts and emoji need")
  func kept() {
    for text in ["👨‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 win", "❤️", "می‌خواهم", "क्षि", "e\u{301}", "1️⃣", "naïve – “x”"] {
      #expect(SafeText.forPeople(text) == text)
    }
    #expect(SafeText.forPeople("a\r\n\tb") == "a b")
    #expect(SafeText.forPeople("a\u{1B}[31mb", replacement: "?") == "a?[31mb")
    #expect(SafeText.forPeople("a\u{E0041}b\u{AD}c") == "abc")
  }

  @Test(
    "Width is what terminals draw",
    arguments: [
      ("abc", 3), ("", 0), ("家庭", 4), ("ｆ", 2), ("e\u{301}", 1), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇯🇵", 2), ("❤️", 2),
      ("❤", 1),
      ("1️⃣", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("각", 2), ("각", 2), ("…–", 2), ("█▏", 2), ("☀", 1), ("⌚", 2), ("한글 ok", 7),
    ])
  func width(_ text: String, _ columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  @Test("A line that goes on keeps its margin and its gaps, and its further lines are set in")
  func wrapping() {
    let line = "  by week      groups by the week, from Monday on"
    #expect(
      wrap(line, style: Style(width: 30)) == """
          by week      groups by the
            week, from Monday on
        """)
    #expect(wrap(line, style: Style()) == line)
    #expect(wrap("abcdefgh", style: Style(width: 3)) == "abc\ndef\ngh")
    #expect(wrap("abcdefghij", style: Style(width: 6)) == "abcdef\n  ghij")
  }
}
