/// Strings of more than 32 bytes.
struct LongStrings {
  private var table = ByteTable()
  /// The number of each of them among all strings.
  private var numbers: [UInt32] = []

  /// No text begins with these bytes.
  static let mark = UInt64.max

  var count: Int { numbers.count }

  /// The number of a string, new or known; there is room for it.
  mutating func number(
    _ cell: Range<Int>, _ text: Span<UInt8>, _ strings: UnsafeMutableBufferPointer<SIMD4<UInt64>>,
    _ count: inout Int
  ) -> UInt32 {
    let hash = table.hash(text, cell)
    return number(Int(table.code(text, cell, hash, first: table.first(hash))), strings, &count)
  }

  mutating func number(
    _ place: Int, of other: LongStrings, _ strings: UnsafeMutableBufferPointer<SIMD4<UInt64>>,
    _ count: inout Int
  ) -> UInt32 {
    number(Int(table.code(place, of: other.table)), strings, &count)
  }

  private mutating func number(
    _ place: Int, _ strings: UnsafeMutableBufferPointer<SIMD4<UInt64>>, _ count: inout Int
  ) -> UInt32 {
    if place == numbers.count {
      strings[count] = [Self.mark, UInt64(place), 0, 0]
      numbers.append(UInt32(truncatingIfNeeded: count))
      count += 1
    }
    return numbers[place]
  }

  func text(_ place: Int, isQuoted: Bool) -> String { table.text(place, isQuoted: isQuoted) }
}
