/// `Grammar/words.txt`, read: the words of each class, in order.
struct WordsFile {
  private(set) var words: [String: [String]] = [:]
  private let reserved: Set<String>
  private let contextual: Set<String>

  struct Malformed: Error { let line: String }

  init() throws {
    for line in try RepositoryFile.text("Grammar/words.txt").split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3 else { throw Malformed(line: String(line)) }
      words[cells[1], default: []].append(cells[0])
    }
    reserved = Set(words["reserved"] ?? [])
    contextual = Set(words["contextual"] ?? [])
  }

  func isContextual(_ word: String) -> Bool { contextual.contains(word) }
  func isReserved(_ word: String) -> Bool { reserved.contains(word) }
}
