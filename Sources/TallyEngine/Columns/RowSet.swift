/// Rows of a table, ascending: all of them, which takes no memory, or some.
struct RowSet: RandomAccessCollection {
  enum Storage {
    /// Every row below a count.
    case all(Int)
    case some([UInt32])
  }
  let storage: Storage

  init(_ rows: [UInt32]) { storage = .some(rows) }

  private init(storage: Storage) { self.storage = storage }

  /// Every row of a table.
  static func all(_ count: Int) -> RowSet { RowSet(storage: .all(count)) }

  var startIndex: Int { 0 }

  var endIndex: Int {
    switch storage {
    case .all(let count): count
    case .some(let rows): rows.count
    }
  }

  subscript(position: Int) -> UInt32 {
    switch storage {
    case .all: UInt32(truncatingIfNeeded: position)
    case .some(let rows): rows[position]
    }
  }

  /// Whether these are all rows of a table, so that whole columns can be read.
  var isAll: Bool { if case .all = storage { true } else { false } }

  /// The rows that a test holds for; itself where it holds for all.
  @inline(__always)
  func keeping(_ holds: (Int) -> Bool) -> RowSet {
    let kept = [UInt32](unsafeUninitializedCapacity: count) { buffer, kept in
      switch storage {
      case .all(let count):
        for row in 0..<count {
          buffer[kept] = UInt32(truncatingIfNeeded: row)
          kept += holds(row) ? 1 : 0
        }
      case .some(let rows):
        for row in rows {
          buffer[kept] = row
          kept += holds(Int(row)) ? 1 : 0
        }
      }
    }
    return kept.count == count ? self : RowSet(kept)
  }

  /// One value for each row, read from one for each row of the table.
  func gather<Value>(_ values: [Value]) -> [Value] {
    switch storage {
    case .all(let count): values.count == count ? values : Array(values[..<count])
    case .some(let rows): rows.map { values[Int($0)] }
    }
  }
}

/// The group of each of some rows: one for all of them, which takes no memory, or one each.
struct GroupNumbers: RandomAccessCollection {
  enum Storage {
    /// Group 0, a number of times.
    case one(Int)
    case each([UInt32])
  }
  let storage: Storage

  init(_ groups: [UInt32]) { storage = .each(groups) }

  private init(storage: Storage) { self.storage = storage }

  /// All rows in group 0.
  static func one(count: Int) -> GroupNumbers { GroupNumbers(storage: .one(count)) }

  var startIndex: Int { 0 }

  var endIndex: Int {
    switch storage {
    case .one(let count): count
    case .each(let groups): groups.count
    }
  }

  subscript(position: Int) -> UInt32 {
    switch storage {
    case .one: 0
    case .each(let groups): groups[position]
    }
  }
}

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
