import TallyLanguage

// What statements say that end well.
extension Session {
  static let onlyQuestionsHavePlans = "Only a question has a plan."
  static let analysisHasNoPlan = "This analysis has no plan yet."

  static func redefined(_ name: Name) -> String { "`\(name.text)` is redefined." }

  static func replacesBuiltInRate(_ name: Name) -> String {
    "`\(name.text)` now means this, in place of the built-in rate."
  }

  static func keepsGivenValue(_ parameter: String) -> String {
    "`{\(parameter)}` keeps the value that it was given from outside."
  }

  static func writtenTo(_ path: String) -> String {
    "Asked without `explain`, it is written to \(path), whole or not at all."
  }
}
