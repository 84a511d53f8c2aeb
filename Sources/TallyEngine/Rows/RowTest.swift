/// Which rows a question is about, told by codes of theirs.
indirect enum RowTest: Sendable {
  /// By code, whether rows with it are meant.
  case codes(RowCodes, [Bool])
  case all([RowTest])
  case any([RowTest])
  case not(RowTest)

  /// The answers for up to 64 rows, a bit each, the first at a multiple of 64.
  func bits(_ rows: Range<Int>) -> UInt64 {
    switch self {
    case .codes(let codes, let holds):
      var bits: UInt64 = 0
      holds.withUnsafeBufferPointer { holds in
        let first = UInt64(rows.lowerBound & 63)
        codes.forEach(.run(rows.lowerBound), rows.count) { place, code in
          bits |= (holds[code] ? 1 : 0) << (first + UInt64(place))
        }
      }
      return bits
    case .all(let tests):
      return tests.reduce(.max) { bits, test in bits == 0 ? 0 : bits & test.bits(rows) }
    case .any(let tests):
      return tests.reduce(0) { bits, test in bits == .max ? bits : bits | test.bits(rows) }
    case .not(let test): return ~test.bits(rows)
    }
  }
}

extension RowSet {
  /// The rows that a test holds for.
  func keeping(_ test: RowTest) -> RowSet { keepingBits { rows, _ in test.bits(rows) } }

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
    return keepingBits { rows, _ in
      let block = index.blocks[rows.lowerBound / DayIndex.blockLength]
      guard block.overlaps(range) else { return 0 }
      if range.lowerBound <= block.lowerBound && block.upperBound <= range.upperBound { return .max }
      var bits: UInt64 = 0
      days.withUnsafeBufferPointer { days in
        for row in rows { bits |= (range.contains(days[row]) ? 1 : 0) << UInt64(row & 63) }
      }
      return bits
    }
  }
}
