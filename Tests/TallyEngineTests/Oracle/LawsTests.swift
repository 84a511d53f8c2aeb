import TallyEngine
import TallyLanguage
import TallyPlan
import Testing

@Suite("Laws that every answer keeps")
struct LawsTests {
  private func answer(_ text: String, _ subject: EngineSubject) -> NaiveAnswer? {
    guard let (query, source) = queryOf(text) else { return nil }
    return try? subject.answer(query, source).get()
  }

  /// The answer, or the codes of what is wrong with the question.
  private func outcome(_ text: String, _ subject: EngineSubject) -> String {
    guard let (query, source) = queryOf(text) else { return "does not parse" }
    switch subject.answer(query, source) {
    case .success(let answer): return answer.description
    case .failure(let failure): return failure.codes.sorted().joined(separator: " ")
    }
  }

  private func number(_ text: String, _ subject: EngineSubject) -> Int64? {
    guard case .number(.whole(let value))? = answer(text, subject)?.rows.first?.last else { return nil }
    return value
  }

  /// The sum of the last column over rows of a kind; missing is nothing.
  private func sum(_ answer: NaiveAnswer, _ kind: String) -> Int64 {
    zip(answer.kinds, answer.rows).reduce(0) { sum, row in
      guard row.0 == kind, case .number(.whole(let value))? = row.1.last else { return sum }
      return sum + value
    }
  }

  @Test(
    "conditions commute, a condition and its complement make all, and groups add up",
    arguments: [21, 22] as [UInt64])
  func laws(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var held = 0
    for _ in 0..<30 {
      let tables = NaiveTables.random(&chance)
      var subject = try EngineSubject(tables)
      OracleTests.define(&subject)
      var maker = QueryMaker(chance: Chance(seed: chance.next()), tables: tables)
      for _ in 0..<8 {
        let (a, b) = (maker.test(), maker.test())
        guard let one = answer("videos where (\(a)) and (\(b)) by video", subject),
          let whole = number("videos", subject)
        else { continue }
        let files = tables.files.map(\.text).joined(separator: "\n")
        let other = answer("videos by video where (\(b)) and (\(a))", subject)
        #expect(other?.matches(one) == true, "seed \(seed)\n\(a) / \(b)\n\(files)")
        if !a.contains("surface") {
          let kept = try #require(number("videos where \(a)", subject))
          let left = try #require(number("videos where not \(a)", subject))
          #expect(kept + left == whole, "seed \(seed)\n\(a)\n\(files)")
        }
        for group in ["format", "mood", "video", "length every 20", "month posted"] {
          guard let grouped = answer("videos by \(group)", subject) else { continue }
          #expect(sum(grouped, "data") == whole, "seed \(seed)\n\(group)\n\(files)")
        }
        held += 1
      }
      // What picks rows of days parts what they count, not the videos.
      let condition = "surface = \"feed\""
      if let total = number("likes where surface is missing or surface is not missing", subject) {
        let kept = number("likes where \(condition)", subject) ?? 0
        let left = number("likes where not \(condition)", subject) ?? 0
        #expect(kept + left == total)
      }
      if let kept = number("videos where evergreen", subject) {
        let left = try #require(number("videos where not evergreen", subject))
        #expect(kept + left == number("videos", subject))
      }
    }
    #expect(held > 50)
  }

  @Test("the rows of a counter add up to its total, except where a video is in several groups")
  func totals() throws {
    var chance = Chance(seed: 23)
    var held = 0
    var overlapping = 0
    for _ in 0..<40 {
      let tables = NaiveTables.random(&chance)
      var subject = try EngineSubject(tables)
      OracleTests.define(&subject)
      for metric in ["views", "saves", "likes"] {
        for group in ["video", "format", "week posted", "mood", "day", "week", "year", "week since posted"] {
          guard let grouped = answer("\(metric) by \(group) with total", subject) else { continue }
          #expect(sum(grouped, "data") == sum(grouped, "total"), "\(metric) by \(group)")
          held += 1
        }
        guard let tagged = answer("\(metric) by hashtag with total", subject),
          let videos = answer("\(metric) by video with total", subject)
        else { continue }
        #expect(sum(tagged, "total") == sum(videos, "total"))
        if sum(tagged, "data") != sum(tagged, "total") { overlapping += 1 }
      }
    }
    #expect(held > 300 && overlapping > 20)
  }

  @Test(
    "the order of clauses changes nothing, and the same question has the same answer", arguments: [24, 25])
  func order(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var answered = 0
    for _ in 0..<40 {
      let tables = NaiveTables.random(&chance)
      var subject = try EngineSubject(tables)
      OracleTests.define(&subject)
      var maker = QueryMaker(chance: Chance(seed: chance.next()), tables: tables)
      for _ in 0..<10 {
        var sketch = maker.query()
        let first = outcome(sketch.text, subject)
        #expect(outcome(sketch.text, subject) == first)
        let text = sketch.text
        sketch.clauses.reverse()
        #expect(outcome(sketch.text, subject) == first, "seed \(seed)\n\(text)")
        sketch.clauses.shuffle(using: &chance)
        #expect(outcome(sketch.text, subject) == first, "seed \(seed)\n\(text)")
        if first.contains(": ") { answered += 1 }
      }
    }
    #expect(answered > 200)
  }

  @Test("an answer by video, written to a file and loaded, gives the same answer again")
  func again() throws {
    var chance = Chance(seed: 26)
    var held = 0
    for _ in 0..<40 {
      let tables = NaiveTables.random(&chance)
      let subject = try EngineSubject(tables)
      for metric in ["views", "saves", "likes"] {
        guard let first = answer("\(metric) by video", subject) else { continue }
        let text = ([first.columns] + first.rows.map { $0.map(Self.written) })
          .map { $0.joined(separator: ",") + "\n" }.joined()
        let options = LoadOptions(zone: { _ in nil })
        let file = try read(
          SourceFile(name: "again.csv", bytes: Array(text.utf8)), as: .videos, options: options)
        let again = EngineSubject(loaded: try assemble([file]))
        #expect(answer("\(metric) by video", again)?.description == first.description)
        #expect(number("\(metric)", again) == number("\(metric) where video != \"\"", subject))
        held += 1
      }
    }
    #expect(held > 60)
  }

  private static func written(_ cell: NaiveCell) -> String {
    switch cell {
    case .missing: ""
    case .text(let text): text
    case .number(.whole(let value)): "\(value)"
    case .number(.real(let value)): "\(value)"
    case .day(let day): "\(day)"
    }
  }
}
