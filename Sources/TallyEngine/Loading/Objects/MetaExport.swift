/// "Download your information" of Meta, whose insights are written under keys in the language of the account.
enum MetaExport {
  /// The lists of insights that are read.
  static let lists: Set<String> = ["organic_insights_posts", "organic_insights_reels"]

  /// The headers with the parts that carry no meaning of their own under one name each.
  ///
  /// What is called `media_map_data.Media Thumbnail.title` in English is `media_map_data.title`; the moment under
  /// `string_map_data` that is not zero everywhere is the moment of posting.
  static func headers(_ headers: [String], isTime: (Int) -> Bool) -> [String] {
    headers.indices.map { column in
      let keys = headers[column].split(separator: ".")
      switch (keys.first, keys.last) {
      case ("string_map_data", "timestamp"):
        return isTime(column) ? "string_map_data.timestamp" : "string_map_data.zero"
      case ("string_map_data", "href"): return "string_map_data.href"
      case ("media_map_data", "title"): return "media_map_data.title"
      case ("media_map_data", "uri"): return "media_map_data.uri"
      case ("media_map_data", "creation_timestamp"): return "media_map_data.time"
      default: return headers[column]
      }
    }
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
