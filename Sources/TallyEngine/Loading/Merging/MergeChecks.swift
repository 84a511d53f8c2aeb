import TallyLanguage
import TallyPlan

/// What may not be put together, because no answer could tell it apart again.
///
/// - Throws: F134 for days of two platforms, F135 for posts with and without ids of one platform.
func checkTogether(_ files: [LoadedFile]) throws(Diagnostic) {
  try checkPlatformsOfDays(files.filter { $0.table?.role == .channel })
  try checkNumberedPosts(files.filter { $0.table?.role == .videos })
}

/// Days of a channel have no platform to be told by: those of a second one would take the place of the first.
private func checkPlatformsOfDays(_ files: [LoadedFile]) throws(Diagnostic) {
  for (place, file) in files.enumerated() {
    guard let table = file.table else { continue }
    for earlier in files[..<place] {
      guard let other = earlier.table, other.platform != table.platform, other.overlaps(table) else {
        continue
      }
      throw .platformsOfDays(file.name, other: earlier.name)
    }
  }
}

/// A post without an id cannot be known again among posts with ids.
private func checkNumberedPosts(_ files: [LoadedFile]) throws(Diagnostic) {
  for file in files where file.table?.isNumbered == true && file.table?.platform != nil {
    let other = files.first {
      $0.table?.isNumbered == false && $0.table?.platform == file.table?.platform
    }
    if let other { throw .numberedTwice(file.name, other: other.name) }
  }
}

extension FileTable {
  /// Whether both have other values for one day and column.
  fileprivate func overlaps(_ other: FileTable) -> Bool {
    let rowOf = Dictionary(zip(days, days.indices), uniquingKeysWith: { first, _ in first })
    return columns.contains { column in
      guard let further = other.columns.first(where: { $0.description.name == column.description.name })
      else {
        return false
      }
      return other.days.enumerated().contains { row, day in
        guard let own = rowOf[day], let left = column.values.number(own),
          let right = further.values.number(row)
        else { return false }
        return left != right
      }
    }
  }
}

extension Column {
  /// The number of a row; nil where it is missing, or the column holds none.
  fileprivate func number(_ row: Int) -> Double? {
    switch self {
    case .integers(let column): column[row].map(Double.init)
    case .decimals(let column): column[row]
    case .texts, .tags, .instants: nil
    }
  }
}
