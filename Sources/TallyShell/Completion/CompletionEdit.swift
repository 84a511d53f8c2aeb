/// What Tab does with a list of candidates.
enum CompletionEdit: Hashable {
  struct Replacement: Hashable {
    let replaced: Range<Int>
    let text: String
  }

  /// Nothing fits.
  case nothing
  /// The token becomes this.
  case insert(Replacement)
  /// Several fit: what they have in common goes in, and they are listed.
  case choose(Replacement, [Candidate])

  /// Decides from candidates for a cursor in a text; all offsets are bytes.
  ///
  /// One candidate takes the place of the whole token, also of the part behind the cursor, and a space follows unless
  /// one is there. Of several, only the beginning that they share goes in, over as much behind the cursor as it repeats.
  init(_ completions: Completions, in text: String, at cursor: Int) {
    let bytes = Array(text.utf8)
    let replaced = completions.replaced.clamped(to: 0..<bytes.count)
    let cursor = min(max(cursor, replaced.lowerBound), replaced.upperBound)
    guard let first = completions.candidates.first else {
      self = .nothing
      return
    }
    if completions.candidates.count == 1 {
      let next = replaced.upperBound < bytes.count ? bytes[replaced.upperBound] : nil
      let needsSpace =
        !first.continues && next.map { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") } ?? true
      self = .insert(Replacement(replaced: replaced, text: first.text + (needsSpace ? " " : "")))
      return
    }
    let shared = Self.sharedPrefix(completions.candidates.map(\.text))
    let typed = cursor - replaced.lowerBound
    guard shared.utf8.count > typed else {
      self = .choose(Replacement(replaced: cursor..<cursor, text: ""), completions.candidates)
      return
    }
    let repeated = zip(bytes[cursor..<replaced.upperBound], shared.utf8.dropFirst(typed)).prefix { $0 == $1 }
      .count
    self = .choose(
      Replacement(replaced: replaced.lowerBound..<cursor + repeated, text: shared), completions.candidates)
  }

  /// The longest beginning that all texts have, in whole characters.
  static func sharedPrefix(_ texts: [String]) -> String {
    guard var shared = texts.first else { return "" }
    for text in texts.dropFirst() {
      shared = String(zip(shared, text).prefix { $0 == $1 }.map(\.0))
    }
    return shared
  }
}
