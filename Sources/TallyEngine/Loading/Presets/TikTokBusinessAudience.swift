import TallyPlan

extension Preset {
  /// TikTok Business Suite, `Audience.csv`: followers and people reached, day by day.
  static let tikTokBusinessAudience = Preset(
    name: "TikTok Business Suite, audience by day",
    signature: ["date", "reached_audience", "engaged_audience"],
    oneOf: [],
    role: .channel,
    platform: "tiktok",
    videoWord: "video",
    zone: "UTC",
    columns: [],
    idBehind: nil,
    dropped: [])
}
