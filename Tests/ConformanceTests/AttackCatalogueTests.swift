import Foundation
import TallyTestSupport
import Testing

/// Every attack of the catalogue has a case that carries its number.
@Suite struct AttackCatalogueTests {
  /// Numbers by letter: words, disguise, files, small groups, differences, extremes, joins, side channels, totals, scripts.
  static let attacks: [String] = [
    ("A", 12), ("B", 9), ("C", 14), ("D", 6), ("E", 12), ("F", 3), ("G", 3), ("H", 12), ("I", 4), ("J", 5),
  ].flatMap { letter, count in (1...count).map { "\(letter)\($0)" } }

  /// Attacks that a session cannot show, by the file and the words of the test that makes them.
  static let tests: [String: (file: String, name: String)] = [
    "D6": (
      "TallyPrivacyTests/AudienceFoldingTests.swift",
      "what is folded, and what is not, around the size of a crowd"
    ),
    "E2": ("TallyPrivacyTests/AudienceAttackTests.swift", "a tracker tells no more"),
    "E6": ("TallyPrivacyTests/AudienceAttackTests.swift", "one follower more or less shows in large groups"),
    "H2": ("TallyShellTests/CompletionWalkTests.swift", "no way through what is offered ends in a refusal"),
    "H3": ("TerminalTests/PeopleAtThePromptTests.swift", "nothing about people is shown, recalled or kept"),
    "H6": (
      "TerminalTests/PeopleAtThePromptTests.swift", "a signal leaves no memory of the program in a file"
    ),
    "H9": (
      "ProgramTests/AttackedProgramTests.swift",
      "no option and no variable of the environment weakens anything"
    ),
    "H11": ("TallyRenderTests/SafetyTests.swift", "No control, bidi or invisible format character leaves"),
    "I4": ("TallyPrivacyTests/ExposureTests.swift", "would leave the 47 of one cell"),
    "J5": (
      "ProgramTests/AttackedProgramTests.swift", "bytes that are no text, endless lines and deep nesting"
    ),
  ]

  @Test("every attack has a case", arguments: attacks)
  func isTried(attack: String) throws {
    if let (file, name) = Self.tests[attack] {
      #expect(try Repository.text("Tests/\(file)").contains(name), "\(file)")
    } else {
      #expect(try Self.numbered().contains(attack))
    }
  }

  @Test("no case carries a number that the catalogue has not")
  func isKnown() throws {
    let numbered = try Self.numbered()
    #expect(numbered.subtracting(Self.attacks) == [])
    print("attacks: \(Self.attacks.count), \(numbered.count) as sessions, \(Self.tests.count) as tests")
  }

  /// The numbers that comments of the cases begin with: `-- H7 H8 every format ...`.
  private static func numbered() throws -> Set<String> {
    var found: Set<String> = []
    for path in Repository.files(below: "Tests/ConformanceTests/Cases/attacks", ending: ".tally") {
      for line in try Repository.text(path).split(separator: "\n") where line.hasPrefix("-- ") {
        found.formUnion(
          line.split(separator: " ").dropFirst().prefix { word in
            word.count <= 3 && word.first?.isUppercase == true && Int(word.dropFirst()) != nil
          }.map(String.init))
      }
    }
    return found
  }
}
