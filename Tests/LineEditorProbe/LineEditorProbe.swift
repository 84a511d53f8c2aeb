import Glibc
import TallyShell

/// A program that does nothing but read lines, for the tests that type at it: it prints what it read and keeps it.
///
/// `spin` runs until Ctrl-C, as a long query would, and `ahead` until something has been typed. A text that ends in a
/// comma is incomplete. A text that begins with `bad` is remembered in memory only and one that begins with `secret`
/// not at all, as errors and refusals are.
@main struct LineEditorProbe {
  static func main() {
    Interrupt.installForShell()
    let environment = { (name: String) in getenv(name).map { String(cString: $0) } }
    let terminal = Terminal.current()
    let words = ["saves", "save_rate", "shares", "views", "watch_time"]
    guard
      let lines = EditedLines(
        history: History(path: History.path(environment: environment)),
        usesColor: terminal.colorsOutput(.auto),
        isComplete: { !$0.hasSuffix(",") },
        complete: { text, cursor in completeWord(of: text, at: cursor, from: words) })
    else {
      print("no editor")
      return
    }
    if let warning = lines.history.takeWarning() { print("warning: \(warning)") }
    while true {
      switch lines.next(prompt: "tally> ") {
      case .end:
        print("end")
        return
      case .cancelled:
        print("cancelled")
      case .text(let text):
        run(text)
        if !text.hasPrefix("secret") { lines.history.remember(text, onDisk: !text.hasPrefix("bad")) }
        if let warning = lines.history.takeWarning() { print("warning: \(warning)") }
      }
    }
  }

  private static func run(_ text: String) {
    let escaped = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    print("read \(text.unicodeScalars.count) <\(escaped)>")
    if text == "ahead" {
      print("ready")
      fflush(nil)
      var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      poll(&input, 1, -1)
    }
    guard text == "spin" else { return }
    let cancellation = Interrupt.begin()
    print("spinning")
    fflush(nil)
    while !cancellation.isCancelled { usleep(1000) }
    print("stopped")
  }

  private static func completeWord(of text: String, at cursor: Int, from words: [String]) -> Completions {
    let bytes = Array(text.utf8)
    let isWord = { (byte: UInt8) in byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\n") }
    let start = bytes[..<cursor].lastIndex { !isWord($0) }.map { $0 + 1 } ?? 0
    let end = bytes[cursor...].firstIndex { !isWord($0) } ?? bytes.count
    let prefix = String(decoding: bytes[start..<cursor], as: UTF8.self)
    return Completions(
      replaced: start..<end, candidates: words.filter { $0.hasPrefix(prefix) }.map { Candidate($0, "metric") }
    )
  }
}
