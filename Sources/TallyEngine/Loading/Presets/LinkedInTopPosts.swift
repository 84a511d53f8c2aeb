import TallyPlan

extension Preset {
  /// LinkedIn, top posts: two tables side by side, the posts with most interactions and those shown most.
  ///
  /// A post that stands in one of them only has one of the two numbers.
  static let linkedInTopPosts = Preset(
    name: "LinkedIn, top posts",
    signature: ["post_url", "post_publish_date"],
    oneOf: ["engagements", "impressions"],
    role: .videos,
    platform: "linkedin",
    videoWord: "post",
    zone: "UTC",
    columns: [
      ("video", ["post_url"]),
      ("posted", ["post_publish_date"]),
      ("interactions", ["engagements"]),
    ],
    idBehind: "activity:",
    dropped: [],
    dateOrder: .mdy,
    lacks: ["saves": "LinkedIn does not export saves."],
    notes: ["no more than 50 posts are listed"])
}
