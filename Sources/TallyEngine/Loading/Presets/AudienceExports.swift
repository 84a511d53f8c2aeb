import TallyPlan

// Exports that split an audience; what is read of them, and protected, is the same as of any plain file.
extension Preset {
  /// Those of TikTok Studio, YouTube Studio and the YouTube Analytics API.
  static let audienceExports: [Preset] =
    [.tikTokStudioGender, .tikTokStudioTerritories, .tikTokStudioActivity, .youTubeAnalyticsCountries]
    + youTubeStudioGroups

  /// `FollowerGender.csv`: shares of followers, as fractions or with a percent sign, of one day that it does not say.
  static let tikTokStudioGender = Preset.audience(
    "TikTok Studio, followers by gender", of: "tiktok", ["gender", "distribution"])

  /// `FollowerTopTerritories.csv`: shares of followers; `Others` are those of all further countries, a group like any.
  static let tikTokStudioTerritories = Preset.audience(
    "TikTok Studio, followers by country", of: "tiktok", ["top_territories", "distribution"])

  /// `FollowerActivity.csv`: followers active in each hour of the last seven days.
  static let tikTokStudioActivity = Preset.audience(
    "TikTok Studio, followers by hour", of: "tiktok", ["date", "hour", "active_followers"])

  /// Results of the YouTube Analytics API by country: `country_name` says again what `country_id` does.
  static let youTubeAnalyticsCountries = Preset.audience(
    "YouTube Analytics, by country", of: "youtube", ["country_name", "country_id"],
    columns: [("country", ["country_id"])], dropped: ["country_name"])

  /// `Table data.csv` and `Chart data.csv` of YouTube Studio by what viewers are split by.
  ///
  /// The first row, `Total`, counts views of unknown viewers too. `Subscribers` are those won less those lost, no people.
  private static let youTubeStudioGroups: [Preset] = [
    ("geography", "country", "by country"), ("city_name", "city", "by city"),
    ("viewer_age", "age", "by age"), ("viewer_gender", "gender", "by gender"),
    ("subscription_status", "subscription", "by subscription"),
  ].map { header, dimension, words in
    Preset.audience(
      "YouTube Studio, \(words)", of: "youtube", [header, "views"],
      columns: [(dimension, [header]), ("new_followers", ["subscribers"])], dropped: ["cities"])
  }

  private static func audience(
    _ name: String, of platform: String, _ signature: Set<String>,
    columns: [(name: String, headers: [String])] = [], dropped: Set<String> = []
  ) -> Preset {
    Preset(
      name: name, signature: signature, oneOf: [], role: .audience, platform: platform, videoWord: "video",
      zone: "UTC", columns: columns, idBehind: nil, dropped: dropped)
  }
}
