/// Rows of a source with the group that each falls into; a row with several tags stands once for each.
struct GroupedRows: Sendable {
  enum Groups: Sendable {
    /// Group 0, every row.
    case one
    /// Beside the rows, which are side by side or listed.
    case each([UInt32])
    /// By codes of the rows.
    case keyed(GroupKey)
  }
  let rows: RowSet
  let groups: Groups
  /// How many groups, the first of them, are known to have rows.
  private(set) var filledGroups = 0

  init(rows: RowSet, groups: Groups) {
    self.rows = rows
    self.groups = groups
  }

  /// The same, of which some groups are known to have rows.
  func filling(groups count: Int) -> GroupedRows {
    var filled = self
    filled.filledGroups = count
    return filled
  }

  /// - Parameter groups: that of each row, in their order.
  init(rows: RowSet, groups: [UInt32]) {
    var rows = rows
    if case .mask = rows.storage { rows = RowSet(rows.numbers, rows.work) }
    self.init(rows: rows, groups: .each(groups))
  }

  /// Rows that all fall into group 0.
  init(inOneGroup rows: RowSet) {
    self.init(rows: rows, groups: .one)
  }

  static let none = GroupedRows(inOneGroup: RowSet([], Work()))

  /// Calls a body with all rows, a block at once.
  @inline(__always)
  func forEachBlock(_ body: (Block) -> Void) {
    forEachBlock(in: rows.span, body)
  }

  /// Calls a loop's body with each row and its group.
  @inline(__always)
  func forEach(_ body: (_ row: Int, _ group: Int) -> Void) {
    forEachBlock { $0.forEach(body) }
  }

  /// What a piece of work makes of each of some pieces of the rows, in order, on as many cores as there are.
  ///
  /// - Parameters:
  ///   - size: how much is written down for each piece before the first row, beside what a row takes; where it is much, there
  ///     are fewer pieces.
  ///   - work: given a function that calls a body with the rows of the piece, a block at once.
  @inline(__always)
  func inPieces<Result: Sendable>(
    writing size: Int, _ work: @Sendable (_ forEachBlock: ((Block) -> Void) -> Void) -> Result
  ) -> [Result] {
    concurrently(over: pieces(of: rows.span, length: max(rows.work.pieceLength, 4 * size))) { piece in
      work { body in forEachBlock(in: piece, body) }
    }
  }

  @inline(__always)
  private func forEachBlock(in piece: Range<Int>, _ body: (Block) -> Void) {
    BlockRoom.with { room in
      var isStopped = false
      var blocksLeft = rows.work.blocksToAsk
      func goesOn() -> Bool {
        blocksLeft &-= 1
        if blocksLeft == 0 {
          isStopped = isStopped || rows.work.isCancelled()
          blocksLeft = rows.work.blocksToAsk
        }
        return !isStopped
      }
      switch groups {
      case .one:
        rows.forEachBlock(in: piece, room) { rows, count, _ in
          if goesOn() { body(Block(rows: rows, groups: .one(0), count: count)) }
        }
      case .each(let groups):
        groups.withUnsafeBufferPointer { groups in
          guard let first = groups.baseAddress else { return }
          rows.forEachBlock(in: piece, room) { rows, count, place in
            if goesOn() { body(Block(rows: rows, groups: .each(first + place), count: count)) }
          }
        }
      case .keyed(let key):
        if let (days, index) = rows.isListed ? nil : key.longDays(rows.work.longDay) {
          index.forEachDay(of: days, in: piece) { piece, day in
            rows.forEachBlock(in: piece, room) { rows, count, _ in
              if goesOn(), let block = key.block(rows, count, day: day, room) { body(block) }
            }
          }
        } else {
          rows.forEachBlock(in: piece, room) { rows, count, _ in
            if goesOn(), let block = key.block(rows, count, day: nil, room) { body(block) }
          }
        }
      }
    }
  }

  /// Every row and its group, each in a list.
  var listed: (rows: [UInt32], groups: [UInt32]) {
    var (numbers, owners): ([UInt32], [UInt32]) = ([], [])
    numbers.reserveCapacity(rows.count)
    owners.reserveCapacity(rows.count)
    forEach { row, group in
      numbers.append(UInt32(truncatingIfNeeded: row))
      owners.append(UInt32(truncatingIfNeeded: group))
    }
    return (numbers, owners)
  }

  /// Some of the rows: those that stand first in the table, up to about so many rows of it.
  func prefix(_ length: Int) -> GroupedRows {
    switch (rows.storage, groups) {
    case (.list, _), (_, .each): self
    case (.run(let range), _):
      GroupedRows(rows: RowSet(.run(range.prefix(length)), rows.work), groups: groups)
    case (.mask(let mask), _):
      GroupedRows(rows: RowSet(.mask(mask.prefix(length)), rows.work), groups: groups)
    }
  }

  /// The rows that lack a value in some of some columns, with their groups; nil where these are written down.
  func absent(in validities: [Validity]) -> GroupedRows? {
    if case .each = groups { return nil }
    let absent = rows.keepingBits { rows, words in
      validities.setBits(rows, words)
      for word in 0..<(rows.count + 63) / 64 { words[word] = ~words[word] }
    }
    return GroupedRows(rows: absent, groups: groups)
  }

  /// The rows that have a value in each of some columns, with their groups.
  func present(in validities: [Validity]) -> GroupedRows {
    let partial = validities.filter { !$0.isComplete }
    if partial.isEmpty { return self }
    if case .each = groups { return filtered { row in partial.allSatisfy { $0[row] } } }
    let complete = rows.keepingBits { rows, words in partial.setBits(rows, words) }
    return GroupedRows(rows: complete, groups: groups)
  }

  /// The rows that a test holds for, with their groups.
  @inline(__always)
  func filtered(_ holds: @Sendable (Int) -> Bool) -> GroupedRows {
    if case .each = groups {
      var (numbers, owners): ([UInt32], [UInt32]) = ([], [])
      forEach { row, group in
        if holds(row) {
          numbers.append(UInt32(truncatingIfNeeded: row))
          owners.append(UInt32(truncatingIfNeeded: group))
        }
      }
      return GroupedRows(rows: RowSet(numbers, rows.work), groups: owners)
    }
    return GroupedRows(rows: rows.keeping(holds), groups: groups)
  }

  /// The rows in other groups.
  ///
  /// - Parameter other: the new group of each group; nil takes its rows out.
  func regrouped(_ other: [UInt32?]) -> GroupedRows {
    switch groups {
    case .one:
      guard let group = other.first, group != 0 else { return self }
      return group == nil ? .none : regrouping(other)
    case .each: return regrouping(other)
    case .keyed(let key): return GroupedRows(rows: rows, groups: .keyed(key.regrouped(other)))
    }
  }

  private func regrouping(_ other: [UInt32?]) -> GroupedRows {
    var (numbers, owners): ([UInt32], [UInt32]) = ([], [])
    forEach { row, group in
      if let moved = other[group] {
        numbers.append(UInt32(truncatingIfNeeded: row))
        owners.append(moved)
      }
    }
    return GroupedRows(rows: RowSet(numbers, rows.work), groups: owners)
  }
}

extension [Validity] {
  /// Sets a bit for each of some rows that have a value in each column; see `RowSet.keepingBits`.
  fileprivate func setBits(_ rows: Range<Int>, _ words: UnsafeMutablePointer<UInt64>) {
    for (word, row) in stride(from: rows.lowerBound, to: rows.upperBound, by: 64).enumerated() {
      words[word] = reduce(.max) { bits, validity in bits & validity.bits(at: row) }
    }
  }
}
