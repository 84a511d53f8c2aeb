import TallyPlan

extension Preset {
  /// TikTok Business Suite, `Video.csv`: lifetime totals of each video; times are UTC; `Add to Favorites` are saves.
  static let tikTokBusinessVideos = Preset(
    name: "TikTok Business Suite, videos",
    signature: ["video_link", "post_time", "add_to_favorites"],
    oneOf: [],
    role: .videos,
    platform: "tiktok",
    videoWord: "video",
    zone: "UTC",
    columns: [
      ("video", ["video_link"]),
      ("posted", ["post_time"]),
      ("title", ["video_title"]),
      ("views", ["video_views"]),
      ("saves", ["add_to_favorites"]),
    ],
    idBehind: "/video/",
    dropped: [])
}
