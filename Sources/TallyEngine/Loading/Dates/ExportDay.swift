package import TallyLanguage

/// The day on which a file was exported, and what tells it; it settles the years of dates that have none.
package struct ExportDay: Sendable, Hashable {
  package let day: Day
  /// `the name of the archive`; holds nothing from a file.
  package let evidence: String

  fileprivate init(_ day: Day, from evidence: String) {
    self.day = day
    self.evidence = evidence
  }
}

/// What files that were named together tell of the days on which they were exported.
package struct ExportDays: Sendable {
  private let named: Set<Day>
  private let told: Set<Day>

  /// - Complexity: O(length) of tables of TikTok videos; of every other file, only the first bytes are read.
  package init(of files: [SourceFile]) {
    named = Set(files.compactMap { dayNamed(by: $0) })
    told = named.isEmpty ? Set(files.compactMap(dayBesideIDs)) : []
  }

  /// The day of one of the files; nil where none of them tells.
  ///
  /// In this order: the second in the file's own name, that in the names of the others, and the ids of TikTok videos
  /// with the day of the export beside them. Names, and ids, that tell different days tell nothing.
  package func day(of file: SourceFile) -> ExportDay? {
    if let own = dayNamed(by: file) { return ExportDay(own, from: "the name of its archive") }
    if named.count == 1, let day = named.first {
      return ExportDay(day, from: "the name of an archive loaded with it")
    }
    guard told.count == 1, let day = told.first else { return nil }
    return ExportDay(day, from: "the video ids of Content.csv")
  }
}

/// The day of the Unix seconds in a name such as `Overview_2025-12-11_1770745574_me.zip`, in UTC; they stand behind the
/// first day of the period, and are not before it.
private func dayNamed(by file: SourceFile) -> Day? {
  // An archive may have been unpacked into a folder of its name.
  let parts = file.name.split { $0 == "/" || $0 == "_" }.map { Array($0.utf8) }
  for (first, second) in zip(parts, parts.dropFirst()) {
    guard second.count == 10, second.allSatisfy(\.isASCIIDigit), first.count == 10,
      let start = WrittenDate(first.span, 0..<first.count),
      let startDay = Day(year: start.year, month: start.month, day: start.day),
      let seconds = Int64(String(decoding: second, as: UTF8.self)), IDClock.plausible.contains(seconds)
    else { continue }
    let day = Day(number: Int32(clamping: seconds / 86_400))
    if day >= startDay { return day }
  }
  return nil
}

/// The day of the export of `Content.csv` of TikTok Studio: the first of its name on or after the newest upload in it.
///
/// The upload is told by its id in UTC, the day of the export by the clock of the account, which may be a day behind.
private func dayBesideIDs(_ file: SourceFile) -> Day? {
  guard mayHoldIDs(file), var text = try? decodeText(file),
    let dialect = try? Dialect.find(&text, file: file.name),
    Preset.find(dialect.headers, preamble: dialect.preamble)?.postedInID == .tikTok,
    let time = dialect.headers.firstIndex(where: { $0.lowercased() == "time" }), time == 0,
    let cell = try? RecordScanner(file: file.name, separator: dialect.separator).firstCell(
      text.span, at: dialect.rows.lowerBound),
    let written = WrittenDate(text.span, content(text.span, cell)), written.year == 0,
    let newest = newestUpload(in: text)
  else { return nil }
  let first = Day(number: Int32(clamping: newest / 86_400 - 1))
  return [first.civil.year, first.civil.year + 1].lazy
    .compactMap { Day(year: $0, month: written.month, day: written.day) }
    .first { $0 >= first }
}

/// Whether the header may be that of TikTok's videos, whose words are English in every language of its interface.
private func mayHoldIDs(_ file: SourceFile) -> Bool {
  let letters = file.bytes.prefix(1024).map { $0 | 0x20 }
  // In UTF-16 a zero stands between the letters.
  let plain = letters.filter { $0 != 0x20 }
  return plain.firstRange(of: Array("videolink".utf8)) != nil
}

/// The newest second that an id behind `/video/` tells.
private func newestUpload(in text: FileBytes) -> Int64? {
  let mark = Array("/video/".utf8)
  var newest: Int64?
  var index = 0
  while index + mark.count < text.count {
    guard text[index] == mark[0], text[index..<(index + mark.count)].elementsEqual(mark) else {
      index += 1
      continue
    }
    let id = text[(index + mark.count)...].prefix { $0.isASCIIDigit }
    if let instant = IDClock.tikTok.instant(of: String(decoding: id, as: UTF8.self)) {
      newest = max(newest ?? instant, instant)
    }
    index += mark.count
  }
  return newest
}
