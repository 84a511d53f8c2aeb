/// Codes the text of one column in the rows of one piece, by a table of its own.
struct TextBuilder {
  let column: Int
  private let rows: Range<Int>
  /// A code for each row of the table; those of other pieces are written by others.
  private let codes: PlacesToFill<UInt32>
  private var table = TextTable()
  /// Of each string, whether the first cell that it stood in is quoted.
  private var isQuoted: [Bool] = []

  init(column: Int, codes: PlacesToFill<UInt32>, rows: Range<Int>) {
    self.column = column
    self.codes = codes
    self.rows = rows
  }

  mutating func append(_ block: CellBlock, firstRow: Int) {
    var isQuoted = isQuoted
    self.isQuoted = []
    table.look(up: column, of: block, into: codes.start + firstRow) { row in
      isQuoted.append(block.base[block.start(row, column)] == UInt8(ascii: "\""))
    }
    self.isQuoted = isQuoted
  }

  /// The column that the pieces read, in order.
  static func column(_ parts: [TextBuilder], memory: ColumnMemory, rows: Int) -> CodedText {
    guard var first = parts.first else { return CodedText(codes: [], values: []) }
    // In the order of the pieces, every string is numbered where it first stood in the table.
    let numbers = parts.dropFirst().map { part in
      let numbers = first.table.numbers(of: part.table)
      for (number, code) in numbers.enumerated() where Int(code) == first.isQuoted.count {
        first.isQuoted.append(part.isQuoted[number])
      }
      return numbers
    }
    _ = concurrently(numbers.count) { place in
      let numbers = numbers[place]
      if numbers.indices.allSatisfy({ numbers[$0] == $0 }) { return }
      let part = parts[place + 1]
      for row in part.rows where part.codes.start[row] != CodedText.missingCode {
        part.codes.start[row] = numbers[Int(part.codes.start[row])]
      }
    }
    let (table, isQuoted) = (first.table, first.isQuoted)
    let codes = ColumnValues<UInt32>(memory, offset: 0, count: rows)
    return CodedText(codes: codes, isQuoted: isQuoted) { table.text($0, isQuoted: $1) }
  }
}
