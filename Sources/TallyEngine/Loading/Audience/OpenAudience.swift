import TallyLanguage
import TallyPlan
import TallyPrivacy

/// What a session has opened of an audience; all that it keeps of those files.
package struct OpenAudience: Sendable {
  /// Which file a table came from.
  package struct Origin: Sendable, Hashable {
    package let file: String
    package let rows: Int
    fileprivate let headers: [String: String]
  }

  /// What an open table is told from others by.
  fileprivate struct Key: Hashable {
    /// Plain names, ascending.
    let dimensions: [String]
    let isExposure: Bool
  }

  private var people = AudienceLedger()
  private var exposure = ExposureLedger()
  /// Several where files are opened as one.
  private var origins: [Key: [Origin]] = [:]

  package init() {}

  /// The files that were opened, by dimensions, people first.
  package var files: [Origin] {
    people.tables.flatMap { origins[$0.key] ?? [] } + exposure.tables.flatMap { origins[$0.key] ?? [] }
  }

  /// Protects what files say about an audience, all of them together, and opens what may be shown.
  ///
  /// - Parameter loaded: the other tables; they tell of how many people shares are parts.
  /// - Returns: the files in order, with reports of what became of them.
  /// - Throws: F131 or F132 where nothing new is opened and there is no other file, F133; nothing changes then.
  package mutating func open(
    _ files: [LoadedFile], beside loaded: Loaded
  ) throws(LoadFailure) -> [LoadedFile] {
    var next = self
    let (breakdowns, exposures) = (PartsToOpen(files, \.breakdown), PartsToOpen(files, \.exposure))
    let ofPeople = next.people.open(
      breakdowns.contents, totals: loaded.dataset.audienceTotals,
      onDay: { metric, day in loaded.dataset.total(of: metric, on: day) })
    let ofExposure = next.exposure.open(exposures.contents)
    var told = files.map { FileBeingTold($0) }
    for (opening, (place, part)) in zip(ofPeople, breakdowns.parts) {
      let what = "followers by \(part.dimensions.joined(separator: ", "))"
      switch opening {
      case .opened(let table):
        told[place].report.describe(table, part.headers)
        let origin = Origin(file: files[place].name, rows: table.rows.count, headers: part.headers)
        next.origins[table.key, default: []].append(origin)
      case .repeated: told[place].repeats(next.people.table(by: part.dimensions)?.rows.count)
      case .withheld: told[place].report.notes.append("withheld (P403), \(what): \(whyWithheld)")
      case .superseded: told[place].close(.snapshotOpenAlready(files[place].name, part.dimensions))
      case .overlapping(let open):
        told[place].close(.breakdownOverlaps(files[place].name, part.dimensions, open: open))
      case .ambiguous(let other):
        let other = files[breakdowns.parts[other].file].name
        throw .diagnostic(.snapshotUnclear(files[place].name, other: other))
      }
    }
    for (opening, (place, part)) in zip(ofExposure, exposures.parts) {
      let what = "views by \(part.dimensions.joined(separator: ", "))"
      switch opening {
      case .opened(let table):
        told[place].report.describe(table, part.headers)
        let origin = Origin(file: files[place].name, rows: table.rows.count, headers: part.headers)
        next.origins[table.key, default: []].append(origin)
      case .repeated: told[place].repeats(next.exposure.table(by: part.dimensions)?.rows.count)
      case .withheld: told[place].report.notes.append("withheld (P403), \(what): \(whyWithheld)")
      case .superseded: told[place].close(.periodOpenAlready(files[place].name, part.dimensions))
      case .overlapping(let open):
        told[place].close(.exposureOverlaps(files[place].name, part.dimensions, open: open))
      case .ambiguous(let other):
        let other = files[exposures.parts[other].file].name
        throw .diagnostic(.snapshotUnclear(files[place].name, other: other))
      }
    }
    if let why = told.lazy.compactMap(\.closed.first).first, told.allSatisfy(\.isClosed) {
      throw .diagnostic(why)
    }
    self = next
    return told.map(\.result)
  }

  /// Adds the open tables to the others.
  package func added(to loaded: Loaded) -> Loaded {
    var catalog = loaded.catalog
    catalog.tables += people.tables.map { catalogTable($0, origins[$0.key] ?? []) }
    catalog.tables += exposure.tables.map { catalogTable($0, origins[$0.key] ?? []) }
    catalog.withheld = people.withheld
    catalog.withheldExposure = exposure.withheld
    let tables = people.tables.map(AudienceTable.init) + exposure.tables.map(AudienceTable.init)
    return Loaded(
      dataset: loaded.dataset.with(audience: tables), catalog: catalog, reports: loaded.reports,
      protected: loaded.protected)
  }

  private func catalogTable(_ table: ProtectedTable, _ origins: [Origin]) -> CatalogTable {
    var columns = table.dimensions.map { column($0, origins.first, .attribute, .number, .text) }
    if let counted = table.counted {
      columns.append(column(counted, origins.first, .snapshot, .count, .integer))
    }
    if let share = table.share {
      columns.append(column(share, origins.first, .snapshot, .fraction, .decimal))
    }
    let day = table.day.map { Day(number: $0) }
    return CatalogTable(
      role: .audience, columns: columns, rowCount: table.rows.count, files: origins.map(\.file),
      days: day.map { $0...$0 }, hidesGroups: table.isFolded, isApproximate: table.isApproximate)
  }

  private func catalogTable(_ table: ProtectedExposure, _ origins: [Origin]) -> CatalogTable {
    var columns = table.dimensions.map { column($0, origins.first, .attribute, .number, .text) }
    columns += table.counted.map { column($0, origins.first, .counter, .count, .integer) }
    if let time = table.watchTime {
      columns.append(column(time, origins.first, .counter, .seconds, .decimal))
    }
    return CatalogTable(
      role: .audience, columns: columns, rowCount: table.rows.count, files: origins.map(\.file),
      days: table.days.map { Day(number: $0.lowerBound)...Day(number: $0.upperBound) },
      hidesGroups: table.isFolded)
  }

  private func column(
    _ handle: ColumnHandle, _ origin: Origin?, _ kind: ColumnKind, _ unit: Unit, _ type: ValueType
  ) -> CatalogColumn {
    CatalogColumn(
      handle: handle, header: origin?.headers[handle.name] ?? handle.name, kind: kind, isKindCertain: true,
      unit: unit, type: type)
  }
}

private let whyWithheld = "too few, or too many small groups, to show any part of it"

extension ProtectedTable {
  fileprivate var key: OpenAudience.Key {
    OpenAudience.Key(dimensions: dimensions.map(\.name), isExposure: false)
  }
}

extension ProtectedExposure {
  fileprivate var key: OpenAudience.Key {
    OpenAudience.Key(dimensions: dimensions.map(\.name), isExposure: true)
  }
}

extension AudiencePart {
  fileprivate var breakdown: Breakdown? {
    if case .people(let breakdown) = content { breakdown } else { nil }
  }
  fileprivate var exposure: Exposure? { if case .exposure(let exposure) = content { exposure } else { nil } }
}

/// The parts of one kind that files have, with the places of their files.
private struct PartsToOpen<Content> {
  var contents: [Content] = []
  var parts: [(file: Int, part: AudiencePart)] = []

  init(_ files: [LoadedFile], _ content: (AudiencePart) -> Content?) {
    for (place, file) in files.enumerated() {
      for part in file.audience {
        guard let content = content(part) else { continue }
        contents.append(content)
        parts.append((place, part))
      }
    }
  }
}

extension Dataset {
  /// How many people the channel's last days have, by metric.
  var audienceTotals: [String: Int64] {
    var totals: [String: Int64] = [:]
    for metric in StandardCatalog.audienceCounts { totals[metric] = total(of: metric, on: nil) }
    return totals
  }

  /// The followers or subscribers on the last day that has them, up to a day where one is given, else on the first after
  /// it; a broken number is rounded down.
  func total(of metric: String, on day: Int32?) -> Int64? {
    guard let channel, let column = channel.columns[metric] else { return nil }
    func people(_ row: Int) -> Int64? {
      switch column {
      case .integers(let column): column[row]
      case .decimals(let column): column[row].map { $0.isFinite ? Int64(max(min($0, 1e15), 0)) : 0 }
      case .texts, .tags, .instants: nil
      }
    }
    let days = (0..<channel.rowCount).filter { people($0) != nil }
    let earlier = days.filter { channel.days[$0] <= day ?? .max }
    if let last = earlier.max(by: { channel.days[$0] < channel.days[$1] }) { return people(last) }
    return days.min { channel.days[$0] < channel.days[$1] }.flatMap(people)
  }
}
