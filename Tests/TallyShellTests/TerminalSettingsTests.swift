import TallyShell
import Testing

@Suite("Terminal") struct TerminalSettingsTests {
  private func terminal(_ variables: [String: String], isTerminal: Bool = true) -> Terminal {
    Terminal(environment: { variables[$0] }, isTerminal: { _ in isTerminal })
  }

  @Test func `colour is for terminals that can show it and users who want it`() {
    #expect(terminal(["TERM": "xterm"]).colorsOutput(.auto))
    #expect(!terminal(["TERM": "xterm"], isTerminal: false).colorsOutput(.auto))
    #expect(!terminal(["TERM": "dumb"]).colorsOutput(.auto))
    #expect(!terminal([:]).colorsOutput(.auto))
    #expect(!terminal(["TERM": "xterm", "NO_COLOR": "1"]).colorsErrors(.auto))
    #expect(terminal(["TERM": "xterm", "NO_COLOR": ""]).colorsErrors(.auto))
    #expect(terminal(["NO_COLOR": "1"], isTerminal: false).colorsOutput(.always))
    #expect(!terminal(["TERM": "xterm"]).colorsOutput(.never))
  }

  @Test func `the first locale variable that is set decides about UTF-8`() {
    #expect(terminal(["LANG": "en_US.UTF-8"]).isUTF8)
    #expect(terminal(["LC_CTYPE": "C.utf8", "LANG": "C"]).isUTF8)
    #expect(terminal(["LC_ALL": "", "LANG": "de_DE.utf8@euro"]).isUTF8)
    #expect(!terminal(["LC_ALL": "C", "LANG": "en_US.UTF-8"]).isUTF8)
    #expect(!terminal([:]).isUTF8)
  }

  @Test(arguments: [("120", 120), ("1", 80), ("x", 80), ("-5", 80), ("99999999999999999999", 80)])
  func `without a window the width is COLUMNS where that makes sense, else 80`(value: String, width: Int) {
    #expect(terminal(["COLUMNS": value], isTerminal: false).columns == width)
  }
}
