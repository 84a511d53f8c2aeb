import TallyPlan
import TallyPrivacy

/// What one column of a file is, decided from headers, preset and declarations, before values are read.
enum ColumnPlan: Sendable {
  case video
  case day
  case load(LoadedColumn)
  /// Dropped: the preset says it is the creator's own account, or empty of meaning.
  case dropped(isAccount: Bool)
  /// A column of names, which only one value and a video key make the creator's own.
  case names
  /// A column that reaches people or devices, or text by others.
  case setAside(RefusalCode)
  /// A column that splits an audience.
  case audienceSplit
  /// Known, and never loaded in this version: revenue.
  case notLoaded
  case unknown
}

/// How a column that may be loaded is read and described.
struct LoadedColumn: Sendable {
  enum Form: Sendable {
    /// Multiplied with `factor`; `isWhole` for counts.
    case number(factor: Double, isWhole: Bool)
    case text
    case tags
    case instant
  }

  let name: String
  let header: String
  let meaning: Meaning
  let kind: ColumnKind
  let unit: Unit
  let form: Form
  let standing: ColumnCandidate.Standing
}

/// What all columns of a file are.
struct FilePlan: Sendable {
  /// In file order.
  let columns: [ColumnPlan]

  var videoColumn: Int? { columns.firstIndex { if case .video = $0 { true } else { false } } }
  var dayColumn: Int? { columns.firstIndex { if case .day = $0 { true } else { false } } }
  var splitsAudience: Bool { columns.contains { if case .audienceSplit = $0 { true } else { false } } }
  var loaded: [(index: Int, column: LoadedColumn)] {
    columns.enumerated().compactMap { if case .load(let column) = $1 { ($0, column) } else { nil } }
  }

  /// Whether a column is loaded as text.
  func isText(_ column: Int) -> Bool {
    guard case .load(let loaded) = columns[column], case .text = loaded.form else { return false }
    return true
  }

  func index(of name: String) -> Int? { loaded.first { $0.column.name == name }?.index }
}

extension FilePlan {
  /// Decides what each header is.
  init(headers: [String], preset: Preset?, options: LoadOptions, role: TableRole?) {
    let plain = preset?.plainNames(headers) ?? headers.map(plainName)
    let standards = StandardNames(plain: plain, headers: headers, preset: preset)
    let declarations = options.declarations.filter { role == nil || $0.role == role }
    columns = headers.indices.map { column in
      let name = plain[column]
      if let preset, preset.dropped.contains(name) {
        return .dropped(isAccount: PersonHeader(headers[column]) != .none || PersonHeader(name) != .none)
      }
      let declared = declarations.first {
        $0.column == name || $0.column.lowercased() == headers[column].lowercased()
      }
      return Self.plan(
        header: headers[column], name: name, standard: standards[column], declared: declared,
        isPreset: preset != nil && standards.isFromPreset(column))
    }
  }

  private static func plan(
    header: String, name: String, standard: (column: StandardColumn, factor: Double)?,
    declared: LoadOptions.Declaration?, isPreset: Bool
  ) -> ColumnPlan {
    if standard == nil {
      switch PersonHeader(header) {
      case .name: return .names
      case .contact: return .setAside(.personColumn)
      case .textByOthers: return .setAside(.textByOthers)
      case .none: break
      }
      if looksLikeAnother(header) { return .setAside(.lookAlikeHeaders) }
    }
    guard let (column, factor) = standard else {
      if let declared { return .load(LoadedColumn(declared, name: name, header: header)) }
      return isRevenue(name) ? .notLoaded : .unknown
    }
    switch column.meaning {
    case .key: return .video
    case .time where column.name == "date": return .day
    case .audienceDimension: return .audienceSplit
    case .audience where column.roles == [.audience]: return .notLoaded
    case .time, .action, .exposure, .audience, .content, .delivery:
      return .load(LoadedColumn(column, header: header, factor: factor, declared: declared))
    }
  }

  /// Money, which is not loaded.
  private static func isRevenue(_ name: String) -> Bool {
    let words = Set(name.split(separator: "_").map(String.init))
    return !words.isDisjoint(with: [
      "revenue", "earnings", "income", "rpm", "cpm", "usd", "eur", "gbp", "umsatz", "einnahmen", "revenus",
      "ingresos",
      "diamonds", "payout", "payment",
    ])
  }
}

/// Which column is which of the published list: each canonical name is given once.
///
/// The preset's words come first, then exact names, then aliases: of `views` and `plays`, views is the views column.
private struct StandardNames {
  private var found: [Int: (column: StandardColumn, factor: Double)] = [:]
  private var fromPreset: Set<Int> = []

  subscript(column: Int) -> (column: StandardColumn, factor: Double)? { found[column] }
  func isFromPreset(_ column: Int) -> Bool { fromPreset.contains(column) }

  init(plain: [String], headers: [String], preset: Preset?) {
    var taken: Set<String> = []
    for (name, candidates) in preset?.columns ?? [] {
      guard let column = candidates.lazy.compactMap(plain.firstIndex).first, found[column] == nil,
        let standard = StandardCatalog.column(named: name), taken.insert(name).inserted
      else { continue }
      found[column] = (standard, 1)
      fromPreset.insert(column)
    }
    let scaled = zip(plain, headers).map { ScaledName($0, header: $1) }
    if !taken.contains("video"), preset == nil { nameVideosByLink(plain, &taken) }
    for isExact in [true, false] {
      for (column, name) in plain.enumerated()
      where found[column] == nil && preset?.dropped.contains(name) != true {
        guard let standard = scaled[column].standard, !isExact || standard.name == name,
          !taken.contains(standard.name)
        else { continue }
        // An audience split may stand beside another one: country and age are two columns of one table.
        taken.insert(standard.name)
        found[column] = (standard, scaled[column].factor)
      }
    }
  }
}

extension StandardNames {
  /// In a plain file without ids, links name the videos.
  private mutating func nameVideosByLink(_ plain: [String], _ taken: inout Set<String>) {
    guard !plain.contains(where: { StandardCatalog.column(named: $0)?.meaning == .key }),
      let column = plain.firstIndex(where: Self.links.contains),
      let standard = StandardCatalog.column(named: "video")
    else { return }
    found[column] = (standard, 1)
    taken.insert(standard.name)
  }

  private static let links: Set<String> = [
    "link", "url", "permalink", "video_link", "video_url", "post_link", "post_url", "share_url",
    "web_video_url",
  ]
}

/// A plain name without the unit at its end, and what its numbers are multiplied with to be in the standard unit.
private struct ScaledName {
  let standard: StandardColumn?
  let factor: Double

  init(_ name: String, header: String) {
    if let column = StandardCatalog.column(named: name) {
      standard = column
      factor = header.contains("%") && column.unit == .fraction ? 0.01 : 1
      return
    }
    for (suffix, scale) in Self.suffixes where name.hasSuffix(suffix) {
      let base = String(name.dropLast(suffix.count))
      if let column = StandardCatalog.column(named: base), column.unit == .seconds {
        standard = column
        factor = scale
        return
      }
    }
    standard = nil
    factor = 1
  }

  private static let suffixes: [(String, Double)] = [
    ("_hours", 3600), ("_hrs", 3600), ("_h", 3600), ("_minutes", 60), ("_mins", 60), ("_min", 60),
    ("_seconds", 1),
    ("_secs", 1), ("_sec", 1), ("_s", 1), ("_ms", 0.001), ("_milliseconds", 0.001),
  ]
}

extension LoadedColumn {
  /// A column of the published list.
  fileprivate init(
    _ standard: StandardColumn, header: String, factor: Double, declared: LoadOptions.Declaration?
  ) {
    name = standard.name
    self.header = header
    meaning = standard.meaning
    kind = declared?.kind ?? standard.kind
    unit = standard.unit
    standing = ["title", "caption", "sound", "hashtags"].contains(standard.name) ? .ownWords : .known
    switch standard.meaning {
    case .time: form = .instant
    case .key: form = .text
    case .content where standard.kind == .tags: form = .tags
    case .content, .delivery, .audienceDimension:
      form = standard.unit == .seconds ? .number(factor: factor, isWhole: false) : .text
    case .action, .exposure, .audience:
      form = .number(factor: factor, isWhole: standard.unit == .count)
    }
  }

  /// A column that a declaration describes.
  ///
  /// Its numbers are taken for actions, the strictest meaning.
  fileprivate init(_ declared: LoadOptions.Declaration, name: String, header: String) {
    self.name = name
    self.header = header
    kind = declared.kind
    standing = .declared
    let isPercent = declared.unit == "percent" || header.contains("%")
    switch declared.kind {
    case .counter, .runningTotal, .unique:
      meaning = .action
      form = .number(factor: isPercent ? 0.01 : 1, isWhole: !isPercent && declared.unit == nil)
      unit = Self.unit(declared.unit, isPercent: isPercent, isCount: true)
    case .rate:
      meaning = .action
      form = .number(factor: isPercent ? 0.01 : 1, isWhole: false)
      unit = Self.unit(declared.unit, isPercent: isPercent, isCount: false)
    case .snapshot:
      meaning = .audience
      form = .number(factor: 1, isWhole: true)
      unit = Self.unit(declared.unit, isPercent: false, isCount: true)
    case .attribute, .id:
      meaning = .content
      form = .text
      unit = .number
    case .tags:
      meaning = .content
      form = .tags
      unit = .number
    case .date:
      meaning = .time
      form = .instant
      unit = .number
    }
  }

  private static func unit(_ word: String?, isPercent: Bool, isCount: Bool) -> Unit {
    if isPercent { return .fraction }
    switch word {
    case "seconds", "second": return .seconds
    case nil: return isCount ? .count : .number
    default: return .number
    }
  }
}
