package import TallyLanguage
package import TallyPrivacy

/// The answer to a query: columns of cells, and the sentences that say what was counted.
///
/// Made by the engine, let out by `release`, read by TallyRender. Columns come as groups, then items and what belongs to
/// them, in the order asked; all columns have as many cells as `rows`.
package struct ResultTable: Sendable, Hashable, Releasable {
  package let columns: [ResultColumn]
  /// What each row is; data, then others, then total.
  package let rows: [RowKind]
  /// What was asked, in one line: `saves by week posted`.
  package let heading: String
  /// What was counted, from which table and files, what was left out; one sentence each.
  package let notes: [String]
  /// Whether the result ends with a column `row` in machine formats (total or others were asked).
  package let marksRows: Bool

  package init(
    columns: [ResultColumn], rows: [RowKind], heading: String, notes: [String], marksRows: Bool = false
  ) {
    self.columns = columns
    self.rows = rows
    self.heading = heading
    self.notes = notes
    self.marksRows = marksRows
  }

  package var origins: [[ColumnHandle]] { columns.map(\.origins) }
}

/// What a row of a result stands for.
package enum RowKind: String, Sendable, Hashable { case data, others, total }

/// One column of a result.
package struct ResultColumn: Sendable, Hashable {
  /// Whether a column says what a row is about, or what was counted.
  package enum Part: Sendable, Hashable { case group, item }

  /// The name in machine formats, and the header on a terminal unless it has another.
  package let name: String
  /// The header that people see; nil for the name.
  package let header: String?
  package let part: Part
  package let type: ResultType
  package let cells: Cells
  /// Text shown to people in place of each cell, such as the title of a video id; nil where the cell itself is shown.
  package let display: [String?]?
  /// The admitted columns it was computed from.
  package let origins: [ColumnHandle]

  package init(
    name: String, header: String? = nil, part: Part, type: ResultType, cells: Cells,
    display: [String?]? = nil, origins: [ColumnHandle]
  ) {
    self.name = name
    self.header = header
    self.part = part
    self.type = type
    self.cells = cells
    self.display = display
    self.origins = origins
  }
}

/// How a column's cells are to be read and written.
package enum ResultType: Sendable, Hashable {
  /// Text, the creator's own words; escape sequences in it must not reach a terminal.
  case text
  /// A whole number of things.
  case count
  /// A number without unit.
  case number
  /// A fraction: 0.0123 in machine formats, 1.23% for people.
  case rate
  /// A difference of two fractions: 0.0123 in machine formats, 1.23 pp for people.
  case points
  /// A relative change as a fraction: 0.25 in machine formats, +25.00% for people.
  case change
  /// Seconds: a number in machine formats, `1:02:03` for people.
  case seconds
  /// The first day of a bucket.
  case date(Grain)
  /// 1 Monday ... 7 Sunday; its English name everywhere.
  case weekday
  /// 0...23
  case hour
}

/// Cells of one column; nil is missing.
package enum Cells: Sendable, Hashable {
  case texts([String?])
  case integers([Int64?])
  case decimals([Double?])
  case days([Day?])

  package var count: Int {
    switch self {
    case .texts(let cells): cells.count
    case .integers(let cells): cells.count
    case .decimals(let cells): cells.count
    case .days(let cells): cells.count
    }
  }
}
