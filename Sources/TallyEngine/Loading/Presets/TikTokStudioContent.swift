import TallyPlan

extension Preset {
  /// TikTok Studio, `Content.csv`: lifetime totals of a few videos.
  ///
  /// `Time` is the day of the export. The second of the upload is in the id; `Post time` has neither year nor clock.
  /// Quotes and commas in titles are not escaped.
  static let tikTokStudioContent = Preset(
    name: "TikTok Studio, content",
    signature: ["video_link", "post_time", "total_views"],
    oneOf: [],
    role: .videos,
    platform: "tiktok",
    videoWord: "video",
    zone: "UTC",
    columns: [
      ("video", ["video_link"]),
      ("posted", ["post_time"]),
      ("title", ["video_title"]),
      ("views", ["total_views"]),
    ],
    idBehind: "/video/",
    dropped: ["time"],
    postedInID: .tikTok,
    unescaped: "video_title",
    lacks: TikTokStudio.lacks,
    notes: ["Content.csv lists a few videos of the account, not all of them"])
}
