import Foundation
import TallyLanguage
import TallyRender
import TallyShell
import TallyTestSupport

/// One session of the shell, asked without a terminal: what it shows is text without colour.
struct SessionUnderTest {
  var session: Session
  private let folder: URL
  let style: Style

  /// A session whose relative paths count from a folder, shown so many columns wide; nil where width plays no part.
  init(in folder: String, width: Int? = 80) {
    style = Style(width: width, colour: false, unicode: true)
    self.folder = URL(fileURLWithPath: folder)
    session = Session(isBatch: true, files: FileAccess(folder: folder))
  }

  /// Loads files by their paths below the root of the repository, as if named on the command line.
  ///
  /// - Throws: The failure, if one of them does not open.
  mutating func load(_ paths: [String]) throws {
    _ = try session.load(paths.map(Repository.absolute))
  }

  /// Puts a file where `load` finds it.
  ///
  /// - Throws: What Foundation reports if it cannot be written.
  func place(_ file: PlacedFile) throws {
    switch file {
    case .inline(let file):
      let text = file.lines.map { $0 + "\n" }.joined()
      let place = folder.appendingPathComponent(file.name)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: place, atomically: true, encoding: .utf8)
    case .fixture(let path):
      let source = URL(fileURLWithPath: Repository.absolute("Tests/Fixtures/\(path)"))
      try FileManager.default.copyItem(
        at: source, to: folder.appendingPathComponent(source.lastPathComponent))
    }
  }

  /// Asks one question; a prompt for the plan asks `explain`.
  mutating func answer(_ exchange: Exchange) -> TranscriptReply {
    let format = exchange.prompt.format.flatMap(OutputFormat.init(rawValue:)) ?? .box
    let question = exchange.input.joined(separator: "\n")
    let source = SourceText((exchange.prompt.isPlan ? "explain " : "") + question + "\n", name: "case")
    let messages = Messages(style: style, isJSON: false, form: .full)
    if question == ".audit" { return audit(messages) }
    if let path = question.savedPath { return save(path, messages) }
    var writer = AnswerWriter(format, style: format.isMachineFormat ? Style() : style, hasSeveral: false)
    var text = ""
    let failure = Script(source).run(in: &session, isCancelled: { false }) { reply, _ in
      if !text.isEmpty { text += "\n" }
      switch reply {
      case .answer(let answer):
        text += writer.add(query: answer.query, answer.released, decimals: answer.decimals)
        if format.isMachineFormat { text += answer.inferences.map(messages.note).joined() }
      case .beside(let answers, let notes):
        let pairs = answers.map { (query: $0.query, released: $0.released) }
        text += writer.add(beside: pairs, notes: notes, decimals: answers.first?.decimals)
      case .wrote(let file): text += file.line + "\n"
      case .listing(let listing, let query): text += writer.add(query: query, listing)
      case .lines(let lines, _): text += lines.map { $0 + "\n" }.joined()
      case .said(let line): text += line + "\n"
      case .loaded, .done: break
      }
    } failed: { failure, place in
      text += messages.text(failure, in: place.source, statement: place.span)
    }
    return TranscriptReply(text: text + writer.finish(), exitStatus: Int(failure?.exitStatus ?? 0))
  }

  /// `.save tables FILE`, as at the prompt.
  private func save(_ path: String, _ messages: Messages) -> TranscriptReply {
    do throws(Failure) {
      let lines = try session.saveTables(to: path)
      return TranscriptReply(text: lines.map { wrap($0, style: style) + "\n" }.joined(), exitStatus: 0)
    } catch {
      return TranscriptReply(text: messages.text(error, in: nil), exitStatus: Int(error.exitStatus))
    }
  }

  /// `.audit`, as at the prompt.
  private func audit(_ messages: Messages) -> TranscriptReply {
    do throws(Failure) {
      return TranscriptReply(text: try session.auditText(style, isCancelled: { false }), exitStatus: 0)
    } catch {
      return TranscriptReply(text: messages.text(error, in: nil), exitStatus: Int(error.exitStatus))
    }
  }
}

extension SessionUnderTest {
  /// Loads files by their own paths.
  ///
  /// - Throws: The failure, if one of them does not open.
  mutating func loadPlaces(_ paths: [String]) throws { _ = try session.load(paths) }

  /// The last answer to a text in one format; empty where there is none.
  mutating func answer(_ question: String, as format: OutputFormat) -> String {
    var text = ""
    let source = SourceText(question + "\n", name: "case")
    let style = format.isMachineFormat ? Style() : style
    _ = Script(source).run(in: &session, isCancelled: { false }) { reply, _ in
      guard case .answer(let answer) = reply else { return }
      text = render(answer.released, query: answer.query, as: format, style: style, decimals: answer.decimals)
    } failed: { _, _ in
    }
    return text
  }
}

extension String {
  /// The file of a `.save tables`; nil for every other text.
  fileprivate var savedPath: String? {
    hasPrefix(".save tables ") ? String(dropFirst(".save tables ".count)) : nil
  }
}
