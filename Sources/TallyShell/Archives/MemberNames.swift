import TallyPrivacy
import TallyRender

/// What Tally makes of the name of a member of an archive, or of a sheet.
struct MemberName {
  /// The whole name, folders with it.
  let path: String

  /// Whether it ends as tables do.
  var isData: Bool { Self.dataEndings.contains(ending) && !isHidden }

  /// Whether a system put it there for itself.
  var isHidden: Bool { steps.contains { $0.hasPrefix(".") || $0 == "__MACOSX" } }

  /// The folders and the file, without any step that would lead out of the archive.
  private var steps: [Substring] { path.split(separator: "/").filter { $0 != "." && $0 != ".." } }

  /// Whether a member that turns out to be no table says nothing against the archive: notes come as text, settings as JSON.
  static func mayBeNoTable(_ name: String) -> Bool {
    [".txt", ".json", ".ndjson"].contains { name.hasSuffix($0) }
  }

  /// The name for people; nil where it could name a person.
  var shown: String? {
    let safe = SafeText.forPeople(steps.joined(separator: "/"))
    let hasPerson = MaskedText(safe).count > 0
    return hasPerson || safe.isEmpty ? nil : safe
  }

  private var ending: String {
    path.lastIndex(of: ".").map { path[$0...].dropFirst().lowercased() } ?? ""
  }

  private static let dataEndings: Set<String> = ["csv", "tsv", "txt", "json", "ndjson"]

  /// A line about members that are not read; nil where there are none.
  ///
  /// Names that could be those of people are counted and not written.
  static func notRead(_ names: [MemberName]) -> String? {
    guard !names.isEmpty else { return nil }
    let shown = names.compactMap(\.shown).prefix(5)
    let others = names.count - shown.count
    var parts = Array(shown)
    if others > 0 { parts.append(parts.isEmpty ? "\(counted(others))" : "and \(counted(others, "other"))") }
    return "not read, no tables by their names: \(parts.joined(separator: ", "))"
  }

  private static func counted(_ count: Int, _ word: String? = nil) -> String {
    let noun = word ?? "file"
    return "\(count) \(count == 1 ? noun : noun + "s")"
  }
}
