import ArgumentParser
import Glibc
import TallyShell

/// `tally audit FILE ...`: attacks what is shown of an audience, and says what anybody could conclude.
struct Audit: ParsableCommand {
  static let word = "audit"
  static let configuration = CommandConfiguration(
    commandName: "tally \(word)",
    abstract: "Tries to work out what Tally hides of an audience, and says how far that leads.",
    discussion: """
      Everything that can be asked of the audience in the files is asked, and the answers are set against each other.
      No number of people and no label is written.

      Examples:
        tally audit export.zip                    a table for each breakdown: the attack, what is left open, the rule
        tally audit exports/*.csv --format json   the same as one JSON object a breakdown

      Exit status: 0 nobody can be worked out, 3 somebody can or a file of people, 4 a data or file problem.
      """)

  @Argument(
    help: ArgumentHelp("Data files or folders of them, read together. - is data.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "plain, json or ndjson. Default: plain.", valueName: "name"))
  var format: String?

  @Option(help: ArgumentHelp("The year of the last date of files whose dates have none.", valueName: "yyyy"))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "How dates like 03/04/2025 are read where a file cannot tell: mdy or dmy.", valueName: "order"))
  var dates: String?

  @Option(
    help: ArgumentHelp(
      "How errors and refusals are written: text, or json with one object a line.", valueName: "form"))
  var errors = "text"

  @Option(help: ArgumentHelp("auto, always or never. NO_COLOR and TERM=dumb are obeyed.", valueName: "when"))
  var color = "auto"

  mutating func run() throws {
    do {
      let invocation = try Invocation(
        Arguments(files: files, format: format, year: year, dates: dates, errors: errors, color: color))
      let status = try audit(invocation)
      fflush(nil)
      if status != 0 { throw ExitCode(status) }
    } catch let error as UsageError {
      throw ValidationError(error.message)
    }
  }
}
