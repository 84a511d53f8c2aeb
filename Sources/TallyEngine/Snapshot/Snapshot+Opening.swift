import TallyLanguage
import TallyPlan
import TallyPrivacy

extension Snapshot {
  /// Whether a file that begins so is a snapshot, or was one.
  package static func begins(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: SnapshotFormat.magic.prefix(SnapshotFormat.tellingLength))
  }

  /// How many bytes tell.
  package static var tellingLength: Int { SnapshotFormat.tellingLength }

  /// Opens a mapped file; whatever it says is judged like what a file of rows says.
  ///
  /// Texts, ids, days and keys are looked at now, large columns when they are first used.
  ///
  /// - Throws: F180...F183; P303 where it holds people.
  /// - Complexity: O(texts and keys), on all cores.
  package init(opening memory: ColumnMemory, named name: String) throws(LoadFailure) {
    let raw: RawSnapshot
    do throws(SnapshotDamage) {
      raw = try RawSnapshot(memory)
    } catch {
      throw .diagnostic(error.finding(name))
    }
    let judge = SnapshotJudge(name: name)
    // The ids are judged beside the tables; what is found first is told.
    let judged = concurrently(raw.tables.count + 1) { place -> Result<SavedTable?, LoadFailure> in
      Result { () throws(LoadFailure) in
        if place > 0 { return try judge.table(raw.tables[place - 1]) }
        try judge.judgeIDs(raw)
        return nil
      }
    }
    var tables: [SavedTable] = []
    for result in judged { if let table = try result.get() { tables.append(table) } }
    var names = ShownNames()
    let told = raw.tables.flatMap(\.files) + raw.reports.map(\.file) + raw.audience.files
    for file in told { _ = names.shown(file) }
    self.tables = tables.map { saved in
      SavedTable(
        table: saved.table, catalog: saved.catalog.naming(saved.catalog.files.map { names.shown($0) }),
        isNumbered: saved.isNumbered, platform: saved.platform, videoWord: saved.videoWord)
    }
    let columns = Set(tables.flatMap(\.catalog.columns).map(\.name))
    reports = raw.reports.map { judge.report($0, columns, file: names.shown($0.file)) }
    audience = try judge.audience(raw.audience) { names.shown($0) }
    videoIDs = raw.videoIDs
    linked = Dictionary(zip(raw.links, raw.linkedIDs), uniquingKeysWith: { first, _ in first })
    videoWord = judge.videoWord(raw.videoWord) ?? "video"
    lacks = judge.lacks(raw.lacks)
    limits = Dictionary(
      zip(PolicyLimit.allCases, raw.limits).map { ($0, max($1, $0.builtIn)) },
      uniquingKeysWith: { first, _ in first })
    left = []
    self.name = name
  }

  /// Makes sure that what is to be saved would be opened again.
  ///
  /// - Throws: as opening does.
  package func checkBeforeSaving() throws(LoadFailure) {
    let judge = SnapshotJudge(name: name)
    try judge.judgeIDs(videoIDs, linked, tables.map { ($0.catalog.role, $0.catalog.columns.map(\.name)) })
    for table in tables { _ = try judge.table(table.raw) }
    _ = try judge.audience(audience) { $0 }
  }
}

extension Snapshot.SavedTable {
  /// The table as a file would say it.
  fileprivate var raw: RawSnapshot.RawTable {
    RawSnapshot.RawTable(
      role: catalog.role, rowCount: catalog.rowCount, files: catalog.files, isNumbered: isNumbered,
      platform: platform, videoWord: videoWord, range: catalog.days, videoCodes: table.videoCodes,
      days: table.days,
      columns: catalog.columns.map { description in
        RawSnapshot.RawColumn(
          name: description.name, header: description.header, kind: description.kind,
          isKindCertain: description.isKindCertain, unit: description.unit, samples: [],
          values: table.columns[description.name].map(SavedColumn.init))
      })
  }
}

extension SavedColumn {
  /// A column that is in memory.
  fileprivate init(_ column: Column) {
    let (content, dictionary): (Content, [String]) =
      switch column {
      case .integers: (.integers, [])
      case .decimals: (.decimals, [])
      case .texts(let column): (.texts, column.dictionary)
      case .tags(let column): (.tags, column.dictionary)
      case .instants: (.instants, [])
      }
    self.init(
      content: content, texts: .strings(dictionary), presentCount: column.count - column.missingCount,
      checked: { column }, byteCount: 0)
  }
}

extension SavedAudience {
  /// The files that it came from.
  fileprivate var files: [String] {
    (people.flatMap(\.origins) + views.flatMap(\.origins) + (hours?.origins ?? [])).map(\.file)
  }
}
