/// The name that an account goes by at `start`: `@name`, `@ name`, `u/name`, the name behind `ig:`; nil where none is.
func handleRange(_ bytes: Span<UInt8>, at start: Int) -> Range<Int>? {
  if bytes[start] == UInt8(ascii: "@") {
    if let end = handleEnd(bytes, from: start + 1, least: 1) { return start..<end }
    // `a @ b` is no name; `@ name` is one.
    guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: " "), !bytes[start + 2].isDigit else {
      return nil
    }
    return handleEnd(bytes, from: start + 2, least: 3).map { start..<$0 }
  }
  if start > 0, bytes[start - 1].isHandleByte { return nil }
  if starts(bytes, "u/", start) { return handleEnd(bytes, from: start + 2, least: 3).map { start..<$0 } }
  return namedRange(bytes, at: start)
}

/// `name#1234` around a `#`: four digits that are no year.
func numberedHandleRange(_ bytes: Span<UInt8>, at sign: Int) -> Range<Int>? {
  guard bytes[sign] == UInt8(ascii: "#") else { return nil }
  var end = sign + 1
  while end < bytes.count, bytes[end].isDigit, end - sign <= 5 { end += 1 }
  guard end - sign == 5, end == bytes.count || !bytes[end].isHandleByte || bytes[end] == UInt8(ascii: ".")
  else {
    return nil
  }
  if starts(bytes, "19", sign + 1) || starts(bytes, "20", sign + 1) { return nil }
  var start = sign
  while start > 0, bytes[start - 1].isHandleByte { start -= 1 }
  return sign - start >= 2 ? start..<end : nil
}

/// The whole value is one handle.
func isHandle(_ value: Span<UInt8>) -> Bool {
  guard value.count >= 2, value.count <= 64 else { return false }
  if handleRange(value, at: 0)?.upperBound == value.count { return true }
  for index in value.indices where value[index] == UInt8(ascii: "#") {
    return numberedHandleRange(value, at: index) == 0..<value.count
  }
  return false
}

/// The name behind a service and a colon.
private func namedRange(_ bytes: Span<UInt8>, at start: Int) -> Range<Int>? {
  guard let service = services.first(where: { starts(bytes, $0, start) }) else { return nil }
  var name = start + service.utf8CodeUnitCount
  while name < bytes.count, bytes[name] == UInt8(ascii: " "), name - start < 16 { name += 1 }
  // With an `@`, it is found there.
  return handleEnd(bytes, from: name, least: 2).map { name..<$0 }
}

/// The end of a name of at least so many bytes, without the points and hyphens behind it.
private func handleEnd(_ bytes: Span<UInt8>, from start: Int, least: Int) -> Int? {
  var end = start
  while end < bytes.count, bytes[end].isHandleByte { end += 1 }
  while end > start, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
  return end - start >= least ? end : nil
}

private let services: [StaticString] = ["snapchat:", "snap:", "ig:", "insta:", "telegram:"]
