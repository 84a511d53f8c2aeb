/// "Download your information" of Meta, whose insights are written under keys in the language of the account.
enum MetaExport {
  /// The lists of insights that are read.
  static let lists: Set<String> = ["organic_insights_posts", "organic_insights_reels"]

  /// The headers with the parts that carry no meaning of their own under one name.
  ///
  /// What is called `media_map_data.Media Thumbnail.title` in English is `media_map_data.title`; the one moment under
  /// `string_map_data` that is not zero anywhere is the moment of posting.
  static func headers(_ headers: [String], isTime: (Int) -> Bool) -> [String] {
    let titles = headers.indices.filter {
      headers[$0].hasPrefix("media_map_data.") && headers[$0].hasSuffix(".title")
    }
    let times = headers.indices.filter {
      headers[$0].hasPrefix("string_map_data.") && headers[$0].hasSuffix(".timestamp") && isTime($0)
    }
    var plain = headers.map(repaired)
    if titles.count == 1, let title = titles.first { plain[title] = "media_map_data.title" }
    if times.count == 1, let time = times.first { plain[time] = "string_map_data.timestamp" }
    return plain
  }

  /// A text that Meta wrote as if each byte of its UTF-8 were a letter: `Impress\u{C3}\u{B5}es` is `Impressões`.
  ///
  /// - Returns: the text itself where it is not damaged in this way.
  static func repaired(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return text }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
