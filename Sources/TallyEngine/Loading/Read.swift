package import TallyPlan
import TallyLanguage
import TallyPrivacy

/// Reads one file into typed columns and a report; a pure function of its arguments.
///
/// Order: decode, take JSON apart into rows, lay out and tell the table from others in its file, recognise files of
/// people, recognise exports that are not read yet, split into cells, decide what each column is, settle the role, judge
/// the columns about people, read and admit the others, resolve rows that stand twice.
///
/// - Parameter role: nil to infer it: video and date make daily, video alone videos, date alone channel.
/// - Throws: `.diagnostic` F101...F158 for damage and what is unclear; `.refusal` P303 or P304 for files about people.
/// - Complexity: O(length).
package func read(
  _ file: SourceFile, as role: TableRole?, options: LoadOptions
) throws(LoadFailure) -> LoadedFile {
  var text = try reporting { () throws(Diagnostic) in try decodeText(file, isCancelled: options.isCancelled) }
  if options.isCancelled() { throw .cancelled }
  if startsLikeObjects(text.span) {
    return try readObjects(text, file: file.name, as: role, options: options)
  }
  var dialect = try reporting { () throws(Diagnostic) in try Dialect.find(&text, file: file.name) }
  try dialect.refusePeopleInOthers(file: file.name)
  if !dialect.preamble.isEmpty {
    let tables = try reporting { () throws(Diagnostic) in
      try sections(of: text.span, separator: dialect.separator, from: dialect.start, file: file.name)
    }
    if let audience = MetaAudience(tables) {
      return try audience.read(text, separator: dialect.separator, file: file.name)
    }
  }
  if dialect.rows.upperBound < text.count { text = text.part(0..<dialect.rows.upperBound) }
  if let stacked = try reporting({ () throws(Diagnostic) in
    try stackSideBySide(text.span, dialect, file: file.name)
  }) {
    (text, dialect) = (FileBytes(stacked.text), stacked.dialect)
  }
  return try readTable(text, dialect, file: file.name, as: role, options: options)
}

/// Reads the rows of a table whose layout is known.
func readTable(
  _ text: FileBytes, _ dialect: Dialect, file: String, as role: TableRole?, options: LoadOptions
) throws(LoadFailure) -> LoadedFile {
  if let people = PeopleFile(headers: dialect.headers) {
    throw .refusal(
      people.refusal(toldBy: dialect.headers.lazy.compactMap(PersonHeader.shown).first), file: file)
  }
  let preset = Preset.find(dialect.headers, preamble: dialect.preamble)
  if preset == nil,
    let known = KnownExport(headers: dialect.headers.map(plainName), preamble: dialect.preamble)
  {
    return .notYet(file, .notReadYet(file, what: known.name))
  }
  if let long = try readLong(text, dialect, preset, file: file, as: role, options: options) { return long }
  let index: RecordIndex
  let toldByEnds: Int
  do throws(Diagnostic) {
    (index, toldByEnds) = try splitRows(text.span, dialect, preset, file: file)
  } catch {
    guard let apart = tableApart(text, dialect, file: file) else { throw .diagnostic(error) }
    return try readApart(text, apart, file: file, as: role, options: options)
  }
  if !dialect.isApart, index.mayHoldOtherTables(text.span),
    let apart = tableApart(text, dialect, file: file)
  {
    return try readApart(text, apart, file: file, as: role, options: options)
  }
  guard index.rowCount > 0 else { throw .diagnostic(.noRows(file)) }
  let source = CellSource(bytes: text, index: index, file: file)
  var reader = TableReader(
    source: source, dialect: dialect, preset: preset.map { fitted($0, dialect, text) }, role: role,
    options: options)
  reader.report.noteRowsToldByEnds(toldByEnds)
  return try reader.read()
}

/// Reads a long table in pieces on all cores; nil for any other, and where it is not as regular as that takes.
private func readLong(
  _ text: FileBytes, _ dialect: Dialect, _ preset: Preset?, file: String, as role: TableRole?,
  options: LoadOptions
) throws(LoadFailure) -> LoadedFile? {
  // Offsets of cells are kept in 32 bits.
  guard text.count >= options.cuts.longText, text.count < Int(UInt32.max),
    [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")].contains(dialect.separator),
    let pieces = textPieces(
      of: text, from: dialect.rows.lowerBound, at: options.cuts.places(text.count)),
    let last = pieces.last, !last.rows.isEmpty || pieces.count > 1
  else { return nil }
  let source = CellSource(
    bytes: text, pieces: pieces, from: dialect.rows.lowerBound, width: max(dialect.headers.count, 1),
    separator: dialect.separator, file: file)
  var reader = TableReader(
    source: source, pieces: pieces, dialect: dialect, preset: preset.map { fitted($0, dialect, text) },
    role: role, options: options)
  guard try reader.readPieces(), reader.facts?.mayHoldOtherTables == false || dialect.isApart else {
    return nil
  }
  return try reader.read()
}

/// The layout of the one table that is read, where the file turned out to hold more; nil where it does not.
private func tableApart(_ text: FileBytes, _ dialect: Dialect, file: String) -> Dialect? {
  guard !dialect.isApart else { return nil }
  return (try? dialect.tableApart(in: text.span, file: file)) ?? nil
}

/// Reads one table of several, once none of the others is about people.
private func readApart(
  _ text: FileBytes, _ dialect: Dialect, file: String, as role: TableRole?, options: LoadOptions
) throws(LoadFailure) -> LoadedFile {
  try dialect.refusePeopleInOthers(file: file)
  let rows = text.part(0..<dialect.rows.upperBound)
  return try readTable(rows, dialect, file: file, as: role, options: options)
}

/// The preset as it fits the first row: of posts in all, or of posts day by day.
private func fitted(_ preset: Preset, _ dialect: Dialect, _ text: FileBytes) -> Preset {
  let scanner = RecordScanner(file: "", separator: dialect.separator)
  guard let header = preset.lifetimeOrDay,
    let column = preset.plainNames(dialect.headers).firstIndex(of: header),
    let (cells, _) = try? scanner.record(text.span, at: dialect.rows.lowerBound), column < cells.count,
    WrittenDate(text.span, content(text.span, cells[column])) != nil
  else { return preset }
  return preset.byDay(header)
}

/// Where the cells of all rows are; rows of a preset with a text that escapes nothing are told from their ends, where
/// they are not well without.
///
/// - Returns: the index, and how many rows their ends told.
/// - Throws: F107...F111.
private func splitRows(
  _ text: Span<UInt8>, _ dialect: Dialect, _ preset: Preset?, file: String
) throws(Diagnostic) -> (RecordIndex, Int) {
  let scanner = RecordScanner(file: file, separator: dialect.separator)
  let width = max(dialect.headers.count, 1)
  do throws(Diagnostic) {
    return (try scanner.index(text, from: dialect.rows.lowerBound, width: width), 0)
  } catch {
    guard let preset, let unescaped = preset.unescaped, let behind = preset.idBehind,
      let link = preset.columns.first(where: { $0.name == "video" })?.headers.first
    else { throw error }
    let plain = preset.plainNames(dialect.headers)
    guard let free = plain.firstIndex(of: unescaped), let anchor = plain.firstIndex(of: link), free < anchor
    else { throw error }
    return try scanner.unescapedIndex(
      text, from: dialect.rows.lowerBound, width: width, free: free, anchor: (anchor, behind))
  }
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
/// - Throws: the F120 or F121 of the first file, where none of the files is read yet.
package func requireTable(_ files: [LoadedFile]) throws(LoadFailure) {
  guard files.allSatisfy({ $0.notYet != nil }), let why = files.first?.notYet else { return }
  throw .diagnostic(why)
}
