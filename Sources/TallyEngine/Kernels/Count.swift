import TallyLanguage
import TallyPlan

extension RowSet {
  /// How many rows lack a value in at least one of some columns.
  func countMissing(_ validities: [Validity]) -> Int {
    if isAll, validities.count == 1 { return validities[0].missingCount }
    return count - keeping { row in validities.allSatisfy { $0[row] } }.count
  }
}

extension Column {
  /// How many of some rows have a number below 0; none where numbers are kept without a sign.
  func countNegative(_ rows: RowSet) -> Int {
    // A missing number is stored as 0, so that its validity need not be asked.
    switch self {
    case .integers(let column):
      guard case .longs(let values) = column.storage else { return 0 }
      return rows.isAll ? values.count { $0 < 0 } : rows.count { values[Int($0)] < 0 }
    case .decimals(let column):
      return rows.isAll ? column.values.count { $0 < 0 } : rows.count { column.values[Int($0)] < 0 }
    case .texts, .tags, .instants: return 0
    }
  }
}

extension Table {
  /// How many days of a range have a row.
  ///
  /// - Complexity: O(rows + days of the range).
  func countDays(in range: ClosedRange<Day>) -> Int {
    let (low, high) = (range.lowerBound.number, range.upperBound.number)
    var seen = [Bool](repeating: false, count: range.dayCount)
    for day in days where day >= low && day <= high { seen[Int(day) - Int(low)] = true }
    return seen.count { $0 }
  }
}
