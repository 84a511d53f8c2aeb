import Glibc
import Testing

@Suite("Leaving, cancelling, pausing", .serialized) struct InterruptTests {
  private let home = TemporaryFolder()

  private func probe(columns: Int = 80) throws -> TypedTerminal {
    let terminal = try TypedTerminal(Programs.lineEditorProbe, home: home.path, columns: columns)
    try terminal.wait(forLast: "tally>")
    return terminal
  }

  @Test func `Ctrl-C drops the line, all of its rows, and asks again`() throws {
    let terminal = try probe()
    terminal.type("saves," + Key.enter + "views" + Key.up)
    try terminal.wait(forScreen: ["tally> saves,", "     >   views"], cursor: (0, 13))
    terminal.type(Key.control("c"))
    try terminal.wait(
      forScreen: ["tally> saves,", "     >   views^C", "cancelled", "tally>"], cursor: (3, 7))
    terminal.type("next" + Key.enter)
    try terminal.wait(forLine: "read 4 <next>")
  }

  @Test func `Ctrl-C stops a running query and not the next line`() throws {
    let terminal = try probe()
    terminal.type("spin" + Key.enter)
    try terminal.wait(forLast: "spinning")
    terminal.type(Key.control("c"))
    try terminal.wait(for: "the query stopped and a prompt") {
      $0.lines.contains { $0.hasSuffix("stopped") } && $0.lines.last == "tally>"
    }
    terminal.type("next" + Key.enter)
    try terminal.wait(forLine: "read 4 <next>")
    #expect(!terminal.screen.lines.contains("cancelled"))
  }

  @Test func `Ctrl-D deletes in a line and leaves from an empty one`() throws {
    let terminal = try probe()
    terminal.type("ab" + Key.home + Key.control("d") + Key.end + Key.control("d") + Key.enter)
    try terminal.wait(forLine: "read 1 <b>")
    terminal.type(Key.control("d"))
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.screen.lines.last == "end")
  }

  @Test func `a Ctrl-D typed while a query runs leaves after it`() throws {
    let terminal = try probe()
    terminal.type("ahead" + Key.enter)
    try terminal.wait(forLast: "ready")
    terminal.type(Key.control("d"))
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.screen.lines.last == "end")
  }

  @Test func `Ctrl-Z gives the terminal back and fg brings the line again`() throws {
    let terminal = try TypedTerminal("/bin/bash", arguments: ["--norc", "-i"], home: home.path)
    terminal.type("PS1='$ '; clear" + Key.enter)
    try terminal.wait(forScreen: ["$"])
    terminal.type(Programs.lineEditorProbe + Key.enter)
    try terminal.wait(forLast: "tally>")
    terminal.type("saves by")
    try terminal.wait(forLast: "tally> saves by")
    terminal.type(Key.control("z"))
    try terminal.wait(for: "the calling shell") { $0.lines.last == "$" }
    terminal.type("echo $((6 * 7))" + Key.enter)
    try terminal.wait(forLine: "42")
    terminal.type("fg" + Key.enter)
    try terminal.wait(forLast: "tally> saves by")
    terminal.type(" week" + Key.enter)
    try terminal.wait(forLine: "read 13 <saves by week>")
  }

  @Test(arguments: [SIGTERM, SIGQUIT, SIGHUP])
  func `a signal that ends the program puts the terminal right first`(signal: Int32) throws {
    let terminal = try probe()
    terminal.type("saves")
    try terminal.wait(forLast: "tally> saves")
    #expect(!terminal.echoesLines)
    terminal.send(signal: signal)
    #expect(terminal.waitForExit() == 128 + signal)
    #expect(terminal.echoesLines)
  }
}
