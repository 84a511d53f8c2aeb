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
    for part in audience where !kept.contains(where: { $0.dimensions == part.dimensions }) {
      let what = part.isPeople ? "followers" : "views"
      report.notes.append(
        "not loaded (P503), \(what) by \(part.dimensions.joined(separator: ", ")): a policy keeps a column out"
      )
    }
    return LoadedFile(name: name, table: table, report: report, audience: kept, notYet: notYet)
  }
}

extension AudiencePart {
  fileprivate var isPeople: Bool { if case .people = content { true } else { false } }
}
