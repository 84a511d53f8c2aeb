import TallyLanguage
import TallyPlan
import TallyPrivacy

/// The key of a row: its video, its day, and how the platform splits deliveries, as codes.
struct RowKey: Hashable {
  var video: UInt32
  var day: Int32
  var delivery: [UInt32]
}

extension TableReader {
  /// Gives every key one row.
  ///
  /// Identical rows count once. Rows of days that a column which is not loaded tells apart are added up; unique counts,
  /// rates and levels, which do not add up, become missing. Otherwise the later line wins, cell by cell.
  func placedRows(_ role: TableRole, _ keys: RowKeys, _ columns: [FileColumn]) -> (RowPlacement, rows: [Int]) {
    let deliveries = columns.filter { $0.description.handle.meaning == .delivery }.compactMap { column in
      if case .texts(let text) = column.values { text } else { nil }
    }
    var placement = RowPlacement()
    var firstRows: [Int] = []
    var rowsOf: [RowKey: [Int]] = [:]
    var targetOf: [RowKey: Int] = [:]
    for row in 0..<source.index.rowCount {
      let key = RowKey(
        video: keys.videos?.codes[row] ?? 0, day: keys.days.isEmpty ? 0 : keys.days[row],
        delivery: deliveries.map { $0.validity[row] ? $0.codes[row] : CodedText.missingCode })
      guard let target = targetOf[key] else {
        targetOf[key] = firstRows.count
        placement.append(firstRows.count, .place)
        firstRows.append(row)
        continue
      }
      let earlier = rowsOf[key] ?? [firstRows[target]]
      if earlier.contains(where: { isSame($0, row, in: 0..<source.index.width) }) {
        placement.append(target, .skip)
      } else if role != .videos, earlier.allSatisfy({ !isSame($0, row, in: unloadedColumns) }) {
        placement.append(target, .add)
      } else {
        placement.append(target, .replace)
      }
      rowsOf[key] = earlier + [row]
    }
    return (placement, firstRows)
  }

  mutating func resolveRepeats(
    _ role: TableRole, _ keys: RowKeys, _ columns: [FileColumn]
  ) throws(Diagnostic) -> FileTable {
    let (placement, rows) = placedRows(role, keys, columns)
    var columns = columns
    if rows.count < placement.targets.count {
      count(placement, rows)
      columns = columns.map { column in
        let part = PlacedColumn(values: column.values, placement: placement)
        let combined = combine([part], rowCount: rows.count, addsUp: column.description.kind == .counter)
        return FileColumn(description: column.description, values: combined?.column ?? column.values)
      }
    }
    let videos = keys.videos.map { videos in
      CodedText(codes: rows.map { videos.codes[$0] }, values: videos.values)
    }
    let days = keys.days.isEmpty ? [] : rows.map { keys.days[$0] }
    return FileTable(
      role: role, rowCount: rows.count, videos: videos?.column, isNumbered: role == .videos && plan.videoColumn == nil,
      videoHeader: plan.videoColumn.map(header) ?? "video", days: days,
      dateHeader: plan.dayColumn.map(header) ?? "date",
      columns: role == .daily ? judgeTotals(columns, videos, days) : columns,
      videoWord: plan.preset?.videoWord, platform: plan.preset?.platform)
  }

  /// The columns of which nothing is kept; the keys and the loaded ones are told apart by their own values.
  private var unloadedColumns: [Int] {
    plan.columns.indices.filter {
      switch plan.columns[$0] {
      case .video, .day, .load: false
      case .dropped, .names, .setAside, .audienceSplit, .notLoaded, .unknown: true
      }
    }
  }

  /// Whether two rows have the same cells in some columns; true of no columns.
  private func isSame(_ first: Int, _ second: Int, in columns: some Sequence<Int>) -> Bool {
    let text = source.bytes.span
    for column in columns {
      let left = source.content(first, column)
      let right = source.content(second, column)
      guard left.count == right.count else { return false }
      for offset in 0..<left.count where text[left.lowerBound + offset] != text[right.lowerBound + offset] {
        return false
      }
    }
    return true
  }

  private mutating func count(_ placement: RowPlacement, _ rows: [Int]) {
    for (row, action) in placement.actions.enumerated() {
      switch action {
      case .place: break
      case .skip: report.repeated += 1
      case .add: report.addedUp += 1
      case .replace:
        report.replacedCount += 1
        if report.replacedLines.count < 3 {
          report.replacedLines.append((source.line(rows[placement.targets[row]]), source.line(row)))
        }
      }
    }
  }
}
