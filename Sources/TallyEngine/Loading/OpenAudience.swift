import TallyLanguage
import TallyPlan
package import TallyPrivacy

/// The breakdowns of the audience that a session has opened; all that it keeps of their files.
package struct OpenAudience: Sendable {
  /// Which file a breakdown came from.
  package struct Origin: Sendable, Hashable {
    package let file: String
    package let rows: Int
    fileprivate let headers: [String: String]
  }

  private var ledger = AudienceLedger()
  /// By dimensions.
  private var origins: [[String]: Origin] = [:]

  package init() {}

  /// The files that were opened, by dimensions.
  package var files: [Origin] {
    ledger.tables.compactMap { origins[$0.dimensions.map(\.name)] }
  }

  /// Protects what files say about an audience, all of them together, and opens what may be shown.
  ///
  /// - Parameter loaded: the other tables; they tell of how many people shares are parts.
  /// - Returns: the files in order, with reports of what became of them.
  /// - Throws: F131 or F132 where nothing new is opened and there is no other file, F133; nothing changes then.
  package mutating func open(
    _ files: [LoadedFile], beside loaded: Loaded
  ) throws(LoadFailure) -> [LoadedFile] {
    let places = files.indices.filter { files[$0].audience != nil }
    let breakdowns = places.compactMap { files[$0].audience?.breakdown }
    var next = self
    let openings = next.ledger.open(
      breakdowns, totals: loaded.dataset.audienceTotals,
      onDay: { metric, day in loaded.dataset.total(of: metric, on: day) })
    var told = files
    var closed: [Diagnostic] = []
    for (opening, (place, breakdown)) in zip(openings, zip(places, breakdowns)) {
      let file = files[place]
      var report = file.report
      switch opening {
      case .opened(let table):
        report.describe(table, file.audience?.headers ?? [:])
        next.origins[breakdown.dimensions] = Origin(
          file: file.name, rows: table.rows.count, headers: file.audience?.headers ?? [:])
      case .repeated:
        report.rows = next.ledger.table(by: breakdown.dimensions)?.rows.count ?? 0
        report.notes.append("is open already")
      case .withheld:
        report.notes.append(
          "withheld (P403): too few people, or too many small groups, to show any part of it")
      case .superseded: closed.append(.snapshotOpenAlready(file.name, breakdown.dimensions))
      case .overlapping(let open):
        closed.append(.breakdownOverlaps(file.name, breakdown.dimensions, open: open))
      case .ambiguous(let other):
        throw .diagnostic(.snapshotUnclear(file.name, other: files[places[other]].name))
      }
      if let why = closed.last, opening.isClosed {
        told[place] = .notYet(file.name, why)
      } else {
        told[place] = LoadedFile(name: file.name, table: nil, report: report)
      }
    }
    if !places.isEmpty, let why = closed.first, told.allSatisfy({ $0.notYet != nil }) {
      throw .diagnostic(why)
    }
    self = next
    return told
  }

  /// Adds the open breakdowns to the other tables.
  package func added(to loaded: Loaded) -> Loaded {
    var catalog = loaded.catalog
    catalog.tables += ledger.tables.map { table in
      catalogTable(table, origins[table.dimensions.map(\.name)])
    }
    catalog.withheld = ledger.withheld
    return Loaded(
      dataset: loaded.dataset.with(audience: ledger.tables.map(AudienceTable.init)), catalog: catalog,
      reports: loaded.reports, protected: loaded.protected)
  }

  private func catalogTable(_ table: ProtectedTable, _ origin: Origin?) -> CatalogTable {
    func column(_ handle: ColumnHandle, _ kind: ColumnKind, _ unit: Unit, _ type: ValueType) -> CatalogColumn
    {
      CatalogColumn(
        handle: handle, header: origin?.headers[handle.name] ?? handle.name, kind: kind, isKindCertain: true,
        unit: unit, type: type)
    }
    var columns = table.dimensions.map { column($0, .attribute, .number, .text) }
    if let counted = table.counted { columns.append(column(counted, .snapshot, .count, .integer)) }
    if let share = table.share { columns.append(column(share, .snapshot, .fraction, .decimal)) }
    let day = table.day.map { Day(number: $0) }
    return CatalogTable(
      role: .audience, columns: columns, rowCount: table.rows.count, files: origin.map { [$0.file] } ?? [],
      days: day.map { $0...$0 }, hidesGroups: table.isFolded, isApproximate: table.isApproximate)
  }
}

extension AudienceLedger.Opening {
  /// Whether the file is not opened because of another one.
  fileprivate var isClosed: Bool {
    switch self {
    case .superseded, .overlapping, .ambiguous: true
    case .opened, .withheld, .repeated: false
    }
  }
}

extension LoadReport {
  /// What was opened; of the groups that are counted together one thing is told, whatever the reason.
  fileprivate mutating func describe(_ table: ProtectedTable, _ headers: [String: String]) {
    rows = table.rows.count
    kept = (table.dimensions + [table.counted, table.share].compactMap { $0 })
      .filter { headers[$0.name] != nil }
      .map { handle in
        Kept(
          name: handle.name, header: headers[handle.name] ?? handle.name,
          kind: handle.meaning == .audienceDimension ? .attribute : .snapshot, isCertain: true)
      }
    if table.isApproximate { notes.append("followers are worked out from the shares (≈)") }
    if !table.leftOut.isEmpty {
      let groups = table.leftOut.map { $0.map { $0 ?? "–" }.joined(separator: " ") }
      notes.append("left out, being the sum of other groups: \(groups.joined(separator: ", "))")
    }
    if table.isFolded {
      notes.append("counted together as \(ProtectedTable.foldedLabel) (P401): groups too small to be shown")
    }
  }
}

/// The values of one protected breakdown, as columns.
package struct AudienceTable: Sendable {
  /// Plain names, ascending.
  package let dimensions: [String]
  package let table: Table

  package init(_ protected: ProtectedTable) {
    dimensions = protected.dimensions.map(\.name)
    var columns: [String: Column] = [:]
    for (place, dimension) in protected.dimensions.enumerated() {
      columns[dimension.name] = .texts(TextColumn(protected.rows.map { $0.labels[place] }))
    }
    if let counted = protected.counted {
      let people = protected.rows.map { $0.people }
      columns[counted.name] = .integers(
        IntegerColumn(people.map { $0 ?? 0 }, validity: Validity(people.map { $0 != nil })))
    }
    if let share = protected.share {
      let shares = protected.rows.map { $0.share }
      columns[share.name] = .decimals(
        DecimalColumn(shares.map { $0 ?? 0 }, validity: Validity(shares.map { $0 != nil })))
    }
    table = Table(rowCount: protected.rows.count, columns: columns)
  }
}

extension TextColumn {
  /// Distinct values in order of first appearance.
  fileprivate init(_ cells: [String?]) {
    var codeOf: [String: UInt32] = [:]
    var values: [String] = []
    let codes = cells.map { cell -> UInt32 in
      guard let cell else { return 0 }
      if let code = codeOf[cell] { return code }
      let code = UInt32(values.count)
      codeOf[cell] = code
      values.append(cell)
      return code
    }
    self.init(codes: codes, dictionary: values, validity: Validity(cells.map { $0 != nil }))
  }
}

extension Dataset {
  /// How many people the channel's last days have, by metric.
  fileprivate var audienceTotals: [String: Int64] {
    var totals: [String: Int64] = [:]
    for metric in StandardCatalog.audienceCounts { totals[metric] = total(of: metric, on: nil) }
    return totals
  }

  /// The followers or subscribers on the last day that has them, up to a day where one is given, else on the first after
  /// it; a broken number is rounded down.
  fileprivate func total(of metric: String, on day: Int32?) -> Int64? {
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
