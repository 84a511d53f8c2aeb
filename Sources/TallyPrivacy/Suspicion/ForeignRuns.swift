/// Words about people in other scripts than the Latin one, by the English words that they stand for.
///
/// Stems are read where words have endings of their own, parts where there are no blanks between words.
enum ForeignRuns {
  /// What a run of letters stands for, in an order in which the rules know it; nil where it says nothing of people.
  static func meaning(of run: String) -> String? {
    let word = withoutArticle(run.lowercased())
    let found = entries.filter { $0.isIn(word) }.map(\.meaning)
    if found.first == "by user" || isByPerson(word) { return "by user" }
    return found.isEmpty ? nil : found.joined(separator: " ")
  }

  /// `アカウントごと`, `按账号`: a word for persons with one that breaks down beside it.
  private static func isByPerson(_ run: String) -> Bool {
    entries.contains { entry in
      ["user", "people", "followers"].contains(entry.meaning)
        && entry.parts.contains { part in
          ["ごと", "別", "毎", "별"].contains { run.contains(part + $0) }
            || ["按", "每个", "每個", "每位", "แยกตาม", "ตาม", "ต่อ"].contains { run.contains($0 + part) }
        }
    }
  }

  /// Whether a run tells what people did, or asks for them.
  static func isAboutDeeds(_ run: String) -> Bool {
    let word = withoutArticle(run.lowercased())
    return entries.contains {
      ["notify", "who", "watched", "saved", "liked", "shared"].contains($0.meaning) && $0.isIn(word)
    }
  }

  struct Entry: Sendable {
    let meaning: String
    /// A run begins with one of these; one that ends in `.` is the whole run.
    let stems: [String]
    /// A run holds one of these.
    let parts: [String]

    init(_ meaning: String, stems: String, parts: String) {
      self.meaning = meaning
      self.stems = stems.split { $0 == " " || $0 == "\n" }.map(String.init)
      self.parts = parts.split { $0 == " " || $0 == "\n" }.map(String.init)
    }

    /// Letters are compared byte by byte, as an ending may join the last letter of a stem.
    func isIn(_ word: String) -> Bool {
      let bytes = Array(word.utf8)
      return stems.contains { stem in
        stem.utf8.last == UInt8(ascii: ".")
          ? bytes.elementsEqual(stem.utf8.dropLast()) : bytes.starts(with: stem.utf8)
      } || parts.contains { holds(bytes, Array($0.utf8)) }
    }

    private func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
      guard bytes.count >= part.count else { return false }
      return (0...(bytes.count - part.count)).contains { bytes[$0...].starts(with: part) }
    }
  }

  /// An Arabic word without the article and the small words that are written together with it.
  private static func withoutArticle(_ word: String) -> String {
    for article in ["وال", "بال", "لل", "ال"] where word.hasPrefix(article) && word.count > article.count + 2
    {
      return String(word.dropFirst(article.count))
    }
    return word
  }
}
