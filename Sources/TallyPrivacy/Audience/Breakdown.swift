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
    let labels: [String?]
    /// People, where the breakdown counts them.
    let people: Int64
    /// 0...1, where the breakdown has shares.
    let share: Double

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
  /// What is counted, by plain name: `followers` or `subscribers`; nil where the file does not say.
  package let metric: String?
  package let amount: Amount
  /// Each combination of labels once, in an order that does not depend on that of the rows.
  let buckets: [Bucket]
  /// The day that the numbers are of, counted from 1970; nil where the file does not say.
  package let day: Int32?
  /// The calendar month of that day, counted from any fixed one; nil with it.
  let month: Int32?
  /// The number of all people that the file prints beside its groups, never shown.
  let printedTotal: Int64?

  /// All people, where it counts them.
  var everybody: Int64 { max(buckets.reduce(0) { $0 + $1.people }, printedTotal ?? 0) }

  /// Adds up rows of the same labels, and puts dimensions and rows in order.
  ///
  /// - Returns: nil for no dimension, more than two, or one that stands twice; and where the people are too many to
  ///   count.
  package init?(
    by dimensions: [String], of metric: String?, _ amount: Amount, rows: [Bucket], day: Int32? = nil,
    month: Int32? = nil, printedTotal: Int64? = nil
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
    let all = added.values.sorted { precedes($0.labels, $1.labels) }
    let sizes = all.map { (labels: $0.labels, size: Double($0.people) + $0.share) }
    let ofAll = self.dimensions.indices.map { margins(of: sizes, at: $0) }
    buckets =
      self.dimensions.count == 2
      ? all.filter { bucket in !bucket.labels.indices.contains { ofAll[$0].contains(bucket.labels[$0]) } }
      : all
    self.day = day
    self.month = month
    self.printedTotal = printedTotal.map { max($0, 0) }
  }

  /// The same without some groups, by their labels.
  func without(_ labels: [[String?]]) -> Breakdown? {
    Breakdown(
      by: dimensions, of: metric, amount, rows: buckets.filter { !labels.contains($0.labels) }, day: day,
      month: month, printedTotal: printedTotal)
  }
}

/// The labels of one of two dimensions that stand for all others together, whatever they are called: of three or more
/// labels, one that has as many people as all the others wherever it has a number, in two places at least.
///
/// Shown, they would tell what folded groups have.
func margins(of buckets: [(labels: [String?], size: Double)], at place: Int) -> Set<String?> {
  var sums: [String?: Double] = [:]
  var cells: [String?: [String?: Double]] = [:]
  for (labels, size) in buckets where labels.count == 2 {
    sums[labels[1 - place], default: 0] += size
    cells[labels[place], default: [:]][labels[1 - place]] = size
  }
  guard cells.count >= 3, sums.count >= 2, sums.values.contains(where: { $0 > 0 }) else { return [] }
  // An export that leaves small totals out has no number in some places.
  let isHalf = cells.filter { _, sizes in
    sizes.count >= 2 && sizes.values.contains { $0 > 0 }
      && sizes.allSatisfy { label, size in
        let sum = sums[label, default: 0]
        return (sum - 2 * size).magnitude <= 1e-6 * max(1, sum)
      }
  }
  return Set(isHalf.keys)
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
