import TallyPlan

extension Preset {
  /// YouTube Studio, `Totals.csv` and `Table data.csv` by date, in another language than English: days of the channel.
  ///
  /// In English such a file is a plain table of days.
  static let youTubeDays = Preset(
    name: "YouTube Studio, channel by day",
    signature: ["date"],
    oneOf: ["views", "watch_time_hours", "subscribers", "impressions", "likes", "shares"],
    role: .channel,
    platform: "youtube",
    videoWord: "video",
    zone: "UTC",
    columns: [("follows", ["subscribers"])],
    idBehind: nil,
    dropped: [],
    words: YouTubeStudio.columns,
    isForeign: true,
    lacks: YouTubeStudio.lacks)
}
