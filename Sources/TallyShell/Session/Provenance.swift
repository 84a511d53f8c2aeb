import TallyEngine
import TallyLanguage
import TallyPlan

extension Session {
  /// `.why`: the files behind an answer, each with what it is known again by, those of audiences excepted; no value of any file.
  ///
  /// A file is read again for it, and told as it is now; what was packed is told by the file that it was packed in.
  /// - Complexity: O(bytes of the files).
  func provenance(of answer: Answer) -> [String] {
    var lines = [answer.query]
    for source in answer.sources {
      let days = source.loadedDays.map { ", \($0.lowerBound) to \($0.upperBound)" } ?? ""
      lines.append("  \(source.role.rawValue)\(days)")
      for name in source.files { lines += fileLines(name) }
    }
    return lines
  }

  private func fileLines(_ name: String) -> [String] {
    var lines = ["    \(name)"]
    if let open = tables.snapshots.first(where: { $0.holds(name) }) {
      let digest = FileDigest(open)
      lines.append("      kept in the snapshot \(digest.name)")
      return lines + ["      sha256 \(digest.sha256)", "      bytes: \(digest.byteCount)"]
    }
    // Of a few numbers, a digest and a length would show whether a guess at those that are folded is right.
    if tables.audienceDigests.contains(where: { $0.name == name }) {
      return lines + ["      its digest is not told, as guesses at small groups could be checked by it"]
    }
    guard let digest = digest(of: name) else { return lines + ["      cannot be read any more"] }
    lines.append("      sha256 \(digest.sha256)")
    let rows = tables.reports.first { $0.file == name }.map { ", rows kept: \($0.rows)" } ?? ""
    lines.append("      bytes: \(digest.byteCount)\(rows)")
    if let entry = tables.entries.first(where: { $0.name == name }), entry.byteCount != digest.byteCount {
      lines.append("      has changed since it was loaded: it had \(entry.byteCount) bytes")
    }
    return lines
  }

  private func digest(of name: String) -> FileDigest? {
    guard let entry = tables.entries.first(where: { $0.name == name }) else { return nil }
    if let kept = entry.kept { return FileDigest(kept) }
    var watch = ReadingWatch()
    defer { watch.end() }
    guard let path = entry.realPath, let bytes = try? files.read(path, at: .none, &watch) else { return nil }
    return FileDigest(SourceFile(name: name, bytes: bytes))
  }
}

extension OpenSnapshot {
  /// Whether it holds what a file said, or is that file.
  fileprivate func holds(_ name: String) -> Bool {
    snapshot.name == name || snapshot.reports.contains { $0.file == name }
  }
}
