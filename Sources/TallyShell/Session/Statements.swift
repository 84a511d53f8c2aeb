package import TallyEngine
import TallyLanguage
import TallyPlan
package import TallyRender

/// What a statement gave.
package enum Reply: Sendable {
  case answer(Answer)
  /// Answers of queries that were set side by side, with what is to be said about them together.
  case beside([Answer], notes: [String])
  /// A table of what Tally itself knows; with the statement that asked for it.
  case listing(Listing, query: String)
  /// Lines of text that were asked for: help, explain; with the statement that asked.
  case lines([String], query: String)
  /// A line that a script says by itself: `print`.
  case said(String)
  /// Reports of what was loaded; shown at the prompt, silent in batch.
  case loaded([LoadReport])
  /// Answers that went to a file; told in a line at the prompt, silent in batch.
  case wrote(Written)
  /// A change without an answer, told in a line at the prompt, silent in batch; nil where there is nothing to tell.
  case done(String?)
}

extension Session {
  /// Runs one parsed statement, or fails as it failed to parse; `expect` turns the right failure into success.
  mutating func run(_ parsed: Parsed, in source: SourceText, isCancelled: @escaping @Sendable () -> Bool)
    -> Result<
      Reply, Failure
    >
  {
    let expected = takeExpectation()
    let outcome: Result<Reply, Failure>
    switch parsed {
    case .statement(let statement, _):
      do {
        outcome = .success(try perform(statement, in: source, isCancelled: isCancelled))
      } catch {
        outcome = .failure(error)
      }
    case .refusal(let refused): outcome = .failure(Failure(refused, rewritesThatRun: rewritesThatRun))
    case .diagnostic(let finding): outcome = .failure(.diagnostics([offeringWhatRuns(finding)]))
    }
    guard let expected else { return outcome }
    return Self.check(outcome, against: expected)
  }

  /// What `expect` said about the statement that comes now, taken.
  mutating func takeExpectation() -> Expectation? {
    defer { expectation = nil }
    return expectation
  }

  /// One statement, one line each; every case is a command of its own.
  private mutating func perform(
    _ statement: Statement, in source: SourceText, isCancelled: @escaping @Sendable () -> Bool
  ) throws(Failure) -> Reply {
    do {
      switch statement {
      case .question(let question): return try ask(question, in: source, isCancelled: isCancelled)
      case .explain(let question): return .lines(try explain(question, in: source), query: print(statement))
      case .load(let load): return .loaded(try self.load(load))
      case .column(let declaration): return .loaded(try declare(declaration))
      case .define(let definition): return .done(try define(definition, in: source))
      case .set(let setting):
        try set(setting)
        return .done(nil)
      case .show(let show): return .listing(listing(show), query: print(statement))
      case .help(let topic): return .lines(try help(topic), query: print(statement))
      case .print(let text): return .said(text.value)
      case .expect(let expectation):
        self.expectation = expectation
        return .done(nil)
      case .param(let binding):
        let name = binding.name.text
        defaults[name] = try binding.value.filled(with: parameters, at: binding.name.span)
        let isGiven = given[name] != nil || arguments[name] != nil
        return .done(isGiven ? Self.keepsGivenValue(name) : nil)
      case .assert(let assertion):
        try check(assertion, in: source, isCancelled: isCancelled)
        return .done(nil)
      case .run(let run):
        switch run.target {
        case .report(let name):
          return try self.run(report: name, with: run.arguments, isCancelled: isCancelled)
        case .script: preconditionFailure("`Script` runs what a script runs, statement by statement")
        }
      }
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }

  private mutating func load(_ load: Load) throws(Failure) -> [LoadReport] {
    let place = Diagnostic.Place.query(load.pattern.span)
    guard let name = load.role else { return try self.load([load.pattern.value], at: place) }
    guard let role = TableRole(rawValue: name.text) else { throw .diagnostics([.unknownRole(name)]) }
    return try self.load([load.pattern.value], as: role, at: place)
  }

  /// Whether a statement failed as `expect` said; A001 where it did not.
  static func check(
    _ outcome: Result<Reply, Failure>, against expected: Expectation
  ) -> Result<Reply, Failure> {
    func unmet(_ failure: Failure?) -> Result<Reply, Failure> {
      .failure(.diagnostics([.unmetExpectation(expected, but: failure)]))
    }
    switch outcome {
    case .success: return unmet(nil)
    case .failure(.cancelled): return outcome
    case .failure(let failure):
      let kindFits = failure.isRefusal == (expected.outcome == .refusal)
      let codeFits = expected.code.map { $0.value.uppercased() == failure.code } ?? true
      return kindFits && codeFits ? .success(.done(nil)) : unmet(failure)
    }
  }
}
