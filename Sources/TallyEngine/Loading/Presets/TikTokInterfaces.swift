import TallyPlan

extension Preset {
  /// TikTok Display API, videos: lifetime totals; the API gives no saves.
  static let tikTokDisplay = Preset(
    name: "TikTok Display API, videos",
    signature: ["id", "create_time", "view_count"],
    oneOf: ["like_count", "comment_count", "share_count"],
    role: .videos,
    platform: "tiktok",
    videoWord: "video",
    zone: "UTC",
    columns: [
      ("video", ["id"]),
      ("posted", ["create_time"]),
      ("caption", ["video_description"]),
    ],
    idBehind: nil,
    dropped: [])

  /// TikTok Research API, videos of the creator's own account: as the Display API, with `favorites_count` for saves.
  static let tikTokResearch = Preset(
    name: "TikTok Research API, videos",
    signature: ["id", "create_time", "favorites_count"],
    oneOf: ["view_count", "like_count", "comment_count", "share_count"],
    role: .videos,
    platform: "tiktok",
    videoWord: "video",
    zone: "UTC",
    columns: [
      ("video", ["id"]),
      ("posted", ["create_time"]),
      ("caption", ["video_description"]),
      ("hashtags", ["hashtag_names"]),
      ("saves", ["favorites_count"]),
    ],
    idBehind: nil,
    dropped: [])

  /// TikTok Business API, video list of the creator's account: lifetime totals; `favorites` are saves.
  static let tikTokBusinessInterface = Preset(
    name: "TikTok Business API, videos",
    signature: ["item_id", "create_time"],
    oneOf: ["video_views", "likes", "comments", "shares", "favorites"],
    role: .videos,
    platform: "tiktok",
    videoWord: "video",
    zone: "UTC",
    columns: [
      ("video", ["item_id"]),
      ("posted", ["create_time"]),
      ("views", ["video_views"]),
      ("saves", ["favorites"]),
      ("watch_time", ["total_time_watched"]),
    ],
    idBehind: nil,
    dropped: [])

  /// TikTok videos as scrapers write them, nested or flat, of the creator's own account; `collectCount` are saves.
  ///
  /// Files of other accounts are refused by their names and ids, which are not dropped here.
  static let tikTokScraped = Preset(
    name: "TikTok videos, scraped",
    signature: ["id"],
    oneOf: ["diggcount", "stats_diggcount", "statsv2_diggcount", "statistics_digg_count"],
    role: .videos,
    platform: "tiktok",
    videoWord: "video",
    zone: "UTC",
    columns: [
      ("video", ["id"]),
      ("posted", ["createtimeiso", "createtime", "create_time"]),
      ("caption", ["text", "desc"]),
      ("length", ["videometa_duration", "video_duration"]),
      ("sound", ["musicmeta_musicname", "music_title"]),
      ("hashtags", ["hashtags", "challenges"]),
      ("views", ["playcount", "stats_playcount", "statsv2_playcount", "statistics_play_count"]),
      ("likes", ["diggcount", "stats_diggcount", "statsv2_diggcount", "statistics_digg_count"]),
      (
        "comments",
        ["commentcount", "stats_commentcount", "statsv2_commentcount", "statistics_comment_count"]
      ),
      ("shares", ["sharecount", "stats_sharecount", "statsv2_sharecount", "statistics_share_count"]),
      ("saves", ["collectcount", "stats_collectcount", "statsv2_collectcount", "statistics_collect_count"]),
    ],
    idBehind: nil,
    dropped: [
      "authormeta_avatar", "authormeta_originalavatarurl", "authormeta_signature", "author_avatarthumb",
      "author_avatarmedium", "author_avatarlarger", "author_signature", "musicmeta_musicauthor",
      "music_authorname",
    ])
}
