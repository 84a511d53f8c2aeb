import TallyPlan

extension Preset {
  /// Pinterest Analytics, overview: one measure of all pins, day by day; tables of boards and pins stand below.
  static let pinterestOverview = Preset(
    name: "Pinterest Analytics, one measure by day",
    signature: ["date"],
    oneOf: [
      "impressions", "saves", "engagement", "engagements", "pin_clicks", "outbound_clicks", "total_audience",
      "engaged_audience",
    ],
    role: .channel,
    platform: "pinterest",
    videoWord: "pin",
    zone: "UTC",
    columns: [
      ("interactions", ["engagements", "engagement"])
    ],
    idBehind: nil,
    dropped: [],
    title: "analytics overview")
}
