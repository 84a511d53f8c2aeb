import TallyPlan

extension Preset {
  /// Meta Business Suite, Instagram posts: lifetime totals of each post.
  ///
  /// `Publish time` is the Pacific clock for every account. Exports from before 2025 have `Impressions` or `Plays` in
  /// place of `Views`.
  static let instagramPosts = Preset(
    name: "Meta Business Suite, Instagram posts",
    signature: ["post_id", "publish_time", "post_type", "account_username"],
    oneOf: ["saves", "reach"],
    role: .videos,
    platform: "instagram",
    videoWord: "post",
    zone: "America/Los_Angeles",
    columns: [
      ("video", ["post_id"]),
      ("posted", ["publish_time"]),
      ("caption", ["description"]),
      ("format", ["post_type"]),
      ("length", ["duration_sec"]),
      ("views", ["views", "plays", "impressions"]),
      ("follows", ["follows"]),
    ],
    idBehind: nil,
    dropped: ["account_id", "account_username", "account_name", "permalink", "data_comment", "date"],
    words: MetaWords.posts,
    links: "permalink",
    dateOrder: .mdy,
    lifetimeOrDay: "date")
}
