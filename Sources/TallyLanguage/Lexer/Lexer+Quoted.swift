extension Lexer {
  /// A string up to a closing quote on the same line; `\"`, `\\` and, in single quotes, `''` are escapes.
  mutating func scanString(closing: [String], quotes: Token.Quotes) {
    let start = offset
    guard case .valid(let opening, let length) = decodeScalar() else { return }
    offset += length
    let closings = closing.map { Array($0.utf8) }
    var content: [UInt8] = []
    while let byte = peek(), byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\\"), let next = peek(1), isEscapable(next, in: quotes) {
        content.append(next)
        offset += 2
      } else if let end = closings.first(where: { bytes[offset...].starts(with: $0) }) {
        offset += end.count
        guard quotes == .single, peek() == UInt8(ascii: "'") else {
          return emit(content, from: start) { .string($0, quotes) }
        }
        content.append(byte)
        offset += 1
      } else {
        content.append(byte)
        offset += 1
      }
    }
    _ = opening
    emit(.invalid(.unclosedString), from: start)
  }

  private func isEscapable(_ byte: UInt8, in quotes: Token.Quotes) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"")
      || (quotes == .single && byte == UInt8(ascii: "'"))
  }

  /// `'text'`, or the mark in `creator's`.
  mutating func scanSingleQuote() {
    guard followsName else { return scanString(closing: ["'"], quotes: .single) }
    offset += 1
    emit(.invalid(.apostrophe), from: offset - 1)
  }

  /// `[any text]` on one line; `]]` stands for `]`.
  mutating func scanBracketed() {
    let start = offset
    offset += 1
    var content: [UInt8] = []
    while let byte = peek(), byte != UInt8(ascii: "\n") {
      offset += 1
      if byte == UInt8(ascii: "]") {
        guard peek() == UInt8(ascii: "]") else {
          let trimmed = Lexer.trimmed(content)
          guard !trimmed.isEmpty else { return emit(.invalid(.emptyBrackets), from: start) }
          return emit(trimmed, from: start) { .bracketed($0) }
        }
        offset += 1
      }
      content.append(byte)
    }
    emit(.invalid(.unclosedBracket), from: start)
  }

  /// `` `text` `` on one line.
  mutating func scanBackticked() {
    let start = offset
    offset += 1
    while let byte = peek(), byte != UInt8(ascii: "\n") {
      offset += 1
      if byte == UInt8(ascii: "`") {
        return emit(Array(bytes[start + 1..<offset - 1]), from: start) { .backticked($0) }
      }
    }
    emit(.invalid(.unclosedBacktick), from: start)
  }

  /// `{name}`.
  mutating func scanParameter() {
    let start = offset
    offset += 1
    while let byte = peek(), byte != UInt8(ascii: "\n") {
      offset += 1
      guard byte == UInt8(ascii: "}") else { continue }
      let name = Lexer.trimmed(Array(bytes[start + 1..<offset - 1]))
      guard let first = name.first, first.startsName, name.allSatisfy(\.continuesName) else {
        return emit(.invalid(.malformedParameter), from: start)
      }
      return emit(name.map(\.lowercased), from: start) { .parameter($0) }
    }
    emit(.invalid(.unclosedParameter), from: start)
  }

  /// Emits a token that holds text, or says that the text is no UTF-8.
  private mutating func emit(_ content: [UInt8], from start: Int, as kind: (String) -> Token.Kind) {
    emit(String(validating: content, as: UTF8.self).map(kind) ?? .invalid(.invalidUTF8), from: start)
  }

  private static func trimmed(_ content: [UInt8]) -> [UInt8] {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == 0x09 || byte == 0x0D }
    let front = content.drop(while: isBlank)
    return Array(front.reversed().drop(while: isBlank).reversed())
  }
}
