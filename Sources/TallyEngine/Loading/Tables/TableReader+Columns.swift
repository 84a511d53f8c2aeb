import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Reading and admitting the columns that may be kept.
extension TableReader {
  /// The admitted columns in file order, then those that are taken from others: hashtags and platform.
  mutating func readColumns(_ role: TableRole, _ keys: RowKeys) throws(LoadFailure) -> [FileColumn] {
    var columns: [FileColumn] = []
    var tagSources: [CodedText] = []
    for (index, column) in plan.loaded {
      if options.isCancelled() { throw .cancelled }
      if options.keepsOut(column.header, column.name) {
        setAside(index, .setAsideByPolicy)
        report.protected.insert(column.name)
        continue
      }
      switch column.form {
      case .number(let factor, let isWhole):
        guard passesDetectors(column, role, index: index) else { continue }
        let numbers = try numbers(of: index, factor, isWhole: isWhole)
        report.roundedCells += numbers.rounded
        report.damagedCells += numbers.damaged.count
        report.damagedLines += numbers.damaged.prefix(3).map(source.line)
        keep(column, role, numbers.values, type: numbers.type, in: &columns)
      case .instant:
        guard passesDetectors(column, role, index: index) else { continue }
        if column.name == "posted", let clock = preset?.postedInID, let videos = keys.videos {
          keep(column, role, .instants(InstantColumn(ids: videos, clock)), type: .instant, in: &columns)
          continue
        }
        let dates = try instants(of: index)
        noteYears(dates)
        keep(column, role, .instants(dates.instants), type: .instant, in: &columns)
      case .tags:
        let text = text(of: index)
        if let tags = admitted(column, role, text, index: index) {
          keep(column, role, .tags(TagsColumn(cells: tags) { tagsOfCell($0) }), type: .tags, in: &columns)
        }
      case .text:
        guard let kept = keptText(column, role, keys, index: index) else { continue }
        if ["title", "caption"].contains(column.name) { tagSources.append(kept) }
        keep(column, role, .texts(kept.column()), type: .text, in: &columns)
      }
    }
    columns = columns.map { withoutUnknown($0, among: columns) }
    if role == .videos {
      addHashtags(from: tagSources, to: &columns)
      addPlatform(to: &columns)
    }
    return columns
  }

  /// The text of a column as it may be kept; nil where it is not loaded, or was set aside.
  private mutating func keptText(
    _ column: LoadedColumn, _ role: TableRole, _ keys: RowKeys, index: Int
  ) -> CodedText? {
    let text = text(of: index).mapped { isMissingText($0, column.name) ? nil : $0 }
    let isVarying = column.meaning == .content && role == .daily && keys.varies(text)
    if isVarying || ((column.meaning == .content || column.meaning == .delivery) && keys.splitAudience(text))
    {
      report.notLoaded.append(column.header)
      return nil
    }
    return admitted(column, role, text, index: index)
  }

  /// The column without the cells that say nothing where another column is missing.
  private func withoutUnknown(_ column: FileColumn, among columns: [FileColumn]) -> FileColumn {
    guard let name = preset?.unknownWith[column.description.name], case .integers(let values) = column.values,
      let other = columns.first(where: { $0.description.name == name })
    else { return column }
    let cells = (0..<source.rowCount).map { other.values.isPresent($0) ? values[$0] : nil }
    return FileColumn(description: column.description, values: .integers(IntegerColumn(cells)))
  }

  /// Whether the cells of a declared column of numbers or dates, as they are written, are about nobody.
  ///
  /// A column that Tally knows by name is not asked again.
  private mutating func passesDetectors(_ column: LoadedColumn, _ role: TableRole, index: Int) -> Bool {
    guard column.standing == .declared else { return true }
    if readsLikeFullName(words: plainWords(column.header)) {
      setAside(index, .peopleInHeaders)
      return false
    }
    let text = peekText(index)
    let candidate = ColumnCandidate(
      table: role.rawValue, name: column.name, header: column.header, meaning: column.meaning,
      standing: column.standing, shapes: shapes(of: text), numbers: text.values)
    if case .setAside(let code) = admit(candidate) {
      setAside(index, code)
      return false
    }
    return true
  }

  /// The text as it may be kept, masked; nil where the column was set aside.
  private mutating func admitted(
    _ column: LoadedColumn, _ role: TableRole, _ text: CodedText, index: Int
  ) -> CodedText? {
    let candidate = ColumnCandidate(
      table: role.rawValue, name: column.name, header: column.header, meaning: column.meaning,
      standing: column.standing, shapes: shapes(of: text), text: (text.valueCount, text.values.count),
      words: text.values)
    if case .setAside(let code) = admit(candidate) {
      setAside(index, code)
      return nil
    }
    let isSound = column.name == "sound"
    let parts = portions(of: text.values.count)
    var maskedTexts = concurrently(parts.count) { part in
      text.values[parts[part]].map { MaskedText(isSound ? soundWithHandle($0) : $0) }
    }.joined().makeIterator()
    var numbered = 0
    return text.mapped { written in
      guard var masked = maskedTexts.next() else { return nil }
      guard masked.count > 0 else { return masked.text }
      report.masked += masked.count
      if isSound {
        numbered += 1
        masked = MaskedText(soundWithHandle(written), number: numbered)
      }
      return masked.text
    }
  }

  /// Describes a column by the handle that `admit` makes for it; sets it aside where it makes none.
  private mutating func keep(
    _ column: LoadedColumn, _ role: TableRole, _ values: Column, type: ValueType,
    in columns: inout [FileColumn]
  ) {
    let candidate = ColumnCandidate(
      table: role.rawValue, name: column.name, header: column.header, meaning: column.meaning,
      standing: column.standing)
    guard case .admitted(let handle) = admit(candidate) else { return }
    report.missingCells += values.missingCount
    columns.append(
      FileColumn(
        description: CatalogColumn(
          handle: handle, header: column.header, kind: column.kind, isKindCertain: true, unit: column.unit,
          type: type),
        values: values))
  }

  /// Hashtags of titles and captions, where the file has no column of them.
  private mutating func addHashtags(from texts: [CodedText], to columns: inout [FileColumn]) {
    guard !texts.isEmpty, !columns.contains(where: { $0.description.name == "hashtags" }) else { return }
    let tags = TagsColumn(texts: texts)
    guard !tags.dictionary.isEmpty else { return }
    add("hashtags", kind: .tags, values: .tags(tags), type: .tags, to: &columns)
  }

  /// The platform that the preset tells, for every row.
  private mutating func addPlatform(to columns: inout [FileColumn]) {
    guard let platform = preset?.platform,
      !columns.contains(where: { $0.description.name == "platform" })
    else { return }
    let rows = source.rowCount
    let text = TextColumn(
      codes: [UInt32](repeating: 0, count: rows), dictionary: [platform], validity: Validity(count: rows))
    add("platform", kind: .attribute, values: .texts(text), type: .text, to: &columns)
  }

  private func add(
    _ name: String, kind: ColumnKind, values: Column, type: ValueType, to columns: inout [FileColumn]
  ) {
    if options.keepsOut(name, name) { return }
    let candidate = ColumnCandidate(
      table: TableRole.videos.rawValue, name: name, header: name, meaning: .content, standing: .known)
    guard case .admitted(let handle) = admit(candidate) else { return }
    columns.append(
      FileColumn(
        description: CatalogColumn(
          handle: handle, header: name, kind: kind, isKindCertain: true, unit: .number, type: type),
        values: values))
  }
}

extension InstantColumn {
  /// The seconds that ids tell; missing where one tells none.
  fileprivate init(ids: CodedText, _ clock: IDClock) {
    let told = ids.values.map(clock.instant)
    let instants = ids.codes.map { $0 == CodedText.missingCode ? nil : told[Int($0)] }
    self.init(
      seconds: instants.map { $0 ?? 0 }, isDate: instants.map { _ in false },
      validity: Validity(instants.map { $0 != nil }))
  }
}

/// Whether a text says that its value is not known.
///
/// In titles and captions only what no one would write as one.
private func isMissingText(_ value: String, _ column: String) -> Bool {
  let bytes = Array(value.utf8)
  guard isMissing(bytes.span, 0..<bytes.count) else { return value.utf8.allSatisfy { $0 == 32 } }
  return !["title", "caption"].contains(column) || value == "undefined"
}

extension Column {
  /// Whether a row has a value.
  func isPresent(_ row: Int) -> Bool {
    switch self {
    case .integers(let column): column.validity[row]
    case .decimals(let column): column.validity[row]
    case .texts(let column): column.validity[row]
    case .tags(let column): column.validity[row]
    case .instants(let column): column.validity[row]
    }
  }

  var missingCount: Int {
    switch self {
    case .integers(let column): column.validity.missingCount
    case .decimals(let column): column.validity.missingCount
    case .texts(let column): column.validity.missingCount
    case .tags(let column): column.validity.missingCount
    case .instants(let column): column.validity.missingCount
    }
  }
}
