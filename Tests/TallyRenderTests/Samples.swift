import Testing
import TallyLanguage
import TallyPlan
import TallyPrivacy
import TallyRender

/// Released answers to draw, each small enough to be read beside its picture.
enum Samples {
  static func group(_ name: String, _ type: ResultType, _ cells: Cells, display: [String?]? = nil)
    -> ResultColumn
  {
    ResultColumn(name: name, part: .group, type: type, cells: cells, display: display, origins: [])
  }

  static func item(_ name: String, _ type: ResultType, _ cells: Cells) -> ResultColumn {
    ResultColumn(name: name, part: .item, type: type, cells: cells, origins: [])
  }

  static func released(
    _ columns: [ResultColumn], rows: [RowKind]? = nil, heading: String = "saves", notes: [String] = [],
    marksRows: Bool = false
  ) throws -> Released<ResultTable> {
    let kinds = rows ?? [RowKind](repeating: .data, count: columns.first?.cells.count ?? 0)
    return try release(
      ResultTable(columns: columns, rows: kinds, heading: heading, notes: notes, marksRows: marksRows))
  }

  /// The Mondays from 2025-12-15 on.
  static func weeks(_ count: Int) throws -> Cells {
    let monday = try #require(Day(year: 2025, month: 12, day: 15))
    return .days((0..<count).map { monday.advanced(by: 7 * $0) })
  }

  /// Four weeks with a gap.
  static func series() throws -> Released<ResultTable> {
    try released(
      [
        group("week", .date(.week), try weeks(4)),
        item("saves", .count, .integers([709, 50, nil, 1230])),
      ],
      heading: "saves by week posted (UTC)",
      notes: [
        "240 of 321 videos: views > 1,000.",
        "From Video.csv, lifetime totals by the week a video was posted.",
      ])
  }

  /// Titles with emoji, a family, a flag and Chinese; missing, negative and huge amounts; others and total.
  static func videos() throws -> Released<ResultTable> {
    try released(
      [
        group(
          "video", .text, .texts(["v1", "v2", "v3", nil, nil]),
          display: ["Morning routine 🌅", "家庭 👨‍👩‍👧 vlog 🇯🇵", nil, nil, nil]),
        item("saves", .count, .integers([12_345, nil, -7, 9_223_372_036_854_775_807, 12_338])),
        item("saves / views as save_rate", .rate, .decimals([0.0123, nil, -0.5, 0.25, 1e-9])),
      ],
      rows: [.data, .data, .data, .others, .total], heading: "saves, save_rate by video", marksRows: true)
  }
}
