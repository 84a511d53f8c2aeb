import TallyLanguage
import TallyPlan
import TallyPrivacy

/// A file of which it is found out what becomes of its parts.
struct FileBeingTold {
  private let file: LoadedFile
  var report: LoadReport
  /// Why parts of it were not opened.
  private(set) var closed: [Diagnostic] = []
  /// How many snapshots of earlier months are kept beside the newest one.
  var earlierMonths = 0
  /// How many are not, because other groups would have to be shown in them.
  var unlikeMonths = 0
  /// To multiples of how many people earlier months are rounded down.
  var step: Int64?

  init(_ file: LoadedFile) {
    self.file = file
    report = file.table == nil ? file.report : LoadReport(file: file.name)
  }

  /// Whether nothing of it was opened because of other files.
  var isClosed: Bool {
    if file.table != nil { return false }
    return file.notYet != nil || (!file.audience.isEmpty && closed.count == file.audience.count)
  }

  mutating func repeats(_ rows: Int?) {
    if report.rows == 0 { report.rows = rows ?? 0 }
    report.add("is open already")
  }

  mutating func close(_ part: AudiencePart, _ why: Diagnostic) {
    closed.append(why)
    if file.audience.count > 1 || file.table != nil {
      report.noteClosed(part, why)
    }
  }

  /// The file with the report of what became of it; of one that has a table too, the notes about its audience only.
  var result: LoadedFile {
    if let why = closed.last, isClosed { return .notYet(file.name, why) }
    var report = report
    report.noteEarlierMonths(kept: earlierMonths, step: step ?? 1, leftOut: unlikeMonths)
    return LoadedFile(name: file.name, table: file.table, report: report, notYet: file.notYet)
  }
}

extension LoadReport {
  /// What was opened; of the groups that are counted together one thing is told, whatever the reason.
  mutating func describe(_ table: ProtectedTable, _ headers: [String: String]) {
    describe(
      table.dimensions + [table.counted, table.share].compactMap { $0 }, headers, kind: .snapshot,
      rows: table.rows.count)
    if table.isApproximate { notes.append("followers are worked out from the shares (≈)") }
    describe(leftOut: table.leftOut, isFolded: table.isFolded)
  }

  mutating func describe(_ table: ProtectedExposure, _ headers: [String: String]) {
    describe(
      table.dimensions + table.counted + [table.watchTime].compactMap { $0 }, headers, kind: .counter,
      rows: table.rows.count)
    if headers["watch_time"] != nil, table.watchTime == nil, table.isFolded {
      notes.append("not kept, as small groups have too little of it: watch_time")
    }
    describe(leftOut: table.leftOut, isFolded: table.isFolded)
  }

  mutating func describe(_ table: ProtectedHours, _ headers: [String: String]) {
    describe([table.hour, table.counted], headers, kind: .snapshot, rows: table.rows.count)
    if table.leavesOut { notes.append("left out (P401): hours with too few active followers to be shown") }
  }

  private mutating func describe(
    _ columns: [ColumnHandle], _ headers: [String: String], kind: ColumnKind, rows: Int
  ) {
    self.rows = max(self.rows, rows)
    for handle in columns
    where headers[handle.name] != nil && !kept.contains(where: { $0.name == handle.name }) {
      kept.append(
        Kept(
          name: handle.name, header: headers[handle.name] ?? handle.name,
          kind: handle.meaning == .audienceDimension ? .attribute : kind, isCertain: true))
    }
  }

  mutating func noteEarlierMonths(kept: Int, step: Int64, leftOut: Int) {
    func told(_ count: Int) -> String { "\(count) earlier \(count == 1 ? "month" : "months")" }
    if kept > 0 { add("\(told(kept)) kept, in numbers rounded down to multiples of \(step)") }
    if leftOut > 0 {
      add("\(told(leftOut)) not kept: the groups that are shown now could not be shown just so then")
    }
  }

  private mutating func describe(leftOut: [[String?]], isFolded: Bool) {
    if !leftOut.isEmpty {
      let groups = leftOut.map { $0.map { $0 ?? "–" }.joined(separator: " ") }
      add("left out, being the sum of other groups: \(groups.joined(separator: ", "))")
    }
    if isFolded {
      add("counted together as \(ProtectedTable.foldedLabel) (P401, P402): small groups, and what hides them")
    }
  }
}
