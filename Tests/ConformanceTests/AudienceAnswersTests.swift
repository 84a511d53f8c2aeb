import Foundation
import TallyTestSupport
import Testing

/// Whatever is asked of an audience, the answer is one of what is shown of it: two channels that differ in people of folded
/// groups only give the same bytes.
@Suite struct AudienceAnswersTests {
  /// Files of one channel; `x` and `y` are the places that differ.
  private struct Channel {
    let countries: String
    let crossed: String
    let shares: String
    let views: String

    /// - Parameter isOther: whether people of folded groups are in other folded groups.
    init(isOther: Bool) {
      let (small, folded) = isOther ? ((2, 9, 4), (33, 7, 10)) : ((6, 1, 8), (20, 29, 1))
      countries = """
        country,followers
        DE,2702
        AT,958
        US,505
        IS,\(small.0)
        NZ,\(small.1)
        PG,\(small.2)
        """
      crossed = """
        age,gender,followers
        18-24,female,1366
        18-24,male,642
        25-34,female,2214
        25-34,male,\(small.0)
        35-44,female,\(small.1)
        35-44,male,\(small.2)
        """
      shares = """
        language,share
        de,0.60
        en,0.3625
        fr,0.\(isOther ? "0050" : "0150")
        it,0.\(isOther ? "0225" : "0025")
        es,0.\(isOther ? "0100" : "0200")
        """
      views = """
        city,views,impressions,watch_time
        Vienna,9000,80000,70000
        Graz,3000,60000,5000
        Linz,\(folded.0),400,\(folded.0 * 10)
        Wels,\(folded.1),300,\(folded.1 * 10)
        Enns,\(folded.2),200,\(folded.2 * 10)
        """
    }

    var files: [(name: String, text: String)] {
      [
        ("countries.csv", countries), ("crossed.csv", crossed), ("shares.csv", shares), ("views.csv", views),
        ("channel.csv", "date,followers\n2026-01-01,400\n2026-01-02,410"),
      ]
    }
  }

  private static let dimensions = [
    ("country", ["followers"]), ("age", ["followers"]), ("gender", ["followers"]),
    ("age, gender", ["followers"]), ("gender, age", ["followers"]),
    ("language", ["follower_share", "followers"]),
    ("city", ["views", "impressions", "watch_time", "watch_time / views"]),
  ]

  private static let endings = [
    "", "with total", "with share", "with others, total, share", "top 1", "top 2 with others", "bottom 1",
    "bottom 2 with others, total", "sort by ITEM ascending", "sort by ITEM descending", "having ITEM > 9",
    "having ITEM < 10", "having ITEM between 1 and 30", "having not ITEM > 300", "having ITEM = 15",
    "where GROUP = \"IS\"", "where not GROUP in (\"DE\", \"AT\")", "by week", "during 2026", "vs previous",
    "missing as zero", "with coverage",
  ]

  /// Every question about what the files say, the meaningless ones too.
  private static var questions: [String] {
    var all = ["followers", "views", "show tables", "show columns", "show loads", "show metrics"]
    for (groups, items) in dimensions {
      for item in items {
        for ending in endings {
          let first = String(groups.prefix { $0 != "," })
          let words = ending.replacingOccurrences(of: "ITEM", with: item)
            .replacingOccurrences(of: "GROUP", with: first)
          all.append("\(item) by \(groups) \(words)")
          if ending == "with total" { all.append("explain \(item) by \(groups)") }
        }
        all.append("\(item) / 10 as tenth, \(item) by \(groups)")
        all.append("\(item) by \(groups) beside followers by day")
        all.append("assert (\(item) by \(groups) top 1) > 0")
      }
    }
    return all
  }

  /// All that a session answers, in every format.
  private func answers(_ channel: Channel, inOrder order: [Int], together: Bool) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tally-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in channel.files {
      try (text + "\n").write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    var session = SessionUnderTest(in: folder.path)
    func ask(_ question: String, _ format: String? = nil) -> String {
      session.answer(Exchange(prompt: Prompt(format: format), input: [question], expected: [], line: 1)).text
    }
    let names = order.map { channel.files[$0].name }
    var text = ""
    if together {
      text += ask("load \"*.csv\"")
    } else {
      for name in names { text += ask("load \"\(name)\"") }
    }
    for (place, question) in Self.questions.enumerated() {
      let formats = [nil, "csv", "json", "ndjson", "markdown", "html", "vertical"]
      text += ask(question, formats[place % formats.count]) + "\n"
    }
    return text
  }

  @Test("answers tell no more than what is shown", arguments: [UInt64(1), 2])
  func tellNoMore(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let order = Array(0..<5).shuffled(using: &generator)
    let first = try answers(Channel(isOther: false), inOrder: order, together: seed == 1)
    let second = try answers(Channel(isOther: true), inOrder: order, together: seed == 1)
    #expect(first == second, "files in the order \(order), seed \(seed)")
    print("asked \(Self.questions.count) questions, seed \(seed)")
    // The questions were answered, and the folded groups are in none of them.
    #expect(first.contains("2702") && first.contains("9000") && first.contains("(folded)"))
    for label in ["NZ", "PG", "Linz", "Wels", "Enns"] { #expect(!first.contains(label), "\(label)") }
  }
}
