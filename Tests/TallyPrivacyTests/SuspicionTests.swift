import TallyLanguage
import TallyPrivacy
import Testing

/// Statements that are none of the language, read once more.
struct SuspicionTests {
  private func refusal(_ phrase: String) -> Refusal? {
    for parsed in parse(SourceText(phrase, name: "test")) {
      if case .refusal(let refused) = parsed { return refused.refusal }
    }
    return nil
  }

  @Test("a question about people in other words is told apart from a mistake", arguments: corpus("suspected"))
  func refuses(row: CorpusRow) throws {
    let refusal = try #require(self.refusal(row.phrase))
    #expect(refusal.code.rawValue == row.category)
    #expect(!refusal.span.isEmpty && refusal.span.upperBound <= row.phrase.utf8.count)
  }

  @Test("an honest sentence, or mistake, is none", arguments: corpus("not-suspected"))
  func allows(row: CorpusRow) {
    let refusal = self.refusal(row.phrase)
    #expect(refusal == nil, "\(refusal?.code.rawValue ?? "")")
  }

  @Test("a name that nothing loaded has is told apart by its place", arguments: corpus("suspected-names"))
  func refusesNames(row: CorpusRow) throws {
    let parts = row.category.split(separator: " ")
    let place: NamePlace = parts[0] == "group" ? .group : parts[0] == "condition" ? .condition : .item
    let refusal = suspect(name: row.phrase, at: 10..<14, in: place, countsActions: true)
    #expect(try #require(refusal).code.rawValue == parts[1])
  }

  @Test("a name that nothing loaded has is read in its place")
  func names() {
    func code(_ name: String, _ place: NamePlace, countsActions: Bool = true) -> RefusalCode? {
      suspect(name: name, at: 10..<14, in: place, countsActions: countsActions)?.code
    }
    #expect(code("usre", .group) == .breakdownByPerson)
    #expect(code("nutzer", .group) == .breakdownByPerson)
    #expect(code("us3r", .group) == .breakdownByPerson)
    #expect(code("religion", .group) == .demographicsOfActors)
    #expect(code("religion", .group, countsActions: false) == nil)
    #expect(code("nutzer", .condition) == .filterToPerson)
    #expect(code("usre", .item) == .listOfPeople)
    #expect(code("formt", .group) == nil)
    #expect(code("mood", .condition) == nil)
    #expect(code("savess", .item) == nil)
    #expect(suspect(name: "usre", at: 10..<14, in: .group, countsActions: true)?.span == 10..<14)
    #expect(suspect(header: "User zuzka", at: 0..<4, in: .group)?.code == .breakdownByPerson)
    #expect(suspect(header: "e-mail of zuzka", at: 0..<4, in: .condition) == nil)
    #expect(suspect(header: "zuzka's username", at: 0..<4, in: .condition)?.code == .filterToPerson)
    #expect(suspect(header: "Watch time (hours)", at: 0..<4, in: .group) == nil)
  }
}
