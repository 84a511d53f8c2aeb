package import TallyLanguage

/// A finding as text for people, ending in a newline.
///
/// In full: title with code, the line with carets, what was expected, what to do, queries to take over, where to read more.
/// - Parameters:
///   - source: the text that was parsed; without it no line is drawn.
///   - visible: the part of `source` that may be drawn, such as the one statement; nil for all of it.
package func draw(
  _ diagnostic: Diagnostic, in source: SourceText?, visible: SourceSpan? = nil, style: Style,
  form: MessageForm = .full
) -> String {
  let place = MessagePlace(diagnostic.place, in: source)
  var message = MessageText(style: style)
  switch form {
  case .full:
    message.addTitle(diagnostic.code, diagnostic.message, .error)
    if case .query(let span) = diagnostic.place, let source {
      if source.bytes.contains(UInt8(ascii: "\n")), let text = place.text {
        message.add(text, indent: 2, .quiet)
      }
      let excerpt = SourceExcerpt(span, in: source, visible: visible, style: style, margin: 2)
      message.addLine(excerpt.line, indent: 2)
      message.addLine(style.paint(excerpt.carets, .error), indent: 2)
    } else if let text = place.text {
      message.add(text, indent: 2, .quiet)
    }
    if let expected = MessageWords.expected(diagnostic.expected) { message.add(expected) }
    if let help = diagnostic.help { message.add(help) }
    if let replacement = diagnostic.replacement, diagnostic.help?.contains(replacement) != true {
      message.add(MessageWords.replacement(replacement))
    }
    message.addRewrites(diagnostic.rewrites)
    message.add(MessageWords.more(diagnostic.code), .quiet)
  case .brief:
    let start = place.text.map { $0 + ": " } ?? ""
    message.addUnwrapped("\(start)\(diagnostic.code) \(diagnostic.message)")
    let advice = diagnostic.help ?? diagnostic.replacement.map(MessageWords.replacement)
    if let advice = advice ?? MessageWords.expected(diagnostic.expected) {
      message.addUnwrapped(advice, indent: 2)
    }
    for rewrite in diagnostic.rewrites.prefix(1) {
      message.addUnwrapped(MessageWords.instead(rewrite), indent: 2)
    }
  }
  return message.text
}

/// A finding as one line of JSON: `{kind, code, file, line, column, end_column, message, fix, rewrites}`.
///
/// `kind` is `error`; `fix` is text that could replace the span, or a sentence that says what to do; unknown places are null.
package func jsonLine(_ diagnostic: Diagnostic, in source: SourceText?) -> String {
  let members = [("kind", JSON.string("error")), ("code", JSON.string(diagnostic.code))]
  let rest = [
    ("message", JSON.string(diagnostic.message)),
    ("fix", JSON.string(diagnostic.replacement ?? diagnostic.help)),
    ("rewrites", JSON.array(diagnostic.rewrites.map { JSON.string($0) })),
  ]
  return JSON.object(members + MessagePlace(diagnostic.place, in: source).members + rest) + "\n"
}
