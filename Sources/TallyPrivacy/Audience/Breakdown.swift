/// How many people of an audience are in which group, as an export says it; nothing of it may be shown.
///
/// It exists between reading and `AudienceLedger.open`, which makes of it what may be shown.
package struct Breakdown: Sendable, Hashable {
  /// What is known of each group.
  package enum Amount: String, Sendable, Hashable {
    /// How many people.
    case count
    /// Which part of all of them.
    case share
  }

  /// One group by its labels, one for each dimension; nil where the file leaves one empty.
  package struct Bucket: Sendable, Hashable {
    package let labels: [String?]
    /// People, where the breakdown counts them.
    package let people: Int64
    /// 0...1, where the breakdown has shares.
    package let share: Double

    package init(_ labels: [String?], people: Int64) {
      self.labels = labels
      self.people = max(people, 0)
      share = 0
    }

    package init(_ labels: [String?], share: Double) {
      self.labels = labels
      people = 0
      self.share = share.isFinite ? min(max(share, 0), 1) : 0
    }

    fileprivate init(labels: [String?], people: Int64, share: Double) {
      self.labels = labels
      self.people = people
      self.share = share
    }
  }

  /// Plain names of one or two audience dimensions, ascending.
  package let dimensions: [String]
  /// What is counted, by plain name: `followers` or `subscribers`.
  package let metric: String
  package let amount: Amount
  /// Each combination of labels once, in an order that does not depend on that of the rows.
  package let buckets: [Bucket]
  /// The day that the numbers are of, counted from 1970; nil where the file does not say.
  package let day: Int32?
  /// The number of all people that the file prints beside its groups, never shown.
  package let printedTotal: Int64?

  /// Adds up rows of the same labels, and puts dimensions and rows in order.
  ///
  /// - Returns: nil for no dimension, more than two, or one that stands twice; and where the people are too many to
  ///   count.
  package init?(
    by dimensions: [String], of metric: String, _ amount: Amount, rows: [Bucket], day: Int32? = nil,
    printedTotal: Int64? = nil
  ) {
    guard (1...2).contains(dimensions.count), Set(dimensions).count == dimensions.count else { return nil }
    let places = dimensions.indices.sorted { dimensions[$0] < dimensions[$1] }
    var added: [[String?]: Bucket] = [:]
    var everybody: Int64 = 0
    for row in rows where row.labels.count == dimensions.count {
      let labels = places.map { row.labels[$0] }
      let known = added[labels] ?? Bucket(labels: labels, people: 0, share: 0)
      let (total, isTooMany) = everybody.addingReportingOverflow(row.people)
      if isTooMany { return nil }
      everybody = total
      added[labels] = Bucket(
        labels: labels, people: known.people + row.people, share: min(known.share + row.share, 1))
    }
    self.dimensions = places.map { dimensions[$0] }
    self.metric = metric
    self.amount = amount
    buckets = added.values.sorted { precedes($0.labels, $1.labels) }
    self.day = day
    self.printedTotal = printedTotal.map { max($0, 0) }
  }
}

/// The order of labels, by code point; a missing one comes last.
func precedes(_ left: [String?], _ right: [String?]) -> Bool {
  for (left, right) in zip(left, right) where left != right {
    guard let left else { return false }
    guard let right else { return true }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }
  return false
}
