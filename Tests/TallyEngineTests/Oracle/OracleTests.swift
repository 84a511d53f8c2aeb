import TallyEngine
import TallyLanguage
import TallyPlan
import Testing

@Suite("The engine answers as the naive evaluator does")
struct OracleTests {
  /// What comes of one query.
  private enum Outcome {
    case answered
    /// Both say that it is an error, or the language leaves it open.
    case refused
    case different(String)

    var difference: String? { if case .different(let text) = self { text } else { nil } }
  }

  /// What the engine and the naive evaluator make of one query.
  private func outcome(_ text: String, _ tables: NaiveTables, _ subject: EngineSubject) -> Outcome {
    guard let (query, source) = queryOf(text) else { return .different("does not parse") }
    let engine = subject.answer(query, source)
    do {
      let expected = try subject.naive(tables).answer(query) { source.text($0) }
      switch engine {
      case .success(let answer):
        return answer.matches(expected) ? .answered : .different("expected\n\(expected)\ngot\n\(answer)")
      case .failure(let failure): return .different("expected\n\(expected)\ngot \(failure.text)")
      }
    } catch {
      switch (error, engine) {
      case (.open, _): return .refused
      case (.wrong(let reason), .failure(let failure)):
        return failure.fits(reason)
          ? .refused : .different("expected another error (\(reason)), got \(failure.text)")
      case (.wrong(let reason), .success(let answer)):
        return .different("expected an error (\(reason)), got\n\(answer)")
      }
    }
  }

  /// Metrics, a group and a label of the creator's own.
  static func define(_ subject: inout EngineSubject) {
    for (name, text) in [("twice", "saves * 2"), ("ratio", "saves / likes")] {
      subject.definitions[name] = queryOf(text)?.query.items[0].expression
    }
    subject.conditions["evergreen"] = queryOf("videos where saves > median or likes > 4")?.query.condition
    subject.labels["mood"] = [("good", "saves > 6"), ("bad", "saves < 3"), ("plain", nil)].map {
      (label: String, condition: String?) in
      Definition.Case(
        label: Located(label, 0..<0),
        condition: condition.flatMap { queryOf("videos where \($0)")?.query.condition })
    }
  }

  @Test(
    "on random tables and random queries",
    arguments: [11, 12, 13, 14, 15, 16, 17, 18] as [UInt64])
  func random(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var answered = 0
    var refused = 0
    var failures = 0
    for table in 0..<50 {
      let tables = NaiveTables.random(&chance)
      var subject = try EngineSubject(tables)
      if table % 2 == 1 { subject.work = Work(pieceLength: 1) }
      Self.define(&subject)
      if chance.percent(15) { subject.clock.weekStart = 7 }
      if chance.percent(15), let day = tables.daily?.first?.day ?? tables.channel?.first?.day {
        subject.clock.asOf = chance.percent(70) ? day : day.advanced(by: chance.int(0...60))
      }
      var maker = QueryMaker(chance: Chance(seed: chance.next()), tables: tables)
      for _ in 0..<26 {
        var sketch = maker.query()
        var found: String
        switch outcome(sketch.text, tables, subject) {
        case .answered:
          answered += 1
          continue
        case .refused:
          refused += 1
          continue
        case .different(let difference): found = difference
        }
        while let smaller = sketch.smaller.first(where: {
          outcome($0.text, tables, subject).difference.map { $0 != "does not parse" } ?? false
        }) {
          sketch = smaller
          found = outcome(sketch.text, tables, subject).difference ?? found
        }
        failures += 1
        let files = tables.files.map { "\($0.name)\n\($0.text)" }.joined(separator: "\n")
        let clock = subject.clock
        Issue.record(
          """
          seed \(seed), week starts on \(clock.weekStart), as of \(clock.asOf?.description ?? "the last day")
          \(sketch.text)
          \(found)
          running totals by day: \(tables.dailyRunningTotals.sorted()), of the channel: \
          \(tables.channelRunningTotals.sorted())
          \(files)
          """)
        if failures >= 3 { return }
      }
    }
    #expect(answered + refused == 1300)
    #expect(answered > 800)
  }
}
