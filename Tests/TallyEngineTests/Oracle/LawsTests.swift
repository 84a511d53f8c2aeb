import TallyLanguage
import Testing

@Suite("Laws that every answer keeps")
struct LawsTests {
  private func answer(_ text: String, _ subject: EngineSubject) -> NaiveAnswer? {
    guard let (query, source) = queryOf(text) else { return nil }
    return try? subject.answer(query, source).get()
  }

  private func number(_ text: String, _ subject: EngineSubject) -> Int64? {
    guard case .number(.whole(let value))? = answer(text, subject)?.rows.first?.last else { return nil }
    return value
  }

  @Test(
    "conditions commute, a condition and its complement make all, and groups add up",
    arguments: [21, 22] as [UInt64])
  func laws(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var held = 0
    for _ in 0..<30 {
      let tables = NaiveTables.random(&chance)
      let subject = try EngineSubject(tables)
      var maker = QueryMaker(chance: Chance(seed: chance.next()), tables: tables)
      for _ in 0..<8 {
        let (a, b) = (maker.test(), maker.test())
        guard let one = answer("videos where (\(a)) and (\(b)) by video", subject),
          let whole = number("videos", subject)
        else { continue }
        let files = tables.files.map(\.text).joined(separator: "\n")
        let other = answer("videos by video where (\(b)) and (\(a))", subject)
        #expect(other?.matches(one) == true, "seed \(seed)\n\(a) / \(b)\n\(files)")
        let kept = try #require(number("videos where \(a)", subject))
        let left = try #require(number("videos where not \(a)", subject))
        #expect(kept + left == whole, "seed \(seed)\n\(a)\n\(files)")
        if let grouped = answer("videos by format", subject) {
          let sum = grouped.rows.reduce(Int64(0)) { sum, row in
            guard case .number(.whole(let value))? = row.last else { return sum }
            return sum + value
          }
          #expect(sum == whole, "seed \(seed)\n\(files)")
        }
        held += 1
      }
    }
    #expect(held > 50)
  }
}
