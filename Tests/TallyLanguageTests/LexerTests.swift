import TallyLanguage
import Testing

@Suite struct LexerTests {
  func kinds(_ text: String) -> [Token.Kind] { lex(SourceText(text, name: "test")).map(\.kind).dropLast() }

  /// The kind of a text that is one token.
  func kind(_ text: String) -> Token.Kind? {
    let tokens = kinds(text)
    return tokens.count == 1 ? tokens[0] : nil
  }

  @Test("Names are folded to lower case, and words of the language are told apart")
  func wordsAreRead() {
    #expect(kinds("Saves BY week_2") == [.name("saves"), .keyword(.by), .name("week_2")])
    #expect(
      kinds("p1 p99 p0 p100 p01") == [
        .percentile(1), .percentile(99), .name("p0"), .name("p100"), .name("p01"),
      ])
  }

  @Test(
    "Numbers keep their exact value and their spelling",
    arguments: [
      ("1", 1.0, 1 as Int64?), ("1.50", 1.5, nil), ("1.5k", 1500, 1500), ("2M", 2_000_000, 2_000_000),
      ("2.0", 2, 2),
      ("0.0005k", 0.5, nil), ("9223372036854775807", 9_223_372_036_854_775_808, Int64.max),
      ("9223372036854775808", 9_223_372_036_854_775_808, nil),
      ("9223372036854775807k", 9_223_372_036_854_775_808_000, nil),
    ])
  func numbersAreRead(_ text: String, _ value: Double, _ whole: Int64?) {
    #expect(kind(text) == .number(Number(value: value, whole: whole, text: text)))
  }

  @Test("Durations are in seconds, percentages as written")
  func unitsAreRead() {
    #expect(kind("30s") == .duration(Number(value: 30, whole: 30, text: "30s")))
    #expect(kind("1.5min") == .duration(Number(value: 90, whole: 90, text: "1.5min")))
    #expect(kind("2h") == .duration(Number(value: 7200, whole: 7200, text: "2h")))
    #expect(kind("2.5%") == .percent(Number(value: 2.5, whole: nil, text: "2.5")))
  }

  @Test(
    "A number that is none is one bad token",
    arguments: ["12abc", "1.2.3", "1e5", "7_day_views", "5é", "1_000"])
  func badNumbersAreOneToken(_ text: String) { #expect(kind(text) == .invalid(.malformedNumber)) }

  @Test("A number that no float holds is told so")
  func hugeNumbersAreTold() {
    #expect(kind(String(repeating: "9", count: 400)) == .invalid(.numberTooLarge))
  }

  @Test("Dates are read as precisely as they are written")
  func datesAreRead() throws {
    #expect(kind("2026-03") == .date(.month(year: 2026, 3)))
    #expect(kind("2024-02-29") == .date(.day(try #require(Day(year: 2024, month: 2, day: 29)))))
    #expect(kind("2026-q1") == .date(.quarter(year: 2026, 1)))
    #expect(kind("2026-W53") == .date(.week(year: 2026, 53)))
    #expect(kinds("2026 - 3") == kinds("2026-3"))
  }

  @Test(
    "A date that does not exist is one bad token, with the date that was meant where that is plain",
    arguments: [
      ("2026-13", nil as String?), ("2026-02-30", nil), ("2025-W53", nil), ("2026-Q5", nil), ("0000-01", nil),
      ("2026-3-1", "2026-03-01"), ("2026-W5", "2026-W05"), ("2026-03-14T10", nil),
    ])
  func badDatesAreOneToken(_ text: String, _ suggestion: String?) {
    #expect(kind(text) == .invalid(.noSuchDate(suggestion: suggestion)))
  }

  @Test("Strings resolve their escapes, whatever their quotes")
  func stringsAreRead() {
    #expect(kind(#""say \"hi\" \\ \n""#) == .string(#"say "hi" \ \n"#, .double))
    #expect(kind("'it''s'") == .string("it's", .single))
    #expect(kind(#"'it\'s'"#) == .string("it's", .single))
    #expect(kind("“Größe”") == .string("Größe", .curly))
    #expect(kind("‘x’") == .string("x", .curly))
    #expect(kind("\"who saved -- #it; @me\"") == .string("who saved -- #it; @me", .double))
  }

  @Test("Brackets hold any text, trimmed, with a doubled bracket for one")
  func bracketsAreRead() {
    #expect(kind("[ Watch time (h) ]") == .bracketed("Watch time (h)"))
    #expect(kind("[a]]b]") == .bracketed("a]b"))
    #expect(kind("[]") == .invalid(.emptyBrackets))
  }

  @Test(
    "What does not end on its line is one bad token",
    arguments: [
      ("\"abc", LexicalProblem.unclosedString), ("'abc", .unclosedString), ("[abc", .unclosedBracket),
      ("{abc", .unclosedParameter), ("`abc", .unclosedBacktick),
    ])
  func unclosedTextsEndWithTheLine(_ text: String, _ problem: LexicalProblem) {
    #expect(kinds(text + "\nsaves") == [.invalid(problem), .newline, .name("saves")])
  }

  @Test("Accounts, addresses, hashtags and other scripts are tokens of their own")
  func foreignTextsAreTokens() {
    #expect(kinds("by @maria_cooks.at x") == [.keyword(.by), .mention, .name("x")])
    #expect(kinds("did maria.x+y@example.com, x") == [.name("did"), .email, .symbol(.comma), .name("x")])
    #expect(kinds("4maria@example.com.") == [.email, .invalid(.strayCharacter)])
    #expect(kind("us\u{200B}er") == .foreign("us\u{200B}er"))
    #expect(kind("Größe") == .foreign("Größe"))
    #expect(kind("🔥") == .foreign("🔥"))
    #expect(kind("#tips") == .invalid(.hashtag))
    #expect(kind("`topic`") == .backticked("topic"))
    #expect(kinds("who's") == [.name("who"), .invalid(.apostrophe), .name("s")])
    #expect(kinds("who’s") == kinds("who's"))
  }

  @Test(
    "Operators of other languages are known by ours",
    arguments: [
      ("==", "="), ("&&", "and"), ("||", "or"), ("<>", "!="), ("≥", ">="), ("≠", "!="), ("−", "-"),
      ("×", "*"),
    ])
  func foreignOperatorsAreKnown(_ text: String, _ ours: String) {
    #expect(kind(text) == .invalid(.foreignOperator(ours)))
  }

  @Test("A line ends a statement unless the next line that holds anything is indented")
  func linesEndStatements() {
    #expect(kinds("a\nb") == [.name("a"), .newline, .name("b")])
    #expect(kinds("a\n b") == [.name("a"), .name("b")])
    #expect(kinds("a\n-- c\n\n  b -- d\nc") == [.name("a"), .name("b"), .newline, .name("c")])
    #expect(kinds("\n\na\n\n;\nb\r\n") == [.name("a"), .newline, .semicolon, .name("b")])
    #expect(kinds("#!/usr/bin/env tally\nsaves") == [.name("saves")])
    #expect(kinds("\u{FEFF}saves") == [.name("saves")])
    #expect(kinds("saves\n--| 12\n") == [.name("saves")])
  }

  @Test("Bytes that are no text are bad tokens, and nothing else changes")
  func invalidBytesAreTokens() {
    let source = SourceText(
      bytes: [0xFF, 0xC3] + Array("a \"".utf8) + [0xFF] + Array("\" \0".utf8), name: "test")
    #expect(
      lex(source).map(\.kind) == [
        .invalid(.invalidUTF8), .name("a"), .invalid(.invalidUTF8), .invalid(.strayCharacter), .end,
      ])
  }

  @Test("Spans count bytes")
  func spansCountBytes() {
    let marked = MarkedText("\"é\" ⟦views⟧ > 5")
    let token = lex(SourceText(marked.text, name: "test"))[1]
    #expect(token.span == marked.span)
    #expect(SourceText(marked.text, name: "test").text(token.span) == "views")
  }

  @Test(
    "A text of a million bytes is read in one pass",
    arguments: ["a", "a.", "\"", "[", "'", "(", "-", "é", "\n ", "1,", "@", "a@"])
  func hugeTextsAreRead(_ part: String) {
    let source = SourceText(String(repeating: part, count: 100_000 / part.utf8.count), name: "test")
    #expect(lex(source).last?.kind == .end)
  }
}
