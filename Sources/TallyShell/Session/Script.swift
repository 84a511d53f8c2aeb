package import TallyLanguage
import TallyPrivacy

/// A text of one or more statements on its way through a session, in order.
///
/// All statements are parsed before any of them runs. A failure stops the text unless `keepsGoing`; a statement under
/// `expect` is meant to fail.
package struct Script: Sendable {
  package let source: SourceText
  package let keepsGoing: Bool

  package init(_ source: SourceText, keepsGoing: Bool = false) {
    self.source = source
    self.keepsGoing = keepsGoing
  }

  /// Runs the text in a session and hands each reply and failure on, with the span of its statement.
  ///
  /// - Returns: the first failure that nobody expected; nil when all went well.
  package func run(
    in session: inout Session, isCancelled: () -> Bool,
    reply: (Reply, SourceSpan) -> Void, failed: (Failure, SourceSpan) -> Void
  ) -> Failure? {
    var parsed = parse(source, protecting: session.tables.protected)
    if !keepsGoing, let (failure, span) = firstUnexpected(in: parsed, session) {
      failed(failure, span)
      return failure
    }
    var first: Failure?
    for index in parsed.indices {
      let protected = session.tables.protected
      let outcome = session.run(parsed[index], in: source, isCancelled: isCancelled)
      switch outcome {
      case .success(let answer): reply(answer, parsed[index].span)
      case .failure(let failure):
        failed(failure, parsed[index].span)
        first = first ?? failure
        if !keepsGoing || failure.exitStatus == 130 { return first }
      }
      if protected != session.tables.protected {
        parsed = parse(source, protecting: session.tables.protected)
      }
    }
    if let open = session.expectation {
      session.expectation = nil
      let failure = Failure.diagnostics([.expectationWithoutStatement(at: open.span)])
      failed(failure, open.span)
      first = first ?? failure
    }
    return first
  }

  /// What cannot be parsed, or is refused, where no `expect` stands before it.
  private func firstUnexpected(in parsed: [Parsed], _ session: Session) -> (Failure, SourceSpan)? {
    var isExpected = session.expectation != nil
    for part in parsed {
      switch part {
      case .statement(let statement, _):
        if case .expect = statement { isExpected = true } else { isExpected = false }
      case .refusal(let refused):
        if !isExpected { return (Failure(refused, rewritesThatRun: session.rewritesThatRun), part.span) }
        isExpected = false
      case .diagnostic(let finding):
        if !isExpected { return (.diagnostics([finding]), part.span) }
        isExpected = false
      }
    }
    return nil
  }
}

extension Parsed {
  /// Where the statement, or what is wrong with it, stands.
  var span: SourceSpan {
    switch self {
    case .statement(_, let span): span
    case .refusal(let refused): refused.refusal.span
    case .diagnostic(let finding):
      if case .query(let span) = finding.place { span } else { 0..<0 }
    }
  }
}
