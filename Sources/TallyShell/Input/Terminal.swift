import CLineEditor
import Glibc

/// When to colour, as `--color` says it.
package enum ColorChoice: String, Sendable, CaseIterable {
  case auto
  case always
  case never
}

/// What is known about the terminal without asking it anything: it might not answer.
package struct Terminal: Sendable, Hashable {
  package let isInputTerminal: Bool
  package let isOutputTerminal: Bool
  package let isErrorTerminal: Bool
  /// The value of `TERM`, nil where it is unset or empty.
  package let name: String?
  private let forbidsColor: Bool
  private let environmentColumns: Int?
  /// Whether text on the terminal is UTF-8, by `LC_ALL`, `LC_CTYPE` and `LANG` in that order.
  package let isUTF8: Bool

  /// Reads the environment through a function, so that a test can be the environment.
  ///
  /// `COLUMNS` counts where it is a number from 2 to 10 000, `NO_COLOR` where it is set and not empty
  /// (https://no-color.org).
  package init(environment: (String) -> String?, isTerminal: (Int32) -> Bool) {
    isInputTerminal = isTerminal(STDIN_FILENO)
    isOutputTerminal = isTerminal(STDOUT_FILENO)
    isErrorTerminal = isTerminal(STDERR_FILENO)
    name = environment("TERM").flatMap { $0.isEmpty ? nil : $0 }
    forbidsColor = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    environmentColumns = environment("COLUMNS").flatMap { Int($0) }.flatMap { 2...10_000 ~= $0 ? $0 : nil }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    let folded = locale.lowercased()
    isUTF8 =
      folded.hasSuffix("utf-8") || folded.hasSuffix("utf8") || folded.contains("utf-8@")
      || folded.contains("utf8@")
  }

  /// The terminal of this process.
  package static func current() -> Terminal {
    Terminal(
      environment: { name in getenv(name).map { String(cString: $0) } },
      isTerminal: { isatty($0) == 1 })
  }

  /// Whether a line editor makes sense: someone types, and sees it.
  package var canEdit: Bool { isInputTerminal && isOutputTerminal }

  /// Columns of the window now: as the window says, else `COLUMNS`, else 80.
  package var columns: Int {
    var window = winsize()
    if isOutputTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col >= 2 {
      return Int(window.ws_col)
    }
    return environmentColumns ?? 80
  }

  /// Whether standard output is coloured.
  ///
  /// `always` wins over everything, `NO_COLOR` and `TERM=dumb` over `auto`.
  package func colorsOutput(_ choice: ColorChoice) -> Bool { colors(choice, isTerminal: isOutputTerminal) }

  /// Whether standard error is coloured; the same rule.
  package func colorsErrors(_ choice: ColorChoice) -> Bool { colors(choice, isTerminal: isErrorTerminal) }

  private func colors(_ choice: ColorChoice, isTerminal: Bool) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: isTerminal && !forbidsColor && name != nil && name != "dumb"
    }
  }
}
