package import TallyLanguage
import TallyPrivacy

/// Where a statement stands: a script that another one runs has a text of its own.
package struct StatementPlace: Sendable, Hashable {
  package let source: SourceText
  package let span: SourceSpan

  package init(_ source: SourceText, _ span: SourceSpan) {
    self.source = source
    self.span = span
  }
}

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

  /// Runs the text in a session and hands each reply and failure on, with the place of its statement.
  ///
  /// What a script gives that is run by the text comes through in its turn, with places in that script.
  /// - Returns: the first failure that nobody expected; nil when all went well.
  package func run(
    in session: inout Session, isCancelled: @escaping @Sendable () -> Bool,
    reply: (Reply, StatementPlace) -> Void, failed: (Failure, StatementPlace) -> Void
  ) -> Failure? {
    var parsed = parse(source, protecting: session.tables.protected)
    if !keepsGoing, let (failure, span) = firstUnexpected(in: parsed, session) {
      failed(failure, StatementPlace(source, span))
      return failure
    }
    var first: Failure?
    for index in parsed.indices {
      let protected = session.tables.protected
      let failure = step(
        parsed[index], in: &session, isCancelled: isCancelled, reply: reply, failed: failed)
      if let failure {
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
      failed(failure, StatementPlace(source, open.span))
      first = first ?? failure
    }
    return first
  }

  /// One statement, or the whole of the script that it runs; the failure that nobody expected, nil when all went well.
  private func step(
    _ parsed: Parsed, in session: inout Session, isCancelled: @escaping @Sendable () -> Bool,
    reply: (Reply, StatementPlace) -> Void, failed: (Failure, StatementPlace) -> Void
  ) -> Failure? {
    let place = StatementPlace(source, parsed.span)
    guard case .statement(.run(let run), _) = parsed, case .script(let path) = run.target else {
      switch session.run(parsed, in: source, isCancelled: isCancelled) {
      case .success(let answer):
        reply(answer, place)
        return nil
      case .failure(let failure):
        failed(failure, StatementPlace(source, failure.span(near: place.span)))
        return failure
      }
    }
    guard let expected = session.takeExpectation() else {
      return self.run(
        path, with: run.arguments, at: place, in: &session, isCancelled: isCancelled, reply: reply,
        failed: failed)
    }
    let failure = self.run(
      path, with: run.arguments, at: place, in: &session, isCancelled: isCancelled, reply: reply,
      failed: { _, _ in })
    let outcome = Session.check(failure.map { .failure($0) } ?? .success(.done(nil)), against: expected)
    guard case .failure(let unexpected) = outcome else { return nil }
    failed(unexpected, StatementPlace(source, unexpected.span(near: place.span)))
    return unexpected
  }

  /// `run "FILE"`: the statements of another script, as if they stood here.
  private func run(
    _ path: Located<String>, with arguments: [Binding], at place: StatementPlace, in session: inout Session,
    isCancelled: @escaping @Sendable () -> Bool, reply: (Reply, StatementPlace) -> Void,
    failed: (Failure, StatementPlace) -> Void
  ) -> Failure? {
    let inner: SourceText
    do {
      inner = try session.enter(path, of: source, with: arguments)
    } catch {
      let failure = Failure(error, rewritesThatRun: session.rewritesThatRun)
      failed(failure, place)
      return failure
    }
    defer { session.leave() }
    return Script(inner, keepsGoing: keepsGoing).run(
      in: &session, isCancelled: isCancelled, reply: reply, failed: failed)
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
        if !isExpected { return (.diagnostics([session.offeringWhatRuns(finding)]), part.span) }
        isExpected = false
      }
    }
    return nil
  }
}

extension Failure {
  /// The statement, or where the first finding stands outside of it, as with `expect`, that place.
  fileprivate func span(near statement: SourceSpan) -> SourceSpan {
    guard case .diagnostics(let findings) = self, case .query(let span)? = findings.first?.place,
      span.upperBound <= statement.lowerBound
    else { return statement }
    return span
  }
}

extension Parsed {
  /// The statement, where it is one.
  var statement: Statement? {
    if case .statement(let statement, _) = self { statement } else { nil }
  }

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
