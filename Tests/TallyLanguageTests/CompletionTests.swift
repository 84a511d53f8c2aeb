import TallyLanguage
import Testing

@Suite struct CompletionTests {
  /// What is expected at the mark `|`.
  func at(_ marked: String) -> Expectations {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    return expectations(in: SourceText(parts.joined(), name: "test"), at: parts[0].utf8.count)
  }

  @Test("An empty line expects statements, analyses and metrics")
  func emptyLine() {
    #expect(at("|").words.contains("load"))
    #expect(at("|").words.contains("quadrants"))
    #expect(at("|").names == [.metric])
    #expect(!at("|").words.contains("by"))
  }

  @Test("Behind `by` come times and groups, and no metric")
  func behindBy() {
    #expect(
      at("saves by |").words == [
        "week", "month", "day", "quarter", "year", "weekday", "hour", "video", "post",
      ])
    #expect(at("saves by |").names == [.dimension])
    #expect(!at("saves by |").allowsEnd)
  }

  @Test("Behind a group come its clock and the clauses that were not used")
  func behindGroup() {
    let expected = at("saves by week where views > 5 |")
    #expect(expected.words.contains("during"))
    #expect(!expected.words.contains("by"))
    #expect(!expected.words.contains("where"))
    #expect(expected.allowsEnd)
    #expect(at("saves by week |").words.prefix(2) == ["posted", "since"])
  }

  @Test("The token that the cursor touches is replaced as a whole")
  func touchedToken() {
    #expect(at("saves by we|ek").span == 9..<13)
    #expect(at("saves by we|ek").names == [.dimension])
    #expect(at("saves by week|").span == 9..<13)
    #expect(at("saves by |").span == 9..<9)
    #expect(at("vie|ws").span == 0..<5)
    #expect(at("saves where [Watch t|").span == 12..<20)
    #expect(at("saves where [Watch t|").names == [.operand])
  }

  @Test("Values know the column that they are compared with")
  func values() {
    #expect(at("saves where format = |").texts == [.value(of: "format")])
    #expect(at("saves where format = \"tu|").texts == [.value(of: "format")])
    #expect(at("saves where format = \"tu|").span == 21..<24)
    #expect(at("saves where format in (\"a\", |").texts == [.value(of: "format")])
    #expect(at("saves where title contains |").texts == [.part(of: "title")])
    #expect(at("saves where |").names == [.operand])
  }

  @Test("Names of tables, settings, reports, files and topics are told apart")
  func roles() {
    #expect(at("load \"x\" as |").names == [.table])
    #expect(at("load |").texts == [.dataFile])
    #expect(at("set |").names == [.setting])
    #expect(at("set week_start = |").names == [.settingValue(of: "week_start")])
    #expect(at("run |").names == [.report])
    #expect(at("run |").texts == [.scriptFile])
    #expect(at("saves into |").texts == [.outputFile])
    #expect(at("help |").names == [.helpTopic])
    #expect(
      at("column saves in daily is |").words == [
        "counter", "running", "snapshot", "unique", "rate", "attribute", "tags", "date", "id",
      ])
  }

  @Test("Each statement of a text is completed on its own")
  func statements() {
    #expect(at("saves by by by; views |").words.contains("by"))
    #expect(at("saves\nviews by |\nlikes").names == [.dimension])
    #expect(at("saves\n  by |").names == [.dimension])
  }

  @Test(
    "Nothing is expected behind a mistake, in a comment or in a number",
    arguments: [
      "saves by by |", "saves -- by |", "saves where views > 5|", "saves where views > 1|0",
    ])
  func nothing(_ marked: String) { #expect(at(marked).all == []) }

  @Test(
    "A text that only lacks its end is incomplete",
    arguments: [
      "saves by", "saves,", "saves where (views > 5", "saves where views >", "load", "define metric x =",
      "saves; views by",
      "saves by\n", "saves\n  by", "top_videos +", "average saves per",
    ])
  func incomplete(_ text: String) { #expect(isIncomplete(SourceText(text, name: "test"))) }

  @Test(
    "A text that is whole, wrong, empty or closed is not incomplete",
    arguments: [
      "saves", "saves by week", "", "   ", "saves by;", "saves bye week", "saves by by; views by",
      "saves where title = \"abc",
      "saves top 5", "by", "-- saves by",
    ])
  func notIncomplete(_ text: String) { #expect(!isIncomplete(SourceText(text, name: "test"))) }
}
