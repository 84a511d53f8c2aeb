/// The word about people that a text hides in a simple code; nil where it hides none.
///
/// Base64, hexadecimal digits and alphabets that are moved by some letters: `dXNlcg`, `75736572`, `hfre`.
///
/// - Complexity: O(length).
func deciphered(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  guard 4...40 ~= bytes.count else { return nil }
  for plain in [fromBase64(bytes), fromHexadecimal(bytes)] {
    if let word = plain.flatMap(wordOfPeople) { return word }
  }
  guard bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
  for shift in UInt8(1)...25 {
    if let word = wordOfPeople(bytes.map { ($0 - 0x61 + shift) % 26 + 0x61 }) { return word }
  }
  return nil
}

private func wordOfPeople(_ bytes: [UInt8]) -> String? {
  let word = String(decoding: bytes, as: UTF8.self).lowercased()
  guard word.utf8.count >= 4, let entry = Vocabulary.entry(for: word), entry.sense != .acquaintance else {
    return nil
  }
  return entry.spelling
}

private func fromHexadecimal(_ bytes: [UInt8]) -> [UInt8]? {
  let digits = bytes.starts(with: Array("0x".utf8)) ? bytes.dropFirst(2) : bytes[...]
  guard digits.count.isMultiple(of: 2), digits.count >= 8 else { return nil }
  var plain: [UInt8] = []
  var rest = digits
  while let high = rest.popFirst(), let low = rest.popFirst() {
    guard let code = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16) else { return nil }
    plain.append(code)
  }
  return plain
}

private func fromBase64(_ bytes: [UInt8]) -> [UInt8]? {
  guard bytes.count >= 6 else { return nil }
  var plain: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for byte in bytes {
    guard let value = base64Value(byte) else { return nil }
    bits = (bits << 6 | value) & 0xFFFF
    count += 6
    if count >= 8 {
      count -= 8
      plain.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return plain
}

private func base64Value(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x41...0x5A: UInt32(byte) - 0x41
  case 0x61...0x7A: UInt32(byte) - 0x61 + 26
  case 0x30...0x39: UInt32(byte) - 0x30 + 52
  default: nil
  }
}
