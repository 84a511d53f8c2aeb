import TallyLanguage
import Testing

/// A text with the mistake marked, its code, and sentences that are offered instead.
struct Mistake: Sendable, CustomStringConvertible {
  let marked: String
  let code: String
  let rewrites: [String]

  init(_ marked: String, _ code: String, _ rewrites: String...) {
    self.marked = marked
    self.code = code
    self.rewrites = rewrites
  }

  var description: String { marked }
}

let mistakes: [Mistake] = [
  // Lexical.
  Mistake("saves where title = ⟦\"soup⟧", "L001"),
  Mistake("⟦[watch time⟧", "L002"),
  Mistake("saves during ⟦{1}⟧", "L002"),
  Mistake("saves where tag = ⟦#tips⟧", "L003", "saves where tag = \"tips\""),
  Mistake("saves where views > ⟦1,000⟧ by week", "L004", "saves by week where views > 1000"),
  Mistake("saves per ⟦1,000⟧ views", "L004", "saves per 1000 views"),
  Mistake("saves during ⟦2026-13⟧", "L005"),
  Mistake("saves during ⟦2026-3-1⟧", "L005", "saves during 2026-03-01"),
  Mistake("saves within ⟦7days⟧", "L006", "saves within 7 days"),
  Mistake("saves where views ⟦==⟧ 5 && likes > 3", "L007", "saves where views = 5 and likes > 3"),
  Mistake("saves where views ⟦≥⟧ 100", "L007", "saves where views >= 100"),
  Mistake("saves by daily⟦.⟧format", "L008"),
  Mistake("saves by ⟦Größe⟧", "L010", "saves by [Größe]"),
  Mistake("saves by ⟦`topic`⟧", "L011", "saves by [topic]"),
  // Syntax.
  Mistake("saves ⟦bye⟧ week", "S001", "saves by week"),
  Mistake("saves by ⟦sort⟧", "S001"),
  Mistake("⟦where⟧", "S001"),
  Mistake("help ⟦5⟧", "S001"),
  Mistake("⟦shwo⟧ tables", "S001", "show tables"),
  Mistake("⟦explan⟧ saves by week", "S001", "explain saves by week"),
  Mistake("saves by⟦⟧", "S002"),
  Mistake("load⟦⟧", "S002"),
  Mistake(
    "saves ⟦per⟧ video by format", "S004", "median saves per video by format",
    "average saves per video by format"),
  Mistake("average saves ⟦per⟧ 1000 views per video", "S005", "average (saves per 1000 views) per video"),
  Mistake("load ⟦exports/videos.csv⟧", "S006", "load \"exports/videos.csv\""),
  Mistake("saves where title contains ⟦soup⟧ by week", "S006", "saves by week where title contains \"soup\""),
  Mistake(
    "saves where a = \"x\" and b = \"y\" ⟦or⟧ c = \"z\"", "S020",
    "saves where (a = \"x\" and b = \"y\") or c = \"z\"", "saves where a = \"x\" and (b = \"y\" or c = \"z\")"
  ),
  Mistake("saves by format having saves > 1 or saves < 2 ⟦and⟧ saves > 3", "S020"),
  Mistake("select ⟦saves⟧ from videos", "S030", "saves"),
  Mistake("saves ⟦group⟧ by week", "S030", "saves by week"),
  Mistake("saves by week ⟦order⟧ by saves desc", "S030", "saves by week sort by saves descending"),
  Mistake("saves by week ⟦last⟧ 30 days", "S030", "saves by week during last 30 days"),
  Mistake("saves ⟦weekly⟧", "S030", "saves by week"),
  Mistake("saves where format is ⟦\"tutorial\"⟧", "S030", "saves where format = \"tutorial\""),
  Mistake("avg ⟦saves⟧ by format", "S030", "average saves per video by format"),
  Mistake("how ⟦many⟧ saves by week", "S030", "saves by week"),
  Mistake("show ⟦me⟧ saves by week", "S030", "saves by week"),
  // Shape.
  Mistake("saves by week ⟦by⟧ format", "Q010"),
  Mistake("define label l = \"a\" where x > 1, else \"b\", ⟦\"c\"⟧ where x > 2", "Q011"),
  Mistake("saves ⟦top 5⟧", "Q012", "saves by video top 5"),
  Mistake("saves by topic with ⟦others⟧", "Q013", "saves by topic top 5 with others"),
  Mistake("⟦running saves⟧ by topic", "Q014", "running saves by week, topic"),
  Mistake("saves by ⟦hour⟧", "Q015", "saves by hour posted"),
  Mistake("assert (⟦saves by week⟧) > 5", "Q017"),
  Mistake("saves with ⟦total⟧", "Q018", "saves"),
  Mistake("saves missing as ⟦previous⟧", "Q019", "saves by week missing as previous"),
  Mistake("saves by weekday posted vs ⟦previous⟧", "Q020"),
  Mistake(
    "saves by week during 2026 vs ⟦2025⟧", "Q041", "saves during 2026 vs 2025",
    "saves by week during 2026 vs previous"),
  Mistake("saves by topic top 3 per ⟦format⟧", "Q042"),
  Mistake(
    "saves vs ⟦previous⟧", "Q043", "saves during last 4 weeks vs previous", "saves by week vs previous"),
  Mistake("saves by ⟦weekday since posted⟧", "Q044"),
  Mistake("saves by week, ⟦week⟧", "Q045"),
  Mistake("saves as x, views as ⟦x⟧", "Q046"),
  Mistake("saves by topic with share, ⟦share⟧", "Q047"),
  Mistake("⟦compare save_rate⟧", "Q048"),
  Mistake("saves by video top ⟦2.5⟧", "Q030"),
  Mistake("saves during last ⟦0⟧ weeks", "Q030"),
  Mistake("saves per ⟦0⟧ views", "Q031"),
  Mistake("saves during ⟦12⟧", "Q032"),
  Mistake("saves during ⟦2026-05 to 2026-03⟧", "Q033"),
]

@Suite struct DiagnosticsTests {
  @Test("A mistake has its code, the smallest span, and sentences that run", arguments: mistakes)
  func mistakesAreFound(_ mistake: Mistake) throws {
    let marked = MarkedText(mistake.marked)
    let found = try #require(finding(marked.text))
    #expect(found.code == mistake.code)
    #expect(span(found) == marked.span)
    #expect(found.rewrites == mistake.rewrites)
    #expect(found.expected.count <= 8)
    for rewrite in found.rewrites { #expect(statement(rewrite).map { print($0) } == rewrite) }
  }

  @Test("What was expected is told in plain words, kinds for families")
  func expectedIsExact() {
    #expect(
      finding("saves by ,")?.expected == ["a time such as `week`", "`video`", "a group such as `format`"])
    #expect(
      finding("saves during by")?.expected == [
        "`last`", "`this`", "a date such as `2026-03`", "a parameter such as `{period}`", "`today`",
      ])
    #expect(finding("saves missing as 5")?.expected == ["`zero`", "`blank`", "`previous`"])
    #expect(finding("saves within 7 by")?.expected == ["a unit such as `days`"])
    #expect(finding("set timezone")?.expected == ["`=`"])
    #expect(
      finding("saves by week 5")?.expected == [
        "a clause such as `by` or `where`", "`posted`", "`since`", "`,`", "`beside`", "`into`",
        "the end of the sentence",
      ])
  }

  @Test(
    "A misspelt word is answered with the nearest that fits",
    arguments: [
      ("saves whree views > 5", "where"), ("saves by week durin 2026", "during"),
      ("saves missing as zeo", "zero"),
      ("shwo tables", "show"), ("laod \"videos.csv\"", "load"),
    ])
  func misspeltWords(_ text: String, _ word: String) {
    #expect(finding(text)?.replacement == word)
  }

  @Test("The nearest word is near, and the first of equals")
  func nearestWords() {
    #expect(nearest("wek", among: ["week", "weekday"]) == "week")
    #expect(nearest("SAVSE", among: ["views", "saves"]) == "saves")
    #expect(nearest("saves", among: ["views", "likes"]) == nil)
    #expect(nearest("by", among: ["to", "is"]) == nil)
    #expect(nearest("lik", among: ["like", "link"]) == "like")
    #expect(nearest("", among: ["a"]) == nil)
    #expect(nearest("abc", among: []) == nil)
  }

  @Test("A repeated clause is told only in a sentence that is well formed otherwise")
  func shapeSpeaksLast() {
    #expect(finding("saves by week by format bye")?.code == "S001")
  }

  @Test("No message holds an account or an address")
  func accountsAreNotRepeated() throws {
    for text in ["help @maria_cooks", "help maria@example.com"] {
      let found = try #require(finding(text))
      let words = ([found.message, found.help ?? "", found.replacement ?? ""] + found.rewrites).joined()
      #expect(!words.contains("maria"))
    }
  }

  @Test("One bad statement does not hide the others")
  func statementsAreIndependent() {
    let lines = parse(SourceText("saves by; views\nlikes bye\n  week; shares", name: "test"))
    let codes = lines.map { parsed in
      switch parsed {
      case .statement: "ok"
      case .refusal: "refusal"
      case .diagnostic(let finding): finding.code
      }
    }
    #expect(codes == ["S002", "ok", "S001", "ok"])
  }

  @Test(
    "Nesting is bounded, and the bound is told",
    arguments: [
      ("", "(", "saves", ")"), ("", "- ", "saves", ""), ("define metric x = ", "running ", "saves", ""),
      ("saves where ", "(", "a > 1", ")"),
      ("saves where ", "not ", "a > 1", ""), ("saves having ", "not ", "a > 1", ""),
      ("", "median (", "saves", ") per video"),
    ])
  func nestingIsBounded(_ front: String, _ open: String, _ middle: String, _ close: String) {
    func text(_ depth: Int) -> String {
      front + String(repeating: open, count: depth) + middle + String(repeating: close, count: depth)
    }
    #expect(statement(text(30)) != nil)
    #expect(finding(text(100))?.code == "S040")
    #expect(finding(text(10_000))?.code == "S040")
  }

  @Test("Length is bounded, and the bound is told")
  func lengthIsBounded() {
    #expect(finding("saves" + String(repeating: " + saves", count: 2000))?.code == "S041")
    #expect(
      finding("saves where video in (1" + String(repeating: ", 1", count: 400_000) + ")")?.code == "L009")
  }

  @Test("A list in a condition may be long")
  func listsMayBeLong() {
    #expect(statement("saves where video in (1" + String(repeating: ", 1", count: 5000) + ")") != nil)
  }
}
