import TallyLanguage
import TallyPrivacy

/// The parts of a typed text that are shown in colour, in order: words of the language, numbers, strings, and, above
/// all, the words that make it a question about a person, so that it is seen before Enter.
func highlights(of text: String, protecting names: ProtectedNames) -> [Highlight] {
  let source = SourceText(text, name: "prompt")
  let refused = parse(source, protecting: names).compactMap { part -> SourceSpan? in
    if case .refusal(let question) = part { question.refusal.span } else { nil }
  }
  return lex(source).compactMap { token in
    if refused.contains(where: { $0.overlaps(token.span) }) { return Highlight(token.span, .refused) }
    return token.kind.highlight.map { Highlight(token.span, $0) }
  }
}

extension Token.Kind {
  /// How a token of this kind is shown; nil where it is left alone.
  fileprivate var highlight: Highlight.Style? {
    switch self {
    case .keyword: .keyword
    case .number, .percent, .duration, .date, .percentile, .parameter: .number
    case .string: .string
    case .bracketed: .name
    case .name, .symbol, .newline, .semicolon, .end, .mention, .email, .foreign, .backticked, .invalid: nil
    }
  }
}
