import Synchronization
import TallyLanguage

/// Where cells are read from: a text, its index, and what messages call them.
struct CellSource: Sendable {
  let bytes: FileBytes
  let file: String
  let rowCount: Int
  private let indexing: Indexing

  private enum Indexing: Sendable {
    case made(RecordIndex)
    /// Made when it is asked for.
    case later(IndexOnDemand)
  }

  init(bytes: FileBytes, index: RecordIndex, file: String) {
    self.init(bytes: bytes, file: file, rowCount: index.rowCount, indexing: .made(index))
  }

  /// A text that is well, as the pieces say, whose index is made when a single cell is asked for.
  init(bytes: FileBytes, pieces: [TextPiece], from start: Int, width: Int, separator: UInt8, file: String) {
    let rows = pieces.last?.rows.upperBound ?? 0
    self.init(
      bytes: bytes, file: file, rowCount: rows,
      indexing: .later(
        IndexOnDemand {
          let scanner = RecordScanner(file: file, separator: separator)
          let index = try? scanner.index(bytes.span, from: start, width: width)
          // A mapped file that changed meanwhile is refused later; until then, its cells are blank.
          guard let index, index.rowCount == rows else { return RecordIndex(blankRows: rows, width: width) }
          return index
        }))
  }

  private init(bytes: FileBytes, file: String, rowCount: Int, indexing: Indexing) {
    self.bytes = bytes
    self.file = file
    self.rowCount = rowCount
    self.indexing = indexing
  }

  /// Where every cell stands.
  ///
  /// - Complexity: of a long table O(length) when it is asked for first.
  var index: RecordIndex {
    switch indexing {
    case .made(let index): index
    case .later(let made): made.index
    }
  }

  /// The same cells with the index at hand, for who asks for many of them.
  var indexed: CellSource {
    if case .made = indexing { return self }
    return CellSource(bytes: bytes, index: index, file: file)
  }

  /// The bytes of a cell without quotes and outer blanks.
  @inline(__always)
  func content(_ row: Int, _ column: Int) -> Range<Int> {
    TallyEngine.content(bytes.span, index.cell(row, column))
  }

  /// Line and column of a cell, both from 1.
  func place(_ row: Int, _ column: Int) -> (line: Int, column: Int) {
    position(of: index.cell(row, column).lowerBound, in: bytes.span)
  }

  /// The line on which a record starts, from 1.
  func line(_ row: Int) -> Int { place(row, 0).line }

  /// The same cells, of which some of one column are blank.
  func blanking(_ rows: [Int], column: Int) -> CellSource {
    var bytes = Array(bytes)
    let index = index
    for row in rows {
      for place in index.cell(row, column) { bytes[place] = 32 }
    }
    return CellSource(bytes: FileBytes(bytes), index: index, file: file)
  }

  /// The same cells without some rows.
  func removing(_ rows: Set<Int>) -> CellSource {
    if rows.isEmpty { return self }
    if case .made(let index) = indexing {
      return CellSource(bytes: bytes, index: index.removing(rows), file: file)
    }
    return CellSource(
      bytes: bytes, file: file, rowCount: rowCount - rows.count,
      indexing: .later(IndexOnDemand { self.index.removing(rows) }))
  }
}

/// An index that is made once, when somebody asks for it.
private final class IndexOnDemand: Sendable {
  private let known: Mutex<RecordIndex?>
  private let make: @Sendable () -> RecordIndex

  init(_ make: @escaping @Sendable () -> RecordIndex) {
    known = Mutex(nil)
    self.make = make
  }

  var index: RecordIndex {
    known.withLock { known in
      if let known { return known }
      let index = make()
      known = index
      return index
    }
  }
}
