/// Answers drawn next to each other, each as wide as it has to be: the formats box and plain on a terminal.
struct TablesInARow {
  private let blocks: [[(shown: String, width: Int)]]
  private let widths: [Int]

  private static let gap = 3

  /// Nil where they do not fit the width beside each other without cutting a text, or where there is no width to fit.
  init?(_ tables: [HumanTable], frame: Frame, style: Style) {
    guard let width = style.width, tables.count > 1 else { return nil }
    let room = width - Self.gap * (tables.count - 1)
    let wanted = tables.map {
      Self.bodyWidth(of: $0, frame: frame, style: style.with(width: nil, colour: false))
    }
    let widths = Self.share(room, among: wanted)
    for (table, width) in zip(tables, widths) {
      guard width > 0, table.fits(frame, style: style.with(width: width, colour: false)) else { return nil }
    }
    blocks = zip(tables, widths).map { table, width in
      let plain = table.framedLines(frame, style: style.with(width: width, colour: false))
      let shown = table.framedLines(frame, style: style.with(width: width, colour: style.colour))
      return zip(shown, plain).map { ($0, displayWidth($1)) }
    }
    self.widths = blocks.map { $0.reduce(0) { max($0, $1.width) } }
  }

  /// Lines of all of them, without newlines; nothing stands behind the last text of a line.
  var lines: [String] {
    let height = blocks.reduce(0) { max($0, $1.count) }
    return (0..<height).map { row in
      var line = ""
      var pending = 0
      for (block, width) in zip(blocks, widths) {
        if row < block.count, block[row].width > 0 {
          line += String(repeating: " ", count: pending) + block[row].shown
          pending = width - block[row].width + Self.gap
        } else {
          pending += width + Self.gap
        }
      }
      return line
    }
  }

  /// What the widest line takes, notes excepted, which wrap.
  private static func bodyWidth(of table: HumanTable, frame: Frame, style: Style) -> Int {
    var bare = table
    bare.notes = []
    return bare.framedLines(frame, style: style).reduce(1) { max($0, displayWidth($1)) }
  }

  /// Cuts a room into parts: each gets what it wants where all do, and the rest evenly; else the widest give way.
  private static func share(_ room: Int, among wanted: [Int]) -> [Int] {
    let spare = room - wanted.reduce(0, +)
    if spare >= 0 { return wanted.map { $0 + spare / wanted.count } }
    // From the narrowest on, each that wants no more than an even part of what is left gets it.
    var left = room
    var sharing = wanted.count
    var part = 1
    for width in wanted.sorted() {
      part = max(1, left / sharing)
      if width > part { break }
      left -= width
      sharing -= 1
    }
    var widths = wanted.map { min($0, part) }
    // What even parts leave over goes to the last of those cut, one each.
    let cut = wanted.indices.filter { wanted[$0] > part }
    for index in cut.suffix(max(0, left - part * sharing)) { widths[index] += 1 }
    return widths
  }
}

extension HumanTable {
  /// Whether the table is drawn whole in a frame: nothing cut, nothing listed row by row.
  fileprivate func fits(_ frame: Frame, style: Style) -> Bool {
    if rows.isEmpty { return true }
    return FramedTable(self, frame: frame, style: style)?.cutCount == 0
  }
}
