/// The phone number that begins at `start`, with its plus signs or parenthesis; nil where none does.
func phoneRange(_ bytes: Span<UInt8>, at start: Int) -> Range<Int>? {
  let before = start > 0 ? bytes[start - 1] : UInt8(ascii: " ")
  if bytes[start] == UInt8(ascii: "+") {
    var first = start
    while first < bytes.count, bytes[first] == UInt8(ascii: "+") { first += 1 }
    return before == UInt8(ascii: "+") ? nil : phoneEnd(bytes, from: first).map { start..<$0 }
  }
  guard !before.isDigit, !before.isLetter else { return nil }
  let isBracketed = bytes[start] == UInt8(ascii: "(")
  let first = isBracketed ? start + 1 : start
  guard first < bytes.count, bytes[first].isDigit else { return nil }
  let run = DigitRun(bytes, from: first)
  guard run.isNational(bytes, after: before) || run.isAmerican || (!isBracketed && run.isGrouped(bytes))
  else {
    return nil
  }
  return start..<run.end
}

/// A number of 9 to 15 digits anywhere that starts as national ones do, one of 8 to 15 behind a `+`, or a whole value set
/// in groups by blanks, dots, hyphens or parentheses.
func holdsPhone(_ value: Span<UInt8>) -> Bool {
  for index in value.indices {
    let byte = value[index]
    // Other groups of digits are a phone number only where they are the whole value.
    guard [UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: "0")].contains(byte) else { continue }
    if phoneRange(value, at: index) != nil { return true }
  }
  return isGroupedPhone(value)
}

/// The end of a phone number whose first digit or separator stands at `start`, after the `+`.
private func phoneEnd(_ value: Span<UInt8>, from start: Int) -> Int? {
  var digits = 0
  var end = start
  var index = start
  while index < value.count, value[index].isDigit || value[index].isPhoneSeparator {
    if value[index].isDigit {
      digits += 1
      end = index + 1
    }
    index += 1
  }
  return (8...15).contains(digits) ? end : nil
}

private func isGroupedPhone(_ value: Span<UInt8>) -> Bool {
  guard value.count <= 24, value.count >= 10 else { return false }
  var digits = 0
  var groups = 0
  var longest = 0
  var run = 0
  for index in value.indices {
    let byte = value[index]
    if byte.isDigit {
      digits += 1
      run += 1
      longest = max(longest, run)
    } else if byte.isPhoneSeparator {
      if run > 0 { groups += 1 }
      run = 0
    } else {
      return false
    }
  }
  if run > 0 { groups += 1 }
  // A date (2026-03-14) has eight digits in three groups; phone numbers written in groups have nine or more.
  return (9...15).contains(digits) && groups >= 3 && longest <= 6
}

/// Groups of digits with at most three separators between, as far as they can be one phone number or two.
private struct DigitRun {
  private var groups: [Range<Int>] = []
  private var digits = 0
  private var widestGap = 0
  /// Whether all groups are years and numbers of one or two digits, as in dates, spans and lists of years.
  private var isDate = false
  private(set) var end: Int

  /// - Complexity: O(1), for what is too long is not read to its end.
  init(_ bytes: Span<UInt8>, from start: Int) {
    end = start
    var index = start
    var years = 0
    var short = 0
    while digits <= DigitRun.most, index < bytes.count, bytes[index].isDigit {
      widestGap = max(widestGap, groups.isEmpty ? 0 : index - end)
      let first = index
      while index < bytes.count, bytes[index].isDigit, index - first <= DigitRun.most { index += 1 }
      groups.append(first..<index)
      digits += index - first
      end = index
      if index - first <= 2 { short += 1 }
      if index - first == 4, starts(bytes, "19", first) || starts(bytes, "20", first) { years += 1 }
      while index < bytes.count, index - end < 3, bytes[index].isPhoneSeparator {
        // A point ends a number unless a digit follows: `05.01. - 06.01.`
        if bytes[index] == UInt8(ascii: "."), index + 1 >= bytes.count || !bytes[index + 1].isDigit { break }
        index += 1
      }
    }
    isDate = years > 0 && years + short == groups.count
    isClosed = end >= bytes.count || !(bytes[end].isLetter || bytes[end] == UInt8(ascii: "@"))
  }

  /// More digits than this are no phone numbers.
  private static let most = 30
  /// Whether neither a letter nor an `@` follows.
  private let isClosed: Bool

  /// Begins with 0 or 00 and another digit; 9 to 15 digits, or more where two numbers follow one another.
  func isNational(_ bytes: Span<UInt8>, after before: UInt8) -> Bool {
    guard let first = groups.first, !isDate, digits >= 9, isClosed || groups.count > 1 else { return false }
    let zeros = starts(bytes, "00", first.lowerBound) ? 2 : starts(bytes, "0", first.lowerBound) ? 1 : 0
    guard zeros > 0, first.count > zeros, bytes[first.lowerBound + zeros] != UInt8(ascii: "0") else {
      return false
    }
    if groups.count == 1 { return digits <= 15 && before != UInt8(ascii: "#") }
    return digits <= DigitRun.most
  }

  /// `(202) 555-0143`, `202-555-0143`.
  var isAmerican: Bool { groups.map(\.count) == [3, 3, 4] && widestGap <= 2 }

  /// Nine to fifteen digits in three or more groups with single separators, as phone numbers are set; a first group that is
  /// a year starts a date.
  func isGrouped(_ bytes: Span<UInt8>) -> Bool {
    guard let first = groups.first, !isDate, (9...15).contains(digits) else { return false }
    let isYear = first.count == 4 && [UInt8(ascii: "1"), UInt8(ascii: "2")].contains(bytes[first.lowerBound])
    return groups.count >= 3 && widestGap <= 1 && !isYear
  }
}
