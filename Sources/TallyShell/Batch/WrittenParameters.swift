import TallyLanguage
import TallyPlan

extension Parameters {
  /// Reads what `--param NAME=VALUE` gave, each value as `param` reads it; a bare word is a text.
  ///
  /// No message repeats a value.
  /// - Throws: `UsageError` that says how a value is written.
  init(written options: [String]) throws(UsageError) {
    self.init()
    for option in options {
      guard let equal = option.firstIndex(of: "="),
        let name = Self.name(String(option[..<equal]))
      else { throw .notNameAndValue }
      guard self[name] == nil else { throw .repeatedParameter(name) }
      guard let value = Self.value(String(option[option.index(after: equal)...])) else {
        throw .unreadableParameter(name)
      }
      self[name] = value
    }
  }

  /// The name as the language folds it; nil for what `param` would not take.
  private static func name(_ text: String) -> String? { binding("param \(text) = 1")?.name.text }

  private static func value(_ text: String) -> ParamValue? {
    if let value = binding("param x = \(text)")?.value { return value.parameters.isEmpty ? value : nil }
    return isWord(text) ? .literal(.text(text)) : nil
  }

  private static func binding(_ text: String) -> Binding? {
    let parsed = parse(SourceText(text, name: "--param"))
    guard parsed.count == 1, case .statement(.param(let binding), _)? = parsed.first else { return nil }
    return binding
  }

  /// Letters first, then also digits, `_` and `-`.
  private static func isWord(_ text: String) -> Bool {
    guard text.unicodeScalars.first?.properties.isAlphabetic == true else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-"
    }
  }
}
