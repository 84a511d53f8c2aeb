import TallyLanguage
import TallyPlan
import TallyPrivacy

/// All files of one role, put together.
struct MergedTable {
  let role: TableRole
  let files: [String]
  let rowCount: Int
  /// The id of each row's video; nil in a channel table.
  let videos: TextColumn?
  let days: ColumnValues<Int32>
  /// In order of first appearance.
  let columns: [FileColumn]
  /// Values that each file replaced in the files before it.
  let replaced: [Int]
  private let videoHeader: String
  private let dateHeader: String

  /// - Throws: F127, F128.
  init(role: TableRole, files: [LoadedFile]) throws(Diagnostic) {
    let tables = numbered(files)
    try Self.checkSplits(tables, files: files.map(\.name))
    self.role = role
    self.files = unrepeated(files.map(\.name))
    videoHeader = tables[0].videoHeader
    dateHeader = tables[0].dateHeader
    guard tables.count > 1 else {
      rowCount = tables[0].rowCount
      videos = tables[0].videos
      days = tables[0].days
      columns = tables[0].columns
      replaced = [0]
      return
    }
    let keys = MergedKeys(tables)
    rowCount = keys.rowCount
    videos = keys.videos
    days = ColumnValues(keys.days)
    var columns: [FileColumn] = []
    var replaced = [Int](repeating: 0, count: tables.count)
    for name in unrepeated(tables.flatMap { $0.columns.map(\.description.name) }) {
      var parts: [PlacedColumn] = []
      var sources: [Int] = []
      var described: CatalogColumn?
      for (source, table) in tables.enumerated() {
        guard let column = table.columns.first(where: { $0.description.name == name }) else { continue }
        parts.append(PlacedColumn(values: column.values, placement: keys.placements[source]))
        sources.append(source)
        described = described.map { $0.settled(by: column.description) } ?? column.description
      }
      guard let described else { continue }
      guard let combined = combine(parts, rowCount: keys.rowCount, addsUp: false) else {
        throw .mixedTypes(files[sources[sources.count - 1]].name, header: described.header)
      }
      for (source, count) in zip(sources, combined.replaced) { replaced[source] += count }
      columns.append(FileColumn(description: described.typed(combined.column), values: combined.column))
    }
    self.columns = columns
    self.replaced = replaced
  }

  /// Files of days must be split alike, or their rows would be counted twice.
  private static func checkSplits(_ tables: [FileTable], files: [String]) throws(Diagnostic) {
    let splits = tables.map {
      Set($0.columns.map(\.description).filter { $0.handle.meaning == .delivery }.map(\.name))
    }
    guard tables[0].role != .videos, let odd = splits.firstIndex(where: { $0 != splits[0] }) else { return }
    let name = splits[odd].symmetricDifference(splits[0]).min() ?? ""
    throw .differentSplits(files[odd], column: name, other: files[0])
  }
}

/// The rows of several tables by key.
private struct MergedKeys {
  private(set) var placements: [RowPlacement] = []
  private(set) var rowCount = 0
  private(set) var videos: TextColumn?
  private(set) var days: [Int32] = []

  /// The code of a split that a table does not have; no value has it.
  private static let noSplit = CodedText.missingCode - 1

  init(_ tables: [FileTable]) {
    let splitsOf = tables.map { table in
      // In order of name, so that the same split has the same place in every file.
      table.columns.filter { $0.description.handle.meaning == .delivery }
        .sorted { $0.description.name < $1.description.name }
        .compactMap { column in if case .texts(let text) = column.values { text } else { nil } }
    }
    let splitCount = splitsOf.map(\.count).max() ?? 0
    var numbers = RowNumbers(codes: splitCount)
    var ids: [String] = []
    var idCodes: [String: UInt32] = [:]
    var videoCodes: [UInt32] = []
    var splitCodes: [String: UInt32] = [:]
    for (table, texts) in zip(tables, splitsOf) {
      var placement = RowPlacement()
      let codes = table.videos?.dictionary.map { id -> UInt32 in
        if let code = idCodes[id] { return code }
        let code = UInt32(ids.count)
        idCodes[id] = code
        ids.append(id)
        return code
      }
      let splits = texts.map { text in
        text.dictionary.map { value -> UInt32 in
          if let code = splitCodes[value] { return code }
          let code = UInt32(splitCodes.count)
          splitCodes[value] = code
          return code
        }
      }
      for row in 0..<table.rowCount {
        let video = table.videos.flatMap { videos in codes.map { $0[Int(videos.codes[row])] } } ?? 0
        let target = numbers.number(video: video, day: table.days.isEmpty ? 0 : table.days[row]) { split in
          guard split < splits.count else { return Self.noSplit }
          return texts[split].validity[row]
            ? splits[split][Int(texts[split].codes[row])] : CodedText.missingCode
        }
        if target < rowCount {
          placement.append(target, .replace)
        } else {
          placement.append(target, .place)
          rowCount += 1
          if table.videos != nil { videoCodes.append(video) }
          if !table.days.isEmpty { days.append(table.days[row]) }
        }
      }
      placements.append(placement)
    }
    if tables[0].videos != nil {
      videos = TextColumn(codes: videoCodes, dictionary: ids, validity: Validity(count: videoCodes.count))
    }
  }
}

/// The tables of the files; rows that were numbered go on counting from file to file.
private func numbered(_ files: [LoadedFile]) -> [FileTable] {
  var start: [String: Int] = [:]
  var next = 0
  return files.compactMap { file in
    guard let table = file.table, table.isNumbered else { return file.table }
    let first = start[file.name] ?? next
    start[file.name] = first
    next = max(next, first + table.rowCount)
    let ids = (0..<table.rowCount).map { String(first + $0 + 1) }
    return table.renamed(
      TextColumn(codes: ids.indices.map(UInt32.init), dictionary: ids, validity: Validity(count: ids.count)))
  }
}

private func unrepeated(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { seen.insert($0).inserted }
}

extension CatalogColumn {
  /// The description of a column that a later file has too: a certain kind settles an uncertain one.
  fileprivate func settled(by later: CatalogColumn) -> CatalogColumn {
    isKindCertain || !later.isKindCertain ? self : later
  }

  /// The same column with the type that its values came to have.
  fileprivate func typed(_ values: Column) -> CatalogColumn {
    let type: ValueType =
      switch values {
      case .integers: .integer
      case .decimals: .decimal
      case .texts: .text
      case .tags: .tags
      case .instants: .instant
      }
    return CatalogColumn(
      handle: handle, header: header, kind: kind, isKindCertain: isKindCertain, unit: unit, type: type,
      samples: samples)
  }

  /// The same column; a rate whose weight is not among the columns has none.
  fileprivate func weighted(among columns: [FileColumn]) -> CatalogColumn {
    guard case .rate(let weight?) = kind, !columns.contains(where: { $0.description.name == weight }) else {
      return self
    }
    return CatalogColumn(
      handle: handle, header: header, kind: .rate(weight: nil), isKindCertain: isKindCertain, unit: unit,
      type: type,
      samples: samples)
  }

  /// The same column with a few of its values, for completion.
  fileprivate func sampled(_ values: ReleasedValues) -> CatalogColumn {
    CatalogColumn(
      handle: handle, header: header, kind: kind, isKindCertain: isKindCertain, unit: unit, type: type,
      samples: values)
  }
}

extension MergedTable {
  /// The values, with videos as codes of the axis.
  func table(_ axis: VideoAxis) -> Table {
    Table(
      rowCount: rowCount,
      columns: Dictionary(
        columns.map { ($0.description.name, $0.values) }, uniquingKeysWith: { first, _ in first }),
      videoCodes: role == .daily ? videos.map(axis.codes) ?? [] : [], days: days)
  }

  /// Everything but the values: keys first, then columns in order of first appearance.
  func catalogTable() -> CatalogTable {
    var described: [CatalogColumn] = []
    if videos != nil, let key = key("video", header: videoHeader, .key, .id, .text) { described.append(key) }
    if role != .videos, let day = key("date", header: dateHeader, .time, .date, .day) {
      described.append(day)
    }
    let samples = concurrently(columns.count) { self.samples(of: columns[$0]) }
    described += zip(columns, samples).map { $0.description.sampled($1).weighted(among: columns) }
    return CatalogTable(role: role, columns: described, rowCount: rowCount, files: files, days: dayRange)
  }

  private func key(
    _ name: String, header: String, _ meaning: Meaning, _ kind: ColumnKind, _ type: ValueType
  ) -> CatalogColumn? {
    let candidate = ColumnCandidate(
      table: role.rawValue, name: name, header: header, meaning: meaning, standing: .known)
    guard case .admitted(let handle) = admit(candidate) else { return nil }
    return CatalogColumn(
      handle: handle, header: header, kind: kind, isKindCertain: true, unit: .number, type: type)
  }

  /// The most frequent values of an attribute or of tags, at most eight; none of titles and captions.
  private func samples(of column: FileColumn) -> ReleasedValues {
    let handle = column.description.handle
    if ["title", "caption"].contains(handle.name) { return .none }
    switch column.values {
    case .texts(let text):
      return release(mostFrequent(text.counts, of: text.dictionary), of: handle)
    case .tags(let tags):
      var counts = [Int](repeating: 0, count: tags.dictionary.count)
      for code in tags.codes { counts[Int(code)] += 1 }
      return release(mostFrequent(counts, of: tags.dictionary), of: handle)
    case .integers, .decimals, .instants: return .none
    }
  }

  private func mostFrequent(_ counts: [Int], of values: [String]) -> [String] {
    values.indices.sorted { (counts[$1], values[$0]) < (counts[$0], values[$1]) }.prefix(8).map { values[$0] }
  }

  /// First and last day: of the activity, or of posting (UTC).
  private var dayRange: ClosedRange<Day>? {
    if role == .videos,
      case .instants(let posted) = columns.first(where: { $0.description.name == "posted" })?.values
    {
      return range(
        posted.seconds.indices.lazy.filter { posted.validity[$0] }.map { row in
          Int32(truncatingIfNeeded: posted.seconds[row].flooredDays)
        })
    }
    return range(days)
  }

  private func range(_ days: some Sequence<Int32>) -> ClosedRange<Day>? {
    guard let first = days.min(), let last = days.max() else { return nil }
    return Day(number: first)...Day(number: last)
  }
}

extension TextColumn {
  /// How many rows have each value.
  fileprivate var counts: [Int] {
    // Missing values have the code behind the last, which is taken off again.
    var counts = [Int](repeating: 0, count: dictionary.count + 1)
    codes.withUnsafeBufferPointer { codes in
      counts.withUnsafeMutableBufferPointer { counts in
        for code in codes { counts[Int(code)] &+= 1 }
      }
    }
    return Array(counts.dropLast())
  }
}

extension Int64 {
  /// Whole days since 1970, rounded down.
  fileprivate var flooredDays: Int64 { self >= 0 ? self / 86_400 : -((86_399 - self) / 86_400) }
}
