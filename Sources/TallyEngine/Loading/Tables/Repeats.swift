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
  func placedRows(_ role: TableRole, _ keys: RowKeys, _ columns: [FileColumn]) -> PlacedRows? {
    let deliveries = columns.filter { $0.description.handle.meaning == .delivery }.compactMap { column in
      if case .texts(let text) = column.values { text } else { nil }
    }
    if areDistinct(keys, deliveries) { return nil }
    var targets: [Int] = []
    var targetOf: [RowKey: Int] = [:]
    for row in 0..<source.index.rowCount {
      let key = RowKey(
        video: keys.videos?.codes[row] ?? 0, day: keys.days.isEmpty ? 0 : keys.days[row],
        delivery: deliveries.map { $0.validity[row] ? $0.codes[row] : CodedText.missingCode })
      let next = targetOf.count
      targets.append(targetOf[key] ?? next)
      if targetOf[key] == nil { targetOf[key] = next }
    }
    return place(
      targets, count: targetOf.count, told: role == .videos ? [] : unloadedColumns(beside: columns))
  }

  /// Places rows by target; `told` are the columns that may tell rows of one target apart.
  private func place(_ targets: [Int], count: Int, told: [Int]) -> PlacedRows {
    let parts = targets.indices.map { Part(target: targets[$0], cells: cellsHash($0, told)) }
    var isRepeated = [Bool](repeating: false, count: targets.count)
    var seen: Set<Part> = []
    var lastRow: [Part: Int] = [:]
    var partsOf = [Int](repeating: 0, count: count)
    for row in targets.indices {
      let whole = Part(target: targets[row], cells: cellsHash(row, Array(0..<source.index.width)))
      isRepeated[row] = !seen.insert(whole).inserted
      if isRepeated[row] { continue }
      if lastRow[parts[row]] == nil { partsOf[targets[row]] += 1 }
      lastRow[parts[row]] = row
    }
    var placed = PlacedRows()
    var firstRows = [Int?](repeating: nil, count: count)
    for (row, target) in targets.enumerated() {
      let action: RowPlacement.Action
      if isRepeated[row] {
        action = .skip
        placed.repeated += 1
      } else if partsOf[target] > 1, let last = lastRow[parts[row]], last != row {
        action = .skip
        placed.replaced.append((row, last))
      } else if let first = firstRows[target] {
        action = partsOf[target] > 1 ? .add : .replace
        if action == .add { placed.addedUp += 1 } else { placed.replaced.append((first, row)) }
      } else {
        action = .place
      }
      if action != .skip { firstRows[target] = row }
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
  private func cellsHash(_ row: Int, _ columns: [Int]) -> Int {
    var hasher = Hasher()
    let text = source.bytes.span
    for column in columns {
      let cell = source.content(row, column)
      hasher.combine(cell.count)
      for index in cell { hasher.combine(text[index]) }
    }
    return hasher.finalize()
  }

  mutating func resolveRepeats(
    _ role: TableRole, _ keys: RowKeys, _ columns: [FileColumn]
  ) -> FileTable {
    let linked = linkedVideos(keys)
    guard let placed = placedRows(role, keys, columns) else {
      return table(role, keys, columns, rowCount: source.index.rowCount, linked: linked)
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
    kept.days = keys.days.isEmpty ? [] : rows.map { keys.days[$0] }
    return table(role, kept, columns, rowCount: rows.count, linked: linked)
  }

  private func table(
    _ role: TableRole, _ keys: RowKeys, _ columns: [FileColumn], rowCount: Int, linked: [String: String]
  ) -> FileTable {
    FileTable(
      role: role, rowCount: rowCount, videos: keys.videos?.column,
      isNumbered: role == .videos && plan.videoColumn == nil,
      videoHeader: plan.videoColumn.map(header) ?? "video", days: keys.days,
      dateHeader: plan.dayColumn.map(header) ?? "date",
      columns: role == .daily ? judgeTotals(columns, keys.videos, keys.days) : columns,
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
