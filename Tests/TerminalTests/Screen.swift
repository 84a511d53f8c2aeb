/// What a terminal of a given size shows after the bytes it was sent: as much of ECMA-48 as a line editor needs.
///
/// Its widths are its own, not the editor's, so that a disagreement is seen.
struct Screen {
  private(set) var columns: Int
  private(set) var rows: Int
  /// A cell holds a character; the right half of a wide one holds an empty string.
  private var cells: [[String]]
  private(set) var row = 0
  private(set) var column = 0
  private var wrapsNext = false
  private var pending: [UInt8] = []
  /// Bells rung so far.
  private(set) var bells = 0
  /// Sequences that the model does not know; a test that finds one has found a hole in it.
  private(set) var unknown: [String] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows without the blanks at their ends, without the empty ones at the bottom.
  var lines: [String] {
    var lines = cells.map { row in
      let text = row.joined()
      return String(text.prefix(text.count - text.reversed().prefix { $0 == " " }.count))
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The row of the cursor.
  var currentLine: String { row < lines.count ? lines[row] : "" }

  mutating func resize(columns: Int, rows: Int) {
    cells = (0..<rows).map { row in
      (0..<columns).map { column in row < self.rows && column < self.columns ? cells[row][column] : " " }
    }
    (self.columns, self.rows) = (columns, rows)
    (row, column) = (min(row, rows - 1), min(column, columns - 1))
  }

  mutating func receive(_ bytes: ArraySlice<UInt8>) {
    pending += bytes
    while let length = firstItem() {
      let item = Array(pending[..<length])
      pending.removeFirst(length)
      show(item)
    }
  }

  /// Bytes of the character or sequence that `pending` begins with, nil while it is not whole.
  private func firstItem() -> Int? {
    guard let lead = pending.first else { return nil }
    if lead == 0x1B {
      guard pending.count > 1 else { return nil }
      guard pending[1] == UInt8(ascii: "[") else { return 2 }
      return pending.dropFirst(2).firstIndex { 0x40...0x7E ~= $0 }.map { $0 + 1 }
    }
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return pending.count >= length ? length : nil
  }

  private mutating func show(_ item: [UInt8]) {
    switch item[0] {
    case 0x1B: obey(item)
    case 13: (column, wrapsNext) = (0, false)
    case 10: feedLine()
    case 8: (column, wrapsNext) = (max(column - 1, 0), false)
    case 7: bells += 1
    default: put(String(decoding: item, as: UTF8.self))
    }
  }

  private mutating func feedLine() {
    wrapsNext = false
    if row + 1 < rows {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: " ", count: columns))
    }
  }

  private mutating func put(_ character: String) {
    let width = character.unicodeScalars.reduce(0) { $0 + Self.width($1) }
    guard width > 0 else {
      let place = wrapsNext ? column : max(column - 1, 0)
      let base = cells[row][place] == "" && place > 0 ? place - 1 : place
      cells[row][base] += character
      return
    }
    if wrapsNext || column + width > columns {
      column = 0
      feedLine()
    }
    cells[row][column] = character
    if width == 2 { cells[row][column + 1] = "" }
    column += width
    if column >= columns { (column, wrapsNext) = (columns - 1, true) }
  }

  private mutating func obey(_ sequence: [UInt8]) {
    guard sequence.count > 2, let final = sequence.last else {
      return unknown.append(Self.printable(sequence))
    }
    let parameters = String(decoding: sequence[2..<(sequence.count - 1)], as: UTF8.self)
    let number = Int(parameters.split(separator: ";").first ?? "") ?? 0
    let count = max(number, 1)
    let wrapped = wrapsNext
    wrapsNext = false
    switch (final, parameters.first == "?") {
    case (UInt8(ascii: "A"), false): row = max(row - count, 0)
    case (UInt8(ascii: "B"), false): row = min(row + count, rows - 1)
    case (UInt8(ascii: "C"), false): column = min(column + count, columns - 1)
    case (UInt8(ascii: "D"), false): column = max(column - count, 0)
    case (UInt8(ascii: "H"), false) where parameters.isEmpty: (row, column) = (0, 0)
    case (UInt8(ascii: "J"), false) where number == 0: clear(from: row, column)
    case (UInt8(ascii: "J"), false) where number == 2: clear(from: 0, 0)
    case (UInt8(ascii: "K"), false) where number == 0:
      for place in column..<columns { cells[row][place] = " " }
    case (UInt8(ascii: "m"), false): wrapsNext = wrapped
    case (UInt8(ascii: "h"), true), (UInt8(ascii: "l"), true): wrapsNext = wrapped
    default: unknown.append(Self.printable(sequence))
    }
  }

  private mutating func clear(from firstRow: Int, _ firstColumn: Int) {
    for place in firstColumn..<columns { cells[firstRow][place] = " " }
    for below in cells.indices.dropFirst(firstRow + 1) {
      cells[below] = Array(repeating: " ", count: columns)
    }
  }

  private static func printable(_ sequence: [UInt8]) -> String {
    String(decoding: sequence.dropFirst(), as: UTF8.self)
  }

  /// Columns of a scalar by the ranges that the tests use (Unicode Standard Annex 11).
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60,
      0x1F300...0x1FAFF:
      2
    default: 1
    }
  }
}
