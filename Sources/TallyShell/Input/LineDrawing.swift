/// A part of a text that is drawn in a colour of its own.
package struct Highlight: Sendable, Hashable {
  /// What a part of the text is, which decides its colour.
  package enum Style: Sendable, Hashable {
    case keyword
    case name
    case number
    case string
    /// Words that make the text a question about a person.
    case refused

    /// The colour as an ECMA-48 SGR sequence, from the terminal's own sixteen.
    var sequence: String {
      switch self {
      case .keyword: "\u{1B}[35m"
      case .name: "\u{1B}[36m"
      case .number: "\u{1B}[33m"
      case .string: "\u{1B}[32m"
      case .refused: "\u{1B}[1;34m"
      }
    }
  }

  /// Bytes of the text, half-open.
  package let range: Range<Int>
  package let style: Style

  package init(_ range: Range<Int>, _ style: Style) {
    self.range = range
    self.style = style
  }
}

/// Prompt and text laid out in rows of a window.
///
///     tally> saves by week,        the first row begins with the prompt
///          > views by week         a row after a newline with a mark as wide
///     where views > 1000           a row that only continues a full one with nothing
///
/// Rows end where this layout ends them, never by the terminal's own wrapping, so both always agree.
struct LineDrawing {
  private struct Row {
    var text = ""
    var columns = 0
    /// The sequence in force at the end of `text`.
    var style: String?

    mutating func append(_ scalar: Unicode.Scalar, columns: Int, styled sequence: String?) {
      if sequence != style { text += (style == nil ? "" : "\u{1B}[0m") + (sequence ?? "") }
      text.unicodeScalars.append(scalar)
      style = sequence
      self.columns += columns
    }

    /// The row with its colours ended.
    var finished: String { style == nil ? text : text + "\u{1B}[0m" }
  }

  private var rows: [Row] = [Row()]
  private var cursorRow = 0
  private var cursorColumn = 0
  private let width: Int

  /// Lays out a text with the cursor at a byte offset.
  ///
  /// Highlights are in order and do not overlap.
  init(
    prompt: String, text: String, cursor: Int, columns: Int, highlights: [Highlight] = [],
    usesColor: Bool = false
  ) {
    width = max(columns, 2)
    let promptColumns = min(TextColumns.count(prompt), width)
    append(prompt, styled: usesColor ? "\u{1B}[1m" : nil)
    var coloring = highlights[...]
    var offset = 0
    for scalar in text.unicodeScalars {
      while let first = coloring.first, first.range.upperBound <= offset { coloring = coloring.dropFirst() }
      if offset == cursor { placeCursor(before: scalar) }
      if scalar == "\n" {
        rows.append(Row())
        append(Self.continuation(columns: promptColumns), styled: usesColor ? "\u{1B}[2m" : nil)
      } else {
        let style = coloring.first.flatMap { $0.range.contains(offset) ? $0.style : nil }
        append(String(scalar), styled: style?.sequence)
      }
      offset += scalar.utf8.count
    }
    if cursor >= offset {
      if (rows.last?.columns ?? 0) >= width { rows.append(Row()) }
      cursorRow = rows.count - 1
      cursorColumn = rows[cursorRow].columns
    }
  }

  /// The mark before a line after the first, right-aligned under the prompt.
  private static func continuation(columns: Int) -> String {
    columns < 2 ? "" : String(repeating: " ", count: columns - 2) + "> "
  }

  private mutating func placeCursor(before scalar: Unicode.Scalar) {
    cursorRow = rows.count - 1
    cursorColumn = min(rows[cursorRow].columns, width - 1)
    if scalar != "\n", rows[cursorRow].columns + TextColumns.count(scalar) > width {
      cursorRow += 1
      cursorColumn = 0
    }
  }

  private mutating func append(_ text: String, styled sequence: String?) {
    for scalar in text.unicodeScalars where !Self.isDrawnDifferently(scalar) {
      let columns = TextColumns.count(scalar)
      if rows[rows.count - 1].columns + columns > width { rows.append(Row()) }
      rows[rows.count - 1].append(scalar, columns: columns, styled: sequence)
    }
  }

  /// Joiners, selectors and skin tones: terminals do not agree on how wide a sequence with them is, so its
  /// parts are drawn one by one.
  ///
  /// The text keeps them.
  private static func isDrawnDifferently(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF, 0x1F3FB...0x1F3FF: true
    default: false
    }
  }

  /// Draws over what was drawn before, in one piece of text, and remembers what is on the screen now.
  ///
  /// Of a text that is taller than the window, the rows around the cursor are shown.
  func update(_ screen: inout DrawnLine, windowRows: Int) -> String {
    let height = max(windowRows, 1)
    let first = rows.count <= height ? 0 : min(max(cursorRow - height / 2, 0), rows.count - height)
    let visible = rows[first..<min(first + height, rows.count)]
    let start = screen.erasing
    screen = DrawnLine(
      rowColumns: visible.map(\.columns), cursorRow: cursorRow - first, cursorColumn: cursorColumn)
    return start + visible.map(\.finished).joined(separator: "\r\n") + screen.cursorFromLastRow
  }
}

/// What a line has on the screen, counted from its first row.
struct DrawnLine: Hashable {
  /// Columns used in each row; empty where nothing is drawn.
  private(set) var rowColumns: [Int] = []
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0

  /// Back to the first row, all rows emptied.
  var erasing: String { Self.up(cursorRow) + "\r\u{1B}[J" }

  /// To the row below the last one.
  var leaving: String { Self.down(max(rowColumns.count - 1 - cursorRow, 0)) + "\r\n" }

  fileprivate var cursorFromLastRow: String {
    Self.up(rowColumns.count - 1 - cursorRow) + "\r" + (cursorColumn > 0 ? "\u{1B}[\(cursorColumn)C" : "")
  }

  init() {}

  fileprivate init(rowColumns: [Int], cursorRow: Int, cursorColumn: Int) {
    self.rowColumns = rowColumns
    self.cursorRow = cursorRow
    self.cursorColumn = cursorColumn
  }

  /// Counts the rows as a terminal has wrapped them that is narrower now.
  mutating func resize(columns: Int, rows: Int) {
    let above = rowColumns.prefix(cursorRow).reduce(0) { $0 + max(($1 + columns - 1) / columns, 1) }
    cursorRow = min(above + cursorColumn / columns, max(rows - 1, 0))
    cursorColumn %= columns
    rowColumns = Array(repeating: 0, count: cursorRow + 1)
  }

  private static func up(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)A" : "" }
  private static func down(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)B" : "" }
}
