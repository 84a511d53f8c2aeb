/// Whether one look at its bytes tells that a text holds nothing that leads to a person, in clear or disguised.
///
/// True for most titles and ids, which then need no closer look; false says nothing. It is true only where `MaskedText`
/// would replace nothing and change no character, and `PersonShapes` would count nothing:
/// - Addresses, links, handles and IP addresses need one of the signs that `marks` has, or one outside ASCII that stands
///   for such a sign, or the word `dot`. A point with no letter or digit behind it ends a sentence, unless
///   `www` stands before it, or an `at` somewhere.
/// - Phone numbers need eight digits.
/// - Encoded contacts, hashes and ids of devices need a run of twelve letters and digits, which is looked at by itself.
/// - Digits alone, as most platforms number posts, are no phone number unless they begin with 0. Read as hexadecimal
///   digits of a text, they have neither a point nor a colon, and an `@` at the beginning only behind `40`; read as base64,
///   they never have an `@`.
///
/// - Complexity: O(length), about a nanosecond a byte for words shorter than twelve letters.
func leadsNowhere(_ bytes: Span<UInt8>) -> Bool {
  // Where it is, is looked up once.
  let marks = marks
  var digits = 0
  var runStart = 0
  var (hasPoint, hasAt) = (false, false)
  for index in bytes.indices {
    let byte = bytes[index]
    // Most bytes are letters.
    if byte.isLetter {
      if byte | 0x20 == UInt8(ascii: "t"), index >= 2, starts(bytes, "dot", index - 2) { return false }
      continue
    }
    switch marks[Int(byte)] {
    case .link: continue
    case .digit:
      digits += 1
      // Only digits alone may be so many.
      if digits >= 8 { return index == 7 && areIDDigits(bytes) }
      continue
    case .mark: return false
    case .beginsSign where maySignify(bytes, at: index): return false
    case .point where isPartOfName(bytes, index): return false
    case .other, .beginsSign, .point: break
    }
    // A run of letters and digits ends here.
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "(") { hasPoint = true }
    if index - runStart == 2, starts(bytes, "at", runStart) { hasAt = true }
    if index - runStart >= 12, isEncoded(bytes, runStart..<index) { return false }
    runStart = index + 1
  }
  return !(hasPoint && hasAt) && !isEncoded(bytes, runStart..<bytes.count)
}

/// Whether a point belongs to a name: `www` stands before it, or a name goes on behind it.
///
/// A further point is judged by what follows that one.
private func isPartOfName(_ bytes: Span<UInt8>, _ point: Int) -> Bool {
  if point >= 3, starts(bytes, "www", point - 3) { return true }
  let next = point + 1
  return next < bytes.count && bytes[next] != UInt8(ascii: ".") && bytes[next].isHandleByte
}

/// Whether a run of letters and digits may be a contact in another writing, a hash or the id of a device.
private func isEncoded(_ bytes: Span<UInt8>, _ run: Range<Int>) -> Bool {
  guard run.count >= 12 else { return false }
  return encodedContactRange(bytes, at: run.lowerBound) != nil || (run.count == bytes.count && isToken(bytes))
}

private enum Mark {
  case digit
  /// What base64 writes besides letters and digits.
  case link
  /// Letters, which are told before, and bytes of no meaning here.
  case other
  /// The first byte of characters outside ASCII, of which some stand for a sign, for nothing, or for a line break.
  case beginsSign
  case point
  /// A sign of addresses, links and disguises, or a control character.
  case mark
}

private let marks: [Mark] = (0...255).map { byte in
  switch UInt8(byte) {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
  case UInt8(ascii: "-"), UInt8(ascii: "_"): .link
  case 0..<0x20, 0x7F: .mark
  case 0xC2, 0xE2, 0xEF: .beginsSign
  case UInt8(ascii: "."): .point
  case let other: "%&\\<[{@#+/:".utf8.contains(other) ? .mark : .other
  }
}

/// Whether a character may be a disguised sign, one without width, or a control character; asked of those that begin with
/// C2, E2 or EF.
private func maySignify(_ bytes: Span<UInt8>, at start: Int) -> Bool {
  guard start + 1 < bytes.count else { return true }
  let second = bytes[start + 1]
  switch bytes[start] {
  case 0xC2: return second < 0xA0 || second == 0xAD
  case 0xE2:
    if second >= 0x82 { return false }
    guard start + 2 < bytes.count else { return true }
    // Dashes, quotes, bullets and dots in the text.
    return second != 0x80 || !(0x90...0xA7).contains(bytes[start + 2])
  default: return second != 0xB8
  }
}

/// Whether a value is the number of something: digits alone that neither begin like a phone number nor read as a handle.
private func areIDDigits(_ bytes: Span<UInt8>) -> Bool {
  for index in bytes.indices where !bytes[index].isDigit { return false }
  return bytes[0] != UInt8(ascii: "0") && !starts(bytes, "40", 0) && !starts(bytes, "40", 1)
}
