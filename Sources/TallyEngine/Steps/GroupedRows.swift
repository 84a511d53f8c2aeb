/// Rows of a source with the group that each falls into; a row with several tags stands once for each.
struct GroupedRows {
  let rows: RowSet
  /// Beside `rows`: indices into `GroupSpace.groups`.
  let groups: GroupNumbers

  init(rows: RowSet, groups: GroupNumbers) {
    self.rows = rows
    self.groups = groups
  }

  init(rows: [UInt32], groups: [UInt32]) {
    self.init(rows: RowSet(rows), groups: GroupNumbers(groups))
  }

  /// Rows that all fall into group 0.
  init(inOneGroup rows: RowSet) {
    self.init(rows: rows, groups: .one(count: rows.count))
  }

  /// Calls a loop's body with each row and its group; the one loop of all kernels, so that each has no test of what it
  /// runs over inside.
  @inline(__always)
  func forEach(_ body: (_ row: Int, _ group: Int) -> Void) {
    switch (rows.storage, groups.storage) {
    case (.all(let count), .one): for row in 0..<count { body(row, 0) }
    case (.all, .each(let groups)):
      for row in groups.indices { body(row, Int(groups[row])) }
    case (.some(let rows), .one): for row in rows { body(Int(row), 0) }
    case (.some(let rows), .each(let groups)):
      for index in rows.indices { body(Int(rows[index]), Int(groups[index])) }
    }
  }

  /// The first rows, at most so many.
  func prefix(_ length: Int) -> GroupedRows {
    guard rows.count > length else { return self }
    return GroupedRows(rows: Array(rows.prefix(length)), groups: Array(groups.prefix(length)))
  }

  /// One number for each row.
  @inline(__always)
  func map(_ number: (_ row: Int, _ group: Int) -> UInt32) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: rows.count) { buffer, count in
      forEach { row, group in
        buffer[count] = number(row, group)
        count += 1
      }
    }
  }

  /// The rows that a test holds for, with their groups.
  @inline(__always)
  func filtered(_ holds: (Int) -> Bool) -> GroupedRows {
    if case .one = groups.storage { return GroupedRows(inOneGroup: rows.keeping(holds)) }
    var keptRows: [UInt32] = []
    var keptGroups: [UInt32] = []
    keptRows.reserveCapacity(rows.count)
    keptGroups.reserveCapacity(rows.count)
    forEach { row, group in
      if holds(row) {
        keptRows.append(UInt32(truncatingIfNeeded: row))
        keptGroups.append(UInt32(truncatingIfNeeded: group))
      }
    }
    return GroupedRows(rows: keptRows, groups: keptGroups)
  }

  /// The rows in other groups; nil takes the rows of a group out.
  func regrouped(_ other: [UInt32?]) -> GroupedRows {
    var keptRows: [UInt32] = []
    var keptGroups: [UInt32] = []
    forEach { row, group in
      if let moved = other[group] {
        keptRows.append(UInt32(truncatingIfNeeded: row))
        keptGroups.append(moved)
      }
    }
    return GroupedRows(rows: keptRows, groups: keptGroups)
  }
}
