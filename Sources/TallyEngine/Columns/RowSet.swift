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
  func gather<Value>(_ values: ColumnValues<Value>) -> [Value] {
    switch storage {
    case .all(let count): Array(values[..<count])
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
