import TallyPlan

extension Preset {
  /// X, content: lifetime totals of each post; `Bookmarks` are saves.
  ///
  /// A reply begins with the handles of others, which are masked like any other.
  static let xContent = Preset(
    name: "X, posts",
    signature: ["post_id", "date", "post_text"],
    oneOf: [],
    role: .videos,
    platform: "x",
    videoWord: "post",
    zone: "UTC",
    columns: [
      ("video", ["post_id"]),
      ("posted", ["date"]),
      ("caption", ["post_text"]),
      ("saves", ["bookmarks"]),
      ("follows", ["new_follows"]),
    ],
    idBehind: nil,
    dropped: ["post_link"],
    links: "post_link",
    lacks: X.lacks)
}
