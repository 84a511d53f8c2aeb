/// The numbers of people that somebody still has to think possible for one group.
package struct OpenRange: Sendable, Hashable {
  /// At least 0.
  let lower: Int64
  /// `.max` where nothing bounds it.
  let upper: Int64

  /// Everything from nobody on.
  static let unbounded = OpenRange(lower: 0, upper: .max)

  /// How far its ends lie apart; 0 where the number is pinned.
  var width: Int64 { max(upper - lower, 0) }

  /// How many numbers are in it, but no more than asked; telling more would tell of the people in it.
  func sizes(upTo most: Int64) -> Int64 { width >= most ? most : width + 1 }

  /// Both ends, and everything in between.
  func union(_ number: Int64) -> OpenRange {
    OpenRange(lower: min(lower, number), upper: max(upper, number))
  }
}
