/// Exports that are recognised so that one honest line can say that they are not read yet.
struct KnownExport {
  /// With its article, as in "this is ...".
  let name: String
  /// True for files that split an audience, by the hour.
  let isAudience: Bool

  /// Recognises a file by its plain headers and the lines above them; nil where it is none of these.
  init?(headers: [String], preamble: [String]) {
    let names = Set(headers)
    for (title, name, isAudience) in Self.titles where preamble.contains(where: { $0.hasPrefix(title) }) {
      self.init(name: name, isAudience: isAudience)
      return
    }
    for (signature, name, isAudience) in Self.signatures where signature.isSubset(of: names) {
      self.init(name: name, isAudience: isAudience)
      return
    }
    return nil
  }

  private init(name: String, isAudience: Bool) {
    self.name = name
    self.isAudience = isAudience
  }

  private static let titles: [(String, String, Bool)] = [
    ("Maximum of", "an export of LinkedIn", false)
  ]

  private static let signatures: [(Set<String>, String, Bool)] = [
    (["date", "hour", "active_followers"], "FollowerActivity.csv of TikTok Studio", true),
    (["video_asset_id"], "a Facebook video export of Meta Business Suite", false),
    (["post_url", "post_publish_date"], "an export of LinkedIn", false),
  ]
}
