import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import Testing

/// Long tables, whose columns are read on all cores: every value, what stands twice, running totals, and damage.
@Suite struct LongTableTests {
  /// One row of a video's day.
  private struct Row {
    let video: Int
    let day: Int
    var views: Int?
    let seconds: String

    var source: String? { (video + day) % 11 == 0 ? nil : "source \((video + day) % 41)" }
    /// Never falls from day to day.
    var likes: Int { day * 3 + video }

    var line: String {
      let date = String(describing: Day(number: 20_000 + Int32(day)))
      let shown = video % 3 == 0 ? "\"v \(video)\"" : "v \(video)"
      return "\(date),\(shown),\(source ?? ""),\(views.map(String.init) ?? "--"),\(likes),\(seconds)"
    }
  }

  private static let videos = 900
  private static let days = 60
  private static let header = "date,video,traffic_source,views,likes,watch_time\n"

  /// Every video on every day once, in no order.
  private static let rows: [Row] = (0..<videos * days).map { place in
    let key = place * 7919 % (videos * days)
    return Row(
      video: key / days, day: key % days, views: place % 97 == 0 ? nil : place * 31 % 100_003,
      seconds: place % 5 == 0 ? "\(place)" : "\(place % 1000).\(place % 10)\(place % 7)")
  }

  private func read(_ rows: [Row]) throws -> (FileTable, LoadReport) {
    guard case .table(let table, let report) = outcome(csv(Self.header + lines(rows))) else {
      throw Failed()
    }
    return (table, report)
  }

  private struct Failed: Error {}

  private func lines(_ rows: [Row]) -> String { rows.map(\.line).joined(separator: "\n") + "\n" }

  private func column(_ name: String, of table: FileTable) -> FileColumn? {
    table.columns.first { $0.description.name == name }
  }

  private func expect(_ table: FileTable, holds rows: [Row]) throws {
    #expect(table.rowCount == rows.count)
    #expect(Array(table.days) == rows.map { 20_000 + Int32($0.day) })
    let videos = try #require(table.videos)
    #expect(rows.indices.allSatisfy { videos[$0] == "v \(rows[$0].video)" })
    guard case .integers(let views) = column("views", of: table)?.values,
      case .integers(let likes) = column("likes", of: table)?.values,
      case .decimals(let seconds) = column("watch_time", of: table)?.values,
      case .texts(let source) = column("traffic_source", of: table)?.values
    else { throw Failed() }
    #expect(rows.indices.allSatisfy { views[$0] == rows[$0].views.map(Int64.init) })
    #expect(rows.indices.allSatisfy { likes[$0] == Int64(rows[$0].likes) })
    #expect(rows.indices.allSatisfy { seconds[$0] == Double(rows[$0].seconds) })
    #expect(rows.indices.allSatisfy { source[$0] == rows[$0].source })
  }

  @Test func everyValueIsRead() throws {
    let (table, report) = try read(Self.rows)
    try expect(table, holds: Self.rows)
    #expect(report.replacedCount == 0 && report.repeated == 0)
    #expect(column("views", of: table)?.description.kind == .counter)
    #expect(column("likes", of: table)?.description.kind == .runningTotal)
  }

  @Test func rowsThatStandTwiceAreFoundFarApart() throws {
    var again = [Self.rows[17], Self.rows[40_000], Self.rows[3]]
    again[0].views = 7
    again[1].views = 8
    let (table, report) = try read(Self.rows + again)
    var expected = Self.rows
    expected[17].views = 7
    expected[40_000].views = 8
    try expect(table, holds: expected)
    #expect(report.replacedCount == 2 && report.repeated == 1)
    #expect(report.replacedLines.map(\.earlier) == [19, 40_002])
  }

  @Test func ofSeveralColumnsTheFirstTellsItsDamage() throws {
    var text = lines(Self.rows).split(separator: "\n")
    text[100] = "2024-11-01,v 1,source 1,5,6,seven"
    text[50_000] = "2024-11-01,v 1,source 1,five,6,7"
    let damaged = outcome(csv(Self.header + text.joined(separator: "\n")))
    let cell = "2024-11-01,v 1,source 1,".count + 1
    #expect(damaged.place == "F112 50002:\(cell)")
  }

  @Test func aColumnOfDecimalsKeepsItsMeaning() {
    // Alone, `1.234` says neither; beside `1.5` it has decimals, and beside `1.234.567` thousands.
    for (cells, values) in [
      (["1.234", "1.5", "-0.0", "12", ".25"], [1.234, 1.5, 0, 12, 0.25]),
      (["1.234", "1.234.567"], [1234, 1_234_567]), (["-1.234", "0.123"], [-1.234, 0.123]),
      (["1.50", "2.00"], [1.5, 2]), (["5.0", "7.00"], [5, 7]), (["900719925474099.3"], [900719925474099.3]),
    ] {
      let rows = cells.enumerated().map { "v\($0),\($1)\n" }.joined()
      guard case .table(let table, _) = outcome(csv("video,watch_time\n" + rows)) else {
        Issue.record("\(cells)")
        continue
      }
      let read = cells.indices.map { row -> Double? in
        switch table.columns[0].values {
        case .integers(let column): column[row].map(Double.init)
        case .decimals(let column): column[row]
        case .texts, .tags, .instants: nil
        }
      }
      #expect(read == values.map(Optional.some), "\(cells)")
      #expect(read.allSatisfy { $0?.sign == .plus || $0 != 0 })
    }
  }
}
