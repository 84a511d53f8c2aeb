/// A text of the creator's own, with everything in it that leads to a person replaced.
///
/// @handles, e-mail addresses, phone numbers and links become `@…`. Control characters become a blank, so that no text
/// can steer a terminal. Hashtags and everything else stay as written.
///
/// - Complexity: O(length).
package struct MaskedText: Sendable, Hashable {
  package let text: String
  /// How many places were replaced.
  package let count: Int

  /// What stands for something masked.
  package static let mark = "@…"

  /// - Parameter number: written behind each mark, so that two masked names stay two; nil for none.
  package init(_ original: String, number: Int? = nil) {
    let bytes = Array(original.utf8)
    let found = MaskedText.ranges(bytes.span)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    let mark = Array((MaskedText.mark + (number.map(String.init) ?? "")).utf8)
    var next = 0
    for range in found {
      output += bytes[next..<range.lowerBound]
      output += mark
      next = range.upperBound
    }
    output += bytes[next...]
    text = withoutControls(String(decoding: output, as: UTF8.self))
    count = found.count
  }

  /// What to mask, ascending and apart.
  private static func ranges(_ bytes: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      if let end = match(bytes, at: index, after: ranges.last?.upperBound ?? 0) {
        ranges.append(end)
        index = end.upperBound
      } else {
        index += 1
      }
    }
    return ranges
  }

  private static func match(_ bytes: Span<UInt8>, at index: Int, after floor: Int) -> Range<Int>? {
    switch bytes[index] {
    case UInt8(ascii: "@"):
      if let email = emailRange(bytes, at: index) { return max(email.lowerBound, floor)..<email.upperBound }
      return handleEnd(bytes, after: index).map { index..<$0 }
    case UInt8(ascii: "+"):
      return phoneEnd(bytes, from: index + 1).map { index..<$0 }
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "w"), UInt8(ascii: "W"):
      if index > 0, bytes[index - 1].isLetter || bytes[index - 1].isDigit { return nil }
      guard
        starts(bytes, "http://", index) || starts(bytes, "https://", index) || starts(bytes, "www.", index)
      else { return nil }
      var end = index
      while end < bytes.count, bytes[end] > 32, bytes[end] != UInt8(ascii: "\"") { end += 1 }
      return index..<end
    case let byte where byte.isDigit:
      if index > 0, bytes[index - 1].isDigit || bytes[index - 1].isLetter { return nil }
      return groupedPhoneEnd(bytes, from: index).map { index..<$0 }
    default:
      // A full-width commercial at, U+FF20.
      guard starts(bytes, "＠", index) else { return nil }
      return handleEnd(bytes, after: index + 2).map { index..<$0 }
    }
  }

  /// The end of the name behind an `@`; nil where no name follows.
  private static func handleEnd(_ bytes: Span<UInt8>, after sign: Int) -> Int? {
    var end = sign + 1
    while end < bytes.count, bytes[end].isHandleByte { end += 1 }
    while end > sign + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") {
      end -= 1
    }
    return end > sign + 1 ? end : nil
  }

  /// Nine to fifteen digits in three or more groups joined by single blanks, dots or hyphens, as phone numbers are set; a first group
  /// that is a year starts a date.
  private static func groupedPhoneEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    var digits = 0
    var groups = 1
    while index < bytes.count {
      if bytes[index].isDigit {
        digits += 1
        index += 1
      } else if bytes[index].isPhoneSeparator, index + 1 < bytes.count, bytes[index + 1].isDigit {
        groups += 1
        index += 1
      } else {
        break
      }
    }
    let isYear =
      start + 4 < bytes.count && !bytes[start + 4].isDigit
      && [UInt8(ascii: "1"), UInt8(ascii: "2")].contains(bytes[start])
    return (9...15).contains(digits) && groups >= 3 && !isYear ? index : nil
  }

  private static func starts(_ bytes: Span<UInt8>, _ text: StaticString, _ start: Int) -> Bool {
    text.withUTF8Buffer { part in
      guard bytes.count - start >= part.count else { return false }
      return part.indices.allSatisfy { bytes[start + $0].lowered == part[$0] }
    }
  }
}

/// The text with line breaks and tabs as blanks, and every other control or direction-changing character taken out.
private func withoutControls(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isControl) else { return text }
  var result = String.UnicodeScalarView()
  var lastWasBreak = false
  for scalar in text.unicodeScalars {
    guard scalar.isControl else {
      result.append(scalar)
      lastWasBreak = false
      continue
    }
    let isBreak = ["\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}", "\u{B}", "\u{C}"].contains(scalar)
    if isBreak, !lastWasBreak { result.append(" ") }
    lastWasBreak = lastWasBreak || isBreak
  }
  return String(result)
}

extension Unicode.Scalar {
  /// C0, C1, line separators and bidirectional controls.
  fileprivate var isControl: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
