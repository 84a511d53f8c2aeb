import TallyLanguage
import TallyPrivacy

extension Table {
  /// The table with columns that count up replaced by their steps.
  ///
  /// A step is what a value adds to the last one before it of the same video, or of the channel; it belongs to the later
  /// day, and may be negative. The first value of a video counts whole if the video was posted within the days of the
  /// table; otherwise, and always for a channel, it is where counting starts and becomes missing.
  /// - Complexity: O(rows log rows) for each table that has such columns.
  func takenApart(_ handles: [ColumnHandle], postedDays: [Int32]) -> Table {
    guard !handles.isEmpty, let firstDay = days.min() else { return self }
    let isDaily = !videoCodes.isEmpty
    let order = days.indices.sorted { left, right in
      let videos = isDaily ? (videoCodes[left], videoCodes[right]) : (0, 0)
      return (videos.0, days[left], left) < (videos.1, days[right], right)
    }
    var columns = columns
    for handle in handles {
      guard let column = columns[handle.name] else { continue }
      columns[handle.name] = steps(of: column, in: order) { row in
        guard isDaily else { return false }
        let code = Int(videoCodes[row])
        return code < postedDays.count && postedDays[code] != VideoFacts.unknown
          && postedDays[code] >= firstDay
      }
    }
    return Table(rowCount: rowCount, columns: columns, videoCodes: videoCodes, days: days)
  }

  /// - Parameter countsFirst: whether the first value counts, asked with its row.
  private func steps(of column: Column, in order: [Int], countsFirst: (Int) -> Bool) -> Column {
    let series = column.series(count: rowCount)
    var present = [Bool](repeating: false, count: rowCount)
    var wholes = [Int64](repeating: 0, count: rowCount)
    var decimals = [Double](repeating: 0, count: rowCount)
    var isExact = true
    var previous: Int?
    for row in order {
      if let last = previous, !videoCodes.isEmpty, videoCodes[last] != videoCodes[row] { previous = nil }
      guard series.present[row] else { continue }
      defer { previous = row }
      guard let last = previous else {
        guard countsFirst(row) else { continue }
        present[row] = true
        decimals[row] = series.decimals(row)
        if case .integers(let values) = series.values { wholes[row] = values[row] }
        continue
      }
      present[row] = true
      decimals[row] = series.decimals(row) - series.decimals(last)
      if case .integers(let values) = series.values {
        let (step, overflow) = values[row].subtractingReportingOverflow(values[last])
        wholes[row] = step
        isExact = isExact && !overflow
      }
    }
    let validity = Validity(present)
    if case .integers = series.values, isExact { return .integers(IntegerColumn(wholes, validity: validity)) }
    return .decimals(DecimalColumn(decimals, validity: validity))
  }
}
