/// The notation of scripts that test themselves: expected output stands under a statement, in lines that start with `--|`.
enum ScriptNotation: TranscriptNotation {
  private static let mark = "--|"

  static func parse(_ text: String) throws(TranscriptError) -> Transcript {
    let all = lines(of: text)
    var parts: [Transcript.Part] = []
    var kept: [String] = []
    var position = 0
    while position < all.count {
      guard startsStatement(all[position]) else {
        if all[position].hasPrefix(mark) {
          throw TranscriptError(line: position + 1, reason: "'\(mark)' stands under a statement")
        }
        kept.append(all[position])
        position += 1
        continue
      }
      if !kept.isEmpty { parts.append(.kept(kept)) }
      kept = []
      let start = position
      position = endOfStatement(all, from: start)
      let input = Array(all[start..<position])
      var expected: [String] = []
      while position < all.count, all[position].hasPrefix(mark) {
        expected.append(unmarked(all[position]))
        position += 1
      }
      parts.append(.exchange(Exchange(prompt: Prompt(), input: input, expected: expected, line: start + 1)))
    }
    if !kept.isEmpty { parts.append(.kept(kept)) }
    return Transcript(parts: parts)
  }

  static func print(_ transcript: Transcript) -> String {
    transcript.parts.map { part in
      switch part {
      case .kept(let lines): lines
      case .data, .fixture: preconditionFailure("only case files bring files")
      case .exchange(let exchange): exchange.input + exchange.expected.map(marked)
      }
    }
    .joined().map { $0 + "\n" }.joined()
  }

  private static func startsStatement(_ line: String) -> Bool {
    guard let first = line.first else { return false }
    return !first.isWhitespace && !line.hasPrefix("--") && !line.hasPrefix("#!")
  }

  /// The line after a statement that starts on a line: indented lines continue it, and `expect` takes the next statement along.
  private static func endOfStatement(_ all: [String], from start: Int) -> Int {
    var end = start + 1
    while end < all.count, let first = all[end].first, first == " " || first == "\t" { end += 1 }
    if all[start].hasPrefix("expect "), end < all.count, startsStatement(all[end]) {
      return endOfStatement(all, from: end)
    }
    return end
  }

  private static func marked(_ line: String) -> String { line.isEmpty ? mark : "\(mark) \(line)" }

  private static func unmarked(_ line: String) -> String {
    let rest = line.dropFirst(mark.count)
    return String(rest.hasPrefix(" ") ? rest.dropFirst() : rest)
  }
}
