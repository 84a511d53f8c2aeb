package import TallyPlan
import TallyLanguage
import TallyPrivacy

/// Reads one file into typed columns and a report; a pure function of its arguments.
///
/// Order: decode, recognise files of people, lay out, recognise exports that are not read yet, split into cells, decide
/// what each column is, settle the role, judge the columns about people, read and admit the others, resolve rows that
/// stand twice.
///
/// - Parameter role: nil to infer it: video and date make daily, video alone videos, date alone channel.
/// - Throws: `.diagnostic` F101...F130 for damage and what is unclear; `.refusal` P303 or P304 for files about people.
/// - Complexity: O(length).
package func read(
  _ file: SourceFile, as role: TableRole?, options: LoadOptions
) throws(LoadFailure) -> LoadedFile {
  var text = try reporting { () throws(Diagnostic) in try decodeText(file) }
  try refuseObjects(text.span, file: file.name)
  let dialect = try reporting { () throws(Diagnostic) in try Dialect.find(&text, file: file.name) }
  if !dialect.preamble.isEmpty {
    let tables = try reporting { () throws(Diagnostic) in
      try sections(of: text.span, separator: dialect.separator, from: dialect.start, file: file.name)
    }
    if let audience = MetaAudience(tables) {
      return try audience.read(text, separator: dialect.separator, file: file.name)
    }
  }
  if let people = PeopleFile(headers: dialect.headers) { throw .refusal(people.refusal, file: file.name) }
  if let known = KnownExport(headers: dialect.headers.map(plainName), preamble: dialect.preamble) {
    return .notYet(
      file.name, known.isAudience ? .hoursNotRead(file.name) : .notReadYet(file.name, what: known.name))
  }
  let scanner = RecordScanner(file: file.name, separator: dialect.separator)
  let index = try reporting { () throws(Diagnostic) in
    try scanner.index(text.span, from: dialect.rowsStart, width: max(dialect.headers.count, 1))
  }
  guard index.rowCount > 0 else { throw .diagnostic(.noRows(file.name)) }
  var reader = TableReader(
    source: CellSource(bytes: text, index: index, file: file.name), dialect: dialect, role: role,
    options: options)
  return try reader.read()
}

/// Refuses JSON of people, and says of other JSON that it is not read.
private func refuseObjects(_ text: Span<UInt8>, file: String) throws(LoadFailure) {
  var start = 0
  while start < text.count, text[start] <= 32 { start += 1 }
  guard start < text.count, text[start] == UInt8(ascii: "{") || text[start] == UInt8(ascii: "[") else {
    return
  }
  if let people = PeopleFile(keysIn: text) { throw .refusal(people.refusal, file: file) }
  throw .diagnostic(.json(file))
}

/// Runs a step that finds damage, as a step of loading.
func reporting<Result>(_ step: () throws(Diagnostic) -> Result) throws(LoadFailure) -> Result {
  do throws(Diagnostic) {
    return try step()
  } catch {
    throw .diagnostic(error)
  }
}

extension LoadedFile {
  /// A file that is well, of a kind that is not read yet.
  static func notYet(_ name: String, _ why: Diagnostic) -> LoadedFile {
    var report = LoadReport(file: name)
    report.notes = [why.message]
    return LoadedFile(name: name, table: nil, report: report, notYet: why)
  }
}

/// Says that something has to be loaded: throws what the only files of a `load` said about themselves.
///
/// - Throws: the F120 or F121 of the first file, where none of the files has a table.
package func requireTable(_ files: [LoadedFile]) throws(LoadFailure) {
  guard files.allSatisfy({ $0.table == nil }), let why = files.lazy.compactMap(\.notYet).first else { return }
  throw .diagnostic(why)
}
