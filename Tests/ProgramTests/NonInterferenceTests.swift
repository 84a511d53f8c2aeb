import Foundation
import TallyTestSupport
import Testing

/// Whatever stands in cells about people, of any length and alphabet, every byte that comes out is the same.
@Suite struct NonInterferenceTests {
  private static let alphabets = [
    "abcdefghij", "ABCDEFxyz", "0123456789", "aeéüßø", "名前山田花子", "абвгд", "aZ09_.",
  ]

  private struct Values {
    var random: SeededGenerator
    var count = 0

    /// A value of the class, unlike every other; more is not known of it.
    mutating func cell(_ kind: PersonCells.Class) -> String {
      count += 1
      let alphabet = Array(alphabets.randomElement(using: &random) ?? "a")
      let length = Int.random(in: 1...24, using: &random)
      let letters = (0..<length).compactMap { _ in alphabet.randomElement(using: &random) }
      let word = String(letters)
      let plain = "\(["k", "q", "zed", "longer"].randomElement(using: &random) ?? "k")\(count)"
      let digits = (0..<7).map { _ in String(Int.random(in: 1...9, using: &random)) }.joined()
      let hex = (0..<12).map { _ in String(Int.random(in: 0...15, using: &random), radix: 16) }.joined()
      return switch kind {
      case .name: "\(word)\(count)n"
      case .email: "\(plain)@\(["example.org", "mail.example.com"].randomElement(using: &random) ?? "x.org")"
      case .handle: "@\(plain)"
      case .phone: "+43 660 \(digits)"
      case .token: "6f9619ff-8b86-d011-b42d-\(hex)"
      case .words: "\(word) \(plain) \(word)"
      case .link: "https://www.youtube.com/channel/\(plain)"
      }
    }
  }

  /// Everything that a folder of files gives, by what was asked.
  private func everything(seed: UInt64) throws -> [String: String] {
    let (place, home) = (try Workplace(), try Workplace())
    defer { for folder in [place, home] { folder.remove() } }
    var values = Values(random: SeededGenerator(seed: seed))
    try PersonCells.place(in: place) { values.cell($0) }
    let environment = ["HOME": home.path, "TMPDIR": home.path, "XDG_STATE_HOME": home.path]
    var all: [String: String] = [:]
    func run(_ arguments: [String], input: String = "") throws {
      let ran = try place.tally(arguments, input: Data(input.utf8), environment: environment)
      all[arguments.joined(separator: " ")] = "\(ran.status)\n\(ran.output)\n\(ran.errors)"
    }
    let script = PersonCells.sentences.map { $0.replacing("_", with: "anna") }.joined(separator: "\n")
    for format in PersonCells.formats {
      try run(PersonCells.loaded + ["--keep-going", "--format", format], input: script)
    }
    try run(PersonCells.loaded + ["--keep-going", "--errors", "json"], input: script)
    try run(PersonCells.loaded + ["-o", "out.html", "--format", "html", "-c", "saves by topic"])
    try run(PersonCells.loaded + ["-c", "saves by topic, video into \"into.csv\""])
    for file in PersonCells.refused { try run([file, "-c", "saves"]) }
    for file in PersonCells.refused + PersonCells.loaded { try run(["describe", file]) }
    try run(["-c", "load \"videos.csv\" as videos; column note in videos is attribute; saves by note"])
    try run(["-c", "load \"videos.csv\" as videos; column guest in videos is attribute; saves by guest"])
    let own = Set(PersonCells.loaded + PersonCells.refused)
    for name in place.names where !own.contains(name) { all["file \(name)"] = place.bytes(name) }
    for name in home.names { all["home \(name)"] = home.bytes(name) }
    return all
  }

  @Test(
    "other people in the same cells change no byte of output, message, status or file",
    arguments: [UInt64(2), 3])
  func nothingChanges(seed: UInt64) throws {
    let first = try everything(seed: 1)
    let second = try everything(seed: seed)
    for (asked, came) in first.sorted(by: { $0.key < $1.key }) {
      #expect(second[asked] == came, "seed \(seed): \(asked)")
    }
    #expect(Set(first.keys) == Set(second.keys))
    #expect(first.keys.contains("file into.csv") && first.keys.contains("file out.html"))
    let bytes = first.values.reduce(0) { $0 + $1.utf8.count }
    print("non-interference: \(first.count) outputs of \(bytes) bytes are the same, seeds 1 and \(seed)")
  }
}
