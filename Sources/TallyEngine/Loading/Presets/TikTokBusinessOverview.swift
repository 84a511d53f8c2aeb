import TallyPlan

extension Preset {
  /// TikTok Business Suite, `Overview.csv`: what all videos together got, day by day.
  static let tikTokBusinessOverview = Preset(
    name: "TikTok Business Suite, overview by day",
    signature: ["date", "video_views", "reached_audience"],
    oneOf: [],
    role: .channel,
    platform: "tiktok",
    videoWord: "video",
    zone: "UTC",
    columns: [
      ("views", ["video_views"])
    ],
    idBehind: nil,
    dropped: [])
}
