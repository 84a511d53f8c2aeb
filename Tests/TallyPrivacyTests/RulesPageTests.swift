import Foundation
import TallyPrivacy
import Testing

/// `Grammar/refused.md` is printed from the rules.
struct RulesPageTests {
  private let file = packageFolder.appending(path: "Grammar/refused.md")

  @Test("the page about refused questions says what the rules say")
  func isUpToDate() throws {
    if ProcessInfo.processInfo.environment["TALLY_REWRITE"] == "1" {
      try Data(RulesPage.text.utf8).write(to: file)
    }
    let page = try String(contentsOf: file, encoding: .utf8)
    #expect(page == RulesPage.text, "run the tests with TALLY_REWRITE=1 to print the page again")
  }
}

/// The text of the page.
enum RulesPage {
  static var text: String {
    ([introduction] + PrivacyRules.all.map(\.lesson.code).sorted().map(section) + [later, vocabulary])
      .joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    # What Tally does not answer

    Printed from the rules in `Sources/TallyPrivacy`; the tests hold both equal.

    A question about a person is not a sentence of the language. It comes back as a refusal: a code, the words that
    caused it, the reason, and questions that can be asked instead. Each statement is shown to the rules below before it
    is parsed. Words about people are free wherever a string is a value, as in `saves where title = "who knew"`, and in
    comments; where a name is expected, what stands in a string is read as a name. What turns out to be no sentence is read once
    more, with misspelt words, words in disguise and words of other languages as those that they stand for.

    The words choose which refusal is shown. That a person cannot be named, listed, filtered or grouped by does not rest
    on them: no column about persons is ever loaded, and no query can hold one.
    """

  private static func section(_ code: RefusalCode) -> String {
    let rule = PrivacyRules.all.first { $0.lesson.code == code }
    let lesson = PrivacyRules.lesson(for: code)
    let refused = (rule?.refused ?? []).map { $0.filter { $0 != "«" && $0 != "»" } }
    var parts = [
      "## \(code.rawValue) \(lesson.title)", lesson.reason + " " + lesson.story + " " + lesson.instead,
    ]
    if !refused.isEmpty { parts.append("Refused:\n\n" + block(refused)) }
    parts.append("Not refused:\n\n" + block(rule?.allowed ?? []))
    return parts.joined(separator: "\n\n")
  }

  private static func block(_ statements: [String]) -> String {
    statements.map { "    " + visible($0) }.joined(separator: "\n")
  }

  /// Characters that cannot be seen are shown by their number.
  private static func visible(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isDefaultIgnorableCodePoint {
        shown += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static var later: String {
    let spoken = Set(PrivacyRules.all.map(\.lesson.code))
    let lessons = RefusalCode.allCases.filter { !spoken.contains($0) }.map(PrivacyRules.lesson(for:))
    let lines = lessons.map {
      "- **\($0.code.rawValue) \($0.title).** \($0.reason) \($0.story) \($0.instead)"
    }
    return "## Codes that no words cause\n\n" + lines.joined(separator: "\n")
  }

  private static var vocabulary: String {
    let lists = Vocabulary.words.map { sense, words in "- **\(meaning(sense))**: \(list(words))" }
    return """
      ## The words

      Whole names only, in any case; a name that merely holds one of them (`fandom`, `user_generated`) is free. After
      `by`, `per` and `each`, and where a name is given, a word about a person leads to P103; after `where` and
      `having` to P104; elsewhere as said below.

      \(lists.joined(separator: "\n"))

      A name that joins one of \(list(PersonName.holders.sorted()))
      with one of \(list(PersonName.tellers.sorted()))
      tells persons apart: `follower_id`, `userName`, "user name". So do
      \(list(PersonName.pairs.map { $0.first + "_" + $0.second })).

      ## Actions and audience dimensions

      What people did: \(list(Surroundings.actions.sorted())).

      What describes people in bulk: \(list(Surroundings.audienceDimensions.sorted())), and names such as `age_group`,
      `viewer_country`, `device_type`.

      One query never holds both (P106). `beside` sets two queries side by side.
      """
  }

  private static func meaning(_ sense: PersonSense) -> String {
    switch sense {
    case .asking: "Ask for a person, P101"
    case .actor: "Somebody who did something, P102"
    case .person: "Persons, P102"
    case .member: "One of a crowd, P102, unless a word such as `growth` follows"
    case .crowd: "Crowds, P102 where the persons are meant, else a number"
    case .identifier: "Tell persons apart, P102"
    case .contact: "Reach a person or a device, P105"
    case .acquaintance: "Somebody the asker knows, P102, after `my`"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }
}
