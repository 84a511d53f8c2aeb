/// Whether a row in the middle of a table is the header of a list of people that goes on below: `Follower, Handle, Joined`.
///
/// Two or more of its cells, at least half, are headers about people; or one is, and the others are words of headers too.
///
/// - Parameter cells: of one row, those with anything in them.
/// - Complexity: O(length).
package func headsPeople(_ cells: [String]) -> Bool {
  guard cells.count >= 2 else { return false }
  let others = cells.filter { PersonHeader($0) == .none }
  let people = cells.count - others.count
  if people > 1, people >= others.count { return true }
  return people > 0
    && others.allSatisfy { fold($0).split(separator: "_").allSatisfy(headsColumns) }
}

/// Whether a word heads columns, and is none that videos are called by.
private func headsColumns(_ word: Substring) -> Bool {
  let word = String(word)
  return columnWords.contains(word) || (readsLikeAnalytics(word) && !videoWords.contains(word))
}

/// Where a list of people begins below videos, told by ids: numbers of a platform, then names of accounts, two or more.
///
/// - Parameter ids: in the order of the rows.
/// - Returns: nil where all ids are of one kind, or in no such order.
/// - Complexity: O(length).
package func accountsBelow(_ ids: [String]) -> Int? {
  guard let first = ids.firstIndex(where: { !isPlatformNumber($0) }), first > 0, ids.count - first >= 2 else {
    return nil
  }
  return ids[first...].allSatisfy(readsLikeAccount) ? first : nil
}

/// A number as platforms give to posts.
private func isPlatformNumber(_ id: String) -> Bool {
  id.utf8.count >= 15 && id.utf8.allSatisfy { $0.isDigit }
}

/// Small letters, with digits, points or `_` between or behind them: `zuzka_novak92`.
package func readsLikeAccount(_ text: String) -> Bool {
  let bytes = text.utf8
  guard (4...30).contains(bytes.count), let first = bytes.first, first.isSmallLetter else { return false }
  return bytes.allSatisfy {
    $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
  }
    && bytes.count { $0.isSmallLetter } >= 3
}

extension UInt8 {
  fileprivate var isSmallLetter: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }
}

/// What else heads columns of lists of people, folded.
private let columnWords: Set<String> = [
  "active", "at", "badge", "city", "country", "created", "follow", "joined", "language", "last", "location",
  "notes", "region", "role", "seen", "since", "started", "subscribed", "tier", "verified",
  "datum", "land", "seit", "stadt", "depuis", "pays", "ville", "ciudad", "desde", "fecha", "pais", "citta",
  "data", "paese",
]

/// What creators call videos among the words of analytics, folded.
private let videoWords: Set<String> = [
  "ad", "card", "content", "end", "feed", "first", "gift", "gifts", "hook", "intro", "live", "new", "outro",
  "part",
  "photo", "post", "reel", "reels", "short", "shorts", "start", "stories", "story", "teaser", "thumbnail",
  "video",
  "videos",
]
