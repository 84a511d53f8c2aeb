import TallyEngine
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
        "  snapshot: followers",
        "  not loaded (P305), not known to Tally, and not printed because a header may be a name: 1 column",
        "  never read beside an audience (P106): likes",
        "  counted together as (folded) (P401, P402): small groups, and what hides them",
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
