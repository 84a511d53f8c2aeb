package import TallyLanguage
package import TallyPrivacy

/// A refusal as text for people, ending in a newline: what was asked for, why it has no answer, what can be asked instead.
///
/// Calm and unlike an error. It shows offsets and words of Tally's own vocabulary, never text that was typed: `source`
/// serves to count lines and columns only.
/// - Parameters:
///   - title: the rule in a few words, and `reason`, in a sentence or two; both from the list of rules.
///   - rewrites: queries that can be asked instead, best first.
package func draw(
  _ refusal: Refusal, title: String, reason: String, in source: SourceText?, rewrites: [String], style: Style,
  form: MessageForm = .full
) -> String {
  let place = MessagePlace(refusal.span, in: source)
  var message = MessageText(style: style)
  switch form {
  case .full:
    message.addTitle(refusal.code.rawValue, title, .refusal)
    if !reason.isEmpty { message.add(reason, indent: 2) }
    if let cause = MessageWords.cause(refusal, at: place) { message.add(cause, indent: 2, .quiet) }
    if !rewrites.isEmpty {
      message.add(MessageWords.askInstead)
      message.addRewrites(rewrites)
    }
    message.add(MessageWords.more(refusal.code.rawValue), .quiet)
  case .brief:
    let start = place.text.map { $0 + ": " } ?? ""
    message.addUnwrapped("\(start)\(refusal.code.rawValue) \(title)")
    if !reason.isEmpty { message.addUnwrapped(reason, indent: 2) }
    for rewrite in rewrites.prefix(1) { message.addUnwrapped(MessageWords.instead(rewrite), indent: 2) }
  }
  return message.text
}

/// A refusal as one line of JSON, with the members of an error's line and `kind` `refusal`.
///
/// `message` is title and reason, `fix` the first of `rewrites` or null; nothing that was typed is in it.
package func jsonLine(
  _ refusal: Refusal, title: String, reason: String, in source: SourceText?, rewrites: [String]
) -> String {
  let members = [("kind", JSON.string("refusal")), ("code", JSON.string(refusal.code.rawValue))]
  let rest = [
    ("message", JSON.string(MessageWords.joined(title, reason))), ("fix", JSON.string(rewrites.first)),
    ("rewrites", JSON.array(rewrites.map { JSON.string($0) })),
  ]
  return JSON.object(members + MessagePlace(refusal.span, in: source).members + rest) + "\n"
}
