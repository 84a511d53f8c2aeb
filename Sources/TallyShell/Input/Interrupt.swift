import CLineEditor

/// Whether the running query was asked to stop; may be asked on any thread.
package struct Cancellation: Sendable {
  package init() {}

  /// True from Ctrl-C until `Interrupt.begin` is called again.
  ///
  /// Costs one relaxed atomic load.
  package var isCancelled: Bool { tally_interrupt_is_set() }
}

/// Ctrl-C while a query runs.
///
/// At the prompt the line editor has SIGINT for itself.
package enum Interrupt {
  /// The exit status of a batch run that was interrupted.
  package static let exitStatus: Int32 = 130

  /// In the shell Ctrl-C stops a query and never the program; it also lets SIGPIPE end the program quietly.
  package static func installForShell() { tally_interrupt_install(TALLY_INTERRUPT_SETS_FLAG) }

  /// In batch the first Ctrl-C asks the query to stop, so that half-written files are removed; a second one
  /// leaves at once with status 130.
  ///
  /// Also lets SIGPIPE end the program quietly.
  package static func installForBatch() { tally_interrupt_install(TALLY_INTERRUPT_THEN_EXITS) }

  /// Forgets an earlier Ctrl-C; to be called before a statement runs.
  package static func begin() -> Cancellation {
    tally_interrupt_clear()
    return Cancellation()
  }
}
