import TallyPrivacy
import Testing

/// Each rule by its own examples.
struct RulesTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let code: RefusalCode
    let marked: String

    var testDescription: String { "\(code.rawValue) \(marked)" }
    var phrase: String { marked.filter { $0 != "«" && $0 != "»" } }
    var span: Range<Int>? {
      guard let start = marked.utf8Offset(of: "«"), let end = marked.utf8Offset(of: "»") else { return nil }
      return start..<(end - "«".utf8.count)
    }
  }

  static let refused = PrivacyRules.all.flatMap { rule in
    rule.refused.map { Example(code: rule.lesson.code, marked: $0) }
  }
  static let allowed = PrivacyRules.all.flatMap { rule in
    rule.allowed.map { Example(code: rule.lesson.code, marked: $0) }
  }

  @Test("a refused example is refused by its rule, at its mark", arguments: refused)
  func refuses(example: Example) throws {
    let refusal = try #require(firstRefusal(in: example.phrase))
    #expect(refusal.code == example.code)
    #expect(refusal.span == example.span, "marked: \(text(refusal.span, of: example.phrase))")
  }

  @Test("an allowed neighbour is not refused", arguments: allowed)
  func allows(example: Example) {
    #expect(firstRefusal(in: example.phrase) == nil)
  }

  @Test("every rule has examples, and a code of its own")
  func areComplete() {
    let codes = PrivacyRules.all.map(\.lesson.code)
    #expect(Set(codes).count == codes.count)
    #expect(
      codes.sorted()
        == RefusalCode.allCases.filter { $0 < .personColumn && $0 != .contentCrossedWithAudience })
    for rule in PrivacyRules.all {
      #expect(!rule.allowed.isEmpty)
      #expect(!rule.refused.isEmpty || rule.lesson.code == .columnSetAside)
    }
  }

  @Test("a refusal of another target names nothing but words of Tally's own")
  func namesOwnWordsOnly() {
    let typed = [
      "anna", "saves", "[Country/Region]", "country", "anna@example.org", "", "comments", "user name",
    ]
    #expect(
      Refusal(.demographicsOfActors, at: 0..<4, naming: typed).words == ["saves", "country", "comments"])
    #expect(PeopleFile.lists.refusal(toldBy: "anna").words == [PeopleFile.lists.rawValue])
    #expect(PeopleFile.lists.refusal(toldBy: "username").words == [PeopleFile.lists.rawValue, "username"])
    #expect(PeopleFile.lists.refusal(naming: "anna").words == [PeopleFile.lists.rawValue])
  }

  @Test("every code has a lesson of whole sentences", arguments: RefusalCode.allCases)
  func teaches(code: RefusalCode) {
    let lesson = PrivacyRules.lesson(for: code)
    #expect(lesson.code == code)
    #expect(!lesson.title.isEmpty && !lesson.title.hasSuffix("."))
    #expect(lesson.reason.hasSuffix(".") && lesson.story.hasSuffix(".") && lesson.instead.hasSuffix("."))
  }

  @Test("what a lesson gives for headers, files and policies is judged so")
  func examplesBeyondWordsHold() {
    func met(_ code: RefusalCode) -> [String] { PrivacyRules.examples(of: code).refused }
    func unmet(_ code: RefusalCode) -> [String] { PrivacyRules.examples(of: code).allowed }
    #expect(met(.personColumn).allSatisfy { [.name, .contact].contains(PersonHeader($0)) })
    #expect(unmet(.personColumn).allSatisfy { PersonHeader($0) == .none })
    #expect(met(.textByOthers).allSatisfy { PersonHeader($0) == .textByOthers })
    #expect(unmet(.textByOthers).allSatisfy { PersonHeader($0) == .none })
    #expect(met(.lookAlikeHeaders).allSatisfy(looksLikeAnother) && !met(.lookAlikeHeaders).isEmpty)
    #expect(!unmet(.lookAlikeHeaders).contains(where: looksLikeAnother))
    func isOfPeople(_ headers: String) -> Bool {
      PeopleFile(headers: headers.split(separator: ",").map(String.init)) != nil
    }
    #expect(met(.peopleFile).allSatisfy(isOfPeople) && !unmet(.peopleFile).contains(where: isOfPeople))
    for code in [RefusalCode.policyBelowFloor, .policyUnreadable] {
      func says(_ line: String) -> Bool {
        PolicyFile(Array(line.utf8), name: "p").notices.contains { $0.code == code }
      }
      #expect(met(code).allSatisfy(says) && !met(code).isEmpty)
      #expect(!unmet(code).contains(where: says))
    }
    func keepsCityOut(_ line: String) -> Bool {
      PolicyFile(Array(line.utf8), name: "p").policy.setsAside("city")
    }
    #expect(met(.setAsideByPolicy).allSatisfy(keepsCityOut))
    #expect(!unmet(.setAsideByPolicy).contains(where: keepsCityOut))
  }

  @Test(
    "without a rule, an example of it gets another answer", arguments: PrivacyRules.all.map(\.lesson.code))
  func isNeeded(code: RefusalCode) {
    let others = PrivacyRules.all.filter { $0.lesson.code != code }
    if code == .columnSetAside {
      let names = ProtectedNames(headers: ["note"])
      #expect(firstRefusal(in: "saves by note", protecting: names)?.code == .columnSetAside)
      #expect(firstRefusal(in: "saves by note", protecting: names, by: others) == nil)
    }
    for example in RulesTests.refused where example.code == code {
      #expect(firstRefusal(in: example.phrase, by: others)?.code != code)
    }
  }
}

extension String {
  fileprivate func utf8Offset(of mark: Character) -> Int? {
    firstIndex(of: mark).map { utf8.distance(from: utf8.startIndex, to: $0) }
  }
}
