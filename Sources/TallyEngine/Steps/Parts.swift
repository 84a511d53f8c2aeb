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
    // Beyond what fits a cache, rows of one group after the other cost less than their order does.
    let isLarge = groupCount > 1 && pairs > grouped.rows.work.cachedNumbers && grouped.rows.count > pairs / 2
    let rows = isLarge ? grouped.inOrder(groupCount: groupCount) : grouped.rows
    let table = CombinationTable(key, rows, meanings: pairs) { pair in
      guard let groups else { return pair }
      // Several combinations may be one group.
      let group = groups[pair / count]
      return group < GroupKey.dropped ? Int(group) * count + pair % count : nil
    }
    if numbers == nil, !grouped.mayDrop, let owners = onlyOwners(table.found, count) {
      self.owners = owners
      let key = GroupKey(parts: [unit], count: count, groups: nil, drops: false)
      self.rows = GroupedRows(rows: grouped.rows, groups: .keyed(key))
    } else {
      owners = table.found.map { UInt32(truncatingIfNeeded: $0 / count) }
      self.rows = table.rows
    }
  }
}

/// The group of each unit, where none is in two; nil where one is. A unit without rows has any.
private func onlyOwners(_ pairs: [Int], _ count: Int) -> [UInt32]? {
  guard pairs.count <= count else { return nil }
  var owners = [UInt32](repeating: 0, count: count)
  var isMet = [Bool](repeating: false, count: count)
  for pair in pairs {
    let (group, unit) = pair.quotientAndRemainder(dividingBy: count)
    if isMet[unit] { return nil }
    isMet[unit] = true
    owners[unit] = UInt32(truncatingIfNeeded: group)
  }
  return owners
}

extension GroupedRows {
  /// Whether some rows have no group.
  fileprivate var mayDrop: Bool { if case .keyed(let key) = groups { key.drops } else { false } }

  /// Rows in order of their groups, so that what is written down for pairs of one group lies together.
  fileprivate func inOrder(groupCount: Int) -> RowSet {
    var places = [Int](repeating: 0, count: groupCount + 1)
    forEach { _, group in places[group + 1] += 1 }
    for group in 0..<groupCount { places[group + 1] += places[group] }
    // A loop that was stopped leaves places that nothing was put in.
    if rows.work.isCancelled() { return RowSet([], rows.work) }
    let numbers = [UInt32](unsafeUninitializedCapacity: places[groupCount]) { buffer, count in
      forEach { row, group in
        buffer[places[group]] = UInt32(truncatingIfNeeded: row)
        places[group] += 1
        count += 1
      }
    }
    return RowSet(rows.work.isCancelled() ? [] : numbers, rows.work)
  }

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
