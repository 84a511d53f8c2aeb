import TallyLanguage
import TallyPlan

/// What Tally itself calls by a name, so that no definition may.
enum BuiltInName {
  case audienceDimension, videoCount, rate
}

/// What takes the values behind `with`.
enum ParameterTarget {
  case script
  case report(Name)
}

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

  static func shadowsBuiltIn(_ name: Name, _ builtIn: BuiltInName) -> Diagnostic {
    let what =
      switch builtIn {
      case .audienceDimension: "what audiences are split by"
      case .videoCount: "the number of videos"
      case .rate: "a built-in rate"
      }
    return Diagnostic(
      "D003", "`\(name.text)` is \(what), and a definition may not hide it.", at: .query(name.span),
      help: "Choose another name.")
  }

  static func definedAsAnother(_ name: Name, _ kind: DefinitionKind, not wanted: DefinitionKind) -> Diagnostic
  {
    Diagnostic(
      "D006",
      "`\(name.text)` is defined as a \(kind.rawValue) already, so it cannot be a \(wanted.rawValue) too.",
      at: .query(name.span), help: "Choose another name.")
  }

  static func bracketedDefinition(_ name: Name) -> Diagnostic {
    Diagnostic(
      "D007", "What stands in brackets is a column, so a definition has a plain name.", at: .query(name.span),
      help: "Use letters, digits and `_`, as in keep_rate.")
  }

  static func runsItself(_ path: String, by way: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "D008",
      way.isEmpty
        ? "`\(path)` would run itself, over and over."
        : "`\(path)` would run itself, over and over, by way of \(way.map { "`\($0)`" }.joined(separator: ", ")).",
      at: .query(span), help: "Take the `run` out of one of them.")
  }

  static func runsTooDeep(at span: SourceSpan, most: Int) -> Diagnostic {
    Diagnostic(
      "D008", "Scripts run scripts here, more than \(most) deep.", at: .query(span),
      help: "Run them one after the other, from one script.")
  }

  static func unusedArgument(_ name: Name, of target: ParameterTarget, known: [String]) -> Diagnostic {
    let suggestion = nearest(name.text, among: known)
    let subject =
      switch target {
      case .script: "This script"
      case .report(let report): "The report `\(report.text)`"
      }
    return Diagnostic(
      "D009", "\(subject) has no parameter called `\(name.text)`.", at: .query(name.span),
      help: suggestion.map { "Did you mean `\($0)`?" }
        ?? (known.isEmpty ? "It has none." : "It has \(known.joined(separator: ", "))."),
      replacement: suggestion)
  }

  static func repeatedArgument(_ name: Name) -> Diagnostic {
    Diagnostic(
      "D011", "`\(name.text)` is given a value twice.", at: .query(name.span), help: "Keep one of them.")
  }

  static func unknownReport(_ name: Name, known: [String], kind: DefinitionKind?) -> Diagnostic {
    let suggestion = nearest(name.text, among: known)
    let what = kind.map { "`\(name.text)` is a \($0.rawValue), and no report." }
    return Diagnostic(
      "D010", what ?? "There is no report called `\(name.text)`.", at: .query(name.span),
      help: suggestion.map { "Did you mean `\($0)`?" }
        ?? "Define it first, as in define report \(name.text) = saves by week; a script's name stands in quotes.",
      replacement: suggestion)
  }

  static func assertionFailed(_ query: String, is found: String, not wanted: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic("A003", "`\(query)` is \(found), not \(wanted).", at: .query(span))
  }

  static func rowsFound(_ query: String, _ count: String, isOne: Bool, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "A003", "`\(query)` has \(count) \(isOne ? "row" : "rows"), not none.", at: .query(span),
      help: "Ask it to see \(isOne ? "it" : "them").", rewrites: [query])
  }

  static func nothingToAssert(_ query: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "A004", "`\(query)` has no value to compare.", at: .query(span),
      help: "Nothing was counted: check what `where` and `during` keep.", rewrites: [query])
  }

  static func alwaysOneRow(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q051", "Without groups an answer always has a row, so `no rows` could never hold.", at: .query(span),
      help: "Add what to look through, as in `by video`, or compare the number itself.")
  }

  /// - Parameter failure: how the statement failed; nil where it ran.
  static func unmetExpectation(_ expected: Expectation, but failure: Failure?) -> Diagnostic {
    let wanted =
      (expected.outcome == .refusal ? "a refusal" : "an error") + (expected.code.map { " " + $0.value } ?? "")
    let actual =
      failure.map { "it ended in \($0.isRefusal ? "refusal" : "error") \($0.code)" } ?? "it ran"
    return Diagnostic(
      "A001", "The next statement was expected to end in \(wanted), but \(actual).",
      at: .query(expected.span))
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

  static func cannotWrite(_ name: String, because reason: String, at place: Place) -> Diagnostic {
    Diagnostic("F006", "`\(name)` cannot be written: \(reason).", at: place)
  }

  static func unknownEnding(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "F007", "The ending of `\(name)` names no format that Tally writes.", at: .query(span),
      expected: [".csv", ".tsv", ".json", ".ndjson", ".md", ".html"].map { "`\($0)`" })
  }

  static func wouldReplaceLoaded(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "F008", "`\(name)` is loaded here, and an answer is never written over the data it comes from.",
      at: place, help: "Choose another name.")
  }

  static func wouldReplaceScript(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "F008", "`\(name)` is a script that is running, and an answer is never written over it.",
      at: place, help: "Choose another name.")
  }

  static func writingIsOff(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "F009", "`\(name)` is not written: --safe writes nothing.", at: .query(span),
      help: "Leave `into` out, or start without --safe.")
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

extension Diagnostic {
  static func analysisLater(_ word: String, at span: SourceSpan, rewrites: [String]) -> Diagnostic {
    Diagnostic(
      "Q900", "`\(word)` is part of the language and comes in a later version.", at: .query(span),
      help: rewrites.isEmpty
        ? "`explain \(word) ...` says what it will do."
        : "The numbers behind it can be asked today; `explain \(word) ...` says what it will do.",
      rewrites: rewrites)
  }

  static func intervalLater(at span: SourceSpan, rewrites: [String]) -> Diagnostic {
    Diagnostic(
      "Q900", "`with interval` is part of the language and comes in a later version.", at: .query(span),
      help: "The query runs without it.", rewrites: rewrites)
  }
}
