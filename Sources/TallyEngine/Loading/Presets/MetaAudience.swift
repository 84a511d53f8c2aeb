import TallyLanguage
import TallyPlan
import TallyPrivacy

/// `Audience.csv` of Meta Business Suite: several tables below each other, each with shares of followers in percent.
///
/// Ages stand in rows and genders in columns; places stand in one row of names above one row of shares. A table of anything
/// else is left out.
struct MetaAudience {
  private let sections: [Section]

  /// Recognises the export by the titles of its tables; nil for any other file.
  init?(_ sections: [Section]) {
    guard sections.contains(where: { Block($0) != nil }) else { return nil }
    self.sections = sections
  }

  /// One of its tables that is known.
  private enum Block {
    /// Rows by the first dimension, columns by the second.
    case crossed(String, String)
    /// Names above shares.
    case listed(String)

    init?(_ section: Section) {
      switch section.titles.last.map(plainName) {
      case "age_gender": self = .crossed("age", "gender")
      case "top_towns_cities", "top_cities": self = .listed("city")
      case "top_countries": self = .listed("country")
      default: return nil
      }
    }
  }

  /// For people, as the names of presets are.
  static let name = "Meta Business Suite, audience"

  /// Reads every table that is known.
  ///
  /// - Throws: F107...F114 for damage, F129 what is no share, F130 shares beyond the whole, F106 where no table has rows;
  ///   P303 where a group is a person.
  func read(_ text: FileBytes, separator: UInt8, file: String) throws(LoadFailure) -> LoadedFile {
    var report = LoadReport(file: file)
    report.role = .audience
    report.preset = Self.name
    var parts: [AudiencePart] = []
    for section in sections {
      guard let block = Block(section) else {
        report.notes.append("a table of this file is not read, as its title is not known")
        continue
      }
      let bytes = text.part(0..<section.rows.upperBound)
      let scanner = RecordScanner(file: file, separator: separator)
      let index = try reporting { () throws(Diagnostic) in
        try scanner.index(bytes.span, from: section.rows.lowerBound, width: section.headers.count)
      }
      guard index.rowCount > 0 else { continue }
      let source = CellSource(bytes: bytes, index: index, file: file)
      if let part = try read(block, section, source, &report) { parts.append(part) }
    }
    if parts.isEmpty { throw .diagnostic(.noRows(file)) }
    return LoadedFile(name: file, table: nil, report: report, audience: parts)
  }

  private func read(
    _ block: Block, _ section: Section, _ source: CellSource, _ report: inout LoadReport
  ) throws(LoadFailure) -> AudiencePart? {
    let dimensions: [String]
    let columns: Range<Int>
    var rowLabels: CodedText?
    switch block {
    case .crossed(let first, let second):
      (dimensions, columns) = ([first, second], 1..<max(section.headers.count, 1))
      rowLabels = readText(source, column: 0)
    case .listed(let dimension): (dimensions, columns) = ([dimension], 0..<section.headers.count)
    }
    try refusePeople(in: Array(section.headers[columns]) + (rowLabels?.values ?? []), file: source.file)
    var cells: [(labels: [String?], share: Double)] = []
    for column in columns {
      let title = section.titles.last ?? ""
      let reader = NumberReader(header: title, factor: 1, isWhole: false)
      let numbers = try reporting { () throws(Diagnostic) in try reader.read(source, column: column) }
      let (values, validity) = numbers.decimals
      guard values.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
        throw .diagnostic(.noPeople(source.file, header: title))
      }
      for row in values.indices {
        guard validity[row] else {
          report.missingCells += 1
          continue
        }
        let code = rowLabels?.codes[row]
        let rowLabel = code == CodedText.missingCode ? nil : code.flatMap { rowLabels?.values[Int($0)] }
        cells.append(((rowLabels == nil ? [] : [rowLabel]) + [section.headers[column]], values[row]))
      }
    }
    let whole = cells.reduce(0) { $0 + $1.share }
    guard let factor = shareFactor(whole: whole, isMarked: false, isPercent: true) else {
      throw .diagnostic(.sharesBeyondWhole(source.file, header: section.titles.last ?? ""))
    }
    let rows = cells.map { Breakdown.Bucket($0.labels, share: $0.share * factor) }
    let headers = Dictionary(uniqueKeysWithValues: (dimensions + ["follower_share"]).map { ($0, $0) })
    return Breakdown(by: dimensions, of: "followers", .share, rows: rows)
      .map { AudiencePart(content: .people($0), headers: headers) }
  }

  /// - Throws: P303 where a label leads to a person.
  private func refusePeople(in labels: [String], file: String) throws(LoadFailure) {
    var shapes = PersonShapes()
    for label in labels { shapes.scan(Array(label.utf8).span) }
    if shapes.isAboutPeople { throw .refusal(PeopleFile.survey.refusal, file: file) }
  }
}

extension NumberValues {
  /// The numbers as decimals.
  fileprivate var decimals: ([Double], Validity) {
    switch self {
    case .integers(let values, let validity): (values.map(Double.init), validity)
    case .decimals(let values, let validity): (values, validity)
    }
  }
}
