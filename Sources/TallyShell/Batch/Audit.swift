import Glibc
import TallyEngine
import TallyLanguage
package import TallyRender

/// Reads files, attacks what is opened of their audience, writes what came of it to standard output, and returns the exit
/// status: 0 where nobody can be worked out, 3 where somebody can or a file is refused, 4 for a broken file.
///
/// As text for people; as one JSON object a breakdown for json and ndjson.
/// - Throws: `UsageError` for a format that is not for reports.
package func audit(_ invocation: Invocation) throws(UsageError) -> Int32 {
  if invocation.files.isEmpty { throw .nothingToAudit }
  let terminal = Terminal.current()
  let format = invocation.format ?? .plain
  let isData = format == .json || format == .ndjson
  guard isData || [.plain, .box].contains(format) else { throw .auditFormat }
  let style = Style(
    width: terminal.isOutputTerminal ? terminal.columns : nil,
    colour: terminal.colorsOutput(invocation.colour), unicode: !terminal.isOutputTerminal || terminal.isUTF8)
  let messages = Messages(style: style, isJSON: isData || invocation.errorFormat == .json, form: .brief)
  var session = Session(isBatch: true, files: try invocation.fileAccess())
  session.settle(invocation)
  session.evidence = []
  Interrupt.installForBatch()
  let cancellation = Interrupt.begin()
  do throws(Failure) {
    try session.adoptPolicies(named: invocation.policies)
    _ = try session.load(invocation.files)
    write(session.takePolicyNotices().map(messages.notice).joined(), to: STDERR_FILENO)
    let audit = try session.audit(session.evidence ?? [], isCancelled: { cancellation.isCancelled })
    write(isData ? audit.jsonLines : audit.text(style), to: STDOUT_FILENO)
    return audit.isPassed ? 0 : Failure.notPrivate
  } catch {
    write(session.takePolicyNotices().map(messages.notice).joined(), to: STDERR_FILENO)
    write(messages.text(error, in: nil), to: STDERR_FILENO)
    return error.exitStatus
  }
}

extension Failure {
  /// The exit status where people are at stake.
  fileprivate static var notPrivate: Int32 { 3 }
}

extension Session {
  /// What `.audit` says: the files of the session are read again, for only they say what is hidden, and what the session
  /// has open is attacked.
  ///
  /// - Throws: F codes where a file is not there any more; `.cancelled`.
  package func auditText(_ style: Style, isCancelled: @escaping @Sendable () -> Bool) throws(Failure)
    -> String
  {
    guard let audit = try auditAgain(isCancelled: isCancelled) else {
      return [
        "Files have changed since they were loaded, or came through a pipe or in a snapshot, so nothing says what is hidden.",
        "`tally audit FILE` reads them anew and audits them.",
      ].map { wrap($0, style: style) + "\n" }.joined()
    }
    return audit.text(style)
  }
}

extension Audit {
  /// The reports, one below the other, and what is said of all of them.
  fileprivate func text(_ style: Style) -> String {
    let blocks = reports.map { $0.lines(style) } + [closing]
    return blocks.map { lines in
      lines.map { wrap(SafeText.forPeople($0), style: style) + "\n" }.joined()
    }.joined(separator: "\n")
  }

  fileprivate var jsonLines: String {
    reports.isEmpty ? closing.map(noteLine).joined() : reports.map(\.record.jsonLine).joined()
  }
}
