import TallyLanguage
import TallyPlan
import TallyPrivacy

/// What a snapshot holds of an audience: what may be shown, and nothing else.
struct SavedAudience: Sendable, Hashable {
  /// A file that a table came from.
  struct Origin: Sendable, Hashable {
    let file: String
    let rows: Int
    /// Its headers by plain name.
    let headers: [String: String]
  }

  /// A group that is shown, with its people, or its part of them.
  struct Group: Sendable, Hashable {
    let labels: [String?]
    let people: Int64?
    let share: Double?
  }

  /// People by group, newest first; of earlier months as they were rounded.
  struct People: Sendable, Hashable {
    let dimensions: [String]
    let metric: String
    let isShare: Bool
    /// Whether people are shown, counted or worked out from shares.
    let showsPeople: Bool
    let day: Int32?
    let groups: [Group]
    let earlier: [Month]
    let origins: [Origin]
  }

  struct Month: Sendable, Hashable {
    let day: Int32
    let groups: [Group]
  }

  /// Views by group.
  struct Views: Sendable, Hashable {
    let dimensions: [String]
    let counted: [String]
    let hasWatchTime: Bool
    let days: ClosedRange<Int32>?
    let groups: [ViewsGroup]
    let origins: [Origin]
  }

  struct ViewsGroup: Sendable, Hashable {
    let labels: [String?]
    let counts: [Int64]
    let seconds: Double
  }

  /// Active followers by hour.
  struct Hours: Sendable, Hashable {
    let people: [Int64]
    let hours: [Int64]
    let leavesOut: Bool
    let origins: [Origin]
  }

  var people: [People] = []
  var views: [Views] = []
  var hours: Hours?
  /// Dimensions by which no people may be shown.
  var withheld: [String] = []
  /// Dimensions by which no views may be shown.
  var withheldViews: [String] = []
  /// Whether hours were read of which nothing may be shown.
  var hoursAreWithheld = false

  var isEmpty: Bool { self == SavedAudience() }

  /// The same without the tables that would not be opened again as they are.
  ///
  /// Where a number that is not kept, such as people in no group, decided what may be shown, the rules may decide otherwise
  /// without it.
  ///
  /// - Returns: what can be kept, and in words what cannot.
  func keeping(under policy: Policy, beside loaded: Loaded) -> (kept: SavedAudience, left: [String]) {
    if isEmpty || OpenAudience(self, under: policy, beside: loaded) != nil { return (self, []) }
    var kept = self
    kept.people = []
    kept.views = []
    kept.hours = nil
    var left: [String] = []
    /// Adds a table where all is still opened as it is with it.
    func add(_ words: String, _ change: (inout SavedAudience) -> Void) {
      var more = kept
      change(&more)
      if OpenAudience(more, under: policy, beside: loaded) != nil { kept = more } else { left.append(words) }
    }
    for table in people {
      add("\(table.metric) by \(table.dimensions.joined(separator: ", "))") { $0.people.append(table) }
    }
    for table in views {
      add("views by \(table.dimensions.joined(separator: ", "))") { $0.views.append(table) }
    }
    if let hours { add("active followers by hour") { $0.hours = hours } }
    return (kept, left)
  }

  /// The columns of all tables with the headers of their files.
  var columns: [(name: String, header: String)] {
    let origins = people.flatMap(\.origins) + views.flatMap(\.origins) + (hours?.origins ?? [])
    return origins.flatMap(\.headers).map { ($0.key, $0.value) }
  }
}

extension SavedAudience.People {
  init(_ table: ProtectedTable, _ origins: [SavedAudience.Origin]) {
    dimensions = table.dimensions.map(\.name)
    isShare = table.share != nil
    showsPeople = table.counted != nil
    metric = table.counted?.name ?? table.share.map { "\($0.name.dropLast("_share".count))s" } ?? "followers"
    day = table.day
    // People that were worked out from shares are worked out again.
    groups = table.rows.map { row in
      SavedAudience.Group(labels: row.labels, people: row.share == nil ? row.people : nil, share: row.share)
    }
    earlier = table.earlier.map { month in
      SavedAudience.Month(
        day: month.day,
        groups: month.rows.map { SavedAudience.Group(labels: $0.labels, people: $0.people, share: nil) })
    }
    self.origins = origins
  }

  /// As the file of an export would say it; nil for numbers that count no people.
  var breakdowns: (newest: Breakdown, earlier: [Breakdown], showsPeople: Bool)? {
    guard let newest = breakdown(groups, day: day, isShare: isShare) else { return nil }
    let months = earlier.map { breakdown($0.groups, day: $0.day, isShare: false) }
    return months.contains { $0 == nil } ? nil : (newest, months.compactMap { $0 }, showsPeople)
  }

  private func breakdown(_ groups: [SavedAudience.Group], day: Int32?, isShare: Bool) -> Breakdown? {
    var buckets: [Breakdown.Bucket] = []
    for group in groups {
      if isShare {
        guard let share = group.share, (0...1).contains(share) else { return nil }
        buckets.append(Breakdown.Bucket(group.labels, share: share))
      } else {
        guard let people = group.people, people >= 0 else { return nil }
        buckets.append(Breakdown.Bucket(group.labels, people: people))
      }
    }
    return Breakdown(
      by: dimensions, of: metric, isShare ? .share : .count, rows: buckets, day: day,
      month: day.map { Int32(Day(number: $0).civil.year * 12 + Day(number: $0).civil.month) })
  }
}

extension SavedAudience.Views {
  init(_ table: ProtectedExposure, _ origins: [SavedAudience.Origin]) {
    dimensions = table.dimensions.map(\.name)
    counted = table.counted.map(\.name)
    hasWatchTime = table.watchTime != nil
    days = table.days
    groups = table.rows.map { row in
      SavedAudience.ViewsGroup(
        labels: row.labels, counts: row.counts, seconds: table.watchTime == nil ? 0 : row.seconds)
    }
    self.origins = origins
  }

  /// As the file of an export would say it; nil for numbers that count no views.
  var exposure: Exposure? {
    Exposure(
      by: dimensions, counted: counted, hasWatchTime: hasWatchTime,
      rows: groups.map { Exposure.Bucket($0.labels, counts: $0.counts, seconds: $0.seconds) }, days: days)
  }
}

extension SavedAudience.Hours {
  init(_ table: ProtectedHours, _ origins: [SavedAudience.Origin]) {
    people = table.rows.map(\.people)
    hours = table.rows.map { Int64($0.hour) }
    leavesOut = table.leavesOut
    self.origins = origins
  }

  /// As the file of an export would say it; nil for hours that no day has.
  var activity: ActiveHours? {
    guard hours.allSatisfy({ (0...23).contains($0) }) else { return nil }
    return ActiveHours(zip(hours, people).map { (hour: Int($0), people: $1) })
  }
}
