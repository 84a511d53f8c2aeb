import TallyPrivacy

/// The published list of columns that Tally knows by name.
///
/// A plain CSV file needs no more than these headers. The list is also what `show columns`, `help` and messages name.
package enum StandardCatalog {
  /// Every standard column: keys and times, content, delivery, actions, exposure, audience.
  package static let columns: [StandardColumn] =
    keysAndTimes + content + delivery + actions + exposure + audience + audienceDimensions

  /// The standard column of a plain name, canonical or alias.
  package static func column(named plainName: String) -> StandardColumn? { byName[plainName] }

  private static let byName: [String: StandardColumn] = Dictionary(
    columns.flatMap { column in ([column.name] + column.aliases).map { ($0, column) } },
    uniquingKeysWith: { first, _ in first })
}

extension StandardCatalog {
  private static let everywhere: Set<TableRole> = [.videos, .daily, .channel]
  private static let perVideo: Set<TableRole> = [.videos, .daily]

  private static let keysAndTimes: [StandardColumn] = [
    StandardColumn(
      "video", aliases: ["video_id", "post", "post_id", "media_id", "reel_id", "id", "pin_id"], .key, .id,
      .number,
      in: perVideo, "the id of a video or post"),
    StandardColumn(
      "posted",
      aliases: [
        "posted_at", "post_time", "post_date", "date_posted", "published", "published_at", "publish_time",
        "publish_date", "uploaded", "uploaded_at", "upload_date", "video_publish_time", "posted_on",
        "published_on",
      ], .time, .date, .number, in: perVideo, "when it was posted"),
    StandardColumn(
      "date", aliases: ["day", "activity_date"], .time, .date, .number, in: [.daily, .channel],
      "the day of the activity"),
  ]

  private static let content: [StandardColumn] = [
    StandardColumn(
      "title", aliases: ["video_title", "post_title"], .content, .attribute, .number, in: perVideo,
      "the title"),
    StandardColumn(
      "caption", aliases: ["description", "video_description", "post_description"], .content, .attribute,
      .number,
      in: perVideo, "the caption or description"),
    StandardColumn(
      "format", aliases: ["post_type", "content_type", "media_type", "video_type", "post_format"], .content,
      .attribute, .number, in: perVideo, "the kind of post: reel, carousel, short ..."),
    StandardColumn(
      "topic", aliases: ["theme", "subject", "category"], .content, .attribute, .number, in: perVideo,
      "what it is about"),
    StandardColumn("hook", aliases: ["opening"], .content, .attribute, .number, in: perVideo, "how it opens"),
    StandardColumn(
      "sound", aliases: ["music", "audio", "song", "sound_name", "music_name"], .content, .attribute, .number,
      in: perVideo, "the sound or song"),
    StandardColumn(
      "series", aliases: ["playlist"], .content, .attribute, .number, in: perVideo, "the series"),
    StandardColumn(
      "hashtags", aliases: ["hashtag", "tags", "tag"], .content, .tags, .number, in: perVideo,
      "the hashtags, also taken from captions"),
    StandardColumn(
      "length",
      aliases: [
        "duration", "duration_sec", "duration_s", "duration_seconds", "length_seconds", "length_sec",
        "length_s",
        "video_length", "video_duration",
      ], .content, .attribute, .seconds, in: perVideo, "the length in seconds"),
    StandardColumn("platform", .content, .attribute, .number, in: perVideo, "the platform it was posted on"),
    StandardColumn("lang", .content, .attribute, .number, in: perVideo, "the language spoken in it"),
    StandardColumn(
      "country_of_filming", .content, .attribute, .number, in: perVideo, "the country it was filmed in"),
  ]

  private static let delivery: [StandardColumn] = [
    StandardColumn(
      "traffic_source", aliases: ["traffic_source_type", "source_type"], .delivery, .attribute, .number,
      in: everywhere, "where views came from, as the platform splits them"),
    StandardColumn(
      "surface", aliases: ["placement", "playback_location"], .delivery, .attribute, .number, in: everywhere,
      "where in the app it was shown"),
    StandardColumn(
      "live_or_on_demand", .delivery, .attribute, .number, in: everywhere, "live or on demand"),
  ]

  private static let actions: [StandardColumn] = [
    counter(
      "saves",
      [
        "save", "saved", "saves_count", "save_count", "total_saves", "favorites", "favourites",
        "favorites_count",
        "favourites_count", "favorite_count", "total_favorites", "bookmarks", "bookmark_count",
        "add_to_favorites",
        "added_to_favorites", "collect_count", "collects", "videos_added_to_playlists",
      ], .action, "times it was saved"),
    counter("likes", ["like_count", "likes_count", "total_likes"], .action, "likes"),
    counter(
      "comments", ["comment_count", "comments_count", "total_comments", "comments_added"], .action,
      "number of comments"),
    counter("shares", ["share_count", "shares_count", "total_shares"], .action, "shares"),
    counter("follows", ["follows_from_post"], .action, "follows that came from a post"),
    counter("reposts", ["repost_count", "retweets"], .action, "reposts"),
    counter("replies", ["reply_count"], .action, "number of replies"),
    counter("reactions", ["reaction_count", "total_reactions"], .action, "reactions of every kind"),
    counter("dislikes", ["dislike_count"], .action, "dislikes"),
    counter("gifts", ["gift_count"], .action, "number of gifts"),
    counter(
      "interactions", ["content_interactions", "engagements", "engagement"], .action,
      "likes, comments, shares and the like together"),
    counter("clicks", ["total_clicks", "pin_clicks"], .action, "clicks of every kind"),
    counter("link_clicks", ["url_clicks", "outbound_clicks"], .action, "clicks on links"),
    counter("saves_removed", ["videos_removed_from_playlists", "unsaves"], .action, "saves taken back"),
  ]

  private static let exposure: [StandardColumn] = [
    counter(
      "views", ["view", "video_views", "view_count", "views_count", "total_views", "plays", "play_count"],
      .exposure,
      "views"),
    counter("impressions", ["impression_count", "total_impressions"], .exposure, "times it was shown"),
    StandardColumn(
      "watch_time",
      aliases: [
        "total_watch_time", "watch_time_seconds", "watch_time_s", "watch_seconds", "total_play_time",
      ],
      .exposure, .counter, .seconds, in: everywhere, "watch time in seconds"),
    StandardColumn(
      "average_watch_time",
      aliases: [
        "avg_watch_time", "average_view_duration", "avg_view_duration", "average_view_duration_seconds",
        "average_time_watched",
      ], .exposure, .rate(weight: "views"), .seconds, in: everywhere, "average watch time of a view"),
    StandardColumn(
      "completion_rate", aliases: ["watched_full_video", "full_video_watched_rate", "finish_rate"], .exposure,
      .rate(weight: "views"), .fraction, in: everywhere, "part of the views that reached the end"),
    StandardColumn(
      "average_percentage_viewed", aliases: ["average_view_duration_percentage"], .exposure,
      .rate(weight: "views"), .fraction, in: everywhere, "part of the length that a view lasts"),
    StandardColumn(
      "click_through_rate", aliases: ["ctr", "impressions_click_through_rate"], .exposure,
      .rate(weight: "impressions"), .fraction, in: everywhere, "part of the impressions that became views"),
    unique("reach", ["reached_audience", "accounts_reached", "people_reached"], "accounts reached"),
    unique("viewers", ["unique_viewers", "total_viewers"], "accounts that viewed"),
    unique("new_viewers", [], "viewers that had not viewed before"),
    unique("returning_viewers", [], "viewers that had viewed before"),
    unique("engaged_audience", [], "accounts that interacted"),
    counter("profile_views", ["profile_visits"], .exposure, "views of the profile"),
  ]

  /// The columns that count an audience, by plain name.
  package static let audienceCounts = ["followers", "subscribers"]

  private static let audience: [StandardColumn] = [
    StandardColumn(
      "followers", aliases: ["follower_count", "followers_count", "total_followers"], .audience, .snapshot,
      .count,
      in: everywhere, "followers on that day"),
    StandardColumn(
      "subscribers", aliases: ["subscriber_count", "subscribers_count", "total_subscribers"], .audience,
      .snapshot,
      .count, in: everywhere, "subscribers on that day"),
    StandardColumn(
      "follower_share", aliases: ["followers_share"], .audience, .snapshot, .fraction, in: [.audience],
      "the part of all followers that a group is"),
    StandardColumn(
      "subscriber_share", aliases: ["subscribers_share"], .audience, .snapshot, .fraction, in: [.audience],
      "the part of all subscribers that a group is"),
    StandardColumn(
      "active_followers", aliases: [], .audience, .snapshot, .count, in: [.audience],
      "followers active in an hour, on average"),
    counter(
      "new_followers", ["followers_gained", "new_follows", "subscribers_gained", "new_subscribers"],
      .audience,
      "followers gained"),
    counter(
      "lost_followers", ["followers_lost", "unfollows", "subscribers_lost", "lost_subscribers"], .audience,
      "followers lost"),
  ]

  private static let audienceDimensions: [StandardColumn] = [
    dimension(
      "country",
      [
        "country_code", "country_name", "country_id", "geography", "territory", "top_territories",
        "top_countries",
      ], "country"),
    dimension("region", ["region_code", "province", "state"], "region"),
    dimension("city", ["cities", "city_name", "top_cities"], "city"),
    dimension("language", ["viewer_language"], "language"),
    dimension("gender", ["viewer_gender", "sex"], "gender"),
    dimension("age", ["age_group", "viewer_age", "age_range", "age_bracket"], "age bracket"),
    dimension("device", ["device_type", "device_category", "operating_system"], "kind of device"),
    dimension("active_hour", [], "hour of the day"),
    dimension(
      "subscription", ["subscription_status", "subscribed_status"], "subscription, or none,"),
  ]

  private static func counter(
    _ name: String, _ aliases: [String], _ meaning: Meaning, _ summary: String
  ) -> StandardColumn {
    StandardColumn(name, aliases: aliases, meaning, .counter, .count, in: everywhere, summary)
  }

  private static func unique(_ name: String, _ aliases: [String], _ summary: String) -> StandardColumn {
    StandardColumn(name, aliases: aliases, .exposure, .unique, .count, in: everywhere, summary)
  }

  private static func dimension(_ name: String, _ aliases: [String], _ what: String) -> StandardColumn {
    StandardColumn(
      name, aliases: aliases, .audienceDimension, .attribute, .number, in: [.audience],
      "\(what) of an audience bucket")
  }
}
