/// The run of base64 or hexadecimal digits that begins at `start` and holds an e-mail address, or is a link, a handle or a
/// phone number behind a `+`; nil where none does.
///
/// A run may stand in a word: each place where a group of digits can begin is tried. Shorter addresses than `ab@cd.com`
/// are left, because ids of videos, which are random digits of base64, would come to read like them.
///
/// - Complexity: O(length of the run), and nothing behind the first digit of one.
func encodedContactRange(_ bytes: Span<UInt8>, at start: Int) -> Range<Int>? {
  if let run = run(bytes, at: start, leastHexDigits, { $0.hexDigit }),
    holdsContact(bytes, run, bits: 4, { $0.hexDigit })
  {
    return run
  }
  guard let run = run(bytes, at: start, leastDigits, { $0.base64Digit }),
    holdsContact(bytes, run, bits: 6, { $0.base64Digit })
  else { return nil }
  var end = run.upperBound
  while end < bytes.count, bytes[end] == UInt8(ascii: "=") { end += 1 }
  return start..<end
}

/// The run of digits whose first one stands at `start`; nil where none does, or it is short.
private func run(
  _ bytes: Span<UInt8>, at start: Int, _ least: Int, _ digit: (UInt8) -> UInt8?
) -> Range<Int>? {
  guard digit(bytes[start]) != nil, start == 0 || digit(bytes[start - 1]) == nil else { return nil }
  var end = start
  while end < bytes.count, digit(bytes[end]) != nil { end += 1 }
  return end - start >= least ? start..<end : nil
}

/// An encoded contact anywhere in the value.
func holdsEncodedContact(_ value: Span<UInt8>) -> Bool {
  guard value.count >= leastDigits else { return false }
  return value.indices.contains { encodedContactRange(value, at: $0) != nil }
}

/// How long a contact must be, in bytes.
private let leastContact = 9

/// How many digits of base64, and of hexadecimal ones, such a contact has.
private let (leastDigits, leastHexDigits) = (12, 18)

/// Whether digits of so many bits each are the bytes of a text with a contact in it.
private func holdsContact(
  _ bytes: Span<UInt8>, _ run: Range<Int>, bits: Int, _ digit: (UInt8) -> UInt8?
) -> Bool {
  for shift in 0..<(bits == 6 ? 4 : 2) where mayHoldContact(bytes, run, shift, bits: bits, digit) {
    var text: [UInt8] = []
    var isWhole = shift == 0
    var (buffer, held): (UInt16, Int) = (0, 0)
    for index in (run.lowerBound + shift)..<run.upperBound {
      buffer = buffer << UInt16(bits) | UInt16(digit(bytes[index]) ?? 0)
      held += bits
      guard held >= 8 else { continue }
      held -= 8
      // Between letters of UTF-16 stand bytes of zero, which are passed over.
      let byte = UInt8(truncatingIfNeeded: buffer >> UInt16(held))
      if byte >= 0x20, byte < 0x7F {
        text.append(byte)
      } else if byte > 0 {
        if isContact(text.span, isWhole: false) { return true }
        isWhole = false
        text.removeAll(keepingCapacity: true)
      }
    }
    if isContact(text.span, isWhole: isWhole) { return true }
  }
  return false
}

/// Whether digits of so many bits each are the bytes of a text that is long enough; most words are not.
private func mayHoldContact(
  _ bytes: Span<UInt8>, _ run: Range<Int>, _ shift: Int, bits: Int, _ digit: (UInt8) -> UInt8?
) -> Bool {
  var length = 0
  var (buffer, held): (UInt16, Int) = (0, 0)
  for index in (run.lowerBound + shift)..<run.upperBound {
    buffer = buffer << UInt16(bits) | UInt16(digit(bytes[index]) ?? 0)
    held += bits
    guard held >= 8 else { continue }
    held -= 8
    let byte = UInt8(truncatingIfNeeded: buffer >> UInt16(held))
    if byte >= 0x20, byte < 0x7F { length += 1 } else if byte > 0 { length = 0 }
    if length >= leastContact { return true }
  }
  return false
}

private func isContact(_ text: Span<UInt8>, isWhole: Bool) -> Bool {
  guard text.count >= leastContact else { return false }
  for index in text.indices where text[index] == UInt8(ascii: "@") {
    if let range = emailRange(text, at: index), range.count >= leastContact, endsInLetters(text, range) {
      return true
    }
  }
  guard isWhole else { return false }
  return linkRange(text, at: 0) == 0..<text.count || isHandle(text)
    || (text[0] == UInt8(ascii: "+") && phoneRange(text, at: 0) != nil)
}

/// Whether the last part of a host is letters, two or more.
private func endsInLetters(_ text: Span<UInt8>, _ address: Range<Int>) -> Bool {
  var start = address.upperBound
  while start > address.lowerBound, text[start - 1].isLetter { start -= 1 }
  return address.upperBound - start >= 2 && start > 0 && text[start - 1] == UInt8(ascii: ".")
}

extension UInt8 {
  /// The value of a digit of either alphabet of base64 (RFC 4648).
  fileprivate var base64Digit: UInt8? {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): self - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  /// The value of a hexadecimal digit.
  var hexDigit: UInt8? {
    if isDigit { return self - UInt8(ascii: "0") }
    return isHexDigit ? lowered - UInt8(ascii: "a") + 10 : nil
  }
}
