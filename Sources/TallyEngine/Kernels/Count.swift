extension RowSet {
  /// How many rows lack a value in at least one of some columns.
  func countMissing(_ validities: [Validity]) -> Int {
    count - GroupedRows(inOneGroup: self).present(in: validities).rows.count
  }
}

extension Column {
  /// How many of some rows have a number below 0; none where numbers are kept without a sign.
  func countNegative(_ rows: RowSet) -> Int {
    // A missing number is stored as 0, so that its validity need not be asked.
    switch self {
    case .integers(let column):
      guard case .longs(let values) = column.storage else { return 0 }
      return rows.countNegative(values)
    case .decimals(let column): return rows.countNegative(column.values)
    case .texts, .tags, .instants: return 0
    }
  }
}

extension RowSet {
  fileprivate func countNegative<Value: SignedNumeric & Comparable>(_ values: ColumnValues<Value>) -> Int {
    GroupedRows(inOneGroup: self).inPieces(writing: 0) { forEachBlock in
      var count = 0
      values.withUnsafeBufferPointer { values in
        forEachBlock { $0.forEach { row, _ in count &+= values[row] < 0 ? 1 : 0 } }
      }
      return count
    }.reduce(0, +)
  }
}
