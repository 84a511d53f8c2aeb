import Glibc
import TallyRender

/// Watches files being read: says on a terminal how far a long read is, and ends it on Ctrl-C.
package struct ReadingWatch {
  private let isShown: Bool
  private let isCancelled: () -> Bool
  private var next: ContinuousClock.Instant
  /// Whether there is a line to be taken away.
  private var hasLine = false

  /// - Parameter isShown: whether someone sees it; by default where standard error is a terminal.
  package init(
    isShown: Bool = isatty(STDERR_FILENO) == 1,
    isCancelled: @escaping () -> Bool = { Cancellation().isCancelled }
  ) {
    self.isShown = isShown
    self.isCancelled = isCancelled
    next = .now + .milliseconds(500)
  }

  /// To be called every few megabytes, and at least every tenth of a second where a read waits.
  ///
  /// - Parameters:
  ///   - verb: What is done, `reading`.
  ///   - bytes: How far it is.
  /// - Throws: `.cancelled` after Ctrl-C.
  package mutating func tick(_ verb: String, _ name: String, _ bytes: Int) throws(Failure) {
    if isCancelled() { throw .cancelled }
    guard isShown, ContinuousClock.now >= next else { return }
    next = .now + .milliseconds(200)
    write(Self.erased + Self.line(verb, name, bytes), to: STDERR_FILENO)
    hasLine = true
  }

  /// Takes the line away; to be called before anything else is written.
  package mutating func end() {
    if hasLine { write(Self.erased, to: STDERR_FILENO) }
    hasLine = false
  }

  /// `reading big.csv ... 120 MB`, at most 79 columns wide.
  package static func line(_ verb: String, _ name: String, _ bytes: Int) -> String {
    let own = SafeText.forPeople(name.split(separator: "/").last.map(String.init) ?? name)
    // No character takes more than two columns.
    let short = own.count > 25 ? own.prefix(24) + "…" : own[...]
    return "\(verb) \(short) ... \(bytes / 1_000_000) MB"
  }

  private static let erased = "\r" + String(repeating: " ", count: 79) + "\r"
}
