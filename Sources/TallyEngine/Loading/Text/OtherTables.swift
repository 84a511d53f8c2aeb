import TallyLanguage
import TallyPrivacy

/// The judgement of what stands in a file beside the table that is read.
extension Dialect {
  /// Refuses the file where another table in it, or a title, is about people.
  ///
  /// A column of names in another table is never the creator's own account, which stands beside videos.
  ///
  /// - Throws: P303.
  func refusePeopleInOthers(file: String) throws(LoadFailure) {
    for table in others {
      if let header = table.headers.first(where: { PersonHeader($0) != .none }) {
        throw .refusal(PeopleFile.lists.refusal(toldBy: PersonHeader.shown(header)), file: file)
      }
      if let kind = PeopleFile(headers: table.headers) { throw .refusal(kind.refusal, file: file) }
      try refusePeople(titles: table.titles, above: table.headers, file: file)
    }
    try refusePeople(titles: preamble, above: headers, file: file)
  }

  /// Titles tell people only above headers that do not: `Top fans` above days is a number by day.
  private func refusePeople(
    titles: [String], above headers: [String], file: String
  ) throws(LoadFailure) {
    guard Preset.find(headers, preamble: titles) == nil else { return }
    let plan = FilePlan(headers: headers, preset: nil, options: LoadOptions { _ in nil }, role: nil)
    let isKnown = plan.dayColumn != nil || plan.videoColumn != nil || plan.splitsAudience
    // A list without any table is its own title.
    let lines = titles + (headers.count { !$0.isEmpty } == 1 ? headers : [])
    if !isKnown, lines.contains(where: namesPeople) {
      throw .refusal(PeopleFile.lists.refusal, file: file)
    }
  }
}
