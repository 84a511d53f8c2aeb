package import TallyEngine
import TallyLanguage
package import TallyPlan
package import TallyPrivacy

/// The files of a session and what they are together.
package struct Tables: Sendable {
  /// One file with everything needed to read it again, as a `column` line asks for; its bytes are not kept.
  struct Entry {
    /// As messages name it; of what was packed, with its name in there.
    let name: String
    /// The bytes, where they cannot be read again: those of standard input and pipes.
    let kept: SourceFile?
    /// The last day that its name or that of its archive holds.
    let lastDayInName: Day?
    let role: TableRole?
    /// What told the years of its dates.
    let exportDay: ExportDay?
    fileprivate(set) var file: LoadedFile
    /// The file that it is or was packed in, as messages name it.
    let path: String
    /// Where that file lies, without links; nil for standard input.
    let realPath: String?
    /// The length of that file.
    let byteCount: Int

    /// When it was exported, as far as it is known.
    var exported: Day? { exportDay?.day ?? lastDayInName }

    /// Whether it came from a file; all members of an archive do.
    func isFrom(_ path: String, realPath: String?) -> Bool {
      if let own = self.realPath, let realPath { return own == realPath }
      return self.path == path
    }
  }

  /// Files that were loaded together, as an audit reads them again.
  struct Load {
    /// Where each lies, without links; nil for standard input.
    let paths: [String?]
    let role: TableRole?
  }

  var entries: [Entry] = []
  /// Snapshots that are open, in the order of opening; they count as older than every file beside them.
  private(set) var snapshots: [OpenSnapshot] = []
  /// What protects audiences, and which columns are never loaded; it only rises.
  private(set) var policy = Policy.builtIn
  /// Every load so far, in order.
  var loads: [Load] = []
  /// Breakdowns of the audience, protected; their files are not kept.
  private(set) var audience = OpenAudience()
  /// The reports of the files that opened a part of the audience.
  private(set) var audienceReports: [LoadReport] = []
  /// What the files of the audience are known again by; the files themselves are not kept.
  var audienceDigests: [FileDigest] = []
  /// Where the files of the audience lie, without links.
  var audiencePaths: Set<String> = []
  package private(set) var dataset = Dataset()
  package private(set) var catalog = Catalog()
  /// Headers set aside so far; a statement may not use them.
  package private(set) var protected = ProtectedNames()
  var declarations: [LoadOptions.Declaration] = []

  /// Where everything that is loaded lies, without links.
  var loadedPaths: Set<String> {
    audiencePaths.union(entries.compactMap(\.realPath)).union(snapshots.compactMap(\.realPath))
  }

  package var isEmpty: Bool { catalog.tables.isEmpty }

  /// What was said of each file when it was loaded.
  var reports: [LoadReport] {
    let ofSnapshots = snapshots.flatMap(\.snapshot.reports).filter { $0.role != .audience }
    return ofSnapshots + entries.map(\.file.report) + audienceReports
  }

  /// Puts the entries together anew, and opens what files just read say about an audience; nothing changes where that
  /// fails.
  mutating func assemble(
    _ entries: [Entry], and snapshots: [OpenSnapshot], opening files: [LoadedFile] = [], zone: ZoneRules
  ) throws(LoadFailure) -> [LoadReport] {
    let entries = entries.inExportOrder
    let files = files.map { $0.opened(under: policy) }
    let assembled = try assembled(entries, and: snapshots)
    try checkAudiences(of: snapshots, beside: files)
    for open in snapshots where open.snapshot.holdsAudience && audience.isUntouched {
      try openAudience(of: open.snapshot)
    }
    let opened = try audience.open(files, beside: assembled)
    let loaded = audience.added(to: assembled)
    self.entries = entries
    self.snapshots = snapshots
    dataset = loaded.dataset
    catalog = loaded.catalog
    protected.formUnion(loaded.protected)
    for file in files { protected.formUnion(file.protected) }
    protected.subtract(loaded.catalog.tables.flatMap(\.columns).map(\.name))
    recut(in: zone)
    let reports = opened.filter { $0.table == nil }.map(\.report)
    let known = Set(audienceReports.map(\.file))
    audienceReports += reports.filter { report in
      !known.contains(report.file) && audience.files.contains { $0.file == report.file }
    }
    // Those of snapshots come first, and were told when they were saved.
    let ofTables = loaded.reports.suffix(entries.count).map { report in
      var report = report
      for file in opened where file.table != nil && file.name == report.file {
        report.notes += file.report.notes
      }
      return report
    }
    for (place, report) in ofTables.enumerated() {
      let file = entries[place].file
      self.entries[place].file = LoadedFile(name: file.name, table: file.table, report: report)
    }
    return ofTables + reports
  }

  /// The tables of videos and days; of a snapshot alone as they lie in it.
  private func assembled(_ entries: [Entry], and snapshots: [OpenSnapshot]) throws(LoadFailure) -> Loaded {
    if entries.isEmpty, snapshots.count == 1 { return snapshots[0].snapshot.loaded }
    let loaded = try TallyEngine.assemble(snapshots.flatMap(\.snapshot.files) + entries.map(\.file))
    if let damage = snapshots.lazy.compactMap(\.snapshot.damage).first { throw .diagnostic(damage) }
    return loaded
  }

  /// What a snapshot holds of an audience was protected without what it leaves out, so nothing may be set beside it.
  ///
  /// - Throws: F186.
  private func checkAudiences(
    of snapshots: [OpenSnapshot], beside files: [LoadedFile]
  ) throws(LoadFailure) {
    let holding = snapshots.filter(\.snapshot.holdsAudience)
    guard let last = holding.last else { return }
    let isOpenAlready = self.snapshots.contains { $0.snapshot.holdsAudience }
    if holding.count > 1 || (!isOpenAlready && !audience.isUntouched)
      || files.contains(where: { !$0.audience.isEmpty })
    {
      throw .diagnostic(.snapshotBesideAudience(last.snapshot.name))
    }
  }

  /// - Throws: F183, F185.
  private mutating func openAudience(of snapshot: Snapshot) throws(LoadFailure) {
    guard raise(to: snapshot.policy) else { throw .diagnostic(.snapshotProtectsLess(snapshot.name)) }
    guard let open = snapshot.openAudience(under: policy) else {
      throw .diagnostic(.snapshotHoldsOther(snapshot.name))
    }
    audience = open
    audienceReports = snapshot.reports.filter { $0.role == .audience }
  }

  /// What the tables are as one file.
  var snapshot: Snapshot {
    var catalog = catalog
    catalog.tables.removeAll { $0.role == .audience }
    return Snapshot(
      of: dataset, catalog, from: snapshots.flatMap(\.snapshot.files) + entries.map(\.file), reports: reports,
      audience: audience, policy: policy)
  }

  /// Takes over what another policy asks for, for all that will be read.
  ///
  /// - Returns: false, with nothing changed, where something that was read before would have been read differently.
  mutating func raise(to other: Policy) -> Bool {
    var next = policy
    next.join(other)
    if !next.protectsLike(policy) {
      guard audience.isUntouched, !catalog.tables.flatMap(\.columns).contains(where: next.keepsOut) else {
        return false
      }
      audience = OpenAudience(under: next)
    }
    policy = next
    return true
  }

  /// Brings the catalog's posting days to a time zone; kept instants are cut again whenever a query runs.
  mutating func recut(in zone: ZoneRules) {
    let days = dataset.postedDays(in: zone).filter { $0 != .min }
    guard let first = days.min(), let last = days.max() else { return }
    catalog.tables = catalog.tables.map { table in
      guard table.role == .videos else { return table }
      return CatalogTable(
        role: .videos, columns: table.columns, rowCount: table.rowCount, files: table.files,
        days: Day(number: first)...Day(number: last))
    }
  }
}

extension [Tables.Entry] {
  /// The files of each kind in the order of their exports, where that is known of all of them; every other file stays
  /// where it is.
  ///
  /// Of one kind are files of one preset, and plain files with the same columns.
  fileprivate var inExportOrder: [Tables.Entry] {
    var ordered = self
    let kinds = Dictionary(grouping: indices) { place in
      let report = self[place].file.report
      return report.preset.map { [$0] } ?? report.kept.map(\.name)
    }
    for places in kinds.values where places.count > 1 && places.allSatisfy({ self[$0].exported != nil }) {
      let sorted = places.sorted { left, right in
        guard let first = self[left].exported, let second = self[right].exported, first != second else {
          return left < right
        }
        return first < second
      }
      for (place, source) in zip(places, sorted) { ordered[place] = self[source] }
    }
    return ordered
  }
}
