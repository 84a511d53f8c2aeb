import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import Testing
import TallyTestSupport

@Suite struct LoadingDamageTests {
  @Test(arguments: [
    "tiktok-business-suite/Video.csv", "tiktok-business-suite/Overview.csv", "tiktok-studio/Viewers.csv",
    "meta-business-suite/resaved-semicolons.csv", "meta-business-suite/resaved-one-cell-per-line.csv",
    "meta-business-suite/Audience.csv", "youtube-studio/Totals.csv", "refuse/youtube-comments.csv",
    "refuse/scraped-tiktok-other-creators.csv",
  ])
  func noDamageTraps(_ path: String) {
    var random = SeededGenerator(seed: 4711)
    var dated = options
    dated.year = 2026
    let whole = Array(fixture(path).bytes)
    let marks = Array("\",;\n\r\t'=%.:-0\u{0}9e".utf8) + [0xFF, 0xC3]
    for round in 0..<150 {
      var bytes = whole
      for _ in 0...(random.next() % 4) {
        let place = Int(random.next() % UInt64(bytes.count))
        let mark = marks[Int(random.next() % UInt64(marks.count))]
        switch random.next() % 4 {
        case 0: bytes[place] = mark
        case 1: bytes.insert(mark, at: place)
        case 2: bytes.removeSubrange(place..<min(place + Int(random.next() % 40), bytes.count))
        default: bytes.removeSubrange(min(place + 200, bytes.count)...)
        }
        if bytes.isEmpty { bytes = [mark] }
      }
      let found = outcome(SourceFile(name: "x.csv", bytes: bytes), as: nil, dated)
      for secret in ["invented", "Invented", "examplecreator", "examplefriend", "examplebrand"] {
        #expect(!found.text.contains(secret), "seed 4711, round \(round)")
      }
      guard let table = found.table else { continue }
      for column in table.columns {
        #expect(
          column.values.count == table.rowCount, "seed 4711, round \(round), \(column.description.name)")
      }
    }
  }
}
