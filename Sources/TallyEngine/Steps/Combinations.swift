/// The combinations of values of some group columns that rows have, and the number of that of each row.
struct Combinations {
  /// One value a combination, for each group column.
  let values: [[GroupValue]]
  let rows: GroupedRows

  /// The most combinations that are told apart by a table.
  static let tableLimit = 1 << 24

  /// - Complexity: O(rows times columns + possible combinations), or O(rows times columns) with a dictionary where these are
  ///   too many.
  init(_ columns: [GroupColumn], _ rows: RowSet) {
    let possible = columns.reduce(1) { limit, column in
      let (product, overflow) = limit.multipliedReportingOverflow(by: max(1, column.values.count))
      return overflow ? Int.max : product
    }
    if columns.isEmpty {
      (values, self.rows) = ([], GroupedRows(inOneGroup: rows))
    } else if let parts = columns.parts,
      possible <= max(rows.work.smallTable, min(Combinations.tableLimit, 4 * rows.count))
    {
      let key = GroupKey(
        parts: parts, count: possible, groups: nil, drops: columns.contains(where: \.drops))
      let table = CombinationTable(key, rows)
      values = columns.values(of: table.found)
      self.rows = table.rows
    } else {
      (values, self.rows) = numbered(columns, rows)
    }
  }
}

/// Which of the possible combinations rows have, and rows by those.
struct CombinationTable {
  /// What the combinations mean, beside the groups of `rows`.
  let found: [Int]
  let rows: GroupedRows

  /// - Parameters:
  ///   - key: its groups are its combinations.
  ///   - isFound: which combinations have rows, where that is known.
  ///   - meanings: how many meanings there are; nil for as many as combinations.
  ///   - meaning: the number of what a combination means, several possibly the same; nil takes its rows out.
  init(
    _ key: GroupKey, _ rows: RowSet, _ isFound: [Bool]? = nil, meanings: Int? = nil,
    meaning: (Int) -> Int? = { $0 }
  ) {
    let isFound = isFound ?? GroupedRows(rows: rows, groups: .keyed(key)).haveRows(groupCount: key.count)
    var found: [Int] = []
    var groups = [UInt32](repeating: GroupKey.dropped, count: key.count)
    var numbers = [UInt32](repeating: GroupKey.dropped, count: meanings ?? key.count)
    // Where the search was stopped, a combination may have been missed.
    var drops = key.drops || rows.work.isCancelled()
    for combination in isFound.indices where isFound[combination] {
      guard let meant = meaning(combination) else {
        drops = true
        continue
      }
      if numbers[meant] == GroupKey.dropped {
        numbers[meant] = UInt32(truncatingIfNeeded: found.count)
        found.append(meant)
      }
      groups[combination] = numbers[meant]
    }
    self.found = found
    self.rows = GroupedRows(
      rows: rows,
      groups: .keyed(
        GroupKey(
          parts: key.parts, count: key.count, groups: found.count == key.count ? nil : groups, drops: drops)
      )
    ).filling(groups: found.count)
  }
}

extension [GroupColumn] {
  /// The columns as parts of a key, the first counting most; nil where a row may have several values.
  fileprivate var parts: [GroupKey.Part]? {
    var parts: [GroupKey.Part] = []
    var factor = 1
    for column in reversed() {
      guard case .coded(let codes, let numbers) = column.source else { return nil }
      parts.append(
        GroupKey.Part(
          codes, count: numbers?.count ?? column.values.count, numbers: numbers, times: factor))
      let (product, overflow) = factor.multipliedReportingOverflow(by: Swift.max(1, column.values.count))
      guard !overflow, product < Int(GroupKey.dropped) else { return nil }
      factor = product
    }
    return parts.reversed()
  }

  /// The values of combinations by their numbers, for each column.
  fileprivate func values(of combinations: [Int]) -> [[GroupValue]] {
    var values: [[GroupValue]] = []
    var factor = 1
    for column in reversed() {
      let size = Swift.max(1, column.values.count)
      values.append(combinations.map { column.values[$0 / factor % size] })
      factor *= size
    }
    return values.reversed()
  }
}

/// Combinations written down for each row, as where a row has several tags and stands once for each.
private func numbered(_ columns: [GroupColumn], _ kept: RowSet) -> (values: [[GroupValue]], rows: GroupedRows)
{
  var rows = kept.numbers
  var combinations = [UInt32](repeating: 0, count: rows.count)
  // For each column so far, the number of the value in each combination.
  var values: [[UInt32]] = []
  var count = 1
  for column in columns {
    var pairs = Pairs(of: count, and: column.values.count)
    var (expanded, next): ([UInt32], [UInt32]) = ([], [])
    expanded.reserveCapacity(rows.count)
    next.reserveCapacity(rows.count)
    column.source.forEachValue(of: rows, kept.work) { place, value in
      expanded.append(rows[place])
      next.append(pairs.number(combinations[place], value))
    }
    (rows, combinations) = (expanded, next)
    values = values.map { values in pairs.found.map { values[Int($0.left)] } }
    values.append(pairs.found.map(\.right))
    count = pairs.found.count
  }
  return (
    zip(columns, values).map { column, numbers in numbers.map { column.values[Int($0)] } },
    GroupedRows(rows: RowSet(rows, kept.work), groups: combinations)
  )
}

/// Pairs of numbers, numbered in order of first appearance.
private struct Pairs {
  private(set) var found: [(left: UInt32, right: UInt32)] = []
  /// By left times the number of rights, plus right; empty where there could be too many.
  private var table: [UInt32] = []
  private var known: [UInt64: UInt32] = [:]
  private let rights: Int

  init(of lefts: Int, and rights: Int) {
    self.rights = rights
    let (count, overflow) = lefts.multipliedReportingOverflow(by: rights)
    if !overflow, count <= 1 << 22 { table = [UInt32](repeating: .max, count: count) }
  }

  mutating func number(_ left: UInt32, _ right: UInt32) -> UInt32 {
    let next = UInt32(truncatingIfNeeded: found.count)
    if table.isEmpty {
      let pair = UInt64(left) << 32 | UInt64(right)
      if let number = known[pair] { return number }
      known[pair] = next
    } else {
      let pair = Int(left) * rights + Int(right)
      if table[pair] != .max { return table[pair] }
      table[pair] = next
    }
    found.append((left, right))
    return next
  }
}

extension GroupColumn.Source {
  /// Calls a body with the place of each of some rows and each value it has.
  fileprivate func forEachValue(
    of rows: [UInt32], _ work: Work, _ body: (_ place: Int, _ value: UInt32) -> Void
  ) {
    for start in stride(from: 0, to: rows.count, by: work.smallTable + 1) {
      if work.isCancelled() { return }
      for place in start..<min(start + work.smallTable + 1, rows.count) {
        let row = Int(rows[place])
        switch self {
        case .coded(let codes, let numbers):
          let code = codes[row]
          let value = numbers.map { $0[code] } ?? UInt32(truncatingIfNeeded: code)
          if value != GroupKey.dropped { body(place, value) }
        case .several(let videos, let offsets, let numbers):
          for value in numbers[offsets[videos[row]]..<offsets[videos[row] + 1]] { body(place, value) }
        }
      }
    }
  }
}
