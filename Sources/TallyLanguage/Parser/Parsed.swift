package import TallyPrivacy

/// The one of three things that a statement's text can be.
package enum Parsed: Sendable {
  /// A sentence of the language.
  case statement(Statement, span: SourceSpan)
  /// A question about a person; not an error.
  case refusal(RefusedQuestion)
  /// Anything else, with what was expected.
  case diagnostic(Diagnostic)
}

/// A refusal with questions that can be asked instead, held as trees so that they parse by construction.
package struct RefusedQuestion: Error, Sendable {
  package let refusal: Refusal
  /// Candidates, best first; more than three, so that those that the loaded tables cannot answer can be left out.
  package let rewrites: [Query]

  package init(refusal: Refusal, rewrites: [Query]) {
    self.refusal = refusal
    self.rewrites = rewrites
  }
}
