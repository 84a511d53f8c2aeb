import TallyLanguage
import TallyPlan
import TallyPrivacy
import TallyRender

/// A file that answers are to be written to: `into "weekly.csv"`.
struct Export {
  private let path: Located<String>
  private let format: OutputFormat

  /// Checks that the file may be written, before anything is asked.
  ///
  /// - Throws: F007 for an ending that names no format, F008 for a file that is loaded or running, F009 with `--safe`.
  init(to path: Located<String>, in session: Session) throws(Diagnostic) {
    guard let format = OutputFormat(pathEnding: path.value) else {
      throw .unknownEnding(path.value, at: path.span)
    }
    guard session.files.mayWrite else { throw .writingIsOff(path.value, at: path.span) }
    try session.checkNotInUse(
      path.value, realPath: session.files.realPath(path.value), at: .query(path.span))
    self.path = path
    self.format = format
  }

  /// Writes all answers, whole or not at all.
  ///
  /// - Throws: F006.
  func write(
    _ answers: [Answer], notes: [String], with files: FileAccess
  ) throws(Diagnostic) -> Written {
    var writer = AnswerWriter(format, style: Style(), hasSeveral: answers.count > 1)
    let text =
      answers.count == 1
      ? writer.add(query: answers[0].query, answers[0].released, decimals: answers[0].decimals)
      : writer.add(
        beside: answers.map { ($0.query, $0.released) }, notes: notes, decimals: answers.first?.decimals)
    try files.write(text + writer.finish(), to: path.value, at: .query(path.span))
    return Written(
      path: path.value, answers: answers.count,
      rows: answers.reduce(0) { $0 + $1.released.result.rows.count },
      inferences: format.isMachineFormat ? answers.flatMap(\.inferences) : [])
  }
}

extension Session {
  /// Makes sure that a file which is to be written is not one that the answers come from.
  ///
  /// - Throws: F008 for a file that is loaded, or a script that is running.
  func checkNotInUse(
    _ name: String, realPath: String?, at place: Diagnostic.Place
  ) throws(Diagnostic) {
    guard let realPath else { return }
    func isTarget(_ other: String) -> Bool { other == realPath || FileAccess.isSameFile(other, realPath) }
    if tables.loadedPaths.contains(where: isTarget) {
      throw .wouldReplaceLoaded(name, at: place)
    }
    if scriptPaths.contains(where: isTarget) { throw .wouldReplaceScript(name, at: place) }
  }
}

/// What went into a file.
package struct Written: Sendable, Hashable {
  package let path: String
  package let answers: Int
  package let rows: Int
  /// What the answers rest on beyond the words of the question, where the file itself does not say so.
  package let inferences: [String]

  /// The line that says so: `Wrote weekly.csv: 12 rows`.
  package var line: String {
    let counted = "\(rows) \(rows == 1 ? "row" : "rows")"
    return answers == 1 ? "Wrote \(path): \(counted)." : "Wrote \(path): \(answers) answers, \(counted)."
  }
}
