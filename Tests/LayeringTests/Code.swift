/// Swift source as lines of words, without comments and without the content of strings on one line.
enum Code {
  /// One line of a source that has code on it.
  struct Line {
    /// From 1.
    let number: Int
    /// Identifiers, keywords and numbers in the order written.
    let words: [Substring]
  }

  static func lines(of source: String) -> [Line] {
    source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
      index, text in
      let words = codeOnly(text).split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      return words.isEmpty ? nil : Line(number: index + 1, words: words)
    }
  }

  /// Whether a line has a name that can only mean how many people are enough to be shown.
  static func namesThreshold(_ line: Line) -> Bool {
    line.words.contains { word in
      let name = word.lowercased()
      return ["threshold", "smallestgroup", "smallestbucket", "minimumgroup", "minimumbucket"].contains {
        name.contains($0)
      }
    }
  }

  /// The line up to a comment, its quoted parts emptied.
  private static func codeOnly(_ line: Substring) -> Substring {
    var result = ""
    var isQuoted = false
    var previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" { isQuoted.toggle() }
      if !isQuoted {
        if character == "/", previous == "/" { break }
        result.append(character)
      }
      previous = character
    }
    return Substring(result)
  }
}
