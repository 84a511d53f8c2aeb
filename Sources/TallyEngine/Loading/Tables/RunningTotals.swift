import TallyPlan

extension TableReader {
  /// Marks counters of a daily table that look like running totals.
  ///
  /// They do when nineteen of twenty steps from a video's day to its next do not fall, and a third rise. The mark is
  /// uncertain until a `column` line settles it; a declared kind, and what a platform is known to export, is left alone.
  func judgeTotals(_ columns: [FileColumn], _ videos: CodedText?, _ days: [Int32]) -> [FileColumn] {
    guard let videos, !days.isEmpty, preset == nil else { return columns }
    let declared = Set(options.declarations.filter { $0.role == .daily }.flatMap { [$0.column.lowercased()] })
    let order = days.indices.sorted { (videos.codes[$0], days[$0]) < (videos.codes[$1], days[$1]) }
    return columns.map { column in
      let description = column.description
      guard description.kind == .counter, case .integers(let values) = column.values,
        !declared.contains(description.name), !declared.contains(description.header.lowercased()),
        neverFalls(values, videos.codes, order)
      else { return column }
      return FileColumn(
        description: CatalogColumn(
          handle: description.handle, header: description.header, kind: .runningTotal, isKindCertain: false,
          unit: description.unit, type: description.type), values: column.values)
    }
  }

  private func neverFalls(_ values: IntegerColumn, _ videos: [UInt32], _ order: [Int]) -> Bool {
    var steps = 0
    var falls = 0
    var rises = 0
    var previous: (video: UInt32, value: Int64)?
    for row in order {
      guard let value = values[row] else { continue }
      if let previous, previous.video == videos[row] {
        steps += 1
        if value < previous.value { falls += 1 }
        if value > previous.value { rises += 1 }
      }
      previous = (videos[row], value)
    }
    return steps >= 12 && falls * 20 <= steps && rises * 3 >= steps
  }
}
