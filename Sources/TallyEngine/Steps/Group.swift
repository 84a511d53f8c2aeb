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

/// Rows of a source with the group that each falls into; a row with several tags stands once for each.
struct GroupedRows {
  let rows: [UInt32]
  /// Beside `rows`: indices into `GroupSpace.groups`.
  let groups: [UInt32]
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
}

/// The codes of one group column over the rows of a source.
private struct KeyCodes {
  /// One code a row; for tags see `offsets`.
  var codes: [UInt32]
  /// Only for tags: row `i` has `codes[offsets[i]..<offsets[i + 1]]`.
  var offsets: [Int]?
  /// The value of each code.
  let values: [GroupValue]
}

/// Puts the kept rows of a source into groups.
///
/// Codes of the group columns are combined into one number per row; a combination is looked up once, so text is never
/// hashed per row.
/// - Complexity: O(rows times group columns).
func group(
  _ kept: [UInt32], of table: Table, _ source: Source, by groups: [Group], _ facts: VideoFacts,
  into space: inout GroupSpace
) -> GroupedRows {
  guard !groups.isEmpty else {
    return GroupedRows(rows: kept, groups: [UInt32](repeating: 0, count: kept.count))
  }
  var rows = kept
  var running = Combinations()
  for group in groups {
    let key = codes(of: group.key, rows: rows, table, source, facts)
    rows = running.extend(by: key, rows: rows)
  }
  var known = [UInt32](repeating: .max, count: running.values.count)
  let result = running.codes.map { code in
    let code = Int(code)
    if known[code] == .max { known[code] = space.group(running.values[code]) }
    return known[code]
  }
  return GroupedRows(rows: rows, groups: result)
}

/// The combinations of values seen so far, numbered densely, and the number of each row's.
private struct Combinations {
  private(set) var codes: [UInt32] = []
  private(set) var values: [[GroupValue]] = [[]]
  private var isEmpty = true

  /// Adds one more group column and returns the rows, those with several tags once for each.
  mutating func extend(by key: KeyCodes, rows: [UInt32]) -> [UInt32] {
    if isEmpty { codes = [UInt32](repeating: 0, count: rows.count) }
    isEmpty = false
    let size = key.values.count
    var pairs: [UInt64] = []
    var expanded: [UInt32] = []
    if let offsets = key.offsets {
      for position in rows.indices {
        for entry in offsets[position]..<offsets[position + 1] {
          expanded.append(rows[position])
          pairs.append(UInt64(codes[position]) * UInt64(size) + UInt64(key.codes[entry]))
        }
      }
    } else {
      expanded = rows
      pairs = rows.indices.map { UInt64(codes[$0]) * UInt64(size) + UInt64(key.codes[$0]) }
    }
    renumber(pairs, limit: values.count * size, key)
    return expanded
  }

  /// Gives each pair of (combination so far, next code) a dense number: by an array while that stays small.
  private mutating func renumber(_ pairs: [UInt64], limit: Int, _ key: KeyCodes) {
    let size = UInt64(key.values.count)
    var next: [[GroupValue]] = []
    func combination(_ pair: UInt64) -> [GroupValue] {
      values[Int(pair / size)] + [key.values[Int(pair % size)]]
    }
    if limit <= 1 << 22 {
      var known = [UInt32](repeating: .max, count: limit)
      codes = pairs.map { pair in
        if known[Int(pair)] == .max {
          known[Int(pair)] = UInt32(next.count)
          next.append(combination(pair))
        }
        return known[Int(pair)]
      }
    } else {
      var known: [UInt64: UInt32] = [:]
      codes = pairs.map { pair in
        if let code = known[pair] { return code }
        let code = UInt32(next.count)
        known[pair] = code
        next.append(combination(pair))
        return code
      }
    }
    values = next
  }
}

private func codes(
  of key: Group.Key, rows: [UInt32], _ table: Table, _ source: Source, _ facts: VideoFacts
) -> KeyCodes {
  switch key {
  case .time(let grain, let isPosted):
    if isPosted || source.timeline == .posted {
      return gathered(postedCodes(grain, facts), rows, table, source)
    }
    return activityCodes(grain, rows, table, facts)
  case .video:
    let values = (0..<facts.count).map(GroupValue.video)
    let codes = source.role == .videos ? rows : rows.map { table.videoCodes[Int($0)] }
    return KeyCodes(codes: codes, values: values)
  case .attribute(let handle):
    return gathered(
      attributeCodes(facts.dataset.videos?.columns[handle.name], count: facts.count), rows, table, source)
  case .rowAttribute(let handle):
    let key = attributeCodes(table.columns[handle.name], count: table.rowCount)
    return KeyCodes(codes: rows.map { key.codes[Int($0)] }, values: key.values)
  case .tags(let handle):
    return tagCodes(facts.dataset.videos?.columns[handle.name], rows, table, source)
  }
}

/// Codes per video brought to the rows of a source.
private func gathered(_ key: KeyCodes, _ rows: [UInt32], _ table: Table, _ source: Source) -> KeyCodes {
  let codes =
    source.role == .videos
    ? rows.map { key.codes[Int($0)] } : rows.map { key.codes[Int(table.videoCodes[Int($0)])] }
  return KeyCodes(codes: codes, values: key.values)
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

private func postedCodes(_ grain: Grain, _ facts: VideoFacts) -> KeyCodes {
  var numbering = Numbering()
  let codes: [UInt32]
  if grain == .hour {
    codes = facts.postedHours().map { numbering.code($0 == 255 ? .missing : .hour(Int($0))) }
  } else {
    codes = facts.postedDays.map { day in
      numbering.code(
        day == VideoFacts.unknown
          ? .missing : grain.value(of: Day(number: day), weekStart: facts.clock.weekStart))
    }
  }
  return KeyCodes(codes: codes, values: numbering.values.isEmpty ? [.missing] : numbering.values)
}

/// Buckets of the rows' own days; the calendar is asked once per distinct day.
private func activityCodes(_ grain: Grain, _ rows: [UInt32], _ table: Table, _ facts: VideoFacts) -> KeyCodes
{
  var numbering = Numbering()
  guard let first = table.days.min(), let last = table.days.max() else {
    return KeyCodes(codes: [], values: [.missing])
  }
  if Int64(last) - Int64(first) < 100_000 {
    var known = [UInt32](repeating: .max, count: Int(last - first) + 1)
    let codes = rows.map { row in
      let day = table.days[Int(row)]
      let slot = Int(day - first)
      if known[slot] == .max {
        known[slot] = numbering.code(grain.value(of: Day(number: day), weekStart: facts.clock.weekStart))
      }
      return known[slot]
    }
    return KeyCodes(codes: codes, values: numbering.values.isEmpty ? [.missing] : numbering.values)
  }
  let codes = rows.map { row in
    numbering.code(grain.value(of: Day(number: table.days[Int(row)]), weekStart: facts.clock.weekStart))
  }
  return KeyCodes(codes: codes, values: numbering.values.isEmpty ? [.missing] : numbering.values)
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

  /// The calendar unit whose buckets have first days; nil for weekday and hour.
  var unit: CalendarUnit? {
    switch self {
    case .hour, .weekday: nil
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }
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
private func tagCodes(_ column: Column?, _ rows: [UInt32], _ table: Table, _ source: Source) -> KeyCodes {
  guard case .tags(let column)? = column else {
    return KeyCodes(codes: [UInt32](repeating: 0, count: rows.count), values: [.missing])
  }
  let missing = UInt32(column.dictionary.count)
  var codes: [UInt32] = []
  var offsets = [0]
  for row in rows {
    let video = source.role == .videos ? Int(row) : Int(table.videoCodes[Int(row)])
    let tags = video < column.validity.count ? column[video] : []
    if tags.isEmpty { codes.append(missing) } else { codes.append(contentsOf: tags) }
    offsets.append(codes.count)
  }
  return KeyCodes(codes: codes, offsets: offsets, values: column.dictionary.map(GroupValue.text) + [.missing])
}
