import TallyPlan

extension Preset {
  /// Meta Business Suite, Facebook posts: lifetime totals of each post.
  ///
  /// `Publish time` is read as the Pacific clock, as that of Instagram is: nothing in the files proves it.
  static let facebookPosts = Preset(
    name: "Meta Business Suite, Facebook posts",
    signature: ["post_id", "page_id", "publish_time"],
    oneOf: [],
    role: .videos,
    platform: "facebook",
    videoWord: "post",
    zone: "America/Los_Angeles",
    columns: [
      ("video", ["post_id"]),
      ("posted", ["publish_time"]),
      ("title", ["title"]),
      ("caption", ["description"]),
      ("format", ["post_type"]),
      ("length", ["duration_sec"]),
      ("views", ["views", "impressions"]),
      ("watch_time", ["seconds_viewed"]),
      ("average_watch_time", ["average_seconds_viewed"]),
    ],
    idBehind: nil,
    dropped: [
      "page_id", "page_name", "permalink", "data_comment", "date", "languages", "custom_labels",
      "funded_content_status", "caption_type", "is_crosspost", "is_share",
    ],
    words: MetaWords.posts,
    links: "permalink",
    dateOrder: .mdy,
    lifetimeOrDay: "date",
    lacks: [
      "saves": "Meta does not export saves of Facebook posts; it does of Instagram posts.",
      "likes": "Facebook counts reactions, of which likes are one kind.",
    ])
}
