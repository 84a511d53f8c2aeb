import TallyLanguage
import TallyPlan
import TallyPrivacy

/// One group column over the rows of a source: where rows say which value they have.
struct GroupColumn {
  enum Source {
    /// By a code of the row, each with the number of a value, or `GroupKey.dropped`; nil where the code is the number.
    case coded(RowCodes, [UInt32]?)
    /// By video: row `i` has the values `offsets[video]..<offsets[video + 1]` of the numbers.
    case several(RowCodes, offsets: [Int], numbers: [UInt32])
  }
  let source: Source
  let values: [GroupValue]
  /// Whether some code takes its rows out.
  let drops: Bool

  init(_ codes: RowCodes, _ values: [GroupValue]) {
    source = .coded(codes, nil)
    self.values = values
    drops = false
  }

  init(_ codes: RowCodes, _ numbering: Numbering) {
    source = .coded(codes, numbering.codes)
    values = numbering.values
    drops = numbering.codes.contains(GroupKey.dropped)
  }

  /// The texts of a column of the rows.
  init(texts column: TextColumn) {
    source = .coded(.numbers(column.codes), nil)
    values = column.dictionary.map(GroupValue.text) + (column.validity.isComplete ? [] : [.missing])
    drops = false
  }

  /// A value for each row of the table.
  init(each numbering: Numbering) {
    source = .coded(.numbers(ColumnValues(numbering.codes)), nil)
    values = numbering.values
    drops = false
  }

  /// The tags of the video of each row; a video without any has the missing value once.
  init(_ videos: RowCodes, tags: TagsColumn, count: Int) {
    let missing = UInt32(tags.dictionary.count)
    var numbers: [UInt32] = []
    var offsets = [0]
    for video in 0..<count {
      let own = video < tags.validity.count ? tags[video] : []
      if own.isEmpty { numbers.append(missing) } else { numbers.append(contentsOf: own) }
      offsets.append(numbers.count)
    }
    source = .several(videos, offsets: offsets, numbers: numbers)
    values = tags.dictionary.map(GroupValue.text) + [.missing]
    drops = false
  }
}

/// Values numbered in order of first appearance.
struct Numbering {
  /// The number of each of the values that were given; `GroupKey.dropped` for none.
  private(set) var codes: [UInt32] = []
  private(set) var values: [GroupValue] = []
  private var known: [GroupValue: UInt32] = [:]
  /// By age, so that none is hashed.
  private var ages: [UInt32] = []

  init() {}

  /// - Parameter values: the last of them is left out where nothing has it, so that all values may be met.
  init(codes: [UInt32], values: [GroupValue]) {
    self.codes = codes
    self.values = codes.contains(UInt32(truncatingIfNeeded: values.count - 1)) ? values : values.dropLast()
  }

  init(_ given: [GroupValue]) {
    codes.reserveCapacity(given.count)
    for value in given { append(value) }
  }

  /// - Parameter value: asked once for each day; nil takes the rows of the day out.
  init(ofDays days: [Int32], _ value: (Int32) -> GroupValue?) {
    codes.reserveCapacity(days.count)
    var asked: [Int32: UInt32] = [:]
    for day in days {
      let code = asked[day] ?? value(day).map { number($0) } ?? GroupKey.dropped
      asked[day] = code
      codes.append(code)
    }
  }

  mutating func append(_ value: GroupValue) { codes.append(number(value)) }

  mutating func append(age: Int) {
    // A life of a thousand years in days; beyond, dates are damaged.
    guard ages.indices.contains(age) || 0..<400_000 ~= age else {
      append(.integer(Int64(age)))
      return
    }
    while ages.count <= age { ages.append(GroupKey.dropped) }
    if ages[age] == GroupKey.dropped { ages[age] = number(.integer(Int64(age))) }
    codes.append(ages[age])
  }

  private mutating func number(_ value: GroupValue) -> UInt32 {
    if let number = known[value] { return number }
    let number = UInt32(truncatingIfNeeded: values.count)
    known[value] = number
    values.append(value)
    return number
  }
}
