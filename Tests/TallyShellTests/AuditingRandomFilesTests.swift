import TallyEngine
import TallyPrivacy
import TallyRender
import TallyTestSupport
import Testing

@testable import TallyShell

/// Whatever files say of an audience: the audit finds it held, and can explain every number that is answered.
@Suite struct AuditingRandomFilesTests {
  private func audit(_ files: [(name: String, text: String)]) throws -> Audit {
    var session = Session(isBatch: true)
    session.evidence = []
    let named = files.map { file in
      let source = SourceFile(name: file.name, bytes: Array(file.text.utf8))
      return NamedFile(
        path: source.name, realPath: nil, byteCount: source.bytes.count, contents: Unpacked(files: [source]))
    }
    var watch = ReadingWatch()
    defer { watch.end() }
    _ = try session.load(named, beside: named, &watch)
    return try session.audit(session.evidence ?? [], isCancelled: { false })
  }

  @Test("files by chance", arguments: [UInt64(11), 12])
  func byChance(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func size(_ scale: Int) -> Int {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: Int.random(in: 0..<10 * scale, using: &generator)
      case 1: Int.random(in: 10 * scale..<40 * scale, using: &generator)
      default: Int.random(in: 60 * scale..<900 * scale, using: &generator)
      }
    }
    var (open, folded, withheld) = (0, 0, 0)
    for _ in 0..<6 {
      var files: [(name: String, text: String)] = []
      let countries = (0..<Int.random(in: 2...8, using: &generator)).map { _ in size(1) }
      var text = "country,followers\n"
      for (place, people) in countries.enumerated() {
        text += "\(["DE", "AT", "US", "", "a \"\"b", "IS", "NZ", "É"][place]),\(people)\n"
      }
      if Bool.random(using: &generator) {
        text += "Total,\(countries.reduce(Int.random(in: 0...14, using: &generator), +))\n"
      }
      files.append(("countries.csv", text.replacingLabels))
      text = "age,gender,followers\n"
      for age in ["18-24", "25-34", "35-44"] {
        for gender in ["f", "m", "x"] { text += "\(age),\(gender),\(size(1))\n" }
      }
      files.append(("crossed.csv", text))
      text = "city,views,impressions,watch_time\n"
      for city in ["Graz", "Linz", "Wels", "Enns", "Steyr"] {
        let views = size(5)
        text += "\(city),\(views),\(views * Int.random(in: 1...4, using: &generator)),\(views * 7 / 3)\n"
      }
      files.append(("cities.csv", text.replacingOccurrences(of: "city", by: "device")))
      let parts = (0..<5).map { _ in size(1) + 1 }
      let whole = parts.reduce(0, +)
      text = "language,share\n"
      for (place, part) in parts.enumerated() {
        text += "\(["de", "en", "fr", "it", "es"][place]),\(Double(part * 1000 / whole) / 10)%\n"
      }
      files.append(("shares.csv", text))
      if Bool.random(using: &generator) {
        files.append(("channel.csv", "date,followers\n2026-01-01,\(whole)\n"))
      }
      let audit = try audit(files)
      for report in audit.reports {
        open += report.isOpen ? 1 : 0
        withheld += report.isOpen ? 0 : 1
        folded += report.verdict.folded > 0 ? 1 : 0
        #expect(
          report.isPassed,
          "seed \(seed): \(report.lines(Style()).joined(separator: "\n")) \(files.map(\.text).joined(separator: "\n"))"
        )
      }
    }
    print("audited \(open) open breakdowns, \(folded) of them folded, \(withheld) withheld, seed \(seed)")
    #expect(folded > 10)
  }

  @Test("every file of the fixtures that splits an audience is held")
  func fixtures() throws {
    var breakdowns = 0
    for folder in ["formats", "real", "meta-business-suite", "archives"] {
      for path in Repository.files(below: "Tests/Fixtures/\(folder)", ending: ".csv") {
        var session = Session(isBatch: true)
        session.evidence = []
        guard (try? session.load([Repository.absolute(path)])) != nil else { continue }
        let audit = try session.audit(session.evidence ?? [], isCancelled: { false })
        breakdowns += audit.reports.count
        #expect(audit.isPassed, "\(path)")
      }
    }
    print("audited \(breakdowns) breakdowns of fixtures")
    #expect(breakdowns > 5)
  }
}

extension String {
  /// Labels that need quotes in a CSV file, in quotes.
  fileprivate var replacingLabels: String { replacingOccurrences(of: "a \"\"b", by: "\"a \"\"b\"") }

  fileprivate func replacingOccurrences(of old: String, by new: String) -> String {
    var (text, result) = (Substring(self), "")
    while let range = text.firstRange(of: old) {
      result += text[..<range.lowerBound] + new
      text = text[range.upperBound...]
    }
    return result + text
  }
}
