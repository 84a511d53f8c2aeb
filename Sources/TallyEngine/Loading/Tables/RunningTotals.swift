import TallyPlan

extension TableReader {
  /// Marks counters of a daily table that look like running totals.
  ///
  /// They do when nineteen of twenty steps from a video's day to its next do not fall, and a third rise. The mark is
  /// uncertain until a `column` line settles it; a declared kind, and what a platform is known to export, is left alone.
  func judgeTotals(_ columns: [FileColumn], _ videos: CodedText?, _ order: DayOrder) -> [FileColumn] {
    guard let videos, !order.places.isEmpty, preset == nil else { return columns }
    let declared = Set(options.declarations.filter { $0.role == .daily }.flatMap { [$0.column.lowercased()] })
    let isTotal = concurrently(columns.count) { place in
      let description = columns[place].description
      guard description.kind == .counter, case .integers(let values) = columns[place].values else {
        return false
      }
      return !declared.contains(description.name) && !declared.contains(description.header.lowercased())
        && neverFalls(values, videos, order)
    }
    return zip(columns, isTotal).map { column, isTotal in
      guard isTotal else { return column }
      let description = column.description
      return FileColumn(
        description: CatalogColumn(
          handle: description.handle, header: description.header, kind: .runningTotal, isKindCertain: false,
          unit: description.unit, type: description.type), values: column.values)
    }
  }

  /// Whether the values of most videos never fall; looks no further once too many have fallen.
  private func neverFalls(_ values: IntegerColumn, _ videos: CodedText, _ order: DayOrder) -> Bool {
    var steps = 0
    var falls = 0
    var rises = 0
    var previous = [Int64](repeating: 0, count: videos.values.count)
    var hasPrevious = [Bool](repeating: false, count: videos.values.count)
    for place in order.places {
      let row = order[place]
      guard let value = values[row] else { continue }
      let video = Int(videos.codes[row])
      if hasPrevious[video] {
        steps += 1
        if value < previous[video] { falls += 1 }
        if value > previous[video] { rises += 1 }
        if falls * 20 > order.places.count { return false }
      }
      previous[video] = value
      hasPrevious[video] = true
    }
    return steps >= 12 && falls * 20 <= steps && rises * 3 >= steps
  }
}
