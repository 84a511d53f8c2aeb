import TallyPlan

extension Preset {
  /// YouTube Reporting API, `channel_basic_a2` and `channel_basic_a3`: days of videos, split by country and subscription.
  ///
  /// Days are Pacific days already. Its rows are added up to days of videos; views and watch time by country are counted
  /// for the whole file. The order of columns does not matter.
  static let youTubeReporting = Preset(
    name: "YouTube Reporting API, channel basic",
    signature: ["date", "channel_id", "video_id", "subscribed_status", "country_code", "views"],
    oneOf: [],
    role: .daily,
    platform: "youtube",
    videoWord: "video",
    zone: "UTC",
    columns: [
      ("video", ["video_id"]), ("date", ["date"]), ("saves", ["videos_added_to_playlists"]),
      ("saves_removed", ["videos_removed_from_playlists"]), ("new_followers", ["subscribers_gained"]),
      ("lost_followers", ["subscribers_lost"]),
    ],
    idBehind: nil,
    dropped: ["channel_id", "subscribed_status", "country_code"],
    viewsBy: (header: "country_code", dimension: "country"))
}
