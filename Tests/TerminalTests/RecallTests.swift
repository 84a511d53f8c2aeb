import Glibc
import Testing

@Suite("Recalling, searching, pasting, completing", .serialized) struct RecallTests {
  private let home = TemporaryFolder()
  private let history = ".local/state/tally/history"

  private func probe(columns: Int = 80, rows: Int = 24) throws -> TypedTerminal {
    let terminal = try TypedTerminal(Programs.lineEditorProbe, home: home.path, columns: columns, rows: rows)
    try terminal.wait(forLast: "tally>")
    return terminal
  }

  private func run(_ texts: [String], on terminal: TypedTerminal) throws {
    for text in texts { terminal.type(text + Key.enter) }
    let last = texts.last?.split(separator: "\r").joined(separator: "\\n  ") ?? ""
    try terminal.wait(for: "the last of the texts") {
      $0.lines.dropLast().last?.hasSuffix("<\(last)>") ?? false
    }
    terminal.type(Key.control("l"))
    try terminal.wait(forScreen: ["tally>"])
  }

  @Test func `Up recalls what begins as typed, Down comes back`() throws {
    let terminal = try probe()
    try run(["saves by week", "views by day", "saves by month"], on: terminal)
    terminal.type("sav" + Key.up)
    try terminal.wait(forScreen: ["tally> saves by month"])
    terminal.type(Key.up)
    try terminal.wait(forScreen: ["tally> saves by week"])
    terminal.type(Key.up)
    try terminal.wait(for: "a bell") { $0.bells == 1 }
    terminal.type(Key.down + Key.down)
    try terminal.wait(forScreen: ["tally> sav"], cursor: (0, 10))
  }

  @Test func `a text of several lines is recalled whole`() throws {
    let terminal = try probe()
    try run(["saves,\rviews"], on: terminal)
    terminal.type(Key.up)
    try terminal.wait(forScreen: ["tally> saves,", "     >   views"], cursor: (1, 14))
  }

  @Test func `the file has what ran, is the user's alone, and serves the next session`() throws {
    try run(["saves by week", "bad query", "secret question", " hidden", "saves,\rviews"], on: probe())
    #expect(home.read(history) == "saves by week\nsaves,\\n  views\n")
    var status = stat()
    #expect(stat(home.path + "/" + history, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    let terminal = try probe()
    terminal.type(Key.up)
    try terminal.wait(forScreen: ["tally> saves,", "     >   views"])
  }

  @Test func `an unwritable home is one warning`() throws {
    let terminal = try TypedTerminal(Programs.lineEditorProbe, home: "/proc/nowhere", columns: 120)
    try terminal.wait(forLast: "tally>")
    terminal.type("one" + Key.enter + "two" + Key.enter)
    try terminal.wait(for: "two read") { $0.lines.contains("read 3 <two>") && $0.lines.last == "tally>" }
    #expect(terminal.screen.lines.count { $0.hasPrefix("warning") } == 1)
    terminal.type(Key.up + Key.up)
    try terminal.wait(forLast: "tally> one")
  }

  @Test func `Ctrl-R finds a part in any case and Enter runs it`() throws {
    let terminal = try probe()
    try run((1...7).map { "saves where views > \($0)000" }, on: terminal)
    terminal.type("abc" + Key.control("r"))
    try terminal.wait(
      forScreen: [
        "search:", "> saves where views > 7000", "  saves where views > 6000", "  saves where views > 5000",
        "  saves where views > 4000", "  saves where views > 3000", "  Enter runs, Tab edits, Esc goes back",
      ], cursor: (0, 8))
    terminal.type("VIEWS > 2")
    try terminal.wait(
      forScreen: [
        "search: VIEWS > 2", "> saves where views > 2000", "  Enter runs, Tab edits, Esc goes back",
      ])
    terminal.type(Key.enter)
    try terminal.wait(forScreen: [
      "tally> saves where views > 2000", "read 24 <saves where views > 2000>", "tally>",
    ])
  }

  @Test(arguments: [20, 40])
  func `a search in a narrow window keeps to its rows`(columns: Int) throws {
    let terminal = try probe(columns: columns, rows: 8)
    try run(["title 日本語日本語日本語日本語日本語日本語日本語", "saves"], on: terminal)
    terminal.type("x" + Key.control("r") + "日本")
    try terminal.wait(for: "one hit, cut") { screen in
      screen.lines.count >= 2 && screen.lines[0].hasSuffix("日本") && screen.lines[1].hasPrefix("> title 日本語")
        && screen.lines[1].hasSuffix("…") && screen.row == 0
    }
    terminal.type(Key.escape)
    try terminal.wait(forScreen: ["tally> x"], cursor: (0, 8))
    terminal.type(Key.control("r") + "saves" + Key.tab + " by")
    try terminal.wait(forScreen: ["tally> saves by"])
    terminal.type(Key.control("r") + "zzz")
    try terminal.wait(for: "a search without a hit") { $0.lines.first?.hasSuffix("zzz") ?? false }
    terminal.type(Key.control("c"))
    try terminal.wait(forScreen: ["tally> saves by^C", "cancelled", "tally>"])
  }

  @Test func `a paste goes in and does not run, without its control characters`() throws {
    let terminal = try probe()
    terminal.type("a " + Key.paste("one\rtwo\u{7}\u{1B}[31m\tthree\rfour\r\r"))
    try terminal.wait(forScreen: ["tally> a one", "     > two[31m three", "     > four"], cursor: (2, 11))
    terminal.type(Key.enter)
    try terminal.wait(forLine: "read 24 <a one\\ntwo[31m three\\nfour>")
  }

  @Test func `a paste of 200 000 characters arrives whole`() throws {
    let terminal = try probe()
    terminal.type(
      Key.paste(String(repeating: "views日 ", count: 28_571)) + Key.home + Key.control("k") + Key.control("y"))
    terminal.type(Key.home + Key.control("k") + "short" + Key.enter)
    try terminal.wait(forLine: "read 5 <short>")
  }

  @Test func `Tab replaces the whole word under the cursor and adds a space`() throws {
    let terminal = try probe()
    terminal.type("viws by" + Key.home + Key.right + Key.right + Key.tab)
    try terminal.wait(forScreen: ["tally> views by"], cursor: (0, 12))
    terminal.type(Key.end + " wat" + Key.tab)
    try terminal.wait(forScreen: ["tally> views by watch_time"], cursor: (0, 27))
    terminal.type("q" + Key.tab)
    try terminal.wait(for: "a bell") { $0.bells == 1 }
  }

  @Test func `Tab lists what fits and puts in what they share`() throws {
    let terminal = try probe(columns: 40)
    terminal.type("s" + Key.tab)
    try terminal.wait(forScreen: [
      "tally> s", "saves     metric  shares    metric", "save_rate metric", "tally> s",
    ])
    terminal.type("a" + Key.tab)
    try terminal.wait(for: "the shared part") { $0.lines.last == "tally> save" && $0.column == 11 }
    terminal.type("_" + Key.tab + Key.enter)
    try terminal.wait(forLine: "read 10 <save_rate >")
  }
}
