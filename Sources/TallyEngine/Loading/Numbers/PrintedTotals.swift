import TallyPlan

/// The row of totals that a platform prints in a list of videos; it is kept as a check and never loaded.
extension TableReader {
  /// Says so where the videos of a list add up to less than its row of totals: the export was cut off.
  ///
  /// - Parameter whole: the rows as the file has them.
  mutating func compareTotals(of columns: [FileColumn], in whole: CellSource) {
    let whole = whole.indexed
    let text = whole.bytes.span
    guard let row = (0..<whole.rowCount).first(where: { isTotalWord(text, whole.content($0, 0)) })
    else {
      return
    }
    let totals = CellSource(bytes: whole.bytes, index: whole.index.keeping(row), file: whole.file)
    for (index, column) in plan.loaded where column.kind == .counter && column.unit == .count {
      guard case .integers(let counts) = columns.first(where: { $0.description.name == column.name })?.values,
        let printed = printedCount(column, index, in: totals), let sum = counts.sum, sum < printed
      else { continue }
      report.noteTotals(of: column.name, printed: printed, listed: sum)
      return
    }
  }

  private func printedCount(_ column: LoadedColumn, _ index: Int, in totals: CellSource) -> Int64? {
    guard case .number(let factor, let isWhole) = column.form,
      case .integers(let values, let validity)? = try? NumberReader(
        header: column.header, factor: factor, isWhole: isWhole
      ).read(totals, column: index)
    else { return nil }
    return validity[0] ? values[0] : nil
  }
}

extension IntegerColumn {
  /// The sum of what is there; nil where it does not fit.
  fileprivate var sum: Int64? {
    var sum: Int64 = 0
    for row in 0..<validity.count {
      let (next, overflow) = sum.addingReportingOverflow(self[row] ?? 0)
      if overflow { return nil }
      sum = next
    }
    return sum
  }
}
