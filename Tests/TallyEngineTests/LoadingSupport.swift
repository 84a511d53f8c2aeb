import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The bytes of a fixture.
func fixture(_ path: String) -> SourceFile {
  let here = #filePath
  let tests = here.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
  var bytes: [UInt8] = []
  if let file = fopen(tests + "/Fixtures/formats/" + path, "rb") {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    fclose(file)
  }
  return SourceFile(name: path, bytes: bytes)
}

/// Pacific time over the fixtures' winter: UTC-8, with the ends of daylight saving in 2025 and its start in 2026.
let pacific = ZoneRules(
  name: "America/Los_Angeles", transitions: [1_741_514_400, 1_762_074_000, 1_772_964_000],
  offsets: [-28_800, -25_200, -28_800, -25_200])

/// Options that know one zone.
let options = LoadOptions(zone: { $0 == "America/Los_Angeles" ? pacific : nil })

func csv(_ text: String, _ name: String = "test.csv") -> SourceFile {
  SourceFile(name: name, bytes: Array(text.utf8))
}

/// What loading a text leads to.
enum Outcome {
  case table(FileTable, LoadReport)
  case diagnostic(Diagnostic)
  case refusal(Refusal)
  case notYet(Diagnostic)

  var code: String {
    switch self {
    case .table: "ok"
    case .diagnostic(let diagnostic), .notYet(let diagnostic): diagnostic.code
    case .refusal(let refusal): refusal.code.rawValue
    }
  }

  /// Code, line and column, as `F107 3:4`.
  var place: String {
    guard case .diagnostic(let diagnostic) = self, case .file(_, let line, let column) = diagnostic.place
    else { return code }
    return "\(code) \(line.map(String.init) ?? "-"):\(column.map(String.init) ?? "-")"
  }

  /// Everything that people could be shown.
  var text: String {
    switch self {
    case .table(_, let report): report.lines.joined(separator: "\n")
    case .diagnostic(let diagnostic), .notYet(let diagnostic):
      ([diagnostic.message, diagnostic.help ?? ""] + diagnostic.expected).joined(separator: "\n")
    case .refusal(let refusal):
      (refusal.words + [PeopleFile(refusal)?.reason ?? "", PeopleFile(refusal)?.instead ?? ""]).joined(
        separator: "\n")
    }
  }

  var table: FileTable? { if case .table(let table, _) = self { table } else { nil } }
  var report: LoadReport? { if case .table(_, let report) = self { report } else { nil } }
}

func outcome(_ file: SourceFile, as role: TableRole? = nil, _ options: LoadOptions = options) -> Outcome {
  do throws(LoadFailure) {
    let loaded = try read(file, as: role, options: options)
    if let why = loaded.notYet { return .notYet(why) }
    guard let table = loaded.table else { return .diagnostic(Diagnostic("none", "", at: .none)) }
    return .table(table, loaded.report)
  } catch {
    switch error {
    case .diagnostic(let diagnostic): return .diagnostic(diagnostic)
    case .refusal(let refusal, _): return .refusal(refusal)
    case .cancelled: return .diagnostic(Diagnostic("cancelled", "", at: .none))
    }
  }
}

extension FileTable {
  func column(_ name: String) -> Column? { columns.first { $0.description.name == name }?.values }
  func kind(_ name: String) -> ColumnKind? { columns.first { $0.description.name == name }?.description.kind }

  func integers(_ name: String) -> [Int64?] {
    guard case .integers(let values) = column(name) else { return [] }
    return (0..<rowCount).map { values[$0] }
  }

  func decimals(_ name: String) -> [Double?] {
    guard case .decimals(let values) = column(name) else { return [] }
    return (0..<rowCount).map { values[$0] }
  }

  func texts(_ name: String) -> [String?] {
    guard case .texts(let values) = column(name) else { return [] }
    return (0..<rowCount).map { values[$0] }
  }
}

/// Sums by the Monday of a week, the plain way, over videos with more than 1000 views.
func savesByWeek(_ loaded: Loaded) -> [String: Int64] {
  guard let videos = loaded.dataset.videos, case .instants(let posted) = videos.columns["posted"],
    case .integers(let views) = videos.columns["views"], case .integers(let saves) = videos.columns["saves"]
  else { return [:] }
  var weeks: [String: Int64] = [:]
  for row in 0..<videos.rowCount {
    guard posted.validity[row], let seen = views[row], seen > 1000, let saved = saves[row] else { continue }
    let day = Day(number: Int32(posted.seconds[row] / 86_400))
    weeks[CalendarUnit.week.start(of: day).description, default: 0] += saved
  }
  return weeks
}
