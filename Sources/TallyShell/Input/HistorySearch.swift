import CLineEditor

/// A key as the search in the history reads it.
enum SearchKey: Hashable {
  case character(Unicode.Scalar)
  case backspace
  case clear
  case older
  case newer
  /// Takes the entry and runs it.
  case run
  /// Takes the entry into the line, to go on editing.
  case take
  /// Back to the line as it was.
  case leave
  case resized
  case ignored

  /// From a key of the C editor.
  init(_ key: Int32) {
    switch key {
    case 13, 10: self = .run
    case 9, 1, 5: self = .take
    case 18, 16: self = .older
    case 19, 14: self = .newer
    case 8, 127: self = .backspace
    case 21, 23: self = .clear
    case 7: self = .leave
    case Int32(TALLY_KEY_UP): self = .older
    case Int32(TALLY_KEY_DOWN): self = .newer
    case Int32(TALLY_KEY_LEFT), Int32(TALLY_KEY_RIGHT), Int32(TALLY_KEY_HOME), Int32(TALLY_KEY_END):
      self = .take
    case Int32(TALLY_KEY_ESCAPE), Int32(TALLY_KEY_STOP): self = .leave
    case Int32(TALLY_KEY_RESIZED): self = .resized
    case 32..<0x110000:
      self = UInt32(exactly: key).flatMap(Unicode.Scalar.init).map(SearchKey.character) ?? .ignored
    default: self = .ignored
    }
  }
}

/// The state of a search in the history: what was typed, what has it, and which of them is chosen.
struct HistorySearch {
  enum Outcome: Hashable {
    case taken(String, runs: Bool)
    case left
  }

  /// Entries seen at a time.
  static let shown = 5

  private let history: History
  private(set) var part = ""
  private(set) var hits: [String]
  private(set) var chosen = 0

  init(_ history: History) {
    self.history = history
    hits = history.search("")
  }

  /// What a key ends the search with, nil while it goes on.
  mutating func press(_ key: SearchKey) -> Outcome? {
    switch key {
    case .character(let scalar):
      part.unicodeScalars.append(scalar)
      look()
    case .backspace:
      if !part.isEmpty { part.removeLast() }
      look()
    case .clear:
      part = ""
      look()
    case .older: chosen = min(chosen + 1, max(hits.count - 1, 0))
    case .newer: chosen = max(chosen - 1, 0)
    case .run, .take: return hits.isEmpty ? .left : .taken(hits[chosen], runs: key == .run)
    case .leave: return .left
    case .resized, .ignored: break
    }
    return nil
  }

  private mutating func look() {
    hits = history.search(part)
    chosen = 0
  }

  /// The search with up to five entries below it, drawn from the start of the cursor's row.
  ///
  /// No row is filled to its last column, so the terminal never wraps one; the cursor ends behind the typed part.
  func drawing(columns: Int, rows: Int, usesColor: Bool) -> String {
    let width = max(columns - 1, 1)
    let label = width >= 24 ? "search: " : "? "
    let typed = TextColumns.tail(part, columns: max(width - label.count, 0))
    var below = listed(rows: rows).map { index, entry in
      let row = TextColumns.row((index == chosen ? "> " : "  ") + entry, columns: width)
      return usesColor && index == chosen ? "\u{1B}[7m\(row)\u{1B}[0m" : row
    }
    if hits.isEmpty { below.append(TextColumns.row("  no earlier query has this", columns: width)) }
    if width >= 39, rows > below.count + 2 {
      let keys = "  Enter runs, Tab edits, Esc goes back"
      below.append(usesColor ? "\u{1B}[2m\(keys)\u{1B}[0m" : keys)
    }
    if rows < 2 { below = [] }
    let head = label + typed
    let up = below.isEmpty ? "" : "\u{1B}[\(below.count)A"
    return "\r\u{1B}[J" + head + below.map { "\r\n" + $0 }.joined() + up
      + "\r\u{1B}[\(TextColumns.count(head))C"
  }

  /// The entries around the chosen one, with their places among the hits.
  private func listed(rows: Int) -> [(Int, String)] {
    let count = max(min(Self.shown, rows - 2), 1)
    let first = max(0, chosen - count + 1)
    return hits.indices.dropFirst(first).prefix(count).map { ($0, hits[$0]) }
  }
}
