import TallyPlan

extension TableReader {
  /// Marks levels that cannot be any: numbers of followers below zero, or falling and rising by a third from day to day.
  ///
  /// Such numbers are changes of a day. The mark is uncertain until a `column` line settles it; a declared kind, and what
  /// a platform is known to export, is left alone.
  func judgeLevels(_ columns: [FileColumn], _ role: TableRole) -> [FileColumn] {
    guard role == .channel, preset == nil else { return columns }
    let declared = Set(options.declarations.filter { $0.role == role }.flatMap { [$0.column.lowercased()] })
    return columns.map { column in
      let description = column.description
      guard description.kind == .snapshot, case .integers(let values) = column.values,
        !declared.contains(description.name), !declared.contains(description.header.lowercased()),
        isNoLevel(values)
      else { return column }
      return FileColumn(
        description: CatalogColumn(
          handle: description.handle, header: description.header, kind: .counter, isKindCertain: false,
          unit: description.unit, type: description.type), values: column.values)
    }
  }

  private func isNoLevel(_ values: IntegerColumn) -> Bool {
    let present = (0..<values.validity.count).compactMap { values[$0] }
    if present.contains(where: { $0 < 0 }) { return true }
    let steps = zip(present, present.dropFirst()).map { (Double($1) - Double($0)).magnitude }
    let falls = zip(present, present.dropFirst()).count { $1 < $0 }
    let level = present.reduce(0) { $0 + Double($1) }
    return steps.count >= 4 && falls * 4 >= steps.count && steps.reduce(0, +) * 3 > level
  }
}
