package import TallyLanguage
package import TallyPrivacy

/// What a table's rows are; the four roles of `load ... as ROLE`.
package enum TableRole: String, Sendable, Hashable, CaseIterable {
  /// One row per video: id, posted, attributes, lifetime totals.
  case videos
  /// One row per video and day.
  case daily
  /// One row per day of the whole channel.
  case channel
  /// One row per bucket of people: country, age, gender ...
  case audience
}

/// What may be done with a column (see `Grammar/README.md`, kinds).
package enum ColumnKind: Sendable, Hashable {
  /// Adds up over days and videos.
  case counter
  /// A count so far, per video and day; differenced before use.
  case runningTotal
  /// A level: over days the last value counts.
  case snapshot
  /// Distinct people; never added up.
  case unique
  /// An average or percentage; combined with the named column of the same table as weight, nil where it has none yet.
  case rate(weight: String?)
  /// Groups and filters.
  case attribute
  /// Several per video; groups and filters, and groups overlap.
  case tags
  case date
  case id

  /// The word of the grammar.
  package var word: String {
    switch self {
    case .counter: "counter"
    case .runningTotal: "running total"
    case .snapshot: "snapshot"
    case .unique: "unique"
    case .rate: "rate"
    case .attribute: "attribute"
    case .tags: "tags"
    case .date: "date"
    case .id: "id"
    }
  }
}

/// What a number counts; different units are never added or compared.
package enum Unit: String, Sendable, Hashable {
  case count, seconds
  /// 0...1, shown as a percentage.
  case fraction
  /// No unit.
  case number
}

/// How values are stored.
package enum ValueType: String, Sendable, Hashable {
  case integer, decimal, text, tags, day, instant
}

/// One loaded column as the analyzer knows it: everything but the values.
package struct CatalogColumn: Sendable, Hashable {
  package let handle: ColumnHandle
  /// As the file wrote it; works in brackets.
  package let header: String
  package let kind: ColumnKind
  /// False where the kind was guessed from name and values; in batch the first use is then an error (C code).
  package let isKindCertain: Bool
  package let unit: Unit
  package let type: ValueType
  /// A few values, most frequent first, of content attributes only; offered by completion.
  ///
  /// Never of titles or captions.
  package let samples: ReleasedValues

  package init(
    handle: ColumnHandle, header: String, kind: ColumnKind, isKindCertain: Bool, unit: Unit, type: ValueType,
    samples: ReleasedValues = .none
  ) {
    self.handle = handle
    self.header = header
    self.kind = kind
    self.isKindCertain = isKindCertain
    self.unit = unit
    self.type = type
    self.samples = samples
  }

  /// The plain name.
  package var name: String { handle.name }

  /// Whether it can be counted, rather than grouped by.
  package var isMetric: Bool {
    switch kind {
    case .counter, .runningTotal, .snapshot, .unique, .rate: true
    case .attribute, .tags, .date, .id: false
    }
  }
}

/// One loaded table as the analyzer knows it.
package struct CatalogTable: Sendable, Hashable {
  package let role: TableRole
  /// In the order of first appearance.
  package let columns: [CatalogColumn]
  package let rowCount: Int
  /// Display names of the files it came from, in load order.
  package let files: [String]
  /// First and last day of its dates: activity days, or days posted for videos; nil where it has none.
  ///
  /// Files are read with days posted in UTC; the session brings them to its time zone.
  package let days: ClosedRange<Day>?
  /// Whether groups of an audience are counted together.
  package let hidesGroups: Bool
  /// Whether people were worked out from shares.
  package let isApproximate: Bool
  /// To multiples of how many people an audience is rounded down in the months before its newest; nil without such.
  package let roundsEarlierMonths: Int64?
  /// Whether the same people are in several groups of an audience, as in hours: these are never added up.
  package let groupsOverlap: Bool

  package init(
    role: TableRole, columns: [CatalogColumn], rowCount: Int, files: [String], days: ClosedRange<Day>?,
    hidesGroups: Bool = false, isApproximate: Bool = false, roundsEarlierMonths: Int64? = nil,
    groupsOverlap: Bool = false
  ) {
    self.role = role
    self.columns = columns
    self.rowCount = rowCount
    self.files = files
    self.days = days
    self.hidesGroups = hidesGroups
    self.isApproximate = isApproximate
    self.roundsEarlierMonths = roundsEarlierMonths
    self.groupsOverlap = groupsOverlap
  }

  /// The column of a plain name.
  package func column(named name: String) -> CatalogColumn? { columns.first { $0.name == name } }

  /// The column of a name as written: bare by plain name, in brackets by header or plain name (case ignored).
  package func column(_ name: Name) -> CatalogColumn? {
    if !name.isBracketed { return column(named: name.text) }
    let wanted = name.text.lowercased()
    return columns.first { $0.header.lowercased() == wanted } ?? column(named: wanted)
  }
}

/// Everything that names can mean: loaded tables, without their values.
///
/// Definitions are kept by the session.
package struct Catalog: Sendable, Hashable {
  package var tables: [CatalogTable]
  /// What one video is called in headings: `video`, or `post` where the files' presets say so.
  package var videoWord: String
  /// Platforms of the loaded videos, where presets tell; more than one is said in footers.
  package var platforms: [String]
  /// Audience dimensions by which no people may be shown.
  package var withheld: [String] = []
  /// Standard columns that the platforms of the loaded files do not export, with where they are.
  package var lacks: [String: String] = [:]
  /// Audience dimensions by which no views may be shown.
  package var withheldExposure: [String] = []

  package init(tables: [CatalogTable] = [], videoWord: String = "video", platforms: [String] = []) {
    self.tables = tables
    self.videoWord = videoWord
    self.platforms = platforms
  }

  /// The loaded table of a role; nil where there is none.
  ///
  /// There may be several of an audience; an analysis keeps the one that its query is about.
  package subscript(role: TableRole) -> CatalogTable? { tables.first { $0.role == role } }
}
