/// What one column of a table needs, in terminal columns.
struct ColumnMeasure: Sendable, Hashable {
  /// The widest cell.
  let cells: Int
  /// The header on one line, and its longest word.
  let header: Int
  let word: Int
  /// Whether cells may be cut; numbers and dates never are.
  let mayBeCut: Bool
}

/// How far columns give way, one stage after the other, until a table fits.
private enum Stage: CaseIterable {
  /// Headers go on several lines.
  case wrapHeaders
  /// Long texts are cut.
  case cutTexts
  /// Texts are cut as far as anything can still be told from them, and words of headers are broken.
  case tighten
}

extension ColumnMeasure {
  private func floor(_ stage: Stage) -> Int {
    switch stage {
    case .wrapHeaders: max(cells, word)
    case .cutTexts: mayBeCut ? min(max(cells, word), max(12, word)) : max(cells, word)
    case .tighten: mayBeCut ? min(max(cells, word), 6) : max(cells, min(word, 4))
    }
  }

  /// Widths of columns that together take at most `budget`, nil where numbers and dates alone need more.
  ///
  /// The widest column that may give way does so first. A nil budget gives every column what it asks for.
  static func widths(of columns: [ColumnMeasure], budget: Int?) -> [Int]? {
    var widths = columns.map { max($0.cells, $0.header) }
    guard let budget else { return widths }
    for stage in Stage.allCases {
      let floors = columns.map { $0.floor(stage) }
      while widths.reduce(0, +) > budget {
        let shrinkable = widths.indices.filter { widths[$0] > floors[$0] }
        guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
      }
      if widths.reduce(0, +) <= budget { return widths }
    }
    return nil
  }
}
