import TallyLanguage
import TallyPlan
import TallyPrivacy

/// The value of one group column in one row of the answer.
enum GroupValue: Hashable {
  case missing
  /// First day of a bucket.
  case day(Int32)
  case weekday(Int)
  case hour(Int)
  case text(String)
  /// Videos-axis code.
  case video(Int)
  case integer(Int64)
  case decimal(Double)
}

/// All groups of an answer, over all of its sources.
struct GroupSpace {
  /// One value a group, for each group column.
  private(set) var columns: [[GroupValue]]
  private(set) var count = 0
  /// The group of each combination of values; made when one is first looked up.
  private var index: [[GroupValue]: UInt32]?

  /// Without group columns there is one group, whether or not it has rows.
  init(columns: Int) {
    self.columns = [[GroupValue]](repeating: [], count: columns)
    if columns == 0 { count = 1 }
  }

  /// The values of a group, one a group column.
  subscript(group: Int) -> [GroupValue] { columns.map { $0[group] } }

  /// The group of a combination of values, new ones added.
  mutating func group(_ values: [GroupValue]) -> UInt32 {
    if let known = lookUp(values) { return known }
    let new = UInt32(count)
    append(values)
    index?[values] = new
    return new
  }

  /// The group of a combination of values; nil where there is none.
  mutating func lookUp(_ values: [GroupValue]) -> UInt32? {
    if index == nil {
      index = Dictionary(uniqueKeysWithValues: (0..<count).map { (self[$0], UInt32($0)) })
    }
    return index?[values]
  }

  /// The groups of combinations of values, new ones added; nil where these are the first groups, and numbered as they come.
  ///
  /// - Parameter combinations: one value a combination, for each group column; no combination twice.
  mutating func groups(_ combinations: [[GroupValue]]) -> [UInt32]? {
    guard let first = combinations.first else { return nil }
    guard count > 0 else {
      columns = combinations
      count = first.count
      return nil
    }
    return first.indices.map { place in group(combinations.map { $0[place] }) }
  }

  /// The groups of combinations of values, nil for those that there are not.
  mutating func knownGroups(_ combinations: [[GroupValue]]) -> [UInt32?] {
    guard let first = combinations.first else { return [0] }
    return first.indices.map { place in lookUp(combinations.map { $0[place] }) }
  }

  private mutating func append(_ values: [GroupValue]) {
    for (column, value) in zip(columns.indices, values) { columns[column].append(value) }
    count += 1
  }
}

/// What day a row counts as in the time groups, where that is not its own.
///
/// It is that of the bucket it is compared with, or the first of its week; nil takes the row out.
struct DayMap {
  /// By index of the group.
  let maps: [Int: (Int32) -> Int32?]
}

/// Puts rows of a source into groups, new groups added.
///
/// - Throws: N001.
/// - Complexity: O(rows times group columns); text is never hashed per row.
func group(
  _ rows: RowSet, of part: SourceTable, by groups: [Group], _ facts: VideoFacts, days: DayMap? = nil,
  into space: inout GroupSpace
) throws(Diagnostic) -> GroupedRows {
  let found = try combinations(rows, of: part, by: groups, facts, days: days)
  return space.groups(found.values).map { found.rows.regrouped($0) } ?? found.rows
}

/// Puts rows of a source into groups that are there already; rows of others are taken out.
///
/// - Throws: N001.
func group(
  _ rows: RowSet, of part: SourceTable, by groups: [Group], _ facts: VideoFacts, days: DayMap? = nil,
  within space: GroupSpace
) throws(Diagnostic) -> GroupedRows {
  let found = try combinations(rows, of: part, by: groups, facts, days: days)
  var space = space
  return found.rows.regrouped(space.knownGroups(found.values))
}

/// The combinations of values that rows have, and that of each row.
private func combinations(
  _ rows: RowSet, of part: SourceTable, by groups: [Group], _ facts: VideoFacts, days: DayMap?
) throws(Diagnostic) -> Combinations {
  var keys: [GroupColumn] = []
  for (index, group) in groups.enumerated() {
    keys.append(try column(of: group.key, part, facts, days?.maps[index]))
  }
  return Combinations(keys, rows)
}

private func column(
  of key: Group.Key, _ part: SourceTable, _ facts: VideoFacts, _ map: ((Int32) -> Int32?)?
) throws(Diagnostic) -> GroupColumn {
  switch key {
  case .time(.hour, _):
    return part.byVideo(Numbering(facts.postedHours().map { $0 == 255 ? .missing : .hour(Int($0)) }))
  case .time(let grain, let isPosted):
    func value(_ day: Int32) -> GroupValue? {
      guard day != VideoFacts.unknown else { return map == nil ? .missing : nil }
      let counted = map.map { $0(day) } ?? day
      return counted.map { grain.value(of: Day(number: $0), weekStart: facts.clock.weekStart) }
    }
    return isPosted
      ? part.byVideo(Numbering(ofDays: facts.postedDays, value))
      : GroupColumn(part.dayCodes, Numbering(ofDays: part.dayIndex.codedDays, value))
  case .age(let grain): return GroupColumn(each: ages(grain, part, facts))
  case .video: return GroupColumn(part.codesOfVideos, (0..<facts.count).map(GroupValue.video))
  case .attribute(let handle):
    return part.byVideo(attribute(facts.dataset.videos?.columns[handle.name], count: facts.count))
  case .rowAttribute(let handle):
    guard case .texts(let column)? = part.table.columns[handle.name] else {
      return GroupColumn(each: attribute(part.table.columns[handle.name], count: part.table.rowCount))
    }
    return GroupColumn(texts: column)
  case .tags(let handle):
    guard case .tags(let column)? = facts.dataset.videos?.columns[handle.name] else {
      return part.byVideo(Numbering([GroupValue](repeating: .missing, count: facts.count)))
    }
    return GroupColumn(part.codesOfVideos, tags: column, count: facts.count)
  case .steps(let number, let width, let whole):
    return part.byVideo(steps(try facts.series(number), width: width, whole: whole))
  case .label(let label):
    let arms = try facts.arms(of: label).map { $0.map { UInt32($0) } ?? UInt32(label.arms.count) }
    return part.byVideo(Numbering(codes: arms, values: label.arms.map { .text($0.text) } + [.missing]))
  }
}

extension SourceTable {
  /// A group column that has one value for each video.
  fileprivate func byVideo(_ values: Numbering) -> GroupColumn { GroupColumn(codesOfVideos, values) }
}

/// Whole units from the day posted to the day of each row.
///
/// Days before the day posted count as that day, since clocks differ (`KeptRows.withAges` has taken out those too far
/// from it). The age of an undated video is missing.
private func ages(_ grain: Grain, _ part: SourceTable, _ facts: VideoFacts) -> Numbering {
  guard let unit = grain.unit else {
    return Numbering(codes: [UInt32](repeating: 0, count: part.table.rowCount), values: [.missing])
  }
  var numbering = Numbering()
  for row in 0..<part.table.rowCount {
    let start = facts.postedDays[Int(part.videoCodes[row])]
    guard start != VideoFacts.unknown else {
      numbering.append(.missing)
      continue
    }
    numbering.append(age: Day(number: max(part.days[row], start)).age(since: Day(number: start), in: unit))
  }
  return numbering
}

/// The lower bound of the step that each number falls into: whole where the number and the width are.
private func steps(_ series: Series, width: Double, whole: Int64?) -> Numbering {
  let step = DecimalStep(width)
  return Numbering(
    series.present.indices.map { row -> GroupValue in
      guard series.present[row] else { return .missing }
      if case .integers(let values) = series.values, let whole {
        let rest = values[row] % whole
        let (bound, overflow) = values[row].subtractingReportingOverflow(rest < 0 ? rest + whole : rest)
        return overflow ? .decimal(Double(values[row])) : .integer(bound)
      }
      return .decimal(step.bound(below: series.decimals(row)))
    })
}

/// A width as it was written, a whole number of a power of ten, so that bounds are decimals too: 0.3 and not
/// 0.30000000000000004.
private struct DecimalStep {
  private let count: Double
  private let scale: Double

  init(_ width: Double) {
    var scale = 1.0
    while scale < 1e12, (width * scale).rounded() != width * scale { scale *= 10 }
    self.scale = scale
    count = (width * scale).rounded()
  }

  /// The largest bound that is not above a value; one that is above by less than a billionth of a step, as quotients are by
  /// rounding, counts as met.
  func bound(below value: Double) -> Double {
    let steps = (value * scale / count + 1e-9).rounded(.down)
    return steps * count / scale + 0
  }
}

extension Grain {
  /// The bucket that a day falls into; an hour is not known of a day.
  func value(of day: Day, weekStart: Int) -> GroupValue {
    switch self {
    case .hour: .missing
    case .weekday: .weekday(day.weekday)
    case .day: .day(day.number)
    case .week: .day(CalendarUnit.week.start(of: day, weekStart: weekStart).number)
    case .month: .day(CalendarUnit.month.start(of: day).number)
    case .quarter: .day(CalendarUnit.quarter.start(of: day).number)
    case .year: .day(CalendarUnit.year.start(of: day).number)
    }
  }
}

extension Group {
  /// Whether rows are told apart by the age of their video.
  var isAge: Bool { if case .age = key { true } else { false } }
}

/// The value that each video, or each row, has of an attribute; missing also where there is no more of the column.
private func attribute(_ column: Column?, count: Int) -> Numbering {
  switch column {
  case .texts(let column)?:
    let missing = UInt32(column.dictionary.count)
    let codes = (0..<count).map {
      $0 < column.codes.count ? column.codes[$0] : missing
    }
    return Numbering(codes: codes, values: column.dictionary.map(GroupValue.text) + [.missing])
  case .integers?, .decimals?:
    let series = column?.series(count: count) ?? .missing(count: count)
    return Numbering(
      (0..<count).map { row in
        guard series.present[row] else { return .missing }
        return switch series.values {
        case .integers(let values): .integer(values[row])
        case .decimals(let values): .decimal(values[row])
        }
      })
  case .tags?, .instants?, nil:
    return Numbering([GroupValue](repeating: .missing, count: count))
  }
}
