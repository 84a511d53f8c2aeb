import Glibc
package import TallyEngine
import TallyLanguage
import TallyPlan
import TallyRender

extension Session {
  /// What each of some files would be taken for, beside the others; nothing is loaded.
  ///
  /// - Returns: a report of each file and of each member of an archive, or why it would not be loaded, in the order given.
  /// - Throws: F codes where a file cannot be read at all.
  package mutating func describe(_ patterns: [String]) throws(Failure) -> [Result<LoadReport, Failure>] {
    var watch = ReadingWatch()
    defer { watch.end() }
    let named = try namedFiles(patterns, at: .none, &watch)
    try adoptPolicies(beside: named)
    var described: [Result<LoadReport, Failure>] = []
    for file in named {
      var session = self
      do throws(Failure) {
        described += try session.load([file], beside: named, &watch).map { .success($0) }
      } catch {
        described.append(.failure(error))
      }
    }
    return described
  }
}

/// Writes what files would be taken for to standard output, and returns the exit status: the first failure's.
///
/// As text for people; as one JSON object a file for json and ndjson.
/// - Throws: `UsageError` for a format that is not for reports.
package func describe(_ invocation: Invocation) throws(UsageError) -> Int32 {
  if invocation.files.isEmpty { throw .nothingToDescribe }
  let format = invocation.format ?? .plain
  let isData = format == .json || format == .ndjson
  guard isData || [.plain, .box].contains(format) else { throw .describeFormat }
  let terminal = Terminal.current()
  let style = Style(
    width: terminal.isOutputTerminal ? terminal.columns : nil,
    colour: terminal.colorsOutput(invocation.colour), unicode: !terminal.isOutputTerminal || terminal.isUTF8)
  let messages = Messages(style: style, isJSON: isData, form: .brief)
  var session = Session(isBatch: true, files: try invocation.fileAccess())
  session.settle(invocation)
  func writeNotices() {
    write(session.takePolicyNotices().map(messages.notice).joined(), to: STDERR_FILENO)
  }
  do throws(Failure) {
    try session.adoptPolicies(named: invocation.policies)
    var status: Int32 = 0
    let all = try session.describe(invocation.files)
    writeNotices()
    for described in all {
      switch described {
      case .success(let report):
        let lines = report.lines.map { wrap(SafeText.forPeople($0), style: style) + "\n" }.joined()
        write(isData ? report.record.jsonLine : lines, to: STDOUT_FILENO)
      case .failure(let failure):
        write(messages.text(failure, in: nil), to: STDOUT_FILENO)
        if status == 0 { status = failure.exitStatus }
      }
    }
    return status
  } catch {
    writeNotices()
    write(messages.text(error, in: nil), to: STDERR_FILENO)
    return error.exitStatus
  }
}
