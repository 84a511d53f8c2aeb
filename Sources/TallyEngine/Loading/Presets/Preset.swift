import TallyPlan

/// The description of one platform's export: how to recognise it, and what its columns are.
///
/// Headers are compared as plain names, as a set: order is free, and columns that a preset does not name are read as in
/// any plain file. To read one more export, copy the file of a preset that is like it and add it to `all`.
struct Preset: Sendable {
  /// For people: `TikTok Business Suite, videos`.
  let name: String
  /// Plain headers that must all be there.
  let signature: Set<String>
  /// Plain headers of which one must be there; empty for none.
  let oneOf: Set<String>
  var role: TableRole
  let platform: String
  /// What one video is called.
  let videoWord: String
  /// The clock of its times; nothing in the files says so.
  let zone: String
  /// What its columns are, by canonical name: the first header that the file has counts.
  var columns: [(name: String, headers: [String])]
  /// The video column holds links, with the id behind this text; nil for plain ids.
  let idBehind: String?
  /// Plain headers of the creator's own account, and others that say nothing: dropped.
  var dropped: Set<String>
  /// Its headers in other languages of the platform, in lower case, by their plain name in English.
  var words: [String: String] = [:]
  /// Whether a file is known by a header in another language alone, because in English any table may have these.
  var isForeign = false
  /// What one of the lines above the header begins with; nil where there need be none.
  var title: String?
  /// The plain header of the column that the line above the header names; nil where each column names itself.
  var titledColumn: String?
  /// The links of its videos, by which other files may name them; they are read for their ids and not kept.
  var links: String?
  /// How the platform writes dates like `03/04/2025`; nil where it never does.
  var dateOrder: LoadOptions.DateOrder?
  /// What tells the second in which a video was posted, where its column of times tells less.
  var postedInID: IDClock?
  /// The plain header of the text in which the platform escapes neither quotes nor separators.
  var unescaped: String?
  /// Canonical columns that are not known either where the other one is not known.
  var unknownWith: [String: String] = [:]
  /// Canonical columns that the platform leaves out on days on which they are 0.
  var zeroWhereAbsent: Set<String> = []
  /// The plain header among `dropped` of a column that says `Lifetime`, or the day where the export is one of days.
  var lifetimeOrDay: String?
  /// A plain header among `dropped` by which views of the audience are counted besides, and the dimension it is; nil for
  /// none.
  var viewsBy: (header: String, dimension: String)?
  /// What creators ask of the platform and this export does not have, with where it is.
  var lacks: [String: String] = [:]
  /// What the report says of every such file.
  var notes: [String] = []

  /// Whether a file is such an export, by its headers and the lines above them.
  func matches(_ headers: [String], preamble: [String]) -> Bool {
    let names = Set(plainNames(headers))
    guard signature.isSubset(of: names), oneOf.isEmpty || !oneOf.isDisjoint(with: names) else { return false }
    if isForeign, !headers.contains(where: { words[$0.lowercased()] != nil }) { return false }
    guard let title else { return true }
    return preamble.contains { $0.lowercased().hasPrefix(title) }
  }

  /// The plain names of headers, those in other languages in English.
  func plainNames(_ headers: [String]) -> [String] {
    headers.map { words[$0.lowercased()] ?? plainName($0) }
  }

  /// The headers as the report and brackets have them: a column that stands for the title of its file has that name.
  func titled(_ headers: [String], preamble: [String]) -> [String] {
    guard let titledColumn, let title = preamble.last else { return headers }
    return zip(headers, plainNames(headers)).map { $1 == titledColumn ? title : $0 }
  }

  /// The same export with a row for each post and day.
  func byDay(_ column: String) -> Preset {
    var preset = self
    preset.role = .daily
    preset.dropped.remove(column)
    preset.columns.append(("date", [column]))
    preset.lacks = [:]
    return preset
  }

  /// The preset of a file; nil for a plain one.
  static func find(_ headers: [String], preamble: [String]) -> Preset? {
    all.first { $0.matches(headers, preamble: preamble) }
  }

  /// Every preset, tried in order.
  static let all: [Preset] =
    [
      tikTokBusinessVideos, tikTokBusinessOverview, tikTokBusinessAudience,
      tikTokStudioContent, tikTokStudioOverview, tikTokStudioViewers, tikTokStudioFollowers,
      tikTokScraped, tikTokResearch, tikTokDisplay, tikTokBusinessInterface,
    ] + [instagramPosts, instagramDownload, facebookPosts, metaDaily]
    + [youTubeChart, youTubeTable, youTubeReporting, youTubeDays]
    + [xContent, xOverview, xVideoOverview, tweetActivity]
    + [pinterestOverview, linkedInTopPosts]
    + audienceExports
}
