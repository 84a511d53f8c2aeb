import Testing

@Suite struct ReplayTests {
  /// Answers with the question itself; fails with status 3 where a person is asked for.
  private func echo(_ exchange: Exchange) -> TranscriptReply {
    let question = exchange.input.joined(separator: "\n")
    return TranscriptReply(text: question + "\n\n", exitStatus: question.hasPrefix("who") ? 3 : 0)
  }

  private func replay(_ text: String) throws -> Replay.Outcome {
    Replay.run(try CaseNotation.parse(text), placing: { _ in }, answering: echo)
  }

  @Test func anExpectedAnswerIsNoMismatch() throws {
    let text = "> saves\n---\nsaves\n\n!> who saved\n---\nwho saved\nexit 3\n"
    let outcome = try replay(text)
    #expect(outcome.mismatches.isEmpty)
    #expect(CaseNotation.print(outcome.rewritten) == text)
  }

  @Test func anotherAnswerIsAMismatchAndIsWrittenWhenAsked() throws {
    let outcome = try replay("> saves\n---\n12\n\n-- next\n> views\n---\nviews\n")
    #expect(outcome.mismatches == [Mismatch(line: 1, expected: ["12"], actual: ["saves"])])
    #expect(CaseNotation.print(outcome.rewritten) == "> saves\n---\nsaves\n\n-- next\n> views\n---\nviews\n")
  }

  @Test func aSurprisingFailureIsAMismatch() throws {
    let outcome = try replay("> who saved\n---\nwho saved\n")
    #expect(
      outcome.mismatches == [Mismatch(line: 1, expected: ["who saved"], actual: ["who saved", "exit 3"])])
  }

  @Test func aFailureThatDoesNotHappenIsAMismatch() throws {
    let outcome = try replay("!> saves\n---\nsaves\nexit 1\n")
    #expect(
      outcome.mismatches == [Mismatch(line: 1, expected: ["saves", "exit 1"], actual: ["saves", "exit 0"])])
  }

  @Test func filesArePlacedBeforeTheQuestionsBelowThem() throws {
    var placed: [PlacedFile] = []
    let transcript = try CaseNotation.parse("data a.csv\n1\nend\nfile x/b.csv\n> saves\n---\n")
    let outcome = Replay.run(
      transcript, placing: { placed.append($0) },
      answering: { _ in TranscriptReply(text: "\(placed.count)", exitStatus: 0) })
    #expect(placed == [.inline(InlineFile(name: "a.csv", lines: ["1"])), .fixture("x/b.csv")])
    #expect(outcome.mismatches.map(\.actual) == [["2"]])
  }
}
