/// A number of JSON as cells are written: without an exponent, and with decimals that cannot be taken for thousands.
///
/// `1.5e3` gives `1500`, `1.234` gives `1.2340`; no digit is lost. An exponent beyond ±40 stays, and is no number then.
func plainNumber(_ number: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let mark = number.firstIndex { $0 | 0x20 == UInt8(ascii: "e") }
  guard let mark else { return apartFromThousands(number) }
  guard let exponent = Int(String(decoding: number[(mark + 1)...], as: UTF8.self)), abs(exponent) <= 40 else {
    return number
  }
  let isNegative = number.first == UInt8(ascii: "-")
  let mantissa = number[number.startIndex..<mark].drop { $0 == UInt8(ascii: "-") }
  let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
  let fraction = mantissa.dropFirst(whole.count + 1)
  var digits = Array(whole + fraction)
  var point = whole.count + exponent
  if point <= 0 {
    digits = [UInt8](repeating: 48, count: 1 - point) + digits
    point = 1
  }
  while digits.count < point { digits.append(48) }
  var plain: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
  let leading = digits[..<(point - 1)].prefix { $0 == 48 }.count
  plain += digits[leading..<point]
  if digits.count > point { plain += [UInt8(ascii: ".")] + digits[point...] }
  return apartFromThousands(plain[...])
}

/// The number with a zero behind three decimals.
private func apartFromThousands(_ number: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  guard let point = number.firstIndex(of: UInt8(ascii: ".")), number.endIndex - point == 4 else {
    return number
  }
  return number + [48]
}
