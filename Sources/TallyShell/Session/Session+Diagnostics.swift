import TallyLanguage

// The words of what can go wrong in the shell itself: settings, definitions, expectations, files.
extension Diagnostic {
  static func unknownSetting(_ name: Name, known: [String]) -> Diagnostic {
    let suggestion = nearest(name.text, among: known)
    return Diagnostic(
      "C011", "There is no setting called `\(name.text)`.", at: .query(name.span), expected: known,
      help: suggestion.map { "Did you mean `\($0)`?" }, replacement: suggestion)
  }

  static func unusableValue(of name: String, expected: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic("C012", "`\(name)` takes \(expected).", at: .query(span))
  }

  static func unknownZone(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "C012", "This time zone is not known here.", at: .query(span),
      help: "Zones are named by area and place, as in \"Europe/Vienna\", \"America/New_York\" or \"UTC\".")
  }

  static func shadowsColumn(_ name: Name) -> Diagnostic {
    Diagnostic(
      "D003", "A loaded column is called `\(name.text)`, and a definition may not hide it.",
      at: .query(name.span),
      help: "Choose another name.")
  }

  static func unmetExpectation(_ expected: String, but actual: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "A001", "The next statement was expected to end in \(expected), but \(actual).", at: .query(span))
  }

  static func expectationWithoutStatement(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "A002", "Nothing follows this `expect`.", at: .query(span), help: "It speaks of the next statement.")
  }

  static func noSuchFile(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "F001", "There is no file `\(name)`.", at: place,
      help: "Check the path; it counts from \(placeWord(place)).")
  }

  static func isFolder(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "F002", "`\(name)` is a folder.", at: place, help: "Name the files in it, for example: \(name)/*.csv")
  }

  static func cannotRead(_ name: String, because reason: String, at place: Place) -> Diagnostic {
    Diagnostic("F003", "`\(name)` cannot be read: \(reason).", at: place)
  }

  static func nothingMatches(_ pattern: String, at place: Place) -> Diagnostic {
    Diagnostic("F004", "No file matches `\(pattern)`.", at: place)
  }

  static func outsideNamedFolders(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "F005", "`\(name)` is outside the folders of the files that were named, and --safe keeps to those.",
      at: place)
  }

  static func cannotWrite(_ name: String, because reason: String) -> Diagnostic {
    Diagnostic("F006", "`\(name)` cannot be written: \(reason).", at: .none)
  }

  static func unknownRole(_ name: Name) -> Diagnostic {
    let roles = ["videos", "daily", "channel", "audience"]
    return Diagnostic(
      "C013", "`\(name.text)` is not a kind of table.", at: .query(name.span), expected: roles,
      replacement: nearest(name.text, among: roles))
  }

  private static func placeWord(_ place: Place) -> String {
    switch place {
    case .query: "the script, or from here at the prompt"
    case .file, .none: "the folder you are in"
    }
  }
}

extension Diagnostic {
  static func noHelp(at span: SourceSpan, nearest: String?) -> Diagnostic {
    Diagnostic(
      "C014", "There is no help page of this name.", at: .query(span),
      help: nearest.map { "Did you mean `help \($0)`?" } ?? "`help` alone shows where to begin.",
      replacement: nearest)
  }
}
