@testable import TallyEngine
import TallyPlan
import TallyPrivacy
import TallyTestSupport
import Testing

/// What files say of an audience, opened together: the rows of each breakdown, as `DE 300`.
private func opened(_ files: SourceFile..., into audience: inout OpenAudience) throws -> [[String]] {
  let loaded = try files.map { try read($0, as: nil, options: options) }
  let others = try assemble(loaded)
  _ = try audience.open(loaded, beside: others)
  return audience.added(to: others).dataset.audience.map { breakdown in
    (0..<breakdown.table.rowCount).map { row in
      let labels = breakdown.dimensions.map { name -> String in
        guard case .texts(let text)? = breakdown.table.columns[name] else { return "?" }
        return text[row] ?? "-"
      }
      guard case .integers(let people)? = breakdown.table.columns["followers"] else {
        return labels.joined(separator: " ")
      }
      return (labels + [people[row].map(String.init) ?? "-"]).joined(separator: " ")
    }
  }
}

private func opened(_ files: SourceFile...) throws -> [[String]] {
  var audience = OpenAudience()
  let loaded = try files.map { try read($0, as: nil, options: options) }
  _ = try audience.open(loaded, beside: try assemble(loaded))
  var none = audience
  return try opened(into: &none)
}

private func report(_ file: SourceFile) throws -> [String] {
  var audience = OpenAudience()
  let loaded = [try read(file, as: nil, options: options)]
  return try audience.open(loaded, beside: try assemble(loaded)).flatMap(\.report.lines)
}

struct AudienceLoadingTests {
  @Test(
    "groups, people and what belongs to them, in whatever order and wording",
    arguments: [
      "country,followers\nDE,300\nAT,200\n", "Followers;Country\n200;AT\n300;DE\n",
      "country_code\ttotal_followers\nDE\t300\nAT\t150\nAT\t50\n",
      "Top territories,followers,likes\nDE,300,1\nAT,200,2\n",
      "country,followers\nTotal,500\nDE,300\nAT,200\n",
      "country,followers\nDE,300\nAT,200\nAll countries,500\n",
      "country,followers\nDE,300\nAT,200\nCH,\n",
      "date,country,followers\n2026-01-01,DE,3\n2026-01-02,DE,300\n2026-01-02,AT,200\n",
    ])
  func readsBreakdowns(text: String) throws { #expect(try opened(csv(text)) == [["AT 200", "DE 300"]]) }

  @Test func knowsTheExportsOfTikTok() throws {
    let days = csv("date,followers\n2026-01-01,9\n2026-01-02,5000\n", "days.csv")
    let tables = try opened(
      fixture("tiktok-studio/FollowerGender.csv"), fixture("tiktok-studio/FollowerTopTerritories.csv"), days)
    #expect(
      tables == [
        ["AT 595", "CH 355", "DE 2060", "Others 1850", "US 95", "XK 45"],
        ["Female 2950", "Male 2000", "Other 50"],
      ])
  }

  @Test("a country may be called NA, and an empty cell is a group of its own")
  func labelsAreNotMissingWords() throws {
    #expect(try opened(csv("country,followers\nNA,300\n,200\n")) == [["NA 300", "- 200"]])
  }

  @Test("shares of a hundred and of one are the same shares")
  func readsPercents() throws {
    let days = csv("date,followers\n2026-01-02,1000\n", "days.csv")
    for cells in ["55.5,44.5", "55.5%,44.5%", "0.555,0.445"] {
      let shares = cells.split(separator: ",")
      let file = csv("gender,percentage\nfemale,\(shares[0])\nmale,\(shares[1])\n")
      #expect(try opened(file, days) == [["female 555", "male 445"]])
    }
  }

  @Test("shares of subscribers are no shares of followers, and a broken number of people is rounded down")
  func shareHeadersNameTheirPeople() throws {
    let file = csv("country,subscriber_share\nDE,0.7\nAT,0.3\n")
    #expect(try opened(file, csv("date,followers,subscribers\n2026-01-01,90000,50\n", "days.csv")).isEmpty)
    #expect(
      try opened(file, csv("date,followers,subscribers\n2026-01-01,50,1000\n", "days.csv"))
        == [["AT", "DE"]])
    let shares = csv("country,share\nDE,0.7\nAT,0.3\n")
    #expect(
      try opened(shares, csv("date,followers\n2026-01-01,9.5\n2026-01-02,99.9\n", "days.csv")).isEmpty)
  }

  @Test("few percents below a header of percents are no large parts")
  func readsTheSmallerWay() throws {
    let days = csv("date,followers\n2026-01-02,100000\n", "days.csv")
    let file = csv("city,percentage\nGraz,0.4\nLinz,0.3\nWels,0.1\n")
    #expect(try opened(file, days) == [["Graz 400", "Linz 300", "Wels 100"]])
  }

  @Test("a report tells what was kept and not how many small groups there were")
  func reportsTellNoSizes() throws {
    let lines = try report(
      csv("country,followers,likes,views,mood\nDE,300,1,2,3\nAT,40,1,2,3\nIS,2,1,2,3\nNZ,1,1,2,3\n"))
    #expect(
      lines == [
        "test.csv: 2 rows as audience (told from its columns)", "  attribute: country",
        "  snapshot: followers", "  not loaded (P305): 1 column whose header may name a person",
        "  never read beside an audience (P106): likes",
        "  counted together as (folded) (P401): groups too small to be shown",
        "  withheld (P403), views by country: too few, or too many small groups, to show any part of it",
      ])
  }

  @Test("a folded number is nowhere in what is kept")
  func rawNumbersAreGone() throws {
    var audience = OpenAudience()
    let file = csv("country,followers\nDE,300\nAT,40\nCanaryland,7\n")
    let loaded = [try read(file, as: nil, options: options)]
    let told = try audience.open(loaded, beside: try assemble(loaded))
    let kept = audience.added(to: try assemble(loaded))
    let everything = "\(audience) \(kept) \(told)"
    #expect(everything.contains("(folded)"))
    #expect(!everything.contains("Canaryland"))
    #expect(!everything.contains("people: Optional(7)"))
    #expect(told.allSatisfy { $0.audience.isEmpty })
  }

  @Test(
    "names, addresses and handles are no groups",
    arguments: [
      "city,followers\nanna@example.org,300\nGraz,200\n", "username,country,followers\nanna,DE,300\n",
      "country,followers,note\nDE,300,anna@example.org\nAT,200,b\n",
    ])
  func refusesPeople(text: String) {
    #expect(outcome(csv(text)).code == "P303")
  }

  @Test("damaged files end in a message or a breakdown of whole groups", arguments: [UInt64(21), 22, 23])
  func survivesDamage(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let texts = [
      "country,followers\nDE,300\nAT,200\nIS,3\nTotal,503\n",
      "age;gender;share\n18-24;f;45,5%\n18-24;m;54,5%\n",
      "date,city,subscribers\n2026-01-01,Graz,400\n2026-01-02,Graz,9223372036854775807\n",
    ]
    let pieces = [
      "\"", ",", ";", "\n", "%", "-", "Total", "999999999999999999", "1e308", "\u{0}", "all", "(folded)",
      "0.9", "",
    ]
    for _ in 0..<300 {
      var characters = Array(texts[Int.random(in: 0..<texts.count, using: &generator)])
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<characters.count, using: &generator)
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        characters.replaceSubrange(place..<min(place + 2, characters.count), with: Array(piece))
        if characters.isEmpty { characters = [" "] }
      }
      for table in (try? opened(csv(String(characters)))) ?? [] {
        for row in table where !row.hasSuffix("%") {
          guard let people = row.split(separator: " ").last.flatMap({ Int64($0) }) else { continue }
          #expect(people >= 10, "seed \(seed): \(String(characters))")
        }
      }
    }
  }

  @Test("files read one by one stay as they were opened", arguments: [UInt64(5), 6])
  func laterFilesChangeNothing(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let files = [
      csv("country,followers\nDE,300\nAT,200\n", "a.csv"),
      csv("country,gender,followers\nDE,f,300\nDE,m,200\n", "b.csv"),
      csv("gender,followers\nf,300\nm,200\n", "c.csv"), csv("device,followers\nphone,300\ntv,200\n", "d.csv"),
    ]
    for _ in 0..<10 {
      var audience = OpenAudience()
      var before: [[String]] = []
      for file in files.shuffled(using: &generator) {
        var next = audience
        if let now = try? opened(file, into: &next) {
          #expect(before.allSatisfy(now.contains), "seed \(seed)")
          (audience, before) = (next, now)
        }
      }
    }
  }
}

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
    #expect(everything.contains("97"))
    #expect(!everything.contains("Canaryland"))
    #expect(!everything.contains("37"))
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
