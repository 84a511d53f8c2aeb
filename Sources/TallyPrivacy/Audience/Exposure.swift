/// How often posts were shown to which group of an audience, as an export says it; nothing of it may be shown.
///
/// It exists between reading and `ExposureLedger.open`, which makes of it what may be shown. It is about its whole period:
/// days are added up, and none of them is kept, because groups that are large over a year are small on a day.
package struct Exposure: Sendable, Hashable {
  /// One group by its labels, one for each dimension; nil where the file leaves one empty.
  package struct Bucket: Sendable, Hashable {
    let labels: [String?]
    /// One number for each of `counted`.
    let counts: [Int64]
    /// Watch time, where the file has it.
    let seconds: Double

    package init(_ labels: [String?], counts: [Int64], seconds: Double = 0) {
      self.labels = labels
      self.counts = counts
      self.seconds = seconds.isFinite ? max(seconds, 0) : 0
    }
  }

  /// Plain names of one or two audience dimensions, ascending.
  package let dimensions: [String]
  /// What is counted, by plain name: `views`, `impressions`.
  package let counted: [String]
  /// Whether the views of each group come with their watch time.
  package let hasWatchTime: Bool
  /// Each combination of labels once, in an order that does not depend on that of the rows.
  let buckets: [Bucket]
  /// First and last day, counted from 1970; nil where the file does not say.
  package let days: ClosedRange<Int32>?
  /// What the file prints for all groups together, for each of `counted`; never shown.
  let printedTotals: [Int64?]

  /// Adds up rows of the same labels, and puts dimensions and rows in order.
  ///
  /// Watch time is kept beside views only: it is judged by the views that it is of.
  ///
  /// - Returns: nil for no dimension, more than two, or one that stands twice; where nothing is counted; where rows do not
  ///   fit, or sums are below 0 or too large to count.
  package init?(
    by dimensions: [String], counted: [String], hasWatchTime: Bool, rows: [Bucket],
    days: ClosedRange<Int32>? = nil, printedTotals: [Int64?] = []
  ) {
    guard (1...2).contains(dimensions.count), Set(dimensions).count == dimensions.count, !counted.isEmpty
    else { return nil }
    let places = dimensions.indices.sorted { dimensions[$0] < dimensions[$1] }
    var added: [[String?]: Bucket] = [:]
    for row in rows {
      guard row.labels.count == dimensions.count, row.counts.count == counted.count else { return nil }
      let labels = places.map { row.labels[$0] }
      guard let known = added[labels] else {
        added[labels] = Bucket(labels, counts: row.counts, seconds: row.seconds)
        continue
      }
      let sums = zip(known.counts, row.counts).map { $0.addingReportingOverflow($1) }
      if sums.contains(where: \.overflow) { return nil }
      added[labels] = Bucket(labels, counts: sums.map(\.partialValue), seconds: known.seconds + row.seconds)
    }
    let all = added.values.sorted { precedes($0.labels, $1.labels) }
    for place in counted.indices {
      guard all.allSatisfy({ $0.counts[place] >= 0 }), sumOfAll(all.map { $0.counts[place] }) != nil else {
        return nil
      }
    }
    self.dimensions = places.map { dimensions[$0] }
    self.counted = counted
    self.hasWatchTime = hasWatchTime && counted.contains("views")
    let margins = dimensions.indices.map { place in
      TallyPrivacy.margins(of: all.map { (labels: $0.labels, size: Double($0.counts[0])) }, at: place)
    }
    buckets =
      dimensions.count == 2
      ? all.filter { bucket in !bucket.labels.indices.contains { margins[$0].contains(bucket.labels[$0]) } }
      : all
    self.days = days
    self.printedTotals = counted.indices.map { $0 < printedTotals.count ? printedTotals[$0] : nil }
  }

  /// One for the days of several: those of the same groups and numbers of which no two have a day in common.
  ///
  /// - Returns: nil where they do not fit together so.
  init?(adding parts: [Exposure]) {
    let parts = parts.sorted { ($0.days?.lowerBound ?? .min) < ($1.days?.lowerBound ?? .min) }
    guard let first = parts.first, var days = first.days else { return nil }
    for part in parts.dropFirst() {
      guard let next = part.days, next.lowerBound > days.upperBound, part.dimensions == first.dimensions,
        part.counted == first.counted, part.hasWatchTime == first.hasWatchTime
      else { return nil }
      days = days.lowerBound...next.upperBound
    }
    self.init(
      by: first.dimensions, counted: first.counted, hasWatchTime: first.hasWatchTime,
      rows: parts.flatMap(\.buckets), days: days)
  }

  /// Whether another one says nothing that this one does not say: the same groups, and what it counts counted the same.
  func says(whatSays other: Exposure) -> Bool {
    guard dimensions == other.dimensions, other.hasWatchTime ? hasWatchTime : true else { return false }
    let places = other.counted.map { counted.firstIndex(of: $0) }
    return !places.contains(nil) && buckets.map(\.labels) == other.buckets.map(\.labels)
      && zip(buckets, other.buckets).allSatisfy { mine, theirs in
        places.compactMap { $0.map { mine.counts[$0] } } == theirs.counts
          && (!other.hasWatchTime || mine.seconds == theirs.seconds)
      }
  }
}

/// The sum of numbers that are not below 0; nil where it is too large to count.
func sumOfAll(_ numbers: [Int64]) -> Int64? {
  var sum: Int64 = 0
  for number in numbers {
    let (next, isTooMany) = sum.addingReportingOverflow(number)
    if isTooMany { return nil }
    sum = next
  }
  return sum
}
