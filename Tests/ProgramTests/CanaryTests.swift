import Foundation
import Testing

/// Marked values in every cell about people, and in refused questions, are in nothing that the program writes.
@Suite struct CanaryTests {
  /// Cells that are no two alike, and remembered.
  private final class Canaries {
    private(set) var marks: [String] = []

    func cell(_ kind: PersonCells.Class) -> String {
      let number = marks.count + 1001
      let word = "canary\(number)bird"
      let digits = "77\(number)9"
      marks.append(kind == .phone ? digits : kind == .token ? "\(number)c0ffee" : word)
      return switch kind {
      case .name: word
      case .email: "\(word)@example.org"
      case .handle: "@\(word)"
      case .phone: "+43 660 \(digits)"
      case .token: "6f9619ff-8b86-d011-b42d-\(number)c0ffee00"
      case .words: "so lovely \(word)"
      case .link: "https://www.youtube.com/channel/\(word)"
      }
    }
  }

  @Test("no cell about people and nothing typed about one is in any byte that is written")
  func nothingIsWritten() throws {
    let (place, home, canaries) = (try Workplace(), try Workplace(), Canaries())
    defer { for folder in [place, home] { folder.remove() } }
    try PersonCells.place(in: place) { canaries.cell($0) }
    let environment = ["HOME": home.path, "TMPDIR": home.path, "XDG_STATE_HOME": home.path]
    var written = ""
    var runs = 0
    func run(_ arguments: [String], input: String = "") throws {
      let ran = try place.tally(arguments, input: Data(input.utf8), environment: environment)
      written += ran.output + ran.errors
      runs += 1
    }
    let typed = PersonCells.sentences.enumerated().map { index, sentence in
      sentence.replacing("_", with: "canaryasked\(index)")
    }
    let script = typed.joined(separator: "\n")
    for format in PersonCells.formats {
      try run(PersonCells.loaded + ["--keep-going", "--format", format], input: script)
      try run(PersonCells.loaded + ["--format", format, "-o", "out.\(format)", "-c", "saves by topic"])
    }
    try run(PersonCells.loaded + ["--keep-going", "--errors", "json"], input: script)
    try run(PersonCells.loaded + ["-c", "saves by topic, video into \"into.csv\""])
    for file in PersonCells.refused { try run([file, "-c", "saves"]) }
    for file in PersonCells.refused + PersonCells.loaded { try run(["describe", file]) }
    try run(PersonCells.refused + PersonCells.loaded + ["--keep-going", "--errors", "json", "-c", "saves"])
    try run(["-c", "load \"videos.csv\" as videos; column note in videos is attribute; saves by note"])
    try run(["-c", "load \"videos.csv\" as videos; column guest in videos is attribute; saves by guest"])

    let own = Set(PersonCells.loaded + PersonCells.refused)
    for folder in [place, home] {
      for name in folder.names where !own.contains(name) { written += folder.bytes(name) }
    }
    let found = canaries.marks.filter { written.localizedStandardContains($0) }
    print(
      "canaries: \(canaries.marks.count) in cells, 11 in questions; \(runs) runs, \(written.utf8.count) bytes searched"
    )
    #expect(found == [])
    #expect(!written.contains("canaryasked"))
    // What is the creator's own is there, so the search finds what it looks for.
    #expect(written.contains("permittedcanary"))
    #expect(place.text("into.csv")?.contains("permittedcanary") == true)
    #expect(canaries.marks.count >= 40)
  }
}
