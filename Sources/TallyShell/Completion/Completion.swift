import TallyLanguage
import TallyPrivacy

/// The names in a folder, for completion of file names; `folder` is empty or ends in `/`.
package typealias FolderReader = (_ folder: String) -> [(name: String, isFolder: Bool)]

/// What may stand at a byte offset of a text: what the parser looks for there, filled in from loaded names.
///
/// The whole token under the cursor is replaced, and candidates begin with its part before the cursor, case ignored.
/// A candidate that would make the sentence a question about a person is never offered.
///
/// - Complexity: O(candidates · bytes before the cursor).
package func complete(
  _ text: String, at cursor: Int, with words: CompletionWords,
  readingFolders readFolder: FolderReader = FolderReading.read
) -> Completions {
  if let inner = completeSentence(text, at: cursor, with: words, readingFolders: readFolder) { return inner }
  if let command = DotCompletion(text, at: cursor) { return command.completions(words) }
  let source = SourceText(text, name: "prompt")
  let expectations = expectations(in: source, at: cursor)
  let token = CompletedToken(source, expectations.span, cursor: cursor)
  var candidates: [Candidate] = []
  var seen: Set<String> = []
  for expected in expectations.all {
    for candidate in words.candidates(for: expected, token, readFolder) where token.mayBecome(candidate.text)
    {
      if seen.insert(candidate.text).inserted { candidates.append(candidate) }
    }
  }
  let allowed = candidates.filter { candidate in
    let longer = token.head + candidate.text
    return !isRefused(longer, protecting: words.protected) && !crossesAudience(longer)
  }
  return Completions(replaced: token.replaced, candidates: allowed)
}

/// Behind `.tree` and `.plan` stands a sentence, completed as any other; nil for other texts.
private func completeSentence(
  _ text: String, at cursor: Int, with words: CompletionWords, readingFolders readFolder: FolderReader
) -> Completions? {
  guard let lead = [".tree ", ".plan "].first(where: { text.hasPrefix($0) }) else { return nil }
  let shift = lead.utf8.count
  guard cursor >= shift else { return nil }
  let inner = complete(
    String(text.dropFirst(lead.count)), at: cursor - shift, with: words, readingFolders: readFolder)
  let replaced = inner.replaced
  return Completions(
    replaced: replaced.lowerBound + shift..<replaced.upperBound + shift, candidates: inner.candidates)
}

/// Whether a text has a question about a person in it.
private func isRefused(_ text: String, protecting names: ProtectedNames) -> Bool {
  parse(SourceText(text, name: "prompt"), protecting: names).contains {
    switch $0 {
    case .refusal: true
    case .statement, .diagnostic: false
    }
  }
}

/// Whether the last query of a text breaks an audience down and picks or counts videos, which is refused (P202).
private func crossesAudience(_ text: String) -> Bool {
  let source = SourceText(text, name: "prompt")
  let statement = lex(source).split(whereSeparator: \.endsStatement).last ?? []
  let words = scannedWords(statement, of: source).map { $0.kind == .word ? $0.text.lowercased() : "" }
  let query = words.split { $0 == "beside" }.last ?? []
  let groups = query.drop { $0 != "by" }
  return groups.contains(where: Surroundings.audienceDimensions.contains)
    && query.contains { ["where", "video", "videos", "post", "posts"].contains($0) }
}

/// The token under the cursor, split where the cursor is.
struct CompletedToken {
  /// The text before the token.
  let head: String
  /// The part of the token before the cursor, as typed.
  let typed: String
  /// What a candidate takes the place of.
  let replaced: Range<Int>

  init(_ source: SourceText, _ span: SourceSpan, cursor: Int) {
    let bytes = source.bytes
    let span = span.clamped(to: 0..<bytes.count)
    let cursor = min(max(cursor, span.lowerBound), span.upperBound)
    head = source.text(0..<span.lowerBound)
    typed = source.text(span.lowerBound..<cursor)
    // A quote or bracket that is not closed reaches to the end of the line; what stands there is another matter.
    replaced = span.lowerBound..<(Self.isOpen(bytes[span]) ? cursor : span.upperBound)
  }

  private static func isOpen(_ token: ArraySlice<UInt8>) -> Bool {
    let closing: UInt8
    switch token.first {
    case UInt8(ascii: "\""): closing = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): closing = UInt8(ascii: "'")
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    default: return false
    }
    return token.count < 2 || token.last != closing
  }

  /// Whether a candidate begins as typed.
  ///
  /// Quotes may be left out before a value.
  func mayBecome(_ candidate: String) -> Bool {
    let candidate = candidate.lowercased()
    let typed = typed.lowercased()
    if candidate.hasPrefix(typed) { return true }
    return candidate.hasPrefix("\"") && content(typed) != typed
      && candidate.dropFirst().hasPrefix(content(typed))
      || candidate.hasPrefix("\"") && !typed.isEmpty && candidate.dropFirst().hasPrefix(typed)
  }

  /// The typed part without its opening quote.
  var content: String { content(typed) }

  private func content(_ typed: String) -> String {
    typed.hasPrefix("\"") || typed.hasPrefix("'") ? String(typed.dropFirst()) : typed
  }
}
