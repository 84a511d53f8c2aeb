import TallyPlan
package import TallyEngine
package import TallyLanguage
package import TallyRender

/// What one start of the program was asked to do; the command line after it was read.
package struct Invocation: Sendable {
  package enum ErrorFormat: String, Sendable, CaseIterable { case text, json }

  /// Data files and scripts, in the order given.
  package var files: [String] = []
  /// Texts to run, in the order given.
  package var commands: [String] = []
  package var format: OutputFormat?
  package var outputPath: String?
  package var zone: String?
  package var asOf: DateLiteral?
  package var year: Int?
  package var dateOrder: LoadOptions.DateOrder?
  package var errorFormat = ErrorFormat.text
  package var colour = ColorChoice.auto
  package var keepsGoing = false
  package var readsStartFile = true
  package var isSafe = false

  package init() {}
}

/// A wrong use of the command line; exit status 64.
package struct UsageError: Error, Sendable {
  package let message: String

  package init(_ message: String) { self.message = message }
}

/// Reads the command line's own arguments, runs what they ask, and returns the exit status of the process.
package func run(_ invocation: Invocation) throws(UsageError) -> Int32 {
  let terminal = Terminal.current()
  let (scripts, data) = invocation.sortedFiles()
  let isInteractive = scripts.isEmpty && invocation.commands.isEmpty && terminal.canEdit && invocation.outputPath == nil
  var session = Session(isBatch: !isInteractive, files: try invocation.fileAccess())
  try session.settle(invocation)
  if isInteractive {
    var prompt = Prompt(session: session, invocation: invocation, terminal: terminal)
    return prompt.run(loading: data)
  }
  var batch = Batch(session: session, invocation: invocation, terminal: terminal)
  return batch.run(scripts: scripts, loading: data)
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
  fileprivate func fileAccess() throws(UsageError) -> FileAccess {
    guard isSafe else { return FileAccess() }
    if outputPath != nil { throw UsageError("--safe writes nothing, so it cannot go with --output.") }
    let folders = files.filter { $0 != "-" }.compactMap { file in
      FileAccess.realPath(FileAccess.folder(of: file).isEmpty ? "." : FileAccess.folder(of: file)).map { $0 + "/" }
    }
    return FileAccess(allowedFolders: folders)
  }
}

extension Session {
  /// Takes over what the command line settles.
  fileprivate mutating func settle(_ invocation: Invocation) throws(UsageError) {
    if let zone = invocation.zone {
      guard let rules = TimeZones.rules(named: zone) else {
        throw UsageError("--tz: this time zone is not known here; zones look like Europe/Vienna or UTC.")
      }
      settings.clock.zone = rules
    }
    settings.clock.asOf = invocation.asOf?.days.upperBound
    settings.year = invocation.year
    settings.dateOrder = invocation.dateOrder
  }
}
