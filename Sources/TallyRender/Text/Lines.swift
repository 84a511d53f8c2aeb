import TallyLanguage

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

/// A notice about a policy file as one line of JSON, with the members of an error's line and `kind` `notice`.
package func noticeLine(
  _ code: String, _ message: String, file: String, line: Int?, column: Int?
) -> String {
  let place = Diagnostic.Place.file(name: file, line: line, column: column)
  return JSON.object(
    [("kind", JSON.string("notice")), ("code", JSON.string(code)), ("message", JSON.string(message))]
      + MessagePlace(place, in: nil).members) + "\n"
}

/// A note on standard error as one line of JSON: `{"kind": "note", "message": ...}`.
package func noteLine(_ message: String) -> String {
  JSON.object([("kind", JSON.string("note")), ("message", JSON.string(message))]) + "\n"
}
