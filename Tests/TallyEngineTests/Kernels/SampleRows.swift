@testable import TallyEngine

/// Rows of a small table, in each form that rows and groups take, with what they are.
struct SampleRows {
  struct Sample {
    let name: String
    let rows: GroupedRows
    /// Each row with its group.
    let expected: [(row: Int, group: Int)]
  }

  /// How wide numbers are that are added up.
  enum Width: CaseIterable { case bytes, shorts, words, longs, signed }

  static let groupCount = 5
  let count: Int

  /// Numbers in no order, each the same in every run.
  func numbers(below limit: UInt32) -> [UInt32] {
    (0..<count).map { UInt32(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 7) % limit }
  }

  func integers(_ width: Width) -> [Int64] {
    let numbers = numbers(below: 1 << 31).map(Int64.init)
    return switch width {
    case .bytes: numbers.map { $0 & 0xFF }
    case .shorts: numbers.map { $0 & 0xFFFF }
    case .words: numbers
    case .longs: numbers.map { $0 << 12 }
    case .signed: numbers.map { $0 % 2 == 0 ? $0 << 9 : -$0 }
    }
  }

  /// Days that go up, some of them several times.
  private var days: ColumnValues<Int32> { ColumnValues((0..<count).map { 20_000 + Int32($0 / 3) }) }

  /// Works with one piece, and with as many as there can be.
  private static let works = [Work(), Work(pieceLength: 1)]

  var samples: [Sample] { Self.works.flatMap { work in rowSets(work).flatMap { grouped($0.name, $0.rows) } } }

  private func rowSets(_ work: Work) -> [(name: String, rows: RowSet)] {
    let all = RowSet.all(count, work)
    let odd = numbers(below: 7)
    return [
      ("all", all),
      ("a run", RowSet(.run(count / 3..<count - count / 4), work)),
      ("a mask", all.keeping { odd[$0] < 4 }),
      ("a mask of a run", RowSet(.run(count / 3..<count), work).keeping { odd[$0] != 2 }),
      ("a list", RowSet(stride(from: 0, to: count, by: 3).map { UInt32($0) }, work)),
    ]
  }

  private func grouped(_ name: String, _ rows: RowSet) -> [Sample] {
    let codes = ColumnValues(numbers(below: 6))
    let index = DayIndex(days)
    let steps: [UInt32] = [3, 1, GroupKey.dropped, 0, 1, 4]
    let numbers = rows.numbers.map(Int.init)
    let byCode = GroupKey.Part(.numbers(codes), count: 6, numbers: steps, times: 1)
    let isEven = index.codedDays.map { $0 == .min ? GroupKey.dropped : UInt32($0 % 2) }
    let byDay = GroupKey.Part(.days(days, index), count: isEven.count, numbers: isEven, times: 1)
    // Of a day's number and a code, both may be told apart: 0...4 and 5...9, of which 5 and more are taken together.
    let both = GroupKey(
      parts: [GroupKey.Part(.days(days, index), count: isEven.count, numbers: isEven, times: 5), byCode],
      count: 10, groups: (0..<10).map { UInt32($0 < 5 ? $0 : 2) }, drops: true)
    func samples(_ kind: String, _ groups: GroupedRows.Groups, _ group: (Int) -> UInt32) -> Sample {
      Sample(
        name: "\(name), \(kind)", rows: GroupedRows(rows: rows, groups: groups),
        expected: numbers.map { ($0, Int(group($0))) }.filter { $0.1 < GroupKey.dropped })
    }
    let written = numbers.map { UInt32($0 * 3 % SampleRows.groupCount) }
    return [
      samples("one group", .one) { _ in 0 },
      samples(
        "by code", .keyed(GroupKey(parts: [byCode], count: 5, groups: nil, drops: true))
      ) { steps[Int(codes[$0])] },
      samples(
        "by day", .keyed(GroupKey(parts: [byDay], count: 2, groups: nil, drops: false))
      ) { UInt32(days[$0] % 2) },
      samples("by day and code", .keyed(both)) { row in
        let step = steps[Int(codes[row])]
        return step == GroupKey.dropped ? step : days[row] % 2 == 1 ? 2 : step
      },
      Sample(
        name: "\(name), written down", rows: GroupedRows(rows: rows, groups: written),
        expected: zip(numbers, written).map { ($0, Int($1)) }),
    ]
  }
}
