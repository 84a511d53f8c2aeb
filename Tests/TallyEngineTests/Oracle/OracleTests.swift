import TallyLanguage
import TallyPlan
import Testing

@Suite("The engine answers as the naive evaluator does")
struct OracleTests {
  /// What the engine and the naive evaluator make of one query; nil where they agree.
  private func difference(_ text: String, _ tables: NaiveTables, _ subject: EngineSubject) -> String? {
    guard let (query, source) = queryOf(text) else { return "does not parse" }
    var naive = NaiveEvaluator(tables: tables, definitions: subject.definitions)
    naive.asOf = subject.clock.asOf
    naive.weekStart = subject.clock.weekStart
    let engine = subject.answer(query, source)
    do {
      let expected = try naive.answer(query) { source.text($0) }
      switch engine {
      case .success(let answer):
        return answer.matches(expected) ? nil : "expected\n\(expected)\ngot\n\(answer)"
      case .failure(let failure): return "expected\n\(expected)\ngot \(failure.text)"
      }
    } catch {
      switch (error, engine) {
      case (.open, _), (.wrong, .failure): return nil
      case (.wrong(let reason), .success(let answer)): return "expected an error (\(reason)), got\n\(answer)"
      }
    }
  }

  @Test("on random tables and random queries", arguments: [11, 12, 13, 14] as [UInt64])
  func random(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var agreed = 0
    var answered = 0
    var failures = 0
    for _ in 0..<40 {
      let tables = NaiveTables.random(&chance)
      var subject = try EngineSubject(tables.files)
      for (name, text) in [("twice", "saves * 2"), ("ratio", "saves / likes")] {
        subject.definitions[name] = queryOf(text)?.query.items[0].expression
      }
      if chance.percent(15) { subject.clock.weekStart = 7 }
      var maker = QueryMaker(chance: Chance(seed: chance.next()), tables: tables)
      for _ in 0..<25 {
        var sketch = maker.query()
        guard var found = difference(sketch.text, tables, subject) else {
          agreed += 1
          if let (query, source) = queryOf(sketch.text), case .success = subject.answer(query, source) {
            answered += 1
          }
          continue
        }
        while let smaller = sketch.smaller.first(where: {
          difference($0.text, tables, subject).map { $0 != "does not parse" } ?? false
        }) {
          sketch = smaller
          found = difference(sketch.text, tables, subject) ?? found
        }
        failures += 1
        let files = tables.files.map { "\($0.name)\n\($0.text)" }.joined(separator: "\n")
        Issue.record(
          "seed \(seed), week starts on \(subject.clock.weekStart)\n\(sketch.text)\n\(found)\n\(files)")
        if failures >= 3 { return }
      }
    }
    #expect(agreed == 1000)
    #expect(answered > 450)
  }
}
