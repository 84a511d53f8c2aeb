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

extension ParamValue {
  fileprivate var isNumber: Bool {
    if case .literal(.number) = self { true } else { false }
  }
}
