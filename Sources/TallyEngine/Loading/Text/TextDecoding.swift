import CMachine
import TallyLanguage

/// The text of a file as UTF-8 without byte order mark.
///
/// UTF-8 is checked strictly; UTF-16 is converted where a byte order mark announces it. An archive, and anything that
/// holds a zero byte, is no text.
///
/// - Parameter isCancelled: whoever has said so may get text that is none.
/// - Throws: F101 empty, F102 not UTF-8, F103 binary, F104 an archive or workbook.
/// - Complexity: O(length).
func decodeText(
  _ file: SourceFile, isCancelled: @escaping @Sendable () -> Bool = { false }
) throws(Diagnostic) -> FileBytes {
  let bytes = file.bytes
  if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldWorkbook(file.name) }
  if archiveMarks.contains(where: { bytes.starts(with: $0) }) { throw .archive(file.name) }
  if bytes.starts(with: [0xFF, 0xFE]) { return FileBytes(try decodeUTF16(file, isBigEndian: false)) }
  if bytes.starts(with: [0xFE, 0xFF]) { return FileBytes(try decodeUTF16(file, isBigEndian: true)) }
  let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.part(3..<bytes.count) : bytes
  switch firstProblem(text, isCancelled) {
  case .none: break
  case .zero: throw .binary(file.name)
  case .invalid(let offset):
    let place = position(of: offset, in: text.span)
    throw .notUTF8(file.name, line: place.line, column: place.column)
  }
  if text.allSatisfy({ $0 == 10 || $0 == 13 || $0 == 32 || $0 == 9 }) { throw .empty(file.name) }
  return text
}

/// How archives begin: zip, gzip, zstd, 7z, rar, xz.
private let archiveMarks: [[UInt8]] = [
  [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B, 0x08], [0x28, 0xB5, 0x2F, 0xFD], [0x37, 0x7A, 0xBC, 0xAF],
  [0x52, 0x61, 0x72, 0x21, 0x1A], [0xFD, 0x37, 0x7A, 0x58, 0x5A],
]

private func decodeUTF16(_ file: SourceFile, isBigEndian: Bool) throws(Diagnostic) -> [UInt8] {
  let bytes = file.bytes
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  var index = 2
  while index + 1 < bytes.count {
    let first = UInt16(bytes[index])
    let second = UInt16(bytes[index + 1])
    units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    index += 2
  }
  guard index == bytes.count, let text = String(validating: units, as: UTF16.self), !text.contains("\0")
  else { throw .notUTF16(file.name) }
  if text.allSatisfy(\.isWhitespace) { throw .empty(file.name) }
  return Array(text.utf8)
}

private enum TextProblem {
  case none
  case zero
  case invalid(Int)
}

/// The first byte that no UTF-8 text has (Unicode 16, table 3-7); long texts are looked at on all cores.
private func firstProblem(_ text: FileBytes, _ isCancelled: @escaping @Sendable () -> Bool) -> TextProblem {
  let size = 4 << 20
  // A part starts with the first byte of a character; where it does not, there is a problem.
  let starts = stride(from: 0, to: text.count, by: size).map { place in
    (place..<min(place + 4, text.count)).first { text[$0] & 0xC0 != 0x80 } ?? place
  }
  let isWell = concurrently(starts.count) { part in
    // Nobody waits for the text any more.
    if isCancelled() { return true }
    let end = part + 1 < starts.count ? starts[part + 1] : text.count
    return text.part(starts[part]..<end).withUnsafeBufferPointer { machine_is_text($0.baseAddress, $0.count) }
  }
  return isWell.allSatisfy(\.self) ? .none : firstProblem(text.span)
}

private func firstProblem(_ text: Span<UInt8>) -> TextProblem {
  var index = 0
  let count = text.count
  while index < count {
    // Eight letters of ASCII at a time, as long as none of them is zero.
    while index + 8 <= count {
      let word = text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 else { break }
      index += 8
    }
    guard index < count else { break }
    let byte = text[index]
    if byte < 0x80 {
      if byte == 0 { return .zero }
      index += 1
      continue
    }
    let length: Int
    let second: ClosedRange<UInt8>
    switch byte {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return .invalid(index)
    }
    guard index + length <= count, second.contains(text[index + 1]) else { return .invalid(index) }
    for further in (index + 2)..<(index + max(length, 2)) where text[further] & 0xC0 != 0x80 {
      return .invalid(index)
    }
    index += length
  }
  return .none
}

/// Line and column of an offset, both from 1; a line ends with LF, CR or CRLF, a column is a Unicode scalar.
///
/// - Complexity: O(offset).
func position(of offset: Int, in text: Span<UInt8>) -> (line: Int, column: Int) {
  var line = 1
  var column = 1
  for index in 0..<min(offset, text.count) {
    let byte = text[index]
    if byte == 10 || (byte == 13 && (index + 1 >= text.count || text[index + 1] != 10)) {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
  return (line, column)
}
