import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Reading how often posts were shown to each group of an audience.
extension TableReader {
  /// The columns of views, impressions and watch time, in this order; none where nothing but watch time is there.
  ///
  /// Rates are worked out from these; percents of views are no views.
  var exposureColumns: [ExposureColumn] {
    let columns = ["views", "impressions", "watch_time"].compactMap { name -> ExposureColumn? in
      guard let column = plan.index(of: name), !header(column).contains("%"),
        case .load(let loaded) = plan.columns[column], case .number(let factor, _) = loaded.form
      else { return nil }
      return ExposureColumn(name: name, column: column, factor: factor)
    }
    return columns.contains { $0.name == "views" } ? columns : columns.filter { $0.name != "watch_time" }
  }

  /// Adds up the numbers of each group over all rows of the file, its days too.
  ///
  /// - Parameter totals: the row of everybody.
  /// - Throws: F112...F114 for numbers, F160 what counts no views.
  mutating func readExposure(
    _ columns: [ExposureColumn], _ groups: AudienceGroups, _ totals: CellSource?
  ) throws(LoadFailure) -> Exposure {
    var sums = GroupSums(groups, rowCount: source.rowCount)
    var counted: [ExposureColumn] = []
    var printed: [Int64?] = []
    var hasWatchTime = false
    for column in columns {
      let reader = NumberReader(
        header: header(column.column), factor: column.factor, isWhole: column.name != "watch_time")
      let numbers = try reporting { () throws(Diagnostic) in try reader.read(source, column: column.column) }
      if column.name == "watch_time" {
        hasWatchTime = sums.addSeconds(numbers)
        if !hasWatchTime { noteGaps(column) }
        continue
      }
      guard case .integers(let values, let validity) = numbers, values.allSatisfy({ $0 >= 0 }) else {
        throw .diagnostic(.noExposure(source.file, header: header(column.column)))
      }
      guard sums.add(values, validity, isFirst: counted.isEmpty) else {
        noteGaps(column)
        continue
      }
      counted.append(column)
      printed.append(groups.days.isEmpty ? try printedTotal(totals, column: column.column) : nil)
    }
    report.missingCells += sums.rowsWithoutNumber
    let days = groups.days.min().flatMap { first in groups.days.max().map { first...$0 } }
    if let days, days.count > 1 { report.notes.append("its days are added up, and none of them is kept") }
    guard let rows = sums.buckets,
      let exposure = Exposure(
        by: groups.names, counted: counted.map(\.name), hasWatchTime: hasWatchTime, rows: rows, days: days,
        printedTotals: printed)
    else { throw .diagnostic(.noExposure(source.file, header: header(columns[0].column))) }
    return exposure
  }

  /// The views by audience that the preset of a file of videos and days has besides; none for other files.
  ///
  /// - Throws: as `readExposure`.
  mutating func readViewsBeside(_ keys: RowKeys) throws(LoadFailure) -> [AudiencePart] {
    guard let (wanted, dimension) = preset?.viewsBy,
      let column = dialect.headers.firstIndex(where: { plainName($0) == wanted })
    else { return [] }
    let columns = exposureColumns
    if columns.isEmpty { return [] }
    let labels = try readLabels((dimension, column))
    let groups = AudienceGroups(names: [dimension], days: keys.days, labels: [labels])
    var headers = [dimension: header(column)]
    for column in columns { headers[column.name] = header(column.column) }
    let missing = report.missingCells
    let exposure = try readExposure(columns, groups, nil)
    report.missingCells = missing
    return [AudiencePart(content: .exposure(exposure), headers: headers)]
  }

  private mutating func noteGaps(_ column: ExposureColumn) {
    report.notes.append("not kept, as some groups have none: \(header(column.column))")
  }
}

/// A column of views, impressions or watch time.
struct ExposureColumn {
  /// The plain name.
  let name: String
  let column: Int
  /// What its numbers are multiplied with to be in the standard unit.
  let factor: Double
}

/// Numbers added up by group, in order of first appearance.
private struct GroupSums {
  private let groups: AudienceGroups
  /// The group of each row.
  private let groupOf: [Int]
  /// The first row of each group.
  private let firstRows: [Int]
  private var isKept: [Bool]
  /// By number, then by group; nil where a sum is too large.
  private var counts: [[Int64?]] = []
  private var seconds: [Double]
  private(set) var rowsWithoutNumber = 0

  init(_ groups: AudienceGroups, rowCount: Int) {
    self.groups = groups
    var codes: [UInt64: Int] = [:]
    var groupOf: [Int] = []
    var firstRows: [Int] = []
    for row in 0..<rowCount {
      let key = groups.labels.reduce(UInt64(0)) { $0 << 32 | UInt64($1.codes[row]) }
      let group = codes[key, default: firstRows.count]
      if group == firstRows.count {
        codes[key] = group
        firstRows.append(row)
      }
      groupOf.append(group)
    }
    self.groupOf = groupOf
    self.firstRows = firstRows
    isKept = [Bool](repeating: true, count: rowCount)
    seconds = [Double](repeating: 0, count: firstRows.count)
  }

  /// Adds a number to each group; rows without the first number are left out, and one that has further gaps is not added.
  ///
  /// - Returns: whether it was added.
  mutating func add(_ values: [Int64], _ validity: Validity, isFirst: Bool) -> Bool {
    if isFirst {
      for row in isKept.indices where !validity[row] { isKept[row] = false }
      rowsWithoutNumber = isKept.count { !$0 }
    } else if isKept.indices.contains(where: { isKept[$0] && !validity[$0] && !isNothing($0) }) {
      return false
    }
    var sums = [Int64?](repeating: 0, count: firstRows.count)
    for row in isKept.indices where isKept[row] {
      sums[groupOf[row]] = sums[groupOf[row]].flatMap { sum in
        let (next, isTooMany) = sum.addingReportingOverflow(values[row])
        return isTooMany ? nil : next
      }
    }
    counts.append(sums)
    return true
  }

  /// Adds watch time to each group; not where rows with views lack it, or it is below 0.
  ///
  /// - Returns: whether it was added.
  mutating func addSeconds(_ numbers: NumberValues) -> Bool {
    let (values, validity) =
      switch numbers {
      case .integers(let values, let validity): (values.map(Double.init), validity)
      case .decimals(let values, let validity): (values, validity)
      }
    let hasGap = isKept.indices.contains { row in
      isKept[row] && (validity[row] ? values[row] < 0 : (counts.first?[groupOf[row]] ?? 1) != 0)
    }
    if hasGap { return false }
    for row in isKept.indices where isKept[row] && validity[row] { seconds[groupOf[row]] += values[row] }
    return true
  }

  /// Whether a row without a number belongs to a group without views.
  private func isNothing(_ row: Int) -> Bool { counts.first?[groupOf[row]] == 0 }

  /// Groups of which a row was kept; nil where a sum is too large.
  var buckets: [Exposure.Bucket]? {
    var hasRow = [Bool](repeating: false, count: firstRows.count)
    for row in isKept.indices where isKept[row] { hasRow[groupOf[row]] = true }
    if counts.contains(where: { $0.contains(nil) }) { return nil }
    return firstRows.indices.filter { hasRow[$0] }.map { group in
      Exposure.Bucket(
        groups.labels(firstRows[group]), counts: counts.map { $0[group] ?? 0 }, seconds: seconds[group])
    }
  }
}
