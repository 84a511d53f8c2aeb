import CJSONReader
import TallyLanguage

/// Reads a text of JSON: one value, or one after the other as NDJSON has them.
///
/// - Parameter text: valid UTF-8 without byte order mark.
/// - Throws: F150 damage, F151 an early end, F152 a key that stands twice, F153 nesting beyond 64 levels; with line and
///   column. F111 more than 4 GiB.
/// - Complexity: O(length); memory grows with the length alone.
func readJSON(_ text: FileBytes, file: String) throws(Diagnostic) -> JSONValues {
  guard text.count < Int(UInt32.max) else { throw .tooLarge(file) }
  var builder = JSONBuilder()
  var position = 0
  var line = LineCounter()
  while let start = firstOfValue(text.span, from: position) {
    builder.beginRoot(line: line.line(of: start, in: text.span))
    let end = read(text, from: start, into: &builder)
    guard end.status == TALLY_JSON_READ else { throw damage(end, in: text, builder.limit, file) }
    position = end.offset
  }
  return builder.result
}

private func read(_ text: FileBytes, from start: Int, into builder: inout JSONBuilder) -> tally_json_end {
  text.withUnsafeBufferPointer { bytes in
    withUnsafeMutablePointer(to: &builder) { builder in
      tally_json_read(
        bytes.baseAddress, bytes.count, start,
        { context, event, text, count in
          guard let builder = context?.assumingMemoryBound(to: JSONBuilder.self) else { return false }
          return builder.pointee.take(event, UnsafeBufferPointer(start: text, count: count))
        }, builder)
    }
  }
}

extension JSONBuilder {
  fileprivate mutating func take(_ event: tally_json_event, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch event {
    case TALLY_JSON_KEY: return key(text)
    case TALLY_JSON_OBJECT: return begin(.object)
    case TALLY_JSON_ARRAY: return begin(.array)
    case TALLY_JSON_END:
      end()
      return true
    case TALLY_JSON_TEXT: return scalar(.text, text)
    case TALLY_JSON_NUMBER: return scalar(.number, text)
    case TALLY_JSON_TRUE: return scalar(.yes, text)
    case TALLY_JSON_FALSE: return scalar(.no, text)
    default: return scalar(.null, text)
    }
  }
}

/// The offset of the next byte that is no blank; nil at the end.
private func firstOfValue(_ text: Span<UInt8>, from start: Int) -> Int? {
  var position = start
  while position < text.count, isBlank(text[position]) { position += 1 }
  return position < text.count ? position : nil
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

private func damage(
  _ end: tally_json_end, in text: FileBytes, _ limit: JSONLimit?, _ file: String
) -> Diagnostic {
  let place = position(of: end.offset, in: text.span)
  switch limit {
  case .keyTwice: return .keyTwice(file, line: place.line, column: place.column)
  case .tooDeep:
    return .nestedTooDeep(file, levels: JSONBuilder.deepest, line: place.line, column: place.column)
  case .zeroInText:
    return .jsonDamaged(
      file, "this text holds a zero character, which no text has", line: place.line, column: place.column)
  case nil: break
  }
  let endsEarly = firstOfValue(text.span, from: end.offset) == nil || end.status == TALLY_JSON_OPEN_TEXT
  if endsEarly { return .jsonEndsEarly(file, line: place.line, column: place.column) }
  return .jsonDamaged(file, missing(end.status), line: place.line, column: place.column)
}

private func missing(_ status: tally_json_status) -> String {
  switch status {
  case TALLY_JSON_NO_KEY: "a key in quotes is missing"
  case TALLY_JSON_NO_COLON: "the colon behind a key is missing"
  case TALLY_JSON_NO_COMMA: "a comma or a closing bracket is missing"
  case TALLY_JSON_BAD_ESCAPE: "this text holds a character that must be written in another way"
  case TALLY_JSON_BAD_NUMBER: "this number is cut off"
  case TALLY_JSON_NUMBER_TOO_LARGE: "this number is larger than any that can be read"
  default: "no value can start like this"
  }
}

/// Counts lines while offsets ascend.
private struct LineCounter {
  private var offset = 0
  private var current = 1

  mutating func line(of target: Int, in text: Span<UInt8>) -> Int {
    while offset < target {
      let isEnd =
        text[offset] == 10 || (text[offset] == 13 && (offset + 1 >= text.count || text[offset + 1] != 10))
      if isEnd { current += 1 }
      offset += 1
    }
    return current
  }
}
