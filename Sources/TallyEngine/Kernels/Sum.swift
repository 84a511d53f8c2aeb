import TallyLanguage

/// Adds up a column per group.
///
/// - Parameters:
///   - rows: rows to add, each less than the column's count.
///   - groups: group of each of `rows`, each less than `groupCount`.
/// - Returns: one number a group; missing where no row of it has a value. Whole numbers stay whole.
/// - Throws: N001 when a sum leaves 64 bits.
/// - Complexity: O(rows + groups).
func sum(_ column: Column, rows: [UInt32], groups: [UInt32], groupCount: Int) throws(Diagnostic) -> Series {
  switch column {
  case .integers(let column):
    switch column.storage {
    case .bytes(let values): return try sumNarrow(values, column.validity, rows, groups, groupCount)
    case .shorts(let values): return try sumNarrow(values, column.validity, rows, groups, groupCount)
    case .words(let values): return try sumNarrow(values, column.validity, rows, groups, groupCount)
    case .longs(let values): return try sumNarrow(values, column.validity, rows, groups, groupCount)
    }
  case .decimals(let column): return sumDecimals(column, rows, groups, groupCount)
  case .texts, .tags, .instants:
    return Series(
      .integers([Int64](repeating: 0, count: groupCount)),
      present: [Bool](repeating: false, count: groupCount))
  }
}

private func sumNarrow<Value: FixedWidthInteger>(
  _ values: [Value], _ validity: Validity, _ rows: [UInt32], _ groups: [UInt32], _ groupCount: Int
) throws(Diagnostic) -> Series {
  var sums = [Int64](repeating: 0, count: groupCount)
  var present = [Bool](repeating: false, count: groupCount)
  var overflowed = false
  if validity.isComplete {
    for index in rows.indices {
      let group = Int(groups[index])
      let (value, overflow) = sums[group].addingReportingOverflow(Int64(values[Int(rows[index])]))
      sums[group] = value
      present[group] = true
      overflowed = overflowed || overflow
    }
  } else {
    for index in rows.indices where validity[Int(rows[index])] {
      let group = Int(groups[index])
      let (value, overflow) = sums[group].addingReportingOverflow(Int64(values[Int(rows[index])]))
      sums[group] = value
      present[group] = true
      overflowed = overflowed || overflow
    }
  }
  if overflowed { throw .overflow() }
  return Series(.integers(sums), present: present)
}

/// Compensated summation (A.
///
/// Neumaier, 1974), so that the order of rows does not show in the last digits.
private func sumDecimals(_ column: DecimalColumn, _ rows: [UInt32], _ groups: [UInt32], _ groupCount: Int)
  -> Series
{
  var sums = [Double](repeating: 0, count: groupCount)
  var lost = [Double](repeating: 0, count: groupCount)
  var present = [Bool](repeating: false, count: groupCount)
  for index in rows.indices where column.validity[Int(rows[index])] {
    let group = Int(groups[index])
    let value = column.values[Int(rows[index])]
    let total = sums[group] + value
    lost[group] +=
      abs(sums[group]) >= abs(value) ? (sums[group] - total) + value : (value - total) + sums[group]
    sums[group] = total
    present[group] = true
  }
  return Series(.decimals(zip(sums, lost).map { $0 + $1 }), present: present)
}
