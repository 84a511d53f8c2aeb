import Glibc
import Testing

/// A session at the prompt over files with people in them: nothing about them is on the screen or in a file, whatever is
/// typed, and other people in the same cells change nothing.
@Suite("People at the prompt", .serialized) struct PeopleAtThePromptTests {
  private func place(_ name: String, _ text: String, in home: TemporaryFolder) {
    guard let stream = fopen(home.path + "/" + name, "w") else { return }
    fputs(text, stream)
    fclose(stream)
  }

  private func files(in home: TemporaryFolder, _ mark: String) {
    place(
      "videos.csv",
      """
      video,posted,topic,views,saves,contact email,note
      a,2026-01-05,permitted,1000,10,\(mark)1@example.org,"call +43 660 7712349, \(mark)2@example.org"
      b,2026-01-06,permitted,2000,50,\(mark)3@example.org,write \(mark)4@example.org

      """, in: home)
    place("likes.csv", "topic,date,saves\n@\(mark)5,2026-01-01,1\n@\(mark)6,2026-01-02,1\n", in: home)
  }

  /// Starts the program below a shell that asks for dumps of any size, in the folder where one would be written.
  private func start(in home: TemporaryFolder) throws -> TypedTerminal {
    let terminal = try TypedTerminal(
      "/bin/sh",
      arguments: [
        "-c", "cd \"$HOME\" && ulimit -c unlimited 2>/dev/null; exec \"$0\" --no-rc videos.csv",
        Programs.tally,
      ], home: home.path, columns: 100, rows: 60,
      environment: ["TMPDIR": home.path, "XDG_STATE_HOME": home.path])
    try terminal.wait(forLast: "tally>")
    return terminal
  }

  /// Types what people may type; returns the screens.
  private func session(in home: TemporaryFolder, _ mark: String) throws -> [String] {
    let terminal = try start(in: home)
    var screens: [String] = [terminal.screen.lines.joined(separator: "\n")]
    func ask(_ text: String) throws {
      terminal.type(Key.control("l"))
      try terminal.wait(forScreen: ["tally>"])
      terminal.type(text + Key.enter)
      try terminal.wait(for: "an answer to \(text)") { $0.lines.last == "tally>" && $0.lines.count > 1 }
      screens.append(terminal.screen.lines.joined(separator: "\n"))
    }
    for text in [
      "saves by topic", "saves by note", "saves by [contact email]", "load \"likes.csv\"",
      "explain saves by topic",
      "saves by nothing", "who saved \(mark)7", "saves where user = \"\(mark)8\"", "did \(mark)9 save it",
      ".last",
      ".plan saves by topic", ".tree saves by user", "show columns", "saves by topic into \"out.csv\"",
    ] { try ask(text) }
    // What a file is known again by changes with every byte of it; nothing else does.
    try ask("saves by topic")
    try ask(".why")
    let why = screens.removeLast().split(separator: "\n").map(String.init)
    #expect(why.contains { $0.contains("sha256") } && why.contains { $0.contains("bytes:") })
    screens.append(why.filter { !$0.contains("sha256") && !$0.contains("bytes:") }.joined(separator: "\n"))
    // A line that is given up, one that is completed, and what is recalled.
    terminal.type(Key.control("l"))
    try terminal.wait(forScreen: ["tally>"])
    terminal.type("who saved \(mark)0" + Key.control("c"))
    try terminal.wait(forLast: "tally>")
    terminal.type(Key.control("l"))
    try terminal.wait(forScreen: ["tally>"])
    terminal.type("saves by " + Key.tab)
    try terminal.wait(for: "what may come") { screen in
      screen.lines.contains { $0.contains("topic") } && screen.lines.last == "tally> saves by"
    }
    screens.append(terminal.screen.lines.last { $0.contains("topic") } ?? "")
    terminal.type(Key.control("c"))
    try terminal.wait(forLast: "tally>")
    terminal.type(Key.control("d"))
    #expect(terminal.waitForExit() == 0)
    return screens
  }

  /// All bytes of the files that the session left, by name, hidden ones too.
  private func left(in home: TemporaryFolder) -> [String: String] {
    var texts: [String: String] = [:]
    var open = [""]
    while let folder = open.popLast() {
      guard let stream = opendir(home.path + "/" + folder) else { continue }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard name != ".", name != ".." else { continue }
        let path = folder.isEmpty ? name : folder + "/" + name
        if entry.pointee.d_type == UInt8(DT_DIR) { open.append(path) } else { texts[path] = home.read(path) }
      }
      closedir(stream)
    }
    for own in ["videos.csv", "likes.csv"] { texts[own] = nil }
    return texts
  }

  @Test func `nothing about people is shown, recalled or kept, and other people change nothing`() throws {
    let (one, other) = (TemporaryFolder(), TemporaryFolder())
    files(in: one, "canary")
    files(in: other, "zz")
    let shown = try session(in: one, "asked").map { $0.replacing(one.path, with: "HOME") }
    let kept = left(in: one)
    let bytes = (shown + kept.values).joined(separator: "\n")
    #expect(!bytes.contains("canary") && !bytes.contains("7712349"))
    // What is typed stands on the screen as typed, and nowhere else.
    #expect(!kept.values.contains { $0.contains("asked") })
    #expect(kept["out.csv"] == "topic,saves\npermitted,60\n")
    #expect(kept.contains { $0.key != "out.csv" && $0.value.contains("saves by topic") })
    let again = try session(in: other, "asked").map { $0.replacing(other.path, with: "HOME") }
    for (one, other) in zip(shown, again) { #expect(one == other) }
    #expect(again.count == shown.count)
    #expect(left(in: other) == kept)
  }

  @Test(arguments: [SIGABRT, SIGSEGV, SIGQUIT])
  func `a signal leaves no memory of the program in a file`(signal: Int32) throws {
    let home = TemporaryFolder()
    files(in: home, "canary")
    let terminal = try start(in: home)
    let limits = try #require(readSystem("/proc/\(terminal.identifier)/limits"))
    let line = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") } ?? ""
    #expect(line.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"], "\(line)")
    terminal.send(signal: signal)
    #expect(terminal.waitForExit() == 128 + signal)
    #expect(!terminal.screen.lines.contains { $0.contains("crashed") || $0.contains("Registers") })
    #expect(!left(in: home).contains { $0.key.contains("core") || $0.value.contains("canary") })
  }

  private func readSystem(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
