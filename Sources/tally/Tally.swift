import ArgumentParser
import Glibc
import TallyShell

/// The command line: reads arguments, hands them to the shell, and exits with its status.
@main
struct Tally: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Asks the analytics exports of your videos, in sentences.",
    discussion: """
      Examples:
        tally videos.csv daily.csv                     opens the shell on these tables
        tally videos.csv -c 'saves by week'            answers one question
        tally weekly.tally                             runs a script
        tally weekly.tally -p period='last 4 weeks'    ... with another value for {period}
        tally videos.csv -c 'saves by video top 5' --format csv -o top.csv
        tally describe export.csv                      says what a file would be taken for, and loads nothing
        tally audit followers.csv                      tries to work out what is hidden of an audience

      Results go to standard output, everything else to standard error. Exit status: 0 all well, 1 a query is wrong,
      3 refused by the privacy model, 4 a data or file problem, 5 an assertion or expectation did not hold, 64 wrong use of the
      command line, 130 interrupted.
      """,
    version: "tally 0.1.0")

  /// `describe` and `audit` go before the files of a run, which may have any other name.
  static func main() {
    leaveNoCoreDumps()
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case Describe.word: Describe.main(Array(arguments.dropFirst()))
    case Audit.word: Audit.main(Array(arguments.dropFirst()))
    default: main(arguments)
    }
  }

  @Argument(
    help: ArgumentHelp(
      "Data files or folders of them, loaded before anything runs, and scripts (*.tally). - is data.",
      valueName: "file"))
  var files: [String] = []

  @Option(
    name: [.short, .long], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run TEXT, then exit; may be repeated.", valueName: "text"))
  var command: [String] = []

  @Option(
    help: ArgumentHelp(
      "box, plain, csv, tsv, json, ndjson, markdown, html or vertical. Default: box on a terminal, tsv otherwise.",
      valueName: "name"))
  var format: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the results to FILE, whole or not at all.", valueName: "file"))
  var output: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Give a parameter of the script a value, as in period='last 4 weeks'; may be repeated.",
      valueName: "name=value"))
  var param: [String] = []

  @Option(
    help: ArgumentHelp(
      "Time zone that days of posting times are cut by, as in Europe/Vienna. Default: UTC.", valueName: "zone"
    ))
  var tz: String?

  @Option(help: ArgumentHelp("Hide later days and postings.", valueName: "date"))
  var asOf: String?

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

  @Option(
    help: ArgumentHelp(
      "Raise protection by a policy FILE; may be repeated. tally.policy beside data files counts as well.",
      valueName: "file"))
  var policy: [String] = []

  @Flag(help: "Go on after a statement that fails; the exit status is the first failure's.")
  var keepGoing = false

  @Flag(help: "Do not read the start-up file.")
  var noRc = false

  @Flag(help: "Write nothing, and read nothing outside the folders of the named files.")
  var safe = false

  mutating func run() throws {
    do {
      let invocation = try Invocation(
        Arguments(
          files: files, commands: command, format: format, output: output, parameters: param, zone: tz,
          asOf: asOf, year: year,
          dates: dates, errors: errors, color: color, keepsGoing: keepGoing, readsStartFile: !noRc,
          isSafe: safe, policies: policy))
      let status = try TallyShell.run(invocation)
      fflush(nil)
      if status != 0 { throw ExitCode(status) }
    } catch let error as UsageError {
      throw ValidationError(error.message)
    }
  }
}
