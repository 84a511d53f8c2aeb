/// A way in which somebody may try to work out how many people are in a group that is not shown.
package enum AttackKind: String, Sendable, Hashable, CaseIterable {
  /// Asking for a group by its label, or for all groups below a number.
  case byName = "by name"
  /// The whole, less every group that is shown.
  case totalMinusShown = "total minus shown"
  /// A share, multiplied by the whole.
  case shareOfTotal = "share of total"
  /// One answer less another with a few groups more.
  case difference
  /// Groups with a property, and those without it.
  case tracker
  /// The sums of rows and columns, and the numbers of other files beside them.
  case linkedMargins = "linked margins"
  /// One day or period against another.
  case snapshots
  /// Everything that all answers say, taken together.
  case together = "all together"
  /// Every table that Tally would show just like this one, for somebody who knows all rules, groups and answers.
  case knownRules = "known rules"

  /// The rule that stands against it, wherever groups are folded.
  package var rule: RefusalCode {
    switch self {
    case .byName: .bucketsFolded
    case .totalMinusShown, .shareOfTotal, .difference, .tracker, .linkedMargins, .snapshots, .together,
      .knownRules:
      .foldedToProtect
    }
  }
}
