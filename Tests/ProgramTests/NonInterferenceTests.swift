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
      // Members of archives that begin with a point are hidden; nobody is called so.
      let word = String(letters.drop { $0 == "." })
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
  private func everything(_ wrapping: Wrapping, seed: UInt64) throws -> [String: String] {
    let (place, home) = (try Workplace(), try Workplace())
    defer { for folder in [place, home] { folder.remove() } }
    var values = Values(random: SeededGenerator(seed: seed))
    let cells = try PersonCells(wrapping) { values.cell($0) }
    try cells.place(in: place)
    let environment = ["HOME": home.path, "TMPDIR": home.path, "XDG_STATE_HOME": home.path]
    var all: [String: String] = [:]
    func run(_ arguments: [String], _ what: String = "", input: Data = Data()) throws {
      let ran = try place.tally(arguments, input: input, environment: environment)
      all[what + arguments.joined(separator: " ")] = "\(ran.status)\n\(ran.output)\n\(ran.errors)"
    }
    let script = Data(
      PersonCells.sentences.map { $0.replacing("_", with: "anna") }.joined(separator: "\n").utf8)
    let (loaded, refused) = (cells.loaded, cells.refused)
    for format in PersonCells.formats {
      try run(loaded + ["--keep-going", "--format", format], input: script)
    }
    try run(loaded + ["--keep-going", "--errors", "json"], input: script)
    try run(loaded + ["-o", "out.html", "--format", "html", "-c", "saves by topic"])
    try run(loaded + ["-c", "saves by topic, video into \"into.csv\""])
    try run(loaded + ["--save-tables", "all.snapshot"])
    for file in refused { try run([file, "-c", "saves"]) }
    for file in refused + loaded {
      try run(["describe", file])
      if wrapping != .plain { try run(["-", "-c", "saves"], "\(file) as ", input: cells.bytes(file)) }
    }
    for column in ["note", "guest"] {
      let load = "column \(column) in videos is attribute; load \"\(cells.videos)\""
      try run(["-c", "\(load); saves by \(column)"])
    }
    let own = Set(loaded + refused)
    for name in place.names where !own.contains(name) { all["file \(name)"] = place.bytes(name) }
    for name in home.names { all["home \(name)"] = home.bytes(name) }
    return all
  }

  @Test(
    "other people in the same cells, members and sheets change no byte of output, message, status or file",
    arguments: Wrapping.allCases)
  func nothingChanges(wrapping: Wrapping) throws {
    let first = try everything(wrapping, seed: 1)
    for seed in [UInt64(2), 3] {
      let second = try everything(wrapping, seed: seed)
      for (asked, came) in first.sorted(by: { $0.key < $1.key }) {
        #expect(second[asked] == came, "seed \(seed): \(asked)")
      }
      #expect(Set(first.keys) == Set(second.keys))
    }
    #expect(first["file into.csv"]?.contains("permittedcanary") == true)
    #expect(first["file all.snapshot"]?.contains("permittedcanary") == true)
    #expect(first["file out.html"]?.contains("permittedcanary") == true)
    let bytes = first.values.reduce(0) { $0 + $1.utf8.count }
    print(
      "non-interference, \(wrapping): \(first.count) outputs of \(bytes) bytes are the same, seeds 1 to 3")
  }
}
