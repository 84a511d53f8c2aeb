import Glibc
import TallyEngine
import TallyLanguage
import TallyRender

/// The shell at a terminal: reads a text, runs it, shows what it gave, until Ctrl-D or `.quit`.
struct Prompt {
  var session: Session
  private let invocation: Invocation
  let terminal: Terminal
  var format: OutputFormat
  /// The last answers, to be shown again by `.last` without running anything.
  var last: [Shown] = []
  /// What the last refusal or error offered; `.1`, `.2`, `.3` put one on the line.
  var rewrites: [String] = []
  /// What the next line begins with.
  var beginning = ""
  /// What was typed last, for `.tree` and `.plan`; never anything that was refused.
  var lastStatements: [Statement] = []
  private var history: History

  /// An answer or listing as it was shown.
  enum Shown {
    case answer(Answer)
    case beside([Answer], notes: [String])
    case listing(Listing, query: String)
  }

  init(session: Session, invocation: Invocation, terminal: Terminal) {
    self.session = session
    self.invocation = invocation
    self.terminal = terminal
    format = invocation.format ?? .box
    history =
      invocation.isSafe
      ? History()
      : History(path: History.path(environment: { name in getenv(name).map { String(cString: $0) } }))
  }

  private static let prompt = "tally> "

  /// Runs the shell and returns the exit status, 0 unless a file named on the command line could not be loaded.
  mutating func run(loading data: [String]) -> Int32 {
    Interrupt.installForShell()
    if let warning = history.takeWarning() { show(warning + "\n") }
    if !data.isEmpty {
      do {
        show(try session.load(data))
      } catch {
        show(error, in: nil, statement: nil)
      }
    } else {
      show(style.quiet(wrapped("Nothing is loaded yet. Try:  load \"videos.csv\"   ·   .help")) + "\n")
    }
    runStartFile()
    showPolicyNotices()
    guard
      let editor = EditedLines(
        history: history, usesColor: terminal.colorsOutput(invocation.colour),
        isComplete: { text in text.hasPrefix(".") || !isIncomplete(SourceText(text, name: "prompt")) },
        complete: { _, cursor in Completions.none(at: cursor) })
    else { return readPlainly() }
    while true {
      let words = completionWords
      let protected = session.tables.protected
      editor.complete = { text, cursor in complete(text, at: cursor, with: words) }
      editor.highlight = { text in highlights(of: text, protecting: protected) }
      let beginning = takeBeginning()
      switch editor.next(prompt: Self.prompt, beginningWith: beginning) {
      case .end:
        show("\n")
        return 0
      case .cancelled: continue
      case .text(let text):
        editor.history = history
        let goesOn = run(text)
        editor.history = history
        if !goesOn { return 0 }
      }
    }
  }

  /// The same without an editor, for a terminal that libedit cannot drive.
  private mutating func readPlainly() -> Int32 {
    var lines = PlainLines()
    while true {
      switch lines.next(prompt: Self.prompt) {
      case .end: return 0
      case .cancelled: continue
      case .text(let text):
        if !run(text) { return 0 }
        // A line that cannot be edited is asked as it is.
        let query = takeBeginning()
        if query.isEmpty { continue }
        show(Self.prompt + query + "\n")
        if !run(query) { return 0 }
      }
    }
  }

  private mutating func takeBeginning() -> String {
    defer { beginning = "" }
    return beginning
  }

  /// Runs one typed text; false when the shell is to be left.
  mutating func run(_ text: String) -> Bool {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if trimmed.isEmpty { return true }
    if let command = DotCommand(trimmed) { return run(command) }
    let text = text.continuationsIndented
    let source = SourceText(text, name: "prompt")
    let statements = parse(source, protecting: session.tables.protected).map(\.statement)
    if statements.allSatisfy({ $0 != nil }) { lastStatements = statements.compactMap { $0 } }
    let cancellation = Interrupt.begin()
    var replies: [Reply] = []
    var failures: [(Failure, StatementPlace)] = []
    let failure = Script(source).run(in: &session, isCancelled: { cancellation.isCancelled }) { reply, _ in
      replies.append(reply)
    } failed: {
      failures.append(($0, $1))
    }
    if replies.contains(where: \.isTable) { last = [] }
    for reply in replies { show(reply) }
    // What was offered stays on offer while its help is read.
    if !failures.isEmpty || !replies.allSatisfy(\.isText) { rewrites = [] }
    for (failure, place) in failures { show(failure, in: place.source, statement: place.span) }
    showPolicyNotices()
    switch failure {
    case nil: history.remember(text, onDisk: true)
    case .diagnostics?, .cancelled?, .inReport?: history.remember(text, onDisk: false)
    case .refusal?, .refusedFile?: break
    }
    if let warning = history.takeWarning() { show(warning + "\n") }
    return true
  }

  /// Statements of the start file, run quietly; what fails is shown and the rest goes on.
  private mutating func runStartFile() {
    guard invocation.readsStartFile, !invocation.isSafe, let path = StartFile.path else { return }
    guard let bytes = try? FileAccess().read(path, at: .none) else { return }
    let source = SourceText(bytes: bytes, name: path)
    var failures: [(Failure, StatementPlace)] = []
    // A Ctrl-C that stopped what came before is no reason to stop this.
    _ = Interrupt.begin()
    session.begin(script: path)
    defer { session.begin(script: nil) }
    _ = Script(source, keepsGoing: true).run(in: &session, isCancelled: { false }) { _, _ in
    } failed: {
      failures.append(($0, $1))
    }
    for (failure, place) in failures { show(failure, in: place.source, statement: place.span) }
  }

  // MARK: Showing

  var style: Style {
    Style(width: terminal.columns, colour: terminal.colorsOutput(invocation.colour), unicode: terminal.isUTF8)
  }

  func show(_ text: String) {
    write(text, to: STDOUT_FILENO)
  }

  private mutating func show(_ reply: Reply) {
    switch reply {
    case .answer(let answer):
      last.append(.answer(answer))
      show(Shown.answer(answer))
    case .beside(let answers, let notes):
      last.append(.beside(answers, notes: notes))
      show(Shown.beside(answers, notes: notes))
    case .wrote(let file):
      show(wrapped(file.line) + "\n")
      for inference in file.inferences { show(style.quiet(wrapped(inference)) + "\n") }
    case .listing(let listing, let query):
      last.append(.listing(listing, query: query))
      show(Shown.listing(listing, query: query))
    case .lines(let lines, _): show(lines.map { wrapped(safe($0)) + "\n" }.joined())
    case .said(let line): show(wrapped(safe(line)) + "\n")
    case .loaded(let reports): show(reports)
    case .done(let note): if let note { show(style.quiet(note) + "\n") }
    }
  }

  func show(_ shown: Shown) {
    switch shown {
    case .answer(let answer):
      show(
        render(
          answer.released, query: answer.query, as: format, style: style, decimals: answer.decimals))
    case .beside(let answers, let notes):
      var writer = AnswerWriter(format, style: style, hasSeveral: true)
      let pairs = answers.map { (query: $0.query, released: $0.released) }
      let text = writer.add(beside: pairs, notes: notes, decimals: answers.first?.decimals)
      show(text + writer.finish())
    case .listing(let listing, let query): show(render(listing, query: query, as: format, style: style))
    }
  }

  private func show(_ reports: [LoadReport]) {
    for report in reports {
      for line in report.lines { show(wrapped(line) + "\n") }
    }
  }

  /// Shows what went wrong or was refused, and keeps what it offers for `.1` and its like.
  mutating func show(_ failure: Failure, in source: SourceText?, statement: SourceSpan?) {
    let messages = Messages(style: style, isJSON: false, form: .full)
    if case .cancelled = failure { show(style.quiet("Stopped; nothing changed.") + "\n") }
    rewrites = failure.offered
    show(messages.text(failure, in: source, statement: statement))
    if !rewrites.isEmpty { show(style.quiet(takeHint) + "\n") }
  }

  private mutating func showPolicyNotices() {
    let messages = Messages(style: style, isJSON: false, form: .full)
    for notice in session.takePolicyNotices() { show(messages.notice(notice)) }
  }

  private var takeHint: String {
    rewrites.count == 1
      ? "Type .1 to put that on the line." : "Type .1 to .\(rewrites.count) to put one of them on the line."
  }

  func wrapped(_ line: String) -> String { wrap(line, style: style) }
}

extension Reply {
  /// Whether it is a text such as that of `help`.
  fileprivate var isText: Bool { if case .lines = self { true } else { false } }

  /// Whether it is shown as a table, which `.last` shows again.
  fileprivate var isTable: Bool {
    switch self {
    case .answer, .beside, .listing: true
    case .lines, .said, .loaded, .wrote, .done: false
    }
  }
}

extension String {
  /// The text with every line set in that goes on with an unfinished statement, as the language wants it written.
  fileprivate var continuationsIndented: String {
    var text = ""
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if text.isEmpty {
        text = String(line)
      } else {
        let goesOn = line.first != " " && isIncomplete(SourceText(text, name: "prompt"))
        text += goesOn ? "\n  \(line)" : "\n\(line)"
      }
    }
    return text
  }
}
