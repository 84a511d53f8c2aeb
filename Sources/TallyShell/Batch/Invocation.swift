import Glibc
import TallyPlan
import TallyEngine
import TallyLanguage
import TallyRender

/// The command line as it was typed, word for word.
package struct Arguments: Sendable {
  package var files: [String]
  package var commands: [String]
  package var format: String?
  package var output: String?
  package var parameters: [String]
  package var zone: String?
  package var asOf: String?
  package var year: Int?
  package var dates: String?
  package var errors: String
  package var color: String
  package var keepsGoing: Bool
  package var readsStartFile: Bool
  package var isSafe: Bool
  package var policies: [String]
  package var saveTables: String?

  package init(
    files: [String] = [], commands: [String] = [], format: String? = nil, output: String? = nil,
    parameters: [String] = [], zone: String? = nil, asOf: String? = nil, year: Int? = nil,
    dates: String? = nil, errors: String = "text",
    color: String = "auto",
    keepsGoing: Bool = false, readsStartFile: Bool = true, isSafe: Bool = false,
    policies: [String] = [], saveTables: String? = nil
  ) {
    self.files = files
    self.commands = commands
    self.format = format
    self.output = output
    self.parameters = parameters
    self.zone = zone
    self.asOf = asOf
    self.year = year
    self.dates = dates
    self.errors = errors
    self.color = color
    self.keepsGoing = keepsGoing
    self.readsStartFile = readsStartFile
    self.isSafe = isSafe
    self.policies = policies
    self.saveTables = saveTables
  }
}

/// What one start of the program was asked to do.
package struct Invocation: Sendable {
  enum ErrorFormat: String { case text, json }

  /// Data files and scripts, in the order given.
  let files: [String]
  /// Texts to run, in the order given.
  let commands: [String]
  let format: OutputFormat?
  let outputPath: String?
  /// What `--param` gives.
  let parameters: Parameters
  let zone: ZoneRules?
  let asOf: DateLiteral?
  let year: Int?
  let dateOrder: LoadOptions.DateOrder?
  let errorFormat: ErrorFormat
  let colour: ColorChoice
  let keepsGoing: Bool
  let readsStartFile: Bool
  let isSafe: Bool
  /// Policies that were named.
  let policies: [String]
  /// Where the tables are to be saved once all has run.
  let savePath: String?

  /// Checks the words of the command line.
  ///
  /// - Throws: `UsageError` that names the option and what it takes.
  package init(_ arguments: Arguments) throws(UsageError) {
    files = arguments.files
    commands = arguments.commands
    format = try Self.format(arguments)
    outputPath = arguments.output
    parameters = try Parameters(written: arguments.parameters)
    zone = try arguments.zone.map { name throws(UsageError) in
      guard let rules = TimeZones.rules(named: name) else {
        throw .unknownZone
      }
      return rules
    }
    asOf = try arguments.asOf.map { text throws(UsageError) in
      guard let date = DateLiteral(written: text) else {
        throw .notADate
      }
      return date
    }
    if let year = arguments.year, !(1970...9999).contains(year) {
      throw .notAYear
    }
    year = arguments.year
    dateOrder = try arguments.dates.map { word throws(UsageError) in
      try Self.choice(word, of: "--dates", ["mdy", "dmy"])
    }
    errorFormat = try Self.choice(arguments.errors, of: "--errors", ["text", "json"])
    colour = try Self.choice(arguments.color, of: "--color", ["auto", "always", "never"])
    keepsGoing = arguments.keepsGoing
    readsStartFile = arguments.readsStartFile
    isSafe = arguments.isSafe
    policies = arguments.policies
    savePath = arguments.saveTables
  }

  private static func choice<Choice: RawRepresentable<String>>(
    _ word: String, of option: String, _ choices: [String]
  ) throws(UsageError) -> Choice {
    guard let choice = Choice(rawValue: word) else {
      throw .notAChoice(of: option, choices)
    }
    return choice
  }

  /// The named format, or the one that the ending of the output file tells.
  private static func format(_ arguments: Arguments) throws(UsageError) -> OutputFormat? {
    guard let name = arguments.format else { return arguments.output.flatMap(OutputFormat.init(pathEnding:)) }
    if let format = OutputFormat(rawValue: name) { return format }
    throw .unknownFormat(name)
  }
}

/// Reads the command line's own arguments, runs what they ask, and returns the exit status of the process.
package func run(_ invocation: Invocation) throws(UsageError) -> Int32 {
  let terminal = Terminal.current()
  let (scripts, data) = invocation.sortedFiles()
  let isInteractive =
    scripts.isEmpty && invocation.commands.isEmpty && terminal.canEdit && invocation.outputPath == nil
    && invocation.savePath == nil
  var session = Session(isBatch: !isInteractive, files: try invocation.fileAccess())
  session.settle(invocation)
  do throws(Failure) {
    try session.adoptPolicies(named: invocation.policies)
  } catch {
    let style = Style(width: nil, colour: terminal.colorsErrors(invocation.colour), unicode: true)
    let messages = Messages(style: style, isJSON: invocation.errorFormat == .json, form: .brief)
    write(messages.text(error, in: nil), to: STDERR_FILENO)
    return error.exitStatus
  }
  if isInteractive {
    var prompt = Prompt(session: session, invocation: invocation, terminal: terminal)
    return prompt.run(loading: data)
  }
  var batch = Batch(session: session, invocation: invocation, terminal: terminal)
  return try batch.run(scripts: scripts, loading: data)
}

extension Invocation {
  /// Tells scripts from data: scripts end in `.tally` or begin with `#!`.
  fileprivate func sortedFiles() -> (scripts: [String], data: [String]) {
    var scripts: [String] = []
    var data: [String] = []
    for file in files {
      if file.hasSuffix(".tally") || FileAccess.beginsWithInterpreterLine(file) {
        scripts.append(file)
      } else {
        data.append(file)
      }
    }
    return (scripts, data)
  }

  /// With `--safe`, the folders of the named files are all that may be read.
  func fileAccess() throws(UsageError) -> FileAccess {
    guard isSafe else { return FileAccess() }
    if outputPath != nil { throw .safeOutput }
    if savePath != nil { throw .safeSaving }
    let folders = files.filter { $0 != "-" }.compactMap { file in
      FileAccess.realPath(FileAccess.folder(of: file).isEmpty ? "." : FileAccess.folder(of: file)).map {
        $0 + "/"
      }
    }
    return FileAccess(allowedFolders: folders)
  }
}

extension Session {
  /// Takes over what the command line settles.
  mutating func settle(_ invocation: Invocation) {
    given = invocation.parameters
    if let zone = invocation.zone { settings.clock.zone = zone }
    settings.clock.asOf = invocation.asOf?.days.upperBound
    settings.year = invocation.year
    settings.dateOrder = invocation.dateOrder
  }
}
