import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import Testing
import TallyTestSupport

@Suite struct CSVTests {
  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func lineEndsAndByteOrderMarksDoNotMatter(_ lineEnd: String, _ mark: String) throws {
    let lines = ["video,title,views", "v1,\"one, \"\"two\"\"\",1", "v2,\"a\(lineEnd)b\",2"]
    for last in ["", lineEnd] {
      let table = try #require(outcome(csv(mark + lines.joined(separator: lineEnd) + last)).table)
      #expect(table.texts("title") == ["one, \"two\"", "a b"])
      #expect(table.integers("views") == [1, 2])
    }
  }

  @Test(arguments: [",", ";", "\t"])
  func separatorsAreFoundByTheHeader(_ separator: String) throws {
    let text = "video|title|views\nv1|Soup|7\n".split(separator: "|").joined(separator: separator)
    #expect(try #require(outcome(csv(text)).table).integers("views") == [7])
    #expect(try #require(outcome(csv("sep=\(separator)\n" + text)).table).texts("title") == ["Soup"])
  }

  @Test(arguments: [true, false])
  func utf16IsDecoded(_ isBigEndian: Bool) throws {
    let bytes: [UInt8] = ("\u{FEFF}" + "video,title,views\nv1,Süß 🍲,7\n").utf16.flatMap {
      isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
    }
    let table = try #require(outcome(SourceFile(name: "x.csv", bytes: bytes)).table)
    #expect(table.texts("title") == ["Süß 🍲"])
  }

  @Test(arguments: [
    ("1,234|56", [1234, 56]), ("1.234.567|8", [1_234_567, 8]), ("28 000|1", [28_000, 1]),
    ("28\u{202F}000|1", [28_000, 1]), ("28\u{A0}000|1", [28_000, 1]), ("1'234|5", [1234, 5]),
    ("-7|+3", [-7, 3]),
    ("1.2K|3M", [1200, 3_000_000]), ("1203.0|4.0", [1203, 4]), ("5.431|12", [5431, 12]),
    ("9223372036854775807|0", [Int64.max, 0]),
  ])
  func countsAreReadHoweverTheyAreWritten(_ cells: String, _ values: [Int64]) {
    let rows = cells.split(separator: "|").enumerated().map { "v\($0),\"\($1)\"" }
    let found = outcome(csv("video,views\n" + rows.joined(separator: "\n")))
    #expect(found.table?.integers("views") == values.map { $0 }, "\(found.place)")
  }

  @Test(arguments: [
    ("watch_time", "0:00:37|1:02:03", [37, 3723]), ("Watch time (minutes)", "2|3", [120, 180]),
    ("average_watch_time", "12s|7s", [12, 7]),
  ])
  func durationsAreSeconds(_ header: String, _ cells: String, _ values: [Int64]) {
    let rows = cells.split(separator: "|").enumerated().map { "v\($0),\($1)" }
    let found = outcome(csv("video,\(header)\n" + rows.joined(separator: "\n")))
    #expect(
      found.table?.columns.first.map { found.table?.integers($0.description.name) ?? [] } == values.map { $0 }
    )
  }

  @Test func hoursAndPercentagesAreScaled() throws {
    let table = try #require(
      outcome(csv("video,Watch time (hours),CTR,completion rate (%)\nv1,0.5,4.3%,62.1\nv2,1.2345,1%,8%\n"))
        .table)
    #expect(table.decimals("watch_time") == [1800, 4444.2])
    #expect(table.decimals("click_through_rate") == [0.043, 0.01])
    #expect(table.decimals("completion_rate") == [0.621, 0.08])
  }

  @Test(arguments: ["", "undefined", "NAN", "--", "-", "N/A", "–"])
  func wordsForNotKnownAreMissing(_ word: String) throws {
    let table = try #require(outcome(csv("video,views,saves\nv1,\(word),3\nv2,5,4\n")).table)
    #expect(table.integers("views") == [nil, 5])
  }

  @Test(arguments: [
    ("2026-03-14", 1_773_446_400, true), ("2026/03/14", 1_773_446_400, true),
    ("2026-03-14T10:00:00Z", 1_773_482_400, false), ("2026-03-14 10:00", 1_773_482_400, false),
    ("2026-03-14T10:00:00+02:00", 1_773_475_200, false), ("\"Mar 14, 2026\"", 1_773_446_400, true),
    ("14.03.2026", 1_773_446_400, true), ("14-Mar-26", 1_773_446_400, true),
    ("20260314", 1_773_446_400, true),
    ("\"Sat, Mar 14, 2026\"", 1_773_446_400, true), ("2026-03-14 10:00 +0000", 1_773_482_400, false),
    ("03/14/2026 10:00 AM", 1_773_482_400, false),
  ])
  func datesAndInstantsAreRead(_ cell: String, _ seconds: Int64, _ isDate: Bool) throws {
    let found = outcome(csv("video,posted,views\nv1,\(cell),1\n"))
    guard case .instants(let posted) = found.table?.column("posted") else {
      Issue.record("\(found.place)")
      return
    }
    #expect(posted.seconds == [seconds] && posted.isDate == [isDate])
  }

  @Test func optionsSettleDatesThatAreOpen() throws {
    var british = options
    british.dateOrder = .dmy
    let table = try #require(outcome(csv("date,views\n03/04/2025,1\n"), as: nil, british).table)
    #expect(table.days.first == Day(year: 2025, month: 4, day: 3)?.number && table.days.count == 1)
    #expect(outcome(csv("date,views\n03/04/2025,1\n25/04/2025,1\n")).code == "ok")
    var dated = options
    dated.year = 2026
    let winter = try #require(outcome(csv("date,views\nDecember 31,1\nJanuary 1,2\n"), as: nil, dated).table)
    #expect(winter.days.map { Day(number: $0).description } == ["2025-12-31", "2026-01-01"])
  }

  @Test func textIsNormalized() throws {
    let table = try #require(outcome(csv("video,topic,views\nv1,cafe\u{301},1\nv2,caf\u{E9},2\n")).table)
    let topics = table.texts("topic").compactMap { $0 }
    #expect(
      topics.map { Array($0.unicodeScalars) } == [
        Array("caf\u{E9}".unicodeScalars), Array("caf\u{E9}".unicodeScalars),
      ])
    guard case .texts(let column) = table.column("topic") else { return }
    #expect(column.dictionary.count == 1)
  }

  @Test func rolesAreInferred() {
    #expect(outcome(csv("video,posted,views\nv1,2026-01-01,1\n")).table?.role == .videos)
    #expect(outcome(csv("video,date,views\nv1,2026-01-01,1\n")).table?.role == .daily)
    #expect(outcome(csv("date,views\n2026-01-01,1\n")).table?.role == .channel)
    #expect(outcome(csv("video,topic,hook\nv1,soup,question\n")).table?.role == .videos)
  }

  @Test func aFormulaGuardIsTakenOff() throws {
    let table = try #require(outcome(csv("video,title,views\nv1,'=soup,1\nv2,'tis,2\n")).table)
    #expect(table.texts("title") == ["=soup", "'tis"])
  }

  @Test func rowsOfTotalsAndBlankRowsAreLeftOut() throws {
    let found = outcome(csv("video,views\nTotal,30\nv1,10\n,\nv2,20\n"))
    #expect(found.table?.integers("views") == [10, 20])
    #expect(found.report?.skippedRows == 2)
  }

  @Test func randomTablesComeBackAsTheyWere() throws {
    var random = SeededGenerator(seed: 7319)
    let pieces = ["soup", "\"", ",", "\n", "é", "🍲", " ", "x", ";", "日本"]
    for round in 0..<200 {
      let rows = Int(random.next() % 6) + 1
      var titles: [String?] = []
      var views: [Int64?] = []
      var text = "video,title,views"
      for row in 0..<rows {
        let words = (0..<(random.next() % 6)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
        let title = "t" + words.joined() + "t"
        let number =
          random.next() % 4 == 0 ? nil : Int64(bitPattern: random.next()) >> Int64(random.next() % 60)
        titles.append(title.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: " "))
        views.append(number)
        let quoted = title.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        text += "\nv\(row),\"\(quoted)\",\(number.map(String.init) ?? "")"
      }
      let found = outcome(csv(text))
      #expect(found.table?.integers("views") == views, "seed 7319, round \(round), \(found.place)")
      #expect(found.table?.texts("title") == titles, "seed 7319, round \(round)")
    }
  }
}
