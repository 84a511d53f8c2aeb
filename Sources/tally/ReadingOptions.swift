import ArgumentParser
import Glibc
import TallyShell

/// How files are read, whatever is done with them.
struct ReadingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The year of the last date of files whose dates have none.", valueName: "yyyy"))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "How dates like 03/04/2025 are read where a file cannot tell: mdy or dmy.", valueName: "order"))
  var dates: String?

  @Option(
    help: ArgumentHelp(
      "Raise protection by a policy FILE; may be repeated. tally.policy beside data files counts as well.",
      valueName: "file"))
  var policy: [String] = []

  @Option(help: ArgumentHelp("auto, always or never. NO_COLOR and TERM=dumb are obeyed.", valueName: "when"))
  var color = "auto"
}

/// How what went wrong is told.
struct ErrorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How errors and refusals are written: text, or json with one object a line.", valueName: "form"))
  var errors = "text"
}

/// Runs the shell and exits with its status.
///
/// - Throws: `ValidationError` for wrong use of the command line, `ExitCode` for every status but 0.
func exitingWithStatus(_ run: () throws -> Int32) throws {
  do {
    let status = try run()
    fflush(nil)
    if status != 0 { throw ExitCode(status) }
  } catch let error as UsageError {
    throw ValidationError(error.message)
  }
}
