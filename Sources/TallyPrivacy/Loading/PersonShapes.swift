/// How often the values of a column have the shape of something that leads to a person.
///
/// Counts only: no value is kept. Made by scanning every distinct value once.
package struct PersonShapes: Sendable, Hashable {
  /// E-mail addresses, encoded ones too, phone numbers, IP addresses and device ids, anywhere in a value.
  package private(set) var contacts = 0
  /// Links to profiles or channels.
  package private(set) var profileLinks = 0
  /// Values that are one @handle.
  package private(set) var handles = 0
  /// Values that are one UUID, or a hash of 32, 40 or 64 hexadecimal digits.
  package private(set) var tokens = 0
  /// Values scanned.
  package private(set) var scanned = 0

  package init() {}

  /// Looks at one value, as UTF-8.
  ///
  /// - Complexity: O(length).
  package mutating func scan(_ value: Span<UInt8>) {
    scanned += 1
    if leadsNowhere(value) { return }
    if isPlain(value) { count(value) } else { count(UndisguisedText(value).bytes.span) }
  }

  /// Adds what was counted in other values.
  package mutating func add(_ other: PersonShapes) {
    contacts += other.contacts
    profileLinks += other.profileLinks
    handles += other.handles
    tokens += other.tokens
    scanned += other.scanned
  }

  private mutating func count(_ value: Span<UInt8>) {
    if holdsEmail(value) || holdsPhone(value) || isAddress(value) || holdsEncodedContact(value) {
      contacts += 1
    }
    if holdsProfileLink(value) { profileLinks += 1 }
    if isHandle(value) { handles += 1 }
    if isToken(value) { tokens += 1 }
  }

  /// Whether a column with these values is about people: one contact or profile is enough, a handle or token counts
  /// where there are two of them or they are more than one value in a hundred.
  package var isAboutPeople: Bool {
    if contacts > 0 || profileLinks > 0 { return true }
    let marks = handles + tokens
    return marks > 1 || marks * 100 > scanned
  }
}

/// `name@host.tld` anywhere in the value.
func holdsEmail(_ value: Span<UInt8>) -> Bool {
  for index in value.indices where value[index] == UInt8(ascii: "@") {
    if emailRange(value, at: index) != nil { return true }
  }
  return false
}

/// The range of the e-mail address around an `@`; nil where it is none.
func emailRange(_ value: Span<UInt8>, at sign: Int) -> Range<Int>? {
  guard value[sign] == UInt8(ascii: "@") else { return nil }
  var start = sign
  while start > 0, value[start - 1].isEmailByte { start -= 1 }
  var end = sign + 1
  var lastDot: Int?
  while end < value.count, value[end].isHostByte {
    if value[end] == UInt8(ascii: ".") { lastDot = end }
    end += 1
  }
  while end > sign + 1, value[end - 1] == UInt8(ascii: ".") || value[end - 1] == UInt8(ascii: "-") {
    end -= 1
  }
  if lastDot == end {
    lastDot = nil
    for index in sign..<end where value[index] == UInt8(ascii: ".") { lastDot = index }
  }
  guard start < sign, let lastDot, lastDot > sign + 1, end - lastDot > 2 else { return nil }
  return start..<end
}

/// The whole value is an IPv4 address, an IPv6 address or a MAC address.
func isAddress(_ value: Span<UInt8>) -> Bool {
  var dots = 0
  var colons = 0
  var run = 0
  var number = 0
  var isFour = value.count >= 7
  var isSix = value.count >= 3
  for index in value.indices {
    let byte = value[index]
    if byte == UInt8(ascii: ".") {
      if run == 0 || number > 255 { isFour = false }
      dots += 1
      run = 0
      number = 0
      isSix = false
    } else if byte == UInt8(ascii: ":") {
      colons += 1
      run = 0
      isFour = false
    } else if byte.isHexDigit {
      run += 1
      if run > 4 { isSix = false }
      if byte.isDigit, run <= 3 { number = number * 10 + Int(byte - 48) } else { isFour = false }
    } else {
      return false
    }
  }
  if isFour, dots == 3, run > 0, number <= 255 { return true }
  // `0:00:37` is a duration: an address has at least five colons, or two that touch.
  return isSix && (colons >= 5 || (colons >= 2 && holds(value, "::")))
}

/// The whole value is a UUID, a hexadecimal hash or the id of a device; digits alone are no hash, they are how platforms number posts.
func isToken(_ value: Span<UInt8>) -> Bool {
  guard [16, 24, 32, 36, 40, 64].contains(value.count) else { return false }
  var hyphens = 0
  var letters = 0
  for index in value.indices {
    let byte = value[index]
    if byte == UInt8(ascii: "-") { hyphens += 1 } else if !byte.isHexDigit { return false }
    if byte.isHexDigit, !byte.isDigit { letters += 1 }
  }
  return value.count == 36 ? hyphens == 4 : hyphens == 0 && letters > 0 && letters < value.count
}

/// Whether ASCII text, given in lower case, stands anywhere in the value, in any case.
func holds(_ value: Span<UInt8>, _ text: StaticString) -> Bool {
  text.withUTF8Buffer { part in
    guard value.count >= part.count, let first = part.first else { return false }
    for start in 0...(value.count - part.count) where value[start].lowered == first {
      if part.indices.allSatisfy({ value[start + $0].lowered == part[$0] }) { return true }
    }
    return false
  }
}

/// Whether ASCII text, given in lower case, or other text stands at `start`, ASCII in any case.
func starts(_ value: Span<UInt8>, _ text: StaticString, _ start: Int) -> Bool {
  text.withUTF8Buffer { part in
    guard value.count - start >= part.count else { return false }
    return part.indices.allSatisfy { value[start + $0].lowered == part[$0] }
  }
}

/// Whether nothing in the value can be a disguised `@` or point, so that it can be read as it is.
private func isPlain(_ value: Span<UInt8>) -> Bool {
  for index in value.indices {
    let byte = value[index]
    if byte >= 0x80 || [37, 38, 40, 60, 91, 92, 123].contains(byte) { return false }
  }
  return !holds(value, "dot") && !holds(value, " at ")
}

extension UInt8 {
  var isDigit: Bool { self &- 48 < 10 }
  var isHexDigit: Bool { isDigit || lowered &- 97 < 6 }
  var lowered: UInt8 { self &- 65 < 26 ? self | 0x20 : self }
  var isLetter: Bool { lowered &- 97 < 26 }
  /// Letters, digits, `_`, `.`, and any byte of a letter outside ASCII.
  var isHandleByte: Bool { isDigit || isLetter || self >= 0x80 || self == 95 || self == 46 || self == 45 }
  var isEmailByte: Bool { isDigit || isLetter || self >= 0x80 || [46, 95, 37, 43, 45].contains(self) }
  var isHostByte: Bool { isDigit || isLetter || self >= 0x80 || self == 46 || self == 45 }
  var isPhoneSeparator: Bool { [32, 45, 46, 40, 41, 47].contains(self) }
}
