import TallyPrivacy

/// The words that drawing adds around a message.
enum MessageWords {
  static let askInstead = "You can ask instead:"

  /// `I expected a, b or c.`; nil where nothing is expected.
  static func expected(_ expected: [String]) -> String? {
    guard let last = expected.last else { return nil }
    let others = expected.dropLast().joined(separator: ", ")
    return "I expected \(others.isEmpty ? last : "\(others) or \(last)")."
  }

  static func replacement(_ text: String) -> String { "Did you mean `\(text)`?" }

  static func instead(_ rewrite: String) -> String { "instead: \(rewrite)" }

  static func more(_ code: String) -> String { "More: help \(code)" }

  /// Where the words of a refused question stand and which of Tally's own words they matched, or the file that is refused;
  /// nil where nothing is known.
  static func cause(_ refusal: Refusal, at place: MessagePlace) -> String? {
    let words = refusal.words.map { "`\($0)`" }.joined(separator: ", ")
    guard let line = place.line, let column = place.column, !refusal.span.isEmpty else {
      if let file = place.file, place.line == nil {
        return words.isEmpty ? "in \(file)" : "in \(file), because of \(words)"
      }
      return words.isEmpty ? nil : "because of \(words)"
    }
    let end = max(column, (place.endColumn ?? column) - 1)
    let columns = end > column ? "columns \(column) to \(end)" : "column \(column)"
    let spot = line > 1 ? "line \(line), \(columns)" : columns
    return words.isEmpty ? "because of \(spot)" : "because of \(words), \(spot)"
  }

  /// Title and reason as one text.
  static func joined(_ title: String, _ reason: String) -> String {
    let endsSentence = title.last.map { ".!?".contains($0) } ?? true
    return reason.isEmpty ? title : title + (endsSentence ? " " : ". ") + reason
  }
}
