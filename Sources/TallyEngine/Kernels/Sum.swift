private import CVectorKernels
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
      if case .longs(let values) = column.storage {
        try wideSums(values, rows, groupCount)
      } else {
        narrowSums([column], rows, groupCount: groupCount)[0]
      }
    return Series(.integers(sums), present: hasValues(column.validity, rows, given: sums.map { $0 != 0 }))
  case .decimals(let column):
    let sums = decimalSums(column.values, rows, groupCount)
    return Series(.decimals(sums), present: hasValues(column.validity, rows, given: sums.map { $0 != 0 }))
  case .texts, .tags, .instants: return .missing(count: groupCount)
  }
}

extension IntegerColumn {
  /// Whether no number is below 0 or takes more than 32 bits, so that the sum of all of a table fits 64.
  var isNarrow: Bool { if case .longs = storage { false } else { true } }
}

/// The sums of several narrow columns over the same rows, beside them, worked out in one go.
///
/// - Returns: the sums of each column, one a group; 0 where there is no value.
func narrowSums(_ columns: [IntegerColumn], _ rows: GroupedRows, groupCount: Int) -> [[Int64]] {
  let parts = rows.inPieces(writing: groupCount * columns.count) { forEachBlock in
    var sums = [UInt64](repeating: 0, count: groupCount * columns.count)
    sums.withUnsafeMutableBufferPointer { sums in
      guard let first = sums.baseAddress else { return }
      forEachBlock { block in
        for (place, column) in columns.enumerated() { column.add(block, to: first + place * groupCount) }
      }
    }
    return sums
  }
  var all = parts[0]
  for part in parts.dropFirst() { for place in all.indices { all[place] &+= part[place] } }
  return columns.indices.map { column in
    all[column * groupCount..<(column + 1) * groupCount].map { Int64(truncatingIfNeeded: $0) }
  }
}

extension IntegerColumn {
  /// Adds the values of some rows to the sums of their groups.
  fileprivate func add(_ block: Block, to sums: UnsafeMutablePointer<UInt64>) {
    if case (.run(let first), .one(let group)) = (block.rows, block.groups) {
      sums[group] &+= sum(first, block.count)
      return
    }
    switch storage {
    case .bytes(let values): add(values, block, sums)
    case .shorts(let values): add(values, block, sums)
    case .words(let values): add(values, block, sums)
    case .longs: break
    }
  }

  /// The sum of rows side by side.
  private func sum(_ first: Int, _ count: Int) -> UInt64 {
    switch storage {
    case .bytes(let values): vector_sum_u8(values.pointer + first, count)
    case .shorts(let values): vector_sum_u16(values.pointer + first, count)
    case .words(let values): vector_sum_u32(values.pointer + first, count)
    case .longs: 0
    }
  }

  @inline(__always)
  private func add<Value: FixedWidthInteger & UnsignedInteger>(
    _ values: ColumnValues<Value>, _ block: Block, _ sums: UnsafeMutablePointer<UInt64>
  ) {
    values.withUnsafeBufferPointer { values in
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
        forEachBlock { block in
          if case (.run(let first), .one(let group)) = (block.rows, block.groups) {
            sums[group].add(CompensatedSum(of: values[first..<first + block.count]))
          } else {
            block.forEach { row, group in sums[group].add(values[row]) }
          }
        }
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

  init() {}

  /// The sum of numbers side by side.
  init(of numbers: Slice<UnsafeBufferPointer<Double>>) {
    guard let first = UnsafeBufferPointer(rebasing: numbers).baseAddress else { return }
    let all = vector_sum_f64(first, numbers.count)
    (sum, lost) = (all.sum, all.lost)
  }

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
func hasValues(
  _ validity: Validity, _ rows: @autoclosure () -> GroupedRows, given sure: [Bool]
) -> [Bool] {
  guard sure.contains(false) else { return sure }
  let rows = rows()
  if rows.filledGroups == sure.count, !rows.mayLackValues(validity, given: sure) {
    return [Bool](repeating: true, count: sure.count)
  }
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
  var all = parts[0]
  for part in parts.dropFirst() { for group in all.indices where part[group] { all[group] = true } }
  return all
}

extension GroupedRows {
  /// Whether some row without a value falls into one of the groups that are not sure to have one.
  fileprivate func mayLackValues(_ validity: Validity, given sure: [Bool]) -> Bool {
    if validity.isComplete { return false }
    guard let absent = absent(in: [validity]) else { return true }
    var isDoubtful = false
    absent.forEach { _, group in isDoubtful = isDoubtful || !sure[group] }
    return isDoubtful
  }
}
