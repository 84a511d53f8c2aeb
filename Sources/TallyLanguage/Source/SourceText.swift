/// A half-open range of UTF-8 byte offsets in a `SourceText`.
package typealias SourceSpan = Range<Int>

/// A text that queries are read from, with the name that messages give it.
package struct SourceText: Sendable, Hashable {
  /// The script's path, `-c` or `prompt`; shown before line and column.
  package let name: String
  /// The whole text, UTF-8 unless a file holds something else.
  package let bytes: [UInt8]

  package init(_ text: String, name: String) {
    self.name = name
    self.bytes = Array(text.utf8)
  }

  /// For a file as it was read: bytes that are no UTF-8 are kept, and reported by the lexer (L008).
  package init(bytes: [UInt8], name: String) {
    self.name = name
    self.bytes = bytes
  }

  /// The text of a span, lossless for valid UTF-8; offsets outside the text are clamped.
  package func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Line and column of an offset, both from 1; the column counts Unicode scalars, so an editor finds it.
  ///
  /// - Complexity: O(offset).
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let end = min(max(offset, 0), bytes.count)
    var line = 1
    var column = 1
    for byte in bytes[..<end] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// The line that holds an offset, without its newline, and the offset of its first byte.
  package func line(at offset: Int) -> (text: String, start: Int) {
    let end = min(max(offset, 0), bytes.count)
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let stop = bytes[end...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return (String(decoding: bytes[start..<stop], as: UTF8.self), start)
  }
}
