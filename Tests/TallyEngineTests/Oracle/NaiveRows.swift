import TallyLanguage

/// Which table a row is from.
enum NaiveRole: Hashable { case videos, daily, channel }

/// One row of any table, with the video that it belongs to.
struct NaiveRecord {
  var id: String?
  var video: NaiveVideo?
  /// Of the activity, or the day posted for a row of the videos table.
  var day: Day?
  /// What may be added up: steps where the file has running totals.
  var numbers: [String: Quantity]
  /// Values of groups that are worked out for the video: labels and steps of metrics.
  var worked: [NaiveKey?] = []
  /// Where it was shown.
  var surface: String?

  func has(_ columns: Set<String>) -> Bool { columns.allSatisfy { numbers[$0] != nil } }
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
    case time(Grain, Clock)
    case video
    case attribute(String)
    case tags
    /// What rows of days carry themselves.
    case surface
    /// A label, or a metric or attribute in steps: worked out once for each video.
    case worked(Int)
  }
  let name: String
  let key: Key
  let weekStart: Int

  var isActivityTime: Bool { if case .time(_, .activity) = key { true } else { false } }
  var isAge: Bool { if case .time(_, .sincePosted) = key { true } else { false } }

  /// The bucket that a grain puts a day into.
  func bucket(_ day: Day) -> NaiveKey {
    guard case .time(let grain, _) = key, let unit = CalendarUnit(rawValue: grain.rawValue) else {
      return .number(.whole(Int64(day.weekday)))
    }
    return .day(naiveBucket(day, unit, weekStart: weekStart))
  }

  /// The values of a row: one, several for tags, none for a row that is older than its video.
  ///
  /// `day` and `posted` are what counts as the day of its activity, and as the day its video was posted.
  func values(_ record: NaiveRecord, day: Day?, posted: Day?) -> [NaiveKey] {
    switch key {
    case .video: return [record.id.map { .text($0) } ?? .missing]
    case .attribute(let name):
      if let number = record.video?.numbers[name] { return [.number(number)] }
      return [record.video?.texts[name].map { .text($0) } ?? .missing]
    case .tags:
      let tags = record.video?.tags ?? []
      return tags.isEmpty ? [.missing] : tags.map { .text($0) }
    case .surface: return [record.surface.map { .text($0) } ?? .missing]
    case .worked(let index): return [record.worked[index] ?? .missing]
    case .time(.hour, _):
      guard let second = record.video?.posted?.secondOfDay else { return [.missing] }
      return [.number(.whole(Int64(second / 3600)))]
    case .time(let grain, .sincePosted):
      guard let posted = record.video?.posted?.day, let day = record.day else { return [.missing] }
      guard let age = naiveAge(day, posted: posted, grain) else { return [] }
      return [.number(.whole(Int64(age)))]
    case .time(_, .posted):
      guard let posted else { return [.missing] }
      return [bucket(posted)]
    case .time(_, .activity):
      guard let day else { return [.missing] }
      return [bucket(day)]
    }
  }
}

/// The groups that a row is in: one, except for a video with several tags.
func naiveKeys(_ groups: [NaiveGroup], _ record: NaiveRecord, day: Day?, posted: Day?) -> [[NaiveKey]] {
  var keys: [[NaiveKey]] = [[]]
  for group in groups {
    let values = group.values(record, day: day, posted: posted)
    keys = keys.flatMap { key in values.map { key + [$0] } }
  }
  return keys
}

/// What an item shows in one row.
struct NaiveValues {
  var now: Quantity?
  var before: Quantity?
  var change: Quantity?
  var changeRate: Quantity?
  var share: Quantity?

  subscript(part: NaivePart) -> Quantity? {
    switch part {
    case .now: now
    case .before: before
    case .change: change
    case .changeRate: changeRate
    case .share: share
    }
  }
}

/// One of the numbers of an item.
enum NaivePart { case now, before, change, changeRate, share }

/// One row of the answer: its group, and a number for each item.
struct NaiveRow {
  let key: [NaiveKey]
  var values: [NaiveValues]
  var coverage: Quantity?
}

/// One key of the order of rows.
struct NaiveSortKey {
  enum Subject {
    case item(Int, NaivePart)
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
