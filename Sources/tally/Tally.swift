import ArgumentParser
import Glibc
import TallyEngine
import TallyLanguage
import TallyRender
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
        tally videos.csv -c 'saves by video top 5' --format csv -o top.csv

      Results go to standard output, everything else to standard error. Exit status: 0 all well, 1 a query is wrong,
      3 refused by the privacy model, 4 a data or file problem, 5 an expectation did not hold, 64 wrong use of the
      command line, 130 interrupted.
      """,
    version: "tally 0.1.0")

  @Argument(help: ArgumentHelp("Data files, loaded before anything runs, and scripts (*.tally). - is data.", valueName: "file"))
  var files: [String] = []

  @Option(name: [.short, .long], parsing: .unconditionalSingleValue, help: ArgumentHelp("Run TEXT, then exit; may be repeated.", valueName: "text"))
  var command: [String] = []

  @Option(help: ArgumentHelp("box, plain, csv, tsv, json, ndjson, markdown, html or vertical. Default: box on a terminal, tsv otherwise.", valueName: "name"))
  var format: String?

  @Option(name: [.short, .long], help: ArgumentHelp("Write the results to FILE, whole or not at all.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Time zone that days of posting times are cut by, as in Europe/Vienna. Default: UTC.", valueName: "zone"))
  var tz: String?

  @Option(help: ArgumentHelp("Hide later days and postings.", valueName: "date"))
  var asOf: String?

  @Option(help: ArgumentHelp("The year of the last date of files whose dates have none.", valueName: "yyyy"))
  var year: Int?

  @Option(help: ArgumentHelp("How dates like 03/04/2025 are read where a file cannot tell: mdy or dmy.", valueName: "order"))
  var dates: LoadOptions.DateOrder?

  @Option(help: ArgumentHelp("How errors and refusals are written: text, or json with one object a line.", valueName: "form"))
  var errors: Invocation.ErrorFormat = .text

  @Option(help: ArgumentHelp("auto, always or never. NO_COLOR and TERM=dumb are obeyed.", valueName: "when"))
  var color: ColorChoice = .auto

  @Flag(help: "Go on after a statement that fails; the exit status is the first failure's.")
  var keepGoing = false

  @Flag(help: "Do not read the start-up file.")
  var noRc = false

  @Flag(help: "Write nothing, and read nothing outside the folders of the named files.")
  var safe = false

  mutating func run() throws {
    var invocation = Invocation()
    invocation.files = files
    invocation.commands = command
    invocation.format = try outputFormat()
    invocation.outputPath = output
    invocation.zone = tz
    invocation.asOf = try date()
    invocation.year = year
    invocation.dateOrder = dates
    invocation.errorFormat = errors
    invocation.colour = color
    invocation.keepsGoing = keepGoing
    invocation.readsStartFile = !noRc
    invocation.isSafe = safe
    do {
      let status = try TallyShell.run(invocation)
      fflush(nil)
      if status != 0 { throw ExitCode(status) }
    } catch let error as UsageError {
      throw ValidationError(error.message)
    }
  }

  /// The named format, or the one that the ending of the output file tells.
  private func outputFormat() throws -> OutputFormat? {
    guard let format else { return output.flatMap(OutputFormat.init(pathEnding:)) }
    if let known = OutputFormat(rawValue: format) { return known }
    let names = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
      OutputFormat.notBuiltYet.contains(format)
        ? "The format \(format) is not built yet; there are \(names)." : "There is no such format; there are \(names).")
  }

  private func date() throws -> DateLiteral? {
    guard let asOf else { return nil }
    guard let date = DateLiteral(written: asOf) else {
      throw ValidationError("--as-of takes a date such as 2026-03-01.")
    }
    return date
  }
}

extension LoadOptions.DateOrder: ExpressibleByArgument {}
extension Invocation.ErrorFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
