import TallyLanguage
import TallyPlan

/// Fills missing cells of one item as `missing as` asks.
///
/// - Parameter rows: which rows may be made 0; nil for all.
/// - Returns: which cells were filled; nil where none may be.
func fillMissing(
  _ series: inout Series, _ item: PlannedItem, _ fill: Fill?, _ space: GroupSpace, only rows: [Bool]?
) -> [Bool]? {
  switch fill {
  case nil: return nil
  case .zero:
    guard item.fillsZero else { return nil }
    var filled = [Bool](repeating: false, count: series.count)
    for row in series.present.indices where !series.present[row] && rows?[row] ?? true {
      series.present[row] = true
      filled[row] = true
    }
    return filled
  case .previous(let group): return carryForward(&series, along: group, space)
  }
}

/// Lets each missing cell take the last value before it along one time group, within equal other groups.
private func carryForward(_ series: inout Series, along group: Int, _ space: GroupSpace) -> [Bool] {
  var filled = [Bool](repeating: false, count: series.count)
  var last: [[GroupValue]: Int] = [:]
  var copies: [(from: Int, to: Int)] = []
  let places = space.columns[group].map(\.position)
  let rows = places.indices.filter { places[$0] != nil }.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }
  for row in rows {
    var others = space[row]
    others.remove(at: group)
    if series.present[row] {
      last[others] = row
    } else if let source = last[others] {
      copies.append((source, row))
      filled[row] = true
    }
  }
  series.copy(copies)
  return filled
}

extension GroupValue {
  /// Where a value of time stands among others of its kind; nil for missing.
  fileprivate var position: Int64? {
    switch self {
    case .day(let day): Int64(day)
    case .weekday(let number), .hour(let number): Int64(number)
    case .integer(let age): age
    case .missing, .text, .video, .decimal: nil
    }
  }
}

extension Series {
  /// Writes numbers of some rows into others.
  fileprivate mutating func copy(_ copies: [(from: Int, to: Int)]) {
    switch values {
    case .integers(var numbers):
      for (source, row) in copies { numbers[row] = numbers[source] }
      values = .integers(numbers)
    case .decimals(var numbers):
      for (source, row) in copies { numbers[row] = numbers[source] }
      values = .decimals(numbers)
    }
    for (_, row) in copies { present[row] = true }
  }
}
