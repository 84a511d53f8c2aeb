/// Rows put into parts: the pairs of a group and a unit, such as a video, that rows have.
struct Parts {
  /// The rows, each with its part.
  let rows: GroupedRows
  /// The group of each part.
  let owners: PartOwners
  /// Which parts have rows; nil for all.
  let isFilled: [Bool]?

  var count: Int { isFilled?.count ?? owners.count }

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
    let unit = GroupKey.Part(units, count: numbers?.count ?? count, numbers: numbers, times: 1)
    let (pairs, overflow) = groupCount.multipliedReportingOverflow(by: count)
    if numbers == nil, let groups = grouped.key?.groups(by: units) {
      self.init(grouped, ofUnitsIn: groups, unit)
    } else if !overflow, pairs <= Combinations.tableLimit,
      let key = grouped.key?.refined(
        by: unit, units: count, drops: numbers?.contains(GroupKey.dropped) ?? false,
        limit: Combinations.tableLimit)
    {
      self.init(grouped, key, unit, unitCount: count, pairs: pairs)
    } else {
      let (owners, rows) = grouped.numbered(with: unit)
      self.init(rows: rows, owners: .each(owners), isFilled: nil)
    }
  }

  /// Units that are each in one group alone, as a video has one format.
  ///
  /// - Parameter groups: that of each unit.
  private init(_ grouped: GroupedRows, ofUnitsIn groups: [UInt32], _ unit: GroupKey.Part) {
    let steps = groups.enumerated().map { $1 < GroupKey.dropped ? UInt32(truncatingIfNeeded: $0) : $1 }
    let drops = grouped.key?.drops ?? false
    let unit = GroupKey.Part(unit.codes, count: unit.count, numbers: drops ? steps : nil, times: 1)
    let table = CombinationTable(
      GroupKey(parts: [unit], count: unit.count, groups: nil, drops: drops), grouped.rows)
    self.init(rows: table.rows, owners: .each(table.found.map { groups[$0] }), isFilled: nil)
  }

  /// - Parameters:
  ///   - key: tells the rows of each combination and unit apart.
  ///   - pairs: groups times units.
  private init(
    _ grouped: GroupedRows, _ key: GroupKey, _ unit: GroupKey.Part, unitCount: Int, pairs: Int
  ) {
    if let groups = grouped.key?.groups {
      // Several combinations may be one group.
      let table = CombinationTable(key, grouped.rows, meanings: pairs) { pair in
        let group = groups[pair / unitCount]
        return group < GroupKey.dropped ? Int(group) * unitCount + pair % unitCount : nil
      }
      self.init(grouped, table, unit, unitCount: unitCount)
      return
    }
    let isFound = GroupedRows(rows: grouped.rows, groups: .keyed(key)).haveRows(groupCount: pairs)
    let count = isFound.count { $0 }
    if pairs >= grouped.rows.work.cachedNumbers, count >= pairs / 4, count > unitCount {
      // Numbers of most pairs are as good as a table of those that there are.
      self.init(
        rows: GroupedRows(rows: grouped.rows, groups: .keyed(key)), owners: .runs(of: unitCount),
        isFilled: isFound)
    } else {
      self.init(grouped, CombinationTable(key, grouped.rows, isFound), unit, unitCount: unitCount)
    }
  }

  private init(_ grouped: GroupedRows, _ table: CombinationTable, _ unit: GroupKey.Part, unitCount: Int) {
    if unit.steps == nil, !grouped.mayDrop, let only = OnlyOwners(table.found, unitCount) {
      // What each unit is in was not known before, but is alone.
      let key = GroupKey(parts: [unit], count: unitCount, groups: nil, drops: false)
      self.init(
        rows: GroupedRows(rows: grouped.rows, groups: .keyed(key)), owners: .each(only.owners),
        isFilled: only.isFilled)
    } else {
      self.init(
        rows: table.rows, owners: .each(table.found.map { UInt32(truncatingIfNeeded: $0 / unitCount) }),
        isFilled: nil)
    }
  }

  private init(rows: GroupedRows, owners: PartOwners, isFilled: [Bool]?) {
    self.rows = rows
    self.owners = owners
    self.isFilled = isFilled
  }
}

/// The group of each unit, where none is in two.
private struct OnlyOwners {
  /// A unit without rows has any.
  private(set) var owners: [UInt32]
  private(set) var isFilled: [Bool]

  /// - Returns: nil where a unit is in two groups.
  init?(_ pairs: [Int], _ count: Int) {
    guard pairs.count <= count else { return nil }
    owners = [UInt32](repeating: 0, count: count)
    isFilled = [Bool](repeating: false, count: count)
    for pair in pairs {
      let (group, unit) = pair.quotientAndRemainder(dividingBy: count)
      if isFilled[unit] { return nil }
      isFilled[unit] = true
      owners[unit] = UInt32(truncatingIfNeeded: group)
    }
  }
}

extension GroupedRows {
  /// Whether some rows have no group.
  fileprivate var mayDrop: Bool { if case .keyed(let key) = groups { key.drops } else { false } }

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
