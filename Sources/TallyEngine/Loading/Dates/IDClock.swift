/// What an id tells of the time at which its video was posted.
enum IDClock {
  /// The upper half counts seconds since 1970, UTC.
  case tikTok

  /// Seconds since 1970; nil for what is no such id, or tells a time before the platform was there.
  func instant(of id: String) -> Int64? {
    switch self {
    case .tikTok:
      guard (18...20).contains(id.utf8.count), let number = UInt64(id) else { return nil }
      let seconds = Int64(number >> 32)
      return Self.plausible.contains(seconds) ? seconds : nil
    }
  }

  /// From September 2014 to the end of 2099.
  static let plausible: Range<Int64> = 1_409_529_600..<4_102_444_800
}
