import Foundation
import Testing

/// The program itself under attack: its options, its environment, and what it is given to read.
@Suite struct AttackedProgramTests {
  @Test("no option and no variable of the environment weakens anything")
  func hasNoBackDoor() throws {
    let place = try Workplace()
    defer { place.remove() }
    try place.place("country.csv", "country,followers\nDE,3000\nAT,1500\nLI,3\nLU,200\n")
    let question = ["--no-rc", "country.csv", "--format", "csv", "-c", "followers by country"]
    let plain = try place.tally(question, input: Data(), environment: [:])
    #expect(plain.output == "country,followers\nDE,3000\nAT,1500\n(folded),203\n" && plain.status == 0)
    for name in [
      "K", "CROWD", "DEBUG", "TRACE", "VERBOSE", "UNSAFE", "POLICY", "THRESHOLD", "FLOOR", "PRIVACY",
    ] {
      for value in ["1", "0", "false", "off"] {
        let variables = ["TALLY_\(name)": value, "TALLY_NO_\(name)": value, name: value]
        #expect(try place.tally(question, input: Data(), environment: variables) == plain, "\(name)=\(value)")
      }
    }
    // Options that are not there are wrong use; those that are there are these: a policy can only raise protection.
    for option in [
      "--k=1", "--crowd=1", "--debug", "--verbose", "--raw", "--unsafe", "--no-privacy", "--trace",
    ] {
      let ran = try place.tally(question + [option], input: Data(), environment: [:])
      #expect(ran.status == 64 && ran.output.isEmpty, "\(option)")
    }
    let help = try place.tally("--help").output
    let options = Set(
      help.split { !($0.isLetter || $0 == "-") }.filter { $0.hasPrefix("--") }.map(String.init))
    let known: Set = [
      "--command", "--format", "--output", "--param", "--tz", "--as-of", "--year", "--dates", "--errors",
      "--color",
      "--keep-going", "--policy", "--no-rc", "--safe", "--save-tables", "--version", "--help",
    ]
    #expect(options.subtracting(known).sorted() == [])
  }

  @Test(
    "a statement that asks for a smaller crowd is none",
    arguments: ["k", "crowd", "threshold", "min_group", "policy"])
  func hasNoSetting(name: String) throws {
    let place = try Workplace()
    defer { place.remove() }
    let ran = try place.tally("-c", "set \(name) = 1")
    #expect(ran.status == 1 && ran.output.isEmpty)
  }

  @Test("bytes that are no text, endless lines and deep nesting end in a message")
  func survives() throws {
    let place = try Workplace()
    defer { place.remove() }
    try place.place("videos.csv", "video,posted,views,saves\na,2026-01-05,10,1\n")
    let texts: [Data] = [
      Data([0, 0, 0]), Data("who\u{0} saved".utf8), Data([0xFF, 0xFE, 0x77]),
      Data("saves by us\u{0}er\n".utf8),
      Data(("saves" + String(repeating: " + saves", count: 20_000)).utf8),
      Data(("saves where " + String(repeating: "(", count: 20_000) + "who").utf8),
      Data(String(repeating: "who ", count: 300_000).utf8), Data("saves where title = \"".utf8),
      Data((String(repeating: "not ", count: 9000) + "user").utf8),
    ]
    for (index, text) in texts.enumerated() {
      let ran = try place.tally(["--no-rc", "videos.csv", "-"], input: Data(), environment: [:])
      #expect(ran.status == 4, "standard input that is empty is no data")
      let answer = try place.tally(["--no-rc", "videos.csv"], input: text, environment: [:])
      #expect([1, 3].contains(answer.status), "text \(index): \(answer.status)")
      #expect(answer.output.isEmpty && !answer.errors.isEmpty, "text \(index)")
      #expect(!answer.errors.utf8.contains(0), "text \(index)")
    }
  }
}
