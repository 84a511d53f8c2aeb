extension Lexer {
  /// A name, reserved word, percentile, e-mail address or foreign run.
  mutating func scanWord() {
    let start = offset
    if skipAddress() { return emit(.email, from: start) }
    while let byte = peek(), byte.continuesName { offset += 1 }
    if isAtForeignLetter {
      skipForeignRun()
      return emit(.foreign(text(from: start)), from: start)
    }
    let text = String(decoding: bytes[start..<offset].map(\.lowercased), as: UTF8.self)
    if let word = Word(rawValue: text), word.isReserved {
      emit(.keyword(word), from: start)
    } else if let percentile = Lexer.percentile(text) {
      emit(.percentile(percentile), from: start)
    } else {
      emit(.name(text), from: start)
    }
  }

  /// The rank, 1 to 99, of `p1` to `p99`; nil for any other text, `p01` and `p100` among them.
  static func percentile(_ text: String) -> Int? {
    guard text.utf8.first == UInt8(ascii: "p"), (2...3).contains(text.utf8.count),
      let rank = Int(text.dropFirst()),
      (1...99).contains(rank), text == "p\(rank)"
    else { return nil }
    return rank
  }

  /// Skips something like `name@host`, if it stands here.
  mutating func skipAddress() -> Bool {
    guard offset >= addressRunEnd else { return false }
    var end = offset
    while end < bytes.count, bytes[end].isInAddress { end += 1 }
    addressRunEnd = end
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "@"), bytes[end + 1].isInAddress else {
      return false
    }
    offset = end + 1
    while let byte = peek(), byte.isInAddress { offset += 1 }
    while offset > end + 1, !bytes[offset - 1].continuesName, bytes[offset - 1] < 0x80 { offset -= 1 }
    return true
  }

  /// `@name`, or a stray `@`.
  mutating func scanMention() {
    let start = offset
    offset += 1
    let hasName = peek().map { $0.continuesName || $0 >= 0x80 } ?? false
    while let byte = peek(), byte.isInAddress { offset += 1 }
    emit(hasName ? .mention : .invalid(.strayCharacter), from: start)
  }

  /// `#tips`, or a stray `#`.
  mutating func scanHashtag() {
    let start = offset
    offset += 1
    skipForeignRun()
    emit(.invalid(offset > start + 1 ? .hashtag : .strayCharacter), from: start)
  }
}

extension UInt8 {
  /// ASCII letters in lower case, other bytes as they are.
  var lowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }

  /// What an e-mail address or a handle is made of.
  var isInAddress: Bool {
    continuesName || self >= 0x80 || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "+")
  }
}
