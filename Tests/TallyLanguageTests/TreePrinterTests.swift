import TallyLanguage
import Testing

@Suite struct TreePrinterTests {
  /// The tree of a text's only statement.
  private func drawn(_ text: String) throws -> [String] {
    guard case .statement(let statement, _)? = parse(SourceText(text, name: "test")).first else {
      Issue.record("\(text)")
      return []
    }
    return TallyLanguage.tree(statement)
  }

  @Test func everyNodeStandsOnALineBelowTheOneItBelongsTo() throws {
    #expect(
      try drawn("saves / (likes + 1) as r by week where not (a = 1 or b) top 3") == [
        "question", "  query", "    item as r", "      /", "        name saves", "        +",
        "          name likes", "          number 1", "    by", "      time week", "    where", "      not",
        "        or", "          =", "            name a", "            number 1", "          name b",
        "    top 3",
      ])
  }

  @Test func answersSideBySideHaveANodeOfTheirOwn() throws {
    #expect(
      try drawn("saves beside views into \"x.csv\"") == [
        "question", "  beside", "    query", "      item", "        name saves", "    query", "      item",
        "        name views", "  into \"x.csv\"",
      ])
  }

  @Test(arguments: [
    ("assert (saves) > 5%", ["assert", "  query", "    item", "      name saves", "  >", "    percent 5%"]),
    ("assert no rows (saves)", ["assert", "  query", "    item", "      name saves", "  no rows"]),
    ("param p = 2026-01 to today", ["param", "  p", "    range", "      from 2026-01", "      to today"]),
    ("run weekly with n = 5", ["run", "  report weekly", "  n", "    number 5"]),
    ("load \"x.csv\"", ["load \"x.csv\""]),
    (
      "define label l = \"a\" where b, else \"c\"",
      ["define label l", "  \"a\"", "    name b", "  else \"c\""]
    ),
  ])
  func everyStatementHasATree(text: String, lines: [String]) throws {
    #expect(try drawn(text) == lines)
  }

  @Test func everyExampleHasATree() throws {
    for sentence in exampleQueries {
      #expect(try !drawn(sentence).isEmpty, "\(sentence)")
    }
  }
}
