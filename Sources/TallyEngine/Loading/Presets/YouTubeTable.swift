import TallyPlan

extension Preset {
  /// YouTube Studio, `Table data.csv` by content: what each video got in the period of the export.
  ///
  /// No more than 500 videos are listed, and the row of totals counts all. `Subscribers` are those won by the video.
  static let youTubeTable = Preset(
    name: "YouTube Studio, videos",
    signature: ["content", "video_title"],
    oneOf: ["views", "watch_time_hours", "impressions", "likes", "engaged_views", "shares"],
    role: .videos,
    platform: "youtube",
    videoWord: "video",
    zone: "UTC",
    columns: YouTubeStudio.videoColumns,
    idBehind: nil,
    dropped: ["playlist"],
    words: YouTubeStudio.columns,
    lacks: YouTubeStudio.lacks,
    notes: ["its numbers are those of the period that was exported, not of all time"])
}
