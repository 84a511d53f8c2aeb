/// How many people a group needs before it may be shown; the only place with such a number.
package struct CrowdSize: Sendable, Hashable {
  /// The smallest group that is shown.
  package let people: Int64

  /// Ten people: with fewer, a small group would be known to within four people for being small alone.
  package static let standard = CrowdSize(people: 10)
  /// A whole audience below this many people is not broken down at all.
  static let channel: Int64 = 100
  /// How many people shares are parts of while nobody knows: as few as an audience may have that is broken down, so that
  /// whoever learns the number later still finds a crowd in every group.
  static let unknownAudience = channel

  private init(people: Int64) { self.people = people }
}
