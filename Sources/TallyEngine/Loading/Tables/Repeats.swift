import TallyLanguage
import TallyPlan
import TallyPrivacy

extension TableReader {
  /// Whether no key stands twice, found without a table of keys: day by day, by marking one bit a possible key.
  ///
  /// - Returns: false also where there are too many possible keys to tell.
  private func areDistinct(_ keys: RowKeys, _ deliveries: [TextColumn], _ order: DayOrder) -> Bool {
    let rows = source.rowCount
    if keys.days.isEmpty { return keys.videos.map { $0.values.count == rows } ?? false }
    var possible = max(keys.videos?.values.count ?? 1, 1)
    for delivery in deliveries {
      let (product, overflow) = possible.multipliedReportingOverflow(by: delivery.dictionary.count + 1)
      guard !overflow, product <= max(rows, 1 << 16) * 8 else { return false }
      possible = product
    }
    let bits = possible
    let parts = order.parts(keys.days)
    return concurrently(parts.count) { part in
      var marks = DayMarks(possible: bits, keys: keys, deliveries: deliveries, order: order)
      return marks.areDistinct(parts[part])
    }.allSatisfy(\.self)
  }

  /// The placement that gives every key one row, and the first row of each key; nil where no key stands twice.
  ///
  /// Identical rows count once. Rows of days that a column which is not loaded tells apart are added up; unique counts,
  /// rates and levels, which do not add up, become missing. Otherwise the later line wins, cell by cell.
  private func placedRows(
    _ role: TableRole, _ keys: RowKeys, _ columns: [FileColumn], _ order: DayOrder
  ) -> PlacedRows? {
    let deliveries = columns.filter { $0.description.handle.meaning == .delivery }.compactMap { column in
      if case .texts(let text) = column.values { text } else { nil }
    }
    if areDistinct(keys, deliveries, order) { return nil }
    let rows = source.rowCount
    let videos = keys.videos?.codes ?? []
    var numbers = RowNumbers(codes: deliveries.count)
    let targets = (0..<rows).map { row in
      numbers.number(
        video: videos.isEmpty ? 0 : videos[row], day: keys.days.isEmpty ? 0 : keys.days[row]
      ) { deliveries[$0].validity[row] ? deliveries[$0].codes[row] : CodedText.missingCode }
    }
    guard numbers.count < rows else { return nil }
    return place(
      targets, count: numbers.count, told: role == .videos ? [] : unloadedColumns(beside: columns))
  }

  /// Places rows by target; `told` are the columns that may tell rows of one target apart.
  private func place(_ targets: [Int], count: Int, told: [Int]) -> PlacedRows {
    var rowsOf = [UInt32](repeating: 0, count: count)
    for target in targets { rowsOf[target] += 1 }
    // Only the cells of rows whose key stands twice are compared.
    var seen: Set<Part> = []
    var repeated: Set<Int> = []
    var partOf: [Int: Part] = [:]
    var lastRow: [Part: Int] = [:]
    let source = source.indexed
    var partsOf: [Int: Int] = [:]
    for (row, target) in targets.enumerated() where rowsOf[target] > 1 {
      let part = Part(target: target, cells: cellsHash(row, told, source))
      partOf[row] = part
      let whole = Part(target: target, cells: cellsHash(row, Array(0..<headers.count), source))
      guard seen.insert(whole).inserted else {
        repeated.insert(row)
        continue
      }
      if lastRow.updateValue(row, forKey: part) == nil { partsOf[target, default: 0] += 1 }
    }
    var placed = PlacedRows()
    var firstRows: [Int: Int] = [:]
    for (row, target) in targets.enumerated() {
      let action: RowPlacement.Action
      let isSplit = rowsOf[target] > 1 && partsOf[target, default: 1] > 1
      if rowsOf[target] == 1 {
        action = .place
      } else if repeated.contains(row) {
        action = .skip
        placed.repeated += 1
      } else if isSplit, let part = partOf[row], let last = lastRow[part], last != row {
        action = .skip
        placed.replaced.append((row, last))
      } else if let first = firstRows[target] {
        action = isSplit ? .add : .replace
        if action == .add { placed.addedUp += 1 } else { placed.replaced.append((first, row)) }
      } else {
        action = .place
      }
      if action != .skip, rowsOf[target] > 1 { firstRows[target] = row }
      placed.placement.append(target, action)
      if placed.keyRows.count == target { placed.keyRows.append(row) }
    }
    return placed
  }

  /// Rows of one target with equal cells in some columns.
  private struct Part: Hashable {
    let target: Int
    let cells: Int
  }

  /// A hash of the cells of a row in some columns; equal for equal cells.
  private func cellsHash(_ row: Int, _ columns: [Int], _ source: CellSource) -> Int {
    var hasher = Hasher()
    for column in columns {
      let cell = source.content(row, column)
      hasher.combine(cell.count)
      source.bytes.span.extracting(cell).withUnsafeBytes { hasher.combine(bytes: $0) }
    }
    return hasher.finalize()
  }

  mutating func resolveRepeats(
    _ role: TableRole, _ keys: RowKeys, _ columns: [FileColumn]
  ) -> FileTable {
    let linked = linkedVideos(keys)
    let order = DayOrder(keys.days)
    guard let placed = placedRows(role, keys, columns, order) else {
      return table(role, keys, columns, rowCount: source.rowCount, order, linked: linked)
    }
    let rows = placed.keyRows
    var columns = columns
    if rows.count < placed.placement.targets.count {
      note(placed)
      columns = columns.map { column in
        let part = PlacedColumn(values: column.values, placement: placed.placement)
        let combined = combine([part], rowCount: rows.count, addsUp: column.description.kind == .counter)
        return FileColumn(description: column.description, values: combined?.column ?? column.values)
      }
    }
    var kept = keys
    kept.videos = keys.videos.map { videos in
      CodedText(codes: rows.map { videos.codes[$0] }, values: videos.values)
    }
    kept.days = keys.days.isEmpty ? [] : ColumnValues(rows.map { keys.days[$0] })
    return table(role, kept, columns, rowCount: rows.count, DayOrder(kept.days), linked: linked)
  }

  private func table(
    _ role: TableRole, _ keys: RowKeys, _ columns: [FileColumn], rowCount: Int, _ order: DayOrder,
    linked: [String: String]
  ) -> FileTable {
    FileTable(
      role: role, rowCount: rowCount, videos: keys.videos?.column(),
      isNumbered: role == .videos && plan.videoColumn == nil,
      videoHeader: plan.videoColumn.map(header) ?? "video", days: keys.days,
      dateHeader: plan.dayColumn.map(header) ?? "date",
      columns: role == .daily ? judgeTotals(columns, keys.videos, order) : columns,
      videoWord: preset?.videoWord, platform: preset?.platform, linked: linked,
      lacks: preset?.lacks ?? [:])
  }

  /// The columns of which nothing is kept; the keys and the loaded ones are told apart by their own values.
  private func unloadedColumns(beside loaded: [FileColumn]) -> [Int] {
    let names = Set(loaded.map(\.description.name))
    return plan.columns.indices.filter {
      switch plan.columns[$0] {
      case .video, .day: false
      // What was to be loaded may have been set aside by what it holds.
      case .load(let column): !names.contains(column.name)
      case .dropped, .names, .setAside, .audienceSplit, .notLoaded, .unknown: true
      }
    }
  }

  private mutating func note(_ placed: PlacedRows) {
    report.repeated = placed.repeated
    report.addedUp = placed.addedUp
    report.replacedCount = placed.replaced.count
    report.replacedLines = placed.replaced.prefix(3).map { (source.line($0), source.line($1)) }
  }
}

/// Rows with their targets, and what happened to those whose key stood twice.
struct PlacedRows {
  fileprivate(set) var placement = RowPlacement()
  /// The first row of each key, in order of first appearance.
  fileprivate(set) var keyRows: [Int] = []
  fileprivate(set) var repeated = 0
  fileprivate(set) var addedUp = 0
  /// A row that does not hold any more, and the later one that does.
  fileprivate(set) var replaced: [(Int, Int)] = []
}
