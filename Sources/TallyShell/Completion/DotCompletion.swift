/// Completion in a text that begins with a dot: a command, and behind it one of its words.
struct DotCompletion {
  private let command: String
  /// nil while the command itself is typed.
  private let argument: Range<Int>?
  private let typed: String
  private let commandEnd: Int

  /// nil for a text that is no dot-command or has more than one line.
  init?(_ text: String, at cursor: Int) {
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "."), !bytes.contains(UInt8(ascii: "\n")) else { return nil }
    let cursor = min(max(cursor, 0), bytes.count)
    let space = UInt8(ascii: " ")
    commandEnd = bytes.firstIndex(of: space) ?? bytes.count
    command = String(decoding: bytes[..<commandEnd], as: UTF8.self)
    guard cursor > commandEnd else {
      argument = nil
      typed = String(decoding: bytes[..<cursor], as: UTF8.self)
      return
    }
    let start = bytes[..<cursor].lastIndex(of: space).map { $0 + 1 } ?? cursor
    let end = bytes[cursor...].firstIndex(of: space) ?? bytes.count
    argument = start..<end
    typed = String(decoding: bytes[start..<cursor], as: UTF8.self)
  }

  func completions(_ words: CompletionWords) -> Completions {
    guard let argument else {
      return Completions(
        replaced: 0..<commandEnd,
        candidates: words.commands.map(\.name).filter(begins).map { Candidate($0, "command") })
    }
    // What stands further on is a name of one's own.
    guard argument.lowerBound == commandEnd + 1 else {
      return Completions(replaced: argument, candidates: [])
    }
    let values = words.commands.first { $0.name == command }?.values ?? []
    return Completions(replaced: argument, candidates: values.filter(begins).map { Candidate($0, "value") })
  }

  private func begins(_ candidate: String) -> Bool { candidate.lowercased().hasPrefix(typed.lowercased()) }
}
