import TallyLanguage

/// The rows that one number is worked out from.
struct NaiveScope {
  let tables: NaiveTables
  let role: NaiveRole
  /// Rows in which every column of the item is present.
  var rows: [NaiveRecord]
  /// The rows of each video, day, week or month that an aggregate runs over.
  var units: (Each) -> [[NaiveRecord]]
  /// The scope of a window; nil where it has no value.
  var window: (Window) -> NaiveScope?
  /// Whether running totals are as the file has them, so that the last one counts.
  var readsTotals = false
  /// Whether there is one row at most, because the groups are as fine as the file.
  var isStored: (Each?) -> Bool = { _ in false }

  func value(_ metric: NaiveMetric) -> Quantity? {
    switch metric {
    case .constant(let value): return value
    case .videos(let within): return .whole(Int64(Set(young(within).compactMap(\.id)).count))
    case .column(let name, let within): return value(ofColumn: name, young(within))
    case .combined(let left, let sign, let right):
      guard let left = value(left), let right = value(right) else { return nil }
      return Quantity.combine(left, sign, right)
    case .aggregate(let function, let inner, let each):
      var values: [Quantity] = []
      for rows in units(each) {
        var scope = self
        scope.rows = rows
        scope.isStored = { _ in isStored(each) }
        if let value = scope.value(inner) { values.append(value) }
      }
      return naiveStatistic(function, values)
    case .window(let window, let inner): return self.window(window)?.value(inner)
    }
  }

  /// The rows of the first days of their videos.
  private func young(_ within: Period?) -> [NaiveRecord] {
    guard let within else { return rows }
    return rows.filter { row in
      guard let day = row.day, let posted = row.video?.posted?.day else { return false }
      return day >= posted.advanced(by: -2) && day < naiveEnd(ofFirst: within, posted: posted)
    }
  }

  private func value(ofColumn name: String, _ rows: [NaiveRecord]) -> Quantity? {
    let last = rows.max { ($0.day?.number ?? .min) < ($1.day?.number ?? .min) }?.numbers[name]
    switch tables.kind(name, role) {
    case .runningTotal where readsTotals: return last
    case .counter, .runningTotal:
      var sum: Quantity?
      for row in rows {
        guard let value = row.numbers[name] else { continue }
        sum = sum.flatMap { Quantity.combine($0, "+", value) } ?? value
      }
      return sum
    case .snapshot: return last
    case .unique: return rows.first?.numbers[name]
    case .rate where isStored(nil): return last
    case .rate(let weight): return naiveWeightedMean(name, weight, rows)
    }
  }
}

func naiveWeightedMean(_ name: String, _ weight: String, _ rows: [NaiveRecord]) -> Quantity? {
  var sum = 0.0
  var whole = 0.0
  for row in rows {
    guard let value = row.numbers[name], let weight = row.numbers[weight] else { continue }
    sum += value.real * weight.real
    whole += weight.real
  }
  return whole == 0 ? nil : .real(sum / whole)
}

/// A statistic of some values; nil where there are none.
func naiveStatistic(_ function: AggregateFunction, _ values: [Quantity]) -> Quantity? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted { $0.compared(to: $1) < 0 }
  /// Between the two values around the rank, in proportion.
  func percentile(_ percent: Double) -> Double {
    let rank = percent / 100 * Double(sorted.count - 1)
    let below = Int(rank)
    guard below + 1 < sorted.count else { return sorted[below].real }
    let part = rank - Double(below)
    return sorted[below].real + (sorted[below + 1].real - sorted[below].real) * part
  }
  switch function {
  case .average: return .real(sorted.reduce(0) { $0 + $1.real } / Double(sorted.count))
  case .median: return .real(percentile(50))
  case .lowest: return sorted.first
  case .highest: return sorted.last
  case .spread: return .real(percentile(75) - percentile(25))
  case .percentile(let percent): return .real(percentile(Double(percent)))
  }
}
