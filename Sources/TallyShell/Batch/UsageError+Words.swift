import TallyLanguage
import TallyRender

/// A wrong use of the command line; exit status 64.
package struct UsageError: Error, Sendable {
  package let message: String

  private init(_ message: String) { self.message = message }
}

// What is said about options.
extension UsageError {
  static let unknownZone = UsageError(
    "--tz: this time zone is not known here; zones look like Europe/Vienna or UTC.")
  static let notADate = UsageError("--as-of takes a date such as 2026-03-01.")
  static let notAYear = UsageError("--year takes a year such as 2026.")
  static let describeFormat = UsageError("describe writes plain, json or ndjson.")
  static let nothingToDescribe = UsageError(
    "describe takes the data files to describe: tally describe export.csv")
  static let auditFormat = UsageError("audit writes plain, json or ndjson.")
  static let nothingToAudit = UsageError("audit takes the data files to attack: tally audit followers.csv")
  static let safeOutput = UsageError("--safe writes nothing, so it cannot go with --output.")
  static let safeSaving = UsageError("--safe writes nothing, so it cannot go with --save-tables.")
  static let notNameAndValue = UsageError(
    "--param takes NAME=VALUE, as in --param period='last 4 weeks'.")

  static func notAChoice(of option: String, _ choices: [String]) -> UsageError {
    UsageError("\(option) takes \(choices.dropLast().joined(separator: ", ")) or \(choices.last ?? "").")
  }

  static func unknownFormat(_ name: String) -> UsageError {
    let names = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
    let problem = OutputFormat.notBuiltYet.contains(name) ? "is not built yet" : "is not known"
    return UsageError("--format: \(name) \(problem); there are \(names).")
  }

  static func repeatedParameter(_ name: String) -> UsageError {
    UsageError("--param \(name) is there twice.")
  }

  static func unreadableParameter(_ name: String) -> UsageError {
    UsageError(
      "--param \(name) takes a number, a percentage, a duration, a date, a range such as last 4 weeks, true,"
        + " false, one word, or a text in double quotes: --param '\(name)=\"two words\"'.")
  }

  static func noSuchParameter(_ name: String, known: [String]) -> UsageError {
    let hint =
      nearest(name, among: known).map { "did you mean \($0)?" }
      ?? (known.isEmpty ? "there are none." : "there are \(known.joined(separator: ", ")).")
    return UsageError("--param \(name): no script has a parameter of this name; \(hint)")
  }
}
