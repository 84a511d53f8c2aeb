import Foundation
import TallyLanguage
import TallyShell
import TallyTestSupport
import Testing

/// What is asked anywhere in the cases is answered the same over what is loaded and over a snapshot of it.
@Suite struct SnapshotParityTests {
  private static let cases = Repository.files(below: "Tests/ConformanceTests/Cases", ending: ".tally")

  /// Statements that change what is loaded, speak of where it was read, or of other files.
  private static let others = ["load ", "column ", ".", "run ", "help", "expect ", "print "]
  /// Statements that change what is asked.
  private static let changes = ["set ", "param ", "define "]

  @Test("every question of the cases", arguments: cases)
  func everyQuestion(path: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tally-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var session = SessionUnderTest(in: folder.path, width: nil)
    let transcript = try CaseNotation.parse(try Repository.text(path))
    var (questions, changes): ([Exchange], [Exchange]) = ([], [])
    for part in transcript.parts {
      switch part {
      case .kept: break
      case .data(let file): try session.place(.inline(file))
      case .fixture(let path): try session.place(.fixture(path))
      case .exchange(let exchange):
        _ = session.answer(exchange)
        let text = exchange.input.joined(separator: "\n")
        let lines = exchange.input.filter { line in Self.changes.contains(where: line.hasPrefix) }
        changes += lines.map {
          Exchange(prompt: exchange.prompt, input: [$0], expected: [], line: exchange.line)
        }
        if lines.isEmpty, !Self.others.contains(where: text.hasPrefix), !text.contains(" into "),
          !text.contains("load ")
        {
          questions.append(exchange)
        }
      }
    }
    guard !session.session.tables.isEmpty else { return }
    let place = folder.path + "/parity.snapshot"
    let told = try session.session.saveTables(to: place)
    var again = SessionUnderTest(in: folder.path, width: nil)
    try again.loadPlaces([place])
    for change in changes { _ = again.answer(change) }
    // What was left out is told, and asking for it is another matter.
    guard told.count == 1 else { return }
    let names = zip(Self.fileNames(&session), Self.fileNames(&again)).filter { $0 != $1 }
      .sorted { $0.0.utf8.count > $1.0.utf8.count }
    for question in questions {
      var expected = session.answer(question).text
      for (old, new) in names { expected = expected.replacingOccurrences(of: old, with: new) }
      let actual = again.answer(question).text
      // A header that was set aside is in no snapshot, so asking for it is asking for what nobody knows.
      if expected.hasPrefix("P20"), actual.hasPrefix("C0") || actual.hasPrefix("P") { continue }
      #expect(
        Self.words(actual) == Self.words(expected), "\(path): \(question.input.joined(separator: " "))")
    }
  }

  private static func fileNames(_ session: inout SessionUnderTest) -> [String] {
    var prompt = Prompt()
    prompt.format = "csv"
    let listed = session.answer(Exchange(prompt: prompt, input: ["show loads"], expected: [], line: 0)).text
    return AnswerReader.csv(listed).dropFirst().compactMap(\.first)
  }

  /// The words of an answer: other names of files break lines elsewhere and make columns wider.
  private static func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace || "─│┌┐└┘├┤┬┴┼".contains($0) }.map(String.init)
  }
}
