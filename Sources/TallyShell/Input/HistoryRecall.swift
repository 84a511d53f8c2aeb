/// Going up and down in a history while a text is edited.
///
/// What stood in the line when the going began is the prefix that entries must have, and it comes back at the bottom.
struct HistoryRecall {
  private var draft = ""
  private var shown = ""
  /// The entry that is shown; as many as there are entries when it is the draft.
  private var position: Int?

  /// The next older (or newer) entry that begins with the draft, nil where there is none that way.
  ///
  /// A text that differs from the one shown last was edited since: it is a new draft.
  mutating func move(older: Bool, from text: String, in entries: [String]) -> String? {
    if position == nil || text != shown {
      draft = text
      shown = text
      position = entries.count
    }
    var at = min(position ?? entries.count, entries.count)
    while older ? at > 0 : at < entries.count {
      at += older ? -1 : 1
      let candidate = at == entries.count ? draft : entries[at]
      guard at == entries.count || (candidate.hasPrefix(draft) && candidate != shown) else { continue }
      position = at
      shown = candidate
      return candidate
    }
    return nil
  }
}
