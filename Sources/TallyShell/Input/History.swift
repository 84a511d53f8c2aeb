/// The texts that were typed before, for recall: whole texts, newlines and all.
///
/// What goes in is decided by the session: refused questions are never given to a history.
package struct History: Sendable {
  /// Oldest first, none twice: a text that is typed again moves to the end.
  package private(set) var entries: [String] = []
  /// How many are kept; the oldest go first.
  package static let limit = 10_000

  private let file: HistoryFile?
  private var lastOnDisk: String?
  private var warning: String?
  private var hasWarned = false

  /// A history of this session alone.
  package init() { file = nil }

  /// The history kept in a file, which is made when the first entry is written.
  ///
  /// A missing file is an empty history. Damaged lines are left out. Where there is no path or the file cannot be
  /// read, the session goes on without it and `takeWarning` says so once.
  package init(path: String?) {
    guard let path else {
      file = nil
      warning = Self.noPlaceWarning
      return
    }
    let file = HistoryFile(path: path)
    self.file = file
    guard let stored = file.load() else {
      warning = Self.unreadableWarning(path)
      return
    }
    entries = Array(Self.unique(newestFirst: stored.reversed()).suffix(Self.limit))
    lastOnDisk = entries.last
  }

  /// Where the history is kept: `$XDG_STATE_HOME/tally/history`, else `~/.local/state/tally/history`; nil
  /// without either.
  ///
  /// Relative directories do not count (XDG Base Directory Specification 0.8).
  package static func path(environment: (String) -> String?) -> String? {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/tally/history" }
    if let home = environment("HOME"), home.hasPrefix("/") { return home + "/.local/state/tally/history" }
    return nil
  }

  /// Adds a text for recall, and to the file where asked.
  ///
  /// A blank text and one that begins with a space are not remembered at all. On disk goes only what differs from
  /// the entry before it and is no longer than `HistoryFile.longestEntry`.
  package mutating func remember(_ text: String, onDisk: Bool) {
    guard let entry = Self.entry(of: text) else { return }
    if let known = entries.lastIndex(of: entry) { entries.remove(at: known) }
    entries.append(entry)
    if entries.count > Self.limit { entries.removeFirst(entries.count - Self.limit) }
    guard onDisk, let file, entry != lastOnDisk, entry.utf8.count <= HistoryFile.longestEntry else { return }
    if file.append(entry) {
      lastOnDisk = entry
    } else {
      warn(Self.unwritableWarning(file.path))
    }
  }

  /// Forgets everything, on disk too; false where the file could not be emptied.
  package mutating func clear() -> Bool {
    entries = []
    lastOnDisk = nil
    return file?.clear() ?? true
  }

  /// A sentence for the user, the first time that the file could not be used; nil ever after.
  package mutating func takeWarning() -> String? {
    guard let sentence = warning, !hasWarned else { return nil }
    hasWarned = true
    warning = nil
    return sentence
  }

  /// The entries that hold a part, case ignored, newest first; all of them for an empty part.
  ///
  /// - Complexity: O(characters in the history).
  package func search(_ part: String) -> [String] {
    let wanted = part.lowercased()
    if wanted.isEmpty { return entries.reversed() }
    return entries.reversed().filter { $0.lowercased().contains(wanted) }
  }

  private mutating func warn(_ sentence: String) {
    if !hasWarned { warning = sentence }
  }

  /// The text as it is remembered: without blanks at the end; nil where it is not.
  private static func entry(of text: String) -> String? {
    guard let first = text.unicodeScalars.first, first != " " else { return nil }
    guard let end = text.unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return nil }
    return String(text.unicodeScalars[...end])
  }

  private static func unique(newestFirst: [String]) -> [String] {
    var seen: Set<String> = []
    return newestFirst.filter { seen.insert($0).inserted }.reversed()
  }
}
