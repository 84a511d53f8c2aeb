package import TallyPrivacy

extension LoadedFile {
  /// The file without what it says of an audience by, or in, a column that a policy keeps out.
  ///
  /// Such a table is left out whole: added up over that column, it would count rows of totals among the others.
  package func opened(under policy: Policy) -> LoadedFile {
    let kept = audience.filter { part in
      !part.headers.contains { LoadOptions.keepsOut($0.value, $0.key, policy) }
    }
    if kept.count == audience.count { return self }
    var report = report
    for (name, header) in audience.flatMap(\.headers) where LoadOptions.keepsOut(header, name, policy) {
      report.protected.insert(name)
      report.protected.insert(fold(header))
    }
    let words = kept.map(\.words)
    for part in audience where !words.contains(part.words) { report.noteKeptOut(part) }
    return LoadedFile(name: name, table: table, report: report, audience: kept, notYet: notYet)
  }
}
