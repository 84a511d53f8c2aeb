import Synchronization
import TallyEngine
import TallyLanguage
import TallyPlan
import TallyTestSupport
import Testing

/// Long tables are cut in pieces and read block by block: whatever is cut, the table is the one that is read in one go.
@Suite struct PiecesTests {
  /// Everything that is read of a file.
  private struct Reading: Equatable {
    let place: String
    let text: String
    var days: [Int32] = []
    var videos: TextColumn?
    var columns: [Column] = []
    var descriptions: [CatalogColumn] = []

    init(_ outcome: Outcome) {
      place = outcome.place
      text = outcome.text
      guard let table = outcome.table else { return }
      days = Array(table.days)
      videos = table.videos
      columns = table.columns.map(\.values)
      descriptions = table.columns.map(\.description)
    }
  }

  private func reading(_ file: SourceFile, cut places: [Int]?, as role: TableRole? = nil) -> Reading {
    var options = options
    options.year = 2026
    options.cuts = TextCuts(longText: places == nil ? .max : 0) { _ in places ?? [] }
    return Reading(outcome(file, as: role, options))
  }

  private func expectSame(_ text: String, step: Int = 1, _ where: SourceLocation = #_sourceLocation) {
    let file = csv(text)
    let whole = reading(file, cut: nil)
    for place in stride(from: 0, through: file.bytes.count, by: step) {
      #expect(reading(file, cut: [place]) == whole, "cut at \(place)", sourceLocation: `where`)
    }
    for pieces in 1...8 {
      let places = (1..<max(pieces, 1)).map { file.bytes.count * $0 / pieces }
      #expect(reading(file, cut: places) == whole, "\(pieces) pieces", sourceLocation: `where`)
    }
    #expect(reading(file, cut: Array(0...file.bytes.count)) == whole, sourceLocation: `where`)
  }

  private static let header = "date,video,format,views,watch_time,traffic_source\n"

  @Test func cutsAtEveryByteOfQuotedMultibyteLines() {
    expectSame(
      Self.header + """
        2024-03-01,"a ""b"", c",réel,12,1.25,"för, you"
        2024-03-01,"line
        break",リール,,2.50,
        "2024-03-02","a ""b"", c","","1234567","0.125","x"
        2024-03-03,ü,réel,-5,3,"a"

        """)
  }

  @Test func cutsAtEveryByteOfOtherLineEnds() {
    let rows = ["2024-03-01,a,reel,1,1.5,x", "2024-03-02,b,\"r\r\nl\",22,2.5,y", "2024-03-02,a,reel,,--,z"]
    for end in ["\r\n", "\r", "\n"] {
      let header = Self.header.replacing("\n", with: end)
      expectSame(header + rows.joined(separator: end))
      expectSame(header + rows.joined(separator: end) + end)
      expectSame(header + rows.joined(separator: end + end) + end + end)
    }
  }

  @Test func otherSeparatorsAndBlanks() {
    for separator in [";", "\t"] {
      expectSame(
        (Self.header + "2024-03-01, a b ,reel, 12 ,1.5,\"x,y\"\n2024-03-02,\t,\" r \",13,2.5,\n")
          .replacing(",", with: separator))
    }
  }

  /// Lines long enough that blocks of 64 bytes end in the middle of quotes, of CRLF, and of doubled quotes.
  @Test func quotesAcrossBlocks() {
    for shift in 0..<70 {
      let filler = String(repeating: "x", count: shift)
      expectSame(
        "date,video,title,views\r\n2024-01-01,\(filler),\"\(filler)\"\"\(filler)\r\n\",1\r\n2024-01-02,b,\"\"\"\",2\r\n",
        step: 37)
    }
  }

  @Test(arguments: [0, 1, 62, 63, 64, 65, 299])
  func numbersWidenAtAnyRow(_ row: Int) {
    for (narrow, wide) in [
      ("7", "300"), ("7", "70000"), ("7", "5000000000"), ("300", "1099511627776"), ("7", "-1"),
      ("70000", "-70000"),
      ("7", "1.5"), ("5000000000", "0.25"), ("7", "999999999999999999"), ("7", "9999999999999999999"),
      ("1.5", "1000000000000000"), ("7", "1,234"), ("7", "1.2K"), ("7", "--"), ("7", "n/a"), ("7", "x"),
      ("7", "1.234"),
      ("1.0", "2.00"), ("7", "12%"), ("7", " 8 "), ("7", "\"9\""), ("7", "00000000012"), ("7", "-0"),
      ("-0.0", "1.5"),
      ("7", "+8"), ("7", "1e5"), ("7", ".5"), ("7", "5."), ("7", "-"), ("7", "12345678"), ("7", "123456789"),
    ] {
      let rows = (0..<300).map { "v\($0),\($0 == row ? wide : narrow)\n" }.joined()
      for header in ["video,views\n", "video,watch_time\n"] {
        let file = csv(header + rows)
        let whole = reading(file, cut: nil)
        for pieces in [1, 2, 5, 8] {
          let places = (1..<max(pieces, 1)).map { file.bytes.count * $0 / pieces }
          #expect(reading(file, cut: places) == whole, "\(narrow) and \(wide) in \(pieces) pieces")
        }
      }
    }
  }

  @Test func missingValuesAtAnyPlace() {
    for gap in [1, 2, 63, 64, 65, 128] {
      let rows = (0..<300).map { row in
        let isMissing = row % gap == 0
        return
          "2024-01-\(row % 18 + 10),v\(row),\(isMissing ? "" : "f\(row % 7)"),\(isMissing ? "" : "\(row)"),,\n"
      }
      let file = csv(Self.header + rows.joined())
      let whole = reading(file, cut: nil)
      for pieces in 1...8 {
        let places = (1..<max(pieces, 1)).map { file.bytes.count * $0 / pieces }
        #expect(reading(file, cut: places) == whole, "every \(gap), \(pieces) pieces")
      }
    }
  }

  @Test func stringsOfEveryLengthAreTold() {
    let texts = (1...70).flatMap { length in
      ["a", "b"].map { String(repeating: "x", count: length - 1) + $0 } + [
        String(repeating: "ü", count: length)
      ]
    }
    let rows = (0..<600).map {
      "\(2_000 + $0 % 20)-01-01,\(texts[$0 * 7 % texts.count]),\(texts[$0 % texts.count]),\($0)\n"
    }
    expectSame("date,video,traffic_source,views\n" + rows.joined(), step: 997)
  }

  /// Rows of totals, notes and lists below, blank lines, ragged rows, open and stray quotes: the same answer or the same words.
  @Test func whatIsNoPlainTableIsToldTheSame() {
    let rows = "2024-03-01,a,reel,1,1.5,x\n2024-03-02,b,reel,22,2.5,y\n2024-03-02,a,reel,3,0.5,z\n"
    for below in [
      "Total,,,26,,\n", "Exported by Anna,,,,,\n", "Total Anna,,,26,,\n", ",,,,,\n",
      "\n\nTop fans\nName,Fans\nanna,3\n",
      "\nfollower,handle,joined,a,b,c\n", "x,y\n", "2024-03-04,a,reel,1,1.5,x,9\n",
      "2024-03-04,\"a,reel,1,1.5,x\n",
      "2024-03-04,a\"b,reel,1,1.5,x\n", "2024-03-04,\"a\"b,reel,1,1.5,x\n",
      "2024-03-04,anna@example.com,reel,1,1.5,x\n",
      "2024-03-04,,reel,1,1.5,x\n", ",a,reel,1,1.5,x\n", "2024-13-04,a,reel,1,1.5,x\n",
      "04.03.2024,a,reel,1,1.5,x\n",
      "2024-03-04,a,reel,one,1.5,x\n", "2024-03-02,a,reel,9,0.5,z\n2024-03-02,a,reel,9,0.5,z\n",
      ",,,,,\nName,Views,x,y,z,w\n", "Name,Follower,Handle,Joined,Email,Phone\nAnna,b,c,d,e,f\n",
    ] {
      expectSame(Self.header + rows + below, step: 5)
      expectSame(Self.header + below + rows, step: 5)
    }
    expectSame("video,views\nzebra one,1\nTotal Anna,2\ndog two,3\nTotal,6\n")
    expectSame("video,views\n7200001020527061572,1\nTotal Anna,2\n7200001020527061573,3\nTotal,6\n")
    expectSame("video,views\n7200001020527061572,1\nzuzka_novak92,2\nanna_kova,3\n")
  }

  @Test func otherColumnsAreJudgedTheSame() {
    for header in [
      "mood,energy", "Anna,Ben", "followers names,country", "contact email,x", "comments,author",
    ] {
      for cells in ["happy,1", "anna@example.com,2", "DE,3", "@anna_k,5%", "10.0.0.1,1.2.3.4", "12,-4.5"] {
        expectSame(
          "date,video,views,\(header)\n2024-03-01,a,1,\(cells)\n2024-03-01,b,2,\(cells)\n2024-03-02,a,4,US,7\n",
          step: 7)
        expectSame("date,views,\(header)\n2024-03-01,1,\(cells)\n2024-03-02,2,\(cells)\n", step: 7)
      }
    }
  }

  /// However far it is: what was asked for last ends it.
  @Test func aLoadIsCancelledWhereverItIs() throws {
    let rows = (0..<40_000).map { "2024-01-\($0 % 18 + 10),v\($0 % 900),reel,\($0),\($0 % 7).5,s\($0 % 5)\n" }
    let file = csv(Self.header + rows.joined())
    func outcome(after calls: Int, _ asked: Counter) -> Outcome {
      var options = options
      options.isCancelled = { asked.next() > calls }
      return TallyEngineTests.outcome(file, as: nil, options)
    }
    let all = Counter()
    #expect(outcome(after: .max, all).code == "ok")
    let count = all.value
    #expect(count > 20)
    for calls in Set(stride(from: 0, to: count, by: max(1, count / 12))).union([count - 1]) {
      #expect(outcome(after: calls, Counter()).code == "cancelled", "after \(calls) of \(count)")
    }
  }

  /// The comparisons above compare two ways of reading: each piece asks whether it is still wanted.
  @Test func everyCutMakesAPiece() {
    let rows = (0..<50).map { "2024-01-01,v\($0),\"reel\",\($0),\($0).5,s\n" }
    let file = csv(Self.header + rows.joined())
    func asked(_ places: [Int]) -> Int {
      let counter = Counter()
      var options = options
      options.cuts = TextCuts(longText: 0) { _ in places }
      options.isCancelled = { counter.next() < 0 }
      #expect(outcome(file, as: nil, options).code == "ok")
      return counter.value
    }
    #expect(asked(Array(0...file.bytes.count)) - asked([]) == rows.count - 1)
  }

  private final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func next() -> Int {
      count.withLock {
        $0 += 1
        return $0
      }
    }
  }

  @Test(arguments: [
    "tiktok-business-suite/Video.csv", "tiktok-business-suite/Overview.csv", "tiktok-studio/Viewers.csv",
    "meta-business-suite/resaved-semicolons.csv", "meta-business-suite/resaved-one-cell-per-line.csv",
    "meta-business-suite/Audience.csv", "youtube-studio/Totals.csv", "refuse/youtube-comments.csv",
    "refuse/scraped-tiktok-other-creators.csv",
  ])
  func damageIsToldTheSame(_ path: String) {
    var random = SeededGenerator(seed: 1147)
    let whole = Array(fixture(path).bytes)
    let marks = Array("\",;\n\r\t'=%.:-0\u{0}9e".utf8) + [0xFF, 0xC3]
    for round in 0..<120 {
      var bytes = whole
      for _ in 0..<(random.next() % 4) {
        let place = Int(random.next() % UInt64(bytes.count))
        let mark = marks[Int(random.next() % UInt64(marks.count))]
        if random.next() % 2 == 0 { bytes[place] = mark } else { bytes.insert(mark, at: place) }
      }
      let file = SourceFile(name: "x.csv", bytes: bytes)
      let places = (0..<Int(random.next() % 5)).map { _ in Int(random.next() % UInt64(bytes.count)) }.sorted()
      #expect(reading(file, cut: places) == reading(file, cut: nil), "seed 1147, round \(round)")
    }
  }
}
