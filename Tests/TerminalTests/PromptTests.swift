import Glibc
import Testing

@Suite("The shell itself", .serialized) struct PromptTests {
  private let home = TemporaryFolder()

  private func shell() throws -> TypedTerminal {
    let file = home.path + "/videos.csv"
    if let stream = fopen(file, "w") {
      fputs("video,posted,format,views,saves\na,2026-01-05,vlog,10,1\nb,2026-01-06,tutorial,20,5\n", stream)
      fclose(stream)
    }
    let terminal = try TypedTerminal(
      Programs.tally, arguments: ["--no-rc", file], home: home.path, columns: 80, rows: 40)
    try terminal.wait(forLast: "tally>")
    terminal.type(Key.control("l"))
    try terminal.wait(forScreen: ["tally>"])
    return terminal
  }

  private func lines(after text: String, on terminal: TypedTerminal, endingWith last: String) throws
    -> [String]
  {
    terminal.type(text + Key.enter)
    try terminal.wait(for: "the answer to \(text)") { screen in
      screen.lines.last == "tally>" && screen.lines.contains(last)
    }
    let shown = terminal.screen.lines
    terminal.type(Key.control("l"))
    try terminal.wait(forScreen: ["tally>"])
    return Array(shown.dropFirst().dropLast()).filter { !$0.isEmpty }
  }

  @Test func `the tree of a sentence is shown, and a refused one has none`() throws {
    let terminal = try shell()
    #expect(
      try lines(after: ".tree", on: terminal, endingWith: "There is no sentence yet.") == [
        "There is no sentence yet."
      ])
    #expect(
      try lines(after: ".tree saves by format", on: terminal, endingWith: "      name format") == [
        "question", "  query", "    item", "      name saves", "    by", "      name format",
      ])
    let refused = try lines(
      after: ".tree saves by user", on: terminal, endingWith: "Type .1 to .3 to put one of them on the line.")
    #expect(refused.first == "P103  A row for each person")
    #expect(!refused.contains("question"))
  }

  @Test func `what was offered stands on the line, to edit or to ask`() throws {
    let terminal = try shell()
    _ = try lines(
      after: "saves by user", on: terminal, endingWith: "Type .1 to .3 to put one of them on the line.")
    terminal.type(".1" + Key.enter)
    try terminal.wait(forScreen: ["tally> .1", "tally> saves by video"])
    // Nothing was asked yet: the line can be edited, dropped, and asked for again.
    terminal.type(Key.control("w") + "format")
    try terminal.wait(forScreen: ["tally> .1", "tally> saves by format"])
    terminal.type(Key.enter)
    try terminal.wait(for: "the answer") { screen in
      screen.lines.last == "tally>" && screen.lines.contains("│ tutorial │     5 │")
    }
    terminal.type(Key.control("l"))
    try terminal.wait(forScreen: ["tally>"])
    terminal.type(".1" + Key.enter)
    try terminal.wait(forScreen: ["tally> .1", "Nothing was offered.", "tally>"])
    terminal.type(Key.control("l"))
    try terminal.wait(forScreen: ["tally>"])
    _ = try lines(
      after: "saves by user", on: terminal, endingWith: "Type .1 to .3 to put one of them on the line.")
    terminal.type(".2" + Key.enter)
    try terminal.wait(for: "the second") {
      $0.lines.last?.hasPrefix("tally> ") == true && $0.lines.count == 2
    }
    let second = terminal.screen.lines.last
    terminal.type(Key.control("c"))
    try terminal.wait(for: "a dropped line") { $0.lines.last == "tally>" }
    terminal.type(".2" + Key.enter)
    try terminal.wait(for: "the second again") { $0.lines.last == second }
    terminal.type(Key.control("u") + ".4" + Key.enter)
    try terminal.wait(forLine: "There are 3 to choose from.")
  }

  @Test func `a start file cannot lower what a policy raises`() throws {
    func place(_ name: String, _ text: String) {
      guard let stream = fopen(home.path + "/" + name, "w") else { return }
      fputs(text, stream)
      fclose(stream)
    }
    mkdir(home.path + "/.config", 0o755)
    mkdir(home.path + "/.config/tally", 0o755)
    place(".config/tally/tally.policy", "smallest group: 20\n")
    place(".config/tally/rc.tally", "set smallest_group = 1\nset profile = none\nset min_videos = 1\n")
    place(
      "countries.csv", "country,followers\nA,917\nB,463\nC,301\nD,103\nE,61\nF,25\nG,4\n")
    let terminal = try TypedTerminal(
      Programs.tally, arguments: [home.path + "/countries.csv"], home: home.path, columns: 80, rows: 40)
    try terminal.wait(forLast: "tally>")
    terminal.type(Key.control("l"))
    try terminal.wait(forScreen: ["tally>"])
    let shown = try lines(
      after: "followers by country", on: terminal, endingWith: "│ (folded) │        90 │")
    #expect(shown.contains("│ D        │       103 │") && !shown.contains { $0.hasPrefix("│ E ") })
  }

  @Test func `the files behind an answer are named with what they are known again by`() throws {
    let terminal = try shell()
    #expect(
      try lines(after: ".why", on: terminal, endingWith: "There is no answer yet.") == [
        "There is no answer yet."
      ])
    _ = try lines(after: "saves", on: terminal, endingWith: "Counted: all 2 videos.")
    #expect(
      try lines(after: ".why", on: terminal, endingWith: "      bytes: 82, rows kept: 2") == [
        "saves", "  videos, 2026-01-05 to 2026-01-06", "    \(home.path)/videos.csv",
        "      sha256 356b59ba695c9168cf96fd660a4772bde2190343e42858d8413b1ba277b52dfe",
        "      bytes: 82, rows kept: 2",
      ])
  }

  @Test func `the audience that is loaded is attacked, from its files as they are now`() throws {
    let terminal = try shell()
    let nobody = "None of these files splits an audience, so there is nobody to be worked out."
    #expect(try lines(after: ".audit", on: terminal, endingWith: nobody) == [nobody])
    func write(_ rows: String) {
      guard let stream = fopen(home.path + "/c.csv", "w") else { return }
      fputs("country,followers\n" + rows, stream)
      fclose(stream)
    }
    write("DE,900\nAT,300\nIS,7\nNR,5\nTV,4\n")
    let loaded = "  counted together as (folded) (P401, P402): small groups, and what hides them"
    _ = try lines(after: "load \"\(home.path)/c.csv\"", on: terminal, endingWith: loaded)
    let passed = "Passed: 1 breakdown, 78 questions, and nobody can be worked out."
    let shown = try lines(after: ".audit", on: terminal, endingWith: passed)
    #expect(shown.contains("  known rules            –         –  10 or more  P402"))
    // What the session has open stays as it is, so another file says nothing of it.
    write("DE,900\nAT,300\nIS,7\nNR,6\nTV,3\n")
    let changed = "`tally audit FILE` reads them anew and audits them."
    #expect(try lines(after: ".audit", on: terminal, endingWith: changed).count == 3)
  }

  @Test func `a file that is written is told in one line, and the last answer stays`() throws {
    let terminal = try shell()
    _ = try lines(after: "saves", on: terminal, endingWith: "Counted: all 2 videos.")
    let wrote = "Wrote \(home.path)/out.csv: 2 rows."
    #expect(
      try lines(after: "saves by format into \"\(home.path)/out.csv\"", on: terminal, endingWith: wrote) == [
        wrote
      ])
    #expect(home.read("out.csv") == "format,saves\ntutorial,5\nvlog,1\n")
    #expect(try lines(after: ".last", on: terminal, endingWith: "Counted: all 2 videos.").contains("saves"))
  }

  @Test func `a definition that replaces another one is told`() throws {
    let terminal = try shell()
    let told = "`half` is redefined."
    #expect(
      try lines(
        after: "define metric half = saves / 2; define metric half = views / 2", on: terminal,
        endingWith: told)
        == [told])
  }

  @Test func `what is loaded is saved in one file that opens like an export`() throws {
    let terminal = try shell()
    let wanted = "A file is wanted: .save tables channel.snapshot"
    #expect(try lines(after: ".save tables", on: terminal, endingWith: wanted) == [wanted])
    let saved = "Saved what is loaded from 1 file to \(home.path)/v.snapshot."
    #expect(
      try lines(after: ".save tables \"\(home.path)/v.snapshot\"", on: terminal, endingWith: saved) == [saved]
    )
    let opened = try TypedTerminal(
      Programs.tally, arguments: ["--no-rc", home.path + "/v.snapshot"], home: home.path, columns: 80,
      rows: 40)
    try opened.wait(forLast: "tally>")
    #expect(opened.screen.lines.first?.hasSuffix("/v.snapshot: a snapshot of 1 file") == true)
    opened.type("saves" + Key.enter)
    try opened.wait(forLine: "Counted: all 2 videos.")
  }
}
