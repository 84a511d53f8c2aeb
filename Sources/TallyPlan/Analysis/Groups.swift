import TallyLanguage
import TallyPrivacy

extension Analyzer {
  /// Resolves one dimension of `by`.
  ///
  /// - Throws: C001, C009, M- and Q-codes for what cannot make rows.
  mutating func addGroup(_ dimension: Located<Dimension>) throws(Diagnostic) {
    switch dimension.value {
    case .time(let grain, let clock):
      switch clock {
      case .activity: needs.activityTime = true
      case .posted: needs.videos = "`\(written(dimension.span))`"
      case .sincePosted:
        needs.activityTime = true
        needs.videos = "`\(written(dimension.span))`"
        needs.age = needs.age ?? (what: "since posted", span: dimension.span)
        groups.append(
          Group(key: .age(grain), name: "\(grain.rawValue) since posted", type: .number))
        return
      }
      if clock == .posted, catalog[.videos] == nil {
        throw .groupNeedsVideos(written(dimension.span), at: dimension.span)
      }
      groups.append(
        Group(
          key: .time(grain, isPosted: clock == .posted),
          name: clock == .posted ? "\(grain.rawValue) posted" : grain.rawValue, type: grain.resultType))
    case .video:
      guard catalog[.videos] != nil || catalog[.daily] != nil else {
        throw .groupNeedsVideos(written(dimension.span), at: dimension.span)
      }
      needs.videos = "`by \(written(dimension.span))`"
      groups.append(Group(key: .video, name: written(dimension.span), type: .text))
    case .name(let name, let every):
      if let every {
        try addSteps(of: name, every: every, at: dimension.span)
      } else {
        try addGroup(named: name, at: dimension.span)
      }
    }
  }

  /// Resolves `length every 15s` and `views every 1k`: steps of a number of the video.
  ///
  /// - Throws: M010 for a width in another unit, M011 for text, and what the number itself cannot be.
  private mutating func addSteps(of name: Name, every step: Step, at span: SourceSpan) throws(Diagnostic) {
    if let column = dimensionColumn(name)?.column, column.type == .text || column.type == .tags {
      throw .stepsOfText(column.name, at: name.span)
    }
    if !name.isBracketed, definitions.labels[name.text] != nil {
      throw .stepsOfText(name.text, at: name.span)
    }
    let (number, type) = try videoNumber(Reference(name: name, span: name.span))
    let literal: Literal =
      switch step {
      case .number(let number): .number(number)
      case .duration(let number): .duration(number)
      case .percent(let number): .percent(number)
      }
    let (width, whole) = try Located(literal, span).number(comparedWith: type, named: name.text)
    guard width >= 1e-12 else { throw .badStep(at: span) }
    needs.videos = "`by \(written(span))`"
    let resultType: ResultType =
      switch type.unit {
      case .seconds: .seconds
      case .fraction: .rate
      case .count, .number: .number
      }
    groups.append(
      Group(
        key: .steps(number, width: width, whole: whole),
        name: written(span).isEmpty ? name.text : written(span), type: resultType))
  }

  private mutating func addGroup(named name: Name, at span: SourceSpan) throws(Diagnostic) {
    if isVideoHeader(name) {
      needs.videos = "`by \(written(span))`"
      groups.append(Group(key: .video, name: "video", type: .text))
      return
    }
    if let label = try label(name) {
      needs.videos = "`by \(written(span))`"
      groups.append(Group(key: .label(label), name: name.text, type: .text))
      return
    }
    if addAudienceGroup(name) { return }
    guard let (role, column) = dimensionColumn(name) else {
      if !name.isBracketed, definitions.groups[name.text] != nil {
        throw .groupAsDimension(name.text, at: span)
      }
      if context.knownNames.contains(name.text) { throw .metricAsGroup(name.text, at: span) }
      throw unknownDimension(name)
    }
    let key: Group.Key
    let type: ResultType
    switch (column.kind, role) {
    case (.tags, .videos): (key, type) = (.tags(column.handle), .text)
    case (.attribute, .videos): (key, type) = (.attribute(column.handle), column.groupType)
    case (.attribute, .daily):
      needs.rowColumns.append(column.name)
      (key, type) = (.rowAttribute(column.handle), column.groupType)
    case (.counter, _), (.runningTotal, _), (.snapshot, _), (.unique, _), (.rate, _):
      throw .metricAsGroup(column.name, at: span)
    case (.date, _), (.id, _), (.tags, _), (.attribute, _):
      throw unknownDimension(name)
    }
    needs.videos = "`by \(written(span))`"
    groups.append(Group(key: key, name: name.isBracketed ? column.name : name.text, type: type))
  }

  /// Whether a name in brackets is a header of the column that names videos.
  func isVideoHeader(_ name: Name) -> Bool {
    guard name.isBracketed, dimensionColumn(name) == nil, catalog[.videos] != nil || catalog[.daily] != nil
    else {
      return false
    }
    return StandardCatalog.column(named: plainName(name.text))?.meaning == .key
  }

  /// The column that a dimension's name means: of the videos table first, then one that daily rows carry
  /// themselves.
  ///
  /// A tags column answers to singular and plural.
  func dimensionColumn(_ name: Name) -> (role: TableRole, column: CatalogColumn)? {
    var spellings = [name]
    if !name.isBracketed {
      spellings.append(Name(name.text + "s", span: name.span))
      if name.text.hasSuffix("s") { spellings.append(Name(String(name.text.dropLast()), span: name.span)) }
    }
    for (index, spelling) in spellings.enumerated() {
      for role in [TableRole.videos, .daily] {
        guard let column = catalog[role]?.column(spelling) else { continue }
        if index == 0 || column.kind == .tags { return (role, column) }
      }
    }
    return nil
  }

  /// The finding for a dimension that is not there, with the nearest that is.
  private func unknownDimension(_ name: Name) -> Diagnostic {
    let attributes = dimensionNames
    if let standard = StandardCatalog.column(named: name.text) {
      if let loaded = context.loadedWord(for: standard, called: name.text) {
        return .unknownName(name, known: attributes, meant: loaded)
      }
      return .notLoaded(name, lacking: standard.name, catalog: catalog)
    }
    return .unknownName(name, known: attributes)
  }

  /// Everything that may follow `by` now.
  var dimensionNames: [String] {
    var names: [String] = []
    for role in [TableRole.videos, .daily] {
      for column in catalog[role]?.columns ?? [] where column.kind == .attribute || column.kind == .tags {
        names.append(column.name)
      }
    }
    return names + definitions.labels.keys.sorted() + ["video"] + Grain.allCases.map(\.rawValue)
  }

  /// The text of a span, blanks collapsed; empty for a query that was never text.
  func written(_ span: SourceSpan) -> String {
    guard let source = context.source, !span.isEmpty else { return "" }
    return source.text(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension CatalogColumn {
  /// How the values of an attribute are shown when they make rows.
  fileprivate var groupType: ResultType {
    switch (type, unit) {
    case (.integer, .seconds), (.decimal, .seconds): .seconds
    case (.integer, _), (.decimal, _): .number
    case (.text, _), (.tags, _), (.day, _), (.instant, _): .text
    }
  }
}

extension Grain {
  /// How buckets of this grain are shown.
  var resultType: ResultType {
    switch self {
    case .weekday: .weekday
    case .hour: .hour
    case .day, .week, .month, .quarter, .year: .date(self)
    }
  }
}
