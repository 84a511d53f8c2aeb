import TallyPlan

/// The headers by which columns are judged, where the file writes them in another way.
///
/// A key such as `viewCount` is judged as `view_count`, and is shown, and answers in brackets, as the file has it.
struct HeadersAsWritten {
  private let written: [String: String]

  /// - Parameters:
  ///   - judged: the header of each column, as the reading of tables got it.
  ///   - written: the same, as the file has it.
  init(judged: [String], written: [String]) {
    self.written = Dictionary(
      zip(judged, written).filter { $0 != $1 }, uniquingKeysWith: { first, _ in first })
  }

  func of(_ header: String) -> String { written[header] ?? header }

  /// The report with the file's own headers.
  func restored(_ report: LoadReport) -> LoadReport {
    var report = report
    report.kept = report.kept.map {
      LoadReport.Kept(name: $0.name, header: of($0.header), kind: $0.kind, isCertain: $0.isCertain)
    }
    report.unknown = report.unknown.map(of)
    report.notLoaded = report.notLoaded.map(of)
    return report
  }

  /// The table with the file's own headers.
  func restored(_ table: FileTable) -> FileTable {
    FileTable(
      role: table.role, rowCount: table.rowCount, videos: table.videos, isNumbered: table.isNumbered,
      videoHeader: of(table.videoHeader), days: table.days, dateHeader: of(table.dateHeader),
      columns: table.columns.map { FileColumn(description: restored($0.description), values: $0.values) },
      videoWord: table.videoWord, platform: table.platform, linked: table.linked, lacks: table.lacks)
  }

  private func restored(_ column: CatalogColumn) -> CatalogColumn {
    CatalogColumn(
      handle: column.handle, header: of(column.header), kind: column.kind,
      isKindCertain: column.isKindCertain,
      unit: column.unit, type: column.type, samples: column.samples)
  }
}

/// A key in words where only these are known to Tally: `viewCount` as `view_count`; every other key as it is.
func inWords(_ key: String) -> String {
  guard StandardCatalog.column(named: plainName(key)) == nil else { return key }
  var words = String.UnicodeScalarView()
  for scalar in key.unicodeScalars {
    if "A"..."Z" ~= scalar { words.append("_") }
    words.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
  }
  return StandardCatalog.column(named: String(words)) == nil ? key : String(words)
}
