import Glibc
import TallyLanguage
import TallyPlan
import TallyRender

/// A run without a prompt: results to standard output or a file, everything else to standard error, silent on success.
///
/// Output depends on nothing but the inputs; a terminal's width and colour count only where results go to a terminal.
struct Batch {
  private var session: Session
  private let invocation: Invocation
  private let terminal: Terminal
  private let format: OutputFormat
  private let messages: Messages
  private var results = ""
  /// What the system said where results could not be handed over; 0 while all went well.
  private var writeFailure: Int32 = 0

  init(session: Session, invocation: Invocation, terminal: Terminal) {
    self.session = session
    self.invocation = invocation
    self.terminal = terminal
    format = invocation.format ?? (invocation.outputPath == nil && terminal.isOutputTerminal ? .box : .tsv)
    let errorStyle = Style(
      width: terminal.isErrorTerminal ? terminal.columns : nil,
      colour: terminal.colorsErrors(invocation.colour),
      unicode: !terminal.isErrorTerminal || terminal.isUTF8)
    let isTalking = terminal.isErrorTerminal && !invocation.commands.isEmpty
    messages = Messages(
      style: errorStyle, isJSON: invocation.errorFormat == .json, form: isTalking ? .full : .brief)
  }

  /// Loads, then runs texts and scripts in order, and returns the exit status: the first failure's.
  ///
  /// - Throws: `UsageError` for a `--param` that no text takes.
  mutating func run(scripts: [String], loading data: [String]) throws(UsageError) -> Int32 {
    Interrupt.installForBatch()
    let cancellation = Interrupt.begin()
    let texts: [(source: SourceText, script: String?)]
    do {
      texts = try self.texts(scripts: scripts)
    } catch {
      return fail(error, in: nil)
    }
    let survey = Survey(
      texts.map { source, script in
        var files = session.files
        if let script { files.folder = FileAccess.folder(of: script) }
        return (source, files)
      })
    try checkParameters(against: survey)
    if !data.isEmpty {
      do {
        let reports = try session.load(data)
        writePolicyNotices()
        write(reports.map(messages.report).joined(), to: STDERR_FILENO)
      } catch {
        writePolicyNotices()
        return fail(error, in: nil)
      }
    }
    writePolicyNotices()
    var writer = AnswerWriter(format, style: style, hasSeveral: survey.answers > 1)
    var status: Int32 = 0
    for text in texts {
      session.begin(script: text.script)
      let failure = run(text.source, &writer, isCancelled: { cancellation.isCancelled })
      if status == 0, let failure { status = failure.exitStatus }
      if status != 0 && !invocation.keepsGoing { break }
    }
    if !texts.isEmpty { results += writer.finish() }
    if status == 0, let path = invocation.savePath {
      do {
        // What is not in the file has to be known, however silent a batch is.
        let told = try session.saveTables(to: path).dropFirst()
        writeError(told.map(messages.note).joined())
      } catch {
        return fail(error, in: nil)
      }
    }
    return finish(status)
  }

  private var style: Style {
    let shows = terminal.isOutputTerminal && invocation.outputPath == nil
    return Style(
      width: shows ? terminal.columns : nil,
      colour: invocation.outputPath == nil && terminal.colorsOutput(invocation.colour),
      unicode: !shows || terminal.isUTF8)
  }

  /// What is to run: `-c` texts, then scripts; standard input where there is neither.
  private func texts(scripts: [String]) throws(Failure) -> [(source: SourceText, script: String?)] {
    let commands = invocation.commands
    var texts: [(source: SourceText, script: String?)] = commands.enumerated().map { index, text in
      (SourceText(text, name: commands.count == 1 ? "-c" : "-c (\(index + 1))"), nil)
    }
    for script in scripts {
      texts.append((SourceText(bytes: try FileAccess().read(script, at: .none), name: script), script))
    }
    if texts.isEmpty, invocation.savePath == nil, !invocation.files.contains("-") {
      texts.append((SourceText(bytes: try FileAccess().read("-", at: .none), name: "stdin"), nil))
    }
    return texts
  }

  /// Every `--param` is for something: a name that no text declares or uses is a slip of the pen.
  private func checkParameters(against survey: Survey) throws(UsageError) {
    guard survey.isComplete else { return }
    for name in invocation.parameters.values.keys.sorted() where !survey.parameters.contains(name) {
      throw .noSuchParameter(name, known: survey.parameters.sorted())
    }
  }

  private mutating func run(
    _ source: SourceText, _ writer: inout AnswerWriter, isCancelled: @escaping @Sendable () -> Bool
  ) -> Failure? {
    var written: [(text: String, isError: Bool)] = []
    let script = Script(source, keepsGoing: invocation.keepsGoing)
    let failure = script.run(in: &session, isCancelled: isCancelled) { reply, _ in
      switch reply {
      case .answer(let answer):
        if format.isMachineFormat {
          written += answer.inferences.map { (messages.note($0), true) }
        }
        written.append(
          (writer.add(query: answer.query, answer.released, decimals: answer.decimals), false))
      case .beside(let answers, let notes):
        if format.isMachineFormat {
          written += answers.flatMap(\.inferences).map { (messages.note($0), true) }
        }
        let pairs = answers.map { (query: $0.query, released: $0.released) }
        written.append((writer.add(beside: pairs, notes: notes, decimals: answers.first?.decimals), false))
      case .wrote(let file): written += file.inferences.map { (messages.note($0), true) }
      case .listing(let listing, let query): written.append((writer.add(query: query, listing), false))
      case .lines(let lines, let query):
        let isObject = format == .json || format == .ndjson
        let text =
          isObject
          ? writer.add(query: query, Listing(headers: ["text"], texts: lines.map { [$0] }))
          : lines.map { SafeText.forPeople($0) + "\n" }.joined()
        written.append((text, false))
      case .said(let line):
        let isMessage = format.isMachineFormat
        let text = SafeText.forPeople(line) + "\n"
        written.append((isMessage && messages.isJSON ? messages.note(line) : text, isMessage))
      case .loaded(let reports): written += reports.map { (messages.report($0), true) }
      case .done: break
      }
    } failed: { failure, place in
      written.append((messages.text(failure, in: place.source, statement: place.span), true))
    }
    for piece in written {
      if piece.isError { writeError(piece.text) } else { results += piece.text }
    }
    writePolicyNotices()
    return failure
  }

  private mutating func writePolicyNotices() {
    let notices = session.takePolicyNotices()
    if !notices.isEmpty { writeError(notices.map(messages.notice).joined()) }
  }

  private mutating func fail(_ failure: Failure, in source: SourceText?) -> Int32 {
    writeError(messages.text(failure, in: source))
    return finish(failure.exitStatus)
  }

  /// Results first, so that the order on a shared terminal is the order of the script.
  private mutating func writeError(_ text: String) {
    flush()
    write(text, to: STDERR_FILENO)
  }

  private mutating func flush() {
    guard invocation.outputPath == nil, !results.isEmpty else { return }
    let code = write(results, to: STDOUT_FILENO)
    if writeFailure == 0, code != EPIPE { writeFailure = code }
    results = ""
  }

  /// Hands the results over; a file is written only when all went well.
  private mutating func finish(_ status: Int32) -> Int32 {
    flush()
    if writeFailure != 0 {
      let finding = Diagnostic.cannotWrite("standard output", because: reason(writeFailure), at: .none)
      write(messages.text(.diagnostics([finding]), in: nil), to: STDERR_FILENO)
      return status == 0 ? 4 : status
    }
    guard let path = invocation.outputPath, status == 0 else { return status }
    do {
      try session.checkNotInUse(path, realPath: FileAccess.realPath(path), at: .none)
      try writeWhole(results, to: path, named: path, at: .none)
      return 0
    } catch {
      write(messages.text(.diagnostics([error]), in: nil), to: STDERR_FILENO)
      return 4
    }
  }
}
