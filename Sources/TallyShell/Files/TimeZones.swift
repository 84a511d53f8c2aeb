import Glibc
import Synchronization
package import TallyPlan

/// Time zones by name, their rules asked of the system's C library.
package enum TimeZones {
  /// The offsets of a zone from 1990 to 2100; nil where the system knows no such zone.
  ///
  /// The C library has one zone a process at a time, so it is set, asked and set back by one caller at a time.
  /// - Complexity: about 6,000 look-ups, some milliseconds; done once a zone.
  package static func rules(named name: String) -> ZoneRules? {
    if name.uppercased() == "UTC" { return .utc }
    return asked.withLock { asked in
      if let rules = asked[name] { return rules }
      guard isKnown(name), let rules = ask(name) else { return nil }
      asked[name] = rules
      return rules
    }
  }

  private static let asked = Mutex<[String: ZoneRules]>([:])

  private static func ask(_ name: String) -> ZoneRules? {
    let previous = getenv("TZ").map { String(cString: $0) }
    defer {
      if let previous { setenv("TZ", previous, 1) } else { unsetenv("TZ") }
      tzset()
    }
    setenv("TZ", ":" + name, 1)
    tzset()
    return scan(name)
  }

  /// Whether the zone database has a file of this name; names that could leave its folder are unknown.
  private static func isKnown(_ name: String) -> Bool {
    let allowed = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "+")
    }
    guard allowed, !name.isEmpty, !name.hasPrefix("/") else { return false }
    let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    var information = stat()
    return stat(folder + "/" + name, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  /// Finds every change of offset by halving each week in which the offset differs at both ends.
  private static func scan(_ name: String) -> ZoneRules? {
    let week: Int64 = 7 * 86_400
    let start: Int64 = 631_152_000
    let end: Int64 = 4_102_444_800
    var transitions: [Int64] = []
    var offsets = [offset(at: start)]
    var instant = start
    while instant < end {
      let next = instant + week
      let after = offset(at: next)
      if after != offsets[offsets.count - 1] {
        var low = instant
        var high = next
        while high - low > 1 {
          let middle = low + (high - low) / 2
          if offset(at: middle) == offsets[offsets.count - 1] { low = middle } else { high = middle }
        }
        transitions.append(high)
        offsets.append(after)
      }
      instant = next
    }
    return ZoneRules(name: name, transitions: transitions, offsets: offsets)
  }

  private static func offset(at instant: Int64) -> Int32 {
    var seconds = time_t(instant)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return 0 }
    return Int32(clamping: local.tm_gmtoff)
  }
}
