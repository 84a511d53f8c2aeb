import TallyLanguage
import TallyPlan

extension FileTable {
  /// The table with a row of 0 for each day between its first and last that it has no row for.
  ///
  /// - Returns: the same table where a column is none of `names`, which then say nothing about such days.
  /// - Complexity: O(days between).
  func withQuietDays(_ names: Set<String>) -> (table: FileTable, added: Int) {
    guard role == .channel, !columns.isEmpty, let first = days.min(), let last = days.max(),
      columns.allSatisfy({ names.contains($0.description.name) }),
      Int64(last) - Int64(first) < Self.longestSpan
    else { return (self, 0) }
    let known = Set(days)
    let quiet = (first...last).filter { !known.contains($0) }
    guard !quiet.isEmpty else { return (self, 0) }
    let zeros = columns.compactMap { column -> FileColumn? in
      guard case .integers(let counts) = column.values else { return nil }
      let cells = days.indices.map { counts[$0] } + quiet.map { _ in 0 }
      return FileColumn(
        description: column.description,
        values: .integers(IntegerColumn(cells)))
    }
    guard zeros.count == columns.count else { return (self, 0) }
    return (replacing(days: ColumnValues(Array(days) + quiet), columns: zeros), quiet.count)
  }

  /// A damaged date must not make a million rows.
  private static let longestSpan = 10_000
}
