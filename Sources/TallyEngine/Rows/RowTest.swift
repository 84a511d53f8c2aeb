/// Which rows a question is about, told by codes of theirs.
indirect enum RowTest: Sendable {
  /// By code, whether rows with it are meant.
  case codes(RowCodes, [Bool])
  case all([RowTest])
  case any([RowTest])
  case not(RowTest)

  /// Sets a bit for each of some rows that are meant; see `RowSet.keepingBits`.
  func setBits(_ rows: Range<Int>, _ words: UnsafeMutablePointer<UInt64>) {
    let count = (rows.count + 63) / 64
    switch self {
    case .codes(let codes, let holds): codes.setBits(rows, words, holds)
    case .all(let tests): RowTest.combine(tests, rows, words, count, first: .max) { $0 & $1 }
    case .any(let tests): RowTest.combine(tests, rows, words, count, first: 0) { $0 | $1 }
    case .not(let test):
      test.setBits(rows, words)
      for word in 0..<count { words[word] = ~words[word] }
    }
  }

  private static func combine(
    _ tests: [RowTest], _ rows: Range<Int>, _ words: UnsafeMutablePointer<UInt64>, _ count: Int,
    first: UInt64, _ operation: (UInt64, UInt64) -> UInt64
  ) {
    for word in 0..<count { words[word] = first }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { next in
      guard let bits = next.baseAddress else { return }
      for test in tests {
        test.setBits(rows, bits)
        for word in 0..<count { words[word] = operation(words[word], bits[word]) }
      }
    }
  }
}

extension RowCodes {
  /// Sets a bit for each of some rows whose code holds.
  fileprivate func setBits(_ rows: Range<Int>, _ words: UnsafeMutablePointer<UInt64>, _ holds: [Bool]) {
    for word in 0..<(rows.count + 63) / 64 { words[word] = 0 }
    holds.withUnsafeBufferPointer { holds in
      forEach(.run(rows.lowerBound), rows.count) { place, code in
        words[place >> 6] |= (holds[code] ? 1 : 0) << UInt64(place & 63)
      }
    }
  }
}

extension RowSet {
  /// The rows that a test holds for.
  func keeping(_ test: RowTest) -> RowSet { keepingBits { rows, words in test.setBits(rows, words) } }

  /// The rows whose day is one of a range.
  ///
  /// - Complexity: O(log rows) where the rows are those of a table in order of days; else a block of rows costs nothing
  ///   where the index tells that none or all of them are meant.
  func within(_ range: ClosedRange<Int32>, _ days: ColumnValues<Int32>, _ index: DayIndex) -> RowSet {
    if index.isAscending, case .run(let rows) = storage {
      let rest = days[rows]
      return RowSet(
        .run(rest.firstPosition { $0 >= range.lowerBound }..<rest.firstPosition { $0 > range.upperBound }),
        work)
    }
    return keepingBits { rows, words in
      let blocks = index.blocks(of: rows)
      let isInside = blocks.allSatisfy {
        range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound
      }
      if isInside || !blocks.contains(where: range.overlaps) {
        for word in 0..<(rows.count + 63) / 64 { words[word] = isInside ? .max : 0 }
      } else {
        days.withUnsafeBufferPointer { days in
          rows.setBits(words) { row in range.lowerBound <= days[row] && days[row] <= range.upperBound }
        }
      }
    }
  }
}
