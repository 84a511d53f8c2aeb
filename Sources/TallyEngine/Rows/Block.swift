/// Rows that a loop takes at once, with their groups: few enough that what is written for each stays in the nearest cache.
struct Block {
  enum Rows {
    /// Rows side by side, from the first.
    case run(Int)
    case list(UnsafePointer<UInt32>)
    case bits(Bits)
  }
  /// Rows with a bit each.
  struct Bits {
    let words: UnsafePointer<UInt64>
    let wordCount: Int
    /// The row of the first bit.
    let first: Int

    /// Calls a body with the place and the number of each row.
    @inline(__always)
    func forEach(_ body: (_ place: Int, _ row: Int) -> Void) {
      var place = 0
      for word in 0..<wordCount {
        var bits = words[word]
        let start = first + (word << 6)
        while bits != 0 {
          body(place, start + bits.trailingZeroBitCount)
          bits &= bits - 1
          place &+= 1
        }
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
    case (.bits(let bits), .one(let group)): bits.forEach { _, row in body(row, group) }
    case (.bits(let bits), .each(let groups)): bits.forEach { place, row in body(row, Int(groups[place])) }
    case (.list(let rows), .each(let groups)):
      for place in 0..<count { body(Int(rows[place]), Int(groups[place])) }
    }
  }
}

/// Room for the rows and the groups of one block.
struct BlockRoom {
  let rows: UnsafeMutablePointer<UInt32>
  let groups: UnsafeMutablePointer<UInt32>
  let words: UnsafeMutablePointer<UInt64>

  @inline(__always)
  static func with(_ body: (BlockRoom) -> Void) {
    // A block of bits may begin and end inside of a word.
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Block.length / 64 + 1) { words in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * Block.length) { room in
        guard let first = room.baseAddress, let words = words.baseAddress else { return }
        body(BlockRoom(rows: first, groups: first + Block.length, words: words))
      }
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
        let count = mask.copy(part, to: room.words)
        if count == part.count {
          body(.run(start), count, 0)
        } else if count > 0 {
          let bits = Block.Bits(
            words: UnsafePointer(room.words), wordCount: (part.upperBound + 63) / 64 - part.lowerBound / 64,
            first: part.lowerBound & ~63)
          body(.bits(bits), count, 0)
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
