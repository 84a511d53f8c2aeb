/// One text that may stand at the cursor.
package struct Candidate: Sendable, Hashable {
  /// The text as it goes into the query, quotes and brackets included.
  package let text: String
  /// One word that says what it is: `metric`, `attribute`, `file`.
  package let kind: String
  /// Whether more of the same token follows, as after a folder; no space is put behind it then.
  package let continues: Bool

  package init(_ text: String, _ kind: String, continues: Bool = false) {
    self.text = text
    self.kind = kind
    self.continues = continues
  }
}

/// What can be put in the place of the token under the cursor.
package struct Completions: Sendable, Hashable {
  /// The bytes of the token, whole, also where the cursor is inside it.
  package let replaced: Range<Int>
  /// Best first; empty where nothing fits.
  package let candidates: [Candidate]

  package init(replaced: Range<Int>, candidates: [Candidate]) {
    self.replaced = replaced
    self.candidates = candidates
  }

  /// Nothing that could stand at the cursor.
  package static func none(at cursor: Int) -> Completions {
    Completions(replaced: cursor..<cursor, candidates: [])
  }
}
