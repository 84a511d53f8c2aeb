import TallyPlan

extension Preset {
  /// TikTok Studio, `Viewers.csv`: people a day, which do not add up over days.
  ///
  /// Where the total is `undefined`, the zeros beside it are no counts either.
  static let tikTokStudioViewers = Preset(
    name: "TikTok Studio, viewers by day",
    signature: ["date", "total_viewers", "new_viewers"],
    oneOf: [],
    role: .channel,
    platform: "tiktok",
    videoWord: "video",
    zone: "UTC",
    columns: [
      ("viewers", ["total_viewers"])
    ],
    idBehind: nil,
    dropped: [],
    unknownWith: ["new_viewers": "viewers", "returning_viewers": "viewers"],
    lacks: TikTokStudio.lacks)
}
