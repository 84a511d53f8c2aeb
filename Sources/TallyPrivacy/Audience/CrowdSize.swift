/// How many people, or views, a group needs before it may be shown; the only place with such a number.
///
/// `standard` and `exposure` are what holds without a policy and the least that ever holds. Nothing makes a smaller one:
/// a policy raises them, and every rule takes the result as a value.
package struct CrowdSize: Sendable, Hashable {
  /// The smallest group that is shown.
  package let people: Int64
  /// A whole of fewer is not broken down at all.
  package let whole: Int64

  /// Ten people: with fewer, a small group would be known to within four people for being small alone.
  package static let standard = CrowdSize(people: 10, whole: 100)
  /// Fifty views or impressions: nobody knows how many people are behind them, and one person can give many.
  package static let exposure = CrowdSize(people: 50, whole: 500)
  /// How many people shares are parts of while nobody knows.
  ///
  /// As few as an audience may have that is broken down without any policy, so that whoever learns the number later still
  /// finds a crowd in every group. A policy that wants a larger audience leaves it as it is: of a larger one, smaller
  /// shares would be crowds.
  static let unknownAudience = standard.whole

  /// As many steps as are a crowd whichever way they were rounded, where a step is so many people.
  func inSteps(of people: Double) -> CrowdSize {
    let fewest = Double(self.people - 1) / people + 0.5
    return CrowdSize(people: Int64(fewest + 1e-9) + 1, whole: whole)
  }

  /// The larger of this and other numbers; a whole is never smaller than one group.
  func raised(people: Int64, whole: Int64) -> CrowdSize {
    let people = max(self.people, people)
    return CrowdSize(people: people, whole: max(self.whole, whole, people))
  }

  private init(people: Int64, whole: Int64) {
    self.people = people
    self.whole = whole
  }
}
