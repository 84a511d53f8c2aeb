import TallyLanguage
import TallyPlan
import TallyPrivacy

extension Snapshot {
  /// The snapshot as it goes into a file; values stay where they are.
  ///
  /// - Throws: F181 where a value comes from a snapshot that is damaged.
  /// - Complexity: O(values), on all cores: the sums over all sections are made here.
  package func image() throws(LoadFailure) -> SnapshotImage {
    var writer = SectionWriter()
    writer.fields.put(videoWord)
    writer.fields.put(lacks)
    writer.fields.put(PolicyLimit.allCases.map { limits[$0] ?? 0 }) { $0.put($1) }
    writer.put(texts: videoIDs)
    let links = linked.sorted { $0.key < $1.key }
    writer.put(texts: links.map(\.key))
    writer.fields.put(links.map(\.value))
    writer.fields.put(tables.count)
    for table in tables { writer.put(table) }
    writer.fields.put(reports) { $0.put($1) }
    writer.fields.put(audience)
    if let damage { throw .diagnostic(damage) }
    return SnapshotImage(writer)
  }
}

extension SectionWriter {
  fileprivate mutating func put(_ saved: Snapshot.SavedTable) {
    let catalog = saved.catalog
    fields.put(catalog.role.rawValue)
    fields.put(catalog.rowCount)
    fields.put(catalog.files)
    fields.put(saved.isNumbered)
    fields.put(saved.platform)
    fields.put(saved.videoWord)
    fields.put(optional: catalog.days) { writer, days in
      writer.put(Int64(days.lowerBound.number))
      writer.put(Int64(days.upperBound.number))
    }
    if catalog.role == .daily { put(SectionSource(saved.table.videoCodes)) }
    if catalog.role != .videos { put(SectionSource(saved.table.days)) }
    fields.put(catalog.columns.count)
    for description in catalog.columns {
      let values = saved.table.columns[description.name]
      fields.put(description.name)
      fields.put(description.header)
      fields.put(description.kind)
      fields.put(description.isKindCertain)
      fields.put(description.unit.rawValue)
      fields.put(values.map(description.places) ?? []) { $0.put($1) }
      fields.put(values != nil)
      if let values { put(values) }
    }
  }
}

extension CatalogColumn {
  /// Where the samples stand in the dictionary.
  fileprivate func places(in values: Column) -> [Int] {
    let dictionary: [String] =
      switch values {
      case .texts(let column): column.dictionary
      case .tags(let column): column.dictionary
      case .integers, .decimals, .instants: []
      }
    return samples.values.compactMap { dictionary.firstIndex(of: $0) }
  }
}

extension FieldWriter {
  fileprivate mutating func put(_ kind: ColumnKind) {
    put(kind.word)
    if case .rate(let weight) = kind { put(weight) } else { put(nil as String?) }
  }

  fileprivate mutating func put(_ report: LoadReport) {
    put(report.file)
    put(report.rows)
    put(report.role?.rawValue)
    put(report.isRoleInferred)
    put(report.preset)
    put(report.clock)
    put(report.kept) { writer, kept in
      writer.put(kept.name)
      writer.put(kept.header)
      writer.put(kept.kind)
      writer.put(kept.isCertain)
    }
    put(report.unknown)
    put(report.notLoaded)
    put(report.setAside.sorted { $0.key < $1.key }) { writer, pair in
      writer.put(pair.key.rawValue)
      writer.put(pair.value)
    }
    put(report.counts) { $0.put($1) }
    put(report.damagedLines) { $0.put($1) }
    put(report.replacedLines) { writer, lines in
      writer.put(lines.earlier)
      writer.put(lines.later)
    }
    put(report.placeWord)
    put(report.notes)
  }

  fileprivate mutating func put(_ audience: SavedAudience) {
    put(audience.people) { writer, table in
      writer.put(table.dimensions)
      writer.put(table.metric)
      writer.put(table.isShare)
      writer.put(table.showsPeople)
      writer.put(optional: table.day) { $0.put(Int64($1)) }
      writer.put(table.groups)
      writer.put(table.earlier) { writer, month in
        writer.put(Int64(month.day))
        writer.put(month.groups)
      }
      writer.put(table.origins)
    }
    put(audience.views) { writer, table in
      writer.put(table.dimensions)
      writer.put(table.counted)
      writer.put(table.hasWatchTime)
      writer.put(optional: table.days) { writer, days in
        writer.put(Int64(days.lowerBound))
        writer.put(Int64(days.upperBound))
      }
      writer.put(table.groups) { writer, group in
        writer.put(group.labels) { $0.put($1) }
        writer.put(group.counts) { $0.put($1) }
        writer.put(Int64(bitPattern: group.seconds.bitPattern))
      }
      writer.put(table.origins)
    }
    put(optional: audience.hours) { writer, table in
      writer.put(table.hours) { $0.put($1) }
      writer.put(table.people) { $0.put($1) }
      writer.put(table.leavesOut)
      writer.put(table.origins)
    }
    put(audience.withheld)
    put(audience.withheldViews)
    put(audience.hoursAreWithheld)
  }

  private mutating func put(_ groups: [SavedAudience.Group]) {
    put(groups) { writer, group in
      writer.put(group.labels) { $0.put($1) }
      writer.put(optional: group.people) { $0.put($1) }
      writer.put(optional: group.share) { $0.put(Int64(bitPattern: $1.bitPattern)) }
    }
  }

  private mutating func put(_ origins: [SavedAudience.Origin]) {
    put(origins) { writer, origin in
      writer.put(origin.file)
      writer.put(origin.rows)
      writer.put(origin.headers)
    }
  }
}

extension LoadReport {
  /// What it counts, in the order of the format.
  var counts: [Int] {
    get {
      [
        hiddenUnknown, ownAccountColumns, masked, missingCells, roundedCells, damagedCells, unmatchedRows,
        skippedRows, addedUp, repeated, replacedCount, replacedCells,
      ]
    }
    set {
      guard newValue.count == 12 else { return }
      (hiddenUnknown, ownAccountColumns, masked) = (newValue[0], newValue[1], newValue[2])
      (missingCells, roundedCells, damagedCells) = (newValue[3], newValue[4], newValue[5])
      (unmatchedRows, skippedRows, addedUp) = (newValue[6], newValue[7], newValue[8])
      (repeated, replacedCount, replacedCells) = (newValue[9], newValue[10], newValue[11])
    }
  }
}
