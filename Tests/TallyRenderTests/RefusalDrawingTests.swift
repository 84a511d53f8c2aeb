import TallyLanguage
@testable import TallyPrivacy
import TallyRender
import Testing

@Suite("Refusals") struct RefusalDrawingTests {
  private let source = SourceText("saves where username = \"canary_42\"", name: "prompt")
  private let refusal = Refusal(.filterToPerson, at: 12..<20, words: ["username"])
  private let title = "A filter to one person"
  private let reason = "Platforms tell how many saved a video, and never who."
  private let rewrites = ["saves by week", "saves by format"]

  @Test("A refusal says why, where and what can be asked instead, numbered")
  func full() {
    #expect(
      draw(refusal, title: title, reason: reason, in: source, rewrites: rewrites, style: Style(width: 80))
        == """
        P104  A filter to one person
          Platforms tell how many saved a video, and never who.
          because of `username`, columns 13 to 20
        You can ask instead:
          .1  saves by week
          .2  saves by format
        More: help P104

        """)
  }

  @Test("A refusal is blue where an error is red")
  func look() {
    let style = Style(width: 80, colour: true)
    let text = draw(refusal, title: title, reason: reason, in: source, rewrites: rewrites, style: style)
    #expect(text.hasPrefix("\u{1B}[1;34mP104\u{1B}[0m  "))
    #expect(!text.contains("\u{1B}[1;31m"))
    let error = draw(Diagnostic("S001", "No.", at: .none), in: nil, style: style)
    #expect(error.hasPrefix("\u{1B}[1;31mS001\u{1B}[0m  "))
  }

  @Test("In brief it is a line that a log may keep, the reason and one query")
  func brief() {
    #expect(
      draw(
        refusal, title: title, reason: reason, in: source, rewrites: rewrites, style: Style(), form: .brief)
          == """
          prompt:1:13: P104 A filter to one person
            Platforms tell how many saved a video, and never who.
            instead: saves by week

          """)
  }

  @Test("In JSON it has the members of an error and another kind")
  func json() {
    #expect(
      jsonLine(refusal, title: title, reason: reason, in: source, rewrites: rewrites) == """
        {"kind":"refusal","code":"P104","file":"prompt","line":1,"column":13,"end_column":21,\
        "message":"A filter to one person. Platforms tell how many saved a video, and never who.",\
        "fix":"saves by week","rewrites":["saves by week","saves by format"]}

        """)
  }

  @Test("Nothing that was typed is in a refusal, in any form", arguments: RefusalCode.allCases)
  func typedText(_ code: RefusalCode) {
    let typed = "zzq who qzz \"canary_42\""
    let source = SourceText(typed, name: "prompt")
    let style = Style(width: 40)
    for span in [0..<0, 4..<7, 0..<typed.utf8.count, 13..<23, 90..<99] {
      let refusal = Refusal(code, at: span, words: ["who"])
      let texts = [
        draw(refusal, title: "T", reason: "R", in: source, rewrites: ["saves"], style: style),
        draw(refusal, title: "T", reason: "R", in: source, rewrites: ["saves"], style: style, form: .brief),
        jsonLine(refusal, title: "T", reason: "R", in: source, rewrites: ["saves"]),
      ]
      for text in texts {
        #expect(text.contains(code.rawValue))
        #expect(!text.contains("canary") && !text.contains("zzq") && !text.contains("qzz"))
      }
    }
  }

  @Test("A refused file is named without a line")
  func file() {
    let refusal = Refusal(.peopleFile, at: 0..<0, words: [])
    let file = SourceText("", name: "followers.csv")
    #expect(
      draw(
        refusal, title: "A file of people", reason: "", in: file, rewrites: [], style: Style(), form: .brief)
        == "followers.csv: P303 A file of people\n")
    #expect(
      draw(
        refusal, title: "A file of people", reason: "Its rows are people.", in: file, rewrites: [],
        style: Style())
        == "P303  A file of people\n  Its rows are people.\n  in followers.csv\nMore: help P303\n")
  }
}
