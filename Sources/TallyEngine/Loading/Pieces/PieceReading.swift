import TallyLanguage

/// What is read of a long table in one go over its text, block by block, on all cores.
struct PieceReading: Sendable {
  /// Columns as text, as numbers, as days; and those of which only is asked whether they hold nothing but numbers.
  var texts: [Int] = []
  var numbers: [Int] = []
  var days: [Int] = []
  var unknown: [Int] = []
  let observer: RowObserver
  let width: Int
}

/// What came of it.
struct PieceResult: Sendable {
  var facts = RowFacts()
  /// Columns that are written plainly; the others have to be read on their own.
  var cells: [Int: ColumnCells] = [:]
  /// Whether each column of which that was asked holds nothing but numbers.
  var holdsOnlyNumbers: [Int: Bool] = [:]
  /// Where a few last rows begin, and the number of the first of them.
  var tail: (offset: Int, row: Int) = (0, 0)
}

extension PieceReading {
  /// - Parameter skipping: rows that are none of the table, ascending.
  /// - Returns: nil where a row is not as wide as the header or its quotes are not regular; the text then has to be split
  ///   by `RecordScanner`, which knows what to say of it.
  /// - Throws: `.cancelled`.
  /// - Complexity: O(length), on all cores.
  func read(
    _ text: FileBytes, _ pieces: [TextPiece], skipping: [Int] = [],
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(LoadFailure) -> PieceResult? {
    let rows = (pieces.last?.rows.upperBound ?? 0) - skipping.count
    let rooms = Rooms(self, rows: rows)
    let read = concurrently(pieces.count) { place in
      text.withUnsafeBufferPointer { bytes in
        readPiece(bytes, pieces[place], rooms, skipping, isCancelled)
      }
    }
    if isCancelled() { throw .cancelled }
    let parts = read.compactMap(\.self)
    guard parts.count == pieces.count, let last = parts.last else { return nil }
    var result = PieceResult()
    result.facts = parts[0].facts
    for part in parts.dropFirst() { result.facts.add(part.facts) }
    result.tail = last.tail
    for (place, column) in unknown.enumerated() {
      result.holdsOnlyNumbers[column] = parts.allSatisfy { $0.onlyNumbers[place] }
    }
    let all = texts + numbers + days
    let cells = concurrently(all.count) { place in rooms.column(place, of: self, parts) }
    if isCancelled() { throw .cancelled }
    for (column, cells) in zip(all, cells) { result.cells[column] = cells }
    return result
  }

  /// Memory for all rows of each column.
  private struct Rooms: Sendable {
    let rows: Int
    let texts: [ColumnMemory]
    let numbers: [NumberRoom]
    let days: [ColumnMemory]

    init(_ reading: PieceReading, rows: Int) {
      self.rows = rows
      texts = reading.texts.map { _ in ColumnMemory(byteCount: rows * 4) }
      numbers = reading.numbers.map { _ in NumberRoom(rows: rows) }
      days = reading.days.map { _ in ColumnMemory(byteCount: rows * 4) }
    }

    func column(_ place: Int, of reading: PieceReading, _ parts: [Part]) -> ColumnCells? {
      if place < texts.count {
        return .text(TextBuilder.column(parts.map { $0.texts[place] }, memory: texts[place], rows: rows))
      }
      let place = place - texts.count
      if place < numbers.count {
        return NumberBuilder.column(parts.map { $0.numbers[place] }, room: numbers[place]).map {
          .numbers(NumberCells(values: $0, rounded: 0, damaged: []))
        }
      }
      let day = place - numbers.count
      guard parts.allSatisfy(\.days[day].isPlain) else { return nil }
      return .days(ColumnValues(days[day], offset: 0, count: rows))
    }
  }

  /// What one core read of one piece.
  private struct Part: @unchecked Sendable {
    var facts = RowFacts()
    var texts: [TextBuilder]
    var numbers: [NumberBuilder]
    var days: [DayBuilder]
    var onlyNumbers: [Bool]
    var tail: (offset: Int, row: Int)
  }

  private func readPiece(
    _ text: UnsafeBufferPointer<UInt8>, _ piece: TextPiece, _ rooms: Rooms, _ skipping: [Int],
    _ isCancelled: () -> Bool
  ) -> Part? {
    var skipped = skipping.prefix { $0 < piece.rows.lowerBound }.count
    let skippedAtEnd = skipping.prefix { $0 < piece.rows.upperBound }.count
    let rows = (piece.rows.lowerBound - skipped)..<(piece.rows.upperBound - skippedAtEnd)
    var part = Part(
      texts: zip(texts, rooms.texts).map {
        TextBuilder(
          column: $0, codes: PlacesToFill($1.room.assumingMemoryBound(to: UInt32.self)), rows: rows)
      },
      numbers: zip(numbers, rooms.numbers).map { NumberBuilder(column: $0, room: $1, rows: rows) },
      days: zip(days, rooms.days).map {
        DayBuilder(column: $0, days: PlacesToFill($1.room.assumingMemoryBound(to: Int32.self)))
      },
      onlyNumbers: unknown.map { _ in true }, tail: (piece.bytes.lowerBound, piece.rows.lowerBound))
    var block = CellBlock(text, width: width, separator: observer.separator)
    let scratch = UnsafeMutablePointer<Int64>.allocate(capacity: block.rowCapacity)
    defer {
      block.deallocate()
      scratch.deallocate()
    }
    var position = piece.bytes.lowerBound
    var row = piece.rows.lowerBound
    var lastStart = part.tail
    while position < piece.bytes.upperBound {
      guard !isCancelled(), let next = block.fill(from: position, to: piece.bytes.upperBound),
        row + block.rowCount <= piece.rows.upperBound
      else { return nil }
      part.tail = lastStart
      lastStart = (position, row)
      position = next
      let numbered = row..<(row + block.rowCount)
      row = numbered.upperBound
      let gone = skipping.dropFirst(skipped).prefix { $0 < numbered.upperBound }
      if !gone.isEmpty { block.remove(gone.map { $0 - numbered.lowerBound }) }
      let first = numbered.lowerBound - skipped
      skipped += gone.count
      part.facts.observe(block, firstRow: first, observer)
      for place in part.texts.indices { part.texts[place].append(block, firstRow: first) }
      for place in part.numbers.indices { part.numbers[place].append(block, firstRow: first, scratch) }
      for place in part.days.indices { part.days[place].append(block, firstRow: first) }
      for (place, column) in unknown.enumerated() where part.onlyNumbers[place] {
        let text = text.span
        part.onlyNumbers[place] = (0..<block.rowCount).allSatisfy {
          mayBeNumber(text, content(text, block.cell($0, column)))
        }
      }
    }
    return row == piece.rows.upperBound ? part : nil
  }
}
