/// How many people, or views, a group needs before it may be shown; the only place with such a number.
package struct CrowdSize: Sendable, Hashable {
  /// The smallest group that is shown.
  package let people: Int64
  /// A whole of fewer is not broken down at all.
  package let whole: Int64

  /// Ten people: with fewer, a small group would be known to within four people for being small alone.
  package static let standard = CrowdSize(people: 10, whole: 100)
  /// Fifty views or impressions: nobody knows how many people are behind them, and one person can give many.
  package static let exposure = CrowdSize(people: 50, whole: 500)
  /// A whole audience below this many people is not broken down at all.
  static let channel: Int64 = standard.whole
  /// How many people shares are parts of while nobody knows: as few as an audience may have that is broken down, so that
  /// whoever learns the number later still finds a crowd in every group.
  static let unknownAudience = channel

  /// As many steps as are a crowd whichever way they were rounded, where a step is so many people.
  func inSteps(of people: Double) -> CrowdSize {
    let fewest = Double(self.people - 1) / people + 0.5
    return CrowdSize(people: Int64(fewest + 1e-9) + 1, whole: whole)
  }

  private init(people: Int64, whole: Int64) {
    self.people = people
    self.whole = whole
  }
}
