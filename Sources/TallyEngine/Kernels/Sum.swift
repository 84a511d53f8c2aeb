import TallyLanguage

/// Adds up a column per group.
///
/// - Parameter rows: rows of the column's table, their groups each less than `groupCount`.
/// - Returns: one number a group; missing where no row of it has a value. Whole numbers stay whole.
/// - Throws: N001 when a sum leaves 64 bits.
/// - Complexity: O(rows + groups), on as many cores as there are.
func sum(_ column: Column, _ rows: GroupedRows, groupCount: Int) throws(Diagnostic) -> Series {
  switch column {
  case .integers(let column):
    let sums =
      switch column.storage {
      case .bytes(let values): narrowSums(values, rows, groupCount)
      case .shorts(let values): narrowSums(values, rows, groupCount)
      case .words(let values): narrowSums(values, rows, groupCount)
      case .longs(let values): try wideSums(values, rows, groupCount)
      }
    return Series(
      .integers(sums), present: hasValues(column.validity, rows, given: sums.map { $0 != 0 }))
  case .decimals(let column):
    let sums = decimalSums(column.values, rows, groupCount)
    return Series(.decimals(sums), present: hasValues(column.validity, rows, given: sums.map { $0 != 0 }))
  case .texts, .tags, .instants: return .missing(count: groupCount)
  }
}

/// Sums that cannot leave 64 bits: a table has fewer than 2^32 rows, and no value is above 2^32.
private func narrowSums<Value: FixedWidthInteger & UnsignedInteger>(
  _ values: ColumnValues<Value>, _ rows: GroupedRows, _ groupCount: Int
) -> [Int64] {
  let parts = rows.inPieces(writing: groupCount) { forEachBlock in
    var sums = [UInt64](repeating: 0, count: groupCount)
    values.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        forEachBlock { block in
          if case .one(let group) = block.groups {
            var sum: UInt64 = 0
            block.forEach { row, _ in sum &+= UInt64(truncatingIfNeeded: values[row]) }
            sums[group] &+= sum
          } else {
            block.forEach { row, group in sums[group] &+= UInt64(truncatingIfNeeded: values[row]) }
          }
        }
      }
    }
    return sums
  }
  return (0..<groupCount).map { group in
    Int64(truncatingIfNeeded: parts.reduce(0) { $0 &+ $1[group] })
  }
}

/// Exact sums of numbers of any size; only what they come to has to fit.
private func wideSums(
  _ values: ColumnValues<Int64>, _ rows: GroupedRows, _ groupCount: Int
) throws(Diagnostic) -> [Int64] {
  let parts = rows.inPieces(writing: 2 * groupCount) { forEachBlock in
    var sums = [Int128](repeating: 0, count: groupCount)
    values.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        forEachBlock { $0.forEach { row, group in sums[group] &+= Int128(values[row]) } }
      }
    }
    return sums
  }
  var sums: [Int64] = []
  for group in 0..<groupCount {
    guard let sum = Int64(exactly: parts.reduce(Int128(0)) { $0 + $1[group] }) else { throw .overflow() }
    sums.append(sum)
  }
  return sums
}

/// Sums of decimals, whatever their order.
private func decimalSums(_ values: ColumnValues<Double>, _ rows: GroupedRows, _ groupCount: Int) -> [Double] {
  let parts = rows.inPieces(writing: 2 * groupCount) { forEachBlock in
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: groupCount)
    values.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        forEachBlock { $0.forEach { row, group in sums[group].add(values[row]) } }
      }
    }
    return sums
  }
  return (0..<groupCount).map { group in
    var sum = CompensatedSum()
    for part in parts { sum.add(part[group]) }
    return sum.value
  }
}

/// A sum that keeps what rounding loses, so that the order of numbers does not show in the last digits.
///
/// The error of each addition is exact (D. Knuth, The Art of Computer Programming 2, 4.2.2, theorem B).
struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var lost = 0.0

  var value: Double { sum + lost }

  @inline(__always)
  mutating func add(_ number: Double) {
    let total = sum + number
    let added = total - sum
    lost += (sum - (total - added)) + (number - added)
    sum = total
  }

  mutating func add(_ other: CompensatedSum) {
    add(other.sum)
    lost += other.lost
  }
}

/// Which groups have a row with a value.
///
/// - Parameter sure: groups that are known to have one, as their sum is not 0; a missing value is stored as 0, so that only
///   the others are asked for.
private func hasValues(_ validity: Validity, _ rows: GroupedRows, given sure: [Bool]) -> [Bool] {
  guard sure.contains(false) else { return sure }
  let parts = rows.inPieces(writing: sure.count / 8) { forEachBlock in
    var present = sure
    present.withUnsafeMutableBufferPointer { present in
      forEachBlock { block in
        if case .one(let group) = block.groups, present[group] { return }
        block.forEach { row, group in
          if !present[group], validity[row] { present[group] = true }
        }
      }
    }
    return present
  }
  return sure.indices.map { group in parts.contains { $0[group] } }
}
