import CVectorKernels
import TallyLanguage
@testable import TallyEngine
import Testing

/// Every kernel against a loop over rows: all sizes from 0 to 130, every pattern of missing values of small length, rows
/// and groups in each of their forms, one piece and many, and every width of register.
@Suite(.serialized) struct KernelTests {
  @Test func sumsOfAllSizes() {
    for count in 0...130 {
      for pattern in [.everyOther, Pattern.allCases[count % 5]] { check(count) { pattern.holds($0) } }
    }
  }

  @Test func sumsOfEverySmallPattern() {
    for count in 0...7 {
      for bits in 0..<1 << count { check(count) { bits >> $0 & 1 == 1 } }
    }
  }

  @Test func videosOfAllSizes() {
    for count in 0...130 {
      let (table, videos) = (SampleRows(count: count), 9)
      let codes = ColumnValues(table.numbers(below: UInt32(videos)))
      for sample in table.samples {
        var seen = [Set<UInt32>](repeating: [], count: SampleRows.groupCount)
        for (row, group) in sample.expected { seen[group].insert(codes[row]) }
        let counts = countVideos(
          codes: codes, videoCount: videos, sample.rows, groupCount: SampleRows.groupCount)
        #expect(integers(counts) == seen.map { Int64($0.count) }, "\(sample.name) of \(count)")
        #expect(
          sample.rows.haveRows(groupCount: SampleRows.groupCount) == seen.map { !$0.isEmpty },
          "\(sample.name) of \(count)")
      }
    }
  }

  @Test func missingAndNegativeValuesAreCounted() {
    for count in 0...130 {
      let table = SampleRows(count: count)
      let validity = Validity((0..<count).map { $0 % 3 != 1 })
      let signed = table.integers(.signed).map { $0 % 3 == 0 ? -$0 : $0 }
      for sample in table.samples {
        let rows = sample.rows.rows
        let numbers = rows.numbers.map(Int.init)
        #expect(rows.count == numbers.count, "\(sample.name) of \(count)")
        #expect(
          rows.countMissing([validity, Validity(count: count)]) == numbers.count { !validity[$0] },
          "\(sample.name) of \(count)")
        #expect(
          Column.integers(IntegerColumn(signed, validity: validity)).countNegative(rows)
            == numbers.count { signed[$0] < 0 }, "\(sample.name) of \(count)")
      }
    }
  }

  @Test func percentilesArePickedAsFromSortedNumbers() {
    for count in 1...130 {
      let numbers = (0..<count).map { place -> Double in
        let whole = Double((place * 7919) % 31)
        return place % 4 == 0 ? whole - 0.5 : whole
      }
      let sorted = numbers.sorted()
      for rank in [0, 1, 25, 50, 75, 90, 99, 100] {
        let place = Double(rank * (count - 1)) / 100
        let low = Int(place.rounded(.down))
        let rest = Double(rank * (count - 1) % 100) / 100
        let above = sorted[min(low + 1, count - 1)]
        #expect(
          AggregateFunction.percentile(rank).value(of: numbers)
            == (rest == 0 ? sorted[low] : sorted[low] + (above - sorted[low]) * rest))
      }
    }
  }

  /// Numbers in an order that is the worst for picking one out are sorted in the end.
  @Test func medianOfManyEqualAndOfFallingNumbers() {
    let falling = (0..<20_001).map { Double(20_000 - $0) }
    #expect(AggregateFunction.median.value(of: falling) == 10_000)
    #expect(AggregateFunction.median.value(of: [Double](repeating: 7, count: 20_001)) == 7)
    let organ = (0..<20_001).map { Double(min($0, 20_000 - $0)) }
    #expect(AggregateFunction.median.value(of: organ) == 5_000)
  }

  // MARK: Sums

  private enum Pattern: CaseIterable {
    case all, none, everyOther, first, last64

    func holds(_ row: Int) -> Bool {
      switch self {
      case .all: true
      case .none: false
      case .everyOther: row % 2 == 0
      case .first: row == 0
      case .last64: row >= 64
      }
    }
  }

  private func check(_ count: Int, isPresent: (Int) -> Bool) {
    let table = SampleRows(count: count)
    let validity = Validity((0..<count).map(isPresent))
    for width in SampleRows.Width.allCases {
      let values = table.integers(width).enumerated().map { validity[$0] ? $1 : 0 }
      check(Column.integers(IntegerColumn(values, validity: validity)), values, validity, table)
    }
    // Quarters add up exactly, so that any order of additions gives the same.
    let quarters = table.integers(.words).enumerated().map { validity[$0] ? Double($1) / 4 : 0 }
    for sample in table.samples {
      var expected = [Double?](repeating: nil, count: SampleRows.groupCount)
      for (row, group) in sample.expected where validity[row] {
        expected[group] = (expected[group] ?? 0) + quarters[row]
      }
      let found = try? sum(
        .decimals(DecimalColumn(quarters, validity: validity)), sample.rows, groupCount: SampleRows.groupCount
      )
      #expect(found?.optionals == expected, "\(sample.name) of \(count), decimals")
    }
  }

  private func check(_ column: Column, _ values: [Int64], _ validity: Validity, _ table: SampleRows) {
    for sample in table.samples {
      var expected = [Int64?](repeating: nil, count: SampleRows.groupCount)
      for (row, group) in sample.expected where validity[row] {
        expected[group] = (expected[group] ?? 0) + values[row]
      }
      let found = try? sum(column, sample.rows, groupCount: SampleRows.groupCount)
      #expect(found.map(integers) == expected, "\(sample.name) of \(table.count)")
    }
  }

  private func integers(_ series: Series) -> [Int64?] {
    guard case .integers(let values) = series.values else { return [] }
    return values.indices.map { series.present[$0] ? values[$0] : nil }
  }
}

extension Series {
  fileprivate var optionals: [Double?] { (0..<count).map { present[$0] ? decimals($0) : nil } }
}

@Suite(.serialized) struct VectorKernelTests {
  /// All widths of register give the same bits, also where decimals do not add up exactly.
  @Test func allLevelsAgree() {
    let widest = vector_level_in_use()
    defer { vector_level_limit(widest) }
    for count in 0...130 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 41 + 255) }
      let shorts = (0..<count).map { UInt16(truncatingIfNeeded: $0 * 40_503 + 65_535) }
      let words = (0..<count).map { UInt32(truncatingIfNeeded: $0 * 2_654_435_761 + 4_294_967_295) }
      let decimals = (0..<count).map { place -> Double in
        let seventh = Double(place * 7919 % 101) / 7
        return place % 5 == 0 ? seventh * 1e15 : seventh
      }
      var sums: Set<[UInt64]> = []
      for level in 0...2 {
        vector_level_limit(Int32(level))
        let exact = vector_sum_f64(decimals, count)
        sums.insert([
          vector_sum_u8(bytes, count), vector_sum_u16(shorts, count), vector_sum_u32(words, count),
          exact.sum.bitPattern, exact.lost.bitPattern,
        ])
      }
      let expected = [
        bytes.reduce(0) { $0 + UInt64($1) }, shorts.reduce(0) { $0 + UInt64($1) },
        words.reduce(0) { $0 + UInt64($1) },
      ]
      #expect(sums.count == 1, "\(count) values")
      #expect(sums.first.map { Array($0.prefix(3)) } == expected, "\(count) values")
    }
  }

  /// A stretch of numbers that fills 32 bits is carried over.
  @Test func longStretchesDoNotOverflow() {
    let count = 200_000
    #expect(vector_sum_u8([UInt8](repeating: .max, count: count), count) == 255 * UInt64(count))
    #expect(vector_sum_u16([UInt16](repeating: .max, count: count), count) == 65_535 * UInt64(count))
    #expect(vector_sum_u32([UInt32](repeating: .max, count: count), count) == 4_294_967_295 * UInt64(count))
  }

  /// What rounding loses comes back: 1 a million times beside 1e16 is not lost.
  @Test func decimalsAreAddedExactly() {
    let numbers = [1e16] + [Double](repeating: 1, count: 1_000_000) + [-1e16]
    let sum = vector_sum_f64(numbers, numbers.count)
    #expect(sum.sum + sum.lost == 1_000_000)
  }
}
