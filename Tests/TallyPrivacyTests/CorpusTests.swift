import TallyPrivacy
import Testing

/// Both corpora, exactly: a phrase that asks about a person is refused by the rule for it, an honest one never.
struct CorpusTests {
  /// The codes that fit a category of refused phrases.
  static let codes: [String: Set<RefusalCode>] = [
    "who_action": [.whoQuestion],
    "which_person": [.listOfPeople],
    "list_people": [.listOfPeople],
    "by_person": [.breakdownByPerson],
    "per_person": [.breakdownByPerson],
    "identifier": [.breakdownByPerson],
    "quoted_identifier": [.breakdownByPerson],
    "rename": [.breakdownByPerson],
    "filter_person": [.filterToPerson],
    "contact": [.contactDetail],
    "saver_demographics": [.demographicsOfActors],
    "saver_demographics_typed": [.demographicsOfActors],
    "lookup_person": [.lookUpPerson],
    "reidentify": [.lookUpPerson],
    "row_extreme": [.listOfPeople, .personalJourney],
    "sql_habit": [.rawRows, .breakdownByPerson],
    "unicode": [.disguisedName],
    "case_and_noise": [.whoQuestion, .breakdownByPerson, .filterToPerson],
  ]

  @Test(
    "the corpora are there",
    arguments: [
      ("refusals", 191), ("allowed", 84), ("unseen-refused", 150), ("unseen-allowed", 150),
      ("suspected", 1480), ("suspected-names", 430), ("not-suspected", 1390),
      ("pairs", 40),
    ])
  func hasRows(name: String, least: Int) {
    #expect(corpus(name).count >= least)
  }

  @Test(
    "a phrase that asks about a person is refused by the rule for it",
    arguments: corpus("refusals") + corpus("unseen-refused"))
  func refuses(row: CorpusRow) throws {
    guard row.category != "other_language" else {
      if let refusal = firstRefusal(in: row.phrase) {
        #expect([.whoQuestion, .disguisedName].contains(refusal.code))
      }
      return
    }
    let refusal = try #require(firstRefusal(in: row.phrase))
    let codes = try #require(CorpusTests.codes[row.category])
    #expect(codes.contains(refusal.code), "\(refusal.code.rawValue) on \(text(refusal.span, of: row.phrase))")
    #expect(!refusal.span.isEmpty && (0...row.phrase.utf8.count).contains(refusal.span.upperBound))
    #expect(!refusal.words.contains { row.phrase.contains("anna") && $0.contains("anna") })
  }

  @Test("a phrase is refused, and its nearest honest neighbour is not", arguments: corpus("pairs"))
  func tellsNeighboursApart(pair: CorpusRow) {
    #expect(firstRefusal(in: pair.phrase) != nil, "\(pair.phrase)")
    #expect(firstRefusal(in: pair.category) == nil, "\(pair.category)")
  }

  @Test("an honest phrase is not refused", arguments: corpus("allowed") + corpus("unseen-allowed"))
  func allows(row: CorpusRow) {
    let refusal = firstRefusal(in: row.phrase)
    #expect(
      refusal == nil,
      "\(refusal?.code.rawValue ?? "") on \(refusal.map { text($0.span, of: row.phrase) } ?? "")")
  }
}
