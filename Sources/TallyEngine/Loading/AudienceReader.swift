import TallyLanguage
import TallyPlan
import TallyPrivacy

/// What a file says about an audience, before it is protected; nothing of it is kept beyond `OpenAudience.open`.
package struct AudienceFile: Sendable {
  let breakdown: Breakdown
  /// The file's header of each of its columns, by plain name.
  let headers: [String: String]
}

/// Reading a file that splits an audience: its dimensions, and one column of people or of shares.
extension TableReader {
  /// Reads how many people are in each group; columns about anything else are not read at all.
  ///
  /// - Parameter whole: the rows as the file has them, rows of totals among them.
  /// - Returns: a file without a table; F121 where it is split by more than is known.
  /// - Throws: F119 without groups or numbers, F129 what counts no people, F130 shares beyond the whole; P303 where a
  ///   group is a person.
  mutating func readAudience(_ whole: CellSource) throws(LoadFailure) -> LoadedFile {
    report.role = .audience
    report.isRoleInferred = writtenRole == nil
    let dimensions = audienceDimensions
    guard !dimensions.isEmpty else {
      throw .diagnostic(.roleNeeds(source.file, role: .audience, column: "country, age or gender"))
    }
    guard let amount = amountColumn else {
      guard writtenRole == .audience else { return .notYet(source.file, .audienceNotReadYet(source.file)) }
      throw .diagnostic(.roleNeeds(source.file, role: .audience, column: "followers or subscribers"))
    }
    guard dimensions.count <= 2, plan.videoColumn == nil else {
      return .notYet(source.file, .audienceNotReadYet(source.file))
    }
    let totals = try removeTotals(from: whole, dimensions.map(\.column), amount)
    if source.index.rowCount == 0 { throw .diagnostic(.noRows(source.file)) }
    guard try judgeOthers(beside: dimensions.map(\.column) + [amount.column]) else {
      return .notYet(source.file, .audienceNotReadYet(source.file))
    }
    let days = try readDays()
    let newest = days.max()
    if let newest, days.contains(where: { $0 < newest }) {
      report.notes.append("only the newest of its days is kept, \(Day(number: newest))")
    }
    var labels: [CodedText] = []
    for dimension in dimensions { labels.append(try readLabels(dimension)) }
    let numbers = try readAmounts(amount)
    var rows: [Breakdown.Bucket] = []
    for row in 0..<source.index.rowCount where days.isEmpty || days[row] == newest {
      let names = labels.map { $0.codes[row] == CodedText.missingCode ? nil : $0.values[Int($0.codes[row])] }
      if let bucket = numbers.bucket(names, row) { rows.append(bucket) } else { report.missingCells += 1 }
    }
    let breakdown = Breakdown(
      by: dimensions.map(\.name), of: amount.name, amount.isShare ? .share : .count, rows: rows, day: newest,
      printedTotal: newest == nil ? totals : nil)
    guard let breakdown else { throw .diagnostic(.noPeople(source.file, header: header(amount.column))) }
    var headers = Dictionary(
      dimensions.map { ($0.name, header($0.column)) }, uniquingKeysWith: { first, _ in first })
    let shareName = amount.name == "subscribers" ? "subscriber_share" : "follower_share"
    headers[amount.isShare ? shareName : amount.name ?? shareName] = header(amount.column)
    return LoadedFile(
      name: source.file, table: nil, report: report,
      audience: AudienceFile(breakdown: breakdown, headers: headers))
  }

  /// The columns by which the audience is split.
  private var audienceDimensions: [(name: String, column: Int)] {
    plan.columns.enumerated().compactMap { column, planned in
      guard case .audienceSplit = planned else { return nil }
      return StandardCatalog.column(named: plainName(header(column))).map { ($0.name, column) }
    }
  }

  /// The column that says how many people are in a group: counts of followers before those of subscribers, else shares.
  private var amountColumn: AmountColumn? {
    for name in StandardCatalog.audienceCounts {
      if let column = plan.index(of: name), !header(column).contains("%") {
        return AmountColumn(name: name, column: column, isShare: false)
      }
    }
    return dialect.headers.indices.lazy.first { isShareHeader(header($0)) }
      .map { AmountColumn(name: metricOfShares(header($0)), column: $0, isShare: true) }
  }

  /// Takes rows of totals out, and margins with them.
  ///
  /// - Returns: the number of all people that the file prints; nil where it prints none.
  private mutating func removeTotals(
    from whole: CellSource, _ dimensions: [Int], _ amount: AmountColumn
  ) throws(LoadFailure) -> Int64? {
    var totals: Set<Int> = []
    var everybody: [Int] = []
    let text = whole.bytes.span
    for row in 0..<whole.index.rowCount {
      let cells = dimensions.map { whole.content(row, $0) }
      let words = cells.map { !$0.isEmpty && isEverybody(text, $0) }
      let isBlank = (0..<whole.index.width).allSatisfy { whole.content(row, $0).isEmpty }
      guard isBlank || words.contains(true) else { continue }
      totals.insert(row)
      if !isBlank, zip(words, cells).allSatisfy({ $0 || $1.isEmpty }) { everybody.append(row) }
    }
    report.skippedRows = totals.count
    if !amount.isShare, let row = everybody.first {
      let printed = CellSource(
        bytes: whole.bytes, index: whole.index.removing(Set(0..<whole.index.rowCount).subtracting([row])),
        file: whole.file)
      let reader = NumberReader(header: header(amount.column), factor: 1, isWhole: true)
      let numbers = try reporting { () throws(Diagnostic) in
        try reader.read(printed, column: amount.column)
      }
      source = CellSource(bytes: whole.bytes, index: whole.index.removing(totals), file: whole.file)
      if case .integers(let values, let validity) = numbers, validity.isComplete { return values.first }
      return nil
    }
    source = CellSource(bytes: whole.bytes, index: whole.index.removing(totals), file: whole.file)
    return nil
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
      case .names, .dropped: dropOwnAccount(column)
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
  private func readLabels(_ dimension: (name: String, column: Int)) throws(LoadFailure) -> CodedText {
    let text = readText(source, column: dimension.column)
    let candidate = ColumnCandidate(
      table: TableRole.audience.rawValue, name: dimension.name, header: header(dimension.column),
      meaning: .audienceDimension, standing: .known, shapes: shapes(of: text),
      text: (text.valueCount, text.values.count))
    if case .setAside = admit(candidate) {
      throw .refusal(PeopleFile.survey.refusal, file: source.file)
    }
    return text
  }

  /// The numbers of people, or their shares as fractions.
  private func readAmounts(_ amount: AmountColumn) throws(LoadFailure) -> Amounts {
    let reader = NumberReader(header: header(amount.column), factor: 1, isWhole: !amount.isShare)
    let read = try reporting { () throws(Diagnostic) in try reader.read(source, column: amount.column) }
    let numbers = Amounts(read, isShare: amount.isShare)
    guard numbers.arePeople else {
      throw .diagnostic(.noPeople(source.file, header: header(amount.column)))
    }
    guard amount.isShare else { return numbers }
    let text = source.bytes.span
    let isMarked = (0..<source.index.rowCount).contains { row in
      source.content(row, amount.column).last.map { text[$0] == UInt8(ascii: "%") } ?? false
    }
    guard let shares = numbers.fractions(isMarked: isMarked, header: header(amount.column)) else {
      throw .diagnostic(.sharesBeyondWhole(source.file, header: header(amount.column)))
    }
    return shares
  }
}

/// The column that says how many people are in a group.
private struct AmountColumn {
  /// What is counted; nil where a header of shares does not say.
  let name: String?
  let column: Int
  let isShare: Bool
}

/// The numbers of the groups.
private struct Amounts {
  private let counts: [Int64]
  private let shares: [Double]
  private let validity: Validity
  private let isShare: Bool
  /// Whether they may count people: whole numbers from 0 on, or parts from 0 on.
  let arePeople: Bool

  init(_ numbers: NumberValues, isShare: Bool) {
    self.isShare = isShare
    switch numbers {
    case .integers(let values, let validity):
      counts = values
      shares = isShare ? values.map(Double.init) : []
      self.validity = validity
      arePeople = values.allSatisfy { $0 >= 0 }
    case .decimals(let values, let validity):
      counts = []
      shares = values
      self.validity = validity
      arePeople = isShare && values.allSatisfy { $0 >= 0 && $0.isFinite }
    }
  }

  private init(fractions: [Double], validity: Validity) {
    counts = []
    shares = fractions
    self.validity = validity
    isShare = true
    arePeople = true
  }

  /// Shares as fractions, whether the file writes 45 %, 45 or 0.45; nil where they are more than a whole.
  ///
  /// - Parameter isMarked: whether cells say themselves that they are percents; then they were divided already.
  func fractions(isMarked: Bool, header: String) -> Amounts? {
    let isPercent = header.contains("%") || plainName(header).contains("perc") || plainName(header) == "pct"
    let factor = shareFactor(whole: shares.reduce(0, +), isMarked: isMarked, isPercent: isPercent)
    return factor.map { factor in Amounts(fractions: shares.map { $0 * factor }, validity: validity) }
  }

  func bucket(_ labels: [String?], _ row: Int) -> Breakdown.Bucket? {
    guard validity[row] else { return nil }
    return isShare
      ? Breakdown.Bucket(labels, share: shares[row]) : Breakdown.Bucket(labels, people: counts[row])
  }
}

/// Whether a label stands for all groups together.
private func isEverybody(_ text: Span<UInt8>, _ cell: Range<Int>) -> Bool {
  if isTotalWord(text, cell) { return true }
  guard cell.count <= 24 else { return false }
  return standsForEverybody(string(text, cell, isQuoted: false))
}

/// Whether a header heads parts of an audience.
private func isShareHeader(_ header: String) -> Bool {
  let name = plainName(header)
  if header == "%" { return true }
  if let known = StandardCatalog.column(named: name)?.name, StandardCatalog.audienceCounts.contains(known) {
    return header.contains("%")
  }
  return [
    "follower_share", "followers_share", "subscriber_share", "subscribers_share", "audience_share", "share",
    "share_of_followers", "share_of_subscribers", "share_of_audience", "distribution",
    "follower_distribution",
    "subscriber_distribution", "percent", "percentage", "pct", "follower_percentage", "followers_percentage",
    "followers_percent", "subscriber_percentage", "subscribers_percentage", "subscribers_percent",
    "audience_percentage",
  ].contains(name)
}

/// Of what a header heads parts, by plain name; nil where it does not say.
private func metricOfShares(_ header: String) -> String? {
  let words = plainName(header).split(separator: "_")
  return StandardCatalog.audienceCounts.first { metric in
    words.contains { $0 == metric || $0 == metric.dropLast() }
  }
}
