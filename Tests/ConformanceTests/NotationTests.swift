import TallyTestSupport
import Testing

@Suite struct NotationTests {
  static let caseText = """
    -- The rule that is pinned.

    data videos.csv
    video,views
    a,1

    end
    > load "videos.csv"
    ---

    csv> views
      by video
    ---
    video,views

    a,1

    -- A refusal.
    ! > not a prompt
    """

  @Test func aCaseIsReadIntoItsParts() throws {
    let text = String(
      Self.caseText.split(separator: "\n", omittingEmptySubsequences: false).dropLast().joined(
        separator: "\n"))
    let transcript = try CaseNotation.parse(text)
    #expect(
      transcript.parts == [
        .kept(["-- The rule that is pinned.", ""]),
        .data(InlineFile(name: "videos.csv", lines: ["video,views", "a,1", ""])),
        .exchange(Exchange(prompt: Prompt(), input: ["load \"videos.csv\""], expected: [], line: 8)),
        .kept([""]),
        .exchange(
          Exchange(
            prompt: Prompt(format: "csv"), input: ["views", "  by video"],
            expected: ["video,views", "", "a,1"], line: 11)),
        .kept(["", "-- A refusal."]),
      ])
  }

  @Test func aLineThatIsNothingIsAnError() {
    #expect(throws: TranscriptError(line: 19, reason: "neither a question, nor data, nor a comment")) {
      try CaseNotation.parse(Self.caseText)
    }
  }

  @Test(arguments: [
    ("> saves", Prompt()), ("!> saves", Prompt(mustFail: true)), ("json> saves", Prompt(format: "json")),
    ("plan> saves", Prompt(isPlan: true)), ("json!> saves", Prompt(format: "json", mustFail: true)),
    ("csv plan> saves", Prompt(format: "csv", isPlan: true)),
  ])
  func promptsSayHowToAsk(line: String, prompt: Prompt) throws {
    let transcript = try CaseNotation.parse(line + "\n---\nx\n")
    #expect(
      transcript.parts == [.exchange(Exchange(prompt: prompt, input: ["saves"], expected: ["x"], line: 1))])
  }

  @Test(arguments: [
    ("> saves\n", "no '---' under the question"), ("> saves\n> likes\n---\n", "no '---' under the question"),
    ("data a.csv\n1\n", "'data' without 'end'"), ("data ../a.csv\nend\n", "'data' needs a plain file name"),
    ("yaml> saves\n---\n", "neither a question, nor data, nor a comment"),
  ])
  func brokenCasesSayWhatIsMissing(text: String, reason: String) {
    #expect(throws: TranscriptError(line: 1, reason: reason)) { try CaseNotation.parse(text) }
  }

  @Test func answersThatLookLikeQuestionsAreEscaped() throws {
    var transcript = try CaseNotation.parse("> print\n---\n")
    transcript.parts[0] = .exchange(
      Exchange(
        prompt: Prompt(), input: ["print"], expected: ["> a", "-- b", "\\c", "data d", "--|"], line: 1))
    let text = CaseNotation.print(transcript)
    #expect(text == "> print\n---\n\\> a\n\\-- b\n\\\\c\n\\data d\n--|\n")
    #expect(try CaseNotation.parse(text) == transcript)
  }

  @Test func everyCaseFilePrintsBackAsItIs() throws {
    for path in Repository.files(below: "Tests/ConformanceTests/Cases", ending: ".tally") {
      let text = try Repository.text(path)
      #expect(CaseNotation.print(try CaseNotation.parse(text)) == text, "\(path)")
    }
  }

  @Test func everyExampleScriptPrintsBackAsItIs() throws {
    for path in Repository.files(below: "Examples", ending: ".tally") {
      let text = try Repository.text(path)
      #expect(ScriptNotation.print(try ScriptNotation.parse(text)) == text, "\(path)")
    }
  }

  @Test func aScriptKeepsExpectedOutputUnderItsStatements() throws {
    let text =
      "#!/usr/bin/env tally\n-- why\nsaves\n  by week\n--| week\n--|\n--| 1\n\nexpect refusal P101\nwho saved\nviews\n"
    let transcript = try ScriptNotation.parse(text)
    #expect(
      transcript.parts == [
        .kept(["#!/usr/bin/env tally", "-- why"]),
        .exchange(
          Exchange(prompt: Prompt(), input: ["saves", "  by week"], expected: ["week", "", "1"], line: 3)),
        .kept([""]),
        .exchange(
          Exchange(prompt: Prompt(), input: ["expect refusal P101", "who saved"], expected: [], line: 9)),
        .exchange(Exchange(prompt: Prompt(), input: ["views"], expected: [], line: 11)),
      ])
    #expect(ScriptNotation.print(transcript) == text)
  }

  @Test func expectedOutputWithoutAStatementIsAnError() {
    #expect(throws: TranscriptError(line: 2, reason: "'--|' stands under a statement")) {
      try ScriptNotation.parse("\n--| 12\n")
    }
  }

  @Test func aDocumentHoldsSessionsBetweenItsProse() throws {
    let text =
      "# Title\n```tally-session\ntally> saves\n  ...> by week\n12\n\ntally> views\n3\n```\nprose\n```\ntally> no\n```\n"
    let transcript = try SessionNotation.parse(text)
    #expect(
      transcript.parts == [
        .kept(["# Title", "```tally-session"]),
        .exchange(
          Exchange(
            prompt: Prompt(mayFail: true), input: ["saves", "  by week"], expected: ["12", ""], line: 3)),
        .exchange(Exchange(prompt: Prompt(mayFail: true), input: ["views"], expected: ["3"], line: 7)),
        .kept(["```", "prose", "```", "tally> no", "```"]),
      ])
    #expect(SessionNotation.print(transcript) == text)
  }

  @Test func anOpenFenceIsAnError() {
    #expect(throws: TranscriptError(line: 2, reason: "the session's fence is not closed")) {
      try SessionNotation.parse("```tally-session\ntally> saves\n")
    }
  }
}
