import TallyLanguage
import TallyPlan
import Testing

/// Every kind of column with every modifier under every clause.
///
/// Each is answered rightly, or is an error that teaches.
@Suite("Every kind with every modifier and clause")
struct MatrixTests {
  static let kinds: [(kind: String, text: String)] = [
    ("counter", "saves"), ("running total", "likes"), ("snapshot", "followers"),
    ("snapshot of videos", "subscribers"), ("rate", "average_watch_time"), ("ratio", "save_rate"),
    ("unique", "reach"), ("number of videos", "videos"), ("attribute", "format"), ("tags", "hashtag"),
    ("date", "[posted]"), ("id", "[video]"),
  ]

  /// `X` is the kind; what stands behind `|` is a clause of its own.
  static let modifiers: [String] = [
    "X", "views / X", "X / views", "X per 1000 views", "X + views", "average X per video",
    "median X per video",
    "average X per day", "highest X per week", "running X", "rolling 7 days X", "X within 7 days",
    "X|with share", "X|with total", "X|with others", "X|with coverage", "X|vs previous", "X|vs year ago",
    "X|missing as zero", "X|missing as previous",
  ]

  static let clauses: [String] = [
    "", "by day", "by week", "by month", "by video", "by video, day", "by format", "by hashtag",
    "by week posted", "by week since posted", "by length every 30", "where views > 100", "where X > median",
    "during 2026-01", "by format during this month", "by week having X is not missing",
    "by video sort by X top 3", "by week, format top 1 per week",
  ]

  static let all = NaiveTables(
    videos: """
      video,posted,format,hashtags,length,views,saves,likes,average_watch_time,reach
      a,2025-12-20,reel,#cook #easy,20,1000,10,40,8.5,700
      b,2025-12-31,short,#cook,44,400,,31,4,380
      c,2026-01-08,reel,,75,100,6,,12,90
      d,2026-01-08,short,#easy,31,0,-1,3,,0
      e,,,#cook,,200,4,9,6,150
      """,
    daily: """
      video,date,views,saves,likes,average_watch_time,reach,subscribers
      a,2025-12-18,5,1,2,3,4,100
      a,2025-12-20,100,2,10,8,80,101
      a,2025-12-27,200,4,,9,150,
      a,2026-01-01,300,,40,8,210,103
      a,2026-01-15,20,0,39,2,18,103
      b,2025-12-31,80,3,12,4,75,50
      b,2026-01-01,0,0,12,,0,50
      b,2026-01-06,120,1,20,5,100,52
      c,2026-01-08,10,8,4,12,9,10
      c,2026-01-09,,5,7,11,,11
      c,2026-01-15,40,-2,9,10,33,12
      d,2026-01-12,60,2,1,,55,
      e,2026-01-14,30,1,5,6,28,7
      x,2026-01-16,7,5,90,1.5,6,1
      """,
    channel: """
      date,followers,views,saves,likes,average_watch_time,reach
      2025-12-15,1000,100,3,5,6,90
      2025-12-20,1010,140,,9,7,120
      2025-12-31,,90,4,15,8,85
      2026-01-01,1005,310,2,16,,290
      2026-01-08,1020,20,-1,18,9,19
      2026-01-16,1018,50,6,30,5,44
      """)

  /// What an export of lifetime totals has.
  static var lifetime: NaiveTables {
    var tables = all
    tables.daily = nil
    tables.channel = nil
    return tables
  }

  /// Days without a list of videos.
  static var days: NaiveTables {
    var tables = all
    tables.videos = nil
    return tables
  }

  static func query(_ kind: String, _ modifier: String, _ clause: String) -> String {
    let parts = modifier.split(separator: "|")
    var text = "\(parts[0]) \(clause)"
    if parts.count > 1 {
      if parts[1] == "with others", !clause.contains("top"), clause.contains("by ") { text += " top 2" }
      text += " " + parts[1]
    }
    return String(text.map { $0 == "X" ? kind : String($0) }.joined())
  }

  /// What is wrong with the answer to a query; nil where it is as it should be.
  static func fault(_ text: String, _ tables: NaiveTables, _ subject: EngineSubject) -> String? {
    let source = SourceText(text, name: "test")
    switch parse(source).first {
    case nil: return "nothing"
    case .refusal: return nil
    case .diagnostic(let finding):
      // The parser knows no catalog, so its offers need only be sentences.
      return fault([finding.code], finding.rewrites, nil)
    case .statement(.question(let question), _)?:
      guard case .report(let queries) = question.body, let query = queries.first else { return "no query" }
      let engine = subject.answer(query, source)
      if case .failure(let failure) = engine, let fault = fault(failure.codes, failure.rewrites, subject) {
        return fault
      }
      do {
        let expected = try subject.naive(tables).answer(query) { source.text($0) }
        switch engine {
        case .success(let answer):
          return answer.matches(expected) ? nil : "expected\n\(expected)\ngot\n\(answer)"
        case .failure(let failure): return "expected\n\(expected)\ngot \(failure.text)"
        }
      } catch {
        guard case .wrong(let reason) = error else { return nil }
        switch engine {
        case .success(let answer): return "expected an error (\(reason)), got\n\(answer)"
        case .failure(let failure):
          return failure.fits(reason) ? nil : "expected another error (\(reason)), got \(failure.text)"
        }
      }
    case .statement: return "another statement"
    }
  }

  /// An error has a code about the language or its meaning, and what it offers instead can be asked.
  private static func fault(_ codes: [String], _ rewrites: [String], _ subject: EngineSubject?) -> String? {
    guard let code = codes.first, code != "Q900", let family = code.first, "MCQSP".contains(family) else {
      return "codes \(codes)"
    }
    for rewrite in rewrites {
      guard let (query, source) = queryOf(rewrite) else { return "\(code) offers `\(rewrite)`: no query" }
      if case .failure(let failure)? = subject?.answer(query, source) {
        return "\(code) offers `\(rewrite)`: \(failure.text)"
      }
    }
    return nil
  }

  @Test("is answered, or is an error that offers what can be answered", arguments: [0, 1, 2])
  func cells(index: Int) throws {
    var tables = [Self.all, Self.lifetime, Self.days][index]
    tables.dailyRunningTotals = ["likes"]
    tables.channelRunningTotals = ["likes"]
    let subject = try EngineSubject(tables)
    var cells = 0
    var faults: [String] = []
    for (_, kind) in Self.kinds {
      for modifier in Self.modifiers {
        for clause in Self.clauses {
          cells += 1
          let text = Self.query(kind, modifier, clause)
          if let fault = Self.fault(text, tables, subject) { faults.append("\(text)\n\(fault)") }
        }
      }
    }
    #expect(cells == 12 * 20 * 18)
    #expect(faults.isEmpty, "\(faults.count) cells\n\(faults.prefix(40).joined(separator: "\n\n"))")
  }
}
