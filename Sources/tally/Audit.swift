import ArgumentParser
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

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var telling: ErrorOptions

  mutating func run() throws {
    try exitingWithStatus {
      try audit(
        Invocation(
          Arguments(
            files: files, format: format, year: reading.year, dates: reading.dates, errors: telling.errors,
            color: reading.color, policies: reading.policy)))
    }
  }
}
