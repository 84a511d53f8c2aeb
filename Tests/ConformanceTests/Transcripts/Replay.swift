/// What came back for one question.
struct TranscriptReply: Equatable {
  /// Everything a reader would have seen, in the order printed: answers, notes and messages.
  let text: String
  /// The exit status that the question alone would have had in batch.
  let exitStatus: Int
}

/// A file that a transcript brings along.
enum PlacedFile: Equatable {
  case inline(InlineFile)
  /// A path below `Tests/Fixtures`.
  case fixture(String)
}

/// A question whose answer was not the expected one.
struct Mismatch: Equatable, CustomStringConvertible {
  let line: Int
  let expected: [String]
  let actual: [String]

  var description: String {
    (["line \(line): expected"] + expected.map { "  \($0)" } + ["but got"] + actual.map { "  \($0)" })
      .joined(separator: "\n")
  }
}

/// Asks the questions of a transcript in order, in one session, and compares what comes back.
enum Replay {
  /// What a replay found.
  struct Outcome: Equatable {
    /// In the order of the transcript; empty if all is well.
    var mismatches: [Mismatch] = []
    /// The transcript with every answer as it came back.
    var rewritten: Transcript
  }

  /// - Parameters:
  ///   - place: Puts a file where the session can load it.
  ///   - answer: Asks one question.
  static func run(
    _ transcript: Transcript, placing place: (PlacedFile) throws -> Void,
    answering answer: (Exchange) throws -> TranscriptReply
  ) rethrows -> Outcome {
    var outcome = Outcome(rewritten: transcript)
    for (index, part) in transcript.parts.enumerated() {
      switch part {
      case .kept: continue
      case .data(let file): try place(.inline(file))
      case .fixture(let path): try place(.fixture(path))
      case .exchange(var exchange):
        let actual = shown(try answer(exchange), to: exchange.prompt)
        let expected = withoutBlankEnd(exchange.expected)
        guard actual != expected else { continue }
        outcome.mismatches.append(Mismatch(line: exchange.line, expected: expected, actual: actual))
        exchange.expected = actual + exchange.expected[expected.count...]
        outcome.rewritten.parts[index] = .exchange(exchange)
      }
    }
    return outcome
  }

  /// The lines of a reply; the exit status is a line of its own where failing is the point, or where it is a surprise.
  private static func shown(_ reply: TranscriptReply, to prompt: Prompt) -> [String] {
    let status =
      prompt.mustFail || (reply.exitStatus != 0 && !prompt.mayFail) ? ["exit \(reply.exitStatus)"] : []
    return withoutBlankEnd(lines(of: reply.text)) + status
  }

  private static func withoutBlankEnd(_ lines: [String]) -> [String] {
    Array(lines[..<(lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)])
  }
}
