import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Whether a text is JSON by its first letter; no header of a table starts with a bracket.
func startsLikeObjects(_ text: Span<UInt8>) -> Bool {
  var start = 0
  while start < text.count, text[start] <= 32 { start += 1 }
  return start < text.count && (text[start] == UInt8(ascii: "{") || text[start] == UInt8(ascii: "["))
}

/// Reads JSON or NDJSON: one record a video or day, by the rules that hold for the rows of a table.
///
/// - Parameter text: UTF-8 without byte order mark.
/// - Throws: F150...F158 for what is wrong with the JSON; P303 or P304 where people are in it, at any depth; else what
///   tables throw, with the record in place of a line that the file does not have.
/// - Complexity: O(length).
func readObjects(
  _ text: FileBytes, file: String, as role: TableRole?, options: LoadOptions
) throws(LoadFailure) -> LoadedFile {
  let json = try reporting { () throws(Diagnostic) in try readJSON(text, file: file) }
  let place = try findRecords(in: json, file: file)
  let records = try reporting { () throws(Diagnostic) in
    try Records(json, place, file: file)
  }
  let table = records.table
  let dialect = Dialect(
    separator: UInt8(ascii: ","), start: 0, headers: table.headers, rows: 0..<table.text.count)
  do throws(LoadFailure) {
    let loaded = try readTable(FileBytes(table.text), dialect, file: file, as: role, options: options)
    return records.told(of: loaded)
  } catch .diagnostic(let finding) {
    throw .diagnostic(records.restated(finding))
  }
}

/// The place of the records; a file with people in its lists is refused before anything is said of its shape.
private func findRecords(in json: JSONValues, file: String) throws(LoadFailure) -> RecordPlace {
  let place: RecordPlace
  do throws(Diagnostic) {
    place = try RecordPlace.find(in: json, file: file)
  } catch {
    if let people = PeopleInLists.refusal(of: json, nil) { throw .refusal(people, file: file) }
    throw .diagnostic(error)
  }
  if let people = PeopleInLists.refusal(of: json, place) { throw .refusal(people, file: file) }
  return place
}

/// The records of a file as a table, and how places in it are told.
struct Records {
  let table: RecordTable
  /// The lines on which records start; nil where lines say nothing, as in one value over many lines.
  private let lines: [Int]?
  private let headers: HeadersAsWritten

  /// - Throws: F157 or F158.
  init(_ json: JSONValues, _ place: RecordPlace, file: String) throws(Diagnostic) {
    var table: RecordTable
    let written: [String]
    switch place {
    case .roots:
      lines = json.lines
      table = try RecordTable(json, records: json.roots, base: PathTable.root, lines: lines, file: file)
      written = table.headers
      table.rename(judged(written))
    case .report(let headers, let rows):
      lines = nil
      let rows = json.children(of: rows)
      guard !rows.isEmpty else { throw .noRecordsInList(file) }
      written = AnalyticsReport.headers(json, headers)
      table = try RecordTable(json, headers: AnalyticsReport.judged(written), rows: rows, file: file)
    case .list(let list):
      lines = nil
      let path = json.values[list].path
      let base = json.paths.existing(path, nil) ?? path
      let isMeta = json.paths.key(path).map(MetaExport.lists.contains) ?? false
      var json = json
      if isMeta { json.replaceTexts(MetaExport.repaired) }
      table = try RecordTable(json, records: json.children(of: list), base: base, lines: nil, file: file)
      written = isMeta ? table.headers.map(MetaExport.repaired) : table.headers
      let isTime = table.holdsOtherThanZero
      table.rename(isMeta ? MetaExport.headers(written, isTime: isTime) : judged(written))
    }
    self.table = table
    headers = HeadersAsWritten(judged: table.headers, written: written)
  }

  /// A finding about the table, with the record, or its line, in place of the line that the table has.
  func restated(_ finding: Diagnostic) -> Diagnostic {
    guard case .file(let name, let line?, _) = finding.place else { return finding }
    let record = record(atLine: line)
    if let lines {
      return finding.said(finding.message, at: .file(name: name, line: lines[record], column: nil))
    }
    return finding.said(
      "Record \(record + 1): \(finding.message)", at: .file(name: name, line: nil, column: nil))
  }

  /// The report with records, or their lines, in place of the lines that the table has, and lists that are not loaded.
  func told(of loaded: LoadedFile) -> LoadedFile {
    var report = headers.restored(loaded.report)
    report.placeWord = lines == nil ? "record" : "line"
    report.replacedLines = report.replacedLines.map { earlier, later in
      let (earlier, later) = (record(atLine: earlier), record(atLine: later))
      return (lines?[earlier] ?? earlier + 1, lines?[later] ?? later + 1)
    }
    for header in table.setAside {
      report.setAside[.personColumn, default: 0] += 1
      report.protected.insert(fold(header))
    }
    for header in table.lists {
      if mayNamePerson(header, isNumeric: true) {
        report.hiddenUnknown += 1
      } else {
        report.notLoaded.append(header)
      }
    }
    return LoadedFile(
      name: loaded.name, table: loaded.table.map(headers.restored), report: report, audience: loaded.audience,
      notYet: loaded.notYet)
  }

  /// The number of the record, from 0, on a line of the table; texts may hold line breaks.
  private func record(atLine line: Int) -> Int {
    let text = table.text.span
    var current = 1
    var offset = 0
    while current < line, offset < text.count {
      let isEnd =
        text[offset] == 10 || (text[offset] == 13 && (offset + 1 >= text.count || text[offset + 1] != 10))
      if isEnd { current += 1 }
      offset += 1
    }
    return max((table.starts.lastIndex { $0 <= offset }) ?? 0, 0)
  }
}

/// Headers by which columns are judged; those of a preset are left as they are.
private func judged(_ written: [String]) -> [String] {
  Preset.find(written, preamble: []) == nil ? written.map(inWords) : written
}

extension Diagnostic {
  /// The same finding in other words and at another place.
  fileprivate func said(_ message: String, at place: Place) -> Diagnostic {
    Diagnostic(
      code, message, at: place, expected: expected, help: help, replacement: replacement, rewrites: rewrites)
  }
}
