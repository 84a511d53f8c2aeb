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

  /// The bounds of one row of the answer to a plan of bounds: the last along time, else the one with the most; nil where it
  /// has none.
  package init?(_ table: ResultTable) {
    let items = table.columns.filter { $0.part == .item }
    guard items.count == 2, case .integers(let least) = items[0].cells,
      case .integers(let most) = items[1].cells
    else { return nil }
    // A row of one part has nothing to tell: what is wrong is that others have several.
    let known = table.rows.indices.filter { (least[$0] ?? 0) < (most[$0] ?? 0) }
    let runsAlongTime = table.columns.contains { column in
      if case .days = column.cells { column.part == .group } else { false }
    }
    let chosen = runsAlongTime ? known.last : known.max { (most[$0] ?? 0) < (most[$1] ?? 0) }
    guard let last = chosen, let low = least[last], let high = most[last] else { return nil }
    self.least = Int(low)
    self.most = Int(high)
    part = items[0].origins.first?.table == TableRole.videos.rawValue ? "video" : "day"
    row = table.columns.filter { $0.part == .group }.compactMap { column in
      switch column.cells {
      case .days(let days): days[last].map { "\(column.name) \($0)" }
      case .texts(let texts): texts[last].map { "\(column.name) \"\($0)\"" }
      case .integers(let numbers):
        numbers[last].map { "\(column.name) \(column.type == .weekday ? weekdayName($0) : String($0))" }
      case .decimals(let numbers): numbers[last].map { "\(column.name) \($0)" }
      }
    }.joined(separator: ", ")
  }
}

extension Diagnostic {
  /// The same finding with the bounds behind its message.
  package func adding(_ bounds: UniqueBounds) -> Diagnostic {
    let place = bounds.row.isEmpty ? "Here" : "In \(bounds.row)"
    let range =
      "it is at least \(grouped(bounds.least)) (the best \(bounds.part)) and at most \(grouped(bounds.most)) (all \(bounds.part)s added)"
    return Diagnostic(
      code,
      "\(message) \(place) \(range).",
      at: self.place, expected: expected, help: help, replacement: replacement, rewrites: rewrites)
  }
}

/// The English name of a weekday, Monday for 1 to Sunday for 7.
private func weekdayName(_ number: Int64) -> String {
  let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  return (1...7).contains(number) ? names[Int(number) - 1] : String(number)
}
