import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy

func handle(of header: String) -> ColumnHandle? {
  let candidate = ColumnCandidate(
    table: "videos", name: "format", header: header, meaning: .content, standing: .known)
  guard case .admitted(let handle) = admit(candidate) else { return nil }
  return handle
}

func refusal(at span: Range<Int>, typed: String) -> Refusal {
  Refusal(.demographicsOfActors, at: span, naming: [typed])
}

func opened(_ rows: [Breakdown.Bucket]) -> ProtectedTable? {
  guard let breakdown = Breakdown(by: ["country"], of: "followers", .count, rows: rows) else { return nil }
  var ledger = AudienceLedger()
  guard case .opened(let table) = ledger.open([breakdown]).first else { return nil }
  return table
}

func shown(_ rows: [Exposure.Bucket]) -> Exposure? {
  Exposure(by: ["country"], counted: ["views"], hasWatchTime: false, rows: rows)
}

func planned(_ query: Query, in context: AnalysisContext) -> Plan? { try? analyze(query, in: context) }

func shown(_ table: ResultTable) -> Released<ResultTable>? { try? release(table) }
