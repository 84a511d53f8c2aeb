import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Reading how many people are in each group of an audience, or which part of all of them.
extension TableReader {
  /// The column that says how many people are in a group: counts of followers before those of subscribers, else shares.
  var amountColumn: AmountColumn? {
    for name in StandardCatalog.audienceCounts {
      if let column = plan.index(of: name), !header(column).contains("%") {
        return AmountColumn(name: name, column: column, isShare: false)
      }
    }
    return dialect.headers.indices.lazy.first { isShareHeader(header($0)) }
      .map { AmountColumn(name: metricOfShares(header($0)), column: $0, isShare: true) }
  }

  /// Reads one number of people, or one share, for each group: of several days, those of the last day of each month for
  /// numbers, of the newest for shares.
  ///
  /// - Parameter totals: the row of everybody.
  /// - Throws: F112...F114 for numbers, F129 what counts no people, F130 shares beyond the whole.
  mutating func readPeople(
    _ amount: AmountColumn, _ groups: AudienceGroups, _ totals: CellSource?
  ) throws(LoadFailure) -> [Breakdown] {
    let printed = amount.isShare ? nil : try printedTotal(totals, column: amount.column)
    let days = Set(groups.days)
    let kept = amount.isShare ? days.max().map { [$0] } ?? [] : lastDays(days)
    if let newest = kept.first, kept.count < days.count {
      report.noteDays(newest: Day(number: newest), isShare: amount.isShare)
    }
    let numbers = try readAmounts(amount, groups, of: kept)
    var rows: [Int32?: [Breakdown.Bucket]] = [:]
    for row in 0..<source.rowCount where days.isEmpty || kept.contains(groups.days[row]) {
      if let bucket = numbers.bucket(groups.labels(row), row) {
        rows[days.isEmpty ? nil : groups.days[row], default: []].append(bucket)
      } else {
        report.missingCells += 1
      }
    }
    var breakdowns: [Breakdown] = []
    for day in days.isEmpty ? [nil] : kept.map({ $0 as Int32? }) {
      let breakdown = Breakdown(
        by: groups.names, of: amount.name, amount.isShare ? .share : .count, rows: rows[day] ?? [], day: day,
        month: day.map(monthNumber), printedTotal: day == nil ? printed : nil)
      guard let breakdown else { throw .diagnostic(.noPeople(source.file, header: header(amount.column))) }
      breakdowns.append(breakdown)
    }
    return breakdowns
  }

  /// The last of the days of each month, newest first.
  private func lastDays(_ days: Set<Int32>) -> [Int32] {
    Dictionary(grouping: days, by: monthNumber).values.compactMap { $0.max() }.sorted(by: >)
  }

  private func monthNumber(_ day: Int32) -> Int32 {
    let civil = Day(number: day).civil
    return Int32(civil.year * 12 + civil.month)
  }

  /// The numbers of people, or the shares of the days kept as fractions.
  private func readAmounts(
    _ amount: AmountColumn, _ groups: AudienceGroups, of kept: [Int32]
  ) throws(LoadFailure) -> Amounts {
    let reader = NumberReader(header: header(amount.column), factor: 1, isWhole: !amount.isShare)
    let read = try reporting { () throws(Diagnostic) in try reader.read(source, column: amount.column) }
    let numbers = Amounts(read, isShare: amount.isShare) { row in
      groups.labels(row).contains { $0.map(standsForUnknown) ?? false }
    }
    guard numbers.arePeople else {
      throw .diagnostic(.noPeople(source.file, header: header(amount.column)))
    }
    guard amount.isShare else { return numbers }
    let text = source.bytes.span
    let isMarked = (0..<source.rowCount).contains { row in
      source.content(row, amount.column).last.map { text[$0] == UInt8(ascii: "%") } ?? false
    }
    let rows = (0..<source.rowCount).filter { groups.days.isEmpty || kept.contains(groups.days[$0]) }
    guard let shares = numbers.fractions(of: rows, isMarked: isMarked, header: header(amount.column)) else {
      throw .diagnostic(.sharesBeyondWhole(source.file, header: header(amount.column)))
    }
    return shares
  }
}

/// The column that says how many people are in a group.
struct AmountColumn {
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

  /// - Parameter isUnknown: whether a row counts people of unknown groups, where a number below 0 is nobody.
  init(_ numbers: NumberValues, isShare: Bool, isUnknown: (Int) -> Bool) {
    self.isShare = isShare
    switch numbers {
    case .integers(var values, let validity):
      for row in values.indices where values[row] < 0 && !isShare && isUnknown(row) { values[row] = 0 }
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
  /// - Parameters:
  ///   - rows: those that make one whole.
  ///   - isMarked: whether cells say themselves that they are percents; then they were divided already.
  func fractions(of rows: [Int], isMarked: Bool, header: String) -> Amounts? {
    let isPercent = header.contains("%") || plainName(header).contains("perc") || plainName(header) == "pct"
    let whole = rows.reduce(0) { $0 + shares[$1] }
    let factor = shareFactor(whole: whole, isMarked: isMarked, isPercent: isPercent)
    return factor.map { factor in Amounts(fractions: shares.map { $0 * factor }, validity: validity) }
  }

  func bucket(_ labels: [String?], _ row: Int) -> Breakdown.Bucket? {
    guard validity[row] else { return nil }
    return isShare
      ? Breakdown.Bucket(labels, share: shares[row]) : Breakdown.Bucket(labels, people: counts[row])
  }
}

/// Whether a header heads parts of an audience.
func isShareHeader(_ header: String) -> Bool {
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
