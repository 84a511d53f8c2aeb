import TallyLanguage

/// Tests videos, one at a time.
struct NaiveConditions {
  let tables: NaiveTables
  let names: NaiveNames
  let asOf: Day?
  let weekStart: Int
  /// What `posted during last ...` counts back from.
  let now: Day?
  let loadedDaily: ClosedRange<Day>?
  let conditions: [String: Condition]
  let labels: [String: [Definition.Case]]

  /// Whether `where` keeps a video; `video` is nil for an id that only the daily table has.
  ///
  /// A test of what the rows themselves carry is one of the row at hand.
  func holds(
    _ condition: Condition, id: String, video: NaiveVideo?, row: NaiveRecord? = nil
  ) throws(NaiveFailure) -> Bool {
    switch condition {
    case .postedMissing where tables.videos == nil:
      throw .open("whether videos that no file lists have no date")
    case .postedDuring, .posted, .postedMissing:
      guard tables.videos != nil else { throw .wrong("no videos that were posted") }
    case .all, .any, .not, .test: break
    }
    switch condition {
    case .all(let parts):
      return try results(of: parts, id: id, video: video, row: row).allSatisfy { $0 }
    case .any(let parts):
      return try results(of: parts, id: id, video: video, row: row).contains(true)
    case .not(let inner): return !(try holds(inner, id: id, video: video, row: row))
    case .postedDuring(let range):
      guard let now, let range = naiveDays(range.value, now: now, weekStart: weekStart) else {
        throw .wrong("a range without an end")
      }
      return video?.posted.map { range.days.contains($0.day) } ?? false
    case .posted(let comparison, let point):
      guard let now, let days = naiveDays(point.value, now: now)?.days else {
        throw .wrong("a point without a clock")
      }
      guard let posted = video?.posted?.day else { return comparison == .notEqual }
      return switch comparison {
      case .equal: days.contains(posted)
      case .notEqual: !days.contains(posted)
      case .less: posted < days.lowerBound
      case .lessOrEqual: posted <= days.upperBound
      case .greater: posted > days.upperBound
      case .greaterOrEqual: posted >= days.lowerBound
      }
    case .postedMissing(let isMissing, _): return (video?.posted == nil) == isMissing
    case .test(let operand, let check, _):
      if case .reference(let reference) = operand, reference.name.text == "surface", let check {
        return try holds(check, texts: row?.surface.map { [$0] } ?? [])
      }
      guard let check else {
        guard case .reference(let reference) = operand, let group = conditions[reference.name.text] else {
          throw .wrong("nothing is tested")
        }
        return try holds(group, id: id, video: video)
      }
      if let texts = try texts(operand, id: id, video: video) { return try holds(check, texts: texts) }
      return try holds(check, operand, id: id, video: video)
    }
  }

  /// Every part's result.
  ///
  /// All are worked out, since a part that makes no sense is an error wherever it stands.
  private func results(
    of parts: [Condition], id: String, video: NaiveVideo?, row: NaiveRecord?
  ) throws(NaiveFailure) -> [Bool] {
    var results: [Bool] = []
    for part in parts { results.append(try holds(part, id: id, video: video, row: row)) }
    return results
  }

  // MARK: Text

  /// What an operand means as text: none where it is missing, several for tags; nil where it is a number.
  private func texts(_ operand: Operand, id: String, video: NaiveVideo?) throws(NaiveFailure) -> [String]? {
    switch operand {
    case .video: return [id]
    case .ratio, .perNumber: return nil
    case .reference(let reference):
      let name = reference.name.text
      if let cases = labels[name] { return try label(cases, id: id, video: video).map { [$0] } ?? [] }
      let isAttribute = ["hashtag", "hashtags", "length"].contains(name) || tables.textColumns.contains(name)
      if isAttribute, tables.videos == nil { throw .wrong("no videos that have attributes") }
      if name == "hashtag" || name == "hashtags" { return video?.tags ?? [] }
      guard tables.textColumns.contains(name) else { return nil }
      return video?.texts[name].map { [$0] } ?? []
    }
  }

  private func holds(_ check: Check, texts: [String]) throws(NaiveFailure) -> Bool {
    func any(_ test: (String) -> Bool) -> Bool { texts.contains { test($0.lowercased()) } }
    switch check {
    case .comparison(.equal, .literal(let literal)): return any { $0 == literal.value.text }
    case .comparison(.notEqual, .literal(let literal)): return !any { $0 == literal.value.text }
    case .isIn(let literals): return any { text in literals.contains { $0.value.text == text } }
    case .contains(let part):
      let wanted = Array(part.value.lowercased().unicodeScalars)
      return any { text in
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.contains { scalars[$0...].starts(with: wanted) }
      }
    case .startsWith(let part):
      return any { $0.unicodeScalars.starts(with: part.value.lowercased().unicodeScalars) }
    case .missing(let isMissing): return texts.isEmpty == isMissing
    case .comparison, .between: throw .wrong("text is not compared like this")
    }
  }

  // MARK: Numbers

  /// The number that a video has in `where` and in `every`; nil is missing.
  ///
  /// Each column is read on its own: its lifetime total, or its days added up where the videos table has
  /// no such column.
  func number(_ metric: NaiveMetric, id: String, video: NaiveVideo?) throws(NaiveFailure) -> Quantity? {
    let isOldEnough = metric.withins.isEmpty || naiveIsOldEnough(video, metric.withins, loaded: loadedDaily)
    let asksAges = !metric.withins.isEmpty
    func value(_ part: NaiveMetric) throws(NaiveFailure) -> Quantity? {
      switch part {
      case .constant(let value): return value
      case .videos: throw .wrong("a number of videos is no number of a video")
      case .aggregate, .window: throw .wrong("not a number of a video")
      case .combined(let left, let sign, let right):
        let (left, right) = (try value(left), try value(right))
        guard let left, let right else { return nil }
        return Quantity.combine(left, sign, right)
      case .column(let name, let within):
        if !asksAges, tables.videos != nil, tables.videoColumns.contains(name) {
          return video?.numbers[name]
        }
        guard tables.daily != nil, tables.dailyColumns.contains(name) else {
          throw .wrong("\(name) is not counted for videos")
        }
        if tables.kind(name, .daily) == .unique { throw .wrong("M001 accounts add up") }
        if within != nil, !tables.knowsPosted { throw .wrong("no videos that were posted") }
        guard isOldEnough else { return nil }
        var days: [NaiveRecord] = []
        for row in tables.daily ?? [] where row.video == id && row.numbers[name] != nil {
          if let asOf, row.day > asOf { continue }
          days.append(NaiveRecord(id: id, video: video, day: row.day, numbers: row.numbers))
        }
        // A running total is the last one of those days.
        return NaiveScope(
          tables: tables, role: .daily, rows: days, units: { _ in [] }, window: { _ in nil },
          readsTotals: true
        ).value(part)
      }
    }
    return try value(metric)
  }

  /// The videos that a benchmark is taken over: those of the videos table, else all that have days.
  private var everyVideo: [(id: String, video: NaiveVideo?)] {
    guard let videos = tables.videos else {
      return Set(
        (tables.daily ?? []).filter { row in asOf.map { row.day <= $0 } ?? true }.compactMap(\.video)
      )
      .map { ($0, nil) }
    }
    return videos.filter { video in
      guard let asOf, let posted = video.posted?.day else { return true }
      return posted <= asOf
    }.map { ($0.id, $0) }
  }

  private func holds(_ check: Check, _ operand: Operand, id: String, video: NaiveVideo?) throws(NaiveFailure)
    -> Bool
  {
    let metric = try names.metric(operand)
    let number = try number(metric, id: id, video: video)
    func value(_ value: Value) throws(NaiveFailure) -> Quantity? {
      switch value {
      case .literal(let literal): return literal.value.quantity
      case .operand(let operand): return try self.number(try names.metric(operand), id: id, video: video)
      case .benchmark(let function):
        var values: [Quantity] = []
        for other in everyVideo {
          if let value = try self.number(metric, id: other.id, video: other.video) { values.append(value) }
        }
        return naiveStatistic(function.value, values)
      }
    }
    switch check {
    case .missing(let isMissing): return (number == nil) == isMissing
    case .comparison(let comparison, let other): return naiveHolds(number, comparison, try value(other))
    case .between(let low, let high):
      let (low, high) = (try value(low), try value(high))
      return naiveHolds(number, .greaterOrEqual, low) && naiveHolds(number, .lessOrEqual, high)
    case .isIn(let literals): return literals.contains { naiveHolds(number, .equal, $0.value.quantity) }
    case .contains, .startsWith: throw .wrong("a number holds no text")
    }
  }

  // MARK: Labels

  /// The first label that fits a video.
  func label(_ cases: [Definition.Case], id: String, video: NaiveVideo?) throws(NaiveFailure) -> String? {
    for arm in cases {
      guard let condition = arm.condition else { return arm.label.value }
      if try holds(condition, id: id, video: video) { return arm.label.value }
    }
    return nil
  }
}

/// Whether all of the first days of a video are among the loaded ones, for the longest of several periods.
func naiveIsOldEnough(_ video: NaiveVideo?, _ periods: [Period], loaded: ClosedRange<Day>?) -> Bool {
  guard let posted = video?.posted?.day, let loaded else { return false }
  return posted >= loaded.lowerBound
    && periods.allSatisfy {
      naiveEnd(ofFirst: $0, posted: posted).advanced(by: -1) <= loaded.upperBound
    }
}

/// Whether a comparison holds: `!=` is the complement of `=`, every other test on missing is false.
func naiveHolds(_ left: Quantity?, _ comparison: Comparison, _ right: Quantity?) -> Bool {
  guard let left, let right else { return comparison == .notEqual }
  let order = left.compared(to: right)
  return switch comparison {
  case .equal: order == 0
  case .notEqual: order != 0
  case .less: order < 0
  case .lessOrEqual: order <= 0
  case .greater: order > 0
  case .greaterOrEqual: order >= 0
  }
}

extension Literal {
  /// Compared with text, case ignored.
  fileprivate var text: String? {
    switch self {
    case .text(let text): text.lowercased()
    case .number(let number): number.text.lowercased()
    case .truth(let truth): truth ? "true" : "false"
    case .percent, .duration, .date, .parameter: nil
    }
  }

  /// Compared with a number.
  fileprivate var quantity: Quantity? {
    switch self {
    case .number(let number), .duration(let number): number.quantity
    case .percent(let number): .real(number.value / 100)
    case .date, .text, .parameter, .truth: nil
    }
  }
}

extension Condition {
  /// Whether it picks rows of days by what they carry themselves.
  var asksSurfaces: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.asksSurfaces)
    case .not(let inner): inner.asksSurfaces
    case .postedDuring, .posted, .postedMissing: false
    case .test(.reference(let reference), _, _): reference.name.text == "surface"
    case .test: false
    }
  }
}
