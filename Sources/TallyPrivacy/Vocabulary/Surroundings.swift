/// Words that are not about people themselves, but decide how a word beside them is read.
package enum Surroundings {
  /// What people did to a post, as exports and creators name the counts; the canonical names stand first.
  package static let actions: Set<String> = [
    "saves", "likes", "comments", "shares", "gifts", "follows",
    "save_rate", "like_rate", "comment_rate", "share_rate", "gift_rate", "follow_rate",
    "saved", "liked", "commented", "shared", "gifted", "followed", "bookmarked", "favorited", "favourited",
    "reposted",
    "saving", "liking", "commenting", "sharing", "bookmarking",
    "favorites", "favourites", "bookmarks", "collects", "hearts", "reactions", "replies", "reposts",
    "retweets",
    "diamonds", "dislikes", "link_clicks", "saves_removed", "unsaves", "follows_from_post", "engagement",
    "engagements", "interactions", "engaged",
    "save_count", "saves_count", "like_count", "likes_count", "comment_count", "comments_count",
    "share_count",
    "shares_count", "gift_count", "gifts_count", "follow_count", "favorite_count", "favorites_count",
    "favourites_count",
    "bookmark_count", "bookmarks_count", "collect_count", "digg_count", "repost_count", "reply_count",
    "total_saves", "total_likes", "total_comments", "total_shares", "total_gifts", "total_favorites",
    "total_bookmarks",
    "total_interactions", "total_engagement", "favorite_rate", "favourite_rate", "bookmark_rate",
    "collect_rate",
    "repost_rate", "reply_rate", "engagement_rate", "interaction_rate", "saves_rate", "likes_rate",
    "comments_rate",
    "shares_rate", "new_saves", "new_likes", "new_comments", "new_shares", "accounts_engaged",
  ]

  /// An action that needs `rate`, `count` or the like after it to be a number: `save rate`.
  static let actionStems: Set<String> = [
    "save", "like", "comment", "share", "gift", "follow", "favorite", "favourite", "bookmark", "repost",
    "engagement",
  ]

  /// What describes people in bulk, as a column is named.
  package static let audienceDimensions: Set<String> = [
    "country", "countries", "region", "regions", "city", "cities", "territory", "territories",
    "top_territories",
    "top_countries", "top_cities", "language", "languages", "gender", "genders", "sex", "age", "ages",
    "device",
    "devices", "demographic", "demographics", "nationality", "nationalities", "ethnicity", "postcode",
    "zipcode", "continent", "geography", "province", "state", "states",
  ]

  /// Names that begin with an audience dimension and still mean it: `age_group`, `country_code`.
  static let dimensionTails: Set<String> = [
    "group", "groups", "bracket", "brackets", "range", "ranges", "band", "bands", "bucket", "buckets", "code",
    "codes",
    "name", "names", "gender", "sex", "split",
  ]

  /// Names of an audience dimension that no rule above makes.
  static let otherDimensions: Set<String> = [
    "agegroup", "zip_code", "postal_code", "operating_system", "device_type", "device_types",
    "device_category", "device_categories", "device_model", "device_models", "device_os", "native_language",
    "home_country", "home_city",
    "birth_year", "year_of_birth", "household_income", "active_hour",
  ]

  /// Holders in front of a dimension: `viewer_country`, `audience_age`.
  static let dimensionHolders: Set<String> = PersonName.holders.union(["audience", "their"])

  /// How plain speech asks for the make-up of a crowd.
  static let demographicWords: Set<String> = [
    "men", "women", "male", "males", "female", "females", "old", "older", "young", "younger", "teens",
    "teenagers",
    "kids", "adults", "boys", "girls", "locations",
  ]

  /// Groups of people by what they are, refused beside an action even without a dimension's name: `saves by women`.
  static let demographicGroups: Set<String> = [
    "men", "women", "male", "males", "female", "females", "teens", "teenagers", "boys", "girls",
  ]

  /// After one person of a crowd, a word that makes a number or a breakdown of the crowd: `follower growth`.
  static let crowdTails: Set<String> = audienceDimensions.union([
    "growth", "count", "counts", "numbers", "number", "figures", "stats", "gain", "gains", "gained", "loss",
    "losses", "lost", "change", "changes",
    "total",
    "totals", "rate", "trend", "trends", "retention", "activity", "history", "base", "peak", "status", "type",
    "types",
    "reached", "engaged", "views", "visits",
  ])

  /// Crowd tails that stay harmless after `by` and `per`.
  static let groupTails: Set<String> = audienceDimensions.union([
    "growth", "count", "gain", "gained", "loss", "lost", "change", "status", "type", "types",
  ])

  /// After a person, a word that makes the two a kind of content: `user stories`, `fan favourites`, `email campaign`.
  static let contentTails: Set<String> = [
    "generated", "submitted", "suggested", "stories", "story", "favourite", "favourites", "favorite",
    "favorites",
    "funding", "guide", "guides", "requests", "request", "questions", "spotlight", "spotlights", "feedback",
    "challenge",
    "challenges", "art", "edits", "mail", "campaign", "campaigns", "series", "newsletter", "marketing",
    "signups",
    "goal", "goals", "milestone", "milestones", "appreciation", "videos", "vlog", "vlogs", "tips", "hacks",
    "prank", "pranks", "setup", "review", "reviews", "tutorial", "tutorials", "tour",
    "recipes",
    "content", "made", "night", "health", "meetup", "poll", "polls",
  ]

  /// What has names that are nobody's: `names of my hashtags`.
  static let namedContent: Set<String> = [
    "hashtags", "sounds", "songs", "topics", "formats", "hooks", "series", "playlists", "columns", "tables",
    "files",
    "metrics", "weeks", "months", "days", "countries", "cities", "regions", "platforms",
  ]

  /// What may be about somebody: `videos about my mom`.
  static let contentNouns: Set<String> = [
    "video", "videos", "post", "posts", "clip", "clips", "reel", "reels", "vlog", "vlogs", "tutorial",
    "tutorials",
    "recipe", "recipes", "content", "series", "story", "stories", "tips", "shorts", "tiktoks", "episodes",
    "dinner",
    "dinners", "meals", "songs", "hook", "hooks", "ideas", "gifts", "guide", "guides",
  ]

  /// After two words that make an identifier, a word that makes a number of it: `profile link clicks`.
  static let countedTails: Set<String> = [
    "clicks", "click", "taps", "tap", "visits", "views", "count", "rate", "length",
  ]

  /// What is kept of single persons: `session replay for one viewer` is none of what posts are about.
  static let traces: Set<String> = [
    "replay", "journey", "path", "data", "log", "logs", "history", "timeline", "activity", "session",
    "profile", "details",
  ]

  /// Words that may stand between a word and what it speaks of.
  static let determiners: Set<String> = [
    "of", "my", "the", "our", "your", "all", "these", "those", "this", "that", "a", "an", "any", "every",
    "each", "me",
    "other", "own", "his", "her", "their", "some", "us",
  ]

  /// Adjectives that may stand before a crowd.
  static let adjectives: Set<String> = [
    "new", "unique", "different", "distinct", "loyal", "active", "engaged", "devoted", "frequent", "recent",
    "regular",
    "female", "male", "young", "old", "actual", "individual", "many", "single", "top",
    "two", "three", "four", "five", "ten", "twenty", "fifty", "hundred", "thousand",
  ]

  /// Words that may stand before a crowd without changing what is asked.
  static let modifiers = determiners.union(adjectives)

  /// What may stand between `how many` or `number of` and the crowd that is counted.
  static let countedModifiers = modifiers.subtracting(["many", "of"])

  /// What may stand between `which` or `best` and the crowd that persons are picked from.
  static let pickedModifiers = modifiers.union(["one", "ones"]).subtracting(["top"])

  /// Words that pick single persons out of a crowd.
  static let superlatives: Set<String> = [
    "top", "bottom", "biggest", "best", "worst", "keenest", "loudest", "truest", "favorite", "favourite",
    "loyalest",
    "number",
  ]

  /// Words that ask for a list.
  static let listVerbs: Set<String> = [
    "list", "name", "export", "dump", "enumerate", "scrape", "get", "fetch", "show", "give", "find", "pull",
    "download",
    "extract", "display", "print", "see", "view", "tell", "retrieve", "return", "reveal", "sort", "rank",
  ]

  /// Words that begin a request without being part of it.
  static let politeness: Set<String> = [
    "please", "hey", "hi", "hello", "tally", "ok", "okay", "can", "could", "would", "will", "you", "u", "i",
    "we", "to",
    "want", "wanna", "need", "like", "just", "now", "so", "and", "help", "me", "let", "try", "show", "tell",
    "know",
    "how", "do", "explain", "using",
  ]

  /// Words that ask whether something happened.
  static let questionVerbs: Set<String> = [
    "did", "didn", "does", "has", "have", "had", "is", "isn", "was", "were", "are",
  ]

  /// What a person does to a post, in the forms that follow `did`, `has` and `is`.
  static let deeds: Set<String> = [
    "save", "like", "comment", "share", "watch", "view", "see", "follow", "unfollow", "bookmark", "favorite",
    "favourite", "repost", "gift", "rewatch", "click", "download",
    "saved", "liked", "commented", "shared", "watched", "viewed", "seen", "followed", "unfollowed",
    "bookmarked",
    "favorited", "favourited", "reposted", "gifted", "rewatched", "clicked", "downloaded",
    "saving", "liking", "commenting", "sharing", "watching", "viewing", "seeing", "following", "unfollowing",
    "bookmarking", "reposting", "rewatching",
  ]

  /// What a deed is done to.
  static let deedObjects: Set<String> = [
    "my", "this", "that", "the", "it", "me", "any", "anything", "video", "videos", "post", "posts", "clip",
    "reel",
    "on", "both", "these", "those", "our", "everything", "all",
  ]

  /// Deeds that leave a number behind, told apart from words of the grammar.
  static let countedDeeds: Set<String> = [
    "save", "saved", "saving", "comment", "commented", "commenting", "follow", "followed", "bookmark",
    "bookmarked",
    "repost", "reposted", "liked", "shared",
  ]

  /// Words that make a number of what follows: `number of savers`.
  static let counts: Set<String> = [
    "number", "count", "amount", "percentage", "percent", "proportion", "share", "total", "sum", "fraction",
    "rate",
  ]

  /// Words that are never the name of somebody in `did ... save`.
  static let impersonal: Set<String> = demographicGroups.union(questionVerbs).union([
    "video", "videos", "post", "posts", "clip", "clips", "reel", "reels", "my", "the", "this", "that",
    "these", "those",
    "it", "topic", "format", "hook", "sound", "series", "tutorial", "tutorials", "content", "channel", "more",
    "most",
    "there", "a", "an", "any", "i", "we", "you", "they", "people", "viewers", "followers", "subscribers",
    "fans",
    "views", "likes", "saves", "comments", "shares", "where", "by", "week", "month", "year", "day", "not",
    "many", "how",
    "number", "count", "which", "what", "when", "why", "to", "way", "audience", "everything", "something",
    "nothing",
  ])

  /// Time and content that a crowd may be counted by: `list followers by week`.
  static let harmlessGroups: Set<String> = audienceDimensions.union([
    "hour", "day", "weekday", "week", "month", "quarter", "year", "video", "post", "topic", "format", "hook",
    "sound",
    "series", "platform", "hashtag", "source", "age_group",
  ])

  /// Whether a plain name is a column that describes people in bulk.
  static func isAudienceDimension(_ name: String) -> Bool {
    if isDimension(name) { return true }
    guard name.utf8.contains(UInt8(ascii: "_")) else { return false }
    let words = name.split(separator: "_").map(String.init)
    let rest = words.drop(while: dimensionHolders.contains)
    if rest.count < words.count, isDimension(rest.joined(separator: "_")) { return true }
    guard let first = rest.first, rest.count >= 2 else { return false }
    return audienceDimensions.contains(first) && rest.dropFirst().allSatisfy(dimensionTails.contains)
  }

  private static func isDimension(_ name: String) -> Bool {
    audienceDimensions.contains(name) || otherDimensions.contains(name)
  }

  /// Whether a plain name is a number of what people did.
  static func isAction(_ name: String) -> Bool { actions.contains(name) }
}
