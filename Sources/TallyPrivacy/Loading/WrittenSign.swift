/// A character in another writing: `%40`, `&#64;`, `\u0040`, a wide `@`; or one without width, which stands for nothing.
struct WrittenSign {
  let end: Int
  let meant: UInt8?

  /// nil where a byte stands for itself.
  init?(_ bytes: Span<UInt8>, at start: Int) {
    if bytes[start] == UInt8(ascii: "%") {
      self.init(percent: bytes, at: start)
    } else if bytes[start] == UInt8(ascii: "&") {
      self.init(reference: bytes, at: start)
    } else if bytes[start] == UInt8(ascii: "\\") {
      self.init(escaped: bytes, at: start)
    } else if bytes[start] >= 0x80, let sign = signs.first(where: { starts(bytes, $0.written, start) }) {
      self.init(end: start + sign.written.utf8CodeUnitCount, meant: sign.meant)
    } else {
      return nil
    }
  }

  /// `%40`, and `%2540` for who writes the percent sign so once more.
  private init?(percent bytes: Span<UInt8>, at start: Int) {
    var index = start + 1
    while starts(bytes, "25", index) { index += 2 }
    guard index + 1 < bytes.count, let high = bytes[index].hexDigit, let low = bytes[index + 1].hexDigit,
      WrittenSign.isShown(Int(high * 16 + low))
    else { return nil }
    self.init(end: index + 2, meant: high * 16 + low)
  }

  /// `\u0040` and `\x40`.
  private init?(escaped bytes: Span<UInt8>, at start: Int) {
    let first = start + (starts(bytes, "\\u00", start) ? 4 : starts(bytes, "\\x", start) ? 2 : bytes.count)
    guard first + 1 < bytes.count, let high = bytes[first].hexDigit, let low = bytes[first + 1].hexDigit,
      WrittenSign.isShown(Int(high * 16 + low))
    else { return nil }
    self.init(end: first + 2, meant: high * 16 + low)
  }

  /// `&#64;`, `&#x40;`, `&commat;`, `&period;`.
  private init?(reference bytes: Span<UInt8>, at start: Int) {
    for (written, meant) in references where starts(bytes, written, start) {
      self.init(end: start + written.utf8CodeUnitCount, meant: meant)
      return
    }
    guard starts(bytes, "&#", start) else { return nil }
    let isHex = starts(bytes, "&#x", start)
    var index = start + (isHex ? 3 : 2)
    var value = 0
    while index < bytes.count, let digit = bytes[index].hexDigit, isHex || digit < 10, value < 0x80 {
      value = value * (isHex ? 16 : 10) + Int(digit)
      index += 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ";"), WrittenSign.isShown(value) else {
      return nil
    }
    self.init(end: index + 1, meant: UInt8(value))
  }

  private init(end: Int, meant: UInt8?) { (self.end, self.meant) = (end, meant) }

  private static func isShown(_ value: Int) -> Bool { (0x20..<0x7F).contains(value) }
}

/// Characters by their names in HTML.
private let references: [(written: StaticString, meant: UInt8)] = [
  ("&commat;", UInt8(ascii: "@")), ("&period;", UInt8(ascii: ".")), ("&lowbar;", UInt8(ascii: "_")),
  ("&plus;", UInt8(ascii: "+")),
]

/// What stands for an `@` outside ASCII, and characters without width, which stand for nothing.
private let signs: [(written: StaticString, meant: UInt8?)] = [
  ("＠", 64), ("﹫", 64), ("\u{200B}", nil), ("\u{200C}", nil), ("\u{200D}", nil), ("\u{2060}", nil),
  ("\u{FEFF}", nil), ("\u{AD}", nil),
]
