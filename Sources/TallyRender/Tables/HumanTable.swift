import TallyPlan
import TallyPrivacy

/// An answer as people read it: safe texts and where they stand, before a format draws them.
struct HumanTable: Sendable, Hashable {
  struct Column: Sendable, Hashable {
    let header: String
    let alignment: Alignment
    /// Whether long cells may be shown shortened: texts may, numbers and dates never.
    let mayBeCut: Bool
  }

  let heading: String?
  let columns: [Column]
  /// Each as long as `columns`; nothing in them can act on a terminal.
  let rows: [[String]]
  /// Rows before which a rule is drawn: the first one that is not data.
  let ruledRows: Set<Int>
  let series: TimeSeries?
  var notes: [String]

  init(_ released: Released<ResultTable>, style: Style) {
    let table = released.result
    let safe = { (text: String) in SafeText.forPeople(text, replacement: style.replacement) }
    heading = table.heading.isEmpty ? nil : safe(table.heading)
    columns = table.columns.map { column in
      Column(
        header: safe(column.header ?? column.name), alignment: column.isNumeric ? .trailing : .leading,
        mayBeCut: column.isText)
    }
    rows = table.rows.enumerated().map { index, kind in
      HumanTable.row(index, kind, of: released, style: style).map(safe)
    }
    ruledRows = Set([table.rows.firstIndex { $0 != .data }].compactMap { $0 }.filter { $0 > 0 })
    series = TimeSeries(released)
    notes = table.notes.map(safe)
  }

  init(_ listing: Listing, style: Style) {
    let safe = { (text: String) in SafeText.forPeople(text, replacement: style.replacement) }
    heading = listing.heading.map(safe)
    columns = listing.headers.enumerated().map { index, header in
      let isCounted = listing.rows.contains { cells in
        if index < cells.count, case .count = cells[index] { true } else { false }
      }
      return Column(header: safe(header), alignment: isCounted ? .trailing : .leading, mayBeCut: !isCounted)
    }
    rows = listing.rows.map { cells in
      listing.headers.indices.map { index in
        guard index < cells.count else { return style.missing }
        return switch cells[index] {
        case .text(let text): safe(text)
        case .count(let count): Numbers.count(Int64(count))
        case .missing: style.missing
        }
      }
    }
    ruledRows = []
    series = nil
    notes = listing.notes.map(safe)
  }

  /// The texts of one row; in a row of others or totals the first empty group cell says what the row is.
  private static func row(
    _ index: Int, _ kind: RowKind, of released: Released<ResultTable>, style: Style
  ) -> [String] {
    var isNamed = kind == .data
    return released.result.columns.map { column in
      if let text = column.humanText(index, decimals: style.decimals) { return text }
      guard column.part == .group, kind != .data else { return style.missing }
      defer { isNamed = true }
      return isNamed ? "" : kind.rawValue
    }
  }
}
