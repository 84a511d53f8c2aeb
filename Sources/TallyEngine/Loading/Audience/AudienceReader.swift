import TallyLanguage
import TallyPlan
package import TallyPrivacy

/// One table that a file has about an audience, before it is protected; nothing of it is kept beyond
/// `OpenAudience.open`.
package struct AudiencePart: Sendable {
  /// What the numbers are of.
  package enum Content: Sendable {
    case people(Breakdown)
    case exposure(Exposure)
    case hours(ActiveHours)
  }

  let content: Content
  /// The file's header of each of its columns, by plain name.
  let headers: [String: String]

  /// Plain names, ascending.
  var dimensions: [String] {
    switch content {
    case .people(let breakdown): breakdown.dimensions
    case .exposure(let exposure): exposure.dimensions
    case .hours: ["active_hour"]
    }
  }
}

/// Reading a file that splits an audience: its dimensions, and how many people, shares of them or views are in each
/// group.
extension TableReader {
  /// Reads what is known of each group; columns about anything else are not read at all.
  ///
  /// - Parameter whole: the rows as the file has them, rows of totals among them.
  /// - Returns: a file without a table; F121 where it is split by more than is known.
  /// - Throws: F119 without groups or numbers, F129 what counts no people, F130 shares beyond the whole, F160 what counts
  ///   no views, F161 watch time without views; P303 where a group is a person.
  mutating func readAudience(_ whole: CellSource) throws(LoadFailure) -> LoadedFile {
    report.role = .audience
    report.isRoleInferred = writtenRole == nil && preset == nil
    report.preset = preset?.name
    if let columns = activityColumns, try judgeOthers(beside: [columns.hour, columns.people]) {
      return try readHours(columns)
    }
    let dimensions = audienceDimensions
    guard !dimensions.isEmpty else {
      throw .diagnostic(.roleNeeds(source.file, role: .audience, column: "country, age or gender"))
    }
    let amount = amountColumn
    let exposures = exposureColumns
    guard amount != nil || !exposures.isEmpty else { return try nothingCounted() }
    guard dimensions.count <= 2, plan.videoColumn == nil else {
      return .notYet(source.file, .audienceNotReadYet(source.file))
    }
    let totals = removeTotals(from: whole, dimensions.map(\.column))
    if source.rowCount == 0 { throw .diagnostic(.noRows(source.file)) }
    let read = dimensions.map(\.column) + exposures.map(\.column) + [amount?.column].compactMap { $0 }
    guard try judgeOthers(beside: read) else {
      return .notYet(source.file, .audienceNotReadYet(source.file))
    }
    var groups = AudienceGroups(names: dimensions.map(\.name), days: try readDays())
    for dimension in dimensions { groups.labels.append(try readLabels(dimension)) }
    let dimensionHeaders = Dictionary(
      dimensions.map { ($0.name, header($0.column)) }, uniquingKeysWith: { first, _ in first })
    var parts: [AudiencePart] = []
    if let amount {
      let breakdowns = try readPeople(amount, groups, totals)
      let shareName = amount.name == "subscribers" ? "subscriber_share" : "follower_share"
      var headers = dimensionHeaders
      headers[amount.isShare ? shareName : amount.name ?? shareName] = header(amount.column)
      parts += breakdowns.map { AudiencePart(content: .people($0), headers: headers) }
    }
    if !exposures.isEmpty {
      var headers = dimensionHeaders
      for exposure in exposures { headers[exposure.name] = header(exposure.column) }
      let exposure = try readExposure(exposures, groups, totals)
      parts.append(AudiencePart(content: .exposure(exposure), headers: headers))
    }
    return LoadedFile(name: source.file, table: nil, report: report, audience: parts)
  }

  /// A file without any number of a group: not an error where other files are loaded with it.
  ///
  /// - Throws: F119 where it was said to be an audience.
  private func nothingCounted() throws(LoadFailure) -> LoadedFile {
    for (column, planned) in plan.columns.enumerated() {
      guard case .load(let loaded) = planned else { continue }
      if loaded.meaning == .exposure, header(column).contains("%") {
        return .notYet(source.file, .viewsAreShares(source.file, header: header(column)))
      }
      if loaded.name == "watch_time" {
        return .notYet(source.file, .watchTimeWithoutViews(source.file, header: header(column)))
      }
    }
    if writtenRole == .audience {
      throw .diagnostic(.roleNeeds(source.file, role: .audience, column: "followers, subscribers or views"))
    }
    return .notYet(source.file, .audienceNotReadYet(source.file))
  }

  /// The columns by which the audience is split.
  private var audienceDimensions: [(name: String, column: Int)] {
    plan.columns.enumerated().compactMap { column, planned in
      guard case .audienceSplit = planned else { return nil }
      return StandardCatalog.column(named: plainName(header(column))).map { ($0.name, column) }
    }
  }

  /// Takes rows of totals out, and margins with them.
  ///
  /// - Returns: the row of all groups together; nil where the file prints none.
  private mutating func removeTotals(from whole: CellSource, _ dimensions: [Int]) -> CellSource? {
    var totals: Set<Int> = []
    var everybody: Int?
    let text = whole.bytes.span
    for row in 0..<whole.rowCount {
      let cells = dimensions.map { whole.content(row, $0) }
      let words = cells.map { !$0.isEmpty && isEverybody(text, $0) }
      let isBlank = (0..<whole.index.width).allSatisfy { whole.content(row, $0).isEmpty }
      guard isBlank || words.contains(true) else { continue }
      totals.insert(row)
      if !isBlank, everybody == nil, zip(words, cells).allSatisfy({ $0 || $1.isEmpty }) { everybody = row }
    }
    report.skippedRows = totals.count
    source = whole.removing(totals)
    return everybody.map { row in
      let others = Set(0..<whole.rowCount).subtracting([row])
      return whole.removing(others)
    }
  }

  /// The whole number that the row of totals has in a column; nil where it has none.
  func printedTotal(_ totals: CellSource?, column: Int) throws(LoadFailure) -> Int64? {
    guard let totals else { return nil }
    let reader = NumberReader(header: header(column), factor: 1, isWhole: true)
    let numbers = try reporting { () throws(Diagnostic) in try reader.read(totals, column: column) }
    guard case .integers(let values, let validity) = numbers, validity.isComplete else { return nil }
    return values.first
  }

  /// Accounts for the columns that are not read; false where one of them splits the audience further.
  private mutating func judgeOthers(beside read: [Int]) throws(LoadFailure) -> Bool {
    var actions: [String] = []
    for (column, planned) in plan.columns.enumerated() where !read.contains(column) {
      switch planned {
      case .video, .day: break
      case .load(let loaded) where loaded.meaning == .action: actions.append(header(column))
      case .load, .notLoaded: report.notLoaded.append(header(column))
      case .audienceSplit: return false
      case .names: dropOwnAccount(column)
      case .dropped(let isAccount): if isAccount { dropOwnAccount(column) }
      case .setAside(let code): setAside(column, code)
      case .unknown where isShareHeader(header(column)): report.notLoaded.append(header(column))
      case .unknown:
        let text = readText(source, column: column)
        if shapes(of: text).isAboutPeople {
          setAside(column, .personColumn)
        } else if areAudienceValues(text.values) {
          return false
        } else {
          listUnknown(column, isNumeric: holdsOnlyNumbers(column))
        }
      }
    }
    if !actions.isEmpty {
      report.notes.append("never read beside an audience (P106): \(actions.joined(separator: ", "))")
    }
    return true
  }

  /// The groups of a dimension; none of them may be a person.
  func readLabels(_ dimension: (name: String, column: Int)) throws(LoadFailure) -> CodedText {
    let text = readText(source, column: dimension.column)
    let candidate = ColumnCandidate(
      table: TableRole.audience.rawValue, name: dimension.name, header: header(dimension.column),
      meaning: .audienceDimension, standing: .known, shapes: shapes(of: text),
      text: (text.valueCount, text.values.count), words: text.values)
    if case .setAside = admit(candidate) {
      throw .refusal(PeopleFile.survey.refusal, file: source.file)
    }
    return text
  }
}

/// Whether a label stands for all groups together.
private func isEverybody(_ text: Span<UInt8>, _ cell: Range<Int>) -> Bool {
  if isTotalWord(text, cell) { return true }
  guard cell.count <= 24 else { return false }
  return standsForEverybody(string(text, cell, isQuoted: false))
}

/// The group of each row of a file, by one label for each dimension, and its day.
struct AudienceGroups {
  /// Plain names of the dimensions.
  let names: [String]
  /// Empty where the file has no days.
  let days: ColumnValues<Int32>
  /// One for each dimension.
  var labels: [CodedText] = []

  func labels(_ row: Int) -> [String?] {
    labels.map { $0.codes[row] == CodedText.missingCode ? nil : $0.values[Int($0.codes[row])] }
  }
}
