import TallyLanguage
import TallyPlan
import TallyPrivacy

/// What can be told of texts before they run: which parameters they take, and how many answers they give.
///
/// Scripts that they run are read too, as far as they can be.
struct Survey {
  /// Names that `param` gives a default, and names in braces.
  private(set) var parameters: Set<String> = []
  /// How many answers come when all goes well.
  private(set) var answers = 0
  /// Whether every script that is run could be read.
  private(set) var isComplete = true

  private var definitions: Definitions
  private var open: [String] = []

  /// - Parameters:
  ///   - texts: each with the files as seen from its folder.
  ///   - definitions: what is defined before.
  init(_ texts: [(source: SourceText, files: FileAccess)], definitions: Definitions = Definitions()) {
    self.definitions = definitions
    for text in texts { read(text.source, text.files) }
  }

  private mutating func read(_ source: SourceText, _ files: FileAccess) {
    var isExpectedToFail = false
    for part in parse(source) {
      guard case .statement(let statement, _) = part else {
        isExpectedToFail = false
        continue
      }
      let before = answers
      read(statement, source, files)
      if isExpectedToFail { answers = before }
      if case .expect = statement { isExpectedToFail = true } else { isExpectedToFail = false }
    }
  }

  private mutating func read(_ statement: Statement, _ source: SourceText, _ files: FileAccess) {
    switch statement {
    case .question(let question):
      parameters.formUnion(definitions.parameters(of: question))
      answers += question.answerCount
    case .explain(let question):
      parameters.formUnion(definitions.parameters(of: question))
      answers += 1
    case .assert(let assertion): parameters.formUnion(definitions.parameters(of: assertion))
    case .param(let binding):
      parameters.insert(binding.name.text)
      parameters.formUnion(binding.value.parameters.map(\.value))
    case .define(let definition): define(definition, source)
    case .run(let run):
      let outer = parameters.union(run.arguments.flatMap(\.value.parameters).map(\.value))
      switch run.target {
      case .report(let name):
        parameters = definitions.parameters(ofReport: name.text) ?? []
        answers += definitions.reports[name.text]?.question.answerCount ?? 0
      case .script(let path):
        parameters = []
        follow(path.value, files)
      }
      parameters.subtract(run.arguments.map(\.name.text))
      parameters.formUnion(outer)
    case .show, .help: answers += 1
    case .load, .column, .set, .expect, .print: break
    }
  }

  private mutating func define(_ definition: Definition, _ source: SourceText) {
    let name = definition.name.text
    switch definition.body {
    case .metric(let expression): definitions.define(metric: name, as: expression)
    case .group(let condition):
      definitions.define(group: name, as: condition)
      parameters.formUnion(condition.parameters.map(\.value))
    case .label(let cases):
      definitions.define(label: name, as: cases)
      parameters.formUnion(cases.flatMap { $0.condition?.parameters ?? [] }.map(\.value))
    case .report(let question):
      definitions.define(report: name, as: SavedReport(question: question, source: source))
      parameters.formUnion(question.parameters.map(\.value))
    }
  }

  private mutating func follow(_ path: String, _ files: FileAccess) {
    guard let real = files.realPath(path), !open.contains(real), open.count < Session.deepestRun,
      FileAccess.isOrdinaryFile(real), let bytes = try? files.read(path, at: .none)
    else {
      isComplete = false
      return
    }
    var inner = files
    inner.enter(folderOf: path)
    open.append(real)
    read(SourceText(bytes: bytes, name: path), inner)
    open.removeLast()
  }
}

extension Question {
  /// How many answers it gives to the output; none where they go to a file.
  fileprivate var answerCount: Int {
    if destination != nil { return 0 }
    switch body {
    case .report(let queries): return queries.count
    case .analysis: return 1
    }
  }
}
