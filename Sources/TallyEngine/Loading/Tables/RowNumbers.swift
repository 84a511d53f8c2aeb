/// Numbers the distinct keys of rows in order of first appearance, in flat memory.
///
/// A key is a pair, video and day, and a code for each column that splits deliveries; each pair met is numbered, and that
/// number makes a pair with the next code.
struct RowNumbers {
  /// One for video and day, and one for each code behind them.
  private var steps: [PairNumbers]

  init(codes: Int) { steps = [PairNumbers](repeating: PairNumbers(), count: codes + 1) }

  /// Distinct keys so far; the number of a key that is new.
  var count: Int { steps[steps.count - 1].count }

  /// The number of a key; `code` gives its further codes by their place.
  @inline(__always)
  mutating func number(video: UInt32, day: Int32, code: (Int) -> UInt32) -> Int {
    var number = steps[0].number(video, UInt32(bitPattern: day))
    for step in 1..<steps.count { number = steps[step].number(number, code(step - 1)) }
    return Int(number)
  }
}

/// Numbers distinct pairs in order of first appearance, by open addressing.
private struct PairNumbers {
  private var pairs: [UInt64] = []
  /// Number + 1, 0 where free; a power of two long, and at most half full.
  private var slots = [UInt32](repeating: 0, count: 64)

  var count: Int { pairs.count }

  mutating func number(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let pair = UInt64(first) << 32 | UInt64(second)
    var slot = place(of: pair)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if pairs[Int(number)] == pair { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    pairs.append(pair)
    slots[slot] = UInt32(truncatingIfNeeded: pairs.count)
    if pairs.count * 2 > slots.count { grow() }
    return UInt32(truncatingIfNeeded: pairs.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (number, pair) in pairs.enumerated() {
      var slot = place(of: pair)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  private func place(of pair: UInt64) -> Int {
    var hash = (pair ^ pair >> 29) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }
}
