import TallyLanguage
import TallyPlan

/// Most buckets that gaps are shown for; beyond, a range of dates is more likely damaged than long.
private let bucketLimit = 40_000

/// Adds buckets without data, so that a gap in a time series is seen.
///
/// Only where one time grain with first days is the sole group and nothing is chosen by `top`: from the first to the last
/// bucket with rows, or over the `during` range as far as days are loaded.
func fillGaps(of plan: Plan, _ parts: [SourceRows], into space: inout GroupSpace) {
  guard plan.groups.count == 1, plan.choice == nil, case .time(let grain, _) = plan.groups[0].key,
    let unit = grain.unit
  else { return }
  var first: Int32?
  var last: Int32?
  for values in space.groups {
    guard case .day(let day)? = values.first else { continue }
    first = min(first ?? day, day)
    last = max(last ?? day, day)
  }
  for part in parts {
    guard let days = part.source.days, let loaded = part.source.loadedDays, days.overlaps(loaded),
      case .time(_, let isPosted) = plan.groups[0].key, !isPosted || part.source.timeline == .posted
    else { continue }
    let visible = days.clamped(to: loaded)
    let low = unit.start(of: visible.lowerBound, weekStart: plan.clock.weekStart).number
    let high = unit.start(of: visible.upperBound, weekStart: plan.clock.weekStart).number
    first = min(first ?? low, low)
    last = max(last ?? high, high)
  }
  guard let first, let last else { return }
  var bucket = Day(number: first)
  var steps = 0
  while bucket.number <= last, steps < bucketLimit {
    _ = space.group([.day(bucket.number)])
    bucket = unit.start(1, after: bucket)
    steps += 1
  }
}
