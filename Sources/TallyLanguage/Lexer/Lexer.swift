/// Splits a text into tokens; total on any bytes, linear in their number.
///
/// A statement ends at `;`, or at a newline unless the next line that holds a token is indented. `--` starts a comment
/// up to the end of the line; a first line that starts with `#!` is a comment. The last token is `.end`.
///
/// - Complexity: O(bytes).
package func lex(_ source: SourceText) -> [Token] {
  var lexer = Lexer(bytes: source.bytes)
  return lexer.tokenize()
}

/// One pass over the bytes of a text.
struct Lexer {
  let bytes: [UInt8]
  var offset = 0
  private(set) var tokens: [Token] = []
  /// Offset of the first byte of the current line.
  private var lineStart = 0
  /// The newline after the last token, until the next token shows whether it ends the statement.
  private var pendingNewline: Int?
  /// End of the last run that was searched for `@`, so that no run is searched twice.
  var addressRunEnd = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func tokenize() -> [Token] {
    skipInterpreterLine()
    while let byte = peek() {
      if !skipBlank(byte) { scanToken(byte) }
    }
    tokens.append(Token(.end, bytes.count..<bytes.count))
    return tokens
  }

  /// The byte `ahead` of the current one, nil outside the text.
  func peek(_ ahead: Int = 0) -> UInt8? {
    let index = offset + ahead
    return index < bytes.count ? bytes[index] : nil
  }

  /// Ends a token at the current offset.
  mutating func emit(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind, start..<offset))
  }

  mutating func skipToLineEnd() {
    while let byte = peek(), byte != UInt8(ascii: "\n") { offset += 1 }
  }

  private mutating func skipInterpreterLine() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    if peek() == UInt8(ascii: "#"), peek(1) == UInt8(ascii: "!") { skipToLineEnd() }
  }

  /// Skips blanks, newlines and comments; false where a token starts.
  private mutating func skipBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), 0x09, 0x0B, 0x0C, 0x0D:
      offset += 1
    case UInt8(ascii: "\n"):
      if pendingNewline == nil { pendingNewline = offset }
      offset += 1
      lineStart = offset
    case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"):
      skipToLineEnd()
    case 0x80...:
      guard case .valid(let scalar, let length) = decodeScalar(), scalar.role == .blank else { return false }
      offset += length
    default:
      return false
    }
    return true
  }

  private mutating func scanToken(_ byte: UInt8) {
    settleNewline()
    let start = offset
    switch byte {
    case _ where byte.startsName: scanWord()
    case _ where byte.isDigit: scanNumberOrDate()
    case UInt8(ascii: "\""): scanString(closing: ["\""], quotes: .double)
    case UInt8(ascii: "'"): scanSingleQuote()
    case UInt8(ascii: "`"): scanBackticked()
    case UInt8(ascii: "["): scanBracketed()
    case UInt8(ascii: "{"): scanParameter()
    case UInt8(ascii: "@"): scanMention()
    case UInt8(ascii: "#"): scanHashtag()
    case UInt8(ascii: ";"):
      offset += 1
      emit(.semicolon, from: start)
    case 0x80...: scanNonASCII()
    default: scanSymbol(byte)
    }
  }

  /// Turns the newline before this token into a token unless the token's line is indented.
  private mutating func settleNewline() {
    guard let newline = pendingNewline else { return }
    pendingNewline = nil
    guard offset == lineStart, let last = tokens.last, !last.endsStatement else { return }
    tokens.append(Token(.newline, newline..<newline + 1))
  }

  private mutating func scanSymbol(_ byte: UInt8) {
    let start = offset
    let next = peek(1)
    let pair = next.map { String(decoding: [byte, $0], as: UTF8.self) } ?? ""
    if let replacement = Lexer.foreignOperators[pair] {
      offset += 2
      emit(.invalid(.foreignOperator(replacement)), from: start)
    } else if let symbol = Symbol(rawValue: pair) {
      offset += 2
      emit(.symbol(symbol), from: start)
    } else {
      offset += 1
      let symbol = Symbol(rawValue: String(decoding: [byte], as: UTF8.self))
      emit(symbol.map { .symbol($0) } ?? .invalid(.strayCharacter), from: start)
    }
  }

  /// Operators of other languages with ours.
  private static let foreignOperators = [
    "==": "=", "&&": "and", "||": "or", "<>": "!=", "=>": ">=", "=<": "<=",
  ]
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// A letter or `_`.
  var startsName: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self == UInt8(ascii: "_")
  }

  /// A letter, `_` or a digit.
  var continuesName: Bool { startsName || isDigit }
}
