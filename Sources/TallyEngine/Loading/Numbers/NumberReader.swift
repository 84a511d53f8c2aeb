import TallyLanguage
import TallyPlan

/// A column of numbers as read: whole numbers where every value is one.
enum NumberValues {
  case integers([Int64], Validity)
  case decimals([Double], Validity)
}

/// Reads a column of numbers in a loop of its own.
///
/// Most columns are plain digits and need one pass. Others are surveyed first, because only the whole column tells
/// whether its commas and points mark thousands or decimals.
struct NumberReader {
  let header: String
  /// What each number is multiplied with: 3600 for hours that are kept as seconds; 0.01 for percentages.
  let factor: Double
  /// True for counts, in which a point or comma before three digits can only mark thousands.
  let isWhole: Bool

  /// The column, where nothing but digits, signs and points of decimals stands in it; nil otherwise.
  func readPlain(_ source: CellSource, column: Int) -> NumberValues? {
    guard factor == 1 else { return nil }
    if let (values, validity) = plainIntegers(source, column: column) { return .integers(values, validity) }
    return plainDecimals(source, column: column)
  }

  /// Cells that a spreadsheet turned into dates are missing, as long as they are not the most.
  ///
  /// - Returns: the values, and the rows of such cells.
  /// - Throws: F112 not a number, F113 too large, F114 thousands or decimals.
  /// - Complexity: O(bytes of the column).
  func readDamaged(
    _ source: CellSource, column: Int
  ) throws(Diagnostic) -> (values: NumberValues, damaged: [Int]) {
    do {
      return (try read(source, column: column), [])
    } catch {
      guard ["F112", "F114"].contains(error.code) else { throw error }
      let damaged = (0..<source.rowCount).filter {
        isDamagedNumber(source.bytes.span, source.content($0, column))
      }
      guard !damaged.isEmpty, damaged.count * 2 < source.rowCount else { throw error }
      let values = try read(source.blanking(damaged, column: column), column: column)
      return (values, damaged)
    }
  }

  /// - Throws: F112 not a number, F113 too large, F114 thousands or decimals.
  /// - Complexity: O(bytes of the column).
  func read(_ source: CellSource, column: Int) throws(Diagnostic) -> NumberValues {
    if let plain = readPlain(source, column: column) { return plain }
    let style = try survey(source, column: column)
    return try parse(source, column: column, style: style)
  }

  /// The column as whole numbers written in digits alone; nil at the first cell that is written otherwise.
  private func plainIntegers(_ source: CellSource, column: Int) -> ([Int64], Validity)? {
    let rows = source.rowCount
    var values: [Int64] = []
    values.reserveCapacity(rows)
    var validity = Validity(count: 0)
    let text = source.bytes.span
    for row in 0..<rows {
      let cell = source.index.cell(row, column)
      var position = cell.lowerBound
      var end = cell.upperBound
      if position < end, text[position] == UInt8(ascii: "\"") {
        position += 1
        end -= 1
      }
      let isNegative = position < end && text[position] == UInt8(ascii: "-")
      if isNegative { position += 1 }
      guard end - position <= 18 else { return nil }
      if position >= end {
        guard !isNegative else { return nil }
        values.append(0)
        validity.append(false)
        continue
      }
      var value: Int64 = 0
      while position < end {
        let digit = text[position] &- 48
        guard digit < 10 else { return nil }
        value = value &* 10 &+ Int64(digit)
        position += 1
      }
      values.append(isNegative ? -value : value)
      validity.append(true)
    }
    return (values, validity)
  }

  /// The column as decimals such as `12.5`; nil at the first cell that is written otherwise, and where no point is
  /// certain to mark decimals or all numbers are whole.
  private func plainDecimals(_ source: CellSource, column: Int) -> NumberValues? {
    let rows = source.rowCount
    let text = source.bytes.span
    var values: [Double] = []
    var validity = Validity(count: 0)
    var isCertain = false
    var holdsFraction = false
    for row in 0..<rows {
      let cell = source.content(row, column)
      if isMissing(text, cell) {
        values.append(0)
        validity.append(false)
        continue
      }
      guard let number = PlainDecimal(text, cell) else { return nil }
      if values.isEmpty { values.reserveCapacity(rows) }
      isCertain = isCertain || number.isCertain
      holdsFraction = holdsFraction || number.holdsFraction
      values.append(number.value)
      validity.append(true)
    }
    return isCertain && holdsFraction ? .decimals(values, validity) : nil
  }

  /// Which bytes mark thousands and decimals in this column.
  private func survey(_ source: CellSource, column: Int) throws(Diagnostic) -> NumberStyle {
    var style = NumberStyle()
    for row in 0..<source.rowCount {
      let cell = source.content(row, column)
      if isMissing(source.bytes.span, cell) { continue }
      style.observe(source.bytes.span, cell, row: row)
    }
    if let row = style.unclearRow(isWhole: isWhole) {
      let place = source.place(row, column)
      throw .unclearThousands(source.file, header: header, line: place.line, column: place.column)
    }
    return style
  }

  private func parse(_ source: CellSource, column: Int, style: NumberStyle) throws(Diagnostic) -> NumberValues
  {
    let rows = source.rowCount
    var integers: [Int64] = []
    var decimals: [Double] = []
    integers.reserveCapacity(rows)
    var isWholeSoFar = true
    var validity = Validity(count: 0)
    for row in 0..<rows {
      let cell = source.content(row, column)
      if isMissing(source.bytes.span, cell) {
        validity.append(false)
        if isWholeSoFar { integers.append(0) } else { decimals.append(0) }
        continue
      }
      validity.append(true)
      switch style.number(source.bytes.span, cell, factor: factor) {
      case .whole(let value):
        if isWholeSoFar { integers.append(value) } else { decimals.append(Double(value)) }
      case .decimal(let value):
        if isWholeSoFar {
          isWholeSoFar = false
          decimals = integers.map(Double.init)
          decimals.reserveCapacity(rows)
          integers = []
        }
        decimals.append(value)
      case .invalid:
        let place = source.place(row, column)
        throw .badNumber(source.file, header: header, line: place.line, column: place.column)
      case .tooLarge:
        let place = source.place(row, column)
        throw .numberTooLarge(source.file, header: header, line: place.line, column: place.column)
      }
    }
    return isWholeSoFar ? .integers(integers, validity) : .decimals(decimals, validity)
  }
}

/// Whether a cell says that its value is not known: blank, `undefined`, `NAN`, `--`, `-`, `–`, `N/A`, `null`.
@inline(__always)
func isMissing(_ text: Span<UInt8>, _ cell: Range<Int>) -> Bool {
  if cell.isEmpty { return true }
  let first = text[cell.lowerBound]
  if first.isASCIIDigit || cell.count > 9 { return false }
  return isMissingWord(text, cell)
}

private func isMissingWord(_ text: Span<UInt8>, _ cell: Range<Int>) -> Bool {
  let words: [StaticString] = ["undefined", "nan", "--", "-", "n/a", "na", "null", "\u{2013}", "\u{2014}"]
  return words.contains { word in
    word.withUTF8Buffer { letters in
      letters.count == cell.count
        && letters.indices.allSatisfy { index in
          let byte = text[cell.lowerBound + index]
          return (byte &- 65 < 26 ? byte | 0x20 : byte) == letters[index]
        }
    }
  }
}
