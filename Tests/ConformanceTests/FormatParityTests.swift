import Foundation
import TallyRender
import TallyTestSupport
import Testing

/// The same question in every format carries the same rows, texts and numbers.
@Suite struct FormatParityTests {
  /// The session with posts, days, channel, counted audiences, and another one with shares of a known number of people.
  private static func sessions(in folder: String) throws -> [(files: [String], questions: [String])] {
    let shares =
      "country,follower_share\nDE,41.3%\nAT,22.2%\nCH,13.1%\nUS,11.4%\nFR,8.6%\nIT,3.1%\nNZ,0.2%\nIS,0.1%\n"
    let channel = "date,followers\n2026-10-24,8040\n2026-10-25,8051\n"
    let views =
      "country,views,watch_time\nDE,9000,30123.5\nAT,4000,20000\nCH,700,2000.25\nFR,60,300\nIT,12,11\nIS,3,2\n"
    let money =
      "video,posted,format,views,saves,average_watch_time,cost\na,2026-01-05,vlog,100000,50,12.5,1.25\n"
      + "b,2026-01-06,\"a | b, \"\"c\"\"\",3000,30,,0.005\nc,2026-02-03,vlog,0,0,61.04,1000000\nd,2026-02-04,,7,,3725,\n"
    for (name, text) in [("shares", shares), ("followers", channel), ("views", views), ("money", money)] {
      try text.write(toFile: "\(folder)/\(name).csv", atomically: true, encoding: .utf8)
    }
    let example = ["videos", "daily", "channel", "audience-country", "audience-age-gender"]
      .map { Repository.absolute("Examples/channel/\($0).csv") }
    return [
      (
        example,
        ownQuestions(seed: 20_261_125) + audienceQuestions(["followers"], ["country", "age", "gender"])
      ),
      (
        ["\(folder)/shares.csv", "\(folder)/followers.csv"],
        audienceQuestions(["followers", "follower_share"], ["country"])
      ),
      (
        ["\(folder)/views.csv"], audienceQuestions(["views", "watch_time", "views / 7 as part"], ["country"])
      ),
      (
        ["\(folder)/money.csv"],
        [
          "column cost in videos is counter in usd; views, saves, save_rate, cost, cost / views as each by video",
          "average_watch_time by format", "average_watch_time, views by format, video with total",
          "cost, saves by month posted with share, total", "cost / saves as price by weekday posted",
        ]
      ),
    ]
  }

  /// Questions about posts and days, drawn with a fixed seed.
  private static func ownQuestions(seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    let items = [
      "saves", "views", "save_rate", "saves per 1000 views as per_thousand", "videos", "views / 3 as third",
      "median saves per video", "average saves per day", "likes - 2 * comments as mood", "running saves",
      "length",
      "average length", "shares / 0 as nothing", "saves / views / 1000000 as tiny",
      "views * 1000000000000 as huge",
    ]
    let groups = [
      "", " by format", " by topic", " by week", " by month posted", " by weekday posted", " by hour posted",
      " by hashtags", " by format, topic", " by quarter posted", " by year posted", " by hook",
      " by length every 60s", " by since posted",
    ]
    let ranges = ["", "", " during last 8 weeks", " where views > 1000", " where format = \"tutorial\""]
    let ends = ["", "", " top 3", " top 3 with others, total", " with share, total", " vs previous"]
    return (0..<70).map { _ in
      let count = Int.random(in: 1...3, using: &generator)
      let chosen = items.shuffled(using: &generator).prefix(count).joined(separator: ", ")
      return chosen + (groups.randomElement(using: &generator) ?? "")
        + (ranges.randomElement(using: &generator) ?? "")
        + (ends.randomElement(using: &generator) ?? "")
    }
  }

  private static func audienceQuestions(_ items: [String], _ dimensions: [String]) -> [String] {
    let ends = ["", " top 2", " top 2 with others, share, total", " with share", " having ITEM > 500"]
    var questions: [String] = []
    for item in items {
      let name = item.split(separator: " ").last.map(String.init) ?? item
      for dimension in dimensions + (dimensions.count > 1 ? ["age, gender"] : []) {
        questions += ends.map { end in
          "\(item) by \(dimension)" + end.replacingOccurrences(of: "ITEM", with: name)
        }
      }
    }
    return questions + [items.joined(separator: ", ") + " by \(dimensions[0])"]
  }

  @Test func everyFormatCarriesTheSameNumbers() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tally-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var (answered, numbers, folded, missing, durations) = (0, 0, 0, 0, 0)
    for (files, questions) in try Self.sessions(in: folder) {
      var session = SessionUnderTest(in: folder, width: nil)
      try session.loadPlaces(files)
      let before = answered
      for question in questions {
        var texts: [OutputFormat: String] = [:]
        for format in OutputFormat.allCases { texts[format] = session.answer(question, as: format) }
        guard texts.values.allSatisfy({ !$0.isEmpty }), texts.count == OutputFormat.allCases.count else {
          continue
        }
        answered += 1
        let csv = AnswerReader.csv(texts[.csv] ?? "")
        for (format, table) in [
          (OutputFormat.tsv, AnswerReader.tsv(texts[.tsv] ?? "")),
          (.json, try AnswerReader.json(texts[.json] ?? "")),
          (.ndjson, AnswerReader.ndjson(texts[.ndjson] ?? "", columns: csv.first ?? [])),
        ] {
          #expect(table == csv, "\(question) as \(format)")
        }
        let people = AnswerReader.html(texts[.html] ?? "")
        for (format, table) in [
          (OutputFormat.markdown, AnswerReader.markdown(texts[.markdown] ?? "")),
          (.box, AnswerReader.box(texts[.box] ?? "")),
          (.plain, AnswerReader.plain(texts[.plain] ?? "")),
          (.vertical, AnswerReader.vertical(texts[.vertical] ?? "", columns: people.first ?? [])),
        ] {
          #expect(table == people, "\(question) as \(format)")
        }
        let marks = csv.first?.last == "row"
        #expect(people.count == csv.count, "\(question)")
        for (row, cells) in csv.enumerated().dropFirst() {
          let own = marks ? Array(cells.dropLast()) : cells
          guard row < people.count, people[row].count == own.count else {
            Issue.record("\(question): row \(row) has other cells for people")
            continue
          }
          for (column, (cell, shown)) in zip(own, people[row]).enumerated() {
            let says = ShownCell(shown)
            // A terminal shows the title of a video, programs get its id.
            if csv[0][column] == "video", !cell.isEmpty, !shown.isEmpty { continue }
            #expect(
              says.carries(cell, rowKind: marks ? cells.last : nil),
              "\(question): \(cell) is shown as \(shown)")
            if Double(cell) != nil { numbers += 1 }
            if shown.contains(":") { durations += 1 }
            if cell.isEmpty { missing += 1 }
            if cell == "(folded)" { folded += 1 }
          }
        }
        let notes = try AnswerReader.jsonNotes(texts[.json] ?? "")
        for note in notes {
          #expect(
            AnswerReader.unescaped(texts[.markdown] ?? "").contains("- \(note)"), "\(question): \(note)")
          #expect(
            (texts[.box] ?? "").contains(note) && (texts[.plain] ?? "").contains(note), "\(question): \(note)"
          )
        }
      }
      #expect(answered > before + 2, "\(files)")
    }
    print(
      "compared \(answered) answers with \(numbers) numbers, \(folded) folds, \(missing) missing, \(durations) durations"
    )
    #expect(answered > 70 && numbers > 500 && folded > 20 && missing > 50 && durations > 20)
  }
}

/// One cell as people see it.
private struct ShownCell {
  private let text: String

  init(_ text: String) { self.text = text }

  /// Whether it says what a machine format says: the same text, or the same number at the precision that is shown.
  func carries(_ machine: String, rowKind: String?) -> Bool {
    if machine.isEmpty { return text == "–" || text == "" || (rowKind != nil && text == rowKind) }
    if text == machine { return true }
    // The first day of a bucket has a name for people.
    if machine.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil { return isBucket(from: machine) }
    guard let exact = Double(machine), let (shown, half) = number else { return machine.hasPrefix(text) }
    return (exact - shown).magnitude <= half + exact.magnitude * 1e-9
  }

  private func isBucket(from day: String) -> Bool {
    if text.hasPrefix(day) || (day.hasPrefix(text) && text.count >= 4) { return true }
    guard let match = text.wholeMatch(of: /(\d{4})-?\s?Q([1-4])/), let quarter = Int(match.2) else {
      return false
    }
    let month = quarter * 3 - 2
    return day == "\(match.1)-\(month < 10 ? "0" : "")\(month)-01"
  }

  /// The number that is shown, in the unit of machine formats, and half of its last digit.
  private var number: (value: Double, half: Double)? {
    var digits = text.replacingOccurrences(of: ",", with: "")
    var unit = 1.0
    if digits.hasSuffix(" pp") {
      digits = String(digits.dropLast(3))
      unit = 0.01
    } else if digits.hasSuffix("%") {
      digits = String(digits.dropLast())
      unit = 0.01
    } else if digits.contains(":") {
      return duration(digits)
    }
    guard let value = Double(digits) else { return nil }
    let parts = digits.split(separator: "e")
    let places = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Double(parts[1]) ?? 0 : 0
    return (value * unit, 0.5000001 * pow(10, exponent - Double(places)) * unit)
  }

  private func duration(_ digits: String) -> (value: Double, half: Double)? {
    let isNegative = digits.hasPrefix("-")
    let parts = digits.drop { $0 == "-" }.split(separator: ":").map { Double($0) }
    guard parts.allSatisfy({ $0 != nil }) else { return nil }
    let seconds = parts.reduce(0) { $0 * 60 + ($1 ?? 0) }
    // An hour of the day is a number of its own.
    let isHour = parts.count == 2 && digits.hasSuffix(":00")
    if isHour, seconds >= 0, seconds < 24 * 60, digits.count == 5 { return (seconds / 60, 0) }
    return (isNegative ? -seconds : seconds, digits.contains(".") ? 0.0500001 : 0.5000001)
  }
}
