/// Rows that a loop takes at once, with their groups: few enough that what is written for each stays in the nearest cache.
struct Block {
  enum Rows {
    /// Rows side by side, from the first.
    case run(Int)
    case list(UnsafePointer<UInt32>)

    /// The rows from a place on.
    @inline(__always)
    func dropping(_ count: Int) -> Rows {
      switch self {
      case .run(let first): .run(first + count)
      case .list(let rows): .list(rows + count)
      }
    }

    @inline(__always)
    subscript(place: Int) -> Int {
      switch self {
      case .run(let first): first + place
      case .list(let rows): Int(rows[place])
      }
    }
  }
  enum Groups {
    case one(Int)
    case each(UnsafePointer<UInt32>)
  }

  let rows: Rows
  let groups: Groups
  let count: Int

  /// Most rows of a block that has to be written down; one of rows side by side in one group may be longer.
  static let length = 2048

  /// Calls a loop's body with each row and its group; the one loop of all kernels, so that each has no test of what it
  /// runs over inside.
  @inline(__always)
  func forEach(_ body: (_ row: Int, _ group: Int) -> Void) {
    switch (rows, groups) {
    case (.run(let first), .one(let group)): for row in first..<first + count { body(row, group) }
    case (.run(let first), .each(let groups)):
      for place in 0..<count { body(first + place, Int(groups[place])) }
    case (.list(let rows), .one(let group)): for place in 0..<count { body(Int(rows[place]), group) }
    case (.list(let rows), .each(let groups)):
      for place in 0..<count { body(Int(rows[place]), Int(groups[place])) }
    }
  }
}

/// Room for the rows and the groups of one block.
struct BlockRoom {
  let rows: UnsafeMutablePointer<UInt32>
  let groups: UnsafeMutablePointer<UInt32>

  @inline(__always)
  static func with(_ body: (BlockRoom) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * Block.length) { room in
      guard let first = room.baseAddress else { return }
      body(BlockRoom(rows: first, groups: first + Block.length))
    }
  }
}

extension RowSet {
  /// The range that pieces of these rows are cut from: of rows, or of places where they are listed.
  var span: Range<Int> {
    switch storage {
    case .run(let rows): rows
    case .mask(let mask): mask.rows
    case .list(let rows): rows.indices
    }
  }

  /// Calls a body with the rows of a piece of the span, a block at once.
  ///
  /// - Parameter body: given the rows, how many they are, and the place of the first, which is counted from 0 and known only
  ///   of rows side by side and listed ones.
  @inline(__always)
  func forEachBlock(
    in piece: Range<Int>, _ room: BlockRoom, _ body: (_ rows: Block.Rows, _ count: Int, _ place: Int) -> Void
  ) {
    switch storage {
    case .run(let rows):
      for start in stride(from: piece.lowerBound, to: piece.upperBound, by: Block.length) {
        body(.run(start), min(Block.length, piece.upperBound - start), start - rows.lowerBound)
      }
    case .mask(let mask):
      for start in stride(from: piece.lowerBound, to: piece.upperBound, by: Block.length) {
        let part = start..<min(start + Block.length, piece.upperBound)
        if mask.count(in: part) == part.count {
          body(.run(start), part.count, 0)
        } else {
          var count = 0
          mask.forEach(in: part) { row in
            room.rows[count] = UInt32(truncatingIfNeeded: row)
            count += 1
          }
          if count > 0 { body(.list(UnsafePointer(room.rows)), count, 0) }
        }
      }
    case .list(let rows):
      rows.withUnsafeBufferPointer { rows in
        guard let first = rows.baseAddress else { return }
        for start in stride(from: piece.lowerBound, to: piece.upperBound, by: Block.length) {
          body(.list(first + start), min(Block.length, piece.upperBound - start), start)
        }
      }
    }
  }
}
