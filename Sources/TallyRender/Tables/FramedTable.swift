/// A table drawn in columns that are fitted to a width: the formats box and plain.
struct FramedTable {
  private let columns: [HumanTable.Column]
  private let rows: [[String]]
  private let ruledRows: Set<Int>
  private let widths: [Int]
  private let frame: Frame
  private let style: Style

  /// The table in a frame, nil where it is too wide for the style even when all its texts are cut.
  ///
  /// Bars are drawn beside a time series as wide as there is room: they give way before any text does.
  init?(_ table: HumanTable, frame: Frame, style: Style) {
    for barWidth in frame.barWidths where table.series != nil || barWidth == 0 {
      let (columns, rows) = table.withBars(width: barWidth, unicode: style.unicode)
      let measures = columns.indices.map { index in
        ColumnMeasure(
          cells: rows.reduce(0) { max($0, displayWidth($1[index])) },
          header: displayWidth(columns[index].header),
          word: columns[index].header.split(separator: " ").reduce(0) { max($0, displayWidth(String($1))) },
          mayBeCut: columns[index].mayBeCut)
      }
      let budget = style.width.map { $0 - frame.overhead(columns: columns.count) }
      guard let widths = ColumnMeasure.widths(of: measures, budget: budget) else { continue }
      let cutsText = zip(measures, widths).contains { $0.cells > $1 }
      if cutsText && barWidth > 0 { continue }
      (self.columns, self.rows, self.widths) = (columns, rows, widths)
      (ruledRows, self.frame, self.style) = (table.ruledRows, frame, style)
      return
    }
    return nil
  }

  /// How many cells are shown shortened.
  var cutCount: Int {
    rows.reduce(0) { count, cells in count + zip(cells, widths).count { displayWidth($0) > $1 } }
  }

  /// Lines of the table, without newlines.
  var lines: [String] {
    var lines: [String] = []
    func add(_ position: Frame.RulePosition) {
      if let rule = frame.rule(position, widths, unicode: style.unicode) { lines.append(rule) }
    }
    add(.top)
    lines += headerLines
    add(.middle)
    for (index, cells) in rows.enumerated() {
      if ruledRows.contains(index) { add(.middle) }
      lines.append(line(zip(cells, widths).map { $0.cut(to: $1, ellipsis: style.ellipsis) }))
    }
    add(.bottom)
    return lines
  }

  /// Headers on as many lines as the longest needs, standing on the last one.
  private var headerLines: [String] {
    let headers = zip(columns, widths).map { $0.header.wrapped(to: $1) }
    let height = headers.reduce(1) { max($0, $1.count) }
    return (0..<height).map { level in
      line(
        headers.map { lines in
          let index = level - (height - lines.count)
          return index >= 0 ? lines[index] : ""
        }, .strong)
    }
  }

  private func line(_ cells: [String], _ ink: Ink? = nil) -> String {
    let padded = columns.indices.map { index in
      let text = cells[index].padded(to: widths[index], columns[index].alignment)
      return ink.map { style.paint(text, $0) } ?? text
    }
    return frame.line(padded, unicode: style.unicode)
  }
}

extension Frame {
  /// Widths of bars to try, widest first; 0 is none.
  fileprivate var barWidths: [Int] {
    switch self {
    case .box: [12, 8, 4, 0]
    case .open: [0]
    }
  }
}

extension HumanTable {
  /// Columns and rows with a column of bars after the one they measure; as they are for width 0.
  fileprivate func withBars(width: Int, unicode: Bool) -> ([Column], [[String]]) {
    guard width > 0, let series else { return (columns, rows) }
    let bars = series.bars(width: width, unicode: unicode)
    var columns = columns
    columns.insert(Column(header: "", alignment: .leading, mayBeCut: false), at: series.column + 1)
    let rows = rows.enumerated().map { index, cells in
      var cells = cells
      cells.insert(index < bars.count ? bars[index] : "", at: series.column + 1)
      return cells
    }
    return (columns, rows)
  }
}
