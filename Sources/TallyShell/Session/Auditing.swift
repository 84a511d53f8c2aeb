import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy

/// What an audit did with all breakdowns of some files.
struct Audit: Sendable {
  /// One for each breakdown that was judged.
  let reports: [AuditReport]
  /// How many were not opened beside one that overlaps.
  let overlapping: Int
  /// How many were not opened beside another day or period.
  let superseded: Int
  /// Whether hours of activity are open; no question adds any up.
  let hasHours: Bool

  var isPassed: Bool { reports.allSatisfy(\.isPassed) }
}

/// What an audit did with one breakdown, and what came of it.
struct AuditReport: Sendable {
  /// How many sentences of a kind were asked and answered, and the codes of those that were not.
  struct Asking: Sendable {
    var asked = 0
    var answered = 0
    var codes: Set<String> = []
  }

  /// As it is asked for: `followers by country`.
  let title: String
  /// Where it was read.
  let files: [String]
  let isOpen: Bool
  let verdict: AuditVerdict
  let askings: [AttackKind: Asking]
  /// Whether questions about a label end otherwise where the group is hidden, or absent, than where it is shown.
  let tellsLabels: Bool

  var isPassed: Bool { verdict.isPassed && !tellsLabels }
  var asked: Int { askings.values.reduce(0) { $0 + $1.asked } }
  var answered: Int { askings.values.reduce(0) { $0 + $1.answered } }
}

extension Session {
  /// Asks everything that can be asked of the audience, and finds out what the answers tell of groups that are not shown.
  ///
  /// - Parameter evidence: what the files say that the session has open.
  /// - Throws: `.cancelled`.
  func audit(
    _ evidence: [AudienceUnderAudit.Reading], isCancelled: @escaping @Sendable () -> Bool
  ) throws(Failure) -> Audit {
    let audience = AudienceUnderAudit(
      evidence, people: AudienceLedger(crowd: tables.policy.people),
      exposure: ExposureLedger(crowd: tables.policy.views))
    var attacker = self
    // No words of the user's own and no settings come between a sentence and its numbers.
    attacker.definitions = Definitions()
    attacker.settings.clock.asOf = nil
    attacker.evidence = nil
    var reports: [AuditReport] = []
    for table in audience.tables {
      var questioning = Questioning(attacker, table, beside: audience.tables)
      try questioning.askEverything(isCancelled: isCancelled)
      if isCancelled() { throw .cancelled }
      let files = tables.catalog.tables.first { $0.role == .audience && $0.isOf(table) }?.files ?? []
      reports.append(
        AuditReport(
          title: table.title, files: files, isOpen: table.isOpen,
          verdict: audience.verdict(on: table, answers: questioning.answers), askings: questioning.askings,
          tellsLabels: questioning.tellsLabels))
    }
    return Audit(
      reports: reports, overlapping: audience.overlapping, superseded: audience.superseded,
      hasHours: tables.catalog.tables.contains(where: \.groupsOverlap))
  }

  /// Reads the files of the session again, in the order in which they were loaded, and audits what it has open.
  ///
  /// The session keeps nothing of an audience that is not protected, so only the files can say what is hidden.
  /// - Returns: nil where the files do not say what the session has open: changed since, or read from a pipe.
  /// - Throws: F codes where a file is not there any more; `.cancelled`.
  func auditAgain(isCancelled: @escaping @Sendable () -> Bool) throws(Failure) -> Audit? {
    var again = Session(isBatch: isBatch, files: files)
    again.settings = settings
    again.tables.declarations = tables.declarations
    _ = again.tables.raise(to: tables.policy)
    again.evidence = []
    for load in tables.loads {
      let paths = load.paths.compactMap { $0 }
      guard paths.count == load.paths.count else { return nil }
      _ = try again.load(Array(paths.inOrderOnce), as: load.role)
    }
    guard again.tables.audienceDigests.map(\.sha256) == tables.audienceDigests.map(\.sha256) else {
      return nil
    }
    return try audit(again.evidence ?? [], isCancelled: isCancelled)
  }
}

extension [String] {
  /// Each once, where it stands first.
  fileprivate var inOrderOnce: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

/// The asking of all that can be asked about one breakdown, by the route of every other question.
private struct Questioning {
  private var session: Session
  private let table: AuditedTable
  private let others: [AuditedTable]
  private let years: [Int]
  private(set) var answers: [SeenAnswer] = []
  private(set) var askings: [AttackKind: AuditReport.Asking] = [:]
  /// How questions of a form ended: by their codes.
  private var endings: [String: Set<String>] = [:]
  var tellsLabels: Bool { endings.values.contains { $0.count > 1 } }

  init(_ session: Session, _ table: AuditedTable, beside all: [AuditedTable]) {
    self.session = session
    self.table = table
    others = all.filter { $0.dimensions != table.dimensions || $0.names != table.names }
    let days = session.tables.catalog.tables.first { $0.role == .audience && $0.isOf(table) }?.days
    years = Set([days?.lowerBound, days?.upperBound].compactMap { $0?.civil.year }).sorted()
  }

  mutating func askEverything(isCancelled: @escaping @Sendable () -> Bool) throws(Failure) {
    for number in table.names {
      let questions = AuditQuestions(
        number: number, dimensions: table.dimensions, labels: table.labelsByDimension,
        others: others.flatMap { other in other.dimensions.map { (other.names[0], $0) } },
        companions: table.names.filter { $0 != number }, years: years, crowd: table.crowd)
      for question in questions.first { ask(question, of: number) }
      let shown = answers.first { $0.number == number }
      let all = questions.further(shown: shown?.someValues ?? [], rows: shown?.rowCount ?? 2)
      for question in all {
        if isCancelled() { throw .cancelled }
        ask(question, of: number)
      }
    }
  }

  private mutating func ask(_ question: AuditQuestion, of number: String) {
    var given: [Answer] = []
    let failure = Script(SourceText(question.text, name: "audit")).run(in: &session, isCancelled: { false }) {
      reply, _ in
      switch reply {
      case .answer(let answer): given.append(answer)
      case .beside(let answers, _): given += answers
      case .listing, .lines, .said, .loaded, .wrote, .done: break
      }
    } failed: { _, _ in
    }
    var asking = askings[question.attack] ?? AuditReport.Asking()
    asking.asked += 1
    if let failure { asking.codes.insert(failure.code) } else { asking.answered += 1 }
    askings[question.attack] = asking
    if let form = question.form { endings[form, default: []].insert(failure?.code ?? "answered") }
    for answer in given where answer.sources.allSatisfy({ $0.isBreakdown(by: table.dimensions, of: number) })
    {
      answers += answer.released.seen(number, asked: question, of: table.dimensions)
    }
  }
}

extension AuditedTable {
  /// The numbers that are asked for; of a withheld one those that it might have.
  fileprivate var names: [String] {
    if !isOpen { return [isExposure ? "views" : "followers"] }
    return counted
  }

  fileprivate var title: String { "\(names[0]) by \(dimensions.joined(separator: ", "))" }

  /// Different labels of each dimension, those of missing ones left out.
  fileprivate var labelsByDimension: [[String]] {
    dimensions.indices.map { place in Set(labels.compactMap { $0[place] }).sorted() }
  }
}

extension CatalogTable {
  /// Whether it is the open table of a breakdown.
  fileprivate func isOf(_ table: AuditedTable) -> Bool {
    let dimensions = columns.filter { $0.handle.meaning == .audienceDimension }.map(\.name).sorted()
    return table.isOpen && dimensions == table.dimensions
      && table.counted.allSatisfy { column(named: $0) != nil }
  }
}

extension Source {
  /// Whether it is the open table with just these dimensions, and the number.
  fileprivate func isBreakdown(by dimensions: [String], of number: String) -> Bool {
    role == .audience && breakdown.contains(number) && dimensions.allSatisfy(breakdown.contains)
  }
}
