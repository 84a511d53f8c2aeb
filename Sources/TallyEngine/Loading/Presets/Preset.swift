import TallyPlan

/// The description of one platform's export: how to recognise it, and what its columns are.
///
/// Headers are compared as plain names, as a set: order is free, and columns that a preset does not name are read as in
/// any plain file.
struct Preset: Sendable {
  /// For people: `TikTok Business Suite, videos`.
  let name: String
  /// Plain headers that must all be there.
  let signature: Set<String>
  /// Plain headers of which one must be there; empty for none.
  let oneOf: Set<String>
  let role: TableRole
  let platform: String
  /// What one video is called.
  let videoWord: String
  /// The clock of its times; nothing in the files says so.
  let zone: String
  /// What its columns are, by canonical name: the first header that the file has counts.
  let columns: [(name: String, headers: [String])]
  /// The video column holds links, with the id behind this text; nil for plain ids.
  let idBehind: String?
  /// Plain headers of the creator's own account, and others that say nothing: dropped.
  let dropped: Set<String>
  /// A plain header among `dropped` by which views of the audience are counted besides, and the dimension it is; nil for
  /// none.
  var viewsBy: (header: String, dimension: String)?

  func matches(_ headers: Set<String>) -> Bool {
    signature.isSubset(of: headers) && (oneOf.isEmpty || !oneOf.isDisjoint(with: headers))
  }

  /// Every preset, tried in order.
  static let all: [Preset] = [.tikTokBusinessVideos, .instagramPosts, .youTubeReporting] + audienceExports
}
