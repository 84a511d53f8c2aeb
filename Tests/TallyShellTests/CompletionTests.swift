import TallyLanguage
import TallyShell
import Testing

@Suite("Completion") struct CompletionTests {
  private var words: CompletionWords {
    var words = CompletionWords()
    words.metrics = ["saves", "save_rate", "views", "[Watch time]"]
    words.attributes = [
      CompletionWords.Attribute("format", values: ["reel", "Short \"one\"", "bad\u{1B}"]),
      CompletionWords.Attribute("country"),
    ]
    words.tables = ["videos", "daily"]
    words.settings = [CompletionWords.Choice("week_start", values: ["monday", "sunday"])]
    words.commands = [
      CompletionWords.Choice(".format", values: ["box", "csv"]), CompletionWords.Choice(".help"),
      CompletionWords.Choice(".save", values: ["tables"]),
    ]
    words.topics = ["saves", "P103"]
    return words
  }

  /// Completes at the `|` of a marked text.
  private func completed(_ marked: String) -> Completions {
    let bytes = Array(marked.utf8)
    let cursor = bytes.firstIndex(of: UInt8(ascii: "|")) ?? bytes.count
    let text = String(decoding: bytes[..<cursor] + bytes[cursor...].dropFirst(), as: UTF8.self)
    return complete(text, at: cursor, with: words) { folder in
      folder == "exports/"
        ? [("Video.csv", false)] : [("exports", true), ("a b.csv", false), ("w.tally", false), (".x", false)]
    }
  }

  private func texts(_ marked: String) -> [String] { completed(marked).candidates.map(\.text) }

  @Test func `the whole token under the cursor is replaced`() {
    #expect(completed("vie|ws by week").replaced == 0..<5)
    #expect(texts("vie|ws by week") == ["views"])
    #expect(completed("saves, vi|").replaced == 7..<9)
  }

  @Test func `after by no metric is offered`() {
    let offered = texts("saves by |")
    #expect(offered.contains("week") && offered.contains("video") && offered.contains("format"))
    #expect(!offered.contains("saves") && !offered.contains("views") && !offered.contains("save_rate"))
  }

  @Test func `people who acted are not offered as a group`() {
    #expect(!texts("saves by |").contains("country"))
    #expect(texts("views by |").contains("country"))
  }

  @Test func `behind a question about a person nothing is offered`() {
    #expect(texts("who saved |") == [])
    #expect(texts("saves by user, |") == [])
  }

  @Test func `values of a column are offered in quotes, control characters excepted`() {
    #expect(
      texts("saves where format = |").filter { $0.hasPrefix("\"") } == ["\"reel\"", "\"Short \\\"one\\\"\""])
    #expect(texts("saves where format = \"RE|") == ["\"reel\""])
    #expect(completed("saves where format = \"re|").replaced == 21..<24)
  }

  @Test func `file names are offered where a file is loaded`() {
    #expect(texts("load \"|") == ["\"exports/", "\"a b.csv\""])
    #expect(texts("load \"exports/V|") == ["\"exports/Video.csv\""])
    #expect(completed("load \"ex|").candidates == [Candidate("\"exports/", "folder", continues: true)])
  }

  @Test func `commands, settings, topics and names in brackets are offered`() {
    #expect(texts(".f|") == [".format"])
    #expect(texts(".format c|") == ["csv"])
    #expect(texts(".save |") == ["tables"])
    // Behind it stands a name of one's own.
    #expect(texts(".save tables |") == [] && texts(".save tables t|") == [])
    #expect(texts("set we|") == ["week_start"])
    #expect(texts("set week_start = su|") == ["sunday"])
    #expect(texts("help P1|") == ["P103"])
    #expect(texts("[wa|") == ["[Watch time]"])
  }

  @Test func `groups, labels, reports and parameters are offered where they fit`() {
    var session = Session(isBatch: false)
    let text = """
      define group recent = posted during {period}
      define label size = "big" where views > 1k, else "small"
      define report weekly = saves by week where views > {least}
      param period = last 4 weeks
      """
    _ = Script(SourceText(text, name: "test")).run(
      in: &session, isCancelled: { false }, reply: { _, _ in }, failed: { _, _ in })
    let words = session.completionWords
    func texts(_ text: String) -> [String] {
      complete(text, at: text.utf8.count, with: words, readingFolders: { _ in [] }).candidates.map(\.text)
    }
    #expect(texts("saves where re") == ["recent"])
    #expect(texts("saves by s") == ["size"])
    #expect(texts("saves where size = ").prefix(2) == ["\"big\"", "\"small\""])
    #expect(texts("run ").contains("weekly"))
    #expect(texts("run weekly with ") == ["least", "period"])
    #expect(texts("saves during {") == ["{least}", "{period}"])
    #expect(texts("expect error D00").contains("D004"))
  }

  @Test func `behind the command for trees stands a sentence`() {
    #expect(texts(".tree sa|") == ["saves", "save_rate"])
    #expect(completed(".tree saves by we|").replaced == 15..<17)
    #expect(texts(".tree saves by user, |") == [])
    #expect(texts(".plan sa|") == ["saves", "save_rate"])
    #expect(completed(".plan saves by we|").replaced == 15..<17)
    #expect(texts(".plan saves by user, |") == [])
  }

  @Test func `inside comments and numbers nothing is offered`() {
    #expect(texts("-- sa|") == [])
    #expect(texts("saves where views > 10|") == [])
  }

  @Test func `no sequence of completions asks about a person`() {
    var texts: Set<String> = [""]
    for _ in 0..<3 {
      var next: Set<String> = []
      for text in texts {
        for candidate in complete(text, at: text.utf8.count, with: words, readingFolders: { _ in [] })
          .candidates
        {
          let longer = text + candidate.text + " "
          let isRefused = parse(SourceText(longer, name: "test")).contains {
            if case .refusal = $0 { true } else { false }
          }
          #expect(!isRefused, "\(longer)")
          next.insert(longer)
        }
      }
      texts = next
    }
    #expect(texts.count > 500)
  }
}
