/// What became of a table about an audience that was to be opened.
package enum AudienceOpening<Table: Sendable & Hashable>: Sendable, Hashable {
  case opened(Table)
  /// It stands beside the newest snapshot as an earlier month.
  case earlierMonth
  /// It would be an earlier month, but the groups that are shown now were not all large enough then.
  case unlikeNewest
  /// Nothing of it may be shown; questions about its dimensions are refused (P403).
  case withheld
  /// It says what an open one says.
  case repeated
  /// A newer one, or one that was there before, is open.
  case superseded
  /// One with one of its dimensions is open: the dimensions of that one.
  case overlapping([String])
  /// Nothing tells which of two is newer: the place of the other one.
  case ambiguous(with: Int)
}
