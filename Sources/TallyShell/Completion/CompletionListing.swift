/// Candidates in columns, read downwards, as many as the window has room for.
struct CompletionListing {
  /// One row of the window: each cell's text and kind, padded.
  private let rows: [[Candidate]]
  private let textColumns: Int
  private let kindColumns: Int
  private let columns: Int
  /// Candidates for which there was no room.
  let hiddenCount: Int

  private static let gap = 2

  /// Fits candidates into a window of so many columns, in at most so many rows.
  init(_ candidates: [Candidate], columns: Int, rows limit: Int) {
    let width = max(columns - 1, 1)
    textColumns = min(candidates.map { TextColumns.count($0.text) }.max() ?? 0, width)
    let kinds = candidates.map { TextColumns.count($0.kind) }.max() ?? 0
    // A kind that does not fit beside the longest text is left out everywhere, so that columns stay columns.
    kindColumns = textColumns + 1 + kinds <= width ? kinds : 0
    self.columns = width
    let cell = textColumns + (kindColumns > 0 ? 1 + kindColumns : 0) + Self.gap
    let across = max((width + Self.gap) / max(cell, 1), 1)
    let room = max(limit, 1)
    let needed = (candidates.count + across - 1) / across
    let height = needed <= room ? needed : max(room - 1, 1)
    let shown = candidates.prefix(height * across)
    hiddenCount = candidates.count - shown.count
    rows = (0..<height).map { row in stride(from: row, to: shown.count, by: max(height, 1)).map { shown[$0] }
    }
  }

  /// The rows as text, each shorter than the window; kinds are dim where there is colour.
  func lines(usesColor: Bool) -> [String] {
    var lines = rows.map { row in
      row.enumerated().map { place, candidate in cell(candidate, isLast: place == row.count - 1, usesColor) }
        .joined()
    }
    if hiddenCount > 0 {
      lines.append(TextColumns.row("and \(hiddenCount) more: type another letter", columns: columns))
    }
    return lines
  }

  private func cell(_ candidate: Candidate, isLast: Bool, _ usesColor: Bool) -> String {
    let text = TextColumns.row(candidate.text, columns: textColumns)
    guard kindColumns > 0 else { return isLast ? text : pad(text, to: textColumns + Self.gap) }
    let kind = isLast ? candidate.kind : pad(candidate.kind, to: kindColumns + Self.gap)
    return pad(text, to: textColumns + 1) + (usesColor ? "\u{1B}[2m\(kind)\u{1B}[0m" : kind)
  }

  private func pad(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(columns - TextColumns.count(text), 0))
  }
}
