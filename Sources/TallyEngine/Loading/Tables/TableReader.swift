import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Reads the rows of one file, once its layout is known.
struct TableReader {
  var source: CellSource
  let dialect: Dialect
  let preset: Preset?
  /// As the file has them, but for a column that the line above them names.
  let headers: [String]
  let options: LoadOptions
  let writtenRole: TableRole?
  var plan: FilePlan
  var report: LoadReport
  /// What was read of columns before they were asked for, until they are.
  var ahead: [Int: ColumnCells] = [:]
  /// Where a long table is cut; empty for every other.
  let pieces: [TextPiece]
  /// What the rows of a long table say, as far as it was read in pieces.
  var facts: RowFacts?
  /// Where a few last rows of a long table begin, and the number of the first of them.
  var tail: (offset: Int, row: Int) = (0, 0)
  /// Whether columns of a long table hold nothing but numbers.
  var onlyNumbers: [Int: Bool] = [:]
  /// Text that is judged, and not kept.
  var judged: [Int: CodedText] = [:]
  /// The rows of the file that are none of the table, ascending.
  var removed: [Int] = []

  init(
    source: CellSource, pieces: [TextPiece] = [], dialect: Dialect, preset: Preset?, role: TableRole?,
    options: LoadOptions
  ) {
    self.source = source
    self.pieces = pieces
    self.dialect = dialect
    self.preset = preset
    self.options = options
    writtenRole = role
    headers = preset?.titled(dialect.headers, preamble: dialect.preamble) ?? dialect.headers
    plan = FilePlan(headers: headers, preset: preset, options: options, role: role)
    report = LoadReport(file: source.file)
    report.noteLayout(dialect)
  }

  mutating func read() throws(LoadFailure) -> LoadedFile {
    try refuseSameHeaders()
    let whole = try leaveOutRows()
    try refuseListsBelow()
    try refusePeople()
    if options.isCancelled() { throw .cancelled }
    try refuseKeysKeptOut()
    let role = try settleRole()
    if role == .audience { return try readAudience(whole) }
    plan = FilePlan(headers: headers, preset: preset, options: options, role: role)
    report.role = role
    report.isRoleInferred = writtenRole == nil
    report.preset = preset?.name
    if facts == nil { readAhead() }
    if options.isCancelled() { throw .cancelled }
    let keys = try readKeys(role)
    guard try judgeOtherColumns(role, keys) else {
      return .notYet(source.file, .audienceNotReadYet(source.file))
    }
    let columns = judgeLevels(try readColumns(role, keys), role)
    if role == .videos, preset != nil { compareTotals(of: columns, in: whole) }
    if options.isCancelled() { throw .cancelled }
    guard !columns.isEmpty else { throw nothingLoaded(keys) }
    var table = resolveRepeats(role, keys, columns)
    if let zero = preset?.zeroWhereAbsent {
      let filled = table.withQuietDays(zero)
      table = filled.table
      report.noteQuietDays(filled.added)
    }
    if options.isCancelled() { throw .cancelled }
    report.notes += preset?.notes ?? []
    report.rows = table.rowCount
    if dialect.wasStacked { (report.replacedCount, report.replacedLines, report.missingCells) = (0, [], 0) }
    report.clock = clock(of: role, table.columns)
    report.kept = table.columns.map { column in
      LoadReport.Kept(
        name: column.description.name, header: column.description.header, kind: column.description.kind,
        isCertain: column.description.isKindCertain)
    }
    return LoadedFile(name: source.file, table: table, report: report, audience: try readViewsBeside(keys))
  }

  func header(_ column: Int) -> String { headers[column] }

  /// Two columns that would be loaded under one name are an error.
  private func refuseSameHeaders() throws(LoadFailure) {
    var seen: Set<String> = []
    for header in dialect.headers {
      let name = plainName(header)
      guard !name.isEmpty, !seen.insert(name).inserted else { continue }
      let isDeclared = options.declarations.contains {
        $0.column == name || $0.column.lowercased() == header.lowercased()
      }
      if isDeclared || StandardCatalog.column(named: name) != nil {
        throw .diagnostic(.sameHeaders(source.file, header: header))
      }
    }
  }

  /// A file whose rows a policy leaves without a name is not loaded.
  ///
  /// - Throws: P503.
  private func refuseKeysKeptOut() throws(LoadFailure) {
    for (column, name) in [(plan.videoColumn, "video"), (plan.dayColumn, "date")] {
      guard let column, options.keepsOut(header(column), name) else { continue }
      throw .refusal(Refusal(.setAsideByPolicy, at: 0..<0), file: source.file)
    }
  }

  /// Leaves out what is below the table, rows of totals, and rows in which every cell is blank.
  ///
  /// - Returns: the rows with those of totals.
  private mutating func leaveOutRows() throws(LoadFailure) -> CellSource {
    let below = rowsBelow()
    if let below { report.noteLinesBelow(dialect.linesBelow + below.count) }
    let whole = source.removing(below ?? [])
    guard let facts else {
      source = whole
      let skipped = rowsToSkip()
      report.skippedRows = skipped.count
      source = whole.removing(skipped)
      return whole
    }
    let skipped = Set(facts.skipped).subtracting(below ?? [])
    report.skippedRows = skipped.count
    removed = skipped.union(below ?? []).sorted()
    guard !removed.isEmpty else { return whole }
    source = source.removing(Set(removed))
    // The columns were read with rows that are none of theirs.
    if try !readPieces(skipping: removed) { forgetPieces() }
    return whole
  }

  private func rowsToSkip() -> Set<Int> {
    let text = source.bytes.span
    var skipped: Set<Int> = []
    for row in 0..<source.rowCount {
      let first = source.content(row, 0)
      if first.isEmpty {
        if (0..<source.index.width).allSatisfy({ source.content(row, $0).isEmpty }) { skipped.insert(row) }
      } else if isTotalWord(text, first) {
        skipped.insert(row)
      }
    }
    return skipped
  }

  /// The role, written or inferred.
  func settleRole() throws(LoadFailure) -> TableRole {
    if source.rowCount == 0 { throw .diagnostic(.noRows(source.file)) }
    let hasVideo = plan.videoColumn != nil
    let hasDay = plan.dayColumn != nil
    if plan.splitsAudience, !hasVideo { return .audience }
    switch writtenRole {
    case .videos: return .videos
    case .daily:
      if !hasVideo { throw .diagnostic(.roleNeeds(source.file, role: .daily, column: "video")) }
      if !hasDay { throw .diagnostic(.roleNeeds(source.file, role: .daily, column: "date")) }
      return .daily
    case .channel:
      if !hasDay { throw .diagnostic(.roleNeeds(source.file, role: .channel, column: "date")) }
      return .channel
    case .audience: return .audience
    case nil: break
    }
    if let preset { return preset.role }
    if hasVideo { return hasDay ? .daily : .videos }
    if hasDay { return .channel }
    throw .diagnostic(.roleUnknown(source.file))
  }

  /// Why a file without any loaded column is not loaded.
  private func nothingLoaded(_ keys: RowKeys) -> LoadFailure {
    if keys.videos == nil, Set(keys.days).count < keys.days.count {
      return .refusal(PeopleFile.survey.refusal, file: source.file)
    }
    if report.setAside[.setAsideByPolicy] != nil {
      return .refusal(Refusal(.setAsideByPolicy, at: 0..<0), file: source.file)
    }
    return .diagnostic(
      .nothingKnown(
        source.file, role: report.role ?? .channel, unknown: report.unknown, notLoaded: report.notLoaded))
  }
}

/// Whether a cell is what a row of totals is called.
func isTotalWord(_ text: Span<UInt8>, _ cell: Range<Int>) -> Bool {
  guard let first = cell.first, cell.count <= 12, totalInitials.contains(text[first]) else { return false }
  return totalWords.contains(string(text, cell, isQuoted: false).lowercased())
}

/// Whether a cell says of what a row has the totals, as `Total Anna`, `Grand total: Anna` and `Anna, total` do.
func namesTotals(_ cell: String) -> Bool {
  let words = cell.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  guard words.count >= 2, let first = words.first, let last = words.last else { return false }
  return totalWords.contains(first) || totalWords.contains(last)
    || (first == "grand" && totalWords.contains(words[1]))
}

/// The first bytes of these words, in both cases: most rows are told by this byte.
private let totalInitials: Set<UInt8> = Set(
  totalWords.flatMap { [$0, $0.uppercased()] }.compactMap { $0.utf8.first })

/// What a row of totals is called in its first cell.
private let totalWords: Set<String> = [
  "total", "totals", "gesamt", "insgesamt", "summe", "somme", "totale", "totaal", "toplam", "razem", "итого",
  "всего",
  "合計", "总计", "總計", "합계", "σύνολο", "tổng",
]
