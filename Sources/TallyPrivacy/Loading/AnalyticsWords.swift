/// Whether a header may be the name of a person: it is shaped like a handle, an address or a first and last name, or
/// heads numbers and holds a word that is none of analytics.
///
/// - Parameter words: its words, small and without accents.
package func mayNamePerson(_ header: String, words: [String], isNumeric: Bool) -> Bool {
  // Every word must be one of analytics: `anna views` may be one column of many.
  if !words.isEmpty, words.allSatisfy(readsLikeAnalytics) { return false }
  if isNumeric || header.contains("@") || words.isEmpty { return true }
  let written = header.split(separator: " ")
  return written.count >= 2 && written.allSatisfy { $0.first?.isUppercase == true }
}

/// Whether a header of numbers reads like a first and a last name: of two words or more, none is one of analytics.
package func readsLikeFullName(words: [String]) -> Bool {
  words.count >= 2 && !words.contains(where: readsLikeAnalytics)
}

/// Whether a word, small and plain, is one that exports of analytics use, which no person is told by.
package func readsLikeAnalytics(_ word: String) -> Bool { analyticsWords.contains(word) || Int(word) != nil }

private let analyticsWords: Set<String> = [
  "and", "by", "for", "from", "full", "in", "of", "on", "or", "per", "the", "to", "with",
  "activity", "ad", "ads", "amount", "app", "audience", "average", "avg", "bounce", "cards", "cities",
  "countries", "change", "channel", "click",
  "clicks",
  "comment", "comments", "completion", "content", "conversion", "count", "cost", "daily", "date", "day",
  "days",
  "difference", "dislikes", "duration", "end", "engaged", "engagement", "engagements", "exits", "feed",
  "first",
  "follower", "followers", "follows", "gained", "growth", "hashtag", "hour", "hours", "id", "impression",
  "impressions", "index", "installs", "interactions", "leads", "length", "level", "likes", "link", "live",
  "lost",
  "media", "membership", "minutes", "month", "net", "new", "number", "opens", "organic", "paid", "part",
  "percent",
  "percentage", "phone", "play", "played", "plays", "position", "post", "posts", "previous", "profile",
  "rank", "rate",
  "ratio", "reach", "reactions", "replies", "reposts", "retention", "retweets", "returning", "score",
  "seconds",
  "sessions", "share", "shares", "shown", "skip", "skips", "spend", "start", "starts", "status", "stayed",
  "stories",
  "submission", "subscriber", "subscribers", "sum", "swiped", "tap", "taps", "time", "total", "traffic",
  "type",
  "unique", "upvotes", "video", "videos", "view", "viewed", "viewers", "views", "visits", "votes", "watch",
  "watched",
  "website", "week", "year",
  "bookmark", "bookmarks", "coins", "dislike", "effort", "favorite", "favorites", "gift", "gifts", "hook",
  "intro", "like",
  "outro", "pin", "pins", "points", "rating", "reel", "reels", "save", "saved", "saves", "short", "source",
  "sources",
  "shorts", "story",
  "thumbnail", "unsaves",
  "annotation", "annotations", "card", "clickable", "closable", "close", "closes", "consumption",
  "detail", "details", "expands", "feedback", "gross", "hide", "matched", "negative", "other", "permalink",
  "photo", "red", "targeting", "teaser",
]
