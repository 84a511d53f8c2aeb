import TallyPlan

extension Preset {
  /// TikTok Studio, `FollowerHistory.csv`: followers at the end of each day.
  ///
  /// Its column of differences is shifted by a day in some files, and follows from the other one: dropped.
  static let tikTokStudioFollowers = Preset(
    name: "TikTok Studio, followers by day",
    signature: ["date", "followers", "difference_in_followers_from_previous_day"],
    oneOf: [],
    role: .channel,
    platform: "tiktok",
    videoWord: "video",
    zone: "UTC",
    columns: [],
    idBehind: nil,
    dropped: ["difference_in_followers_from_previous_day"],
    lacks: TikTokStudio.lacks)
}
