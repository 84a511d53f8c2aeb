import TallyRender

extension Prompt {
  /// What completion may offer at this prompt now.
  var completionWords: CompletionWords {
    var words = session.completionWords
    words.commands = DotCommand.listed.compactMap { command -> CompletionWords.Choice? in
      guard let name = command.name.split(separator: " ").first.map(String.init), name != ".1" else {
        return nil
      }
      return CompletionWords.Choice(
        name,
        values: name == ".format"
          ? OutputFormat.allCases.map(\.rawValue) : name == ".save" ? ["tables"] : [])
    }
    words.commands += rewrites.indices.map { CompletionWords.Choice(".\($0 + 1)") }
    return words
  }
}
