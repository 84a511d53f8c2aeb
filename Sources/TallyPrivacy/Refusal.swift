/// The stable code of a refusal; codes are documented in `Grammar/refused.md` and never reused.
///
/// P1xx are refused by the grammar, P2xx by names and shapes, P3xx at load, P4xx in the result, P5xx by policy.
package enum RefusalCode: String, Sendable, CaseIterable, Comparable {
  case whoQuestion = "P101"
  case listOfPeople = "P102"
  case breakdownByPerson = "P103"
  case filterToPerson = "P104"
  case contactDetail = "P105"
  case demographicsOfActors = "P106"
  case personalJourney = "P107"
  case lookUpPerson = "P108"
  case rawRows = "P109"
  case disguisedName = "P110"
  case columnSetAside = "P201"
  case contentCrossedWithAudience = "P202"
  case finerThanTimeFloor = "P203"
  case extremeOverAudience = "P205"
  case personColumn = "P301"
  case unknownColumn = "P302"
  case peopleFile = "P303"
  case textByOthers = "P304"
  case peopleInHeaders = "P305"
  case lookAlikeHeaders = "P306"
  case bucketsFolded = "P401"
  case foldedToProtect = "P402"
  case tableWithheld = "P403"
  case policyBelowFloor = "P501"
  case policyUnreadable = "P502"
  case setAsideByPolicy = "P503"

  package static func < (left: RefusalCode, right: RefusalCode) -> Bool { left.rawValue < right.rawValue }
}

/// A question, or a file, that Tally does not answer or open because it is about people.
///
/// A refusal is not an error: it has its own type, codes, exit status and look. It carries no text that a user typed and
/// no value from a file, only offsets and words of Tally's own vocabulary, so it can be printed and logged anywhere.
package struct Refusal: Error, Sendable, Hashable {
  /// Which rule refused.
  package let code: RefusalCode
  /// UTF-8 byte offsets, half-open, of the words that caused it, in the text that was parsed; empty for a file.
  package let span: Range<Int>
  /// The vocabulary words that matched, as the vocabulary spells them; never the text that was typed.
  package let words: [String]

  /// For this target alone, which gives no other words than its own.
  init(_ code: RefusalCode, at span: Range<Int>, words: [String]) {
    self.code = code
    self.span = span
    self.words = words
  }

  /// A refusal that another target found.
  ///
  /// - Parameter names: what it is about; those that are no words of Tally's own are left out.
  package init(_ code: RefusalCode, at span: Range<Int>, naming names: [String] = []) {
    self.init(code, at: span, words: names.filter(isOwnWord))
  }
}

/// Whether Tally itself has a word: it stands in a list of this target, so showing it tells nothing that was typed or read.
func isOwnWord(_ word: String) -> Bool {
  Surroundings.actions.contains(word) || Surroundings.isAudienceDimension(word)
    || PersonHeader.shown(word) == word || PeopleKey.shown(word) == word
}
