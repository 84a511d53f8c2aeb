import TallyPrivacy

/// What a refused question shares with the language, in words that Tally knows.
///
/// Strings, bracketed names, mentions and words of no list here are not heard.
struct HeardWords {
  /// Canonical metrics about posts, in the order heard, at most three; saves where none was heard.
  private(set) var metrics: [String] = []
  /// What `by` was followed by, if it was about posts or time; the video where nothing was.
  private(set) var groups: [Dimension] = []
  /// Canonical audience dimensions, in the order heard.
  private(set) var audience: [String] = []
  /// `last 30 days`, `this month`.
  private(set) var range: WrittenRange?
  /// Whether a crowd of followers was named.
  private(set) var namesFollowers = false
  /// Whether something was asked per unit.
  private(set) var hasUnit = false

  init(_ words: [ScannedWord]) {
    var part = Part.asked
    var index = 0
    while index < words.count {
      if let (heard, length) = HeardWords.range(in: words[index...]) {
        range = range ?? heard
        index += length
        continue
      }
      if words[index].kind == .word {
        hear(words[index].text.lowercased(), in: &part)
      }
      index += 1
    }
    metrics = metrics.isEmpty ? ["saves"] : Array(metrics.prefix(3))
    groups = groups.isEmpty ? [.video] : Array(groups.prefix(2))
    if audience.isEmpty { audience = ["country"] }
  }

  /// The metric that the question is mostly about.
  var metric: String { metrics.first ?? "saves" }

  /// The built-in rate of that metric; nil where it has none.
  var rate: String? { HeardWords.rates[metric] }

  /// Which part of a question a word stands in.
  private enum Part { case asked, groups, unit }

  private mutating func hear(_ word: String, in part: inout Part) {
    switch word {
    case "by": part = .groups
    case "per", "each", "every":
      part = .unit
      hasUnit = true
    case "where", "having", "during", "vs", "top", "bottom", "sort", "with", "beside", "into": part = .asked
    default: break
    }
    if HeardWords.followerWords.contains(word) { namesFollowers = true }
    if let dimension = HeardWords.audienceWords[word], !audience.contains(dimension) {
      audience.append(dimension)
    }
    switch part {
    case .asked:
      if let metric = HeardWords.metricWords[word], !metrics.contains(metric) { metrics.append(metric) }
    case .groups:
      if let group = HeardWords.group(word), !groups.contains(group) { groups.append(group) }
    case .unit: break
    }
  }

  /// A range at the start of some words, with the number of words that it takes.
  private static func range(in words: ArraySlice<ScannedWord>) -> (WrittenRange, Int)? {
    let texts = words.prefix(3).map { $0.kind == .word || $0.kind == .number ? $0.text.lowercased() : "" }
    guard let first = texts.first, texts.count >= 2 else { return nil }
    if first == "this" { return unit(texts[1]).map { (.this($0), 2) } }
    guard first == "last" else { return nil }
    if let unit = unit(texts[1]), !texts[1].hasSuffix("s") { return (.last(nil, unit), 2) }
    guard texts.count == 3, let count = Int64(texts[1]), (1...999).contains(count), let unit = unit(texts[2])
    else { return nil }
    return (.last(Located(Number(count), 0..<0), unit), 3)
  }

  private static func unit(_ word: String) -> CalendarUnit? {
    CalendarUnit(rawValue: word.hasSuffix("s") ? String(word.dropLast()) : word)
  }

  private static func group(_ word: String) -> Dimension? {
    if let grain = Grain(rawValue: word) { return .time(grain, grain == .hour ? .posted : .activity) }
    if ["video", "videos", "post", "posts"].contains(word) { return .video }
    return attributes[word].map { .name(Name($0), every: nil) }
  }

  // MARK: - Words

  private static let rates = [
    "saves": "save_rate", "likes": "like_rate", "comments": "comment_rate", "shares": "share_rate",
  ]

  private static let followerWords: Set<String> = [
    "follower", "followers", "subscriber", "subscribers", "fan", "fans", "superfan", "superfans", "subs",
    "supporter",
    "supporters", "account", "accounts",
  ]

  private static let attributes = [
    "format": "format", "topic": "topic", "hook": "hook", "sound": "sound", "song": "sound", "music": "sound",
    "series": "series", "playlist": "series", "hashtag": "hashtags", "hashtags": "hashtags", "title": "title",
    "platform": "platform",
  ]

  private static let audienceWords = [
    "country": "country", "countries": "country", "territory": "country", "region": "region", "city": "city",
    "cities": "city", "language": "language", "gender": "gender", "sex": "gender", "men": "gender",
    "women": "gender",
    "male": "gender", "female": "gender", "age": "age", "ages": "age", "age_group": "age", "old": "age",
    "older": "age", "young": "age", "younger": "age", "device": "device",
  ]

  /// Words of a question with the metric that they are about.
  private static let metricWords: [String: String] = {
    var words: [String: String] = [:]
    for (metric, heard) in wordsOfMetric {
      for word in heard { words[word] = metric }
    }
    return words
  }()

  private static let wordsOfMetric: [(metric: String, heard: [String])] = [
    (
      "saves",
      [
        "saves", "save", "saved", "saving", "saver", "savers", "bookmarks", "bookmarked", "bookmarker",
        "bookmarkers",
        "favorites", "favourites", "favorited", "favourited", "collects",
      ]
    ),
    ("likes", ["likes", "liked", "liker", "likers", "liking", "hearts"]),
    (
      "comments", ["comments", "commented", "commenter", "commenters", "commenting", "replied", "commentors"]
    ),
    (
      "shares",
      ["shares", "shared", "sharer", "sharers", "sharing", "reposted", "reposts", "reposter", "reposters"]
    ),
    (
      "views",
      ["views", "viewed", "viewer", "viewers", "watched", "watching", "watch", "seen", "watcher", "watchers"]
    ),
    ("save_rate", ["save_rate"]), ("like_rate", ["like_rate"]), ("comment_rate", ["comment_rate"]),
    ("share_rate", ["share_rate"]), ("watch_time", ["watch_time"]), ("impressions", ["impressions"]),
  ]
}
