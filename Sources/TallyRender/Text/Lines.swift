// Plain lines that the shell says beside answers and messages.

extension Style {
  /// Text that stands back, such as a hint.
  package func quiet(_ text: String) -> String { paint(text, .quiet) }

  /// Text that stands out, such as a heading of help.
  package func strong(_ text: String) -> String { paint(text, .strong) }
}

/// A line broken at blanks to the style's width; further lines are set in by as much as the line itself, plus two.
package func wrap(_ line: String, style: Style) -> String {
  let lead = line.prefix { $0 == " " }.count
  return line.wrapped(to: style.width, indent: lead + 2).joined(separator: "\n")
}

/// A note on standard error as one line of JSON: `{"kind": "note", "message": ...}`.
package func noteLine(_ message: String) -> String {
  JSON.object([("kind", JSON.string("note")), ("message", JSON.string(message))]) + "\n"
}
