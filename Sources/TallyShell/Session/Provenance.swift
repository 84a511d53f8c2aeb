import TallyEngine
import TallyPlan

extension Session {
  /// `.why`: the files behind an answer, each with what it is known again by; no value of any file.
  ///
  /// A file that was loaded again since is told as it is now.
  func provenance(of answer: Answer) -> [String] {
    var lines = [answer.query]
    for source in answer.sources {
      let days = source.loadedDays.map { ", \($0.lowerBound) to \($0.upperBound)" } ?? ""
      lines.append("  \(source.role.rawValue)\(days)")
      for digest in tables.digests(of: source.files) {
        let rows = tables.reports.first { $0.file == digest.name }.map { ", rows kept: \($0.rows)" } ?? ""
        lines.append("    \(digest.name)")
        lines.append("      sha256 \(digest.sha256)")
        lines.append("      bytes: \(digest.byteCount)\(rows)")
      }
    }
    return lines
  }
}
