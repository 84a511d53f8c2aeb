import TallyPlan
import TallyPrivacy
import TallyRender

/// What Tally makes of the name of a member of an archive.
///
/// Folders in archives are called after people now and then, so no message names them.
struct MemberName {
  /// The name without folders.
  private let own: String
  /// Whether a system put it there for itself.
  let isHidden: Bool

  /// - Parameter path: The whole name, folders with it.
  init(path: String) {
    let steps = path.split(separator: "/")
    own = steps.last.map(String.init) ?? ""
    isHidden = steps.contains { $0 == "__MACOSX" || ($0.hasPrefix(".") && ![".", ".."].contains($0)) }
  }

  /// Whether it ends as tables do.
  var isData: Bool { ["csv", "tsv", "txt", "json", "ndjson"].contains(ending) && !isHidden }

  /// The name for people; nil where it may be called after one.
  var shown: String? {
    guard endings.contains(ending), readsLikeExportName(own.dropLast(ending.count + 1), plain: plainName)
    else { return nil }
    return SafeText.forPeople(own)
  }

  /// In lower case, without its point.
  var ending: String {
    own.lastIndex(of: ".").map { own[$0...].dropFirst().lowercased() } ?? ""
  }
}

extension MemberName {
  /// A line about members that are not read; nil where there are none.
  ///
  /// At most five are named, and none that could be called after a person.
  static func notRead(_ names: [MemberName]) -> String? {
    guard !names.isEmpty else { return nil }
    let shown = names.compactMap(\.shown).prefix(5)
    let others = names.count - shown.count
    let rest = shown.isEmpty ? counted(others, "file") : "and \(counted(others, "other"))"
    return "not read, no tables by their names: "
      + (shown + (others > 0 ? [rest] : [])).joined(separator: ", ")
  }

  /// Whether a member that turns out to be no table says nothing against its archive: notes come as text, settings as
  /// JSON.
  static func mayBeNoTable(_ name: String) -> Bool {
    ["txt", "json", "ndjson"].contains(MemberName(path: name).ending)
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(count == 1 ? noun : noun + "s")"
  }
}

/// The name of a sheet as messages may write it; nil where it may be a person's.
func sheetNameForPeople(_ name: String) -> String? {
  readsLikeExportName(name[...], plain: plainName) ? SafeText.forPeople(name) : nil
}

/// What names of files end in.
private let endings: Set<String> = [
  "csv", "doc", "docx", "gif", "gz", "htm", "html", "jpeg", "jpg", "json", "log", "md", "mov", "mp4",
  "ndjson",
  "numbers", "ods", "pdf", "png", "svg", "tsv", "txt", "webp", "xls", "xlsx", "xml", "zip",
]
