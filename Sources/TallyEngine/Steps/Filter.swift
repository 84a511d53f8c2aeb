import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Rows of a table that a source keeps, ascending.
struct KeptRows {
  let rows: [UInt32]
  /// Distinct videos among the videos that could have been kept, and how many were; nil for the channel table.
  let videos: (kept: Int, of: Int)?
}

/// Chooses the rows of a source: `where` by video, then days, then what `as_of` hides.
///
/// - Throws: N001.
/// - Complexity: O(rows + videos); text is compared once per distinct value.
func filter(_ source: Source, _ table: Table, _ facts: VideoFacts) throws(Diagnostic) -> KeptRows {
  switch source.role {
  case .videos: return try filterVideos(source, table, facts)
  case .daily: return try filterDays(source, table, facts)
  case .channel, .audience:
    let days = source.visibleDays(facts.clock)
    var rows: [UInt32] = []
    for row in 0..<table.rowCount where days.contains(table.days[row]) { rows.append(UInt32(row)) }
    return KeptRows(rows: rows, videos: nil)
  }
}

private func filterVideos(_ source: Source, _ table: Table, _ facts: VideoFacts) throws(Diagnostic)
  -> KeptRows
{
  let mask = try source.filter.map { filter throws(Diagnostic) in try videoMask(filter, facts) }
  var rows: [UInt32] = []
  var visible = 0
  for row in 0..<table.rowCount where facts.isVisible(row) {
    visible += 1
    if let mask, !mask[row] { continue }
    if let days = source.days {
      let posted = facts.postedDays[row]
      if posted < days.lowerBound.number || posted > days.upperBound.number || posted == VideoFacts.unknown {
        continue
      }
    }
    rows.append(UInt32(row))
  }
  return KeptRows(rows: rows, videos: (rows.count, visible))
}

private func filterDays(_ source: Source, _ table: Table, _ facts: VideoFacts) throws(Diagnostic) -> KeptRows
{
  let days = source.visibleDays(facts.clock)
  var rows: [UInt32] = []
  if let filter = source.filter, filter.readsRows {
    let mask = try rowMask(filter, table, facts)
    for row in 0..<table.rowCount where mask[row] && days.contains(table.days[row]) {
      rows.append(UInt32(row))
    }
    return KeptRows(rows: rows, videos: nil)
  }
  var mask =
    try source.filter.map { filter throws(Diagnostic) in try videoMask(filter, facts) }
    ?? [Bool](repeating: true, count: facts.count)
  var visible = 0
  for code in mask.indices {
    if facts.isVisible(code) { visible += 1 } else { mask[code] = false }
  }
  for row in 0..<table.rowCount where mask[Int(table.videoCodes[row])] && days.contains(table.days[row]) {
    rows.append(UInt32(row))
  }
  return KeptRows(rows: rows, videos: (mask.count { $0 }, visible))
}

extension Source {
  /// Day numbers of activity that are kept, `as_of` included.
  fileprivate func visibleDays(_ clock: ClockSettings) -> ClosedRange<Int32> {
    let low = timeline == .activity ? days?.lowerBound.number ?? .min : .min
    let high = min(timeline == .activity ? days?.upperBound.number ?? .max : .max, clock.asOf?.number ?? .max)
    return low <= high ? low...high : Int32.min...Int32.min
  }
}

extension VideoFilter {
  /// Whether any test is about a column that daily rows carry themselves.
  fileprivate var readsRows: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.readsRows)
    case .not(let inner): inner.readsRows
    case .text(.rowAttribute, _), .missing(.text(.rowAttribute)): true
    case .text, .number, .posted, .postedMissing, .missing: false
    }
  }
}

/// Which videos of the axis a filter keeps.
///
/// - Throws: N001.
private func videoMask(_ filter: VideoFilter, _ facts: VideoFacts) throws(Diagnostic) -> [Bool] {
  try mask(filter, count: facts.count) { leaf throws(Diagnostic) in try videoTest(leaf, facts) }
}

/// Which rows of a daily table a filter keeps, where it tests a column of the rows.
private func rowMask(_ filter: VideoFilter, _ table: Table, _ facts: VideoFacts) throws(Diagnostic) -> [Bool]
{
  try mask(filter, count: table.rowCount) { leaf throws(Diagnostic) in
    switch leaf {
    case .text(.rowAttribute(let handle), let test):
      return textMask(table.columns[handle.name], count: table.rowCount) { test.holds($0) }
    case .missing(.text(.rowAttribute(let handle))):
      return textMask(table.columns[handle.name], count: table.rowCount) { _ in true }.map { !$0 }
    default:
      let videos = try videoTest(leaf, facts)
      return table.videoCodes.map { videos[Int($0)] }
    }
  }
}

/// Combines the masks of a filter's tests.
private func mask(
  _ filter: VideoFilter, count: Int, test: (VideoFilter) throws(Diagnostic) -> [Bool]
) throws(Diagnostic) -> [Bool] {
  switch filter {
  case .all(let parts):
    var result = [Bool](repeating: true, count: count)
    for part in parts {
      let next = try mask(part, count: count, test: test)
      for index in result.indices { result[index] = result[index] && next[index] }
    }
    return result
  case .any(let parts):
    var result = [Bool](repeating: false, count: count)
    for part in parts {
      let next = try mask(part, count: count, test: test)
      for index in result.indices { result[index] = result[index] || next[index] }
    }
    return result
  case .not(let inner): return try mask(inner, count: count, test: test).map { !$0 }
  case .text, .number, .posted, .postedMissing, .missing: return try test(filter)
  }
}

/// One test over the axis.
private func videoTest(_ filter: VideoFilter, _ facts: VideoFacts) throws(Diagnostic) -> [Bool] {
  let count = facts.count
  switch filter {
  case .text(let subject, let test): return textMask(subject, facts) { test.holds($0) }
  case .missing(.text(let subject)): return textMask(subject, facts) { _ in true }.map { !$0 }
  case .missing(.number(let number)): return try facts.series(number).present.map { !$0 }
  case .number(let test):
    let left = try facts.series(test.left)
    let right = try facts.series(test.right)
    return (0..<count).map { left.holds(test.comparison, $0, right, $0) }
  case .posted(let days):
    return facts.postedDays.map {
      $0 != VideoFacts.unknown && $0 >= days.lowerBound.number && $0 <= days.upperBound.number
    }
  case .postedMissing: return facts.postedDays.map { $0 == VideoFacts.unknown }
  case .all, .any, .not: return [Bool](repeating: false, count: count)
  }
}

private func textMask(_ subject: VideoFilter.TextSubject, _ facts: VideoFacts, _ holds: (String) -> Bool)
  -> [Bool]
{
  switch subject {
  case .videoID: return facts.dataset.videoIDs.map(holds)
  case .attribute(let handle), .tags(let handle):
    return textMask(facts.dataset.videos?.columns[handle.name], count: facts.count, holds)
  case .rowAttribute: return [Bool](repeating: false, count: facts.count)
  }
}

/// Tests each distinct text once; missing is false, and a row with several tags holds when any tag does.
private func textMask(_ column: Column?, count: Int, _ holds: (String) -> Bool) -> [Bool] {
  var mask = [Bool](repeating: false, count: count)
  switch column {
  case .texts(let column)?:
    let matches = column.dictionary.map(holds)
    for row in 0..<min(count, column.codes.count) where column.validity[row] {
      mask[row] = matches[Int(column.codes[row])]
    }
  case .tags(let column)?:
    let matches = column.dictionary.map(holds)
    for row in 0..<min(count, column.validity.count) { mask[row] = column[row].contains { matches[Int($0)] } }
  case .integers?, .decimals?, .instants?, nil: break
  }
  return mask
}

extension VideoFilter.TextTest {
  /// Case is ignored; the empty text is part of every text.
  fileprivate func holds(_ text: String) -> Bool {
    let folded = text.lowercased()
    return switch self {
    case .isOne(let values): values.contains { $0.lowercased() == folded }
    case .contains(let part): part.isEmpty || folded.contains(part.lowercased())
    case .starts(let part): folded.hasPrefix(part.lowercased())
    }
  }
}
