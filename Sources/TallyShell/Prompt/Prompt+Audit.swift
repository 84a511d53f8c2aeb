import TallyRender

extension Prompt {
  /// `.audit`: reads the loaded files again, for only they say what is hidden, and attacks what the session has open.
  mutating func audit() {
    let cancellation = Interrupt.begin()
    do throws(Failure) {
      guard let audit = try session.auditAgain(isCancelled: { cancellation.isCancelled }) else {
        return show(
          wrapped(
            "The files have changed since they were loaded, or came through a pipe, so there is nothing to hold what is open against. `tally audit FILE` reads and audits them."
          ) + "\n")
      }
      show(audit.text(format == .plain ? .plain : .box, style))
    } catch {
      show(error, in: nil, statement: nil)
    }
  }
}
