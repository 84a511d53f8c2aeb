/// Text between the pipes of a Markdown table.
enum MarkdownText {
  /// The text with a backslash before every character that Markdown would read as markup (CommonMark 2.4).
  ///
  /// An underscore inside a word is no markup and stays, so that `save_rate` is readable as source too.
  static func escaped(_ text: String) -> String {
    let markup: Set<Character> = ["\\", "|", "`", "*", "[", "]", "<", ">", "&", "~"]
    let characters = Array(text)
    var safe = ""
    for (index, character) in characters.enumerated() {
      if character == "_" {
        let isInside =
          index > 0 && index + 1 < characters.count && isWord(characters[index - 1])
          && isWord(characters[index + 1])
        safe += isInside ? "_" : "\\_"
      } else {
        if markup.contains(character) { safe.append("\\") }
        safe.append(character)
      }
    }
    return safe
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}

/// Text inside an HTML element.
enum HTMLText {
  /// The text with the five characters of markup as references.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case _: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
