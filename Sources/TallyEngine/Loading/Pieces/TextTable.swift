/// Distinct strings of a column, numbered in order of first appearance.
///
/// Strings of 32 bytes and less, which nearly all are, are kept as four words, so that one comparison tells them; no text
/// has a byte of zero, so that filling them up is no other string. Longer ones are in a table of their own.
struct TextTable {
  /// The words of each string; of a long one, `LongStrings.mark` and its number among these.
  private var strings: [SIMD4<UInt64>] = []
  private var stringCount = 0
  /// Half a hash above a number + 1; 0 where free.
  ///
  /// A power of two long, and at most half full.
  private var slots = [UInt64](repeating: 0, count: 64)
  private var long = LongStrings()

  var count: Int { stringCount }

  /// So many strings are looked up at a time, step by step: memory then answers for all of them at once.
  private static let step = 16

  /// Writes the number of a cell of each row of a block, `CodedText.missingCode` for a blank one.
  ///
  /// - Parameter added: called with the row of each string that is new.
  mutating func look(
    up column: Int, of block: CellBlock, into codes: UnsafeMutablePointer<UInt32>, added: (Int) -> Void
  ) {
    makeRoom(for: block.rowCount)
    var count = stringCount
    let mask = slots.count - 1
    var long = long
    self.long = LongStrings()
    let masks = Masks.shared.start
    slots.withUnsafeMutableBufferPointer { slots in
      strings.withUnsafeMutableBufferPointer { strings in
        withUnsafeTemporaryAllocation(of: Looked.self, capacity: Self.step) { looked in
          for start in stride(from: 0, to: block.rowCount, by: Self.step) {
            let rows = start..<min(start + Self.step, block.rowCount)
            for row in rows { looked[row &- start] = Looked(block, row, column, masks) }
            for row in rows {
              let hash = looked[row &- start].hash
              looked[row &- start].first = slots[Int(truncatingIfNeeded: hash) & mask]
            }
            for row in rows {
              let wanted = looked[row &- start]
              guard wanted.length <= 32 else {
                let before = count
                codes[row] = long.number(wanted.cell, block.text.span, strings, &count)
                if count > before { added(row) }
                continue
              }
              guard wanted.length > 0 else {
                codes[row] = CodedText.missingCode
                continue
              }
              let number = Int(truncatingIfNeeded: wanted.first & 0xFFFF_FFFF) &- 1
              if number >= 0, Self.areEqual(strings[number], wanted.words) {
                codes[row] = UInt32(truncatingIfNeeded: number)
                continue
              }
              let before = count
              codes[row] = Self.number(wanted.words, wanted.hash, slots, strings, &count)
              if count > before { added(row) }
            }
          }
        }
      }
    }
    stringCount = count
    self.long = long
  }

  /// A cell that is looked up.
  private struct Looked {
    let cell: Range<Int>
    let words: SIMD4<UInt64>
    let hash: UInt64
    var first: UInt64 = 0

    var length: Int { cell.count }

    @inline(__always)
    init(_ block: CellBlock, _ row: Int, _ column: Int, _ masks: UnsafeRawPointer) {
      var cell = block.cell(row, column)
      let start = block.text.baseAddress.unsafelyUnwrapped
      // Most cells have neither quotes nor outer blanks, which are below every letter and digit.
      if !cell.isEmpty,
        start[cell.lowerBound] <= UInt8(ascii: "\"") || start[cell.upperBound - 1] <= UInt8(ascii: "\"")
      {
        cell = content(block.text.span, cell)
      }
      self.cell = cell
      words = TextTable.words(block.text, cell, masks)
      hash = TextTable.hash(words)
    }
  }

  /// The bytes of a string of 32 and less, filled up with zeros.
  @inline(__always)
  private static func words(
    _ text: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>, _ masks: UnsafeRawPointer
  ) -> SIMD4<UInt64> {
    guard cell.lowerBound &+ 32 <= text.count else { return lastWords(text, cell) }
    let start = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + cell.lowerBound)
    // Lengths are hard to foresee, so nothing branches on them.
    let mask = (masks + (32 &- min(cell.count, 32))).loadUnaligned(as: SIMD4<UInt64>.self)
    return start.loadUnaligned(as: SIMD4<UInt64>.self) & mask
  }

  /// The same at the end of the text, byte by byte.
  private static func lastWords(_ text: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) -> SIMD4<UInt64> {
    var words = SIMD4<UInt64>()
    withUnsafeMutableBytes(of: &words) { bytes in
      for (place, byte) in text[cell].prefix(32).enumerated() { bytes[place] = byte }
    }
    return words
  }

  @inline(__always)
  private static func areEqual(_ left: SIMD4<UInt64>, _ right: SIMD4<UInt64>) -> Bool {
    let other = left ^ right
    return other[0] | other[1] | other[2] | other[3] == 0
  }

  /// 32 bits: two products, whose halves are mixed.
  @inline(__always)
  private static func hash(_ words: SIMD4<UInt64>) -> UInt64 {
    let first = (words[0] ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: words[1] ^ 0xE703_7ED1_A0B4_28DB)
    let second = (words[2] ^ 0x8EBC_6AF0_9C88_C6E3).multipliedFullWidth(by: words[3] ^ 0x5899_65CC_7537_4CC3)
    var hash = first.high ^ first.low ^ (second.high ^ second.low) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    return hash & 0xFFFF_FFFF
  }

  /// The number of a string, new or known; there is room for it.
  private static func number(
    _ words: SIMD4<UInt64>, _ hash: UInt64, _ slots: UnsafeMutableBufferPointer<UInt64>,
    _ strings: UnsafeMutableBufferPointer<SIMD4<UInt64>>, _ count: inout Int
  ) -> UInt32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
      if areEqual(strings[number], words) { return UInt32(truncatingIfNeeded: number) }
      slot = (slot + 1) & mask
    }
    strings[count] = words
    count += 1
    slots[slot] = hash << 32 | UInt64(count)
    return UInt32(truncatingIfNeeded: count - 1)
  }

  /// Makes room for further strings, so that no memory moves while they are looked up.
  private mutating func makeRoom(for further: Int) {
    let wanted = stringCount + further
    if strings.count < wanted {
      strings += [SIMD4<UInt64>](repeating: SIMD4(), count: max(wanted, stringCount * 2) - strings.count)
    }
    guard wanted * 2 > slots.count else { return }
    var size = slots.count
    while wanted * 2 > size { size *= 2 }
    let old = slots
    slots = [UInt64](repeating: 0, count: size)
    for entry in old where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = entry
    }
  }
}

extension TextTable {
  /// The numbers that the strings of another table have here; those that are new are added in their order.
  mutating func numbers(of other: TextTable) -> [UInt32] {
    makeRoom(for: other.stringCount)
    return (0..<other.stringCount).map { place in
      let words = other.strings[place]
      var count = stringCount
      defer { stringCount = count }
      if let long = other.longPlace(of: place) {
        return strings.withUnsafeMutableBufferPointer { self.long.number(long, of: other.long, $0, &count) }
      }
      return slots.withUnsafeMutableBufferPointer { slots in
        strings.withUnsafeMutableBufferPointer { strings in
          Self.number(words, Self.hash(words), slots, strings, &count)
        }
      }
    }
  }

  /// The number of a long string among these; nil of a short one.
  private func longPlace(of number: Int) -> Int? {
    let words = strings[number]
    // A mapped file that changes while it is read may have any bytes.
    return words[0] == LongStrings.mark && words[1] < UInt64(long.count) ? Int(words[1]) : nil
  }

  /// A string as text; of one that was quoted, doubled quotes as one.
  func text(_ number: Int, isQuoted: Bool) -> String {
    let words = strings[number]
    if let place = longPlace(of: number) { return long.text(place, isQuoted: isQuoted) }
    return withUnsafeBytes(of: words) { bytes in
      let end = bytes.firstIndex(of: 0) ?? bytes.count
      let text = UnsafeRawBufferPointer(rebasing: bytes[..<end]).assumingMemoryBound(to: UInt8.self)
      return string(text.span, 0..<end, isQuoted: isQuoted)
    }
  }
}

/// 32 bytes of ones and 32 of zeros: loaded at a place before the zeros, as many ones as it is before them.
private struct Masks: @unchecked Sendable {
  let start: UnsafeRawPointer

  static let shared = Masks()

  private init() {
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: 64, alignment: 64)
    bytes.initializeMemory(as: UInt8.self, repeating: 0xFF, count: 32)
    (bytes + 32).initializeMemory(as: UInt8.self, repeating: 0, count: 32)
    start = UnsafeRawPointer(bytes)
  }
}
