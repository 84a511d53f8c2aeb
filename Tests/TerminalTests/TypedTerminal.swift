import CPseudoTerminal
import Glibc

/// A program on a pseudo-terminal, typed at and looked at like by a person.
///
/// Nothing sleeps: each wait looks at the screen whenever bytes arrive, until a condition holds or the deadline is past.
final class TypedTerminal {
  private(set) var screen: Screen
  private let process: pid_t
  private let terminal: Int32
  private var status: Int32?

  /// Generous, because the machine may be busy with other tests; a test that passes never waits for it.
  static let deadline = 30.0

  struct Timeout: Error, CustomStringConvertible {
    let wanted: String
    let screen: [String]
    let unknown: [String]
    var description: String {
      "no \(wanted) on the screen:\n\(screen.joined(separator: "\n"))\nunknown sequences: \(unknown)"
    }
  }

  struct CannotStart: Error {
    let path: String
  }

  /// Starts a program with an environment of its own; `home` is its HOME.
  init(
    _ path: String, arguments: [String] = [], home: String, columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:]
  ) throws {
    let variables = ["HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"]
      .merging(environment) { $1 }
    var argumentPointers = ([path] + arguments).map { strdup($0) } + [nil]
    var environmentPointers = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argumentPointers + environmentPointers).forEach { free($0) } }
    var descriptor: Int32 = -1
    process = pty_start(
      path, &argumentPointers, &environmentPointers, Int32(columns), Int32(rows), &descriptor)
    terminal = descriptor
    screen = Screen(columns: columns, rows: rows)
    if process < 0 { throw CannotStart(path: path) }
  }

  deinit { pty_end(status == nil ? process : 0, terminal) }

  /// Sends keys; see `Key` for the ones without a character.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    pty_write(terminal, bytes, bytes.count)
  }

  /// Sends bytes that need not be UTF-8.
  func type(bytes: [UInt8]) { pty_write(terminal, bytes, bytes.count) }

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    pty_resize(terminal, Int32(columns), Int32(rows))
  }

  /// The number by which the system knows the program.
  var identifier: Int32 { process }

  func send(signal: Int32) { if process > 0 { kill(process, signal) } }

  /// Whether the terminal collects and echoes lines by itself, as it does for programs without an editor.
  var echoesLines: Bool {
    var settings = termios()
    guard tcgetattr(terminal, &settings) == 0 else { return false }
    return settings.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
  }

  /// Waits until the screen is as wanted; throws a picture of it when the deadline is past.
  func wait(for wanted: String, _ condition: (Screen) -> Bool) throws {
    let end = Self.now() + Self.deadline
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while !condition(screen) {
      let left = end - Self.now()
      let count = left <= 0 ? -1 : pty_read(terminal, &bytes, bytes.count, Int32(left * 1000) + 1)
      guard count > 0 else { throw Timeout(wanted: wanted, screen: screen.lines, unknown: screen.unknown) }
      screen.receive(bytes[..<count])
    }
  }

  /// Waits until the last line on the screen is this.
  func wait(forLast line: String) throws { try wait(for: "last line <\(line)>") { $0.lines.last == line } }

  /// Waits until some line on the screen is this.
  func wait(forLine line: String) throws { try wait(for: "line <\(line)>") { $0.lines.contains(line) } }

  /// Waits until the lines of the screen are these and the cursor is in this place.
  func wait(forScreen lines: [String], cursor: (row: Int, column: Int)? = nil) throws {
    try wait(for: "screen <\(lines.joined(separator: "|"))>, cursor \(cursor.map { "\($0)" } ?? "anywhere")")
    { screen in
      screen.lines == lines && (cursor.map { $0 == (screen.row, screen.column) } ?? true)
    }
  }

  /// The exit status, 128 and the signal where one ended it; nil when it still runs at the deadline.
  func waitForExit() -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = pty_read(terminal, &bytes, bytes.count, Int32(Self.deadline * 1000)), count > 0 {
      screen.receive(bytes[..<count])
    }
    let result = pty_wait(process, Int32(Self.deadline * 1000))
    if result >= 0 { status = result }
    return status
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Keys as xterm sends them.
enum Key {
  static let enter = "\r"
  static let tab = "\t"
  static let up = "\u{1B}[A"
  static let down = "\u{1B}[B"
  static let right = "\u{1B}[C"
  static let left = "\u{1B}[D"
  static let home = "\u{1B}[H"
  static let end = "\u{1B}[F"
  static let delete = "\u{1B}[3~"
  static let wordLeft = "\u{1B}[1;5D"
  static let wordRight = "\u{1B}[1;5C"
  static let backspace = "\u{7F}"
  static let escape = "\u{1B}"

  static func control(_ letter: Character) -> String {
    String(decoding: [(letter.asciiValue ?? 0) & 0x1F], as: UTF8.self)
  }
  static func alt(_ letter: Character) -> String { "\u{1B}\(letter)" }
  static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}
