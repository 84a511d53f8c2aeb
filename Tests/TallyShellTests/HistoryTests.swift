import Glibc
import TallyShell
import Testing

@Suite("History") struct HistoryTests {
  /// A file in a new folder of its own, left to the cleaning of the temporary folder.
  private static func path() -> String {
    var template = Array("/tmp/tally-history-XXXXXX\0".utf8CString)
    return (mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent") + "/state/history"
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  @Test func `a text of several lines and backslashes comes back as it was`() {
    let path = Self.path()
    var history = History(path: path)
    history.remember("saves by week\n  where title = \"a\\\\b\"  \n", onDisk: true)
    #expect(Self.read(path) == "saves by week\\n  where title = \"a\\\\\\\\b\"\n")
    #expect(History(path: path).entries == ["saves by week\n  where title = \"a\\\\b\""])
  }

  @Test func `the file belongs to its owner alone, also one that was open to all`() {
    let path = Self.path()
    var history = History(path: path)
    history.remember("one", onDisk: true)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    chmod(path, 0o644)
    history.remember("two", onDisk: true)
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `two sessions write to one file and lose nothing`() {
    let path = Self.path()
    var first = History(path: path)
    var second = History(path: path)
    first.remember("a", onDisk: true)
    second.remember("b", onDisk: true)
    first.remember("c", onDisk: true)
    #expect(Self.read(path) == "a\nb\nc\n")
    #expect(History(path: path).entries == ["a", "b", "c"])
  }

  @Test func `what is not for the disk is recalled in this session only`() {
    let path = Self.path()
    var history = History(path: path)
    history.remember("saves by wek", onDisk: false)
    history.remember(" saves", onDisk: true)
    history.remember(" \n ", onDisk: true)
    #expect(history.entries == ["saves by wek"])
    #expect(Self.read(path) == nil)
    history.remember("saves by wek", onDisk: true)
    #expect(Self.read(path) == "saves by wek\n")
  }

  @Test func `a text that is typed again moves to the end`() {
    let path = Self.path()
    var history = History(path: path)
    for text in ["a", "b", "b", "a"] { history.remember(text, onDisk: true) }
    #expect(history.entries == ["b", "a"])
    #expect(Self.read(path) == "a\nb\na\n")
    #expect(History(path: path).entries == ["b", "a"])
  }

  @Test func `damaged lines are left out and half a line does not spoil the next`() {
    let path = Self.path()
    var history = History(path: path)
    history.remember("a", onDisk: true)
    Self.write("good\nbad\\x\nbad\u{1B}[2J\nbad\\\n\n\u{9B}bad\nalso good\nhalf", to: path)
    #expect(History(path: path).entries == ["good", "also good", "half"])
    history.remember("next", onDisk: true)
    #expect(History(path: path).entries == ["good", "also good", "half", "next"])
  }

  @Test func `where nothing can be written there is one warning and recall works`() {
    var history = History(path: "/proc/nowhere/history")
    let atStart = history.takeWarning()
    history.remember("a", onDisk: true)
    let afterFirst = history.takeWarning()
    history.remember("b", onDisk: true)
    let afterSecond = history.takeWarning()
    #expect(atStart == nil && afterSecond == nil)
    #expect(
      afterFirst == "Queries are not kept for the next session: /proc/nowhere/history cannot be written.")
    #expect(history.entries == ["a", "b"])
  }

  @Test func `a folder in the place of the file is a warning, not a failure`() {
    var history = History(path: "/tmp")
    let unreadable = history.takeWarning()
    #expect(unreadable == "Earlier queries are not available: /tmp cannot be read.")
    var homeless = History(path: nil)
    let placeless = homeless.takeWarning()
    #expect(placeless == "Queries are not kept for the next session: HOME is not set.")
  }

  @Test func `a file that has grown is cut to its newest entries`() {
    let path = Self.path()
    var history = History(path: path)
    history.remember("first", onDisk: true)
    let line = String(repeating: "x", count: 1000)
    Self.write((0..<5000).map { "\(line) \($0)\n" }.joined(), to: path)
    let loaded = History(path: path)
    #expect(loaded.entries.last == "\(line) 4999")
    #expect(loaded.entries.count < 4200)
    #expect((Self.read(path)?.utf8.count ?? 0) <= 4 << 20)
    #expect(History(path: path).entries == loaded.entries)
  }

  @Test func `clearing empties memory and file`() {
    let path = Self.path()
    var history = History(path: path)
    history.remember("a", onDisk: true)
    let isCleared = history.clear()
    #expect(isCleared)
    #expect(history.entries == [])
    #expect(Self.read(path) == "")
  }

  @Test func `a search ignores case and finds the newest first`() {
    var history = History()
    for text in ["Saves by week", "views", "SAVES"] { history.remember(text, onDisk: false) }
    #expect(history.search("saves") == ["SAVES", "Saves by week"])
    #expect(history.search("") == ["SAVES", "views", "Saves by week"])
  }

  @Test func `the place follows the directory specification`() {
    #expect(History.path { ["XDG_STATE_HOME": "/s", "HOME": "/h"][$0] } == "/s/tally/history")
    #expect(History.path { ["XDG_STATE_HOME": "s", "HOME": "/h"][$0] } == "/h/.local/state/tally/history")
    #expect(History.path { _ in nil } == nil)
  }
}
