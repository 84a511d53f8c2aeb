/// The notation of sessions in documents: fenced blocks marked `tally-session`, questions after `tally> `, answers below them.
enum SessionNotation: TranscriptNotation {
  private static let fence = "```tally-session"
  private static let prompt = "tally> "
  private static let continuation = "  ...> "

  static func parse(_ text: String) throws(TranscriptError) -> Transcript {
    var parts: [Transcript.Part] = []
    var kept: [String] = []
    var open: Exchange?
    var isInside = false
    func close() {
      if let exchange = open { parts.append(.exchange(exchange)) }
      open = nil
    }
    for (index, line) in lines(of: text).enumerated() {
      if isInside, line.hasPrefix(prompt) {
        close()
        if !kept.isEmpty { parts.append(.kept(kept)) }
        kept = []
        open = Exchange(
          prompt: Prompt(mayFail: true), input: [String(line.dropFirst(prompt.count))], expected: [],
          line: index + 1)
      } else if isInside, line.hasPrefix(continuation), let exchange = open, exchange.expected.isEmpty {
        open = Exchange(
          prompt: Prompt(mayFail: true), input: exchange.input + ["  " + line.dropFirst(continuation.count)],
          expected: [],
          line: exchange.line)
      } else if isInside, line != "```" {
        guard open != nil else {
          throw TranscriptError(line: index + 1, reason: "an answer before any question")
        }
        open?.expected.append(line)
      } else {
        close()
        isInside = line == fence
        kept.append(line)
      }
    }
    if isInside {
      throw TranscriptError(line: lines(of: text).count, reason: "the session's fence is not closed")
    }
    if !kept.isEmpty { parts.append(.kept(kept)) }
    return Transcript(parts: parts)
  }

  static func print(_ transcript: Transcript) -> String {
    transcript.parts.map { part in
      switch part {
      case .kept(let lines): lines
      case .data, .fixture: preconditionFailure("only case files bring files")
      case .exchange(let exchange):
        exchange.input.enumerated().map { $0 == 0 ? prompt + $1 : continuation + $1.drop { $0 == " " } }
          + exchange.expected
      }
    }
    .joined().map { $0 + "\n" }.joined()
  }
}
