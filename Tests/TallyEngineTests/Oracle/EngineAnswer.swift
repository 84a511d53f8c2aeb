import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Loaded files that the engine answers questions about.
struct EngineSubject {
  let loaded: Loaded
  var definitions: [String: Expression] = [:]
  var conditions: [String: Condition] = [:]
  var labels: [String: [Definition.Case]] = [:]
  var clock = ClockSettings()
  /// How loops are run, so that what only long tables need is met on short ones.
  var work = Work()

  init(loaded: Loaded) { self.loaded = loaded }

  /// Loads files.
  ///
  /// Kinds of counts by day are declared, since small random ones may look like running totals or not.
  init(
    _ files: [(name: String, text: String)], dailyTotals: Set<String> = [], channelTotals: Set<String> = []
  ) throws {
    let counts = ["views", "saves", "likes", "comments", "shares", "profile_views"]
    let declarations = counts.flatMap { column in
      [(TableRole.daily, dailyTotals), (.channel, channelTotals)].map { role, totals in
        LoadOptions.Declaration(
          column: column, role: role, kind: totals.contains(column) ? .runningTotal : .counter)
      }
    }
    let options = LoadOptions(declarations: declarations, zone: { _ in nil })
    loaded = try assemble(
      files.map {
        try read(SourceFile(name: $0.name, bytes: Array($0.text.utf8)), as: nil, options: options)
      })
  }

  /// The answer, or the codes of what was found wrong.
  func answer(_ query: Query, _ source: SourceText) -> Result<NaiveAnswer, EngineFailure> {
    var known = Definitions()
    for (name, expression) in definitions { known.define(metric: name, as: expression) }
    for (name, condition) in conditions { known.define(group: name, as: condition) }
    for (name, cases) in labels { known.define(label: name, as: cases) }
    let context = AnalysisContext(
      catalog: loaded.catalog, definitions: known, clock: clock, source: source, minVideos: 5)
    do {
      let plan = try analyze(query, in: context)
      return .success(NaiveAnswer(try evaluate(plan, over: loaded.dataset, work: work)))
    } catch let failure as AnalysisFailure {
      switch failure {
      case .diagnostics(let findings): return .failure(EngineFailure(findings))
      case .unbounded(let finding, let bounds):
        do {
          _ = try evaluate(bounds, over: loaded.dataset)
          return .failure(EngineFailure([finding]))
        } catch {
          return .failure(EngineFailure(text: "no bounds: \(error)", codes: []))
        }
      case .refusal(let refused):
        return .failure(EngineFailure(text: "refused", codes: [refused.refusal.code.rawValue]))
      }
    } catch {
      return .failure(EngineFailure(text: "\(error)", codes: []))
    }
  }
}

struct EngineFailure: Error {
  let text: String
  /// Of each finding; none where something else went wrong.
  var codes: [String]
  var rewrites: [String] = []
}

extension EngineFailure {
  /// Whether it is the error that the language says, where that has a code.
  func fits(_ reason: String) -> Bool {
    let code = String(reason.prefix(4))
    return code.firstMatch(of: /[A-Z][0-9]{3}/) == nil || codes.contains(code)
  }

  init(_ findings: [Diagnostic]) {
    self.init(
      text: findings.map { "\($0.code) \($0.message)" }.joined(separator: "; "),
      codes: findings.map(\.code), rewrites: findings.flatMap(\.rewrites))
  }
}

extension EngineSubject {
  /// The tables of the naive evaluator, loaded.
  init(_ tables: NaiveTables) throws {
    try self.init(
      tables.files, dailyTotals: tables.dailyRunningTotals, channelTotals: tables.channelRunningTotals)
  }

  /// The same definitions and clock for the naive evaluator.
  func naive(_ tables: NaiveTables) -> NaiveEvaluator {
    NaiveEvaluator(
      tables: tables, definitions: definitions, conditions: conditions, labels: labels, asOf: clock.asOf,
      weekStart: clock.weekStart)
  }
}

/// The query of a text; nil where it is none.
func queryOf(_ text: String) -> (query: Query, source: SourceText)? {
  let source = SourceText(text, name: "test")
  guard case .statement(.question(let question), _)? = parse(source).first,
    case .report(let queries) = question.body,
    let query = queries.first
  else { return nil }
  return (query, source)
}

extension NaiveAnswer {
  init(_ table: ResultTable) {
    columns = table.columns.map(\.name)
    kinds = table.rows.map(\.rawValue)
    rows = table.rows.indices.map { row in
      table.columns.map { column in
        switch column.cells {
        case .texts(let cells): cells[row].map { .text($0) } ?? .missing
        case .integers(let cells): cells[row].map { .number(.whole($0)) } ?? .missing
        case .decimals(let cells): cells[row].map { .number(.real($0)) } ?? .missing
        case .days(let cells): cells[row].map { .day($0) } ?? .missing
        }
      }
    }
  }
}
