import TallyPlan

extension Preset {
  /// YouTube Studio, `Chart data.csv`: one measure of the videos drawn in the chart, day by day.
  static let youTubeChart = Preset(
    name: "YouTube Studio, videos by day",
    signature: ["date", "content", "video_title"],
    oneOf: [],
    role: .daily,
    platform: "youtube",
    videoWord: "video",
    zone: "UTC",
    columns: YouTubeStudio.videoColumns,
    idBehind: nil,
    dropped: ["playlist"],
    words: YouTubeStudio.columns,
    lacks: YouTubeStudio.lacks,
    notes: ["only the videos of the exported chart have rows"])
}
