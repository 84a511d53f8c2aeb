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

/// All groups of an answer, over all of its sources, in order of first appearance.
struct GroupSpace {
  /// One value a group column, for each group.
  private(set) var groups: [[GroupValue]] = []
  private var index: [[GroupValue]: UInt32] = [:]

  /// Without group columns there is one group, whether or not it has rows.
  init(columns: Int) {
    if columns == 0 { _ = group([]) }
  }

  var count: Int { groups.count }

  /// The group of a combination of values, new ones added.
  mutating func group(_ values: [GroupValue]) -> UInt32 {
    if let known = index[values] { return known }
    let new = UInt32(groups.count)
    index[values] = new
    groups.append(values)
    return new
  }

  /// The group of a combination of values; nil where there is none.
  func known(_ values: [GroupValue]) -> UInt32? { index[values] }
}

/// The codes of one group column over the rows of a source.
private struct KeyCodes {
  /// One code a row, unless there are `offsets`.
  var codes: [UInt32]
  /// Where a row may have several codes, or none: row `i` has `codes[offsets[i]..<offsets[i + 1]]`.
  var offsets: [Int]?
  /// The value of each code.
  let values: [GroupValue]
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
/// Codes of the group columns are combined into one number per row; a combination is looked up once, so text is never
/// hashed per row.
/// - Throws: N001.
/// - Complexity: O(rows times group columns).
func group(
  _ rows: RowSet, of part: SourceTable, by groups: [Group], _ facts: VideoFacts, days: DayMap? = nil,
  into space: inout GroupSpace
) throws(Diagnostic) -> GroupedRows {
  let (grouped, values) = try combinations(rows, of: part, by: groups, facts, days: days)
  let known = values.map { space.group($0) }
  let isSame = known.enumerated().allSatisfy { $0 == $1 }
  guard !isSame, case .each(let codes) = grouped.groups.storage else { return grouped }
  return GroupedRows(rows: grouped.rows, groups: GroupNumbers(codes.map { known[Int($0)] }))
}

/// Puts rows of a source into groups that are there already; rows of others are taken out.
///
/// - Throws: N001.
func group(
  _ rows: RowSet, of part: SourceTable, by groups: [Group], _ facts: VideoFacts, days: DayMap? = nil,
  within space: GroupSpace
) throws(Diagnostic) -> GroupedRows {
  let (grouped, values) = try combinations(rows, of: part, by: groups, facts, days: days)
  return grouped.regrouped(values.map { space.known($0) })
}

private func combinations(
  _ kept: RowSet, of part: SourceTable, by groups: [Group], _ facts: VideoFacts, days: DayMap?
) throws(Diagnostic) -> (rows: GroupedRows, values: [[GroupValue]]) {
  var rows = kept
  var running = Combinations()
  for (index, group) in groups.enumerated() {
    let map = days?.maps[index]
    let key = try codes(of: group.key, rows: rows, part, facts, map)
    rows = running.extend(by: key, rows: rows)
  }
  let groups: GroupNumbers = groups.isEmpty ? .one(count: rows.count) : GroupNumbers(running.codes)
  return (GroupedRows(rows: rows, groups: groups), running.values)
}

/// The combinations of values seen so far, numbered densely, and the number of each row's.
private struct Combinations {
  private(set) var codes: [UInt32] = []
  private(set) var values: [[GroupValue]] = [[]]
  private var isEmpty = true

  /// The most pairs that are numbered by a table.
  private static let tableLimit = 1 << 22

  /// Adds one more group column and returns the rows, those with several tags once for each.
  mutating func extend(by key: KeyCodes, rows: RowSet) -> RowSet {
    defer { isEmpty = false }
    guard let offsets = key.offsets else {
      renumber(key.codes, key)
      return rows
    }
    var expanded: [UInt32] = []
    var before: [UInt32] = []
    for position in rows.indices {
      for _ in offsets[position]..<offsets[position + 1] {
        expanded.append(rows[position])
        if !isEmpty { before.append(codes[position]) }
      }
    }
    codes = before
    renumber(key.codes, key)
    return RowSet(expanded)
  }

  /// Gives each pair of (combination so far, next code) a dense number in order of first appearance.
  private mutating func renumber(_ next: [UInt32], _ key: KeyCodes) {
    let size = key.values.count
    let (limit, overflow) = values.count.multipliedReportingOverflow(by: size)
    var found: [[GroupValue]] = []
    let values = self.values
    func number(_ pair: Int) -> UInt32 {
      found.append(values[pair / size] + [key.values[pair % size]])
      return UInt32(truncatingIfNeeded: found.count - 1)
    }
    if !overflow, limit <= Combinations.tableLimit {
      var known = [UInt32](repeating: .max, count: limit)
      codes = numbered(next, size) { pair in
        if known[pair] == .max { known[pair] = number(pair) }
        return known[pair]
      }
    } else {
      var known: [Int: UInt32] = [:]
      codes = numbered(next, size) { pair in
        if let code = known[pair] { return code }
        let code = number(pair)
        known[pair] = code
        return code
      }
    }
    self.values = found
  }

  @inline(__always)
  private func numbered(_ next: [UInt32], _ size: Int, _ number: (Int) -> UInt32) -> [UInt32] {
    isEmpty
      ? next.map { number(Int($0)) }
      : next.indices.map { number(Int(codes[$0]) * size + Int(next[$0])) }
  }
}

private func codes(
  of key: Group.Key, rows: RowSet, _ part: SourceTable, _ facts: VideoFacts, _ map: ((Int32) -> Int32?)?
) throws(Diagnostic) -> KeyCodes {
  switch key {
  case .time(.hour, _): return part.gathered(postedHours(facts), rows)
  case .time(let grain, let isPosted):
    let days = isPosted ? part.posted(rows, facts) : rows.gather(part.days)
    return timeCodes(grain, days, weekStart: facts.clock.weekStart, map)
  case .age(let grain): return ageCodes(grain, rows, part, facts)
  case .video:
    return KeyCodes(codes: part.videos(rows), values: (0..<facts.count).map(GroupValue.video))
  case .attribute(let handle):
    return part.gathered(attributeCodes(facts.dataset.videos?.columns[handle.name], count: facts.count), rows)
  case .rowAttribute(let handle):
    let key = attributeCodes(part.table.columns[handle.name], count: part.table.rowCount)
    return KeyCodes(codes: rows.map { key.codes[Int($0)] }, values: key.values)
  case .tags(let handle):
    return tagCodes(facts.dataset.videos?.columns[handle.name], part.videos(rows))
  case .steps(let number, let width, let whole):
    return part.gathered(stepCodes(try facts.series(number), width: width, whole: whole), rows)
  case .label(let label):
    let missing = UInt32(label.arms.count)
    let codes = try facts.arms(of: label).map { $0.map { UInt32($0) } ?? missing }
    return part.gathered(
      KeyCodes(codes: codes, values: label.arms.map { .text($0.text) } + [.missing]), rows)
  }
}

extension SourceTable {
  /// The video of each of some rows.
  fileprivate func videos(_ rows: RowSet) -> [UInt32] {
    source.role == .videos ? Array(rows) : rows.gather(table.videoCodes)
  }

  /// The day that the video of each of some rows was posted.
  fileprivate func posted(_ rows: RowSet, _ facts: VideoFacts) -> [Int32] {
    videos(rows).map { facts.postedDays[Int($0)] }
  }

  /// Codes per video brought to rows.
  fileprivate func gathered(_ key: KeyCodes, _ rows: RowSet) -> KeyCodes {
    KeyCodes(codes: videos(rows).map { key.codes[Int($0)] }, values: key.values)
  }
}

/// Numbers values in order of first appearance.
private struct Numbering {
  private(set) var values: [GroupValue] = []
  private var known: [GroupValue: UInt32] = [:]

  mutating func code(_ value: GroupValue) -> UInt32 {
    if let code = known[value] { return code }
    let code = UInt32(values.count)
    known[value] = code
    values.append(value)
    return code
  }
}

private func postedHours(_ facts: VideoFacts) -> KeyCodes {
  var numbering = Numbering()
  let codes = facts.postedHours().map { numbering.code($0 == 255 ? .missing : .hour(Int($0))) }
  return KeyCodes(codes: codes, values: numbering.values.isEmpty ? [.missing] : numbering.values)
}

/// Buckets of days; the calendar is asked once per distinct day, and an unknown day is missing.
private func timeCodes(_ grain: Grain, _ days: [Int32], weekStart: Int, _ map: ((Int32) -> Int32?)?)
  -> KeyCodes
{
  var numbering = Numbering()
  func code(_ day: Int32) -> UInt32? {
    guard day != VideoFacts.unknown else { return map == nil ? numbering.code(.missing) : nil }
    let counted = map.map { $0(day) } ?? day
    return counted.map { numbering.code(grain.value(of: Day(number: $0), weekStart: weekStart)) }
  }
  var known = DayTable(days)
  let codes = days.map { known.code($0, code) }
  guard known.hasNone else {
    return KeyCodes(codes: codes, values: numbering.values.isEmpty ? [.missing] : numbering.values)
  }
  return KeyCodes(codes.map { $0 == DayTable.none ? nil : $0 }, values: numbering.values)
}

/// The code of each day, asked for once: by an array over the days that there are.
private struct DayTable {
  /// Stands for a day that has no code.
  static let none = UInt32.max
  private static let unasked = UInt32.max - 1

  private let first: Int
  private var codes: [UInt32]
  private var unknown = DayTable.unasked
  /// Whether a day without a code was asked for.
  private(set) var hasNone = false

  init(_ days: [Int32]) {
    var (low, high) = (Int32.max, Int32.min)
    for day in days where day != VideoFacts.unknown { (low, high) = (min(low, day), max(high, day)) }
    first = Int(low)
    codes = [UInt32](repeating: DayTable.unasked, count: low > high ? 0 : Int(high) - Int(low) + 1)
  }

  mutating func code(_ day: Int32, _ ask: (Int32) -> UInt32?) -> UInt32 {
    let isUnknown = day == VideoFacts.unknown
    let known = isUnknown ? unknown : codes[Int(day) - first]
    if known != DayTable.unasked { return known }
    let code = ask(day) ?? DayTable.none
    if code == DayTable.none { hasNone = true }
    if isUnknown { unknown = code } else { codes[Int(day) - first] = code }
    return code
  }
}

/// Whole units from the day posted to the day of each row.
///
/// Days before the day posted count as that day, since clocks differ (`KeptRows.withAges` has taken out those too far
/// from it). The age of an undated video is missing.
private func ageCodes(_ grain: Grain, _ rows: RowSet, _ part: SourceTable, _ facts: VideoFacts) -> KeyCodes {
  guard let unit = grain.unit else { return KeyCodes(rows.map { _ in nil }, values: []) }
  var numbering = Numbering()
  let posted = part.posted(rows, facts)
  let found = rows.indices.map { index -> UInt32? in
    let start = posted[index]
    if start == VideoFacts.unknown { return numbering.code(.missing) }
    let day = part.days[Int(rows[index])]
    let age = Day(number: max(day, start)).age(since: Day(number: start), in: unit)
    return numbering.code(.integer(Int64(age)))
  }
  return KeyCodes(found, values: numbering.values)
}

/// The lower bound of the step that each number falls into: whole where the number and the width are.
private func stepCodes(_ series: Series, width: Double, whole: Int64?) -> KeyCodes {
  var numbering = Numbering()
  let step = DecimalStep(width)
  let codes = series.present.indices.map { row -> UInt32 in
    guard series.present[row] else { return numbering.code(.missing) }
    if case .integers(let values) = series.values, let whole {
      let rest = values[row] % whole
      let (bound, overflow) = values[row].subtractingReportingOverflow(rest < 0 ? rest + whole : rest)
      return numbering.code(overflow ? .decimal(Double(values[row])) : .integer(bound))
    }
    return numbering.code(.decimal(step.bound(below: series.decimals(row))))
  }
  return KeyCodes(codes: codes, values: numbering.values.isEmpty ? [.missing] : numbering.values)
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

/// Codes of an attribute; the last code stands for missing, which also pads to `count`.
private func attributeCodes(_ column: Column?, count: Int) -> KeyCodes {
  switch column {
  case .texts(let column)?:
    let missing = UInt32(column.dictionary.count)
    let codes = (0..<count).map {
      $0 < column.codes.count && column.validity[$0] ? column.codes[$0] : missing
    }
    return KeyCodes(codes: codes, values: column.dictionary.map(GroupValue.text) + [.missing])
  case .integers?, .decimals?:
    var numbering = Numbering()
    let series = column?.series(count: count) ?? Series(repeating: 0, whole: 0, count: count)
    let codes = (0..<count).map { row -> UInt32 in
      guard series.present[row] else { return numbering.code(.missing) }
      switch series.values {
      case .integers(let values): return numbering.code(.integer(values[row]))
      case .decimals(let values): return numbering.code(.decimal(values[row]))
      }
    }
    return KeyCodes(codes: codes, values: numbering.values.isEmpty ? [.missing] : numbering.values)
  case .tags?, .instants?, nil:
    return KeyCodes(codes: [UInt32](repeating: 0, count: count), values: [.missing])
  }
}

/// Codes of the tags of each row's video; a video without tags falls into the missing group once.
private func tagCodes(_ column: Column?, _ videos: [UInt32]) -> KeyCodes {
  guard case .tags(let column)? = column else {
    return KeyCodes(codes: [UInt32](repeating: 0, count: videos.count), values: [.missing])
  }
  let missing = UInt32(column.dictionary.count)
  var codes: [UInt32] = []
  var offsets = [0]
  for video in videos.map({ Int($0) }) {
    let tags = video < column.validity.count ? column[video] : []
    if tags.isEmpty { codes.append(missing) } else { codes.append(contentsOf: tags) }
    offsets.append(codes.count)
  }
  return KeyCodes(codes: codes, offsets: offsets, values: column.dictionary.map(GroupValue.text) + [.missing])
}

extension KeyCodes {
  /// Codes of rows, those with nil taken out.
  fileprivate init(_ found: [UInt32?], values: [GroupValue]) {
    let values = values.isEmpty ? [GroupValue.missing] : values
    guard found.contains(nil) else {
      self.init(codes: found.map { $0 ?? 0 }, values: values)
      return
    }
    var codes: [UInt32] = []
    var offsets = [0]
    for code in found {
      if let code { codes.append(code) }
      offsets.append(codes.count)
    }
    self.init(codes: codes, offsets: offsets, values: values)
  }
}
