/// How many cells of a column the platform rounded itself, as `1.2K`, `3M` or `1B`.
///
/// - Complexity: O(rows).
func roundedCount(_ source: CellSource, column: Int) -> Int {
  let source = source.indexed
  let text = source.bytes.span
  return (0..<source.rowCount).count { row in
    let cell = source.content(row, column)
    guard cell.count > 1, text[cell.lowerBound].isASCIIDigit else { return false }
    let last = text[cell.upperBound - 1] | 0x20
    return last == UInt8(ascii: "k") || last == UInt8(ascii: "m") || last == UInt8(ascii: "b")
  }
}

/// Whether a cell is a number that a spreadsheet took for a date and wrote anew: `3.6` as `3.юни`, `1-2` as `02-Jan`.
///
/// What it was cannot be told; such a cell is not known.
func isDamagedNumber(_ text: Span<UInt8>, _ cell: Range<Int>) -> Bool {
  guard (3...20).contains(cell.count) else { return false }
  if cell.allSatisfy({ text[$0].isASCIIDigit }) { return false }
  if WrittenDate(text, cell) != nil { return true }
  let parts = string(text, cell, isQuoted: false).split(omittingEmptySubsequences: true) {
    ".-/ ".contains($0)
  }
  guard parts.count == 2 else { return false }
  func isDay(_ part: Substring) -> Bool { part.utf8.count <= 2 && part.utf8.allSatisfy(\.isASCIIDigit) }
  func isWord(_ part: Substring) -> Bool { part.count >= 3 && part.allSatisfy(\.isLetter) }
  return (isDay(parts[0]) && isWord(parts[1])) || (isWord(parts[0]) && isDay(parts[1]))
}
