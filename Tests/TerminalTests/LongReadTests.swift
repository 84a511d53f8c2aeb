import Glibc
import Testing

@Suite("Long reads", .serialized) struct LongReadTests {
  private let home = TemporaryFolder()

  /// A pipe that something has open for writing, so that a read of it waits.
  private func pipe() throws -> (path: String, writer: Int32) {
    let path = home.path + "/pipe"
    mkfifo(path, 0o600)
    return (path, open(path, O_RDWR | O_CLOEXEC))
  }

  private func write(_ text: String, to path: String) {
    guard let stream = fopen(path, "w") else { return }
    fputs(text, stream)
    fclose(stream)
  }

  private func shell() throws -> TypedTerminal {
    let terminal = try TypedTerminal(
      Programs.tally, arguments: ["--no-rc"], home: home.path, columns: 80, rows: 40)
    try terminal.wait(forLast: "tally>")
    return terminal
  }

  @Test func `a read that takes long says how far it is, and the line goes when it is done`() throws {
    let (path, writer) = try pipe()
    let terminal = try shell()
    terminal.type("load \"\(path)\"" + Key.enter)
    try terminal.wait(forLast: "reading pipe ... 0 MB")
    let text = "video,posted,views\na,2026-01-05,10\n"
    #expect(Glibc.write(writer, text, text.utf8.count) == text.utf8.count)
    close(writer)
    try terminal.wait(forLast: "tally>")
    #expect(!terminal.screen.lines.contains { $0.contains("reading pipe") })
    #expect(terminal.screen.lines.contains("  counter: views"))
  }

  @Test func `Ctrl-C stops a read, and nothing has changed`() throws {
    let (path, writer) = try pipe()
    defer { close(writer) }
    let terminal = try shell()
    terminal.type("load \"\(path)\"" + Key.enter)
    try terminal.wait(forLast: "reading pipe ... 0 MB")
    terminal.type(Key.control("c"))
    try terminal.wait(for: "the read stopped and a prompt") {
      $0.lines.contains { $0.hasSuffix("Stopped; nothing changed.") } && $0.lines.last == "tally>"
    }
  }

  #if DEBUG  // Else the load is through before anybody can press a key.
    @Test func `Ctrl-C stops a load of a long file, and what was loaded stays`() throws {
      let text = "date,video,views\n" + (0..<400_000).map { "2024-01-01,v\($0),\($0)\n" }.joined()
      let path = home.path + "/long.csv"
      write("video,posted,views\na,2026-01-05,10\n", to: home.path + "/short.csv")
      write(text, to: path)
      let terminal = try shell()
      terminal.type("load \"\(home.path)/short.csv\"" + Key.enter)
      try terminal.wait(for: "the short file") {
        $0.lines.contains("  counter: views") && $0.lines.last == "tally>"
      }
      terminal.type("load \"\(path)\"" + Key.enter)
      usleep(200_000)
      terminal.type(Key.control("c"))
      let start = ContinuousClock.now
      try terminal.wait(for: "the load stopped and a prompt") {
        $0.lines.contains { $0.hasSuffix("Stopped; nothing changed.") } && $0.lines.last == "tally>"
      }
      #expect(ContinuousClock.now - start < .seconds(2))
      terminal.type("views" + Key.enter)
      try terminal.wait(for: "the answer of the short file") { $0.lines.contains("│    10 │") }
    }
  #endif
}
