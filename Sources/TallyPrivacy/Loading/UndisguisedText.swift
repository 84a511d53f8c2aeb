/// A text as it is read for contacts: signs that stand for `@` and `.` as these, characters without width left out.
///
/// Each byte knows where it stood, so that what is found here can be replaced in the original.
///
/// - Complexity: O(length).
struct UndisguisedText {
  private(set) var bytes: [UInt8] = []
  /// Where each byte stood in the original.
  private var origins: [Range<Int>] = []

  init(_ original: Span<UInt8>) {
    bytes.reserveCapacity(original.count)
    origins.reserveCapacity(original.count)
    var index = 0
    while index < original.count {
      let sign = WrittenSign(original, at: index)
      let end = sign?.end ?? index + 1
      if let byte = sign.map(\.meant) ?? original[index] { append(byte, index..<end) }
      index = end
    }
    if holds(bytes.span, "dot") || holds(bytes.span, "at)") || holds(bytes.span, "at]")
      || holds(bytes.span, " at ")
    {
      readSpelledSigns()
    }
  }

  /// Where a range of `bytes` stood in the original.
  func origin(of range: Range<Int>) -> Range<Int> {
    guard let first = origins[range].first, let last = origins[range].last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }

  private mutating func append(_ byte: UInt8, _ origin: Range<Int>) {
    bytes.append(byte)
    origins.append(origin)
  }

  /// Reads `name (at) mail (dot) com`, `name at mail dot com` and `name at mail.com`; an `at` without a host behind it stays
  /// a word.
  private mutating func readSpelledSigns() {
    let written = self
    bytes.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    var index = 0
    var isInHost = false
    while index < written.bytes.count {
      var byte = written.bytes[index]
      var end = index + 1
      if let at = SpelledSign(written.bytes.span, "at", at: index), at.hasHost(written.bytes.span) {
        (byte, end) = (UInt8(ascii: "@"), at.end)
      } else if isInHost, let dot = SpelledSign(written.bytes.span, "dot", at: index) {
        (byte, end) = (UInt8(ascii: "."), dot.end)
      }
      append(byte, written.origin(of: index..<end))
      isInHost = byte == UInt8(ascii: "@") || (isInHost && byte.isHostByte)
      index = end
    }
  }
}

/// A sign written as a word: between brackets, with or without a blank around them, or between blanks.
private struct SpelledSign {
  let end: Int
  let isBracketed: Bool

  init?(_ bytes: Span<UInt8>, _ word: StaticString, at start: Int) {
    var index = start
    func isNext(_ accepted: StaticString) -> Bool {
      guard index < bytes.count else { return false }
      let byte = bytes[index]
      return accepted.withUTF8Buffer { $0.contains(byte) }
    }
    let hasBlank = isNext(" ")
    if hasBlank { index += 1 }
    isBracketed = isNext("([{<")
    if isBracketed { index += 1 }
    guard hasBlank || isBracketed, starts(bytes, word, index) else { return nil }
    index += word.utf8CodeUnitCount
    if isBracketed {
      guard isNext(")]}>") else { return nil }
      index += 1
    }
    if isNext(" ") { index += 1 } else if !isBracketed { return nil }
    end = index
  }

  /// Whether a word and a dot follow: the dot as a sign only behind brackets, or where a common domain ends the host.
  func hasHost(_ bytes: Span<UInt8>) -> Bool {
    var next = end
    while next < bytes.count, bytes[next].isHostByte, bytes[next] != UInt8(ascii: ".") { next += 1 }
    guard next > end, next < bytes.count else { return false }
    if SpelledSign(bytes, "dot", at: next) != nil { return true }
    return bytes[next] == UInt8(ascii: ".") && (isBracketed || endsInDomain(bytes, from: next))
  }

  /// Whether the host that goes on at a dot ends as those of mail do.
  private func endsInDomain(_ bytes: Span<UInt8>, from dot: Int) -> Bool {
    var stop = dot
    var last = dot
    while stop < bytes.count, bytes[stop].isHostByte {
      if bytes[stop] == UInt8(ascii: "."), stop + 1 < bytes.count, bytes[stop + 1].isLetter { last = stop }
      stop += 1
    }
    let domains: [StaticString] = [
      ".com", ".net", ".org", ".info", ".edu", ".gov", ".io", ".me", ".co", ".de", ".at", ".ch", ".fr", ".es",
      ".it",
      ".nl", ".uk", ".pt", ".br", ".pl", ".ru", ".jp", ".in", ".mx",
    ]
    return domains.contains { starts(bytes, $0, last) && last + $0.utf8CodeUnitCount >= stop - 1 }
  }
}
