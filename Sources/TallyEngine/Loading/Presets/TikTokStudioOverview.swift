import TallyPlan

extension Preset {
  /// TikTok Studio, `Overview.csv`: what all videos together got, day by day.
  ///
  /// Dates have no year; days are those of the account.
  static let tikTokStudioOverview = Preset(
    name: "TikTok Studio, overview by day",
    signature: ["date", "video_views", "profile_views"],
    oneOf: ["likes", "shares"],
    role: .channel,
    platform: "tiktok",
    videoWord: "video",
    zone: "UTC",
    columns: [
      ("views", ["video_views"])
    ],
    idBehind: nil,
    dropped: [],
    lacks: TikTokStudio.lacks)
}
