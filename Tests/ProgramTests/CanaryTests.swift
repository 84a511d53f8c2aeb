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

  @Test(
    "no cell about people, no name of a member or sheet, nothing typed about one is in any byte that is written",
    arguments: Wrapping.allCases)
  func nothingIsWritten(wrapping: Wrapping) throws {
    let (place, home, canaries) = (try Workplace(), try Workplace(), Canaries())
    defer { for folder in [place, home] { folder.remove() } }
    let cells = try PersonCells(wrapping) { canaries.cell($0) }
    try cells.place(in: place)
    let environment = ["HOME": home.path, "TMPDIR": home.path, "XDG_STATE_HOME": home.path]
    var written = ""
    var runs = 0
    var opened = 0
    func run(_ arguments: [String], input: Data = Data()) throws {
      let ran = try place.tally(arguments, input: input, environment: environment)
      written += ran.output + ran.errors
      runs += 1
      if ran.status == 0 { opened += 1 }
    }
    let typed = PersonCells.sentences.enumerated().map { index, sentence in
      sentence.replacing("_", with: "canaryasked\(index)")
    }
    let script = Data(typed.joined(separator: "\n").utf8)
    let (loaded, refused) = (cells.loaded, cells.refused)
    for format in PersonCells.formats {
      try run(loaded + ["--keep-going", "--format", format], input: script)
      try run(loaded + ["--format", format, "-o", "out.\(format)", "-c", "saves by topic"])
    }
    try run(loaded + ["--keep-going", "--errors", "json"], input: script)
    try run(loaded + ["-c", "saves by topic, video into \"into.csv\""])
    try run(loaded + ["--save-tables", "all.snapshot"])
    try run(["all.snapshot", "--keep-going"], input: script)
    try run(["describe", "all.snapshot"])
    for file in refused { try run([file, "-c", "saves"]) }
    for file in refused + loaded {
      try run(["describe", file])
      if wrapping != .plain { try run(["-", "-c", "saves"], input: cells.bytes(file)) }
    }
    try run(refused + loaded + ["--keep-going", "--errors", "json", "-c", "saves"])
    for column in ["note", "guest"] {
      let load = "column \(column) in videos is attribute; load \"\(cells.videos)\""
      try run(["-c", "\(load); saves by \(column)"])
    }

    let own = Set(loaded + refused)
    for folder in [place, home] {
      for name in folder.names where !own.contains(name) { written += folder.bytes(name) }
    }
    // Two bytes for each letter would hide them.
    let searched = written.replacing("\0", with: "")
    let found = canaries.marks.filter { searched.localizedStandardContains($0) }
    print(
      "canaries, \(wrapping): \(canaries.marks.count) in cells, 11 in questions; \(runs) runs, "
        + "\(written.utf8.count) bytes searched")
    #expect(found == [])
    #expect(!searched.contains("canaryasked"))
    // What is the creator's own is there, so the search finds what it looks for.
    #expect(written.contains("permittedcanary"))
    #expect(place.bytes("all.snapshot").contains("permittedcanary"))
    #expect(place.text("into.csv")?.contains("permittedcanary") == true)
    #expect(canaries.marks.count >= 40)
    #expect(opened >= PersonCells.formats.count + 1)
  }
}
