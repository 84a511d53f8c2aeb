import TallyLanguage

// The words of what can be wrong with `{name}`.
extension Diagnostic {
  static func unknownParameter(_ name: Located<String>, known: [String]) -> Diagnostic {
    let suggestion = nearest(name.value, among: known)
    return Diagnostic(
      "D004", "Nothing says what `{\(name.value)}` stands for.", at: .query(name.span),
      help: suggestion.map { "Did you mean `{\($0)}`?" }
        ?? "Give it a value in a line before: param \(name.value) = ...",
      replacement: suggestion.map { "{\($0)}" })
  }

  static func unusableParameter(
    _ name: String, is value: ParamValue, not wanted: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "D005", "`{\(name)}` is \(value.phrase), and \(wanted) is needed here.", at: .query(span),
      help: value.isNumber ? "A number is a year where it has four digits, as in 2026." : nil)
  }
}

// ... and of a definition that leans on too many others.
extension Diagnostic {
  static func definitionTooLarge(_ name: String, most: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "D012", "With `\(name)`, one definition would come to more than \(most) parts.", at: .query(span),
      help: "Definitions that lean on others count with all of their parts; use fewer of them.")
  }

  static func definitionTooDeep(_ name: String, most: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "D012", "With `\(name)`, more than \(most) definitions would lean on one another in a row.",
      at: .query(span), help: "Say some of them in place.")
  }
}

extension ParamValue {
  fileprivate var isNumber: Bool {
    if case .literal(.number) = self { true } else { false }
  }
}
