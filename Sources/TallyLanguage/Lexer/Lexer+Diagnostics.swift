// The words for text that is no token of the language.

extension Diagnostic {
  static func lexical(_ problem: LexicalProblem, _ text: String, at span: SourceSpan) -> Diagnostic {
    let place = Place.query(span)
    switch problem {
    case .unclosedString:
      return Diagnostic(
        "L001", "A text in quotes begins here and does not end on this line.", at: place,
        help: "Close it with the quote that opened it.")
    case .unclosedBracket:
      return Diagnostic(
        "L002", "A name in brackets begins here and does not end on this line.", at: place,
        help: "Close it with `]`.")
    case .unclosedParameter:
      return Diagnostic(
        "L002", "A parameter begins here and does not end on this line.", at: place,
        help: "Close it with `}`.")
    case .emptyBrackets:
      return Diagnostic("L002", "There is no name between these brackets.", at: place)
    case .malformedParameter:
      return Diagnostic(
        "L002", "A parameter is one plain name in braces.", at: place, help: "Write it as in `{period}`.")
    case .hashtag:
      let tag = String(text.dropFirst())
      return Diagnostic(
        "L003", "A hashtag is a text, so it stands in quotes.", at: place, replacement: "\"\(tag)\"")
    case .noSuchDate(let suggestion):
      return Diagnostic(
        "L005", "`\(text)` is not a date of the calendar.", at: place,
        help: "Dates look like `2026-03-14`, `2026-03`, `2026-Q1` or `2026-W12`.", replacement: suggestion)
    case .malformedNumber:
      return malformedNumber(text, at: place)
    case .numberTooLarge:
      return Diagnostic("L006", "This number is too large to count with.", at: place)
    case .foreignOperator(let ours):
      return Diagnostic(
        "L007", "`\(text)` is written `\(ours)` in Tally.", at: place, replacement: ours)
    case .apostrophe:
      return Diagnostic(
        "L008", "An apostrophe has no meaning between words.", at: place,
        help: "Put a text in double quotes, and a column name in brackets.")
    case .strayCharacter:
      return strayCharacter(text, at: place)
    case .invalidUTF8:
      return Diagnostic(
        "L008", "These bytes are not text.", at: place, help: "Save the file as UTF-8.")
    case .unclosedBacktick:
      return backticked(at: place)
    }
  }

  static func backticked(_ name: String? = nil, at place: Place) -> Diagnostic {
    Diagnostic(
      "L011", "Backticks have no meaning here.", at: place,
      help: "Write a column name in brackets, as in `[Watch time]`.",
      replacement: name.map { "[\($0)]" })
  }

  static func foreignWord(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "L010", "Names outside brackets and quotes use the letters a to z.", at: place,
      help: "Write a column name in brackets and a text in quotes.", replacement: "[\(text)]")
  }

  static func handle(at place: Place) -> Diagnostic {
    Diagnostic(
      "L012", "An account is no part of a question.", at: place,
      help: "A text that holds one, such as the name of a sound, stands in quotes.")
  }

  private static func malformedNumber(_ text: String, at place: Place) -> Diagnostic {
    let digits = text.prefix { $0.isNumber && $0.isASCII }
    let unit = text.dropFirst(digits.count)
    let units = CalendarUnit.allCases.flatMap { [$0.rawValue, $0.rawValue + "s"] }
    if units.contains(unit.lowercased()) {
      return Diagnostic(
        "L006", "`\(text)` needs a blank in it.", at: place, replacement: "\(digits) \(unit.lowercased())")
    }
    return Diagnostic(
      "L006", "`\(text)` is neither a number nor a name.", at: place,
      help:
        "Numbers look like `1000`, `1.5`, `2k` or `3m`; a column whose name starts with a digit stands in brackets."
    )
  }

  private static func strayCharacter(_ text: String, at place: Place) -> Diagnostic {
    let help: String? =
      switch text {
      case ".":
        "There are no table names before columns: write the column alone. A fraction starts with a digit, as in `0.5`."
      case "?": "A question needs no question mark."
      case "%": "A percentage stands right behind its number, as in `5%`."
      case "]", "}": "There is nothing here that it closes."
      default: nil
      }
    let isVisible = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    return Diagnostic(
      "L008", isVisible ? "`\(text)` has no meaning here." : "This character has no meaning here.", at: place,
      help: help)
  }
}
