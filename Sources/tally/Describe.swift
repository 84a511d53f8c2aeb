import ArgumentParser
import Glibc
import TallyShell

/// `tally describe FILE ...`: what data files would be taken for, without loading them.
struct Describe: ParsableCommand {
  static let word = "describe"
  static let configuration = CommandConfiguration(
    commandName: "tally \(word)",
    abstract: "Says what Tally understands of data files, and loads nothing.",
    discussion: """
      Examples:
        tally describe export.zip                    the platform, the columns, what is set aside and why
        tally describe exports/*.csv --format json   the same as one JSON object a file

      The exit status is that of loading: 0 all well, 3 a file of people, 4 a data or file problem.
      """)

  @Argument(help: ArgumentHelp("Data files. - is data from standard input.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("plain, json or ndjson. Default: plain.", valueName: "name"))
  var format: String?

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

  mutating func run() throws {
    do {
      let invocation = try Invocation(
        Arguments(files: files, format: format, year: year, dates: dates, color: color, policies: policy))
      let status = try describe(invocation)
      fflush(nil)
      if status != 0 { throw ExitCode(status) }
    } catch let error as UsageError {
      throw ValidationError(error.message)
    }
  }
}
