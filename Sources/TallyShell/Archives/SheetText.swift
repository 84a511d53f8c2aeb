/// A sheet as RFC 4180 text, put together cell by cell; every row gets as many cells as the widest has.
struct SheetText {
  /// The bounds of a sheet.
  static let mostRows = 1 << 20
  static let mostColumns = 1 << 14

  private var bytes: [UInt8] = []
  /// Where each row ends, and how many cells it has up to its last one with something in it.
  private var rows: [(end: Int, cells: Int)] = []
  private var width = 0

  /// Begins a row, counted from 0; rows between it and the last one stay empty.
  ///
  /// - Returns: false where it lies before the last one or beyond the bounds.
  mutating func startRow(_ row: Int) -> Bool {
    guard row >= rows.count, row < Self.mostRows else { return false }
    while rows.count <= row { rows.append((bytes.count, 0)) }
    return true
  }

  /// Adds a cell to the last row, right of all others; an empty one counts as none.
  ///
  /// - Returns: false where there is no row, or the column lies beyond the bounds.
  mutating func add(_ cell: String, column: Int) -> Bool {
    guard let row = rows.last, column < Self.mostColumns else { return false }
    if cell.isEmpty { return true }
    for _ in max(row.cells - 1, 0)..<column { bytes.append(UInt8(ascii: ",")) }
    let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x09].contains($0) }
    if needsQuotes {
      bytes.append(0x22)
      for byte in cell.utf8 {
        if byte == 0x22 { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    } else {
      bytes += cell.utf8
    }
    rows[rows.count - 1] = (bytes.count, column + 1)
    width = max(width, column + 1)
    return true
  }

  /// Bytes of the whole text, known before it is made.
  var length: Int { bytes.count + rows.count * (width + 1) }

  /// The text; nil where no cell has anything in it.
  ///
  /// Empty rows at the end are left out.
  var csv: [UInt8]? {
    guard let last = rows.lastIndex(where: { $0.cells > 0 }) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(length)
    var start = 0
    for row in rows[...last] {
      text += bytes[start..<row.end]
      text.append(contentsOf: repeatElement(UInt8(ascii: ","), count: width - max(row.cells, 1)))
      text.append(10)
      start = row.end
    }
    return text
  }
}
