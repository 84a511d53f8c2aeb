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
    columns: [
      ("video", ["content"]),
      ("posted", ["video_publish_time"]),
      ("title", ["video_title"]),
      ("length", ["duration"]),
      ("comments", ["comments_added", "comments"]),
      ("follows", ["subscribers"]),
    ],
    idBehind: nil,
    dropped: ["playlist"],
    words: YouTubeWords.columns,
    lacks: YouTubeWords.lacks,
    notes: ["only the videos of the exported chart have rows"])
}
