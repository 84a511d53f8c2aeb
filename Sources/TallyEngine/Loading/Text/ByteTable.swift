/// Distinct byte strings by open addressing; entries are ranges of the text that was read.
struct ByteTable {
  private(set) var entries: [Range<Int>] = []
  private var hashes: [UInt64] = []
  /// Entry number + 1, 0 where free; a power of two long.
  private var slots = [UInt32](repeating: 0, count: 64)

  mutating func code(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    let hash = hashed(text, range)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      if hashes[entry] == hash, areEqual(text, entries[entry], range) {
        return UInt32(truncatingIfNeeded: entry)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(range)
    hashes.append(hash)
    slots[slot] = UInt32(truncatingIfNeeded: entries.count)
    if entries.count * 2 > slots.count { grow() }
    return UInt32(truncatingIfNeeded: entries.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (entry, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: entry + 1)
    }
  }

  /// Eight bytes at a time, each mixed in by a multiplication.
  private func hashed(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
    var index = range.lowerBound
    while index < range.upperBound {
      hash = (hash ^ word(text, index, in: range)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      index += 8
    }
    return hash
  }
}

/// Whether two ranges of a text hold the same bytes.
@inline(__always)
func areEqual(_ text: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
  guard left.count == right.count else { return false }
  var offset = 0
  while offset < left.count {
    let a = word(text, left.lowerBound + offset, in: left)
    if a != word(text, right.lowerBound + offset, in: right) { return false }
    offset += 8
  }
  return true
}

/// The eight bytes of a range from an index on, those behind the range as zero.
@inline(__always)
private func word(_ text: Span<UInt8>, _ index: Int, in range: Range<Int>) -> UInt64 {
  let left = range.upperBound - index
  guard index + 8 <= text.count else {
    // At the end of the text, byte by byte.
    var word: UInt64 = 0
    for offset in 0..<left { word |= UInt64(text[index + offset]) << UInt64(offset * 8) }
    return word
  }
  let word = UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  return left >= 8 ? word : word & (1 << UInt64(left * 8) - 1)
}
