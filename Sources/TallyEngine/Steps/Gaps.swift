import TallyLanguage
import TallyPlan

/// Most buckets that gaps are shown for; beyond, a range of dates is more likely damaged than long.
let bucketLimit = 40_000

/// Adds buckets without data, so that a gap in a time series is seen.
///
/// Only where one time grain with first days, or an age, is the sole group: from the first to the last bucket with rows, or
/// over the `during` range as far as days are loaded. What is missing there is not ranked by `top`, a count of 0 is.
func fillGaps(of plan: Plan, _ parts: [SourceRows], into space: inout GroupSpace) {
  guard plan.groups.count == 1 else { return }
  switch plan.groups[0].key {
  case .time(let grain, let isPosted): fillGaps(grain, isPosted: isPosted, of: plan, parts, into: &space)
  case .age: fillAges(into: &space)
  case .video, .attribute, .rowAttribute, .tags, .steps, .label: break
  }
}

private func fillGaps(
  _ grain: Grain, isPosted: Bool, of plan: Plan, _ parts: [SourceRows], into space: inout GroupSpace
) {
  guard let unit = grain.unit else { return }
  let span = space.days(ofGroup: 0)
  var first = span?.lowerBound
  var last = span?.upperBound
  for part in parts where !isPosted || part.source.timeline == .posted {
    guard part.source.days != nil, let visible = part.source.visibleDays else { continue }
    let low = unit.start(of: visible.lowerBound, weekStart: plan.clock.weekStart)
    let high = unit.start(of: visible.upperBound, weekStart: plan.clock.weekStart)
    first = min(first ?? low, low)
    last = max(last ?? high, high)
  }
  guard let first, let last else { return }
  var bucket = first
  var steps = 0
  while bucket <= last, steps < bucketLimit {
    _ = space.group([.day(bucket.number)])
    bucket = unit.start(1, after: bucket)
    steps += 1
  }
}

private func fillAges(into space: inout GroupSpace) {
  let ages = space.columns[0].compactMap { value -> Int64? in
    if case .integer(let age) = value { age } else { nil }
  }
  guard let first = ages.min(), let last = ages.max(), last - first < bucketLimit else { return }
  for age in first...last { _ = space.group([.integer(age)]) }
}
