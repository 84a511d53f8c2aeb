import TallyPlan

extension Preset {
  /// Meta Business Suite, Results: one measure a file, day by day, named by the line above the header.
  ///
  /// Follows have no row on days without any; other measures have a row for every day.
  static let metaDaily = Preset(
    name: "Meta Business Suite, one measure by day",
    signature: ["date", "primary"],
    oneOf: [],
    role: .channel,
    platform: "meta",
    videoWord: "post",
    zone: "UTC",
    columns: [
      ("reach", ["reach", "instagram_reach", "facebook_reach", "reichweite", "couverture", "alcance"]),
      (
        "views",
        ["views", "instagram_views", "facebook_views", "aufrufe", "vues", "visualizaciones", "visualizacoes"]
      ),
      ("viewers", ["viewers", "facebook_viewers"]),
      ("follows", ["follows", "instagram_follows", "facebook_follows"]),
      (
        "profile_views",
        [
          "visits", "profile_visits", "instagram_profile_visits", "facebook_visits",
          "instagram_profile_views",
        ]
      ),
      (
        "interactions",
        [
          "content_interactions", "instagram_content_interactions", "facebook_content_interactions",
          "interaktionen",
        ]
      ),
      ("link_clicks", ["link_clicks", "instagram_link_clicks", "facebook_link_clicks"]),
    ],
    idBehind: nil,
    dropped: [],
    words: MetaWords.days,
    titledColumn: "primary",
    zeroWhereAbsent: ["follows"])
}
