import CMachine
import TallyLanguage

/// Where the cells of some hundred rows stand, found 64 bytes at a time and kept in memory that is used again.
///
/// Offsets count from `base`. The text must stay where it is as long as the block is used.
struct CellBlock {
  let text: UnsafeBufferPointer<UInt8>
  let width: Int
  private let separator: UInt8
  private let capacity: Int
  /// Behind each cell, row by row.
  let ends: UnsafeMutablePointer<UInt32>
  /// The first byte of each row.
  let starts: UnsafeMutablePointer<UInt32>
  private(set) var rowCount = 0
  /// The offset of `base` in the text.
  private(set) var origin = 0

  /// So many cells stay in the cache of a core together with their text.
  private static let cells = 1 << 14
  private static let bytes = 1 << 17

  init(_ text: UnsafeBufferPointer<UInt8>, width: Int, separator: UInt8) {
    self.text = text
    self.width = width
    self.separator = separator
    capacity = max(Self.cells, 2 * width) + 128
    ends = .allocate(capacity: capacity)
    starts = .allocate(capacity: capacity)
  }

  func deallocate() {
    ends.deallocate()
    starts.deallocate()
  }

  /// The most rows that a block can have.
  var rowCapacity: Int { capacity }

  @inline(__always)
  var base: UnsafePointer<UInt8> { text.baseAddress.unsafelyUnwrapped + origin }

  @inline(__always)
  func start(_ row: Int, _ column: Int) -> Int {
    column == 0 ? Int(starts[row]) : Int(ends[row &* width &+ column &- 1]) &+ 1
  }

  @inline(__always)
  func end(_ row: Int, _ column: Int) -> Int { Int(ends[row &* width &+ column]) }

  /// The bytes of a cell in the text, with its quotes if it has any.
  @inline(__always)
  func cell(_ row: Int, _ column: Int) -> Range<Int> {
    (origin &+ start(row, column))..<(origin &+ end(row, column))
  }

  /// The bytes of a row.
  func row(_ row: Int) -> Range<Int> { cell(row, 0).lowerBound..<cell(row, width - 1).upperBound }

  /// Finds the rows from a place on, as many as there is room for.
  ///
  /// - Parameter end: where the text ends, or behind the end of a record.
  /// - Returns: where the next rows start; nil where a row is not as wide as the header, is too long, or has quotes where
  ///   RFC 4180 has none.
  mutating func fill(from position: Int, to end: Int) -> Int? {
    origin = position
    rowCount = 0
    var limit = min(end, position + Self.bytes)
    while true {
      let found = machine_find_cells(text.baseAddress, position, limit, separator, ends, capacity)
      guard found.is_regular else { return nil }
      var (count, records) = (found.count, found.records)
      let isWhole = found.next >= end
      if isWhole {
        guard !found.is_inside else { return nil }
        if end == text.count, end > position, !text[end - 1].isLineBreak {
          ends[count] = UInt32(truncatingIfNeeded: end - position)
          (count, records) = (count + 1, records + 1)
        }
      }
      let rows = count / width
      guard records == rows, !isWhole || count == rows * width else { return nil }
      if rows == 0 {
        if isWhole { return end }
        guard found.next >= limit else { return nil }
        limit = min(end, position + 2 * (limit - position))
        continue
      }
      guard findStarts(rows) else { return nil }
      rowCount = rows
      return min(position + Int(ends[rows * width - 1]) + 1, end)
    }
  }

  /// Where each row starts; false where one does not end where its last cell does.
  private func findStarts(_ rows: Int) -> Bool {
    let base = base
    var start = 0
    for row in 0..<rows {
      let end = Int(ends[row &* width &+ width &- 1])
      while start < end, base[start].isLineBreak { start += 1 }
      guard end &- start < RecordScanner.longestRecord,
        origin &+ end >= text.count || base[end].isLineBreak
      else { return false }
      starts[row] = UInt32(truncatingIfNeeded: start)
      start = end &+ 1
    }
    return true
  }

  /// Leaves out some rows, given ascending.
  mutating func remove(_ rows: [Int]) {
    var kept = 0
    var next = rows[...]
    for row in 0..<rowCount {
      if row == next.first {
        next.removeFirst()
        continue
      }
      if kept != row {
        // The start of a first cell stands apart from the ends.
        starts[kept] = starts[row]
        for column in 0..<width { ends[kept * width + column] = ends[row * width + column] }
      }
      kept += 1
    }
    rowCount = kept
  }
}
