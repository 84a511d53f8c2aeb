import TallyLanguage

/// Which table a row is from.
enum NaiveRole { case videos, daily, channel }

/// One row of any table, with the video that it belongs to.
struct NaiveRecord {
  var id: String?
  var video: NaiveVideo?
  /// Of the activity, or the day posted for a row of the videos table.
  var day: Day?
  var numbers: [String: Quantity]

  /// The groups that the row is in: one, except for a video with several tags.
  func keys(_ groups: [NaiveGroup]) -> [[NaiveKey]] {
    var keys: [[NaiveKey]] = [[]]
    for group in groups {
      let values = group.values(self)
      keys = keys.flatMap { key in values.map { key + [$0] } }
    }
    return keys
  }
}

/// One value of a group.
enum NaiveKey: Hashable {
  case missing
  case day(Day)
  case number(Quantity)
  case text(String)

  /// nil for missing.
  var present: NaiveKey? { self == .missing ? nil : self }

  var cell: NaiveCell {
    switch self {
    case .missing: .missing
    case .day(let day): .day(day)
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    }
  }

  func compared(to other: NaiveKey) -> Int {
    switch (self, other) {
    case (.day(let a), .day(let b)): a < b ? -1 : a > b ? 1 : 0
    case (.number(let a), .number(let b)): a.compared(to: b)
    case (.text(let a), .text(let b)):
      a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
        ? -1 : b.unicodeScalars.lexicographicallyPrecedes(a.unicodeScalars) ? 1 : 0
    default: 0
    }
  }
}

/// One column of groups.
struct NaiveGroup {
  enum Key: Hashable {
    case time(Grain, isPosted: Bool)
    case video
    case attribute(String)
    case tags
  }
  let name: String
  let key: Key
  let weekStart: Int

  var isActivityTime: Bool { if case .time(_, isPosted: false) = key { true } else { false } }

  func values(_ record: NaiveRecord) -> [NaiveKey] {
    switch key {
    case .video: return [record.id.map { .text($0) } ?? .missing]
    case .attribute(let name):
      if let number = record.video?.numbers[name] { return [.number(number)] }
      return [record.video?.texts[name].map { .text($0) } ?? .missing]
    case .tags:
      let tags = record.video?.tags ?? []
      return tags.isEmpty ? [.missing] : tags.map { .text($0) }
    case .time(.hour, _):
      guard let second = record.video?.posted?.secondOfDay else { return [.missing] }
      return [.number(.whole(Int64(second / 3600)))]
    case .time(let grain, let isPosted):
      guard let day = isPosted ? record.video?.posted?.day : record.day else { return [.missing] }
      guard let unit = CalendarUnit(rawValue: grain.rawValue) else {
        return [.number(.whole(Int64(day.weekday)))]
      }
      return [.day(naiveBucket(day, unit, weekStart: weekStart))]
    }
  }
}

/// One number that is asked for, with all rows that it may be counted from.
struct NaiveItem {
  let name: String
  let metric: NaiveMetric
  let role: NaiveRole
  /// Whether time means when a video was posted, because nothing else is loaded.
  let isByPosting: Bool
  var days: ClosedRange<Day>?
  var rows: [NaiveRecord] = []

  /// The number over some rows: those of them in which every column of the item is present.
  func value(_ rows: [NaiveRecord]) -> Quantity? {
    let complete = rows.filter { row in metric.columns.allSatisfy { row.numbers[$0] != nil } }
    return value(metric, complete)
  }

  private func value(_ metric: NaiveMetric, _ rows: [NaiveRecord]) -> Quantity? {
    switch metric {
    case .constant(let value): return value
    case .videos: return .whole(Int64(Set(rows.compactMap(\.id)).count))
    case .column("followers"):
      return rows.max { ($0.day?.number ?? .min) < ($1.day?.number ?? .min) }?.numbers["followers"]
    case .column("average_watch_time"):
      var sum = 0.0
      var weight = 0.0
      for row in rows {
        guard let value = row.numbers["average_watch_time"], let views = row.numbers["views"] else {
          continue
        }
        sum += value.real * views.real
        weight += views.real
      }
      return weight == 0 ? nil : .real(sum / weight)
    case .column(let name):
      var sum: Quantity?
      for row in rows {
        guard let value = row.numbers[name] else { continue }
        sum = sum.flatMap { Quantity.combine($0, "+", value) } ?? value
      }
      return sum
    case .combined(let left, let sign, let right):
      guard let left = value(left, rows), let right = value(right, rows) else { return nil }
      return Quantity.combine(left, sign, right)
    }
  }
}

/// One row of the answer: its group, and a number for each item.
struct NaiveRow {
  let key: [NaiveKey]
  let values: [Quantity?]
}

/// One key of the order of rows.
struct NaiveSortKey {
  enum Subject {
    case item(Int)
    case group(Int)
  }
  let subject: Subject
  let isDescending: Bool
}

/// -1, 0 or 1; missing stands last whichever the direction.
func naiveOrder<Value>(
  _ left: Value?, _ right: Value?, _ isDescending: Bool, _ compare: (Value, Value) -> Int
) -> Int {
  switch (left, right) {
  case (nil, nil): 0
  case (nil, _?): 1
  case (_?, nil): -1
  case (let a?, let b?): compare(a, b) * (isDescending ? -1 : 1)
  }
}
