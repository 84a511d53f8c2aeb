/// The rows of a table from the first day to the last; those of one day stay in the order of the file.
///
/// Most exports stand in this order, and cost one look at each day; others are counted into it, without comparing.
struct DayOrder: Sendable {
  /// nil where the rows stand in order already.
  private let rows: [UInt32]?
  private let count: Int

  /// - Complexity: O(rows), and O(days between the first and the last) where they are fewer than the rows.
  init(_ days: ColumnValues<Int32>) {
    count = days.count
    if zip(days, days.dropFirst()).allSatisfy({ $0 <= $1 }) {
      rows = nil
      return
    }
    let first = days.min() ?? 0
    let span = Int(days.max() ?? 0) - Int(first) + 1
    guard span <= max(days.count, 1 << 16) else {
      rows = days.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { UInt32(truncatingIfNeeded: $0) }
      return
    }
    // Where the rows of each day start, and then where its next one goes.
    var places = [Int](repeating: 0, count: span + 1)
    for day in days { places[Int(day) - Int(first) + 1] += 1 }
    for day in 1...span { places[day] += places[day - 1] }
    var ordered = [UInt32](repeating: 0, count: days.count)
    for (row, day) in days.enumerated() {
      let place = Int(day) - Int(first)
      ordered[places[place]] = UInt32(truncatingIfNeeded: row)
      places[place] += 1
    }
    rows = ordered
  }

  /// The row at a place of the order.
  @inline(__always)
  subscript(place: Int) -> Int {
    if let rows { Int(rows[place]) } else { place }
  }

  var places: Range<Int> { 0..<count }
}
