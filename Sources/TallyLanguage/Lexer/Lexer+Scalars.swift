extension Lexer {
  /// One scalar of the text, or the number of bytes that are none.
  enum DecodedScalar {
    case valid(Unicode.Scalar, length: Int)
    case invalid(length: Int)
  }

  /// The scalar at the current offset plus `ahead`; one bad byte at a time where the text is no UTF-8.
  func decodeScalar(_ ahead: Int = 0) -> DecodedScalar {
    guard let first = peek(ahead) else { return .invalid(length: 0) }
    let length =
      switch first {
      case 0..<0x80: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    let start = offset + ahead
    guard length > 0, start + length <= bytes.count,
      let text = String(validating: bytes[start..<start + length], as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return .invalid(length: 1) }
    return .valid(scalar, length: length)
  }

  /// A token that starts with a byte above 0x7F.
  mutating func scanNonASCII() {
    let start = offset
    guard case .valid(let scalar, let length) = decodeScalar() else {
      while case .invalid(let length) = decodeScalar(), length > 0 { offset += length }
      return emit(.invalid(.invalidUTF8), from: start)
    }
    switch scalar.role {
    case .blank:
      offset += length
    case .singleQuote where scalar == "\u{2019}" && followsName:
      offset += length
      emit(.invalid(.apostrophe), from: start)
    case .singleQuote:
      scanString(closing: ["\u{2019}", "\u{2018}"], quotes: .curly)
    case .doubleQuote:
      scanString(closing: ["\u{201D}", "\u{201C}"], quotes: .curly)
    case .operatorSign(let replacement):
      offset += length
      emit(.invalid(.foreignOperator(replacement)), from: start)
    case .mark:
      offset += length
      emit(.invalid(.strayCharacter), from: start)
    case .letter:
      skipForeignRun()
      emit(.foreign(text(from: start)), from: start)
    }
  }

  /// Skips letters, digits and `_` of any script.
  mutating func skipForeignRun() {
    while let byte = peek() {
      if byte.continuesName {
        offset += 1
      } else if byte >= 0x80, case .valid(let scalar, let length) = decodeScalar(), scalar.role == .letter {
        offset += length
      } else {
        return
      }
    }
  }

  /// Whether a letter of another script comes next.
  var isAtForeignLetter: Bool {
    guard let byte = peek(), byte >= 0x80, case .valid(let scalar, _) = decodeScalar() else { return false }
    return scalar.role == .letter
  }

  /// Whether the byte before the current one belongs to a name.
  var followsName: Bool { offset > 0 && bytes[offset - 1].continuesName }

  /// The text from an offset to the current one.
  func text(from start: Int) -> String { String(decoding: bytes[start..<offset], as: UTF8.self) }
}

extension Unicode.Scalar {
  /// What a non-ASCII scalar does between tokens.
  enum Role: Equatable {
    case blank
    case singleQuote, doubleQuote
    /// A printed sign, and what it is in the language.
    case operatorSign(String)
    /// Punctuation that means nothing here.
    case mark
    /// Everything else, emoji, combining and invisible scalars among them: they can disguise a name.
    case letter
  }

  var role: Role {
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .blank
    case 0x2018, 0x2019: .singleQuote
    case 0x201C, 0x201D, 0x201E: .doubleQuote
    case 0x2010...0x2015, 0x2212: .operatorSign("-")
    case 0xD7: .operatorSign("*")
    case 0xF7: .operatorSign("/")
    case 0x2260: .operatorSign("!=")
    case 0x2264: .operatorSign("<=")
    case 0x2265: .operatorSign(">=")
    case 0xA1, 0xAB, 0xB7, 0xBB, 0xBF, 0x2022, 0x2026, 0x3001, 0x3002: .mark
    default: .letter
    }
  }
}
