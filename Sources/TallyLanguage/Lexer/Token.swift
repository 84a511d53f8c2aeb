/// The smallest piece of a text that means something, with the bytes that it was read from.
///
/// Made by `lex`, read by the parser. Anything that is no token of the language is a token too, of kind `invalid`,
/// so that reading never fails and the parser decides when to speak.
package struct Token: Sendable, Hashable {
  /// What a token is, with its value where it has one.
  package enum Kind: Sendable, Hashable {
    /// A bare name in lower case, contextual words among them.
    case name(String)
    /// A reserved word.
    case keyword(Word)
    /// `[any text]`, trimmed; `]]` stands for `]`.
    case bracketed(String)
    case number(Number)
    case percent(Number)
    /// In seconds.
    case duration(Number)
    /// A date that exists.
    case date(DateLiteral)
    /// The content, escapes resolved.
    case string(String, Quotes)
    /// `{name}`, in lower case.
    case parameter(String)
    /// `p1` to `p99`
    case percentile(Int)
    case symbol(Symbol)
    /// The end of a line that ends a statement.
    case newline
    case semicolon
    /// The end of the text; always the last token, and only there.
    case end
    /// `@name`
    case mention
    /// Something shaped like an e-mail address.
    case email
    /// A run of letters that holds a non-ASCII scalar.
    case foreign(String)
    /// `` `text` ``
    case backticked(String)
    case invalid(LexicalProblem)
  }

  /// How a string was quoted; `'text'` and curly quotes are accepted and print back as `"text"`.
  package enum Quotes: Sendable, Hashable { case double, single, curly }

  package let kind: Kind
  package let span: SourceSpan

  package init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// Whether a statement ends here.
  package var endsStatement: Bool {
    switch kind {
    case .newline, .semicolon, .end: true
    case .name, .keyword, .bracketed, .number, .percent, .duration, .date, .string, .parameter, .percentile,
      .symbol,
      .mention, .email, .foreign, .backticked, .invalid:
      false
    }
  }
}

/// An operator or punctuation mark.
package enum Symbol: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case open = "("
  case close = ")"
  case comma = ","
}

/// Why a run of bytes is no token of the language.
package enum LexicalProblem: Sendable, Hashable {
  case unclosedString, unclosedBracket, unclosedParameter, unclosedBacktick
  /// `[]`
  case emptyBrackets
  /// `{1}`, `{}`
  case malformedParameter
  /// `#tips`
  case hashtag
  /// `2026-13`; the date that was probably meant, if there is one.
  case noSuchDate(suggestion: String?)
  /// `12abc`, `1.2.3`
  case malformedNumber
  /// A number that no 64-bit float holds.
  case numberTooLarge
  /// `==`, `&&`, `≥`: an operator of another language, and ours.
  case foreignOperator(String)
  /// The mark in `creator's`.
  case apostrophe
  case strayCharacter
  case invalidUTF8
}
