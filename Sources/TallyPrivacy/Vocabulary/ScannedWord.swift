/// One token of a statement in the neutral form in which the classifier reads it.
///
/// TallyPrivacy knows no lexer: the language target lays its tokens out in this form before it parses.
package struct ScannedWord: Sendable, Hashable {
  /// What a token is, as far as the classifier has to know.
  package enum Kind: Sendable, Hashable {
    /// An ASCII name or keyword.
    case word
    /// `[any text]`, a column by its header; `text` is what stands between the brackets.
    case bracketed
    /// `"text"` or `'text'`; `text` is the content without quotes and escapes.
    case string
    /// `` `text` ``, which is no token of the language but is read as a name here.
    case backticked
    /// A number, percentage, duration or date.
    case number
    /// `@name`; `text` is empty, so that a handle goes no further than the lexer.
    case mention
    /// Something shaped like an e-mail address; `text` is empty.
    case email
    /// A run of letters that holds a non-ASCII scalar, outside any string; `text` as typed.
    case foreign
    /// An operator, bracket, comma or any other single character.
    case symbol
    /// The end of a line inside the statement is not reported; `;` and newline end the scan.
  }

  package let kind: Kind
  package let text: String
  /// UTF-8 byte offsets, half-open.
  package let span: Range<Int>

  package init(_ kind: Kind, _ text: String, _ span: Range<Int>) {
    self.kind = kind
    self.text = text
    self.span = span
  }
}

/// The names that a statement may not use beyond the fixed vocabulary: the headers set aside in this session.
package struct ProtectedNames: Sendable, Hashable {
  /// Folded headers, see `fold`; compared with folded names, never printed.
  package private(set) var headers: Set<String>

  package init(headers: some Sequence<String> = []) {
    self.headers = Set(headers)
  }

  /// Adds the folded header of a column that was set aside.
  package mutating func insert(_ foldedHeader: String) { headers.insert(foldedHeader) }

  /// Adds what another load set aside.
  package mutating func formUnion(_ other: ProtectedNames) { headers.formUnion(other.headers) }

  /// Leaves names out that another file has loaded under: what is admitted may be asked about.
  package mutating func subtract(_ admitted: some Sequence<String>) { headers.subtract(admitted) }
}
