/// `Grammar/words.txt`, read: the words of each class, in order.
struct WordsFile {
  private(set) var words: [String: [String]] = [:]

  struct Malformed: Error { let line: String }

  init() throws {
    for line in try RepositoryFile.text("Grammar/words.txt").split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3 else { throw Malformed(line: String(line)) }
      words[cells[1], default: []].append(cells[0])
    }
  }

  func isContextual(_ word: String) -> Bool { words["contextual"]?.contains(word) ?? false }
  func isReserved(_ word: String) -> Bool { words["reserved"]?.contains(word) ?? false }
}
