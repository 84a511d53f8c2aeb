extension GroupedRows {
  /// Which groups have rows.
  func haveRows(groupCount: Int) -> [Bool] {
    // Few groups have soon all been met.
    let isSmall = groupCount <= 1 << 14
    let parts = inPieces(writing: groupCount / 8) { forEachBlock in
      var found = [Bool](repeating: false, count: groupCount)
      found.withUnsafeMutableBufferPointer { found in
        var blocks = 0
        var areAllFound = false
        forEachBlock { block in
          if areAllFound { return }
          blocks &+= 1
          if isSmall, blocks & 31 == 0 { areAllFound = found.allSatisfy { $0 } }
          if case .one(let group) = block.groups {
            found[group] = true
          } else {
            block.forEach { _, group in found[group] = true }
          }
        }
      }
      return found
    }
    guard parts.count > 1 else { return parts[0] }
    return (0..<groupCount).map { group in parts.contains { $0[group] } }
  }
}

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
