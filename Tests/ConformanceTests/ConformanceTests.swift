import Foundation
import TallyTestSupport
import Testing

/// Runs every text in this repository that holds questions with their answers.
@Suite struct ConformanceTests {
  private static let isRewriting = ProcessInfo.processInfo.environment["TALLY_REWRITE"] == "1"

  @Test(arguments: Repository.files(below: "Tests/ConformanceTests/Cases", ending: ".tally"))
  func caseHolds(path: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tally-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try replay(path, in: CaseNotation.self, with: SessionUnderTest(in: folder.path))
  }

  @Test(arguments: Repository.files(below: "Examples", ending: ".tally"))
  func exampleHolds(path: String) throws {
    let folder = (Repository.absolute(path) as NSString).deletingLastPathComponent
    try replay(path, in: ScriptNotation.self, with: SessionUnderTest(in: folder, width: nil))
  }

  @Test(arguments: ["README.md"])
  func documentHolds(path: String) throws {
    var session = SessionUnderTest(in: Repository.absolute("."))
    try session.load(["videos", "daily", "channel"].map { "Examples/channel/\($0).csv" })
    try replay(path, in: SessionNotation.self, with: session)
  }

  /// Asks every question of a file; writes the answers into it where that is asked for.
  private func replay(
    _ path: String, in notation: any TranscriptNotation.Type, with fresh: SessionUnderTest
  ) throws {
    var session = fresh
    let transcript = try notation.parse(try Repository.text(path))
    let outcome = try Replay.run(
      transcript, placing: { try session.place($0) }, answering: { session.answer($0) })
    if Self.isRewriting {
      try Repository.write(notation.print(outcome.rewritten), to: path)
    } else {
      for mismatch in outcome.mismatches { Issue.record("\(path): \(mismatch.description)") }
    }
  }
}
