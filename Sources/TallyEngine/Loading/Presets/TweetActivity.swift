import TallyPlan

extension Preset {
  /// X before 2023, tweet activity: lifetime totals of each tweet, with the clock written in each time.
  ///
  /// Counts are written with decimals, and what was not promoted is `-`.
  static let tweetActivity = Preset(
    name: "X, tweets before 2023",
    signature: ["tweet_id", "tweet_text", "time"],
    oneOf: [],
    role: .videos,
    platform: "x",
    videoWord: "post",
    zone: "UTC",
    columns: [
      ("video", ["tweet_id"]),
      ("posted", ["time"]),
      ("caption", ["tweet_text"]),
      ("reposts", ["retweets"]),
      ("profile_views", ["user_profile_clicks"]),
    ],
    idBehind: nil,
    dropped: ["tweet_permalink"],
    links: "tweet_permalink",
    lacks: X.lacks)
}
