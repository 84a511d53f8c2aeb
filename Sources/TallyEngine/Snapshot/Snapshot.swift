package import TallyLanguage
package import TallyPlan
package import TallyPrivacy

/// The tables of a session as a file holds them: after protection, with what the catalog and the reports say of them.
///
/// Columns that were set aside are in no table, so neither their values nor their names get here. Definitions and settings
/// are no tables, and are left out.
package struct Snapshot: Sendable {
  /// A table of videos or days.
  struct SavedTable: Sendable {
    let table: Table
    /// Everything but the values; the names of its files are those that messages write.
    let catalog: CatalogTable
    /// Whether the files have no ids, and their rows were numbered.
    let isNumbered: Bool
    /// The platform of the files; nil where they have several, or none is known.
    let platform: String?
    /// The word for one video.
    let videoWord: String?
  }

  /// The file as messages name it.
  package let name: String
  let videoIDs: [String]
  let tables: [SavedTable]
  /// What one video is called in headings.
  let videoWord: String
  /// Standard columns that the platforms do not export, with where they are.
  let lacks: [String: String]
  /// The ids of videos by the ids in their links.
  let linked: [String: String]
  /// What was said of each file when it was loaded.
  package let reports: [LoadReport]
  let audience: SavedAudience
  /// Tables of an audience that it does not hold, because they would not be opened again as they are, in words.
  package let left: [String]
  /// What the audience was protected by.
  let limits: [PolicyLimit: Int64]

  /// Whether it holds anything about an audience.
  package var holdsAudience: Bool { !audience.isEmpty }

  /// Whether it has a table of a role.
  package func holds(_ role: TableRole) -> Bool { tables.contains { $0.catalog.role == role } }

  /// What was found to be damaged when columns were used; nil while nothing was.
  package var damage: Diagnostic? { tables.lazy.compactMap(\.table.columns.damage).first }

  /// Its tables, without those of an audience.
  package var loaded: Loaded {
    var catalog = Catalog(
      tables: tables.map(\.catalog), videoWord: videoWord, platforms: platforms)
    catalog.lacks = lacks
    func table(_ role: TableRole) -> Table? { tables.first { $0.catalog.role == role }?.table }
    let dataset = Dataset(
      videoIDs: videoIDs, videos: table(.videos), daily: table(.daily), channel: table(.channel))
    return Loaded(dataset: dataset, catalog: catalog, reports: [], protected: ProtectedNames())
  }

  /// The platforms of the videos, in order of first appearance.
  private var platforms: [String] {
    guard let videos = tables.first(where: { $0.catalog.role == .videos }),
      case .texts(let platform)? = videos.table.columns["platform"]
    else { return [] }
    return platform.dictionary
  }

  /// What a policy has to ask for at least, so that what is opened later is protected like the snapshot.
  package var policy: Policy { Policy(source: name, protectedBy: limits) }

  /// Whether its audience is protected as a policy asks, and none of its columns is one that the policy keeps out.
  package func isProtected(by policy: Policy) -> Bool {
    let columns = tables.flatMap(\.catalog.columns)
    if columns.contains(where: { LoadOptions.keepsOut($0.header, $0.name, policy) }) { return false }
    if audience.columns.contains(where: { LoadOptions.keepsOut($0.header, $0.name, policy) }) { return false }
    return !holdsAudience || PolicyLimit.allCases.allSatisfy { policy.least($0) <= (limits[$0] ?? 0) }
  }

  /// The audience as the rules in force open it again.
  ///
  /// - Returns: nil where they would show anything else than it holds.
  package func openAudience(under policy: Policy) -> OpenAudience? {
    audience.isEmpty ? OpenAudience(under: policy) : OpenAudience(audience, under: policy, beside: loaded)
  }
}

extension Snapshot {
  /// One file a table, for merging with other files.
  ///
  /// - Complexity: O(rows).
  package var files: [LoadedFile] {
    tables.map { saved in
      let role = saved.catalog.role
      var report = LoadReport(file: name)
      report.role = role
      report.rows = saved.catalog.rowCount
      let columns = saved.catalog.columns.compactMap { description in
        saved.table.columns[description.name].map { FileColumn(description: description, values: $0) }
      }
      func header(_ key: String) -> String { saved.catalog.column(named: key)?.header ?? key }
      let table = FileTable(
        role: role, rowCount: saved.catalog.rowCount, videos: videos(of: saved),
        isNumbered: saved.isNumbered, videoHeader: header("video"), days: saved.table.days,
        dateHeader: header("date"), columns: columns, videoWord: saved.videoWord, platform: saved.platform,
        linked: linked, lacks: lacks)
      return LoadedFile(name: name, table: table, report: report)
    }
  }

  /// The ids of the rows of a table; nil for days of a channel.
  private func videos(of saved: SavedTable) -> TextColumn? {
    let codes: ColumnValues<UInt32>
    switch saved.catalog.role {
    case .videos: codes = ColumnValues(0..<UInt32(saved.catalog.rowCount))
    case .daily: codes = saved.table.videoCodes
    case .channel, .audience: return nil
    }
    return TextColumn(
      codes: codes, dictionary: videoIDs, validity: Validity(count: saved.catalog.rowCount))
  }
}

extension Snapshot {
  /// The tables of a session.
  ///
  /// - Parameters:
  ///   - dataset: what is loaded; its tables of an audience are passed over.
  ///   - catalog: what is said of it.
  ///   - files: those that it came from.
  ///   - reports: what was said of each, and of those of the audience.
  ///   - policy: what protects the audience.
  package init(
    of dataset: Dataset, _ catalog: Catalog, from files: [LoadedFile], reports: [LoadReport],
    audience: OpenAudience, policy: Policy
  ) {
    let loaded = Loaded(
      dataset: dataset, catalog: catalog, reports: [], protected: ProtectedNames())
    var names = ShownNames()
    name = ""
    videoIDs = dataset.videoIDs
    videoWord = catalog.videoWord
    lacks = catalog.lacks
    var linked: [String: String] = [:]
    for file in files { linked.merge(file.table?.linked ?? [:]) { first, _ in first } }
    self.linked = linked
    var tables: [SavedTable] = []
    for catalog in catalog.tables {
      guard let table = dataset[catalog.role] else { continue }
      let sources = files.compactMap(\.table).filter { $0.role == catalog.role }
      let platforms = Set(sources.map(\.platform))
      tables.append(
        SavedTable(
          table: table.settled, catalog: catalog.naming(catalog.files.map { names.shown($0) }),
          isNumbered: sources.contains { $0.isNumbered },
          platform: platforms.count == 1 ? platforms.first ?? nil : nil,
          videoWord: sources.lazy.compactMap(\.videoWord).first))
    }
    self.tables = tables
    self.reports = reports.map { report in
      var report = report
      report.file = names.shown(report.file)
      report.protected = ProtectedNames()
      return report
    }
    (self.audience, left) = audience.saved { names.shown($0) }.keeping(under: policy, beside: loaded)
    limits = Dictionary(
      PolicyLimit.allCases.map { ($0, policy.least($0)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension CatalogTable {
  /// The same table with these names of its files.
  func naming(_ files: [String]) -> CatalogTable {
    CatalogTable(
      role: role, columns: columns, rowCount: rowCount, files: files, days: days, hidesGroups: hidesGroups,
      isApproximate: isApproximate, roundsEarlierMonths: roundsEarlierMonths, groupsOverlap: groupsOverlap)
  }
}
