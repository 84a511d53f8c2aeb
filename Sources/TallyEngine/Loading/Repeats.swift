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
  /// Whether no key stands twice, found without a table of keys: by marking one bit a possible key.
  ///
  /// - Returns: false also where there are too many possible keys to tell.
  private func areDistinct(_ keys: RowKeys, _ deliveries: [TextColumn]) -> Bool {
    let rows = source.index.rowCount
    if keys.days.isEmpty { return keys.videos.map { $0.values.count == rows } ?? false }
    if keys.videos == nil, deliveries.isEmpty, zip(keys.days, keys.days.dropFirst()).allSatisfy({ $0 < $1 }) {
      return true
    }
    guard let first = keys.days.min(), let last = keys.days.max() else { return false }
    var radices = [keys.videos?.values.count ?? 1, Int(last) - Int(first) + 1]
    radices += deliveries.map { $0.dictionary.count + 1 }
    var possible = 1
    for radix in radices {
      let (product, overflow) = possible.multipliedReportingOverflow(by: max(radix, 1))
      guard !overflow, product <= 1 << 31 else { return false }
      possible = product
    }
    var marks = [UInt64](repeating: 0, count: possible / 64 + 1)
    for row in 0..<rows {
      var key = keys.videos.map { Int($0.codes[row]) } ?? 0
      key = key * radices[1] + Int(keys.days[row]) - Int(first)
      for (delivery, radix) in zip(deliveries, radices.dropFirst(2)) {
        key = key * radix + (delivery.validity[row] ? Int(delivery.codes[row]) + 1 : 0)
      }
      let bit: UInt64 = 1 << UInt64(key & 63)
      if marks[key >> 6] & bit != 0 { return false }
      marks[key >> 6] |= bit
    }
    return true
  }

  /// The placement that gives every key one row, and the first row of each key; nil where no key stands twice.
  ///
  /// Identical rows count once. Rows of days that a column which is not loaded tells apart are added up; unique counts,
  /// rates and levels, which do not add up, become missing. Otherwise the later line wins, cell by cell.
  func placedRows(_ role: TableRole, _ keys: RowKeys, _ columns: [FileColumn]) -> (RowPlacement, rows: [Int])?
  {
    let deliveries = columns.filter { $0.description.handle.meaning == .delivery }.compactMap { column in
      if case .texts(let text) = column.values { text } else { nil }
    }
    if areDistinct(keys, deliveries) { return nil }
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
  ) -> FileTable {
    guard let (placement, rows) = placedRows(role, keys, columns) else {
      return table(role, keys, columns, rowCount: source.index.rowCount)
    }
    var columns = columns
    if rows.count < placement.targets.count {
      count(placement, rows)
      columns = columns.map { column in
        let part = PlacedColumn(values: column.values, placement: placement)
        let combined = combine([part], rowCount: rows.count, addsUp: column.description.kind == .counter)
        return FileColumn(description: column.description, values: combined?.column ?? column.values)
      }
    }
    var kept = keys
    kept.videos = keys.videos.map { videos in
      CodedText(codes: rows.map { videos.codes[$0] }, values: videos.values)
    }
    kept.days = keys.days.isEmpty ? [] : rows.map { keys.days[$0] }
    return table(role, kept, columns, rowCount: rows.count)
  }

  private func table(_ role: TableRole, _ keys: RowKeys, _ columns: [FileColumn], rowCount: Int) -> FileTable
  {
    FileTable(
      role: role, rowCount: rowCount, videos: keys.videos?.column,
      isNumbered: role == .videos && plan.videoColumn == nil,
      videoHeader: plan.videoColumn.map(header) ?? "video", days: keys.days,
      dateHeader: plan.dayColumn.map(header) ?? "date",
      columns: role == .daily ? judgeTotals(columns, keys.videos, keys.days) : columns,
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
