package import TallyLanguage
package import TallyPrivacy
import TallyEngine
package import TallyPlan

/// Why a statement did not run; nothing has changed by it.
package indirect enum Failure: Error, Sendable {
  /// Findings about a query or a file, in the order of the text; never empty.
  case diagnostics([Diagnostic])
  /// A question about a person, with up to three questions that run instead, as text.
  case refusal(Refusal, rewrites: [String])
  /// A file about people, by its display name; nothing of it was kept.
  case refusedFile(Refusal, file: String)
  /// What a saved report ran into; places are in the text that the report was written in.
  case inReport(SavedReport, Failure)
  /// Stopped from the keyboard or by a signal.
  case cancelled
}

extension Failure {
  /// Brings what the stages throw into one form.
  init(_ error: any Error, rewritesThatRun: ([Query]) -> [String]) {
    switch error {
    case let failure as Failure: self = failure
    case let finding as Diagnostic: self = .diagnostics([finding])
    case let refusal as Refusal: self = .refusal(refusal, rewrites: [])
    case let refused as RefusedQuestion:
      self = .refusal(refused.refusal, rewrites: rewritesThatRun(refused.rewrites))
    case AnalysisFailure.diagnostics(let findings): self = .diagnostics(findings)
    case AnalysisFailure.unbounded(let finding, _): self = .diagnostics([finding])
    case AnalysisFailure.refusal(let refused):
      self = .refusal(refused.refusal, rewrites: rewritesThatRun(refused.rewrites))
    case LoadFailure.cancelled: self = .cancelled
    case LoadFailure.diagnostic(let finding): self = .diagnostics([finding])
    case LoadFailure.refusal(let refusal, let file): self = .refusedFile(refusal, file: file)
    case EvaluationFailure.diagnostic(let finding): self = .diagnostics([finding])
    case EvaluationFailure.cancelled: self = .cancelled
    default: preconditionFailure("a stage threw an error of an unknown type")
    }
  }

  /// The exit status in batch: 1 query, 3 refused, 4 data or file, 5 assertion, 130 interrupted.
  package var exitStatus: Int32 {
    switch self {
    case .diagnostics(let findings):
      switch findings.first?.family {
      case .file: 4
      case .assertion: 5
      case .query, nil: 1
      }
    case .refusal, .refusedFile: 3
    case .inReport(_, let failure): failure.exitStatus
    case .cancelled: 130
    }
  }

  /// The code that `expect` compares; empty where it was stopped.
  package var code: String {
    switch self {
    case .diagnostics(let findings): findings.first?.code ?? ""
    case .refusal(let refusal, _), .refusedFile(let refusal, _): refusal.code.rawValue
    case .inReport(_, let failure): failure.code
    case .cancelled: ""
    }
  }

  /// Whether it is a refusal rather than an error.
  var isRefusal: Bool {
    switch self {
    case .refusal, .refusedFile: true
    case .inReport(_, let failure): failure.isRefusal
    case .diagnostics, .cancelled: false
    }
  }

  /// Queries that can be asked instead, as text.
  var offered: [String] {
    switch self {
    case .diagnostics(let findings): findings.flatMap(\.rewrites)
    case .refusal(_, let rewrites): rewrites
    case .inReport(_, let failure): failure.offered
    case .refusedFile, .cancelled: []
    }
  }
}
