@testable import TallyEngine
import TallyPlan
import TallyPrivacy
import TallyTestSupport
import Testing

struct ExposureLoadingTests {
  /// The rows of views by audience, as `DE 300`.
  private func views(_ files: SourceFile...) throws -> [String] {
    let loaded = try files.map { try read($0, as: nil, options: options) }
    let others = try assemble(loaded)
    var audience = OpenAudience()
    _ = try audience.open(loaded, beside: others)
    return audience.added(to: others).dataset.audience.flatMap { table -> [String] in
      guard case .integers(let views)? = table.table.columns["views"],
        case .texts(let labels)? = table.table.columns[table.dimensions[0]]
      else { return [] }
      return (0..<table.table.rowCount).map { "\(labels[$0] ?? "-") \(views[$0] ?? -1)" }
    }
  }

  @Test("the real export by country: large groups as they are, a total that is not shown, one fold")
  func readsTheRealExport() throws {
    let rows = try views(fixture("../real/youtube-table-by-geography.csv"))
    #expect(rows.count == 174)
    #expect(rows.contains("US 2638475"))
    #expect(rows.contains("GD 53"))
    #expect(rows.last == "(folded) 460")
    #expect(!rows.contains { $0.hasPrefix("MF ") || $0.hasPrefix("CG ") || $0.hasSuffix(" 15503810") })
  }

  @Test("days are added up, and their file says what the file without days says")
  func addsDaysUp() throws {
    let days = csv(
      "Date,Geography,Views\n2026-01-01,DE,400\n2026-01-02,DE,500\n2026-01-01,AT,300\n", "Chart data.csv")
    let whole = csv(
      "Geography,Views,Watch time (hours)\nTotal,1300,9\nDE,900,5\nAT,300,2\n", "Table data.csv")
    #expect(try views(days) == ["AT 300", "DE 900"])
    #expect(try views(whole) == ["AT 300", "DE 900"])
    #expect(try views(days, whole) == ["AT 300", "DE 900"])
    var audience = OpenAudience()
    let loaded = try [days, whole].map { try read($0, as: nil, options: options) }
    let told = try audience.open(loaded, beside: try assemble(loaded))
    #expect(told[0].report.notes.contains("is open already"))
    #expect(told.allSatisfy { $0.notYet == nil })
  }

  @Test(
    "periods that follow each other are one; of those that overlap the newer is open, of undated ones none")
  func opensOnePeriod() throws {
    let january = csv("Date,Geography,Views\n2026-01-31,DE,900\n2026-01-31,AT,300\n", "1.csv")
    let february = csv("Date,Geography,Views\n2026-02-28,DE,940\n2026-02-28,AT,310\n", "2.csv")
    #expect(try views(january, february) == ["AT 610", "DE 1840"])
    #expect(try views(february, january) == ["AT 610", "DE 1840"])
    #expect(try views(february, january, february) == ["AT 610", "DE 1840"])
    let again = csv(
      "Date,Geography,Views\n2026-01-31,DE,901\n2026-02-28,DE,940\n2026-03-01,AT,310\n", "5.csv")
    #expect(try views(january, again) == ["AT 310", "DE 1841"])
    let undated = csv("Geography,Views\nDE,900\nAT,300\n", "3.csv")
    let other = csv("Geography,Views\nDE,900\nAT,301\n", "4.csv")
    #expect(throws: LoadFailure.self) { try views(undated, other) }
  }

  @Test("a number with gaps is not kept beside one without")
  func leavesNumbersWithGapsOut() throws {
    var audience = OpenAudience()
    let file = csv(
      "country,views,impressions,watch_time\nDE,900,,10\nAT,300,5000,70\nCH,0,,\nUS,700,70,\nFR,600,,90\n")
    let loaded = [try read(file, as: nil, options: options)]
    #expect(
      loaded[0].report.notes == [
        "not kept, as some groups have none: impressions", "not kept, as some groups have none: watch_time",
      ])
    _ = try audience.open(loaded, beside: try assemble(loaded))
    let columns = audience.added(to: try assemble(loaded)).catalog.tables.first?.columns.map(\.name)
    #expect(columns == ["country", "views"])
  }

  @Test("a folded number of views is nowhere in what is kept")
  func rawNumbersAreGone() throws {
    var audience = OpenAudience()
    let file = csv("country,views\nDE,3000\nAT,400\nCanaryland,37\nNZ,31\nIS,29\n")
    let loaded = [try read(file, as: nil, options: options)]
    let told = try audience.open(loaded, beside: try assemble(loaded))
    let everything = "\(audience) \(audience.added(to: try assemble(loaded))) \(told)"
    // Word by word: addresses in memory stand in it too.
    let words = Set(everything.split { !$0.isLetter && !$0.isNumber })
    #expect(words.contains("97"))
    #expect(!words.contains("Canaryland"))
    #expect(!words.contains("37"))
  }

  @Test("a year of days and countries is added up as their table is", arguments: [UInt64(81), 82])
  func damagedExposuresEndInAMessage(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let texts = [
      "Geography,Views\nTotal,5000\nDE,3000\nAT,400\nIS,31\n",
      "date,age,impressions\n2026-01-01,18-24,9000\n",
    ]
    let pieces = ["\"", ",", "\n", "-", "Total", "9223372036854775807", "1e9", "\u{0}", "all", "%", "0.5"]
    for _ in 0..<300 {
      var characters = Array(texts[Int.random(in: 0..<texts.count, using: &generator)])
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<characters.count, using: &generator)
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        characters.replaceSubrange(place..<min(place + 2, characters.count), with: Array(piece))
        if characters.isEmpty { characters = [" "] }
      }
      for row in (try? views(csv(String(characters)))) ?? [] {
        let views = try #require(row.split(separator: " ").last.flatMap { Int64($0) })
        #expect(views >= 50, "seed \(seed): \(String(characters))")
      }
    }
  }
}

struct SectionTests {
  private func found(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try sections(of: bytes.span, separator: UInt8(ascii: ","), from: 0, file: "test.csv").map {
      let rows = String(decoding: bytes[$0.rows], as: UTF8.self)
        .split(whereSeparator: \.isNewline).joined(separator: "/")
      return "\($0.titles.joined(separator: "+"))|\($0.headers.joined(separator: ","))|\(rows)"
    }
  }

  @Test("tables below each other are told apart by blank lines, whatever the line breaks")
  func tellsTablesApart() throws {
    for lineBreak in ["\n", "\r\n", "\r"] {
      let text = ["Top", "a,b", "1,2", "3,4", "", "Next", "Again", "c,d", "5,6", ""]
        .joined(separator: lineBreak)
      #expect(try found(text) == ["Top|a,b|1,2/3,4", "Next+Again|c,d|5,6"])
    }
  }

  @Test("blank cells are a blank line, one table is one section, titles alone have no headers")
  func knowsBlankLines() throws {
    #expect(try found("Top,\na,b\n1,2\n,\nNext,\nc,d\n,\n\n") == ["Top|a,b|1,2", "Next|c,d|"])
    #expect(try found("a,b\n1,2\n") == ["|a,b|1,2"])
    #expect(try found("\n\na\n\nb,c\n1,2") == ["a||", "|b,c|1,2"])
    #expect(try found("a,b\n\"x\n\ny\",2\n").count == 1)
    #expect(try found("").isEmpty)
  }
}
