import TallyLanguage

/// Adds up a column per group.
///
/// - Parameter rows: rows of the column's table, their groups each less than `groupCount`.
/// - Returns: one number a group; missing where no row of it has a value. Whole numbers stay whole.
/// - Throws: N001 when a sum leaves 64 bits.
/// - Complexity: O(rows + groups).
func sum(_ column: Column, _ rows: GroupedRows, groupCount: Int) throws(Diagnostic) -> Series {
  switch column {
  case .integers(let column):
    switch column.storage {
    case .bytes(let values): return try sumIntegers(values, column.validity, rows, groupCount)
    case .shorts(let values): return try sumIntegers(values, column.validity, rows, groupCount)
    case .words(let values): return try sumIntegers(values, column.validity, rows, groupCount)
    case .longs(let values): return try sumIntegers(values, column.validity, rows, groupCount)
    }
  case .decimals(let column): return sumDecimals(column, rows, groupCount)
  case .texts, .tags, .instants: return .missing(count: groupCount)
  }
}

/// A missing value is stored as 0, so that only the question whether a group has any value asks for validity.
private func sumIntegers<Value: FixedWidthInteger>(
  _ values: ColumnValues<Value>, _ validity: Validity, _ rows: GroupedRows, _ groupCount: Int
) throws(Diagnostic) -> Series {
  let sums =
    Value.bitWidth <= 32 && rows.rows.count < 1 << 31
    ? narrowSums(values, rows, groupCount) : try checkedSums(values, rows, groupCount)
  return Series(.integers(sums), present: hasValues(validity, rows, groupCount))
}

/// Sums that cannot leave 64 bits: fewer than 2^31 values below 2^32.
private func narrowSums<Value: FixedWidthInteger>(
  _ values: ColumnValues<Value>, _ rows: GroupedRows, _ groupCount: Int
)
  -> [Int64]
{
  var sums = [Int64](repeating: 0, count: groupCount)
  if case (.all, .one) = (rows.rows.storage, rows.groups.storage) {
    var sum: Int64 = 0
    for value in values { sum &+= Int64(truncatingIfNeeded: value) }
    sums[0] = sum
    return sums
  }
  values.withUnsafeBufferPointer { values in
    sums.withUnsafeMutableBufferPointer { sums in
      rows.forEach { row, group in sums[group] &+= Int64(truncatingIfNeeded: values[row]) }
    }
  }
  return sums
}

private func checkedSums<Value: FixedWidthInteger>(
  _ values: ColumnValues<Value>, _ rows: GroupedRows, _ groupCount: Int
)
  throws(Diagnostic) -> [Int64]
{
  var sums = [Int64](repeating: 0, count: groupCount)
  var overflowed = false
  rows.forEach { row, group in
    let (value, overflow) = sums[group].addingReportingOverflow(Int64(truncatingIfNeeded: values[row]))
    sums[group] = value
    overflowed = overflowed || overflow
  }
  if overflowed { throw .overflow() }
  return sums
}

/// Which groups have a row with a value.
private func hasValues(_ validity: Validity, _ rows: GroupedRows, _ groupCount: Int) -> [Bool] {
  var present = [Bool](repeating: false, count: groupCount)
  if case (.all, .one) = (rows.rows.storage, rows.groups.storage) {
    present[0] = validity.count > validity.missingCount
  } else {
    // Few groups have all been met after some rows.
    for some in [rows.prefix(4096), rows] where !present.allSatisfy({ $0 }) {
      if validity.isComplete {
        some.forEach { _, group in present[group] = true }
      } else {
        some.forEach { row, group in if validity[row] { present[group] = true } }
      }
    }
  }
  return present
}

/// Compensated summation, so that the order of rows does not show in the last digits (Neumaier, 1974).
private func sumDecimals(_ column: DecimalColumn, _ rows: GroupedRows, _ groupCount: Int) -> Series {
  var sums = [Double](repeating: 0, count: groupCount)
  var lost = [Double](repeating: 0, count: groupCount)
  rows.forEach { row, group in
    let value = column.values[row]
    let total = sums[group] + value
    lost[group] +=
      abs(sums[group]) >= abs(value) ? (sums[group] - total) + value : (value - total) + sums[group]
    sums[group] = total
  }
  return Series(
    .decimals(zip(sums, lost).map { $0 + $1 }), present: hasValues(column.validity, rows, groupCount))
}
