import TallyLanguage

// What may not be asked of a column of some kind.

extension NaiveMetric {
  /// Whether it is a ratio or an average, which has no shares.
  func isRate(_ tables: NaiveTables) -> Bool {
    switch self {
    case .constant, .videos: return false
    case .column(let name, _):
      if case .rate = tables.kind(name, .daily) { return true }
      return false
    case .combined(let left, let sign, let right):
      if sign == "/", !right.isConstant { return true }
      return left.isRate(tables) || right.isRate(tables)
    case .aggregate(_, let inner, _), .window(_, let inner): return inner.isRate(tables)
    }
  }

  /// Whether `missing as zero` fills it: sums, and sums and products of them.
  func isFilled(_ tables: NaiveTables, _ role: NaiveRole) -> Bool {
    switch self {
    case .constant, .videos: return true
    case .column(let name, _):
      let kind = tables.kind(name, role)
      return kind == .counter || kind == .runningTotal
    case .combined(let left, let sign, let right):
      return sign != "/" && left.isFilled(tables, role) && right.isFilled(tables, role)
    case .aggregate, .window: return false
    }
  }
}

extension NaiveItem {
  private func isKind(_ metric: NaiveMetric, _ test: (NaiveKind) -> Bool) -> Bool {
    if case .column(let name, _) = metric { return test(tables.kind(name, role)) }
    return false
  }

  private func isUnique(_ metric: NaiveMetric) -> Bool { isKind(metric) { $0 == .unique } }
  /// Whether it is an average of the file, or arithmetic with one.
  private func hasRateColumn(_ metric: NaiveMetric) -> Bool {
    if case .combined(let left, _, let right) = metric { return hasRateColumn(left) || hasRateColumn(right) }
    return isKind(metric) { if case .rate = $0 { true } else { false } }
  }

  /// Whether some kinds in it forbid what the query asks.
  func check(_ query: Query) throws(NaiveFailure) {
    if metric.hasWindow, !groups.contains(where: { $0.isActivityTime && !$0.isWeekday }) {
      throw .wrong("Q014 no time to step along")
    }
    try check(metric, query, unit: nil)
    if metric.units.contains(where: { $0 == .week || $0 == .month }) {
      let grains = groups.compactMap { group -> Grain? in
        if case .time(let grain, .activity) = group.key { grain } else { nil }
      }
      if grains.contains(where: { [.day, .weekday, .week].contains($0) }), grains.count > 1 {
        throw .open("weeks under a time that is shorter and one that is longer")
      }
      for (each, unit) in [(Each.week, CalendarUnit.week), (.month, .month)]
      where metric.units.contains(each) {
        guard let visible else { throw .wrong("M013 no whole unit") }
        let starts = visible.each.map { naiveBucket($0, unit, weekStart: weekStart) }
        guard starts.contains(where: { visible.holds(naiveBucketDays($0, unit)) }) else {
          throw .wrong("M013 no whole unit")
        }
      }
    }
    let extras = query.extras.map(\.value)
    guard extras.contains(.share) else { return }
    if metric.isRate(tables) { throw .wrong("M005 a share of a rate") }
    if !metric.units.isEmpty || metric.hasWindow { throw .wrong("M005 a share of what does not add up") }
    if metric.parts.contains(where: { isKind($0) { $0 == .snapshot || $0 == .unique } }) {
      throw .wrong("M005 a share of what does not add up")
    }
    if metric.countsVideos, !isByPosting, groups.contains(where: { $0.isActivityTime || $0.isAge }) {
      throw .wrong("M008 a share of videos over days")
    }
  }

  private func check(_ metric: NaiveMetric, _ query: Query, unit: Each?) throws(NaiveFailure) {
    let byVideo = groups.contains { $0.key == .video }
    switch metric {
    case .constant, .videos: break
    case .column(let name, _):
      switch tables.kind(name, role) {
      case .counter, .runningTotal: break
      case .rate(let weight):
        guard tables.metricColumns(role).contains(weight) else { throw .wrong("M004 no weight") }
      case .snapshot:
        guard role == .channel || byVideo || unit == .video else { throw .wrong("M003 levels do not add up") }
        if role != .channel, query.extras.contains(where: { $0.value == .total || $0.value == .others }),
          unit == nil
        {
          throw .open("the level of several videos")
        }
      case .unique:
        guard isStored(unit) else { throw .wrong("M001 accounts do not add up") }
        if query.extras.contains(where: { $0.value == .total || $0.value == .others }) {
          // Over all videos, or all days, a unit is one row only where the table has one for it.
          guard unit == (role == .channel ? .day : .video), role != .daily else {
            throw .wrong("M001 accounts do not add up")
          }
        }
      }
    case .combined(let left, let sign, let right):
      try check(left, query, unit: unit)
      try check(right, query, unit: unit)
      if isUnique(left) || isUnique(right) && sign != "/" { throw .wrong("M001 accounts in arithmetic") }
      let rates = (left.isRate(tables), right.isRate(tables))
      if "+-".contains(sign), rates.0 != rates.1, !left.isConstant, !right.isConstant {
        throw .wrong("M002 a count and a rate")
      }
      if hasRateColumn(left) || hasRateColumn(right) {
        guard left.isConstant && sign == "*" || right.isConstant && "*/".contains(sign) else {
          throw .wrong("M004 an average in arithmetic")
        }
      }
    case .aggregate(_, let inner, let each):
      guard unit == nil, inner.units.isEmpty else { throw .wrong("M014 an aggregate in another") }
      guard !inner.hasWindow else { throw .wrong("M014 a window in an aggregate") }
      try check(inner, query, unit: each)
    case .window(let window, let inner):
      guard !inner.hasWindow else { throw .wrong("M014 a window in another") }
      let parts = inner.parts
      if parts.contains(where: isUnique) { throw .wrong("M001 accounts do not add up") }
      if groups.contains(where: \.isWeekday), inner.countsVideos {
        throw .open("videos on weekdays that a table does not have")
      }
      try check(inner, query, unit: nil)
      if window == .running, parts.contains(where: { isKind($0) { $0 == .snapshot } }) {
        throw .wrong("M015 levels do not add up")
      }
    }
  }
}

extension NaiveGroup {
  var isWeekday: Bool { if case .time(.weekday, _) = key { true } else { false } }
}
