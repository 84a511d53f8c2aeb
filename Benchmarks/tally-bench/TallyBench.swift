import Glibc
import TallyLanguage
import TallyRender
import TallyShell

/// Loads files once, then answers questions from standard input and says how long each took.
///
///     tally-bench FILE ...
///
/// It goes the way of every batch: `Session.load`, and a `Script` of one text in that session. When the files are loaded,
/// one JSON object a line says what that took; then each line `id<TAB>query` gives one object with the time from the text
/// to the released answer and the rows, or the code of the failure; `quit` ends it. The id is not looked at. Writing the
/// rows down is outside the time.
@main struct TallyBench {
  static func main() {
    let files = Array(CommandLine.arguments.dropFirst())
    guard !files.isEmpty else {
      say(JSONLine().member("error", text: "usage: tally-bench FILE ..."))
      exit(64)
    }
    var session = Session(isBatch: true)
    guard load(files, into: &session) else { exit(4) }
    while let line = readLine(), line != "quit" {
      let query = line.split(separator: "\t", maxSplits: 1).last.map(String.init) ?? ""
      say(answer(query, in: &session))
    }
  }

  /// Loads the files together and says what it took; false where they could not be loaded.
  private static func load(_ files: [String], into session: inout Session) -> Bool {
    ProcessMemory.giveBack()
    let before = ProcessMemory.resident
    ProcessMemory.forgetPeak()
    let watch = Stopwatch()
    do {
      _ = try session.load(files)
    } catch {
      say(JSONLine().member("error", text: error.code))
      return false
    }
    let (wall, processor) = (watch.wall, watch.processor)
    let peak = ProcessMemory.peak
    ProcessMemory.giveBack()
    say(
      JSONLine()
        .member("load_s", wall / 1e9).member("load_cpu_s", processor / 1e9)
        .member("rss", Double(ProcessMemory.resident - before)).member("peak", Double(peak - before)))
    return true
  }

  /// The line that answers one question.
  private static func answer(_ query: String, in session: inout Session) -> JSONLine {
    let watch = Stopwatch()
    let source = SourceText(query, name: "question")
    var answers: [Answer] = []
    let failure = Script(source).run(in: &session, isCancelled: { false }) { reply, _ in
      if case .answer(let answer) = reply { answers.append(answer) }
    } failed: { _, _ in
    }
    let (wall, processor) = (watch.wall, watch.processor)
    if let failure { return JSONLine().member("error", text: failure.code) }
    guard answers.count == 1 else { return JSONLine().member("error", text: "\(answers.count) answers") }
    let rows = answers.map { render($0.released, as: .ndjson, style: Style()) }.joined()
    let objects = rows.split(separator: "\n").joined(separator: ",")
    return JSONLine()
      .member("ms", wall / 1e6).member("cpu_ms", processor / 1e6).member("rows", json: "[\(objects)]")
  }

  private static func say(_ line: JSONLine) {
    print(line.text)
    fflush(nil)
  }
}

/// One JSON object on a line, member by member.
struct JSONLine {
  private var members: [String] = []

  var text: String { "{" + members.joined(separator: ",") + "}" }

  /// A member whose value is JSON already.
  func member(_ name: String, json: String) -> JSONLine {
    var line = self
    line.members.append("\"\(name)\":\(json)")
    return line
  }

  func member(_ name: String, _ number: Double) -> JSONLine { member(name, json: number.description) }

  /// A member whose text needs no escapes.
  func member(_ name: String, text: String) -> JSONLine { member(name, json: "\"\(text)\"") }
}
