import TallyLanguage
import TallyRender
import Testing

@Suite("Messages") struct DiagnosticDrawingTests {
  private func diagnostic(
    _ span: Range<Int>, expected: [String] = [], help: String? = nil, replacement: String? = nil,
    rewrites: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      "S004", "I don't know what to count \"per\".", at: .query(span), expected: expected, help: help,
      replacement: replacement, rewrites: rewrites)
  }

  @Test("In full: title, line, carets, what was expected, what to do, queries, where to read more")
  func full() {
    let source = SourceText("saves per video by format", name: "prompt")
    let finding = diagnostic(
      6..<9, expected: ["`by`", "`where`", "the end of the query"], help: "After `per` stands a number.",
      rewrites: ["median saves per video by format", "saves per 1000 views by format"])
    #expect(
      draw(finding, in: source, style: Style(width: 80)) == """
        S004  I don't know what to count "per".
          saves per video by format
                ^^^
        I expected `by`, `where` or the end of the query.
        After `per` stands a number.
          .1  median saves per video by format
          .2  saves per 1000 views by format
        More: help S004

        """)
  }

  @Test("A script's finding says file, line and column, and shows its own line")
  func script() {
    let source = SourceText("load \"a.csv\"\n\tsaves by wek\nviews", name: "weekly.tally")
    #expect(
      draw(diagnostic(23..<26, replacement: "week"), in: source, style: Style()) == """
        S004  I don't know what to count "per".
          weekly.tally:2:11
          saves by wek
                   ^^^
        Did you mean `week`?
        More: help S004

        """)
  }

  @Test("Carets stand under wide and joined characters")
  func wideCharacters() {
    let query = "saves by 家庭 where x = \"👨‍👩‍👧\" wek"
    let start = query.utf8.count - 3
    let lines = draw(
      diagnostic(start..<start + 3), in: SourceText(query, name: "prompt"), style: Style(width: 80)
    ).split(separator: "\n")
    #expect(lines[1] == "  " + query)
    #expect(lines[2] == "  " + String(repeating: " ", count: 29) + "^^^")
  }

  @Test("A long line is cut around its carets")
  func longLine() {
    let query = String(repeating: "views, ", count: 30) + "wek" + String(repeating: ", saves", count: 30)
    let lines = draw(diagnostic(210..<213), in: SourceText(query, name: "prompt"), style: Style(width: 40))
      .split(separator: "\n").map(String.init)
    #expect(lines[1] == "  … views, views, views, wek, saves, sa…")
    #expect(lines[2] == "                         ^^^")
    #expect(lines.allSatisfy { displayWidth($0) <= 40 })
  }

  @Test("A span at the end of the text has one caret, a span over lines is marked to the end of its first")
  func edges() {
    let end = draw(diagnostic(9..<9), in: SourceText("saves by ", name: "prompt"), style: Style())
    #expect(end.contains("  saves by \n           ^\n"))
    let over = draw(diagnostic(6..<13), in: SourceText("saves by\nweek", name: "prompt"), style: Style())
    #expect(over.contains("  saves by\n        ^^\n"))
    let outside = draw(diagnostic(90..<95), in: SourceText("saves", name: "prompt"), style: Style())
    #expect(outside.contains("  saves\n       ^\n"))
  }

  @Test("Only the visible part of a line is drawn")
  func visible() {
    let source = SourceText("who saved this; saves by wek", name: "x.tally")
    let text = draw(diagnostic(25..<28), in: source, visible: 16..<28, style: Style())
    #expect(text.contains("  saves by wek\n           ^^^\n"))
    #expect(!text.contains("who"))
  }

  @Test("Control characters in a query are not drawn", arguments: [MessageForm.full, .brief])
  func controls(_ form: MessageForm) {
    let source = SourceText("saves \u{1B}[31mby\u{202E} wek", name: "a\u{1B}b.tally")
    let text = draw(diagnostic(0..<5, replacement: "x\u{7}y"), in: source, style: Style(), form: form)
    let acting = text.unicodeScalars.filter { $0 != "\n" && $0.properties.generalCategory == .control }
    #expect(acting.isEmpty)
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test("In brief: one line with file, line, column and code, then what to do")
  func brief() {
    let source = SourceText("views\nsaves by wek", name: "weekly.tally")
    let finding = diagnostic(15..<18, help: "Did you mean `week`?", rewrites: ["saves by week"])
    #expect(
      draw(finding, in: source, style: Style(), form: .brief) == """
        weekly.tally:2:10: S004 I don't know what to count "per".
          Did you mean `week`?
          instead: saves by week

        """)
  }

  @Test("A finding in a data file names file and line")
  func dataFile() {
    let finding = Diagnostic("F007", "Not a number.", at: .file(name: "a.csv", line: 7, column: nil))
    #expect(draw(finding, in: nil, style: Style(), form: .brief) == "a.csv:7: F007 Not a number.\n")
    #expect(draw(finding, in: nil, style: Style()) == "F007  Not a number.\n  a.csv:7\nMore: help F007\n")
  }

  @Test("A finding as JSON has every member, null where unknown")
  func json() {
    let source = SourceText("views\nsaves by wek", name: "weekly.tally")
    #expect(
      jsonLine(diagnostic(15..<18, help: "Did you mean `week`?", replacement: "week"), in: source) == """
        {"kind":"error","code":"S004","file":"weekly.tally","line":2,"column":10,"end_column":13,\
        "message":"I don't know what to count \\"per\\".","fix":"week","rewrites":[]}

        """)
    #expect(
      jsonLine(Diagnostic("N001", "Too large.", at: .none), in: nil) == """
        {"kind":"error","code":"N001","file":null,"line":null,"column":null,"end_column":null,\
        "message":"Too large.","fix":null,"rewrites":[]}

        """)
  }
}
