/// A text of the creator's own, with everything in it that leads to a person replaced.
///
/// @handles, e-mail addresses, phone numbers and links become `@…`, in base64 and hexadecimal digits too. Control characters become a blank, so that no text
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
    if leadsNowhere(original.utf8.span) {
      (text, count) = (original, 0)
      return
    }
    // First, because what is taken out or becomes a blank may part or join what leads to a person.
    let bytes = Array(withoutControls(original).utf8)
    let undisguised = UndisguisedText(bytes.span)
    let found = MaskedText.ranges(undisguised.bytes.span).map(undisguised.origin(of:))
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
    text = String(decoding: output, as: UTF8.self)
    count = found.count
  }

  /// What to mask, ascending and apart.
  private static func ranges(_ bytes: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      if let found = match(bytes, at: index) {
        let floor = ranges.last?.upperBound ?? 0
        ranges.append(max(found.lowerBound, floor)..<found.upperBound)
        index = found.upperBound
      } else {
        index += 1
      }
    }
    return ranges
  }

  /// The first shape that fits at a place, which may have begun before it.
  private static func match(_ bytes: Span<UInt8>, at index: Int) -> Range<Int>? {
    emailRange(bytes, at: index) ?? linkRange(bytes, at: index) ?? phoneRange(bytes, at: index)
      ?? encodedContactRange(bytes, at: index) ?? numberedHandleRange(bytes, at: index)
      ?? handleRange(bytes, at: index)
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

extension MaskedText {
  /// Whether a text was masked before, so that masking it again would take nothing out but its own marks.
  ///
  /// What directly follows a mark reads like a part of it, and is no more looked at.
  ///
  /// - Parameter isSound: whether it names a sound, which may be called after whoever made it.
  /// - Complexity: O(length).
  package static func isSettled(_ text: String, isSound: Bool = false) -> Bool {
    if !isSound, leadsNowhere(text.utf8.span) { return true }
    return isMasked(text, isSound: isSound)
  }

  /// The same of text as UTF-8, of which most is told without making a text of it.
  package static func isSettled(_ bytes: Span<UInt8>) -> Bool {
    leadsNowhere(bytes)
      || isMasked(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }, isSound: false)
  }

  private static func isMasked(_ text: String, isSound: Bool) -> Bool {
    let masked = MaskedText(isSound ? soundWithHandle(text) : text).text
    return masked == text || withoutMarks(masked) == withoutMarks(text)
  }

  /// The text with each mark, and what reads like a part of it, as one character that no text has.
  private static func withoutMarks(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let mark = Array(MaskedText.mark.utf8)
    var rest: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index...].starts(with: mark) else {
        rest.append(bytes[index])
        index += 1
        continue
      }
      rest.append(0)
      while index < bytes.count, bytes[index] == mark[0] || bytes[index].isHandleByte { index += 1 }
    }
    return rest
  }
}
