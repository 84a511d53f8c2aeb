import TallyLanguage
import Testing

/// The statement of a text that holds exactly one; records a failure and returns nil otherwise.
func statement(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> Statement? {
  let lines = parse(SourceText(text, name: "test"))
  guard lines.count == 1, case .statement(let statement, _) = lines[0] else {
    Issue.record("\(text) gave \(lines)", sourceLocation: sourceLocation)
    return nil
  }
  return statement
}

/// The only query of a text that is one query.
func query(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> Query? {
  guard case .question(let question)? = statement(text, sourceLocation: sourceLocation),
    case .report(let queries) = question.body, queries.count == 1
  else { return nil }
  return queries[0]
}

/// The finding of a text that holds exactly one statement, which does not parse.
func finding(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> Diagnostic? {
  let lines = parse(SourceText(text, name: "test"))
  guard lines.count == 1, case .diagnostic(let diagnostic) = lines[0] else {
    Issue.record("\(text) gave \(lines)", sourceLocation: sourceLocation)
    return nil
  }
  return diagnostic
}

/// The offsets of a diagnostic that is about the text.
func span(_ diagnostic: Diagnostic?) -> SourceSpan? {
  guard case .query(let span)? = diagnostic?.place else { return nil }
  return span
}

/// A text without its marks, and what stood between them: `saves ⟦bye⟧ week`.
struct MarkedText {
  let text: String
  let span: SourceSpan

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    for scalar in marked.unicodeScalars {
      if scalar == "⟦" || scalar == "⟧" {
        offsets.append(bytes.count)
      } else {
        bytes += Array(String(scalar).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    span = (offsets.first ?? 0)..<(offsets.last ?? 0)
  }
}
