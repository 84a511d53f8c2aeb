/// The whole numbers by which rounded shares are judged: people, or steps of the rounding where one is a person or more.
///
/// Sums of rounded shares tell more than sums of people. Each share misses its group by less than half a step, and what
/// a sum of them misses together is a trace of the numbers in it: of 503 people, three groups that come to 20 and whose
/// shares come to 0.0397 can only be 5, 6 and 9. So no sum of folded shares is ever judged or shown:
/// - Where a step is less than a person, the share of a group of n people is rounded to one that no other number of
///   people has. `size` is that n, and the groups are folded like counts.
/// - Where a step is a person or more, every number of steps is the share of some number of people, and every way to
///   make up a sum of steps is possible. `size` is the number of steps, and `crowd` as many as are a crowd whichever
///   way they were rounded: with k steps a crowd, one of k - 1 may be one person less than a crowd, or more.
/// - Where the groups, and a rest that is folded, are the whole audience, the fold is what the visible groups leave of
///   it, in shares, in people, and where it is decided what is folded. Who sees these groups knows that already, so no
///   rounding of a folded group plays a part in it, however many people the audience turns out to have.
/// - Where they are not, because a crowd is in no group or groups overlap, the fold is a whole number of people or of
///   steps. While nobody knows of how many people, it is rounded so coarsely that, in any audience which may be broken
///   down, all ways to make up some number of people are rounded alike (`coarse`).
struct ShareUnits: Sendable, Hashable {
  /// To what the shares are rounded.
  let step: Double
  /// Of how many people they are parts.
  let audience: Int64

  /// Whether sizes are people; else they are steps.
  var arePeople: Bool { step * Double(audience) < 1 - 1e-9 }
  /// The size of the whole audience.
  var whole: Int64 { arePeople ? audience : Int64((1 / step).rounded()) }

  /// What is a crowd, in these units.
  func crowd(_ crowd: CrowdSize) -> CrowdSize {
    arePeople ? crowd : crowd.inSteps(of: step * Double(audience))
  }

  /// The size of a group: the largest whole number of people, or the number of steps, whose share is rounded to this.
  func size(_ share: Double) -> Int64 {
    arePeople
      ? Int64((share + step / 2) * Double(audience) + 1e-6) : Int64((share / step).rounded())
  }

  /// Whether a group is a crowd, whichever way its share was rounded.
  func isCrowd(_ share: Double, _ crowd: CrowdSize) -> Bool { size(share) >= self.crowd(crowd).people }

  /// People of a group, for showing.
  func people(_ share: Double) -> Int64 { Int64((share * Double(audience)).rounded()) }

  /// The fold of so many groups where the visible ones do not tell it and nobody knows of how many people.
  ///
  /// A hundredth, the most that one person is, and all that the rounding of the groups may add up to, in whole hundredths.
  static func coarse(_ sum: Double, of groups: Int, step: Double) -> Double {
    guard ShareUnits(step: step, audience: CrowdSize.unknownAudience).arePeople else { return sum }
    let grid = grid(of: groups, step: step)
    return (sum / grid + 1e-6).rounded() * grid
  }

  /// By how much `coarse` may change a sum of at most so many shares.
  static func coarseness(of groups: Int, step: Double) -> Double { grid(of: groups, step: step) / 2 }

  private static func grid(of groups: Int, step: Double) -> Double {
    (1 + Double(groups) * step * Double(CrowdSize.unknownAudience) - 1e-6).rounded(.up) / 100
  }
}

/// The step to which shares are rounded: the largest power of ten, from a hundredth down to a millionth, that measures
/// them all.
func step(of shares: [Double]) -> Double {
  for places in [100.0, 1e3, 1e4, 1e5] {
    if shares.allSatisfy({ ($0 * places - ($0 * places).rounded()).magnitude < 1e-6 }) { return 1 / places }
  }
  return 1e-6
}
