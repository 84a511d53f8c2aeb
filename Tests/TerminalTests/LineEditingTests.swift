import Glibc
import Testing

@Suite("Editing a line", .serialized) struct LineEditingTests {
  private let home = TemporaryFolder()

  private func probe(columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws
    -> TypedTerminal
  {
    let terminal = try TypedTerminal(
      Programs.lineEditorProbe, home: home.path, columns: columns, rows: rows, environment: environment)
    try terminal.wait(forLast: "tally>")
    return terminal
  }

  @Test func `Enter runs the text and asks again`() throws {
    let terminal = try probe()
    terminal.type("saves by week" + Key.enter)
    try terminal.wait(
      forScreen: ["tally> saves by week", "read 13 <saves by week>", "tally>"], cursor: (2, 7))
  }

  @Test func `text goes in and out at the cursor`() throws {
    let terminal = try probe()
    terminal.type(
      "sves wek" + Key.left + Key.left + "e" + Key.home + Key.right + "a" + Key.end + "X" + Key.backspace)
    try terminal.wait(forScreen: ["tally> saves week"], cursor: (0, 17))
    terminal.type(Key.wordLeft + Key.wordLeft + Key.delete + "S" + Key.alt("f") + Key.control("k"))
    try terminal.wait(forScreen: ["tally> Saves"], cursor: (0, 12))
    terminal.type(Key.control("y") + Key.alt("b") + Key.control("w") + Key.control("a") + Key.control("d"))
    try terminal.wait(forScreen: ["tally> eek"], cursor: (0, 7))
    terminal.type(Key.control("e") + Key.control("u") + Key.control("y") + Key.enter)
    try terminal.wait(forLine: "read 3 <eek>")
  }

  @Test(arguments: ["C", "C.UTF-8", ""])
  func `wide characters, emoji and marks are edited whole in any locale`(locale: String) throws {
    let terminal = try probe(environment: ["LC_ALL": locale, "LANG": locale])
    terminal.type("日本語🎬é")
    try terminal.wait(forScreen: ["tally> 日本語🎬é"], cursor: (0, 16))
    terminal.type(Key.left + Key.left + Key.backspace + Key.left + "x" + Key.enter)
    try terminal.wait(forLine: "read 5 <日x本🎬é>")
  }

  @Test func `backspace takes a joined emoji, a flag and an accented letter as one`() throws {
    let terminal = try probe()
    terminal.type("a👩\u{200D}👩\u{200D}👧b🇩🇪c👍🏽de\u{301}")
    terminal.type(Key.backspace + Key.backspace + Key.backspace + Key.enter)
    try terminal.wait(forLine: "read 10 <a👩\u{200D}👩\u{200D}👧b🇩🇪c>")
    // Between two lines the terminal edits by itself: only what is typed at a prompt reaches the editor.
    try terminal.wait(forLast: "tally>")
    terminal.type(
      "a👩\u{200D}👩\u{200D}👧b" + Key.left + Key.backspace + "🇩🇪" + Key.left + Key.delete + Key.enter)
    try terminal.wait(forLine: "read 2 <ab>")
  }

  @Test func `a line longer than the window wraps where wide characters fit`() throws {
    let terminal = try probe(columns: 40)
    terminal.type("title 日本語日本語日本語日本語日本語 🎬")
    try terminal.wait(forScreen: ["tally> title 日本語日本語日本語日本語日", "本語 🎬"], cursor: (1, 7))
    terminal.type(Key.home + "é日")
    try terminal.wait(forScreen: ["tally> é日title 日本語日本語日本語日本語", "日本語 🎬"], cursor: (0, 10))
    terminal.type(Key.enter)
    try terminal.wait(forLast: "tally>")
    #expect(terminal.screen.lines.dropFirst(2).first == "read 25 <é日title 日本語日本語日本語日本")
  }

  @Test func `an incomplete text goes on in a new line, in which the keys move`() throws {
    let terminal = try probe()
    terminal.type(
      "saves," + Key.enter + "views" + Key.up + Key.end + "X" + Key.home + "Y" + Key.down + Key.end + "Z"
        + Key.enter)
    try terminal.wait(forScreen: [
      "tally> Ysaves,X", "     >   viewsZ", "read 17 <Ysaves,X\\n  viewsZ>", "tally>",
    ])
  }

  @Test func `Enter on an empty line ends a text that never becomes complete`() throws {
    let terminal = try probe()
    terminal.type("saves," + Key.enter + Key.enter)
    try terminal.wait(forLine: "read 9 <saves,\\n  >")
  }

  @Test func `a text taller than the window shows the rows around the cursor`() throws {
    let terminal = try probe(columns: 40, rows: 5)
    for line in 1...7 { terminal.type("line \(line)," + Key.enter) }
    terminal.type("end")
    try terminal.wait(forScreen: [
      "     >   line 4,", "     >   line 5,", "     >   line 6,", "     >   line 7,", "     >   end",
    ])
    for _ in 1...7 { terminal.type(Key.up) }
    terminal.type(Key.home + "X")
    try terminal.wait(for: "the first line with an X") { $0.lines.first == "tally> Xline 1," }
    #expect(terminal.screen.lines.count == 5)
  }

  @Test func `unknown and broken key sequences leave nothing in the line`() throws {
    let terminal = try probe()
    terminal.type("a\u{1B}[1;2P\u{1B}[99;99;99;99;99;99;99~\u{1B}[24~\u{1B}OP\u{1B}\u{1B}[C\u{1B}zb")
    terminal.type(bytes: [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xF5, 0x00, 0x16, 0x1C & 0x00])
    terminal.type("c" + Key.enter)
    try terminal.wait(forLine: "read 4 <ab(c>")
  }

  @Test func `a resized window shows the line at its new width`() throws {
    let terminal = try probe(columns: 80)
    terminal.type("saves by week")
    try terminal.wait(forScreen: ["tally> saves by week"])
    terminal.resize(columns: 30, rows: 10)
    terminal.type(" where views > 1000")
    try terminal.wait(forScreen: ["tally> saves by week where vie", "ws > 1000"], cursor: (1, 9))
    #expect(terminal.screen.unknown == [])
  }

  @Test func `clearing the screen keeps the line`() throws {
    let terminal = try probe()
    terminal.type("one" + Key.enter)
    try terminal.wait(forLast: "tally>")
    terminal.type("two" + Key.control("l"))
    try terminal.wait(forScreen: ["tally> two"], cursor: (0, 10))
  }

  @Test func `without a terminal that moves its cursor there is no editor`() throws {
    let terminal = try TypedTerminal(Programs.lineEditorProbe, home: home.path, environment: ["TERM": "dumb"])
    try terminal.wait(forLast: "no editor")
  }
}
