/// Rows put into parts: the pairs of a group and a unit, such as a video, that rows have.
struct Parts {
  /// The rows, each with its part.
  let rows: GroupedRows
  /// The group of each part.
  let owners: [UInt32]

  /// - Parameters:
  ///   - units: the unit of each row as a code.
  ///   - count: how many units there are.
  init(_ grouped: GroupedRows, _ groupCount: Int, of units: RowCodes, count: Int) {
    self.init(grouped, groupCount, units, nil, count)
  }

  /// - Parameter numbering: the unit of each code.
  init(_ grouped: GroupedRows, _ groupCount: Int, of units: RowCodes, _ numbering: Numbering) {
    self.init(grouped, groupCount, units, numbering.codes, numbering.values.count)
  }

  private init(
    _ grouped: GroupedRows, _ groupCount: Int, _ units: RowCodes, _ numbers: [UInt32]?, _ count: Int
  ) {
    if numbers == nil, let groups = grouped.key?.groups(by: units) {
      // Each unit, such as a video with a format, is in one group alone.
      let steps = groups.enumerated().map { $1 < GroupKey.dropped ? UInt32(truncatingIfNeeded: $0) : $1 }
      let drops = grouped.key?.drops ?? false
      let unit = GroupKey.Part(units, count: count, numbers: drops ? steps : nil, times: 1)
      let table = CombinationTable(
        GroupKey(parts: [unit], count: count, groups: nil, drops: drops), grouped.rows)
      owners = table.found.map { groups[$0] }
      rows = table.rows
      return
    }
    let unit = GroupKey.Part(units, count: numbers?.count ?? count, numbers: numbers, times: 1)
    let drops = numbers?.contains(GroupKey.dropped) ?? false
    let (pairs, overflow) = groupCount.multipliedReportingOverflow(by: count)
    guard !overflow, pairs <= Combinations.tableLimit,
      let key = grouped.key?.refined(by: unit, units: count, drops: drops, limit: Combinations.tableLimit)
    else {
      (owners, rows) = grouped.numbered(with: unit)
      return
    }
    let groups = grouped.key?.groups
    let table = CombinationTable(key, grouped.rows, meanings: pairs) { pair in
      guard let groups else { return pair }
      // Several combinations may be one group.
      let group = groups[pair / count]
      return group < GroupKey.dropped ? Int(group) * count + pair % count : nil
    }
    owners = table.found.map { UInt32(truncatingIfNeeded: $0 / count) }
    rows = table.rows
  }
}

extension GroupedRows {
  /// The groups as a key of codes; nil where they are written down.
  fileprivate var key: GroupKey? {
    switch groups {
    case .one: GroupKey(parts: [], count: 1, groups: nil, drops: false)
    case .each: nil
    case .keyed(let key): key
    }
  }

  /// Pairs by a dictionary.
  fileprivate func numbered(with part: GroupKey.Part) -> (owners: [UInt32], rows: GroupedRows) {
    var known: [UInt64: UInt32] = [:]
    var owners: [UInt32] = []
    var (rows, parts): ([UInt32], [UInt32]) = ([], [])
    forEach { row, group in
      let code = part.codes[row]
      let step = part.steps.map { $0[code] } ?? UInt32(truncatingIfNeeded: code)
      guard step < GroupKey.dropped else { return }
      let pair = UInt64(group) << 32 | UInt64(step)
      let number = known[pair] ?? UInt32(truncatingIfNeeded: owners.count)
      if number == owners.count {
        known[pair] = number
        owners.append(UInt32(truncatingIfNeeded: group))
      }
      rows.append(UInt32(truncatingIfNeeded: row))
      parts.append(number)
    }
    return (owners, GroupedRows(rows: RowSet(rows, self.rows.work), groups: parts))
  }
}
