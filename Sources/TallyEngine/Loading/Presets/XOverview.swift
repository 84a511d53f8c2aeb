import TallyPlan

extension Preset {
  /// X, account overview: what all posts together got, day by day, newest first; `Bookmarks` are saves.
  static let xOverview = Preset(
    name: "X, overview by day",
    signature: ["date", "bookmarks", "new_follows"],
    oneOf: ["create_post", "unfollows"],
    role: .channel,
    platform: "x",
    videoWord: "post",
    zone: "UTC",
    columns: [
      ("saves", ["bookmarks"]),
      ("views", ["video_views"]),
    ],
    idBehind: nil,
    dropped: ["create_post"])
}
