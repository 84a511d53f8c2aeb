import TallyPlan

extension Preset {
  /// X, video overview: what all videos together got, day by day.
  static let xVideoOverview = Preset(
    name: "X, videos by day",
    signature: ["date", "views"],
    oneOf: ["watch_time_ms", "completion_rate"],
    role: .channel,
    platform: "x",
    videoWord: "video",
    zone: "UTC",
    columns: [],
    idBehind: nil,
    dropped: [],
    title: "video overview")
}
