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
    ("Analytics overview", "an export of Pinterest Analytics", false),
    ("Maximum of", "an export of LinkedIn", false),
    ("Video overview", "a video overview of X", false),
  ]

  private static let signatures: [(Set<String>, String, Bool)] = [
    (["video_link", "post_time", "total_views"], "Content.csv of TikTok Studio", false),
    (["date", "hour", "active_followers"], "FollowerActivity.csv of TikTok Studio", true),
    (["content", "video_title", "video_publish_time"], "an export of YouTube Studio", false),
    (["contenu", "titre_de_la_video"], "an export of YouTube Studio", false),
    (["post_id", "page_id", "publish_time"], "a Facebook export of Meta Business Suite", false),
    (["video_asset_id"], "a Facebook video export of Meta Business Suite", false),
    (["date", "primary"], "a daily metric of Meta Business Suite", false),
    (["post_id", "post_text", "impressions"], "a content export of X", false),
    (["tweet_id", "tweet_text"], "a post activity export of X", false),
    (["post_url", "post_publish_date"], "an export of LinkedIn", false),
  ]
}
