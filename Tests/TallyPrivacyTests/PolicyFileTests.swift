import TallyTestSupport
import Testing

@testable import TallyPrivacy

/// Policy files: what they may say, and that nothing in one lowers anything.
@Suite struct PolicyFileTests {
  private func read(_ text: String) -> PolicyFile { PolicyFile(Array(text.utf8), name: "p") }

  private func limits(_ policy: Policy) -> [Int64] { PolicyLimit.allCases.map { policy.held($0).value } }

  @Test func aWellWrittenPolicyIsRead() {
    let file = read(
      "-- ours\nSmallest  Group: 20 people -- more\n\nsmallest audience: 1,500\r\n"
        + "smallest group of views: 100 views\nsmallest audience of views: 1000\nset aside: [mood, or so], city\n"
    )
    #expect(file.notices.isEmpty)
    #expect(limits(file.policy) == [20, 1500, 100, 1000])
    #expect(file.policy.setsAside("Mood, or so") && file.policy.setsAside("CITY"))
    #expect(!file.policy.setsAside("mood") && !file.policy.setsAside("country"))
    #expect((file.policy.people.people, file.policy.people.whole) == (20, 1500))
    #expect((file.policy.views.people, file.policy.views.whole) == (100, 1000))
  }

  @Test func theStrictProfileIsFiveTimesWhatIsBuiltIn() {
    #expect(limits(.builtIn) == [10, 100, 50, 500])
    #expect(limits(read("profile: Strict").policy) == [50, 500, 250, 2500])
    #expect(limits(read("profile: standard").policy) == [10, 100, 50, 500])
    #expect(limits(read("profile: strict\nsmallest group: 20").policy) == [50, 500, 250, 2500])
    #expect(limits(read("profile: strict\nsmallest group: 70").policy) == [70, 500, 250, 2500])
  }

  /// What one line does: the limits that hold, and the code, line and column of what is said of it.
  @Test(
    arguments: [
      ("smallest group: 10", [10, 100, 50, 500], nil),
      ("smallest group: 9 people", [10, 100, 50, 500], "P501 1:17"),
      ("smallest group: 0", [10, 100, 50, 500], "P501 1:17"),
      ("smallest group: 00000000011 people", [11, 100, 50, 500], nil),
      ("smallest group: -5 people", [50, 100, 50, 500], "P502 1:17"),
      ("smallest group: --5", [50, 500, 250, 2500], "P502 1:1"),
      ("smallest group: 10.5", [50, 100, 50, 500], "P502 1:17"),
      ("smallest group: 1e3", [50, 100, 50, 500], "P502 1:17"),
      ("smallest group: ten people", [50, 100, 50, 500], "P502 1:17"),
      ("smallest group: 20 views", [50, 100, 50, 500], "P502 1:17"),
      ("smallest group: 20 people please", [50, 100, 50, 500], "P502 1:17"),
      ("smallest group: 1,00", [50, 100, 50, 500], "P502 1:17"),
      ("smallest group: \u{FF12}\u{FF10}", [50, 100, 50, 500], "P502 1:17"),
      ("smallest group: 99999999999999999999999", [1_000_000_000, 1_000_000_000, 50, 500], nil),
      ("smallest group: 9223372036854775807", [1_000_000_000, 1_000_000_000, 50, 500], nil),
      ("smallest audience: 99", [10, 100, 50, 500], "P501 1:20"),
      ("smallest audience: x", [10, 500, 50, 500], "P502 1:20"),
      ("smallest group of views: 49 views", [10, 100, 50, 500], "P501 1:26"),
      ("smallest group of views: many", [10, 100, 250, 500], "P502 1:26"),
      ("smallest audience of views: 1", [10, 100, 50, 500], "P501 1:29"),
      ("smallest audience of views: []", [10, 100, 50, 2500], "P502 1:29"),
      ("smallest group:", [50, 500, 250, 2500], "P502 1:1"),
      ("  smallest group 20", [50, 500, 250, 2500], "P502 1:3"),
      ("smallest grou: 20", [50, 500, 250, 2500], "P502 1:1"),
      (": 20", [50, 500, 250, 2500], "P502 1:1"),
      ("profile: loose", [50, 500, 250, 2500], "P502 1:10"),
      ("profile: none", [50, 500, 250, 2500], "P502 1:10"),
      ("set aside: ", [50, 500, 250, 2500], "P502 1:1"),
      ("set aside: [], ,", [50, 500, 250, 2500], "P502 1:12"),
      ("set aside: [city", [10, 100, 50, 500], nil),
      ("", [10, 100, 50, 500], "P502"),
      ("\n-- nothing\n", [10, 100, 50, 500], "P502"),
      ("smallest group: 20\u{0} people", [50, 500, 250, 2500], "P502 1:19"),
      ("smallest group: 20\nsmallest group: 20", [20, 100, 50, 500], nil),
      ("smallest group: 20\nsmallest group: 30", [30, 100, 50, 500], "P502 2:17"),
      ("smallest group: 30\nsmallest group: 20", [30, 100, 50, 500], "P502 2:17"),
      ("smallest group: 30\nsmallest group: ?", [50, 100, 50, 500], "P502 2:17"),
    ] as [(String, [Int64], String?)])
  func noLineLowersAnything(text: String, held: [Int64], said: String?) {
    let file = read(text)
    // A group of views is never larger than all views, nor one of people than all people.
    let crowds = [
      file.policy.people.people, file.policy.people.whole, file.policy.views.people, file.policy.views.whole,
    ]
    #expect(crowds == held)
    let notices = file.notices.map { notice in
      [notice.code.rawValue, notice.line.map { line in "\(line):\(notice.column ?? 0)" }]
        .compactMap { $0 }.joined(separator: " ")
    }
    #expect(notices == (said.map { [$0] } ?? []))
    #expect(file.notices.allSatisfy { !$0.message.contains("loose") && !$0.message.contains("ten people") })
  }

  @Test func bytesThatAreNoTextCountAsStrictAndAreNamed() {
    let file = PolicyFile(
      Array("\u{FEFF}smallest group: 20\r\nset".utf8) + [0xFF, 0xFE] + Array(" aside: city".utf8), name: "p")
    #expect(limits(file.policy) == [50, 500, 250, 2500])
    #expect(file.notices.map(\.code) == [.policyUnreadable])
    #expect(file.notices.first?.line == 2 && file.notices.first?.column == 4)
  }

  @Test func aLargeFileCountsAsStrict() {
    for file in [
      PolicyFile([UInt8](repeating: 45, count: PolicyFile.largest + 1), name: "p"),
      PolicyFile(tooLarge: "p"), PolicyFile(unreadable: "p", because: "it is a folder"),
    ] {
      #expect(limits(file.policy) == [50, 500, 250, 2500])
      #expect(file.notices.count == 1)
    }
  }

  @Test("of several policies the strictest of each setting wins, in any order", arguments: [UInt64(5), 6])
  func theStrictestWins(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = [
      "smallest group: 20\nset aside: city", "smallest group: 3", "smallest audience: 700",
      "profile: standard",
      "smallest group of views: -1", "set aside: [Mood]", "nonsense\u{0}", "smallest audience of views: 9999",
    ]
    for _ in 0..<50 {
      let files = texts.shuffled(using: &generator).prefix(Int.random(in: 1...texts.count, using: &generator))
      var joined = Policy.builtIn
      for file in files { joined.join(read(file).policy) }
      let expected = PolicyLimit.allCases.map { limit in
        files.map { read($0).policy.held(limit).value }.max() ?? 0
      }
      #expect(limits(joined) == expected, "seed \(seed)")
      for name in ["city", "mood", "country"] {
        #expect(joined.setsAside(name) == files.contains { read($0).policy.setsAside(name) })
      }
    }
  }

  @Test("no bytes whatever give less than what is built in", arguments: [UInt64(1), 2, 3])
  func noBytesLowerAnything(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "smallest group", "smallest audience", " of views", ":", " ", "\n", "-", "0", "9", "99", "people", "[",
      "]",
      ",", "profile", "strict", "set aside", "city", "\u{0}", "\u{202E}", "é", "--", "\r",
      "9223372036854775808",
    ]
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
        if Int.random(in: 0..<40, using: &generator) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      let policy = PolicyFile(bytes, name: "p").policy
      for (limit, builtIn) in zip(limits(policy), limits(.builtIn)) {
        #expect(limit >= builtIn && limit <= PolicyLimit.largest, "seed \(seed)")
      }
    }
  }
}
