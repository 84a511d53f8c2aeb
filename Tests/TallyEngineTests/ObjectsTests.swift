import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import TallyTestSupport
import Testing

@Suite struct ObjectsTests {
  @Test(arguments: 1...60)
  func oneTableIsTheSameAsCSVAsJSONAndAsNDJSON(_ seed: UInt64) throws {
    let table = RandomRecords(seed: seed)
    let forms = try [("t.csv", table.csv), ("t.json", table.json), ("t.ndjson", table.ndjson)].map {
      try read(csv($0.1, $0.0), as: nil, options: options)
    }
    let tables = try forms.map { try #require($0.table) }
    for other in tables[1...] {
      #expect(other.role == tables[0].role && other.rowCount == tables[0].rowCount)
      #expect(other.videos == tables[0].videos)
      #expect(byName(other) == byName(tables[0]), "seed \(seed)")
    }
    for question in ["saves, views by week posted", "views by video sort by video", "saves by hashtag"] {
      let (query, source) = try #require(queryOf(question))
      let answers = try forms.map { form -> String in
        let subject = EngineSubject(loaded: try assemble([form]))
        switch subject.answer(query, source) {
        case .success(let answer): return "\(answer)"
        case .failure(let failure): return failure.codes.joined(separator: " ")
        }
      }
      #expect(Set(answers).count == 1, "seed \(seed): \(question)")
    }
  }

  private func byName(_ table: FileTable) -> [String: Column] {
    Dictionary(uniqueKeysWithValues: table.columns.map { ($0.description.name, $0.values) })
  }

  @Test(arguments: [
    ("1.5e3", "1500"), ("2E2", "200"), ("-1.25e1", "-12.5"), ("1e-2", "0.01"), ("12.5e-3", "0.0125"),
    ("0.5e1", "5"), ("1.234", "1.2340"), ("12345.6789", "12345.6789"), ("0", "0"), ("-7", "-7"),
    ("99999999999999999999", "99999999999999999999"), ("1e99", "1e99"), ("0e0", "0"), ("1234e-3", "1.2340"),
  ])
  func numbersAreWrittenOut(_ number: String, _ plain: String) {
    let text = #"[{"video":"a","title":\#(number),"views":1}]"#
    #expect(outcome(csv(text)).table?.texts("title") == [plain])
  }

  @Test func depthIsBoundedWithoutACrash() {
    let lists = String(repeating: "[", count: 100_000)
    #expect(outcome(csv(lists)).place == "F153 1:65")
    let objects = String(repeating: "{\"a\":", count: 100_000) + "1" + String(repeating: "}", count: 100_000)
    #expect(outcome(csv(objects)).place == "F153 1:321")
  }

  @Test func recordsAreBounded() {
    let long = #"{"video":"a","title":""# + String(repeating: "x", count: 17 << 20) + #""}"#
    #expect(outcome(csv(long)).place == "F157 1:-")
    let wide = "[{" + (0...1000).map { "\"f\($0)\":1" }.joined(separator: ",") + "}]"
    #expect(outcome(csv(wide)).place == "F157 -:-")
  }

  @Test func everyPrefixOfAFileIsSaidToBeCutOff() {
    let text =
      #"[{"video": "a", "views": 12, "hashtags": ["x"], "live": true}, {"video": "b", "views": null}]"#
    for length in 1..<text.utf8.count {
      let found = outcome(csv(String(text.prefix(length))))
      #expect(found.code == "F151", "\(length): \(found.place)")
    }
    #expect(outcome(csv(text)).code == "ok")
  }

  @Test func damagedFilesNeverCrashAndNeverEcho() {
    var random = SeededGenerator(seed: 11)
    let text = Array(#"[{"video":"canary","views":12,"comments":3,"stats":{"a":[1,{"b":"canary"}]}}]"#.utf8)
    for _ in 0..<4000 {
      var bytes = text
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        bytes[index] = UInt8.random(in: 32...126, using: &random)
      }
      let found = outcome(SourceFile(name: "x.json", bytes: bytes))
      if found.code != "ok" { #expect(!found.text.contains("canary")) }
    }
  }

  @Test(arguments: [
    "1,", "01", "+1", ".5", "1.", "1e", "1e+", "-", "0x10", "NaN", "Infinity", "-Infinity", "'a'", "nul",
    "True",
    "\"\\x\"", "\"\\u12G4\"", "\"\\ud800\\u0041\"", "\"tab\there\"", "[1,]", "{\"a\":1,}", "{\"a\" 1}",
    "{a:1}",
    "{1:2}", "[1 2]", "[1}", "/* x */ 1", "// x\n1", "1 2", "\"a\" \"b\"", "{\"a\":1,\"a\":2}", "", "]",
  ])
  func whatIsNoJSONIsRefused(_ value: String) {
    let found = outcome(csv("[{\"video\":\"a\",\"views\":1,\"x\":\(value)}]"))
    #expect(["F150", "F152"].contains(found.code), "\(value): \(found.place)")
  }

  @Test(arguments: [
    "0", "-0", "-0.0", "1E+2", "1e-2", "true", "false", "null", "[]", "{}", "[[],[{}]]",
    "\"\\/\\b\\f\\n\\r\\t\\\"\"",
    "\"\\ud83d\\ude00\"", " [ 1 , 2 ] ", "\"\u{7F}\"", "123456789012345678901234567890.5e-10",
  ])
  func whatIsJSONIsRead(_ value: String) {
    let found = outcome(csv("[{\"video\":\"a\",\"views\":1,\"x\":\(value)}]"))
    #expect(found.table?.integers("views") == [1], "\(value): \(found.place)")
  }

  @Test func headersAreShownAsTheFileHasThem() throws {
    let found = outcome(csv(#"[{"videoId":"a","viewCount":7,"moodWord":"calm"}]"#))
    let report = try #require(found.report)
    #expect(report.kept.map(\.header) == ["viewCount"])
    #expect(report.unknown == ["moodWord"])
    #expect(found.table?.videoHeader == "videoId")
    #expect(found.table?.columns.map(\.description.header) == ["viewCount"])
  }

  @Test func encodingsAreThoseOfTables() {
    let text = #"[{"video":"ä","views":12}]"#
    let units = [0xFEFF] + Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(outcome(SourceFile(name: "x.json", bytes: little)).table?.integers("views") == [12])
    #expect(outcome(csv("\u{FEFF}" + text)).table?.integers("views") == [12])
    let damaged = Array(#"[{"video":"a"#.utf8) + [0xFF] + Array(#"","views":1}]"#.utf8)
    #expect(outcome(SourceFile(name: "x.json", bytes: damaged)).place == "F102 1:13")
  }

  @Test func repeatsAreToldByRecord() throws {
    let rows = [#"{"video":"a","views":1}"#, #"{"video":"b","views":2}"#, #"{"video":"a","views":3}"#]
    let list = try #require(outcome(csv("[" + rows.joined(separator: ",\n\n") + "]")).report)
    #expect(list.lines.contains("  the later record won 1 time: record 3 over record 1"))
    let lines = try #require(outcome(csv("\n" + rows.joined(separator: "\n\n"))).report)
    #expect(lines.lines.contains("  the later line won 1 time: line 6 over line 2"))
  }

  @Test func listsThatLeadToPeopleAreSetAside() throws {
    let text = #"[{"video":"a","views":1,"mentions":["@canary","@canary2"],"hashtags":["soup"]}]"#
    let found = outcome(csv(text))
    #expect(found.report?.setAside == [.personColumn: 1])
    #expect(found.table?.columns.map(\.description.name) == ["views", "hashtags"])
    #expect(!found.text.contains("canary") && !found.text.contains("mentions"))
  }

  @Test func listsThatAreNotLoadedAreCounted() throws {
    let text =
      #"[{"video":"a","views":1,"view_sources":[{"kind":"search","part":0.5}],"anna":[1,2],"none":[]}]"#
    let report = try #require(outcome(csv(text)).report)
    #expect(report.notLoaded == ["view_sources"])
    #expect(report.hiddenUnknown == 1)
  }

  @Test func theCreatorsOwnAccountIsDroppedInObjectsToo() throws {
    let own = #"[{"id":"a","views":1,"owner":{"username":"canary","bio":"canary"}},{"id":"b","views":2}]"#
    let found = outcome(csv(own))
    #expect(found.report?.ownAccountColumns == 2)
    #expect(!found.text.contains("canary"))
  }

  @Test func countsOfTheOwnAccountMayVary() {
    let rows = (1...3).map {
      "{\"id\":\"v\($0)\",\"views\":1,\"author\":{\"name\":\"canary\",\"fans\":\(5000 + $0)}}"
    }
    let found = outcome(csv("[" + rows.joined(separator: ",") + "]"))
    #expect(found.report?.ownAccountColumns == 2)
    let ids = (1...3).map { "{\"id\":\"v\($0)\",\"views\":1,\"author\":{\"number\":123456789\($0)}}" }
    #expect(outcome(csv("[" + ids.joined(separator: ",") + "]")).code == "P303")
  }

  @Test func accountsAreCountedAndNotNamed() {
    let rows = (1...3).map { "{\"id\":\"v\($0)\",\"diggCount\":1,\"authorMeta\":{\"name\":\"canary\($0)\"}}" }
    guard case .refusal(let refusal) = outcome(csv("[" + rows.joined(separator: ",") + "]")) else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.words == ["other accounts", "3 accounts"])
  }

  @Test func millisecondsAreTimesInAPresetOnly() throws {
    let display = #"[{"id":"a","create_time":1767225600123,"view_count":5,"like_count":1}]"#
    let table = try #require(outcome(csv(display)).table)
    guard case .instants(let posted) = table.column("posted") else {
      Issue.record("no time")
      return
    }
    #expect(posted.seconds == [1_767_225_600])
    #expect(outcome(csv(#"[{"video":"a","posted":1767225600,"views":5}]"#)).code == "F115")
  }
}

/// A random table of videos, written in three ways.
struct RandomRecords {
  let csv: String
  let json: String
  let ndjson: String

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let headers = ["video", "posted", "title", "topic", "hashtags", "views", "saves", "watch_time"]
    let rows = (0..<Int.random(in: 1...12, using: &random)).map { row in
      headers.map { Self.cell($0, row, &random) }
    }
    csv = ([headers] + rows.map { $0.map(Self.csvCell) })
      .map { $0.joined(separator: ",") }.joined(separator: "\r\n")
    // A key that no record has makes no column, so the first record has them all.
    let objects = rows.enumerated().map { number, row in
      let members = zip(headers, row).compactMap {
        Self.member($0, $1, mayBeLeftOut: number > 0, &random)
      }
      return "{" + members.joined(separator: ", ") + "}"
    }
    json = "[" + objects.joined(separator: ",\n  ") + "]\n"
    ndjson = objects.joined(separator: "\n")
  }

  /// A cell as text; empty for a missing value.
  private static func cell(_ header: String, _ row: Int, _ random: inout SeededGenerator) -> String {
    if header == "video" { return "v\(row)" }
    if Int.random(in: 0..<6, using: &random) == 0 { return "" }
    switch header {
    case "posted":
      return
        "2026-0\(Int.random(in: 1...4, using: &random))-1\(Int.random(in: 0...9, using: &random))T10:00:00Z"
    case "title":
      let parts = ["a", "\"", ",", "é", "\n", "\\", "𝄞", " b", "'", "\t", "/", "ask @canary", "#soup"]
      return (0..<Int.random(in: 1...6, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "a" }.joined()
    case "topic": return ["soup", "bread", "Soup", "null", "--"].randomElement(using: &random) ?? "soup"
    case "hashtags": return ["x", "x, y", "Winter, y"].randomElement(using: &random) ?? "x"
    case "watch_time":
      return "\(Int.random(in: 0...999, using: &random)).\(Int.random(in: 10...99, using: &random))"
    default: return "\(Int64.random(in: -5...9_000_000_000, using: &random))"
    }
  }

  private static func csvCell(_ cell: String) -> String {
    let needsQuotes = cell.contains { $0 == "\"" || $0 == "," || $0.isNewline }
    return needsQuotes
      ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      : cell
  }

  /// `"key": value`; nil where a missing value is left out.
  private static func member(
    _ header: String, _ cell: String, mayBeLeftOut: Bool, _ random: inout SeededGenerator
  ) -> String? {
    guard !cell.isEmpty else {
      return mayBeLeftOut && Bool.random(using: &random) ? nil : "\"\(header)\": null"
    }
    let isNumber = ["views", "saves", "watch_time"].contains(header)
    if isNumber, Bool.random(using: &random) { return "\"\(header)\": \(cell)" }
    if header == "hashtags", Bool.random(using: &random) {
      let tags = cell.split(separator: ", ").map { "{\"id\": 1, \"name\": \"\($0)\"}" }
      return "\"hashtags\": [\(tags.joined(separator: ","))]"
    }
    return "\"\(header)\": \"\(escaped(cell, &random))\""
  }

  private static func escaped(_ text: String, _ random: inout SeededGenerator) -> String {
    var result = ""
    for unit in text.utf16 {
      let scalar = Unicode.Scalar(unit)
      let mustBe = scalar == nil || scalar == "\"" || scalar == "\\" || unit < 32
      if mustBe || Int.random(in: 0..<4, using: &random) == 0 {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else if let scalar {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
