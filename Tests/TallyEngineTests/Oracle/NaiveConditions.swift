import TallyLanguage

/// Tests videos, one at a time.
struct NaiveConditions {
  let tables: NaiveTables
  let names: NaiveNames
  let asOf: Day?
  let weekStart: Int
  /// What `posted during last ...` counts back from.
  let now: Day?

  /// Whether `where` keeps a video; `video` is nil for an id that only the daily table has.
  func holds(_ condition: Condition, id: String, video: NaiveVideo?) throws(NaiveFailure) -> Bool {
    switch condition {
    case .postedMissing where tables.videos == nil:
      throw .open("whether videos that no file lists have no date")
    case .postedDuring, .posted, .postedMissing:
      guard tables.videos != nil else { throw .wrong("no videos that were posted") }
    case .all, .any, .not, .test: break
    }
    switch condition {
    case .all(let parts):
      return try results(of: parts, id: id, video: video).allSatisfy { $0 }
    case .any(let parts):
      return try results(of: parts, id: id, video: video).contains(true)
    case .not(let inner): return !(try holds(inner, id: id, video: video))
    case .postedDuring(let range):
      guard let now, let days = naiveDays(range.value, now: now, weekStart: weekStart) else {
        throw .wrong("a range without an end")
      }
      return video?.posted.map { days.contains($0.day) } ?? false
    case .posted(let comparison, let point):
      guard let now, let days = naiveDays(point.value, now: now) else {
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
      guard let check else { throw .wrong("nothing is tested") }
      if let texts = try texts(operand, id: id, video: video) { return try holds(check, texts: texts) }
      return try holds(check, number: try number(operand, id: id, video: video), id: id, video: video)
    }
  }

  /// Every part's result; all are worked out, since a part that makes no sense is an error wherever it stands.
  private func results(of parts: [Condition], id: String, video: NaiveVideo?) throws(NaiveFailure) -> [Bool] {
    var results: [Bool] = []
    for part in parts { results.append(try holds(part, id: id, video: video)) }
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

  private func number(_ operand: Operand, id: String, video: NaiveVideo?) throws(NaiveFailure) -> Quantity? {
    switch operand {
    case .video: throw .wrong("an id is no number")
    case .reference(let reference): return try number(named: reference.name.text, id: id, video: video)
    case .ratio(let left, let right):
      return combine(
        try number(named: left.name.text, id: id, video: video), "/",
        try number(named: right.name.text, id: id, video: video))
    case .perNumber(let left, let scale, let right):
      return combine(
        scale.value.quantity, "*",
        combine(
          try number(named: left.name.text, id: id, video: video), "/",
          try number(named: right.name.text, id: id, video: video)))
    }
  }

  private func number(named name: String, id: String, video: NaiveVideo?) throws(NaiveFailure) -> Quantity? {
    if tables.videos != nil, tables.videoColumns.contains(name) { return video?.numbers[name] }
    return try number(try names.metric(named: name), id: id, video: video)
  }

  private func number(_ metric: NaiveMetric, id: String, video: NaiveVideo?) throws(NaiveFailure) -> Quantity?
  {
    switch metric {
    case .constant(let value): return value
    case .videos: throw .wrong("a number of videos is no number of a video")
    case .column(let name):
      if tables.videos != nil, tables.videoColumns.contains(name) { return video?.numbers[name] }
      guard let daily = tables.daily, tables.dailyColumns.contains(name) else {
        throw .wrong("\(name) is not counted for videos")
      }
      var sum: Quantity?
      for row in daily where row.video == id {
        if let asOf, row.day > asOf { continue }
        guard let value = row.numbers[name] else { continue }
        sum = sum.flatMap { Quantity.combine($0, "+", value) } ?? value
      }
      return sum
    case .combined(let left, let sign, let right):
      return combine(try number(left, id: id, video: video), sign, try number(right, id: id, video: video))
    }
  }

  private func combine(_ left: Quantity?, _ sign: Character, _ right: Quantity?) -> Quantity? {
    guard let left, let right else { return nil }
    return Quantity.combine(left, sign, right)
  }

  private func holds(_ check: Check, number: Quantity?, id: String, video: NaiveVideo?) throws(NaiveFailure)
    -> Bool
  {
    switch check {
    case .missing(let isMissing): return (number == nil) == isMissing
    case .comparison(let comparison, let value):
      return naiveHolds(number, comparison, try self.value(value, id: id, video: video))
    case .between(let low, let high):
      let low = try value(low, id: id, video: video)
      let high = try value(high, id: id, video: video)
      return naiveHolds(number, .greaterOrEqual, low) && naiveHolds(number, .lessOrEqual, high)
    case .isIn(let literals): return literals.contains { naiveHolds(number, .equal, $0.value.quantity) }
    case .contains, .startsWith: throw .wrong("a number holds no text")
    }
  }

  private func value(_ value: Value, id: String, video: NaiveVideo?) throws(NaiveFailure) -> Quantity? {
    switch value {
    case .literal(let literal): return literal.value.quantity
    case .operand(let operand): return try number(operand, id: id, video: video)
    case .benchmark: throw .open("not part of this version")
    }
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
