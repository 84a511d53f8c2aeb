/// Reads the numbers of one column in the rows of one piece, as long as they are written plainly.
///
/// What is plain, and what it means, is what `NumberReader.readPlain` says; words that say that a value is missing are
/// plain too.
struct NumberBuilder {
  let column: Int
  private let room: NumberRoom
  private var width = NumberWidth.byte
  private var memory: ColumnMemory
  private(set) var stretches: [NumberStretch] = []
  private(set) var missing: MissingBits
  /// False once a cell was written otherwise; nothing more is read then.
  private(set) var isPlain = true
  private var holdsPoint = false
  private var isCertain = false
  private var holdsFraction = false
  /// Whether a whole number has more digits than a decimal may have.
  private var holdsLong = false

  init(column: Int, room: NumberRoom, rows: Range<Int>) {
    self.column = column
    self.room = room
    memory = room.memory(.byte)
    missing = MissingBits(rows: rows)
  }

  /// Reads the cells of a block, whose first row has a number of the table.
  ///
  /// - Parameter scratch: room for a number a row.
  mutating func append(_ block: CellBlock, firstRow: Int, _ scratch: UnsafeMutablePointer<Int64>) {
    guard isPlain else { return }
    if !holdsPoint, let needed = readIntegers(block, firstRow, scratch) {
      store(scratch, firstRow..<(firstRow + block.rowCount), needed)
    } else if isPlain {
      holdsPoint = true
      let decimals = UnsafeMutableRawPointer(scratch).assumingMemoryBound(to: Double.self)
      guard readDecimals(block, firstRow, decimals) else {
        isPlain = false
        return
      }
      take(.decimal)
      let target = memory.room.assumingMemoryBound(to: Double.self) + firstRow
      target.update(from: decimals, count: block.rowCount)
      note(firstRow..<(firstRow + block.rowCount))
    }
  }

  /// The width that the numbers of a block need; nil where one of them is not whole or not plain.
  private mutating func readIntegers(
    _ block: CellBlock, _ firstRow: Int, _ scratch: UnsafeMutablePointer<Int64>
  ) -> NumberWidth? {
    let base = block.base
    let isFarIn = block.origin >= 8
    var all: UInt64 = 0
    for row in 0..<block.rowCount {
      let end = block.end(row, column)
      let length = end &- block.start(row, column)
      // Eight bytes up to the end of the cell, those before it as zeros.
      if UInt(bitPattern: length &- 1) < 8, isFarIn {
        let word = UnsafeRawPointer(base + end - 8).loadUnaligned(as: UInt64.self).littleEndian
        let digits = (word ^ 0x3030_3030_3030_3030) & (~0 << UInt64(truncatingIfNeeded: (8 &- length) &* 8))
        if (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080 == 0 {
          let number = wholeNumber(digits)
          all |= number
          scratch[row] = Int64(truncatingIfNeeded: number)
          continue
        }
      }
      guard let value = slowInteger(block, row, firstRow) else { return nil }
      // A negative number sets the highest bit, which no narrow width has.
      all |= UInt64(bitPattern: value)
      scratch[row] = value
    }
    if all > UInt64(UInt32.max) { return .long }
    return all > UInt64(UInt16.max) ? .word : all > UInt64(UInt8.max) ? .short : .byte
  }

  /// A cell that is not one to eight digits: quoted, missing, negative or long; nil where it is none of these.
  private mutating func slowInteger(_ block: CellBlock, _ row: Int, _ firstRow: Int) -> Int64? {
    let text = block.text.span
    let cell = content(text, block.cell(row, column))
    if isMissing(text, cell) {
      missing.insert(firstRow + row)
      return 0
    }
    var position = cell.lowerBound
    let isNegative = text[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let length = cell.upperBound - position
    var value: Int64 = 0
    for place in position..<cell.upperBound {
      let digit = text[place] &- 48
      guard digit < 10, length <= 18 else {
        // A point may make it a decimal.
        isPlain = PlainDecimal(text, cell) != nil
        return nil
      }
      value = value &* 10 &+ Int64(digit)
    }
    guard length > 0 else {
      isPlain = false
      return nil
    }
    if length > 15 { holdsLong = true }
    return isNegative ? -value : value
  }

  private mutating func readDecimals(
    _ block: CellBlock, _ firstRow: Int, _ scratch: UnsafeMutablePointer<Double>
  ) -> Bool {
    let text = block.text.span
    for row in 0..<block.rowCount {
      let cell = content(text, block.cell(row, column))
      if isMissing(text, cell) {
        missing.insert(firstRow + row)
        scratch[row] = 0
        continue
      }
      guard let number = PlainDecimal(text, cell) else { return false }
      isCertain = isCertain || number.isCertain
      holdsFraction = holdsFraction || number.holdsFraction
      scratch[row] = number.value
    }
    return true
  }

  /// Writes whole numbers in the width of the column.
  private mutating func store(
    _ values: UnsafeMutablePointer<Int64>, _ rows: Range<Int>, _ needed: NumberWidth
  ) {
    take(needed)
    switch width {
    case .byte: narrow(values, rows, UInt8.self)
    case .short: narrow(values, rows, UInt16.self)
    case .word: narrow(values, rows, UInt32.self)
    case .long: narrow(values, rows, Int64.self)
    case .decimal:
      let target = memory.room.assumingMemoryBound(to: Double.self) + rows.lowerBound
      for place in 0..<rows.count { target[place] = Double(values[place]) }
    }
    note(rows)
  }

  private func narrow<Value: FixedWidthInteger>(
    _ values: UnsafeMutablePointer<Int64>, _ rows: Range<Int>, _: Value.Type
  ) {
    let target = memory.room.assumingMemoryBound(to: Value.self) + rows.lowerBound
    for place in 0..<rows.count { target[place] = Value(truncatingIfNeeded: values[place]) }
  }

  /// Goes on in a width, or in a wider one that others needed.
  private mutating func take(_ needed: NumberWidth) {
    guard needed > width || stretches.isEmpty else { return }
    width = max(needed, width, room.widest)
    memory = room.memory(width)
  }

  private mutating func note(_ rows: Range<Int>) {
    if let last = stretches.last, last.width == width {
      stretches[stretches.count - 1].rows = last.rows.lowerBound..<rows.upperBound
    } else {
      stretches.append(NumberStretch(rows: rows, width: width))
    }
  }
}

extension NumberBuilder {
  /// The column that the pieces read; nil where it is not plain, or it takes all of it to know what its points mean.
  static func column(_ parts: [NumberBuilder], room: NumberRoom) -> Column? {
    guard parts.allSatisfy(\.isPlain) else { return nil }
    let stretches = parts.flatMap(\.stretches)
    var width = stretches.map(\.width).max() ?? .byte
    if parts.contains(where: \.holdsPoint) {
      guard parts.contains(where: \.isCertain), parts.contains(where: \.holdsFraction),
        !parts.contains(where: \.holdsLong)
      else { return nil }
      width = .decimal
    }
    return room.column(
      stretches, as: width, validity: MissingBits.validity(parts.map(\.missing), rows: room.rows))
  }
}

/// The number of eight digits, the first in the lowest byte.
@inline(__always)
private func wholeNumber(_ digits: UInt64) -> UInt64 {
  let pairs = digits &* 10 &+ digits >> 8
  let mask: UInt64 = 0x0000_00FF_0000_00FF
  let high = (pairs & mask) &* 0x000F_4240_0000_0064
  let low = (pairs >> 16 & mask) &* 0x0000_2710_0000_0001
  return (high &+ low) >> 32
}
