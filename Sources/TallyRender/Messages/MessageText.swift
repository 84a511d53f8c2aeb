/// How much of a finding is written.
package enum MessageForm: Sendable, Hashable {
  /// For the prompt: the line with carets, what was expected, what to do.
  case full
  /// For scripts and logs: `file:line:column: CODE message`, then what to do, set in.
  case brief
}

/// The lines that findings and refusals are built from; every text is made safe on its way in.
struct MessageText {
  let style: Style
  private(set) var text = ""

  init(style: Style) { self.style = style }

  /// A sentence, wrapped to the width and set in by `indent` columns.
  mutating func add(_ sentence: String, indent: Int = 0, _ ink: Ink? = nil) {
    let safe = SafeText.forPeople(sentence, replacement: style.replacement)
    for line in safe.wrapped(to: style.width.map { max(1, $0 - indent) }) {
      addLine(line, indent: indent, ink)
    }
  }

  /// A sentence on one line, however long: for logs, which are searched line by line.
  mutating func addUnwrapped(_ sentence: String, indent: Int = 0) {
    addLine(SafeText.forPeople(sentence, replacement: style.replacement), indent: indent)
  }

  /// A line that is safe and has its length already.
  mutating func addLine(_ line: String, indent: Int = 0, _ ink: Ink? = nil) {
    text += String(repeating: " ", count: indent) + (ink.map { style.paint(line, $0) } ?? line) + "\n"
  }

  /// A code and a title, the code in an ink, the title wrapped beside it.
  mutating func addTitle(_ code: String, _ title: String, _ ink: Ink) {
    let safe = SafeText.forPeople(title, replacement: style.replacement)
    let margin = displayWidth(code) + 2
    let lines = safe.wrapped(to: style.width.map { max(1, $0 - margin) })
    for (index, line) in lines.enumerated() {
      let start = index == 0 ? style.paint(code, ink) + "  " : String(repeating: " ", count: margin)
      text += start + style.paint(line, .strong) + "\n"
    }
  }

  /// Queries to take over, numbered as the prompt takes them: `.1`, `.2` ...
  mutating func addRewrites(_ rewrites: [String]) {
    for (index, rewrite) in rewrites.enumerated() {
      let safe = SafeText.forPeople(rewrite, replacement: style.replacement)
      let number = ".\(index + 1)  "
      let lines = safe.wrapped(to: style.width.map { max(1, $0 - 2 - displayWidth(number)) })
      for (level, line) in lines.enumerated() {
        let start = level == 0 ? number : String(repeating: " ", count: displayWidth(number))
        addLine(start + style.paint(line, .offer), indent: 2)
      }
    }
  }
}
