package import TallyLanguage

// The words of what can go wrong while a plan runs.
extension Diagnostic {
  /// A sum or product of counts left 64 bits; nothing is wrapped or rounded.
  package static func overflow() -> Diagnostic {
    Diagnostic(
      "N001", "A number in this answer is larger than 9,223,372,036,854,775,807.", at: .none,
      help: "Narrow the question with `where` or `during`, or check the file for damaged numbers.")
  }
}

/// Why a plan gave no result.
package enum EvaluationFailure: Error, Sendable {
  case diagnostic(Diagnostic)
  /// The person at the prompt, or a signal, stopped it.
  case cancelled
}
