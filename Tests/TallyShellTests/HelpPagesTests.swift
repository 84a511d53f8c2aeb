import Foundation
import TallyLanguage
import TallyPrivacy
import TallyShell
import TallyTestSupport
import Testing

@Suite("Help pages")
struct HelpPagesTests {
  @Test func everyCodeOfTheSourcesHasAPageAndEveryPageACode() throws {
    var codes: Set<String> = []
    for path in Repository.files(below: "Sources", ending: ".swift") where !path.contains("/HelpPages") {
      let text = try Repository.text(path)
      for match in text.matches(of: /"([LSQCMDNFA][0-9]{3})"/) { codes.insert(String(match.1)) }
    }
    #expect(codes.count > 100)
    let pages = HelpPages.codePages.map(\.name)
    #expect(codes.subtracting(pages).sorted() == [])
    #expect(Set(pages).subtracting(codes).sorted() == [])
    #expect(Set(pages).count == pages.count)
  }

  @Test func everyRefusalHasAPageOnOneScreenWithExamplesOfItsRule() throws {
    for code in RefusalCode.allCases {
      let lines = try #require(helpLines(code.rawValue))
      #expect(lines.first?.hasPrefix(code.rawValue) == true)
      #expect(lines.count <= 24, "\(code.rawValue): \(lines.count)")
      for line in lines { #expect(line.count <= 78, "\(code.rawValue): \(line)") }
      let examples = PrivacyRules.examples(of: code)
      for example in examples.refused.prefix(4) + examples.allowed.prefix(4)
      where example.allSatisfy(\.isASCII) {
        #expect(lines.contains("  " + example), "\(code.rawValue): \(example)")
      }
    }
  }

  @Test func privacyIsToldOnOneScreen() throws {
    let lines = try #require(helpLines("privacy"))
    #expect(lines == HelpPages.privacy)
    #expect(lines.count <= 24 && lines.allSatisfy { $0.count <= 80 })
    for code in ["P101", "P110", "P201", "P301", "P306", "P401", "P403"] {
      #expect(lines.contains { $0.contains(code) }, "\(code)")
    }
    // The numbers are those of the rules.
    for limit in PolicyLimit.allCases where limit.unit == "people" {
      #expect(lines.contains { $0.contains("\(limit.builtIn) people") }, "\(limit.rawValue)")
    }
  }

  @Test func everyWordOfTheLanguageHasAPage() throws {
    for line in try Repository.text("Grammar/words.txt").split(separator: "\n") {
      let word = String(line.prefix { $0 != "\t" })
      #expect(HelpPages.page(of: word) != nil, "\(word)")
      #expect(HelpPages.topics.contains(word), "\(word)")
    }
    for word in Word.allCases { #expect(HelpPages.page(of: word.rawValue)?.body.isEmpty == false, "\(word)") }
  }

  @Test func noTwoPagesHaveTheSameTopic() {
    let topics = HelpPages.wordPages.flatMap { [$0.name] + $0.aliases }
    #expect(
      Set(topics).count == topics.count, "\(topics.filter { topic in topics.count { $0 == topic } > 1 })")
    #expect(HelpPages.topics == HelpPages.topics.sorted())
    #expect(Set(HelpPages.topics).count == HelpPages.topics.count)
    for topic in HelpPages.topics { #expect(helpLines(topic) != nil, "\(topic)") }
  }

  @Test func aTopicOfSeveralWordsOpensThePageOfItsFirst() {
    #expect(helpLines("\"sort by\"")?.first == "sort  orders the rows, with `by`")
    #expect(helpLines("p90")?.first == "percentiles  p1 to p99: how high a part of the videos reaches")
    #expect(helpLines("limit") == ["limit  a word of other languages", "", "Here it is `top`."])
    #expect(helpLines("zzzzzzzz") == nil)
  }

  @Test func everyPageIsShortAndFitsATerminal() {
    for page in HelpPages.wordPages + HelpPages.codePages {
      #expect((1...5).contains(page.body.count), "\(page.name)")
      #expect(page.examples.count <= 3 && page.wrong.count <= 2, "\(page.name)")
      #expect(!page.title.hasSuffix("."), "\(page.name)")
      for line in page.lines { #expect(line.count <= 80, "\(page.name): \(line)") }
    }
    for line in HelpPages.start { #expect(line.count <= 80, "\(line)") }
  }

  @Test func everyExampleIsASentence() {
    for page in HelpPages.wordPages + HelpPages.codePages {
      for example in page.examples {
        guard case .statement? = parse(SourceText(example, name: "help")).first else {
          Issue.record("\(page.name): \(example)")
          continue
        }
      }
    }
  }

  @Test func pagesThatAreNamedByPagesExist() {
    let texts = (HelpPages.wordPages + HelpPages.codePages).map {
      ($0.body + $0.examples).joined(separator: " ")
    }
    for text in texts + [HelpPages.start.joined(separator: " ")] {
      for match in text.matches(of: /help ([a-z_0-9P]+)/) {
        #expect(helpLines(String(match.1)) != nil || match.1 == "alone", "\(match.1)")
      }
      for match in text.matches(of: /\b([LSQCMDNFAP][0-9]{3})\b/) {
        #expect(HelpPages.topics.contains(String(match.1)), "\(match.1)")
      }
    }
  }

  /// Pages about writing names that need brackets; the example tables have none.
  private static let aboutOtherColumns: Set<String> = ["L002", "L010", "L011"]

  @Test func builtExamplesRunAndTheOthersSayThatTheyAreNotBuilt() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let loaded = try Self.channel(in: folder)
    for page in HelpPages.wordPages + HelpPages.codePages where !Self.aboutOtherColumns.contains(page.name) {
      var session = loaded
      for example in page.examples where Self.runsAlone(example) {
        let code = Self.failure(of: example, in: &session)
        #expect(code == (page.isBuilt ? nil : "Q900"), "\(page.name): \(example)")
      }
    }
  }

  @Test func everyWrongSentenceFailsWithTheCodeOfItsPage() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let loaded = try Self.channel(in: folder)
    for page in HelpPages.codePages {
      for sentence in page.wrong {
        var session = loaded
        #expect(Self.failure(of: sentence, in: &session) == page.name, "\(sentence)")
      }
    }
  }

  @Test func whatCrossesPostsWithTheAudienceIsRefusedAndItsNeighboursAreNot() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let loaded = try Self.channel(in: folder)
    let examples = PrivacyRules.examples(of: .contentCrossedWithAudience)
    #expect(!examples.refused.isEmpty && !examples.allowed.isEmpty)
    for (sentences, code) in [(examples.refused, "P202"), (examples.allowed, nil)] {
      for sentence in sentences {
        var session = loaded
        #expect(Self.failure(of: sentence, in: &session) == code, "\(sentence)")
      }
    }
  }

  /// A folder of its own with the example tables, so that examples may write files.
  private static func folder() throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("tally-\(UUID().uuidString)")
      .path
    try FileManager.default.copyItem(atPath: Repository.absolute("Examples/channel"), toPath: path)
    return path
  }

  /// The example tables, loaded.
  private static func channel(in folder: String) throws -> Session {
    var session = Session(isBatch: true, files: FileAccess(folder: folder))
    let views = "country,views,watch_time\nDE,9000,30000\nAT,4000,20000\nCH,700,2000\n"
    try views.write(toFile: folder + "/views-country.csv", atomically: true, encoding: .utf8)
    _ = try session.load(
      [
        "videos.csv", "daily.csv", "channel.csv", "audience-country.csv", "audience-age-gender.csv",
        "audience-language.csv", "audience-hours.csv",
        "views-country.csv",
      ])
    return session
  }

  /// Files of examples do not exist, and what `expect` says is about a statement behind it.
  private static func runsAlone(_ example: String) -> Bool {
    !["load ", "expect ", "run \""].contains { example.hasPrefix($0) }
  }

  /// The code of the failure that a text ends in; nil where all is well.
  private static func failure(of text: String, in session: inout Session) -> String? {
    let failure = Script(SourceText(text, name: "help")).run(
      in: &session, isCancelled: { false }, reply: { _, _ in }, failed: { _, _ in })
    return failure?.code
  }

  /// What `help TOPIC` shows; nil where it fails.
  private func helpLines(_ topic: String) -> [String]? {
    var session = Session(isBatch: true)
    var shown: [String]?
    let source = SourceText("help \(topic)", name: "help")
    _ = Script(source).run(
      in: &session, isCancelled: { false },
      reply: { reply, _ in if case .lines(let lines, _) = reply { shown = lines } }, failed: { _, _ in })
    return shown
  }
}
