import TallyLanguage
import TallyPrivacy
import Testing

/// What is offered instead of a refused question.
struct RewritesTests {
  /// The refused questions of a text, as the parser finds them.
  private func refused(_ phrase: String) -> [RefusedQuestion] {
    parse(SourceText(phrase, name: "test")).compactMap { parsed in
      switch parsed {
      case .refusal(let question): question
      case .statement, .diagnostic: nil
      }
    }
  }

  private func rewritten(_ phrase: String) -> [String] {
    refused(phrase).first?.rewrites.map { TallyLanguage.print($0) } ?? []
  }

  @Test(
    "the parser refuses a phrase about people and offers questions that parse back to their trees",
    arguments: corpus("refusals") + corpus("unseen-refused"))
  func parsesBack(row: CorpusRow) throws {
    guard let question = refused(row.phrase).first else {
      #expect(row.category == "other_language")
      return
    }
    #expect((4...10).contains(question.rewrites.count))
    #expect(Set(question.rewrites).count == question.rewrites.count)
    for rewrite in question.rewrites {
      let text = TallyLanguage.print(rewrite)
      #expect(isQuery(text, rewrite), "\(text)")
      #expect(RewritesTests.words(of: text).isSubset(of: RewritesTests.ownWords), "\(text)")
    }
  }

  @Test("the parser refuses no honest phrase", arguments: corpus("allowed") + corpus("unseen-allowed"))
  func refusesNothingHonest(row: CorpusRow) {
    #expect(refused(row.phrase).isEmpty)
  }

  private func isQuery(_ text: String, _ query: Query) -> Bool {
    guard case .statement(.question(let question), _)? = parse(SourceText(text, name: "test")).first,
      case .report(let queries) = question.body
    else { return false }
    return queries == [query]
  }

  private static func words(of text: String) -> Set<String> {
    Set(text.split { !$0.isLetter && $0 != "_" }.map(String.init))
  }

  /// Every word that a rewrite may hold; none of them was typed.
  private static let ownWords = words(
    of: """
      saves likes comments shares views impressions watch_time followers videos save_rate like_rate comment_rate
      share_rate average running per by during last this since posted top video week weekday day month quarter year hour
      weeks days months quarters years topic format hook sound series hashtags title platform country region city
      language gender age device
      """)

  /// A refused phrase with the first rewrites of it.
  struct Example: CustomTestStringConvertible, Sendable {
    let phrase: String
    let rewrites: [String]

    init(_ phrase: String, _ rewrites: String...) {
      self.phrase = phrase
      self.rewrites = rewrites
    }
    var testDescription: String { phrase }
  }

  static let examples: [Example] = [
    Example(
      "who saved my video last month", "saves by video during last month", "saves by week during last month",
      "save_rate by video during last month"),
    Example("saves per viewer", "saves / views", "saves per 1000 views by video", "saves by video"),
    Example("views per user", "average views per video", "views by video", "views by week"),
    Example("saves by country", "saves by topic", "followers by country", "saves by format"),
    Example("likes by gender, age", "likes by topic", "followers by gender", "followers by age"),
    Example("who commented on this in the last 30 days", "comments by video during last 30 days"),
    Example("list my followers", "followers by day", "saves by video top 10", "saves by week"),
    Example("top 10 savers", "saves by video top 10", "saves by week", "save_rate by video"),
    Example("saves, likes by user", "saves, likes by video", "saves by week"),
    Example("saves by week, user", "saves by week", "saves by video"),
    Example("saves by topic, user during last 3 months", "saves by topic during last 3 months"),
    Example("shares by hour, sharer", "shares by hour posted", "shares by week"),
    Example("saves where user = \"anna\"", "saves by video", "saves by week", "saves by format"),
    Example("views by @anna this week", "views by video during this week"),
    Example("emails of my fans", "views by weekday posted", "followers by day"),
    Example("first saver", "saves by week since posted", "running saves by day", "saves by video"),
    Example("select * from users", "saves, views by video", "saves by week"),
    Example("did anna save my video", "saves by video", "saves by week", "save_rate by video"),
  ]

  @Test("rewrites keep the metric, the groups and the range of the question", arguments: examples)
  func keepsWhatWasAsked(example: Example) {
    #expect(Array(rewritten(example.phrase).prefix(example.rewrites.count)) == example.rewrites)
  }

  @Test(
    "the list always ends with questions that almost any export answers",
    arguments: ["saves by user", "who liked this", "@anna", "commenter country"])
  func endsWithFallbacks(phrase: String) {
    let texts = rewritten(phrase)
    let fallbacks = [
      "saves by video", "views by video", "saves by week posted", "videos by week posted", "views by day",
      "followers by day",
    ]
    #expect(Set(fallbacks).isSubset(of: Set(texts)))
  }

  @Test("no typed literal and no unknown name reaches a rewrite")
  func repeatsNothing() {
    for phrase in [
      "saves by user where title = \"zebra77\"", "zebra77 by user", "who saved zebra77",
      "saves by zebra77, user",
      "saves by [zebra77], user", "saves where user = 7799", "saves by user top 7799",
      "saves by user during last 77990 days", "did zebra77 save my video",
      "saves by user into \"zebra77.csv\"",
      "saves by user during 7799",
    ] {
      let texts = rewritten(phrase)
      #expect(!texts.isEmpty, "\(phrase)")
      #expect(!texts.contains { $0.contains("zebra") || $0.contains("77") }, "\(phrase): \(texts)")
    }
  }

  @Test("a refused statement is refused whatever stands before or after it on the line")
  func refusesEachStatement() {
    for phrase in ["saves by week; who saved", "who saved; saves by week", "saves by user\nviews by day"] {
      #expect(refused(phrase).count == 1)
      #expect(parse(SourceText(phrase, name: "test")).count == 2)
    }
  }

  @Test("help takes any word")
  func helpsWithWords() {
    for phrase in ["help who", "help user", "help \"followers who\""] {
      #expect(refused(phrase).isEmpty)
    }
  }
}
