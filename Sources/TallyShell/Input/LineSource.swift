/// What one turn at the prompt gave.
package enum LineRead: Sendable, Hashable {
  /// A text to run as it was typed, without its last newline; it may have several lines and may be blank.
  case text(String)
  /// Ctrl-C: nothing to run, ask again.
  case cancelled
  /// Ctrl-D on an empty line, or the end of the input.
  case end
}

/// Where the session's text comes from, one turn at a time.
package protocol LineSource {
  /// Waits for the next text, showing the prompt where there is someone to see it.
  mutating func next(prompt: String) -> LineRead
}
