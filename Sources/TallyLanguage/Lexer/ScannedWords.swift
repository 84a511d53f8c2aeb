package import TallyPrivacy

/// Lays the tokens of one statement out in the form in which the privacy classifier reads them.
///
/// Nothing is left out: what is no token of the language is laid out as the word, text or sign that it looks like.
package func scannedWords(_ tokens: some Sequence<Token>, of source: SourceText) -> [ScannedWord] {
  tokens.flatMap { $0.scannedWords(in: source) }
}

extension Token {
  fileprivate func scannedWords(in source: SourceText) -> [ScannedWord] {
    switch kind {
    // As typed: `viewerEmailHash` is three words.
    case .name: [ScannedWord(.word, source.text(span), span)]
    case .keyword(let word): [ScannedWord(.word, word.rawValue, span)]
    case .percentile(let rank): [ScannedWord(.word, "p\(rank)", span)]
    case .bracketed(let text): [ScannedWord(.bracketed, text, span)]
    case .string(let text, _): [ScannedWord(.string, text, span)]
    case .backticked(let text): [ScannedWord(.backticked, text, span)]
    case .number, .percent, .duration, .date: [ScannedWord(.number, source.text(span), span)]
    // A parameter stands for a value, never for a name.
    case .parameter: [ScannedWord(.symbol, "{}", span)]
    case .symbol(let symbol): [ScannedWord(.symbol, symbol.rawValue, span)]
    case .mention: [ScannedWord(.mention, "", span)]
    case .email: [ScannedWord(.email, "", span)]
    case .foreign(let text): [ScannedWord(.foreign, text, span)]
    case .newline, .semicolon, .end: []
    case .invalid(let problem): problem.scannedWords(in: source, span)
    }
  }
}

extension LexicalProblem {
  fileprivate func scannedWords(in source: SourceText, _ span: SourceSpan) -> [ScannedWord] {
    let text = source.text(span)
    let content = String(text.dropFirst())
    switch self {
    case .unclosedString: return [ScannedWord(.string, content, span)]
    case .unclosedBracket: return [ScannedWord(.bracketed, content, span)]
    case .unclosedBacktick: return [ScannedWord(.backticked, content, span)]
    case .hashtag:
      let isASCII = content.utf8.allSatisfy { $0 < 0x80 }
      return [
        ScannedWord(.symbol, "#", span.lowerBound..<span.lowerBound + 1),
        ScannedWord(
          isASCII ? .word : .foreign, isASCII ? content.lowercased() : content,
          span.lowerBound + 1..<span.upperBound),
      ]
    case .noSuchDate, .malformedNumber, .numberTooLarge: return [ScannedWord(.number, text, span)]
    case .unclosedParameter, .emptyBrackets, .malformedParameter, .foreignOperator, .apostrophe,
      .strayCharacter,
      .invalidUTF8:
      return [ScannedWord(.symbol, text, span)]
    }
  }
}
