import TallyLanguage

/// Reads the days of one column in the rows of one piece, as long as they are written `2026-03-14` or `2026/03/14`.
struct DayBuilder {
  let column: Int
  private let days: PlacesToFill<Int32>
  /// False once a cell was written otherwise; nothing more is read then.
  private(set) var isPlain = true
  /// The bytes of the last cell, and its day.
  private var last: (front: UInt64, back: UInt16, day: Int32)?

  init(column: Int, days: PlacesToFill<Int32>) {
    self.column = column
    self.days = days
  }

  /// Most exports are in order of days, so a cell is mostly the same as the one above it.
  mutating func append(_ block: CellBlock, firstRow: Int) {
    guard isPlain else { return }
    let text = block.text.span
    for row in 0..<block.rowCount {
      var cell = block.cell(row, column)
      if cell.count != 10 { cell = content(text, cell) }
      guard cell.count == 10 else {
        isPlain = false
        return
      }
      let front = text.bytes.unsafeLoadUnaligned(fromByteOffset: cell.lowerBound, as: UInt64.self)
      let back = text.bytes.unsafeLoadUnaligned(fromByteOffset: cell.lowerBound + 8, as: UInt16.self)
      if let last, last.front == front, last.back == back {
        days.start[firstRow + row] = last.day
        continue
      }
      guard let date = WrittenDate(iso: text, cell),
        let day = Day(year: date.year, month: date.month, day: date.day)
      else {
        isPlain = false
        return
      }
      days.start[firstRow + row] = day.number
      last = (front, back, day.number)
    }
  }
}
