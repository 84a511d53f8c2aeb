import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Judges what a snapshot says by the rules for files that are read: nobody vouches for it.
///
/// What is about people refuses the file, and so does a column that would not have been loaded. Words about files that may
/// be about people are left out.
struct SnapshotJudge: Sendable {
  let name: String

  var holdsPeople: LoadFailure { .refusal(PeopleFile.survey.refusal, file: name) }
  var holdsOther: LoadFailure { .diagnostic(.snapshotHoldsOther(name)) }

  /// - Throws: P303 for ids of people, F183 for ids that are none of videos.
  func judgeIDs(_ raw: RawSnapshot) throws(LoadFailure) {
    let linked = Dictionary(zip(raw.links, raw.linkedIDs), uniquingKeysWith: { first, _ in first })
    try judgeIDs(raw.videoIDs, linked, raw.tables.map { ($0.role, $0.columns.map(\.name)) })
  }

  /// The same of a snapshot that is to be saved.
  func judgeIDs(
    _ ids: [String], _ linked: [String: String], _ tables: [(role: TableRole, columns: [String])]
  ) throws(LoadFailure) {
    for ids in [ids, linked.keys.sorted(), linked.values.sorted()] where !ids.isEmpty {
      let shapes = shapes(of: ids)
      guard shapes.contacts + shapes.profileLinks + shapes.handles == 0 else {
        throw .refusal(PeopleFile.authors.refusal, file: name)
      }
      if areIDsOfPeople(ids) { throw holdsPeople }
      if ids.count > 1, areAudienceValues(ids) { throw holdsOther }
    }
    let tells = tables.contains { table in
      table.columns.contains { StandardCatalog.column(named: $0).map { $0.meaning == .content } ?? false }
    }
    if !tells, areTokens(ids) { throw holdsOther }
  }

  /// The table with the columns that the rules admit, which are all of them.
  ///
  /// - Throws: P303, F181, F183.
  func table(_ raw: RawSnapshot.RawTable) throws(LoadFailure) -> Snapshot.SavedTable {
    let names = raw.columns.map(\.name)
    let isStandard = names.map { StandardCatalog.column(named: $0)?.name == $0 }
    let declarations = zip(raw.columns, isStandard).filter { !$1 }.map { column, _ in
      LoadOptions.Declaration(column: column.name, role: raw.role, kind: column.kind)
    }
    let options = LoadOptions(declarations: declarations, zone: { _ in nil })
    let plan = FilePlan(headers: names, preset: nil, options: options, role: raw.role)
    var described: [CatalogColumn] = []
    var columns: [String: MappedColumn] = [:]
    for (column, planned) in zip(raw.columns, plan.columns) {
      let (description, values) = try self.column(column, planned, of: raw)
      described.append(description)
      if let values { columns[column.name] = values }
    }
    let catalog = CatalogTable(
      role: raw.role, columns: described.map { $0.weighted(among: names) }, rowCount: raw.rowCount,
      files: raw.files, days: raw.range)
    return Snapshot.SavedTable(
      table: Table(
        rowCount: raw.rowCount, columns: TableColumns(mapped: columns), videoCodes: raw.videoCodes,
        days: raw.days),
      catalog: catalog, isNumbered: raw.isNumbered, platform: raw.platform.flatMap(platform),
      videoWord: raw.videoWord.flatMap(videoWord))
  }

  /// A column, and its values; the video and the day of a row have none here.
  private func column(
    _ raw: RawSnapshot.RawColumn, _ planned: ColumnPlan, of table: RawSnapshot.RawTable
  ) throws(LoadFailure) -> (CatalogColumn, MappedColumn?) {
    let header = shownHeader(raw.header, of: raw.name)
    switch planned {
    case .video where raw.values == nil && table.role != .channel:
      return (try described(raw, header, .key, .known, .number, .text, in: table, kind: .id), nil)
    case .day where raw.values == nil && table.role != .videos:
      return (try described(raw, header, .time, .known, .number, .day, in: table, kind: .date), nil)
    case .load(let loaded):
      guard let values = raw.values, loaded.name == raw.name, loaded.fits(raw.kind, values.content) else {
        throw holdsOther
      }
      try judge(values, loaded, header, of: table)
      let mapped = try mapped(values, rowCount: table.rowCount)
      let unit = loaded.standing == .declared ? raw.unit : loaded.unit
      return (
        try described(
          raw, header, loaded.meaning, loaded.standing, unit, values.content.type, in: table, kind: raw.kind),
        mapped
      )
    case .names, .setAside: throw holdsPeople
    case .video, .day, .dropped, .audienceSplit, .notLoaded, .unknown: throw holdsOther
    }
  }

  /// The catalog's words for a column, with the handle that the gate makes.
  private func described(
    _ raw: RawSnapshot.RawColumn, _ header: String, _ meaning: Meaning,
    _ standing: ColumnCandidate.Standing, _ unit: Unit, _ type: ValueType, in table: RawSnapshot.RawTable,
    kind: ColumnKind
  ) throws(LoadFailure) -> CatalogColumn {
    let candidate = ColumnCandidate(
      table: table.role.rawValue, name: raw.name, header: header, meaning: meaning, standing: standing)
    guard case .admitted(let handle) = admit(candidate) else { throw holdsPeople }
    let hasSamples = !raw.samples.isEmpty && !["title", "caption"].contains(raw.name)
    let texts = hasSamples ? raw.values?.texts.distinct ?? [] : []
    let samples = raw.samples.compactMap { texts.indices.contains($0) ? texts[$0] : nil }
    return CatalogColumn(
      handle: handle, header: header, kind: kind, isKindCertain: raw.isKindCertain, unit: unit, type: type,
      samples: release(samples, of: handle))
  }

  /// Judges the values of a column.
  ///
  /// - Throws: P303 where they are about people, F183 where they split an audience or are not masked.
  private func judge(
    _ values: SavedColumn, _ loaded: LoadedColumn, _ header: String, of table: RawSnapshot.RawTable
  ) throws(LoadFailure) {
    let isDeclared = loaded.standing == .declared
    let isText = values.content == .texts || values.content == .tags
    if isDeclared, !isText, readsLikeFullName(words: plainWords(header)) { throw holdsPeople }
    switch values.content {
    case .texts where ["title", "caption"].contains(loaded.name):
      // Words of one's own are not judged by what they look like but masked.
      guard values.texts.areSettled(isSound: false) else { throw holdsOther }
      try admitOrThrow(candidate(loaded, header, of: table, (values.presentCount, values.texts.count), []))
    case .texts, .tags:
      guard let texts = values.texts.distinct else { throw damaged }
      let distinct = isDeclared ? try distinctCells(values, texts) : texts.count
      try admitOrThrow(candidate(loaded, header, of: table, (values.presentCount, distinct), texts))
      guard SavedTexts.strings(texts).areSettled(isSound: loaded.name == "sound"),
        values.content == .texts || !texts.contains(where: { $0.contains("@") })
      else { throw holdsOther }
      if table.role != .videos || table.isNumbered, areAudienceValues(texts),
        try splitsAudience(values, table)
      {
        throw holdsOther
      }
    case .integers where isDeclared:
      guard case .integers(let column)? = values.checked() else { throw damaged }
      let numbers = Set((0..<column.validity.count).compactMap { column[$0] }).map { String($0) }
      try admitOrThrow(
        ColumnCandidate(
          table: table.role.rawValue, name: loaded.name, header: header, meaning: loaded.meaning,
          standing: loaded.standing, shapes: shapes(of: numbers), numbers: numbers))
    case .integers, .decimals, .instants: break
    }
  }

  private func candidate(
    _ loaded: LoadedColumn, _ header: String, of table: RawSnapshot.RawTable, _ counts: (Int, Int),
    _ texts: [String]
  ) -> ColumnCandidate {
    ColumnCandidate(
      table: table.role.rawValue, name: loaded.name, header: header, meaning: loaded.meaning,
      standing: loaded.standing, shapes: shapes(of: texts), text: counts, words: texts)
  }

  var damaged: LoadFailure { .diagnostic(.snapshotDamaged(name)) }

  private func admitOrThrow(_ candidate: ColumnCandidate) throws(LoadFailure) {
    if case .setAside = admit(candidate) { throw holdsPeople }
  }

  /// How many different cells a column has, as a file would write them.
  private func distinctCells(_ values: SavedColumn, _ texts: [String]) throws(LoadFailure) -> Int {
    guard values.content == .tags else { return texts.count }
    guard case .tags(let column)? = values.checked() else { throw damaged }
    return Set((0..<column.validity.count).filter { column.validity[$0] }.map { Array(column[$0]) }).count
  }

  /// Whether a column whose values are those by which audiences are split has several for one video, or no videos.
  private func splitsAudience(
    _ values: SavedColumn, _ table: RawSnapshot.RawTable
  ) throws(LoadFailure) -> Bool {
    guard table.role == .daily, !table.isNumbered else {
      return table.role == .channel || table.isNumbered
    }
    guard case .texts(let column)? = values.checked() else { throw damaged }
    var first: [UInt32: UInt32] = [:]
    for row in 0..<table.rowCount where column.validity[row] {
      let known = first[table.videoCodes[row], default: column.codes[row]]
      if known != column.codes[row] { return true }
      first[table.videoCodes[row]] = known
    }
    return false
  }

  /// The values, checked now where they are few, else when they are first used.
  ///
  /// - Throws: F181.
  private func mapped(_ values: SavedColumn, rowCount: Int) throws(LoadFailure) -> MappedColumn {
    let name = name
    let mapped = MappedColumn(
      check: values.checked,
      ifDamaged: { (values.blank(rowCount: rowCount), .snapshotDamaged(name)) })
    if values.byteCount < Self.largeColumn {
      _ = mapped.column
      if mapped.damage != nil { throw damaged }
    }
    return mapped
  }

  /// From so many bytes on, a column waits until it is used.
  private static let largeColumn = 1 << 20
}

extension LoadedColumn {
  /// Whether a kind and a form of values are those that a file would have been read with.
  fileprivate func fits(_ kind: ColumnKind, _ content: SavedColumn.Content) -> Bool {
    switch form {
    case .number:
      guard content == .integers || content == .decimals else { return false }
      if meaning == .content { return kind == self.kind }
    case .text: return content == .texts && [.attribute, .id].contains(kind)
    case .tags: return content == .tags && kind == .tags
    case .instant: return content == .instants && kind == .date
    }
    return switch kind {
    case .counter, .runningTotal, .snapshot, .unique, .rate: true
    case .attribute, .tags, .date, .id: false
    }
  }
}

extension SavedColumn.Content {
  fileprivate var type: ValueType {
    switch self {
    case .integers: .integer
    case .decimals: .decimal
    case .texts: .text
    case .tags: .tags
    case .instants: .instant
    }
  }
}

extension CatalogColumn {
  /// The same column; a rate whose weight is not among the columns has none.
  fileprivate func weighted(among names: [String]) -> CatalogColumn {
    guard case .rate(let weight?) = kind, !names.contains(weight) else { return self }
    return CatalogColumn(
      handle: handle, header: header, kind: .rate(weight: nil), isKindCertain: isKindCertain, unit: unit,
      type: type, samples: samples)
  }
}
