package import TallyLanguage
import TallyPrivacy

/// Between what a count of different people lies that cannot be added up: at least its largest row, at most all rows
/// together.
package struct UniqueBounds: Sendable, Hashable {
  /// Which row of the answer is meant, such as `week 2026-10-19`; empty for everything.
  let row: String
  let least: Int
  let most: Int
  /// What one row of the table is: `day` or `video`.
  let part: String

  /// The bounds of the last row of the answer to a plan of bounds; nil where it has none.
  package init?(_ table: ResultTable) {
    let items = table.columns.filter { $0.part == .item }
    guard items.count == 2, case .integers(let least) = items[0].cells,
      case .integers(let most) = items[1].cells,
      let last = table.rows.indices.last(where: { least[$0] != nil && most[$0] != nil }),
      let low = least[last], let high = most[last]
    else { return nil }
    self.least = Int(low)
    self.most = Int(high)
    part = items[0].origins.first?.table == TableRole.videos.rawValue ? "video" : "day"
    row = table.columns.filter { $0.part == .group }.compactMap { column in
      switch column.cells {
      case .days(let days): days[last].map { "\(column.name) \($0)" }
      case .texts(let texts): texts[last].map { "\(column.name) \"\($0)\"" }
      case .integers, .decimals: nil
      }
    }.joined(separator: ", ")
  }
}

extension Diagnostic {
  /// The same finding with the bounds behind its message.
  package func adding(_ bounds: UniqueBounds) -> Diagnostic {
    let place = bounds.row.isEmpty ? "Here" : "In \(bounds.row)"
    return Diagnostic(
      code,
      "\(message) \(place) it is at least \(grouped(bounds.least)) (the best \(bounds.part)) and at most \(grouped(bounds.most)) (all \(bounds.part)s added).",
      at: self.place, expected: expected, help: help, replacement: replacement, rewrites: rewrites)
  }
}
