import TallyTestSupport
import Testing

@Suite struct LayersTests {
  private static let sources =
    Repository.files(below: "Sources", ending: ".swift")
    + Repository.files(below: "Benchmarks/tally-bench", ending: ".swift")

  /// `Sources/TallyPlan/Plan/Plan.swift` belongs to `TallyPlan`; so does what stands below `Benchmarks`.
  private static func target(of path: String) -> String {
    path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }

  @Test func everySourceImportsOnlyWhatStandsBelowIt() throws {
    #expect(!Self.sources.isEmpty)
    for path in Self.sources {
      let found = Layers.violations(in: try Repository.text(path), of: Self.target(of: path))
      #expect(found.isEmpty, "\(path): \(found.joined(separator: "; "))")
    }
  }

  @Test func everyTargetOfTheTableHasSources() {
    let targets = Set(Self.sources.map(Self.target))
    #expect(targets == Set(Layers.allowed.keys))
  }

  @Test func noSourceImportsFoundationOrIsPublic() throws {
    for path in Self.sources {
      let text = try Repository.text(path)
      #expect(!Layers.imports(in: text).contains { $0.hasPrefix("Foundation") }, "\(path)")
      #expect(!Code.lines(of: text).contains { $0.words.contains("public") }, "\(path)")
    }
  }

  @Test func onlyTallyPrivacyNamesThresholds() throws {
    for path in Self.sources where Self.target(of: path) != "TallyPrivacy" {
      let lines = Code.lines(of: try Repository.text(path)).filter(Code.namesThreshold)
      #expect(lines.isEmpty, "\(path):\(lines.map(\.number))")
    }
  }

  @Test(arguments: [
    ("import TallyPlan\n", "TallyLanguage", ["TallyLanguage may not import TallyPlan"]),
    ("package import TallyRender\n", "TallyEngine", ["TallyEngine may not import TallyRender"]),
    ("@preconcurrency import struct Foundation.Date", "TallyShell", ["TallyShell may not import Foundation"]),
    ("  internal import Glibc // clock", "TallyEngine", ["TallyEngine may not import Glibc"]),
    ("import CLineEditor", "TallyRender", ["TallyRender may not import CLineEditor"]),
    ("import TallyPrivacy\nimport CTextWidth\n", "TallyRender", []),
    ("// import TallyPlan\n/// see import TallyPlan", "TallyPrivacy", []),
    ("let reason = \"import TallyPlan\"", "TallyPrivacy", []),
    ("import Synchronization", "TallyPrivacy", []),
    ("", "TallyUtils", ["TallyUtils is not in the table of layers"]),
  ])
  func aWrongImportIsFound(source: String, target: String, expected: [String]) {
    #expect(Layers.violations(in: source, of: target) == expected)
  }

  @Test(arguments: [
    ("if followers < smallestGroup { fold() }", true),
    ("let foldingThreshold = 10", true),
    ("// the threshold is in TallyPrivacy", false),
    ("let message = \"below the threshold\"", false),
    ("let width = 10", false),
  ])
  func aThresholdOutsideTallyPrivacyIsFound(source: String, isFound: Bool) {
    #expect(Code.lines(of: source).contains(where: Code.namesThreshold) == isFound)
  }
}
