import TallyLanguage
import TallyPlan

extension VideoFacts {
  /// Days before the day posted that still count as that day, since clocks differ.
  static let earlyDays = 2

  /// The first day after the part of each video's life that a limit names; `unknown` for undated videos.
  func ends(of limit: AgeLimit) -> [Int32] {
    postedDays.map { posted in
      posted == Self.unknown
        ? Self.unknown : Day(number: posted).shifted(by: limit.count, limit.unit).number
    }
  }

  /// Which videos have lived through an age, all of it in the days of the daily table that `as_of` shows.
  func haveLived(through limit: AgeLimit) -> [Bool] {
    guard let range = dataset.daily?.dayIndex.range else { return [Bool](repeating: false, count: count) }
    let first = range.lowerBound
    let last = min(range.upperBound, clock.asOf?.number ?? .max)
    return zip(postedDays, ends(of: limit)).map { posted, end in
      posted != Self.unknown && posted >= first && Int(end) - 1 <= Int(last)
    }
  }
}

extension GroupedRows {
  /// The rows of videos that have lived through every age, and that stand before an age themselves.
  func within(
    _ before: AgeLimit?, livedThrough limits: [AgeLimit], days: ColumnValues<Int32>,
    codes: ColumnValues<UInt32>, _ facts: VideoFacts
  ) -> GroupedRows {
    guard before != nil || !limits.isEmpty else { return self }
    var lived = [Bool](repeating: true, count: facts.count)
    for limit in limits {
      for (code, has) in facts.haveLived(through: limit).enumerated() where !has { lived[code] = false }
    }
    let ends = before.map { facts.ends(of: $0) }
    let (mayCount, postedDays) = (lived, facts.postedDays)
    return filtered { row in
      let code = Int(codes[row])
      guard mayCount[code] else { return false }
      guard let ends else { return true }
      return Int(days[row]) >= Int(postedDays[code]) - VideoFacts.earlyDays && days[row] < ends[code]
    }
  }
}
