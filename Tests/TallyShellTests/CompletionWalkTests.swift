import Foundation
import TallyLanguage
import TallyPrivacy
import TallyShell
import TallyTestSupport
import Testing

/// Whoever only takes what completion offers, word by word, never arrives at a question about a person.
@Suite("Completion, walked") struct CompletionWalkTests {
  /// The example tables, and an audience and a file with columns that are set aside.
  private func session() throws -> Session {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tally-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("extra.csv")
    try """
    video,posted,mood,views,saves,contact email,note,guest
    z1,2026-01-05,calm,10,1,canary1@example.org,call canary2@example.org,canary3
    z2,2026-01-06,calm,20,2,canary4@example.org,call canary5@example.org,canary6

    """.write(to: file, atomically: true, encoding: .utf8)
    var session = Session(isBatch: false)
    let channel = ["videos", "daily", "channel", "audience-country", "audience-age-gender"].map {
      Repository.absolute("Examples/channel/\($0).csv")
    }
    _ = try session.load(channel + [file.path])
    return session
  }

  @Test func `no way through what is offered ends in a refusal, a word about people or a cell about them`()
    throws
  {
    let session = try session()
    let words = session.completionWords
    let aside = Set(words.protected.headers)
    #expect(aside.isSuperset(of: ["contact_email", "note", "guest"]))
    var open = [""]
    var known: Set<String> = []
    var (lines, ran, refused) = (0, 0, [String]())
    while known.count < 400, let line = open.popLast() {
      let candidates = complete(line, at: line.utf8.count, with: words, readingFolders: { _ in [] })
        .candidates
      // Lines after which the same may come are one state, as far as they speak of the same kinds of things.
      let state = ([kinds(of: line)] + candidates.map(\.text)).joined(separator: "\n")
      guard known.insert(state).inserted else { continue }
      for candidate in candidates {
        lines += 1
        // `help` explains any word.
        #expect(line == "help " || !isAboutPeople(candidate.text, aside), "\(line)\(candidate.text)")
        let longer = line + candidate.text
        for parsed in parse(SourceText(longer, name: "walk"), protecting: words.protected) {
          switch parsed {
          case .refusal(let question): refused.append("\(question.refusal.code.rawValue) \(longer)")
          case .diagnostic: break
          case .statement(.question(let question), _):
            guard case .report(let queries) = question.body else { break }
            // What can be refused later than by the parser speaks of the audience.
            for query in queries where kinds(of: longer).contains("audience") {
              ran += 1
              do {
                _ = try session.answer(query, in: SourceText(longer, name: "walk"), isCancelled: { false })
              } catch Failure.refusal(let refusal, _) {
                refused.append("\(refusal.code.rawValue) \(longer)")
              } catch {}
            }
          case .statement: break
          }
        }
        if longer.split(separator: " ").count < 7 { open.insert(longer + " ", at: 0) }
      }
    }
    print(
      "completion: \(lines) lines from \(known.count) states, \(ran) of them queries of an audience that ran; \(refused.count) refused"
    )
    #expect(refused == [])
    #expect(lines > 2000 && known.count > 40 && ran > 100)
  }

  /// Whether a line speaks of what people did, and of what describes or counts them.
  private func kinds(of line: String) -> String {
    let words = Set(line.split { !$0.isLetter && $0 != "_" }.map(String.init))
    let acts = words.contains { Surroundings.actions.contains($0) }
    let describes = !words.isDisjoint(with: Surroundings.audienceDimensions)
    return (acts ? "action " : "") + (describes ? "audience " : words.contains("followers") ? "crowd" : "")
  }

  /// Whether a candidate is a word about people, a header that was set aside, or holds a cell of such a column.
  private func isAboutPeople(_ text: String, _ aside: Set<String>) -> Bool {
    if text.contains("canary") || aside.contains(fold(text)) { return true }
    guard let entry = Vocabulary.entry(for: text) else { return false }
    return switch entry.sense {
    case .crowd: false
    case .asking, .actor, .person, .member, .identifier, .contact, .acquaintance: true
    }
  }
}
