import TallyLanguage
package import TallyPlan
import TallyPrivacy

/// What is known of each video on the axis, read from a dataset as the steps need it.
struct VideoFacts {
  let dataset: Dataset
  let clock: ClockSettings
  let work: Work
  /// Local day posted of each code; `Int32.min` where unknown.
  let postedDays: [Int32]

  static let unknown = Int32.min

  init(_ dataset: Dataset, clock: ClockSettings, _ work: Work) {
    self.dataset = dataset
    self.clock = clock
    self.work = work
    postedDays = dataset.postedDays(in: clock.zone)
  }

  /// Number of videos on the axis.
  var count: Int { dataset.videoIDs.count }

  /// Whether a video was posted by the day that `as_of` names; undated videos were.
  func isVisible(_ code: Int) -> Bool {
    guard let asOf = clock.asOf, postedDays[code] != Self.unknown else { return true }
    return postedDays[code] <= asOf.number
  }

  /// Local hour posted, 0...23, of each code; 255 where only the date is known or nothing.
  func postedHours() -> [UInt8] {
    var hours = [UInt8](repeating: 255, count: count)
    guard case .instants(let column)? = dataset.videos?.columns["posted"] else { return hours }
    for row in column.seconds.indices where column.validity[row] && !column.isDate[row] {
      let local = clock.zone.local(column.seconds[row])
      hours[row] = UInt8(((local % 86_400) + 86_400) % 86_400 / 3600)
    }
    return hours
  }

  /// A number of every video.
  ///
  /// - Throws: N001.
  func series(_ number: VideoNumber) throws(Diagnostic) -> Series {
    switch number {
    case .constant(let value, let whole): return Series(repeating: value, whole: whole, count: count)
    case .lifetime(let handle):
      guard let column = dataset.videos?.columns[handle.name] else { return allMissing }
      return column.series(count: count)
    case .days(let measure): return try days(measure)
    case .benchmark(let function, let number, _, _):
      let value = try benchmark(function, of: number)
      var series = Series(repeating: value ?? 0, whole: nil, count: count)
      if value == nil { series.present = [Bool](repeating: false, count: count) }
      return series
    case .binary(let operation, let left, let right):
      return try Series.combine(try series(left), operation, try series(right))
    }
  }

  private var allMissing: Series {
    Series(.integers([Int64](repeating: 0, count: count)), present: [Bool](repeating: false, count: count))
  }

  /// A measure of the daily table over all days that `as_of` shows.
  private func days(_ measure: Measure) throws(Diagnostic) -> Series {
    guard let daily = dataset.daily else { return allMissing }
    let last = clock.asOf?.number ?? .max
    let rows = RowSet.all(daily.rowCount, work).within(.min...last, daily.days, daily.dayIndex)
    let video = GroupKey.Part(.numbers(daily.videoCodes), count: count, numbers: nil, times: 1)
    let grouped = GroupedRows(
      rows: rows, groups: .keyed(GroupKey(parts: [video], count: count, groups: nil, drops: false)))
    return try addUp(measure, daily, codes: daily.videoCodes, self, grouped, groupCount: count)
  }

  /// What a benchmark word stands for: a statistic over the videos of the videos table, else over all ids; nil where no
  /// video has the number.
  func benchmark(_ function: AggregateFunction, of number: VideoNumber) throws(Diagnostic) -> Double? {
    let series = try series(number)
    let codes = dataset.videos.map { 0..<$0.rowCount } ?? 0..<count
    let values = series.decimals
    return function.value(of: codes.filter { isVisible($0) && series.present[$0] }.map { values[$0] })
  }

  /// Which arm of a label each video falls into; nil for none.
  func arms(of label: Label) throws(Diagnostic) -> [Int?] {
    var arms = [Int?](repeating: nil, count: count)
    for (index, arm) in label.arms.enumerated() {
      let mask = try arm.condition.map { condition throws(Diagnostic) in try videoMask(condition, self) }
      for code in arms.indices where arms[code] == nil && mask?[code] ?? true { arms[code] = index }
    }
    return arms
  }
}

extension Dataset {
  /// Local day posted of each video code in a zone; `Int32.min` where unknown.
  ///
  /// - Complexity: O(videos).
  package func postedDays(in zone: ZoneRules) -> [Int32] {
    var days = [Int32](repeating: .min, count: videoIDs.count)
    guard case .instants(let column)? = videos?.columns["posted"] else { return days }
    for row in column.seconds.indices where column.validity[row] {
      let local = column.isDate[row] ? column.seconds[row] : zone.local(column.seconds[row])
      days[row] = Int32(clamping: (local - ((local % 86_400) + 86_400) % 86_400) / 86_400)
    }
    return days
  }
}

extension Column {
  /// The numbers of a column, padded with missing to `count`; text has none.
  func series(count: Int) -> Series {
    var present = [Bool](repeating: false, count: count)
    switch self {
    case .integers(let column):
      var values = [Int64](repeating: 0, count: count)
      for row in 0..<min(count, column.validity.count) {
        guard let value = column[row] else { continue }
        values[row] = value
        present[row] = true
      }
      return Series(.integers(values), present: present)
    case .decimals(let column):
      var values = [Double](repeating: 0, count: count)
      for row in 0..<min(count, column.validity.count) where column.validity[row] {
        values[row] = column.values[row]
        present[row] = true
      }
      return Series(.decimals(values), present: present)
    case .texts, .tags, .instants:
      return Series(.integers([Int64](repeating: 0, count: count)), present: present)
    }
  }

  /// The numbers of some rows, in their order; missing for a row below 0.
  func series(rows: [Int]) -> Series {
    let present = rows.map { $0 >= 0 && validity[$0] }
    switch self {
    case .integers(let column):
      return Series(.integers(rows.map { $0 < 0 ? 0 : column[$0] ?? 0 }), present: present)
    case .decimals(let column):
      return Series(.decimals(rows.map { $0 < 0 ? 0 : column[$0] ?? 0 }), present: present)
    case .texts, .tags, .instants: return .missing(count: rows.count)
    }
  }

  /// Which rows have a value.
  var validity: Validity {
    switch self {
    case .integers(let column): column.validity
    case .decimals(let column): column.validity
    case .texts(let column): column.validity
    case .tags(let column): column.validity
    case .instants(let column): column.validity
    }
  }
}
