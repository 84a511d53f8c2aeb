import TallyLanguage
import TallyRender

/// A command that changes only what is shown, never an answer; exists at the prompt alone.
enum DotCommand: Hashable {
  case help, tables, last, quit
  /// `.why`: the files behind the last answers.
  case why
  /// `.audit`: attacks what is open of the audience.
  case audit
  case format(String?)
  /// `.tree`: how a sentence is read; of the last one that was typed where none is given.
  case tree(String?)
  /// `.plan`: what the engine is given; of the last sentence that was typed where none is given.
  case plan(String?)
  /// `.save tables FILE`; nil where no file is named.
  case save(String?)
  /// `.1`: puts the first of the offered queries on the line.
  case take(Int)
  case unknown(String)

  /// nil for a text that is no dot-command, so that it is read as a query.
  ///
  /// `quit` and `exit` leave without a dot too. Only a dot with a known word, or with one plain word alone, is one: whatever else begins with a dot goes to the
  /// parser, which knows what may not be asked.
  init?(_ text: String) {
    if ["quit", "exit"].contains(text.lowercased()) {
      self = .quit
      return
    }
    guard text.hasPrefix(".") else { return nil }
    let parts = text.dropFirst().split(separator: " ").map(String.init)
    guard let word = parts.first, !text.dropFirst().hasPrefix(" ") else { return nil }
    switch (word.lowercased(), parts.count) {
    case ("help", 1): self = .help
    case ("tables", 1): self = .tables
    case ("last", 1): self = .last
    case ("why", 1): self = .why
    case ("audit", 1): self = .audit
    case ("quit", 1), ("exit", 1): self = .quit
    case ("plan", 1): self = .plan(nil)
    case ("plan", _): self = .plan(parts.dropFirst().joined(separator: " "))
    case ("tree", 1): self = .tree(nil)
    case ("tree", _): self = .tree(parts.dropFirst().joined(separator: " "))
    case ("save", 3...) where parts[1].lowercased() == "tables":
      self = .save(parts.dropFirst(2).joined(separator: " ").withoutQuotes)
    case ("save", _): self = .save(nil)
    case ("format", 1): self = .format(nil)
    case ("format", 2): self = .format(parts[1].lowercased())
    default:
      if parts.count == 1, let number = Int(word), number >= 1 {
        self = .take(number)
      } else if parts.count == 1, DotCommand.isPlain(word), !DotCommand.isRefused(word) {
        self = .unknown(word.lowercased())
      } else {
        return nil
      }
    }
  }

  /// Name and meaning of each, for `.help` and completion.
  static let listed: [(name: String, meaning: String)] = [
    (".help", "this list"),
    (".tables", "what is loaded"),
    (".format NAME", "how answers are shown: box, csv, json ..."),
    (".last", "the last answer again, without asking again"),
    (".why", "the files behind the last answer, with SHA-256 but for audiences"),
    (".audit", "what anybody could work out of the audience that is loaded"),
    (".save tables FILE", "writes what is loaded into one file, which opens in an instant"),
    (".plan QUERY", "what the engine is given; for the last sentence without QUERY"),
    (".tree QUERY", "how a sentence is read; the last one without QUERY"),
    (".1 .2 .3", "put one of the queries that were offered on the line, to edit or ask"),
    (".quit", "leave; Ctrl-D does the same"),
  ]

  private static func isPlain(_ word: String) -> Bool {
    word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
  }

  private static func isRefused(_ word: String) -> Bool {
    parse(SourceText(word, name: "prompt")).contains { if case .refusal = $0 { true } else { false } }
  }
}

extension Prompt {
  /// Runs a dot-command; false when the shell is to be left.
  mutating func run(_ command: DotCommand) -> Bool {
    switch command {
    case .quit: return false
    case .help: show(dotHelp)
    case .tables: show(Shown.listing(session.listing(.tables), query: "show tables"))
    case .last:
      if last.isEmpty { show(style.quiet("There is no answer yet.") + "\n") }
      for shown in last { show(shown) }
    case .why: showProvenance()
    case .audit: audit()
    case .save(let path): save(path)
    case .format(let name): setFormat(name)
    case .tree(let text): showStatements(of: text) { statement, _, _ in tree(statement) }
    case .plan(let text):
      showStatements(of: text) { statement, source, session throws(Failure) in
        try session.planLines(of: statement, in: source)
      }
    case .take(let number): take(number)
    case .unknown(let word):
      let known = DotCommand.listed.map { String($0.name.dropFirst().prefix { $0 != " " }) }
      let hint = nearest(word, among: known).map { "Did you mean .\($0)?" } ?? ".help lists them."
      show("There is no command .\(word). \(hint)\n")
    }
    return true
  }

  private func showProvenance() {
    let answers = last.flatMap { shown -> [Answer] in
      switch shown {
      case .answer(let answer): [answer]
      case .beside(let answers, _): answers
      case .listing: []
      }
    }
    if answers.isEmpty { show(style.quiet("There is no answer yet.") + "\n") }
    for line in answers.flatMap(session.provenance) { show(safe(line) + "\n") }
  }

  /// What is drawn of a typed sentence, or of the last one; where it is refused or wrong, what is said of it instead.
  private mutating func showStatements(
    of text: String?, as draw: (Statement, SourceText, Session) throws(Failure) -> [String]
  ) {
    let source = SourceText(text ?? "", name: "prompt")
    let parts: [Parsed] =
      text == nil
      ? lastStatements.map { .statement($0, span: 0..<0) }
      : parse(source, protecting: session.tables.protected)
    if parts.isEmpty { show(style.quiet("There is no sentence yet.") + "\n") }
    rewrites = []
    for part in parts {
      switch part {
      case .statement(let statement, let span):
        do throws(Failure) {
          show(try draw(statement, source, session).map { safe($0) + "\n" }.joined())
        } catch {
          show(error, in: source, statement: span)
        }
      case .refusal(let refused):
        show(Failure(refused, rewritesThatRun: session.rewritesThatRun), in: source, statement: part.span)
      case .diagnostic(let finding): show(.diagnostics([finding]), in: source, statement: part.span)
      }
    }
  }

  func safe(_ line: String) -> String {
    SafeText.forPeople(line, replacement: style.unicode ? "\u{FFFD}" : "?")
  }

  private mutating func setFormat(_ name: String?) {
    guard let name else { return show("\(format.rawValue)\n") }
    if let chosen = OutputFormat(rawValue: name) {
      format = chosen
    } else if OutputFormat.notBuiltYet.contains(name) {
      show("The format \(name) is not built yet.\n")
    } else {
      show("Formats are \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).\n")
    }
  }

  private mutating func take(_ number: Int) {
    guard rewrites.indices.contains(number - 1) else {
      return show(
        rewrites.isEmpty ? "Nothing was offered.\n" : "There are \(rewrites.count) to choose from.\n")
    }
    beginning = rewrites[number - 1]
  }

  private var dotHelp: String {
    let width = DotCommand.listed.map(\.name.count).max() ?? 0
    let lines = DotCommand.listed.map { command in
      "  " + command.name + String(repeating: " ", count: width - command.name.count + 2) + command.meaning
    }
    let more =
      "Ask like this:  saves by week where views > 1000\n`help` explains the language, Tab completes, Ctrl-C cancels."
    return (lines + more.split(separator: "\n").map(String.init)).map { wrapped($0) + "\n" }.joined()
  }
}
