import TallyLanguage
import TallyPlan
package import TallyPrivacy

/// What a session has opened of an audience; all that it keeps of those files.
package struct OpenAudience: Sendable {
  /// Which file a table came from.
  package struct Origin: Sendable, Hashable {
    package let file: String
    package let rows: Int
    fileprivate let headers: [String: String]
  }

  /// What an open table is told from others by.
  struct Key: Hashable {
    enum Kind { case people, exposure, hours }
    /// Plain names, ascending.
    let dimensions: [String]
    let kind: Kind
  }

  private var people: AudienceLedger
  private var exposure: ExposureLedger
  private var hours: ActiveHoursLedger
  /// Several where files are opened as one.
  private var origins: [Key: [Origin]] = [:]

  /// - Parameter policy: what protects all that is opened; it cannot change later.
  package init(under policy: Policy = .builtIn) {
    people = AudienceLedger(crowd: policy.people)
    exposure = ExposureLedger(crowd: policy.views)
    hours = ActiveHoursLedger(crowd: policy.people)
  }

  /// Whether no file about an audience was read yet.
  package var isUntouched: Bool { people.isUntouched && exposure.isUntouched && hours.isUntouched }

  /// The files that were opened, by dimensions, people first.
  package var files: [Origin] {
    let keys = people.tables.map(\.key) + exposure.tables.map(\.key) + [hours.table?.key].compactMap { $0 }
    return keys.flatMap { origins[$0] ?? [] }
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
    let activities = PartsToOpen(files, \.activity)
    let ofPeople = next.people.open(
      breakdowns.contents, totals: loaded.dataset.audienceTotals,
      onDay: { metric, day in loaded.dataset.total(of: metric, on: day) })
    let ofExposure = next.exposure.open(exposures.contents)
    let ofHours = next.hours.open(activities.contents, followers: loaded.dataset.audienceTotals["followers"])
    var told = files.map { FileBeingTold($0) }
    for (opening, part) in zip(ofPeople, breakdowns.parts) {
      try next.tell(opening, of: part, among: breakdowns.parts, next.people.table(by: part.dimensions), &told)
    }
    for (opening, part) in zip(ofExposure, exposures.parts) {
      try next.tell(
        opening, of: part, among: exposures.parts, next.exposure.table(by: part.dimensions), &told)
    }
    for (opening, part) in zip(ofHours, activities.parts) {
      try next.tell(opening, of: part, among: activities.parts, next.hours.table, &told)
    }
    if let why = told.lazy.compactMap(\.closed.first).first, told.allSatisfy(\.isClosed) {
      throw .diagnostic(why)
    }
    self = next
    return told.map(\.result)
  }

  /// Tells what became of a part of a file, and keeps where an open table came from.
  ///
  /// - Throws: F133.
  private mutating func tell<Open: OpenTable>(
    _ opening: AudienceOpening<Open>, of part: PlacedPart, among parts: [PlacedPart], _ open: Open?,
    _ told: inout [FileBeingTold]
  ) throws(LoadFailure) {
    switch opening {
    case .opened(let table):
      table.describe(in: &told[part.file].report, part.part.headers)
      keep(part, as: table)
    case .earlierMonth:
      told[part.file].earlierMonths += 1
      if let open {
        keep(part, as: open)
        told[part.file].step = open.step
      }
    case .unlikeNewest: told[part.file].unlikeMonths += 1
    case .repeated: told[part.file].repeats(open?.rowCount)
    case .withheld: told[part.file].report.noteWithheld(part.part)
    case .superseded: told[part.file].close(part.part, part.part.openAlready(part.name))
    case .overlapping(let other): told[part.file].close(part.part, part.part.overlaps(part.name, other))
    case .ambiguous(let other):
      throw .diagnostic(.snapshotUnclear(part.name, other: parts[other].name))
    }
  }

  private mutating func keep(_ part: PlacedPart, as table: some OpenTable) {
    let known = origins[table.key, default: []]
    if known.contains(where: { $0.file == part.name }) { return }
    origins[table.key] = known + [Origin(file: part.name, rows: table.rowCount, headers: part.part.headers)]
  }

  /// Adds the open tables to the others.
  package func added(to loaded: Loaded) -> Loaded {
    var catalog = loaded.catalog
    catalog.tables += people.tables.map { catalogTable($0, origins[$0.key] ?? []) }
    catalog.tables += exposure.tables.map { catalogTable($0, origins[$0.key] ?? []) }
    catalog.tables += [hours.table].compactMap { $0 }.map { catalogTable($0, origins[$0.key] ?? []) }
    catalog.withheld = people.withheld + (hours.isWithheld ? ["active_hour"] : [])
    catalog.withheldExposure = exposure.withheld
    let tables =
      people.tables.map(AudienceTable.init) + exposure.tables.map(AudienceTable.init)
      + [hours.table].compactMap { $0 }.map(AudienceTable.init)
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
    let newest = table.day.map { Day(number: $0) }
    let oldest = table.earlier.last.map { Day(number: $0.day) } ?? newest
    return CatalogTable(
      role: .audience, columns: columns, rowCount: table.rows.count, files: origins.map(\.file),
      days: newest.flatMap { newest in oldest.map { $0...newest } }, hidesGroups: table.isFolded,
      isApproximate: table.isApproximate,
      roundsEarlierMonths: table.earlier.first?.step)
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

  private func catalogTable(_ table: ProtectedHours, _ origins: [Origin]) -> CatalogTable {
    CatalogTable(
      role: .audience,
      columns: [
        column(table.hour, origins.first, .attribute, .number, .integer),
        column(table.counted, origins.first, .snapshot, .count, .integer),
      ], rowCount: table.rows.count, files: origins.map(\.file), days: nil, hidesGroups: table.leavesOut,
      groupsOverlap: true)
  }

  private func column(
    _ handle: ColumnHandle, _ origin: Origin?, _ kind: ColumnKind, _ unit: Unit, _ type: ValueType
  ) -> CatalogColumn {
    CatalogColumn(
      handle: handle, header: origin?.headers[handle.name] ?? handle.name, kind: kind, isKindCertain: true,
      unit: unit, type: type)
  }
}

// What is open, as a snapshot holds it.
extension OpenAudience {
  /// What may be shown, with the names of files as they may be written.
  func saved(_ name: (String) -> String = { $0 }) -> SavedAudience {
    func origins(_ key: Key) -> [SavedAudience.Origin] {
      (self.origins[key] ?? []).map {
        SavedAudience.Origin(file: name($0.file), rows: $0.rows, headers: $0.headers)
      }
    }
    var saved = SavedAudience()
    saved.people = people.tables.map { SavedAudience.People($0, origins($0.key)) }
    saved.views = exposure.tables.map { SavedAudience.Views($0, origins($0.key)) }
    saved.hours = hours.table.map { SavedAudience.Hours($0, origins($0.key)) }
    saved.withheld = people.withheld
    saved.withheldViews = exposure.withheld
    saved.hoursAreWithheld = hours.isWithheld
    return saved
  }

  /// Opens what a snapshot holds, protected again by the rules in force.
  ///
  /// - Parameter loaded: the other tables; they tell of how many people shares are parts.
  /// - Returns: nil where these rules would show anything else.
  init?(_ saved: SavedAudience, under policy: Policy, beside loaded: Loaded) {
    self.init(under: policy)
    let breakdowns = saved.people.compactMap(\.breakdowns)
    let exposures = saved.views.compactMap(\.exposure)
    let activity = saved.hours.map(\.activity)
    guard breakdowns.count == saved.people.count, exposures.count == saved.views.count,
      activity.map({ $0 != nil }) ?? true
    else { return nil }
    let totals = loaded.dataset.audienceTotals
    guard
      people.reopen(
        breakdowns, withheld: saved.withheld, totals: totals,
        onDay: { metric, day in loaded.dataset.total(of: metric, on: day) }),
      exposure.reopen(exposures, withheld: saved.withheldViews)
    else { return nil }
    if saved.hours != nil || saved.hoursAreWithheld {
      guard
        hours.reopen(
          activity ?? nil, leavesOut: saved.hours?.leavesOut ?? false, followers: totals["followers"])
      else { return nil }
    }
    for (table, part) in zip(people.tables, saved.people) { keep(part.origins, as: table) }
    for (table, part) in zip(exposure.tables, saved.views) { keep(part.origins, as: table) }
    if let table = hours.table { keep(saved.hours?.origins ?? [], as: table) }
    guard self.saved() == saved else { return nil }
  }

  private mutating func keep(_ parts: [SavedAudience.Origin], as table: some OpenTable) {
    origins[table.key] = parts.map { Origin(file: $0.file, rows: $0.rows, headers: $0.headers) }
  }
}
