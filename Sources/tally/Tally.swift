import ArgumentParser
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
    help: ArgumentHelp(
      "Save what is loaded in FILE, once all has run, to be opened like any data file.", valueName: "file"))
  var saveTables: String?

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

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var telling: ErrorOptions

  @Flag(help: "Go on after a statement that fails; the exit status is the first failure's.")
  var keepGoing = false

  @Flag(help: "Do not read the start-up file.")
  var noRc = false

  @Flag(help: "Write nothing, and read nothing outside the folders of the named files.")
  var safe = false

  mutating func run() throws {
    try exitingWithStatus {
      try TallyShell.run(
        Invocation(
          Arguments(
            files: files, commands: command, format: format, output: output, parameters: param, zone: tz,
            asOf: asOf, year: reading.year, dates: reading.dates, errors: telling.errors,
            color: reading.color, keepsGoing: keepGoing, readsStartFile: !noRc, isSafe: safe,
            policies: reading.policy, saveTables: saveTables)))
    }
  }
}
