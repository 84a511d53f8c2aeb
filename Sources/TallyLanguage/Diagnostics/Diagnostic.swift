/// One finding about a query or a file that keeps it from running, with everything that is needed to explain it.
///
/// Words live in factories (`Parser+Diagnostics.swift`, `Analyzer+Diagnostics.swift` ...), drawing in TallyRender.
package struct Diagnostic: Error, Sendable, Hashable {
  /// Where the finding is.
  package enum Place: Sendable, Hashable {
    /// In the text that was parsed.
    case query(SourceSpan)
    /// In a data file; line and column count from 1 and are nil where the whole file, or line, is meant.
    case file(name: String, line: Int?, column: Int?)
    /// Nowhere in particular: the command line, a setting.
    case none
  }

  /// A stable code: a letter for the family and three digits, such as `S001`; documented by `help CODE`.
  package let code: String
  /// One sentence that stands on its own.
  package let message: String
  package let place: Place
  /// What could have stood there instead, in plain words, at most about eight; empty where that says nothing.
  package var expected: [String]
  /// One sentence that says what to do, if there is something to say.
  package var help: String?
  /// Text that could replace the span, such as the nearest known name.
  package var replacement: String?
  /// Whole queries that could be asked instead and do parse, as text.
  package var rewrites: [String]

  package init(
    _ code: String, _ message: String, at place: Place, expected: [String] = [], help: String? = nil,
    replacement: String? = nil, rewrites: [String] = []
  ) {
    self.code = code
    self.message = message
    self.place = place
    self.expected = expected
    self.help = help
    self.replacement = replacement
    self.rewrites = rewrites
  }
}

extension Diagnostic {
  /// The same finding, blamed on a place in the text where it had none.
  package func standing(at span: SourceSpan) -> Diagnostic {
    guard place == .none, !span.isEmpty else { return self }
    return Diagnostic(
      code, message, at: .query(span), expected: expected, help: help, replacement: replacement,
      rewrites: rewrites)
  }

  /// The family of the code, which decides the exit status.
  package enum Family: Sendable, Hashable {
    /// L, S, Q, C, M, D, N: the query is wrong.
    case query
    /// F: a data file or path is wrong.
    case file
    /// A: an assertion did not hold.
    case assertion
  }

  package var family: Family {
    switch code.first {
    case "F": .file
    case "A": .assertion
    default: .query
    }
  }
}
