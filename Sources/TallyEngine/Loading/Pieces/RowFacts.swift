import TallyPrivacy

/// What the rows of a long table say beside the values of its columns, gathered while its cells are read.
struct RowFacts: Sendable {
  /// Rows of totals, and rows in which every cell is blank; ascending.
  private(set) var skipped: [Int] = []
  /// Whether a row behind a blank line may be the header of another table, a title or a note.
  private(set) var mayHoldOtherTables = false
  /// Rows without any digit that head a list of people; ascending.
  private(set) var headsOfPeople: [Int] = []
  /// Rows whose ids hold a blank and name totals, up to the first whose id is prose.
  private(set) var totalsAmongKeys: [Int] = []
  /// The first row whose id holds a blank and is no total.
  private(set) var firstProseKey: Int?
  /// Whether the last row is blank, and whether the first could be of another table behind such a row.
  private var endsBlank = false
  private var mayStartOther = false
  private var isFirst = true

  /// The facts of a stretch of rows and of those behind it.
  mutating func add(_ later: RowFacts) {
    skipped += later.skipped
    mayHoldOtherTables = mayHoldOtherTables || later.mayHoldOtherTables || (endsBlank && later.mayStartOther)
    headsOfPeople += later.headsOfPeople
    if firstProseKey == nil { totalsAmongKeys += later.totalsAmongKeys }
    firstProseKey = firstProseKey ?? later.firstProseKey
    endsBlank = later.endsBlank
  }
}

/// Looks at the rows of blocks for what `RowFacts` holds.
struct RowObserver: Sendable {
  let headers: [String]
  let separator: UInt8
  /// Whether the first column has the ids of videos.
  let startsWithKey: Bool
}

extension RowFacts {
  mutating func observe(_ block: CellBlock, firstRow: Int, _ observer: RowObserver) {
    let text = block.text.span
    for row in 0..<block.rowCount {
      let record = block.row(row)
      observeBreaks(block, row, record, observer)
      let byte = text[record.lowerBound]
      // Most rows start with a digit, which is no total and no header.
      if !byte.isASCIIDigit {
        observeStart(block, row, number: firstRow + row)
        if !record.contains(where: { text[$0].isASCIIDigit }) {
          let cells = texts(block, row)
          if cells != observer.headers, headsPeople(cells.filter { !$0.isEmpty }) {
            headsOfPeople.append(firstRow + row)
          }
        }
      }
      if observer.startsWithKey, firstProseKey == nil {
        let key = content(text, block.cell(row, 0))
        if key.contains(where: { text[$0] == UInt8(ascii: " ") }) {
          if namesTotals(string(text, key, isQuoted: false)) {
            totalsAmongKeys.append(firstRow + row)
          } else {
            firstProseKey = firstRow + row
          }
        }
      }
    }
  }

  /// Whether a row is none of the table.
  private mutating func observeStart(_ block: CellBlock, _ row: Int, number: Int) {
    let text = block.text.span
    let first = content(text, block.cell(row, 0))
    let isSkipped: Bool
    if first.isEmpty {
      isSkipped = (0..<block.width).allSatisfy { content(text, block.cell(row, $0)).isEmpty }
    } else {
      isSkipped = isTotalWord(text, first)
    }
    if isSkipped { skipped.append(number) }
  }

  /// A line ends with one break, or two of which the second is that of CRLF; more of them are blank lines.
  private mutating func observeBreaks(
    _ block: CellBlock, _ row: Int, _ record: Range<Int>, _ observer: RowObserver
  ) {
    let text = block.text.span
    var end = record.lowerBound
    while end > 0, text[end - 1].isLineBreak { end -= 1 }
    let breaks = record.lowerBound - end
    let isBehindBlank = breaks > 2 || (breaks == 2 && text[end] == text[end + 1])
    if isFirst || endsBlank || isBehindBlank {
      let cells = texts(block, row)
      let mayBeOther = cells.contains { !$0.isEmpty } && !cells.contains(where: isValue)
      if isFirst { mayStartOther = mayBeOther }
      if mayBeOther, endsBlank || isBehindBlank { mayHoldOtherTables = true }
      isFirst = false
    }
    endsBlank =
      record.count < 3 * block.width
      && record.allSatisfy {
        text[$0] == observer.separator || text[$0] == UInt8(ascii: "\"") || text[$0] == 32 || text[$0] == 9
      }
  }

  private func texts(_ block: CellBlock, _ row: Int) -> [String] {
    (0..<block.width).map {
      string(block.text.span, content(block.text.span, block.cell(row, $0)), isQuoted: false)
    }
  }
}
