/// The notation of `Cases/*.tally`: see `README.md` beside this folder.
enum CaseNotation: TranscriptNotation {
  static func parse(_ text: String) throws(TranscriptError) -> Transcript {
    var reader = CaseReader(lines: lines(of: text))
    return Transcript(parts: try reader.parts())
  }

  static func print(_ transcript: Transcript) -> String {
    transcript.parts.map(printed).joined()
  }

  private static func printed(_ part: Transcript.Part) -> String {
    switch part {
    case .kept(let lines): lines.map { $0 + "\n" }.joined()
    case .data(let file): "data \(file.name)\n" + file.lines.map { $0 + "\n" }.joined() + "end\n"
    case .fixture(let path): "file \(path)\n"
    case .exchange(let exchange):
      prefix(exchange.prompt) + exchange.input.joined(separator: "\n") + "\n---\n"
        + exchange.expected.map { escaped($0) + "\n" }.joined()
    }
  }

  private static func prefix(_ prompt: Prompt) -> String {
    let words = [prompt.format, prompt.isPlan ? "plan" : nil].compactMap { $0 }
    let fail = prompt.mustFail ? "!" : ""
    return words.joined(separator: " ") + fail + "> "
  }

  /// A line of an answer that would otherwise end the answer gets a backslash in front.
  private static func escaped(_ line: String) -> String {
    line.hasPrefix("\\") || CaseReader.endsAnswer(line) ? "\\" + line : line
  }
}

/// Reads the lines of a case file from top to bottom.
struct CaseReader {
  private let lines: [String]
  private var position = 0

  init(lines: [String]) {
    self.lines = lines
  }

  mutating func parts() throws(TranscriptError) -> [Transcript.Part] {
    var parts: [Transcript.Part] = []
    var kept: [String] = []
    while position < lines.count {
      let line = lines[position]
      guard Self.startsPart(line) else {
        guard line.isEmpty || line.hasPrefix("--") else {
          throw TranscriptError(line: position + 1, reason: "neither a question, nor data, nor a comment")
        }
        kept.append(line)
        position += 1
        continue
      }
      if !kept.isEmpty { parts.append(.kept(kept)) }
      kept = []
      if line.hasPrefix("data ") {
        parts.append(.data(try inlineFile()))
      } else if line.hasPrefix("file ") {
        parts.append(.fixture(String(line.dropFirst("file ".count))))
        position += 1
      } else {
        parts.append(.exchange(try exchange()))
      }
    }
    if !kept.isEmpty { parts.append(.kept(kept)) }
    return parts
  }

  private mutating func inlineFile() throws(TranscriptError) -> InlineFile {
    let start = position
    let name = String(lines[start].dropFirst("data ".count))
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." }) else {
      throw TranscriptError(line: start + 1, reason: "'data' needs a plain file name")
    }
    guard let end = lines[start...].firstIndex(of: "end") else {
      throw TranscriptError(line: start + 1, reason: "'data' without 'end'")
    }
    position = end + 1
    return InlineFile(name: name, lines: Array(lines[(start + 1)..<end]))
  }

  private mutating func exchange() throws(TranscriptError) -> Exchange {
    let start = position
    guard let (prompt, first) = Self.question(lines[start]) else {
      throw TranscriptError(line: start + 1, reason: "a question starts with '> '")
    }
    guard let rule = lines[start...].firstIndex(of: "---"),
      !lines[(start + 1)..<rule].contains(where: Self.startsPart)
    else {
      throw TranscriptError(line: start + 1, reason: "no '---' under the question")
    }
    var expected: [String] = []
    position = rule + 1
    while position < lines.count, !Self.endsAnswer(lines[position]) {
      expected.append(lines[position].hasPrefix("\\") ? String(lines[position].dropFirst()) : lines[position])
      position += 1
    }
    while expected.last == "" {  // the blank lines that separate it from what follows
      expected.removeLast()
      position -= 1
    }
    return Exchange(
      prompt: prompt, input: [first] + lines[(start + 1)..<rule], expected: expected, line: start + 1)
  }

  /// Whether a line cannot belong to the answer above it.
  static func endsAnswer(_ line: String) -> Bool {
    startsPart(line) || line == "--" || line.hasPrefix("-- ")
  }

  private static func startsPart(_ line: String) -> Bool {
    line.hasPrefix("data ") || line.hasPrefix("file ") || question(line) != nil
  }

  /// The prompt and the first line of a question, or nil if the line is none.
  private static func question(_ line: String) -> (Prompt, String)? {
    guard let mark = line.firstIndex(of: ">") else { return nil }
    let rest = line[line.index(after: mark)...]
    guard rest.hasPrefix(" ") || rest.isEmpty else { return nil }
    var words = line[..<mark]
    var prompt = Prompt()
    if words.hasSuffix("!") {
      prompt.mustFail = true
      words.removeLast()
    }
    for word in words.split(separator: " ", omittingEmptySubsequences: false) where !words.isEmpty {
      if word == "plan", !prompt.isPlan {
        prompt.isPlan = true
      } else if Prompt.formats.contains(String(word)), prompt.format == nil, !prompt.isPlan {
        prompt.format = String(word)
      } else {
        return nil
      }
    }
    return (prompt, String(rest.dropFirst()))
  }
}
