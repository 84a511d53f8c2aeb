import TallyLanguage
import TallyPlan

/// A script under way, and what to come back to when it ends.
struct RunningScript: Sendable {
  /// Without links, so that one script is known under all its names.
  let path: String
  /// As messages name it.
  let name: String
  fileprivate let folder: String
  fileprivate let shownFolder: String
  fileprivate let arguments: Parameters
}

extension Session {
  /// Scripts that run scripts, at most so many deep.
  static let deepestRun = 32

  /// Names the script that is about to run as a whole, so that it cannot run itself, and counts paths from its folder.
  ///
  /// - Parameter path: as it was named on the command line; nil for a text that is no file.
  package mutating func begin(script path: String?) {
    files.folder = path.map { FileAccess.folder(of: $0) } ?? ""
    running = []
    guard let path, let real = FileAccess.realPath(path) else { return }
    scriptPaths.insert(real)
    running.append(
      RunningScript(
        path: real, name: path, folder: files.folder, shownFolder: files.shownFolder, arguments: arguments))
  }

  /// Opens the script that a statement runs and moves into its folder.
  ///
  /// - Parameter source: the text that runs it.
  /// - Returns: the script's text.
  /// - Throws: F codes, D004 and D005 from values that name parameters, D008 a script that runs itself, D009 and D011 for
  ///   names behind `with`.
  mutating func enter(
    _ path: Located<String>, of source: SourceText, with bindings: [Binding]
  ) throws -> SourceText {
    let place = Diagnostic.Place.query(path.span)
    let name =
      path.value.hasPrefix("/") ? path.value : FileAccess.folder(of: source.name) + path.value
    // What is run is a file, also where it is called like standard input.
    let written = path.value == "-" ? "./-" : path.value
    if let real = files.realPath(written), let index = running.firstIndex(where: { $0.path == real }) {
      throw Diagnostic.runsItself(path.value, by: running[(index + 1)...].map(\.name), at: path.span)
    }
    guard running.count < Self.deepestRun else {
      throw Diagnostic.runsTooDeep(at: path.span, most: Self.deepestRun)
    }
    let text = SourceText(bytes: try files.read(written, at: place), name: name)
    var inner = files
    inner.enter(folderOf: written)
    let survey = Survey([(text, inner)], definitions: definitions)
    let values = try values(of: bindings, taking: survey.parameters, target: .script)
    if let real = files.realPath(written) { scriptPaths.insert(real) }
    running.append(
      RunningScript(
        path: files.realPath(written) ?? name, name: name, folder: files.folder,
        shownFolder: files.shownFolder, arguments: arguments))
    arguments = arguments.overridden(by: values)
    files = inner
    return text
  }

  /// Goes back to where the script that just ended was run.
  mutating func leave() {
    guard let ended = running.popLast() else { return }
    files.folder = ended.folder
    files.shownFolder = ended.shownFolder
    arguments = ended.arguments
  }

  /// What `with` gives, each value with the parameters that it names in their places.
  ///
  /// - Throws: D009 for a name that the target does not take, D011 for one that stands twice, D004, D005.
  func values(
    of bindings: [Binding], taking known: Set<String>, target: ParameterTarget
  ) throws(Diagnostic) -> Parameters {
    var values = Parameters()
    for binding in bindings {
      let name = binding.name
      guard known.contains(name.text) else {
        throw .unusedArgument(name, of: target, known: known.sorted())
      }
      guard values[name.text] == nil else { throw .repeatedArgument(name) }
      values[name.text] = try binding.value.filled(with: parameters, at: name.span)
    }
    return values
  }
}

extension FileAccess {
  /// Counts paths from the folder of a file from now on.
  mutating func enter(folderOf path: String) {
    let inner = Self.folder(of: path)
    folder = Self.folder(of: resolve(path))
    shownFolder = path.hasPrefix("/") ? inner : shownFolder + inner
  }
}
