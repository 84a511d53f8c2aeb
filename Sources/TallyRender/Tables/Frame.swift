/// The lines around and between the columns of a table.
enum Frame: Sendable {
  case box
  case open

  /// Terminal columns that the frame takes of a line.
  func overhead(columns count: Int) -> Int {
    switch self {
    case .box: count * 3 + 1
    case .open: max(0, count - 1) * 2
    }
  }

  /// A line of cells, which already have their widths.
  func line(_ cells: [String], unicode: Bool) -> String {
    switch self {
    case .box:
      let bar = unicode ? "│" : "|"
      return "\(bar) " + cells.joined(separator: " \(bar) ") + " \(bar)"
    case .open:
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  enum RulePosition { case top, middle, bottom }

  /// A rule; nil where the frame has none there.
  func rule(_ position: RulePosition, _ widths: [Int], unicode: Bool) -> String? {
    switch self {
    case .box:
      let corners: (String, String, String) =
        switch (unicode, position) {
        case (true, .top): ("┌", "┬", "┐")
        case (true, .middle): ("├", "┼", "┤")
        case (true, .bottom): ("└", "┴", "┘")
        case (false, _): ("+", "+", "+")
        }
      let dash = unicode ? "─" : "-"
      let runs = widths.map { String(repeating: dash, count: $0 + 2) }
      return corners.0 + runs.joined(separator: corners.1) + corners.2
    case .open:
      guard position == .middle else { return nil }
      return widths.map { String(repeating: unicode ? "─" : "-", count: $0) }.joined(separator: "  ")
    }
  }
}
