import TallyLanguage
import TallyPlan

/// What `running` and `rolling` look back over, and where each row of the answer ends.
struct WindowRows {
  /// Rows of any day that `where` keeps, by day ascending; their groups are those of the answer but for time.
  let rows: GroupedRows
  /// The day of each of `rows`.
  let days: [Int32]
  let groupCount: Int
  /// The first loaded day.
  let firstLoaded: Int32
  /// For each row of the answer: where it ends, and what it looks at; nil where it has no bucket.
  let frames: [WindowFrame?]
}

/// The bucket of one row of the answer, as a window sees it.
struct WindowFrame: Hashable {
  /// The last day.
  let end: Int32
  /// Where `running` begins.
  let start: Int32
  /// Group of `WindowRows.rows`.
  let group: UInt32
}

/// Works a formula out anew over the days of each row's window, whatever it is made of.
///
/// - Throws: N001.
/// - Complexity: the days of all windows together, with their rows.
func computeWindow(
  _ window: PlannedWindow, _ inner: Formula, of plan: Plan, _ arrangement: Arrangement, _ facts: VideoFacts
) throws(Diagnostic) -> Series {
  guard let windows = arrangement.windows else { return .missing(count: arrangement.groupCount) }
  var found: [ClosedRange<Int32>: Series] = [:]
  var cells = SeriesBuilder(count: arrangement.groupCount)
  for (row, frame) in windows.frames.enumerated() {
    guard let frame, let days = window.days(of: frame, firstLoaded: windows.firstLoaded) else { continue }
    let series: Series
    if let known = found[days] {
      series = known
    } else {
      series = try compute(inner, of: plan, windows.arrangement(days, arrangement.input, facts), facts)
      found[days] = series
    }
    cells.set(row, from: series, Int(frame.group))
  }
  return cells.series
}

extension PlannedWindow {
  /// The days of a row's window; nil where they are none, or reach before what is loaded.
  fileprivate func days(of frame: WindowFrame, firstLoaded: Int32) -> ClosedRange<Int32>? {
    switch self {
    case .running: return frame.start <= frame.end ? frame.start...frame.end : nil
    case .rolling(let count, let unit):
      let start = Day(number: frame.end).advanced(by: 1).shifted(by: -count, unit).number
      return start >= firstLoaded && start <= frame.end ? start...frame.end : nil
    }
  }
}

extension WindowRows {
  /// The rows of some days.
  fileprivate func arrangement(
    _ range: ClosedRange<Int32>, _ input: SourceTable, _ facts: VideoFacts
  ) -> Arrangement {
    let low = position(of: range.lowerBound)
    let high = position(of: range.upperBound == .max ? .max : range.upperBound + 1)
    let slice = GroupedRows(rows: Array(rows.rows[low..<high]), groups: Array(rows.groups[low..<high]))
    let weekStart = facts.clock.weekStart
    return Arrangement(
      input: input, rows: slice, groupCount: groupCount,
      wholePeriods: { unit in
        slice.filtered { row in
          unit.isWhole(Day(number: input.days[row]), in: range, weekStart: weekStart)
        }
      }, windows: nil)
  }

  /// The first position whose day is not before `day`.
  private func position(of day: Int32) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension CalendarUnit {
  /// Whether the whole unit that holds a day lies in a range.
  func isWhole(_ day: Day, in range: ClosedRange<Int32>, weekStart: Int) -> Bool {
    let start = start(of: day, weekStart: weekStart)
    return start.number >= range.lowerBound && self.start(1, after: start).number - 1 <= range.upperBound
  }
}

/// Puts a series together number by number; whole as long as every number is.
struct SeriesBuilder {
  private var wholes: [Int64]
  private var decimals: [Double]
  private var present: [Bool]
  private var isWhole = true

  init(count: Int) {
    wholes = [Int64](repeating: 0, count: count)
    decimals = [Double](repeating: 0, count: count)
    present = [Bool](repeating: false, count: count)
  }

  /// Takes over one number of another series, missing included.
  mutating func set(_ row: Int, from other: Series, _ otherRow: Int) {
    present[row] = other.present[otherRow]
    guard other.present[otherRow] else { return }
    decimals[row] = other.decimals(otherRow)
    if case .integers(let values) = other.values { wholes[row] = values[otherRow] } else { isWhole = false }
  }

  var series: Series { Series(isWhole ? .integers(wholes) : .decimals(decimals), present: present) }
}
