/// Exports that are recognised so that one honest line can say that they are not read yet.
struct KnownExport {
  /// With its article, as in "this is ...".
  let name: String

  /// Recognises a file by its plain headers and the lines above them; nil where it is none of these.
  init?(headers: [String], preamble: [String]) {
    let names = Set(headers)
    let title = Self.titles.first { title, _ in preamble.contains { $0.hasPrefix(title) } }
    guard let name = title?.name ?? Self.signatures.first(where: { $0.signature.isSubset(of: names) })?.name
    else { return nil }
    self.name = name
  }

  private static let titles: [(title: String, name: String)] = [("Maximum of", "an export of LinkedIn")]

  private static let signatures: [(signature: Set<String>, name: String)] = [
    (["video_asset_id"], "a Facebook video export of Meta Business Suite"),
    (["post_url", "post_publish_date"], "an export of LinkedIn"),
  ]
}
