/// A number as most programs write it: digits, and a point before decimals.
struct PlainDecimal {
  let value: Double
  let holdsFraction: Bool
  /// Whether it has a point that cannot mark thousands, as the one of `1.234` may.
  let isCertain: Bool

  /// nil where a cell is written otherwise, or has more digits than are exact.
  init?(_ text: Span<UInt8>, _ cell: Range<Int>) {
    var index = cell.lowerBound
    let isNegative = index < cell.upperBound && text[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let start = index
    var mantissa: Int64 = 0
    var point: Int?
    /// All digits behind the point, so that one that is not zero shows.
    var fraction: UInt8 = 0
    while index < cell.upperBound {
      let digit = text[index] &- 48
      if digit < 10 {
        mantissa = mantissa &* 10 &+ Int64(digit)
        if point != nil { fraction |= digit }
      } else if text[index] == UInt8(ascii: "."), point == nil {
        point = index
      } else {
        return nil
      }
      index += 1
    }
    let digits = cell.upperBound - start - (point == nil ? 0 : 1)
    // So many digits are below 2^53.
    guard (1...15).contains(digits) else { return nil }
    let places = point.map { cell.upperBound - $0 - 1 } ?? 0
    let before = digits - places
    holdsFraction = fraction != 0
    isCertain = point != nil && !(places == 3 && (1...3).contains(before) && text[start] != UInt8(ascii: "0"))
    // A zero has no sign.
    let number = places == 0 ? Double(mantissa) : Double(mantissa) / Double(Self.powers[places])
    value = isNegative && mantissa != 0 ? -number : number
  }

  private static let powers: [Int64] = (0...15).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}
