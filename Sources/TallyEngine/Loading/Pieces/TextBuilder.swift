/// Codes the text of one column in the rows of one piece, by a table of its own.
struct TextBuilder {
  let column: Int
  private let rows: Range<Int>
  /// A code for each row of the table; those of other pieces are written by others.
  private let codes: PlacesToFill<UInt32>
  private var table = ByteTable()
  /// Of each string, whether the first cell that it stood in is quoted.
  private var isQuoted: [Bool] = []

  init(column: Int, codes: PlacesToFill<UInt32>, rows: Range<Int>) {
    self.column = column
    self.codes = codes
    self.rows = rows
  }

  /// A few rows are looked up at a time, step by step: memory then answers for all of them at once.
  private static let step = 16

  mutating func append(_ block: CellBlock, firstRow: Int) {
    let text = block.text.span
    withUnsafeTemporaryAllocation(of: (cell: Range<Int>, hash: UInt64, first: UInt64).self, capacity: Self.step) {
      looked in
      for start in stride(from: 0, to: block.rowCount, by: Self.step) {
        let count = min(Self.step, block.rowCount - start)
        for place in 0..<count {
          let cell = content(text, block.cell(start + place, column))
          looked[place].cell = cell
          looked[place].hash = table.hash(text, cell)
        }
        for place in 0..<count { looked[place].first = table.first(looked[place].hash) }
        for place in 0..<count {
          let (cell, hash, first) = looked[place]
          guard !cell.isEmpty else {
            codes.start[firstRow + start + place] = CodedText.missingCode
            continue
          }
          codes.start[firstRow + start + place] = table.code(text, cell, hash, first: first)
          if table.count > isQuoted.count {
            isQuoted.append(text[block.cell(start + place, column).lowerBound] == UInt8(ascii: "\""))
          }
        }
      }
    }
  }

  /// The column that the pieces read, in order.
  static func column(_ parts: [TextBuilder], memory: ColumnMemory, rows: Int) -> CodedText {
    guard var first = parts.first else { return CodedText(codes: [], values: []) }
    // In the order of the pieces, every string is numbered where it first stood in the table.
    let numbers = parts.dropFirst().map { part in
      part.isQuoted.indices.map { number in
        let code = first.table.code(number, of: part.table)
        if Int(code) == first.isQuoted.count { first.isQuoted.append(part.isQuoted[number]) }
        return code
      }
    }
    _ = concurrently(numbers.count) { place in
      let numbers = numbers[place]
      if numbers.indices.allSatisfy({ numbers[$0] == $0 }) { return }
      let part = parts[place + 1]
      for row in part.rows where part.codes.start[row] != CodedText.missingCode {
        part.codes.start[row] = numbers[Int(part.codes.start[row])]
      }
    }
    let codes = ColumnValues<UInt32>(memory, offset: 0, count: rows)
    return CodedText(codes: codes, table: first.table, isQuoted: first.isQuoted)
  }
}
