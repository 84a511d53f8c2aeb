@testable import TallyEngine
import Testing

/// Rows of some days, found by the index and by looking at each.
@Suite struct DayIndexTests {
  private static let tables: [[Int32]] = [
    [], [20_000], [.min], [.min, 20_000, 20_001], [20_003, 20_001, .min, 20_001],
    (0..<300).map { 20_000 + Int32($0 / 7) },
    (0..<300).map { 20_000 + Int32($0 * 7919 % 43) },
    // Two files in a row, each in order, over more than one block.
    (0..<140_000).map { 20_000 + Int32($0 % 70_000 / 700) },
    (0..<140_000).map { 20_000 + Int32($0 / 700) },
  ]

  @Test(arguments: tables.indices)
  func rowsOfDays(table: Int) {
    let days = Self.tables[table]
    let values = ColumnValues(days)
    let index = DayIndex(values)
    let known = days.filter { $0 != .min }
    #expect(index.distinct == Set(known).sorted())
    #expect(index.isAscending == (!days.contains(.min) && days == days.sorted()))
    let ranges: [ClosedRange<Int32>] = [
      20_000...20_000, 20_001...20_002, 20_010...20_150, 0...10, 30_000...30_001, .min...20_001,
      20_002 ... .max,
    ]
    for range in ranges {
      for work in [Work(), Work(pieceLength: 1)] {
        let rows = RowSet.all(days.count, work)
        let expected = days.indices.filter { range.contains(days[$0]) }.map { UInt32($0) }
        #expect(rows.within(range, values, index).numbers == expected, "\(range)")
        let some = rows.keeping { $0 % 3 != 0 }
        #expect(some.within(range, values, index).numbers == expected.filter { $0 % 3 != 0 }, "\(range)")
      }
      if range.lowerBound != .min {
        #expect(index.countDays(in: range) == Set(known.filter(range.contains)).count, "\(range)")
      }
    }
  }

  @Test(arguments: tables.indices)
  func daysAreStretchesOfRows(table: Int) {
    let values = ColumnValues(Self.tables[table])
    let index = DayIndex(values)
    guard index.isAscending else { return }
    var found: [Int32] = []
    index.forEachDay(of: values, in: 0..<values.count) { rows, code in
      #expect(rows.allSatisfy { values[$0] == index.codedDays[code] })
      found += [Int32](repeating: index.codedDays[code], count: rows.count)
    }
    #expect(found == Self.tables[table])
  }
}
