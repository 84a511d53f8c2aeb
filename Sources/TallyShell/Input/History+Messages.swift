extension History {
  static let noPlaceWarning = "Queries are not kept for the next session: HOME is not set."

  static func unreadableWarning(_ path: String) -> String {
    "Earlier queries are not available: \(path) cannot be read."
  }

  static func unwritableWarning(_ path: String) -> String {
    "Queries are not kept for the next session: \(path) cannot be written."
  }
}
