import TallyPlan
import TallyPrivacy

/// The names of the files behind a snapshot, as it may hold them: without folders, and by number where they may be called
/// after a person, as with members of archives.
struct ShownNames {
  private var nameOf: [String: String] = [:]
  private var taken: Set<String> = []

  mutating func shown(_ path: String) -> String {
    if let known = nameOf[path] { return known }
    let own = path.split(separator: "/").last.map(String.init) ?? path
    let name = Self.isForPeople(own) && !taken.contains(own) ? own : numbered(own)
    nameOf[path] = name
    taken.insert(name)
    return name
  }

  private func numbered(_ own: String) -> String {
    let ending = Self.ending(of: own).map { ".\($0)" } ?? ""
    var number = nameOf.count + 1
    while taken.contains("file \(number)\(ending)") { number += 1 }
    return "file \(number)\(ending)"
  }

  /// Whether a name is made of words that exports are called, and ends as they do.
  private static func isForPeople(_ own: String) -> Bool {
    guard let ending = ending(of: own) else { return readsLikeExportName(own[...], plain: plainName) }
    return readsLikeExportName(own.dropLast(ending.count + 1), plain: plainName)
  }

  private static func ending(of own: String) -> String? {
    let ending = own.lastIndex(of: ".").map { own[$0...].dropFirst().lowercased() }
    return ending.flatMap { endings.contains($0) ? $0 : nil }
  }

  private static let endings: Set<String> = [
    "csv", "tsv", "txt", "json", "ndjson", "xlsx", "zip", "gz", "zst", "snapshot",
  ]
}
