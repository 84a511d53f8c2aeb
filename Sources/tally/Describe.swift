import ArgumentParser
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

  @OptionGroup var reading: ReadingOptions

  mutating func run() throws {
    try exitingWithStatus {
      try describe(
        Invocation(
          Arguments(
            files: files, format: format, year: reading.year, dates: reading.dates, color: reading.color,
            policies: reading.policy)))
    }
  }
}
