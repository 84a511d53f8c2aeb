/// The offsets of one time zone from UTC over time, as plain data.
///
/// Rules come from the system's time-zone library, asked once by the shell; below it, a zone is only this value.
package struct ZoneRules: Sendable, Hashable {
  /// The name of the zone, such as `America/Los_Angeles`.
  package let name: String
  /// Seconds since 1970-01-01T00:00:00Z at which an offset begins, ascending; may be empty.
  private let transitions: [Int64]
  /// `offsets[0]` holds before the first transition, `offsets[i + 1]` from `transitions[i]` on; seconds east of UTC.
  private let offsets: [Int32]

  /// Offsets that change at the given instants; nil unless there is one offset more than transitions, in order.
  package init?(name: String, transitions: [Int64], offsets: [Int32]) {
    guard offsets.count == transitions.count + 1,
      zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.name = name
    self.transitions = transitions
    self.offsets = offsets
  }

  private init(name: String, offset: Int32) {
    self.name = name
    self.transitions = []
    self.offsets = [offset]
  }

  /// Coordinated Universal Time.
  package static let utc = ZoneRules(name: "UTC", offset: 0)

  /// Seconds to add to an instant to read the local clock.
  ///
  /// - Complexity: O(log transitions).
  package func offset(at instant: Int64) -> Int64 {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    return Int64(offsets[low])
  }

  /// Seconds of the local clock since 1970-01-01T00:00:00 on that clock.
  package func local(_ instant: Int64) -> Int64 { instant + offset(at: instant) }

  /// The instant at which the local clock read `local`: the first of two on the night when clocks go back, and the
  /// instant an hour later than written on the night when the hour does not exist.
  package func instant(local: Int64) -> Int64 {
    let before = offset(at: local - 86_400)
    let candidate = local - before
    if offset(at: candidate) == before { return candidate }
    let after = local - offset(at: local + 86_400)
    return self.local(after) == local ? after : candidate
  }
}
