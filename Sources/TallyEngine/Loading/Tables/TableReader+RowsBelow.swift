import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Rows at the end of a table that are as wide as its own and are none of them; they may name a person.
extension TableReader {
  /// The rows that were written below the table, and totals of parts of it: `Total Anna` with numbers, `Exported by Anna`, a line of prose.
  ///
  /// What is called a total and nothing else is told later, where its numbers are needed.
  /// - Returns: nil where nothing else is in the file.
  func rowsBelow() -> Set<Int>? {
    var below: Set<Int> = []
    // What is prose may be an id where ids are prose; totals of parts may stand between ids that are not.
    var prose: Set<Int> = []
    var row = source.rowCount
    let last = lastRows()
    while row > 0 {
      let kind =
        row > last.first
        ? kind(ofRow: row - 1 - last.first, in: last.source) : kind(ofRow: row - 1, in: source)
      guard let kind else { break }
      row -= 1
      switch kind {
      case .own: break
      case .below: below.insert(row)
      case .belowPlainKeys: prose.insert(row)
      }
    }
    guard row > 0 else { return nil }
    var keysAreProse = false
    if let facts {
      keysAreProse = facts.firstProseKey.map { $0 < row } ?? false
      prose.formUnion(facts.totalsAmongKeys.filter { $0 < row })
    } else {
      for row in 0..<row where hasProseKey(row) {
        if namesTotals(written(row, 0)) { prose.insert(row) } else { keysAreProse = true }
      }
    }
    if !keysAreProse { below.formUnion(prose) }
    return below
  }

  /// The last rows of a long table, and the number of the first of them; all rows of any other.
  private func lastRows() -> (source: CellSource, first: Int) {
    let scanner = RecordScanner(file: source.file, separator: dialect.separator)
    guard facts != nil,
      let index = try? scanner.index(source.bytes.span, from: tail.offset, width: headers.count),
      index.rowCount == source.rowCount - tail.row
    else { return (source, 0) }
    return (CellSource(bytes: source.bytes, index: index, file: source.file), tail.row)
  }

  private enum KindBelow {
    /// A row of totals, or without any cell.
    case own
    case below
    /// Below, unless the keys of rows are prose themselves.
    case belowPlainKeys
  }

  /// What a row may be besides one of the table; nil where it is that.
  private func kind(ofRow row: Int, in source: CellSource) -> KindBelow? {
    let text = source.bytes.span
    let cells = (0..<source.index.width).map { source.content(row, $0) }
    guard let first = cells.first, cells.count > 1 else { return nil }
    if first.isEmpty { return cells.allSatisfy(\.isEmpty) ? .own : nil }
    if isTotalWord(text, first) { return .own }
    let others = cells.dropFirst().filter { !$0.isEmpty }
    let words = string(text, first, isQuoted: false)
    if namesTotals(words) {
      if others.count < cells.count - 1 { return .below }
      return isKey(0) ? .belowPlainKeys : nil
    }
    if opensClosingLine(words), !others.contains(where: { isValue(string(text, $0, isQuoted: false)) }) {
      return .below
    }
    return others.isEmpty && isKey(0) && isProse(words) ? .belowPlainKeys : nil
  }

  /// Whether a column says what a row is about.
  private func isKey(_ column: Int) -> Bool {
    switch plan.columns[column] {
    case .video, .day, .audienceSplit: true
    case .load, .dropped, .names, .setAside, .notLoaded, .unknown: false
    }
  }

  /// Whether the key of a row holds a blank, as no id of a platform does; days do, and so do groups of an audience, of
  /// which none is called a total.
  private func hasProseKey(_ row: Int) -> Bool {
    guard case .video = plan.columns[0] else { return false }
    return source.content(row, 0).contains { source.bytes.span[$0] == UInt8(ascii: " ") }
  }
}
