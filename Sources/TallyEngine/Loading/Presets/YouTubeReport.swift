import TallyPlan

extension Preset {
  /// YouTube Reporting API, `channel_basic`: what each video got, day by day.
  ///
  /// Rows are split by country and subscription; the counts of a video and day are added up over them. Saves are videos
  /// added to playlists.
  static let youTubeReport = Preset(
    name: "YouTube Reporting API, videos by day",
    signature: ["date", "channel_id", "video_id"],
    oneOf: ["views", "watch_time_minutes"],
    role: .daily,
    platform: "youtube",
    videoWord: "video",
    zone: "UTC",
    columns: [
      ("saves", ["videos_added_to_playlists"])
    ],
    idBehind: nil,
    dropped: ["channel_id", "subscribed_status", "country_code"])
}
