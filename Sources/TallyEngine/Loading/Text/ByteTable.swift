/// Distinct byte strings by open addressing, numbered in order of first appearance.
///
/// Their bytes are copied together: a long text is too far apart to be looked into for every row.
struct ByteTable {
  private var bytes: [UInt8] = []
  /// Where each string starts, and where the last one ends.
  private var bounds: [UInt32] = [0]
  /// Half a hash above a number + 1; 0 where free.
  ///
  /// A power of two long, and at most half full.
  private var slots = [UInt64](repeating: 0, count: 64)

  var count: Int { bounds.count - 1 }

  /// Where the number of a string is looked for first: what stands in its slot now.
  @inline(__always)
  func first(_ hash: UInt64) -> UInt64 { slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)] }

  /// The number of a string, new or known.
  ///
  /// - Parameter first: what stood in its slot a little earlier; mostly that is it.
  @inline(__always)
  mutating func code(_ text: Span<UInt8>, _ range: Range<Int>, _ hash: UInt64, first: UInt64) -> UInt32 {
    if first >> 32 == hash, first != 0 {
      let number = UInt32(truncatingIfNeeded: first) - 1
      if areEqual(bytes.span, self.range(Int(number)), text, range) { return number }
    }
    return code(text, range, hash)
  }

  private mutating func code(_ text: Span<UInt8>, _ range: Range<Int>, _ hash: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = UInt32(truncatingIfNeeded: slots[slot]) - 1
      if slots[slot] >> 32 == hash, areEqual(bytes.span, self.range(Int(number)), text, range) {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    for index in range { bytes.append(text[index]) }
    bounds.append(UInt32(truncatingIfNeeded: bytes.count))
    slots[slot] = hash << 32 | UInt64(count)
    if count * 2 > slots.count { grow() }
    return UInt32(truncatingIfNeeded: count - 1)
  }

  /// The number that a string of another table has here.
  mutating func code(_ number: Int, of other: borrowing ByteTable) -> UInt32 {
    let range = other.range(number)
    return code(other.bytes.span, range, hash(other.bytes.span, range))
  }

  /// A string as text; of one that was quoted, doubled quotes as one.
  func text(_ number: Int, isQuoted: Bool) -> String { string(bytes.span, range(number), isQuoted: isQuoted) }

  @inline(__always)
  private func range(_ number: Int) -> Range<Int> { Int(bounds[number])..<Int(bounds[number + 1]) }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 4)
    for entry in old where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  /// A hash of 32 bits: eight bytes at a time, each mixed in by a multiplication.
  @inline(__always)
  func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
    var index = range.lowerBound
    while index < range.upperBound {
      hash = (hash ^ word(text, index, in: range)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      index += 8
    }
    return hash & 0xFFFF_FFFF
  }
}

/// Whether two ranges hold the same bytes.
@inline(__always)
func areEqual(_ left: Span<UInt8>, _ own: Range<Int>, _ right: Span<UInt8>, _ other: Range<Int>) -> Bool {
  guard own.count == other.count else { return false }
  var offset = 0
  while offset < own.count {
    let a = word(left, own.lowerBound + offset, in: own)
    if a != word(right, other.lowerBound + offset, in: other) { return false }
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
