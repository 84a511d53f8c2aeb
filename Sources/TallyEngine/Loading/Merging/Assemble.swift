import TallyLanguage
package import TallyPlan
package import TallyPrivacy

/// All files of a session as tables, and what they are called.
package struct Loaded: Sendable {
  package let dataset: Dataset
  package let catalog: Catalog
  /// The reports of the files, in load order, with what each replaced in the files before it.
  package let reports: [LoadReport]
  /// Every header that was set aside.
  package let protected: ProtectedNames
}

/// Merges files into at most one table a role: by key, cell by cell.
///
/// A missing cell, or a column that a file lacks, replaces nothing; where two files have a value for one cell, the later
/// file in the list wins. Files without a table are passed over. Loading one file twice changes nothing.
///
/// Rows of words of one's own for videos that no other file has are left out.
///
/// - Throws: F134 and F135 for what may not be put together; F127 where a column is text in one file and numbers in another; F128 where one daily or channel file is
///   split by a column that another one lacks.
/// - Complexity: O(cells).
package func assemble(_ files: [LoadedFile]) throws(LoadFailure) -> Loaded {
  try reporting { () throws(Diagnostic) in try checkTogether(files) }
  let files = withoutUnmatchedLabels(withLinkedVideos(files))
  var reports = files.map(\.report)
  var protected = ProtectedNames()
  for file in files { protected.formUnion(file.protected) }
  var tables: [MergedTable] = []
  for role in [TableRole.videos, .daily, .channel] {
    let sources = files.indices.filter { files[$0].table?.role == role }
    guard !sources.isEmpty else { continue }
    let merged = try reporting { () throws(Diagnostic) in
      try MergedTable(role: role, files: sources.map { files[$0] })
    }
    for (source, replaced) in zip(sources, merged.replaced) { reports[source].replacedCells = replaced }
    tables.append(merged)
  }
  let axis = VideoAxis(tables)
  var catalog = Catalog()
  catalog.tables = tables.map { $0.catalogTable() }
  let words = Set(files.compactMap { $0.table?.role == .videos ? $0.table?.videoWord ?? "video" : nil })
  catalog.videoWord = words.count == 1 ? words.first ?? "video" : "video"
  catalog.platforms = platforms(tables)
  for file in files { catalog.lacks.merge(file.table?.lacks ?? [:]) { first, _ in first } }
  func table(_ role: TableRole) -> Table? { tables.first { $0.role == role }?.table(axis) }
  let dataset = Dataset(
    videoIDs: axis.ids, videos: table(.videos), daily: table(.daily), channel: table(.channel))
  return Loaded(dataset: dataset, catalog: catalog, reports: reports, protected: protected)
}

/// The platforms of the videos, in order of first appearance.
private func platforms(_ tables: [MergedTable]) -> [String] {
  guard let videos = tables.first(where: { $0.role == .videos }),
    case .texts(let platform) = videos.columns.first(where: { $0.description.name == "platform" })?.values
  else { return [] }
  return platform.dictionary
}

/// Every known video once: the rows of the videos table, then ids that only the daily table has.
struct VideoAxis {
  private(set) var ids: [String] = []
  private var codeOf: [String: UInt32] = [:]

  init(_ tables: [MergedTable]) {
    for role in [TableRole.videos, .daily] {
      guard let videos = tables.first(where: { $0.role == role })?.videos else { continue }
      // An id is looked up once, where its first row stands.
      var isAdded = [Bool](repeating: false, count: videos.dictionary.count)
      for code in videos.codes where !isAdded[Int(code)] {
        isAdded[Int(code)] = true
        add(videos.dictionary[Int(code)])
      }
    }
  }

  private mutating func add(_ id: String) {
    guard codeOf[id] == nil else { return }
    codeOf[id] = UInt32(ids.count)
    ids.append(id)
  }

  /// The codes of a column of ids, all of which are on the axis.
  func codes(_ videos: TextColumn) -> ColumnValues<UInt32> {
    let codes = videos.dictionary.map { codeOf[$0] ?? 0 }
    if codes.indices.allSatisfy({ codes[$0] == $0 }) { return videos.codes }
    return videos.codes.mapped { codes[Int($0)] }
  }
}
