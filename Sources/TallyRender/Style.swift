/// What the place that text is written to can show; decided by the shell, never asked of a terminal here.
package struct Style: Sendable, Hashable {
  /// Terminal columns, at least 1; nil where lines may be of any length, as in a file.
  package let width: Int?
  /// Whether escape sequences for colour and weight may be written.
  package let colour: Bool
  /// Whether frames, bars, dashes and ellipses may be drawn with characters beyond ASCII.
  package let unicode: Bool
  /// Decimals of rates and of numbers that are not whole, for people; nil for 2 of a rate and 3 digits of others.
  package var decimals: Int?

  package init(width: Int? = nil, colour: Bool = false, unicode: Bool = true, decimals: Int? = nil) {
    self.width = width.map { max(1, $0) }
    self.colour = colour
    self.unicode = unicode
    self.decimals = decimals
  }

  /// The same style for another width, or without colour.
  func with(width: Int?, colour: Bool) -> Style {
    Style(width: width, colour: colour, unicode: unicode, decimals: decimals)
  }

  /// What stands for a missing value.
  var missing: String { unicode ? "–" : "-" }
  /// What stands for text that was cut off.
  var ellipsis: String { unicode ? "…" : "..." }
  /// What stands for a character that may not be shown.
  var replacement: String { unicode ? "\u{FFFD}" : "?" }
}

/// The few ways in which text is set apart on a terminal.
enum Ink: String {
  case strong = "1"
  case quiet = "2"
  /// Errors: bold red.
  case error = "1;31"
  /// Refusals: bold blue, calm and unlike an error.
  case refusal = "1;34"
  /// Text that can be taken over: green.
  case offer = "32"
}

extension Style {
  /// The text in an ink where colour is on; measured and padded before, because the sequences have no width.
  func paint(_ text: String, _ ink: Ink) -> String {
    colour && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
