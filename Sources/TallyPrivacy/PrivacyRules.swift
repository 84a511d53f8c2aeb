/// What a refusal teaches: shown with it, by `help CODE`, and in `Grammar/refused.md`.
package struct Lesson: Sendable, Hashable {
  package let code: RefusalCode
  /// A few words, without a full stop.
  package let title: String
  /// Why, in one sentence.
  package let reason: String
  /// What platforms show of it and what they keep back, in a few sentences.
  package let story: String
  /// What can be asked or done instead, in one sentence.
  package let instead: String
  /// Where no words of a statement are to blame: headers, first lines of files or lines of policies that meet with it,
  /// and such that look alike and do not.
  package let examples: (met: [String], unmet: [String])

  package init(
    _ code: RefusalCode, _ title: String, reason: String, story: String, instead: String,
    met: [String] = [], unmet: [String] = []
  ) {
    self.code = code
    self.title = title
    self.reason = reason
    self.story = story
    self.instead = instead
    examples = (met, unmet)
  }

  package static func == (left: Lesson, right: Lesson) -> Bool { left.code == right.code }
  package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// One thing that Tally does not answer, with what it refuses and what it must let pass.
///
/// The examples are the rule's own tests and the text of `Grammar/refused.md`.
package struct PrivacyRule: Sendable {
  package let lesson: Lesson
  /// Statements that this rule refuses; `«` and `»` stand around the span.
  package let refused: [String]
  /// Statements that look alike and are not refused.
  package let allowed: [String]
  let find: @Sendable (Reading, ProtectedNames) -> Finding?

  init(
    _ lesson: Lesson, refused: [String], allowed: [String],
    find: @escaping @Sendable (Reading, ProtectedNames) -> Finding?
  ) {
    self.lesson = lesson
    self.refused = refused
    self.allowed = allowed
    self.find = find
  }
}

/// The rules by which a statement is refused; the only list.
package enum PrivacyRules {
  /// In the order in which they are asked: the first that finds something speaks.
  package static let all: [PrivacyRule] = [
    .disguisedName, .lookUpPerson, .demographicsOfActors, .contactDetail, .whoQuestion, .rawRows,
    .personalJourney,
    .filterToPerson, .breakdownByPerson, .listOfPeople, .columnSetAside, .finerThanTimeFloor,
    .extremeOfAudience,
  ]

  /// Title, reason and what to ask instead, for every code that a refusal can carry.
  package static func lesson(for code: RefusalCode) -> Lesson {
    switch code {
    case .whoQuestion: PrivacyRule.whoQuestion.lesson
    case .listOfPeople: PrivacyRule.listOfPeople.lesson
    case .breakdownByPerson: PrivacyRule.breakdownByPerson.lesson
    case .filterToPerson: PrivacyRule.filterToPerson.lesson
    case .contactDetail: PrivacyRule.contactDetail.lesson
    case .demographicsOfActors: PrivacyRule.demographicsOfActors.lesson
    case .personalJourney: PrivacyRule.personalJourney.lesson
    case .lookUpPerson: PrivacyRule.lookUpPerson.lesson
    case .rawRows: PrivacyRule.rawRows.lesson
    case .disguisedName: PrivacyRule.disguisedName.lesson
    case .columnSetAside: PrivacyRule.columnSetAside.lesson
    case .contentCrossedWithAudience: .contentCrossedWithAudience
    case .finerThanTimeFloor: PrivacyRule.finerThanTimeFloor.lesson
    case .extremeOverAudience: PrivacyRule.extremeOfAudience.lesson
    case .personColumn: .personColumn
    case .unknownColumn: .unknownColumn
    case .peopleFile: .peopleFile
    case .textByOthers: .textByOthers
    case .peopleInHeaders: .peopleInHeaders
    case .lookAlikeHeaders: .lookAlikeHeaders
    case .bucketsFolded: .bucketsFolded
    case .foldedToProtect: .foldedToProtect
    case .tableWithheld: .tableWithheld
    case .policyBelowFloor: .policyBelowFloor
    case .policyUnreadable: .policyUnreadable
    case .setAsideByPolicy: .setAsideByPolicy
    }
  }

  /// What is refused under a code, `«` and `»` around the words that cause it, and what looks alike and is not.
  package static func examples(of code: RefusalCode) -> (refused: [String], allowed: [String]) {
    if let rule = all.first(where: { $0.lesson.code == code }) { return (rule.refused, rule.allowed) }
    let (met, unmet) = lesson(for: code).examples
    return (met, unmet)
  }
}
