import TallyEngine
import TallyLanguage
import TallyPrivacy
import TallyRender
import Testing

@testable import TallyShell

/// The audit of a session: what it asks, and that it fails where answers and files do not fit.
@Suite struct AuditingTests {
  private func session(_ file: String) throws -> Session {
    var session = Session(isBatch: true)
    session.evidence = []
    let source = SourceFile(name: "countries.csv", bytes: Array(file.utf8))
    let named = NamedFile(
      path: source.name, realPath: nil, byteCount: source.bytes.count, contents: Unpacked(files: [source]))
    var watch = ReadingWatch()
    defer { watch.end() }
    _ = try session.load([named], beside: [named], &watch)
    return session
  }

  private static let countries = "country,followers\nDE,2702\nAT,958\nUS,93\nIS,7\nNR,5\nTV,4\n"

  @Test func noDigestConfirmsAGuess() throws {
    var session = try session(Self.countries)
    var answers: [Answer] = []
    let question = SourceText("followers by country", name: "test")
    _ = Script(question).run(in: &session, isCancelled: { false }) { reply, _ in
      if case .answer(let answer) = reply { answers.append(answer) }
    } failed: { _, _ in
    }
    #expect(
      answers.map(session.provenance(of:)).flatMap { $0 } == [
        "followers by country", "  audience", "    countries.csv",
        "      its digest is not told, as guesses at small groups could be checked by it",
      ])
  }

  @Test func whatIsOpenIsHeldAgainstItsFile() throws {
    let session = try session(Self.countries)
    let audit = try session.audit(session.evidence ?? [], isCancelled: { false })
    #expect(audit.isPassed)
    #expect(audit.reports.map(\.title) == ["followers by country"])
    #expect(audit.reports.first?.verdict.folded == 3)
    #expect((audit.reports.first?.answered ?? 0) == 50)
  }

  @Test(
    "answers that are not what the file says fail the audit",
    arguments: [
      "country,followers\nDE,2703\nAT,958\nUS,93\nIS,7\nNR,5\nTV,4\n",
      "country,followers\nDE,2702\nAT,958\nUS,93\nIS,7\nNR,5\nTV,5\n",
      "country,followers\nDE,2702\nAT,958\nFR,93\nIS,7\nNR,5\nTV,4\n",
    ])
  func whatDoesNotFitFails(file: String) throws {
    let shown = try session(Self.countries)
    let truth = try session(file)
    let audit = try shown.audit(truth.evidence ?? [], isCancelled: { false })
    #expect(!audit.isPassed)
    let text = audit.reports.flatMap { $0.lines(Style()) } + audit.closing
    #expect(text.contains { $0.contains("FAILED") })
  }

  @Test func sentencesHoldLabelsAsTexts() {
    let questions = AuditQuestions(
      number: "followers", dimensions: ["country"], labels: [["a\"b", "c\\d", "e\nf"]], others: [],
      years: [2026], crowd: 10)
    let texts = questions.further(shown: ["10"], rows: 2).map(\.text)
    #expect(texts.contains("followers by country where country = \"a\\\"b\""))
    #expect(texts.contains("followers by country where country = \"c\\\\d\""))
    #expect(texts.contains("followers by country where country in (\"c\\\\d\", \"e f\")"))
    #expect(texts.contains("followers by country having not followers >= 10"))
    #expect(Set(texts).count == texts.count)
  }

  @Test func allKindsOfAttackAreAsked() {
    let questions = AuditQuestions(
      number: "views", dimensions: ["age", "gender"], labels: [["a"], ["b"]],
      others: [("followers", "country")],
      years: [], crowd: 50)
    let kinds = Set((questions.first + questions.further(shown: ["60"], rows: 4)).map(\.attack))
    #expect(kinds == Set(AttackKind.allCases).subtracting([.together, .knownRules]))
  }
}
