/// How the group of a row follows from codes that it has: each code stands for a step, the steps add up to the number of a
/// combination, and a combination has a group.
struct GroupKey: Sendable {
  struct Part: Sendable {
    let codes: RowCodes
    /// How many codes there are.
    let count: Int
    /// The step of each code, `dropped` where its rows are taken out; nil where the step is the code.
    let steps: [UInt32]?
  }
  let parts: [Part]
  /// How many combinations there are.
  let count: Int
  /// The group of each combination, `dropped` where its rows are taken out; nil where the group is its number.
  let groups: [UInt32]?
  /// Whether rows may be taken out.
  let drops: Bool

  /// No group: more than any combination, also where several parts say so.
  static let dropped: UInt32 = 1 << 28

  /// Parts that read the same codes become one, and one part says the group itself.
  init(parts: [Part], count: Int, groups: [UInt32]?, drops: Bool) {
    var merged: [Part] = []
    for part in parts {
      if let last = merged.last, last.codes.areSame(as: part.codes) {
        merged[merged.count - 1] = last.adding(part)
      } else {
        merged.append(part)
      }
    }
    self.drops = drops
    if merged.count == 1, let groups {
      let steps = merged[0].steps ?? (0..<merged[0].count).map { UInt32(truncatingIfNeeded: $0) }
      let direct = steps.map { $0 < GroupKey.dropped ? groups[Int($0)] : $0 }
      self.parts = [Part(codes: merged[0].codes, count: merged[0].count, steps: direct)]
      self.count = direct.reduce(0) { $1 < GroupKey.dropped ? max($0, Int($1) + 1) : $0 }
      self.groups = nil
    } else {
      (self.parts, self.count, self.groups) = (merged, count, groups)
    }
  }

  /// The group of each code, where rows have one code; `dropped` where its rows are taken out.
  func groups(by codes: RowCodes) -> [UInt32]? {
    guard parts.count == 1, groups == nil, parts[0].codes.areSame(as: codes) else { return nil }
    return parts[0].steps ?? (0..<parts[0].count).map { UInt32(truncatingIfNeeded: $0) }
  }

  /// The same rows in other groups.
  ///
  /// - Parameter other: the new group of each group; nil takes its rows out.
  func regrouped(_ other: [UInt32?]) -> GroupKey {
    let moved = other.map { $0 ?? GroupKey.dropped }
    let all = groups.map { $0.map { $0 < GroupKey.dropped ? moved[Int($0)] : $0 } } ?? moved
    return GroupKey(parts: parts, count: count, groups: all, drops: drops || other.contains(nil))
  }

  /// The combinations of this key, told apart further: each times the number of units, plus the unit.
  ///
  /// - Parameter unit: its steps are the numbers of units, below `units`.
  /// - Returns: nil where there would be more combinations than a limit.
  func refined(by unit: Part, units: Int, drops: Bool, limit: Int) -> GroupKey? {
    let (count, overflow) = count.multipliedReportingOverflow(by: units)
    guard !overflow, count <= limit else { return nil }
    return GroupKey(
      parts: parts.map { $0.times(units) } + [unit], count: count, groups: nil, drops: self.drops || drops)
  }

  /// Rows with their groups; nil where none is left.
  ///
  /// - Parameter day: the code of the day that all of the rows have; nil where they may have several.
  func block(_ rows: Block.Rows, _ count: Int, day: Int?, _ room: BlockRoom) -> Block? {
    if case .run(let first) = rows, !drops, groups == nil, parts.count == 1, parts[0].steps == nil,
      let codes = parts[0].codes.pointer
    {
      return Block(rows: rows, groups: .each(codes + first), count: count)
    }
    var same: UInt32 = 0
    var isWritten = false
    for part in parts {
      if let day, case .days = part.codes {
        same &+= part.steps?[day] ?? UInt32(truncatingIfNeeded: day)
      } else {
        part.add(rows, count, to: room.groups, onTop: isWritten)
        isWritten = true
      }
    }
    guard isWritten else {
      let group = group(of: same)
      return group < GroupKey.dropped ? Block(rows: rows, groups: .one(Int(group)), count: count) : nil
    }
    if same > 0 { for place in 0..<count { room.groups[place] &+= same } }
    return drops ? droppingRows(rows, count, room) : mapped(rows, count, room)
  }

  /// The days of rows that stand in order of days, where many in a row have the same one; nil where they do not, or where the
  /// day does not matter.
  ///
  /// - Parameter count: the least of rows a day.
  func longDays(_ count: Int) -> (days: ColumnValues<Int32>, index: DayIndex)? {
    for part in parts {
      guard case .days(let days, let index) = part.codes, index.isAscending,
        days.count / max(1, index.distinct.count) >= count
      else { continue }
      return (days, index)
    }
    return nil
  }

  @inline(__always)
  private func group(of combination: UInt32) -> UInt32 {
    guard combination < GroupKey.dropped else { return GroupKey.dropped }
    return groups?[Int(combination)] ?? combination
  }

  private func mapped(_ rows: Block.Rows, _ count: Int, _ room: BlockRoom) -> Block {
    groups?.withUnsafeBufferPointer { groups in
      for place in 0..<count { room.groups[place] = groups[Int(room.groups[place])] }
    }
    return Block(rows: rows, groups: .each(UnsafePointer(room.groups)), count: count)
  }

  private func droppingRows(_ rows: Block.Rows, _ count: Int, _ room: BlockRoom) -> Block? {
    var kept = 0
    rows.forEach(count) { place, row in
      let group = group(of: room.groups[place])
      // Nothing is written behind where it is read.
      room.rows[kept] = UInt32(truncatingIfNeeded: row)
      room.groups[kept] = group
      kept &+= group < GroupKey.dropped ? 1 : 0
    }
    guard kept > 0 else { return nil }
    return Block(
      rows: .list(UnsafePointer(room.rows)), groups: .each(UnsafePointer(room.groups)), count: kept)
  }
}

extension GroupKey.Part {
  /// - Parameters:
  ///   - count: how many codes there are.
  ///   - numbers: that of each code, `dropped` where its rows are taken out; nil where it is the code.
  ///   - factor: what a number adds to that of a combination.
  init(_ codes: RowCodes, count: Int, numbers: [UInt32]?, times factor: Int) {
    self.init(codes: codes, count: count, steps: numbers)
    if factor != 1 { self = times(factor) }
  }

  fileprivate func times(_ factor: Int) -> GroupKey.Part {
    let factor = UInt32(truncatingIfNeeded: factor)
    let steps = steps ?? (0..<count).map { UInt32(truncatingIfNeeded: $0) }
    return GroupKey.Part(
      codes: codes, count: count, steps: steps.map { $0 < GroupKey.dropped ? $0 &* factor : $0 })
  }

  /// The steps of two parts together.
  fileprivate func adding(_ other: GroupKey.Part) -> GroupKey.Part {
    let steps = (0..<count).map { code -> UInt32 in
      let own = self.steps?[code] ?? UInt32(truncatingIfNeeded: code)
      let more = other.steps?[code] ?? UInt32(truncatingIfNeeded: code)
      return own < GroupKey.dropped && more < GroupKey.dropped ? own &+ more : GroupKey.dropped
    }
    return GroupKey.Part(codes: codes, count: count, steps: steps)
  }

  /// Adds the step of each of some rows to what is there, or writes it where nothing is yet.
  fileprivate func add(
    _ rows: Block.Rows, _ count: Int, to steps: UnsafeMutablePointer<UInt32>, onTop: Bool
  ) {
    guard let own = self.steps else {
      codes.forEach(rows, count) { place, code in
        steps[place] = (onTop ? steps[place] : 0) &+ UInt32(truncatingIfNeeded: code)
      }
      return
    }
    own.withUnsafeBufferPointer { own in
      if onTop {
        codes.forEach(rows, count) { place, code in steps[place] &+= own[code] }
      } else {
        codes.forEach(rows, count) { place, code in steps[place] = own[code] }
      }
    }
  }
}
