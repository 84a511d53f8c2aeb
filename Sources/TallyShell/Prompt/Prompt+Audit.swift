import TallyRender

extension Prompt {
  /// `.audit`: what anybody could work out of the audience that is loaded.
  mutating func audit() {
    let cancellation = Interrupt.begin()
    do throws(Failure) {
      show(try session.auditText(style, isCancelled: { cancellation.isCancelled }))
    } catch {
      show(error, in: nil, statement: nil)
    }
  }
}
