/// A table written one cell a line, row after row: the format vertical, and what box becomes on a narrow terminal.
///
/// Nothing is cut: long values go on over several lines.
struct RecordList {
  let table: HumanTable
  let style: Style

  /// Lines without newlines; none for a table without rows.
  var lines: [String] {
    let labelWidth = table.columns.reduce(0) { max($0, displayWidth($1.header)) }
    return table.rows.enumerated().flatMap { index, cells in
      [style.paint(title(index + 1), .quiet)]
        + zip(table.columns, cells).flatMap { field($0.header, $1, labelWidth) }
    }
  }

  /// The line above a record, such as `── 1 ──`.
  private func title(_ number: Int) -> String {
    let dashes = style.unicode ? "──" : "--"
    return "\(dashes) \(Numbers.count(Int64(number))) \(dashes)"
  }

  /// Label and value side by side where the value fits or has half of the line to go on in, else the value below the label.
  private func field(_ label: String, _ value: String, _ labelWidth: Int) -> [String] {
    let room = style.width.map { $0 - labelWidth - 2 }
    if let width = style.width, let room, room < min(displayWidth(value), max(12, width / 2)) || room < 1 {
      let labels = label.wrapped(to: width).map { style.paint($0, .strong) }
      return labels + value.wrapped(to: max(1, width - 2)).map { "  " + $0 }
    }
    let margin = String(repeating: " ", count: labelWidth + 2)
    return value.wrapped(to: room).enumerated().map { index, line in
      index == 0 ? style.paint(label.padded(to: labelWidth, .leading), .strong) + "  " + line : margin + line
    }
  }
}
