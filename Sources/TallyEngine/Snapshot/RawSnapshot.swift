import TallyLanguage
import TallyPlan
import TallyPrivacy

/// What a file says that it holds, well-formed and not judged yet.
struct RawSnapshot: Sendable {
  struct RawTable: Sendable {
    let role: TableRole
    let rowCount: Int
    let files: [String]
    let isNumbered: Bool
    let platform: String?
    let videoWord: String?
    let range: ClosedRange<Day>?
    let videoCodes: ColumnValues<UInt32>
    let days: ColumnValues<Int32>
    let columns: [RawColumn]
  }

  struct RawColumn: Sendable {
    let name: String
    let header: String
    let kind: ColumnKind
    let isKindCertain: Bool
    let unit: Unit
    /// Where samples stand in the dictionary.
    let samples: [Int]
    /// nil for the key and the day, whose values are those of the table.
    let values: SavedColumn?
  }

  let videoWord: String
  let lacks: [String: String]
  let limits: [Int64]
  let videoIDs: [String]
  let links: [String]
  let linkedIDs: [String]
  let tables: [RawTable]
  let reports: [LoadReport]
  let audience: SavedAudience

  /// - Throws: where anything is not as it was written, or does not fit together.
  /// - Complexity: O(texts and keys), on all cores; large columns are not looked at.
  init(_ memory: ColumnMemory) throws(SnapshotDamage) {
    var reader = try SectionReader(memory)
    videoWord = try reader.fields.text()
    lacks = try reader.fields.pairs()
    limits = try reader.fields.list { (fields) throws(SnapshotDamage) in try fields.integer() }
    videoIDs = try reader.distinctTexts()
    links = try reader.distinctTexts()
    linkedIDs = try reader.fields.texts()
    var tables: [RawTable] = []
    let count = try reader.fields.count()
    guard count <= 3, limits.count == PolicyLimit.allCases.count, links.count == linkedIDs.count else {
      throw .damaged
    }
    for _ in 0..<count { tables.append(try reader.table(videos: videoIDs.count)) }
    guard Set(tables.map(\.role)).count == count else { throw .damaged }
    self.tables = tables
    reports = try reader.fields.list { (fields) throws(SnapshotDamage) in try fields.report() }
    audience = try reader.fields.audience()
    try reader.end()
  }
}

extension SectionReader {
  fileprivate mutating func table(videos: Int) throws(SnapshotDamage) -> RawSnapshot.RawTable {
    guard let role = TableRole(rawValue: try fields.text()), role != .audience else { throw .damaged }
    let rowCount = try fields.count()
    let files = try fields.texts()
    let isNumbered = try fields.flag()
    let (platform, videoWord) = (try fields.optionalText(), try fields.optionalText())
    let range = try fields.optional { (fields) throws(SnapshotDamage) in try fields.days() }
    guard rowCount > 0, role != .videos || rowCount <= videos else { throw .damaged }
    var codes: ColumnValues<UInt32> = []
    if role == .daily {
      let section = try section()
      codes = try section.values(of: UInt32.self, count: rowCount)
      guard let bounds = section.bounds(of: UInt32.self), Int(bounds.upperBound) < videos else {
        throw .damaged
      }
    }
    var days: ColumnValues<Int32> = []
    if role != .videos {
      let section = try section()
      days = try section.values(of: Int32.self, count: rowCount)
      // The days of the catalog are those of the rows, and so is the room that answers make for them.
      guard let bounds = section.bounds(of: Int32.self), range?.lowerBound.number == bounds.lowerBound,
        range?.upperBound.number == bounds.upperBound
      else { throw .damaged }
    }
    var columns: [RawSnapshot.RawColumn] = []
    let count = try fields.count()
    for _ in 0..<count { columns.append(try column(of: rowCount)) }
    guard Set(columns.map(\.name)).count == columns.count else { throw .damaged }
    return RawSnapshot.RawTable(
      role: role, rowCount: rowCount, files: files, isNumbered: isNumbered, platform: platform,
      videoWord: videoWord, range: range, videoCodes: codes, days: days, columns: columns)
  }

  private mutating func column(of rowCount: Int) throws(SnapshotDamage) -> RawSnapshot.RawColumn {
    let (name, header) = (try fields.text(), try fields.text())
    let kind = try fields.kind()
    let isKindCertain = try fields.flag()
    guard let unit = Unit(rawValue: try fields.text()) else { throw .damaged }
    let samples = try fields.list { (fields) throws(SnapshotDamage) in try fields.count() }
    let values = try fields.flag() ? try column(rowCount: rowCount) : nil
    guard samples.count <= 8, samples.allSatisfy({ $0 < values?.texts.count ?? 0 }) else {
      throw .damaged
    }
    return RawSnapshot.RawColumn(
      name: name, header: header, kind: kind, isKindCertain: isKindCertain, unit: unit, samples: samples,
      values: values)
  }
}

extension FieldReader {
  fileprivate mutating func kind() throws(SnapshotDamage) -> ColumnKind {
    let (word, weight) = (try text(), try optionalText())
    let kinds: [ColumnKind] = [
      .counter, .runningTotal, .snapshot, .unique, .rate(weight: weight), .attribute, .tags, .date, .id,
    ]
    guard let kind = kinds.first(where: { $0.word == word }) else { throw .damaged }
    return kind
  }

  fileprivate mutating func day() throws(SnapshotDamage) -> Day {
    guard let number = Int32(exactly: try integer()), Day.possible.contains(number) else { throw .damaged }
    return Day(number: number)
  }

  fileprivate mutating func days() throws(SnapshotDamage) -> ClosedRange<Day> {
    let (first, last) = (try day(), try day())
    guard first <= last else { throw .damaged }
    return first...last
  }

  fileprivate mutating func report() throws(SnapshotDamage) -> LoadReport {
    var report = LoadReport(file: try text())
    report.rows = try count()
    report.role = try optional { (fields) throws(SnapshotDamage) in
      guard let role = TableRole(rawValue: try fields.text()) else { throw .damaged }
      return role
    }
    report.isRoleInferred = try flag()
    report.preset = try optionalText()
    report.clock = try optionalText()
    report.kept = try list { (fields) throws(SnapshotDamage) in
      LoadReport.Kept(
        name: try fields.text(), header: try fields.text(), kind: try fields.kind(),
        isCertain: try fields.flag())
    }
    report.unknown = try texts()
    report.notLoaded = try texts()
    let setAside = try list { (fields) throws(SnapshotDamage) in
      guard let code = RefusalCode(rawValue: try fields.text()) else { throw .damaged }
      return (code, try fields.count())
    }
    report.setAside = Dictionary(setAside, uniquingKeysWith: { first, _ in first })
    report.counts = try list { (fields) throws(SnapshotDamage) in try fields.count() }
    report.damagedLines = try list { (fields) throws(SnapshotDamage) in try fields.count() }
    report.replacedLines = try list { (fields) throws(SnapshotDamage) in
      (earlier: try fields.count(), later: try fields.count())
    }
    report.placeWord = try text()
    report.notes = try texts()
    return report
  }

  fileprivate mutating func audience() throws(SnapshotDamage) -> SavedAudience {
    var audience = SavedAudience()
    audience.people = try list { (fields) throws(SnapshotDamage) in
      SavedAudience.People(
        dimensions: try fields.texts(), metric: try fields.text(), isShare: try fields.flag(),
        showsPeople: try fields.flag(),
        day: try fields.optional { (fields) throws(SnapshotDamage) in try fields.day().number },
        groups: try fields.groups(),
        earlier: try fields.list { (fields) throws(SnapshotDamage) in
          SavedAudience.Month(day: try fields.day().number, groups: try fields.groups())
        }, origins: try fields.origins())
    }
    audience.views = try list { (fields) throws(SnapshotDamage) in
      SavedAudience.Views(
        dimensions: try fields.texts(), counted: try fields.texts(), hasWatchTime: try fields.flag(),
        days: try fields.optional { (fields) throws(SnapshotDamage) in
          let days = try fields.days()
          return days.lowerBound.number...days.upperBound.number
        },
        groups: try fields.list { (fields) throws(SnapshotDamage) in
          SavedAudience.ViewsGroup(
            labels: try fields.labels(),
            counts: try fields.list { (fields) throws(SnapshotDamage) in try fields.integer() },
            seconds: Double(bitPattern: UInt64(bitPattern: try fields.integer())))
        }, origins: try fields.origins())
    }
    audience.hours = try optional { (fields) throws(SnapshotDamage) in
      let hours = try fields.list { (fields) throws(SnapshotDamage) in try fields.integer() }
      let people = try fields.list { (fields) throws(SnapshotDamage) in try fields.integer() }
      guard hours.count == people.count, Set(hours).count == hours.count else { throw .damaged }
      return SavedAudience.Hours(
        people: people, hours: hours, leavesOut: try fields.flag(), origins: try fields.origins())
    }
    audience.withheld = try texts()
    audience.withheldViews = try texts()
    audience.hoursAreWithheld = try flag()
    return audience
  }

  private mutating func labels() throws(SnapshotDamage) -> [String?] {
    try list { (fields) throws(SnapshotDamage) in try fields.optionalText() }
  }

  private mutating func groups() throws(SnapshotDamage) -> [SavedAudience.Group] {
    try list { (fields) throws(SnapshotDamage) in
      SavedAudience.Group(
        labels: try fields.labels(),
        people: try fields.optional { (fields) throws(SnapshotDamage) in try fields.integer() },
        share: try fields.optional { (fields) throws(SnapshotDamage) in
          Double(bitPattern: UInt64(bitPattern: try fields.integer()))
        })
    }
  }

  private mutating func origins() throws(SnapshotDamage) -> [SavedAudience.Origin] {
    try list { (fields) throws(SnapshotDamage) in
      SavedAudience.Origin(
        file: try fields.text(), rows: try fields.count(), headers: try fields.pairs())
    }
  }
}
