import TallyPlan
import TallyPrivacy

/// An answer as programs read it: names and values, before a format writes them down.
struct MachineTable: Sendable, Hashable {
  let columns: [String]
  /// Each as long as `columns`.
  let rows: [[MachineValue]]
  var notes: [String]

  /// A column `row` (data, others, total) comes last where the result marks its rows.
  init(_ released: Released<ResultTable>) {
    let table = released.result
    columns = table.columns.map(\.name) + (table.marksRows ? ["row"] : [])
    rows = table.rows.enumerated().map { index, kind in
      table.columns.map { $0.machineValue(index) } + (table.marksRows ? [.text(kind.rawValue)] : [])
    }
    notes = table.notes
  }

  init(_ listing: Listing) {
    columns = listing.headers
    rows = listing.rows.map { cells in
      listing.headers.indices.map { index in
        guard index < cells.count else { return .missing }
        return switch cells[index] {
        case .text(let text): .text(text)
        case .count(let count): .number(String(count))
        case .missing: .missing
        }
      }
    }
    notes = listing.notes
  }
}
