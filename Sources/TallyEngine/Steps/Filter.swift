import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Rows of a table that a source keeps, ascending.
struct KeptRows {
  /// Those of the days kept.
  let rows: RowSet
  /// Those of any day that `as_of` shows, before `test`.
  let everyDay: RowSet
  /// What `where` asks of the rows of any day; nil for nothing.
  var test: RowTest?
  /// Distinct videos among the videos that could have been kept, and how many were; nil for the channel table.
  let videos: (kept: Int, of: Int)?
  /// Which videos of the axis `where` keeps; nil where rows were picked themselves, or there are no videos.
  let mask: [Bool]?
  /// How many rows of the days kept stand so long before their video was posted that they have no age.
  var tooEarly = 0

  /// Rows of any day, for what looks outside the days kept.
  ///
  /// - Complexity: O(rows); worked out when it is asked for, as few questions do.
  var matching: RowSet { test.map(everyDay.keeping) ?? everyDay }
}

extension KeptRows {
  /// The rows that have an age, or whose video is undated; for answers by age.
  func withAges(_ input: SourceTable, _ facts: VideoFacts) -> KeptRows {
    let (codes, days, postedDays) = (input.table.videoCodes, input.days, facts.postedDays)
    let hasAge = { @Sendable (row: Int) -> Bool in
      let posted = postedDays[Int(codes[row])]
      return posted == VideoFacts.unknown || Int(days[row]) >= Int(posted) - VideoFacts.earlyDays
    }
    let aged = rows.keeping(hasAge)
    return KeptRows(
      rows: aged, everyDay: matching.keeping(hasAge), videos: videos, mask: mask,
      tooEarly: rows.count - aged.count)
  }
}

/// Chooses the rows of a source: `where` by video, then days, then what `as_of` hides.
///
/// - Throws: N001.
/// - Complexity: O(rows + videos); text is compared once per distinct value.
func filter(_ input: SourceTable, _ facts: VideoFacts) throws(Diagnostic) -> KeptRows {
  let table = input.table
  switch input.source.role {
  case .videos:
    let mask = try visibleVideos(input.source, facts)
    let matching = RowSet.all(table.rowCount, facts.work).keeping { mask[$0] }
    let visible = (0..<table.rowCount).count { facts.isVisible($0) }
    let rows = input.kept(matching)
    return KeptRows(rows: rows, everyDay: matching, videos: (rows.count, visible), mask: mask)
  case .daily:
    let shown = input.shown(facts)
    if let filter = input.source.filter, filter.readsRows {
      let test = RowTest.all(
        [try rowTest(filter, input, facts)]
          + (facts.clock.asOf == nil
            ? [] : [.codes(input.codesOfVideos, (0..<facts.count).map(facts.isVisible))]))
      return KeptRows(
        rows: input.kept(shown).keeping(test), everyDay: shown, test: test, videos: nil, mask: nil)
    }
    let mask = try visibleVideos(input.source, facts)
    let visible = mask.indices.count { facts.isVisible($0) }
    let test = mask.contains(false) ? RowTest.codes(input.codesOfVideos, mask) : nil
    let rows = input.kept(shown)
    return KeptRows(
      rows: test.map(rows.keeping) ?? rows, everyDay: shown, test: test,
      videos: (mask.count { $0 }, visible), mask: mask)
  case .audience:
    guard !input.days.isEmpty else {
      let all = RowSet.all(table.rowCount, facts.work)
      return KeptRows(rows: all, everyDay: all, videos: nil, mask: nil)
    }
    let matching = input.shown(facts)
    let rows = lastSnapshots(input.kept(matching), input.days, by: input.source.snapshotGrain, facts)
    return KeptRows(rows: rows, everyDay: matching, videos: nil, mask: nil)
  case .channel:
    let matching = input.shown(facts)
    return KeptRows(rows: input.kept(matching), everyDay: matching, videos: nil, mask: nil)
  }
}

/// The rows of the last day of each bucket, of the last of all without one: people of several days are never added up.
private func lastSnapshots(
  _ rows: RowSet, _ days: ColumnValues<Int32>, by grain: Grain?, _ facts: VideoFacts
) -> RowSet {
  func bucket(_ row: Int) -> GroupValue {
    grain?.value(of: Day(number: days[row]), weekStart: facts.clock.weekStart) ?? .missing
  }
  var last: [GroupValue: Int32] = [:]
  rows.forEach { row in last[bucket(row)] = max(last[bucket(row)] ?? .min, days[row]) }
  return RowSet(rows.numbers.filter { last[bucket(Int($0))] == days[Int($0)] }, facts.work)
}

/// Which videos of the axis are posted by `as_of` and kept by `where`.
private func visibleVideos(_ source: Source, _ facts: VideoFacts) throws(Diagnostic) -> [Bool] {
  var mask =
    try source.filter.map { filter throws(Diagnostic) in try videoMask(filter, facts) }
    ?? [Bool](repeating: true, count: facts.count)
  for code in mask.indices where !facts.isVisible(code) { mask[code] = false }
  return mask
}

extension SourceTable {
  /// The rows whose day is kept; all of them where no days are asked for.
  fileprivate func kept(_ rows: RowSet) -> RowSet {
    source.days.map { within($0, rows) } ?? rows
  }

  /// The rows whose day is one of a range.
  func within(_ range: ClosedRange<Day>, _ rows: RowSet) -> RowSet {
    rows.within(range.lowerBound.number...range.upperBound.number, days, dayIndex)
  }

  /// All rows whose day `as_of` shows.
  fileprivate func shown(_ facts: VideoFacts) -> RowSet {
    let rows = RowSet.all(days.count, facts.work)
    guard let asOf = facts.clock.asOf else { return rows }
    return rows.within(.min...asOf.number, days, dayIndex)
  }
}

/// Which videos of the axis a filter keeps.
///
/// - Throws: N001.
func videoMask(_ filter: VideoFilter, _ facts: VideoFacts) throws(Diagnostic) -> [Bool] {
  try mask(filter, count: facts.count) { leaf throws(Diagnostic) in try videoTest(leaf, facts) }
}

/// Which rows of a daily table a filter keeps, where it tests a column of the rows.
private func rowTest(_ filter: VideoFilter, _ input: SourceTable, _ facts: VideoFacts) throws(Diagnostic)
  -> RowTest
{
  guard filter.readsRows else { return .codes(input.codesOfVideos, try videoMask(filter, facts)) }
  switch filter {
  case .all(let parts):
    let ofVideos = parts.filter { !$0.readsRows }
    let ofRows = parts.filter(\.readsRows)
    let tests = try ofRows.map { part throws(Diagnostic) in try rowTest(part, input, facts) }
    return ofVideos.isEmpty
      ? .all(tests) : .all(tests + [.codes(input.codesOfVideos, try videoMask(.all(ofVideos), facts))])
  case .any(let parts):
    return .any(try parts.map { part throws(Diagnostic) in try rowTest(part, input, facts) })
  case .not(let inner): return .not(try rowTest(inner, input, facts))
  case .text(.rowAttribute(let handle), let test):
    return input.table.test(handle, test.test(), ofMissing: false)
  case .missing(.text(.rowAttribute(let handle))):
    return input.table.test(handle, { _ in false }, ofMissing: true)
  case .text, .number, .posted, .postedMissing, .missing:
    return .codes(input.codesOfVideos, try videoMask(filter, facts))
  }
}

extension Table {
  /// A test of a text column of the rows, each distinct text once; a column of anything else has no text.
  fileprivate func test(_ handle: ColumnHandle, _ holds: @Sendable (String) -> Bool, ofMissing: Bool)
    -> RowTest
  {
    guard case .texts(let column)? = columns[handle.name] else { return ofMissing ? .all([]) : .any([]) }
    return .codes(.numbers(column.codes), column.dictionary.matches(holds) + [ofMissing])
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
  case .text(let subject, let test): return try textMask(subject, facts, test.test())
  case .missing(.text(let subject)): return try textMask(subject, facts) { _ in true }.map { !$0 }
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

private func textMask(
  _ subject: VideoFilter.TextSubject, _ facts: VideoFacts, _ holds: @Sendable (String) -> Bool
) throws(Diagnostic) -> [Bool] {
  switch subject {
  case .videoID: return facts.dataset.videoIDs.matches(holds)
  case .attribute(let handle), .tags(let handle):
    return textMask(facts.dataset.videos?.columns[handle.name], count: facts.count, holds)
  case .rowAttribute: return [Bool](repeating: false, count: facts.count)
  case .label(let label):
    let matches = label.arms.map { holds($0.text) }
    return try facts.arms(of: label).map { $0.map { matches[$0] } ?? false }
  }
}

/// Tests each distinct text once; missing is false, and a row with several tags holds when any tag does.
private func textMask(_ column: Column?, count: Int, _ holds: @Sendable (String) -> Bool) -> [Bool] {
  var mask = [Bool](repeating: false, count: count)
  switch column {
  case .texts(let column)?:
    let matches = column.dictionary.matches(holds)
    for row in 0..<min(count, column.codes.count) where column.validity[row] {
      mask[row] = matches[Int(column.codes[row])]
    }
  case .tags(let column)?:
    let matches = column.dictionary.matches(holds)
    for row in 0..<min(count, column.validity.count) { mask[row] = column[row].contains { matches[Int($0)] } }
  case .integers?, .decimals?, .instants?, nil: break
  }
  return mask
}

extension [String] {
  /// The answer of a test for each text, on as many cores as there are.
  fileprivate func matches(_ holds: @Sendable (String) -> Bool) -> [Bool] {
    concurrently(over: pieces(of: indices, length: 4096)) { piece in self[piece].map(holds) }.flatMap { $0 }
  }
}

extension VideoFilter.TextTest {
  /// A test of one text; case is ignored, and the empty text is part of every text.
  fileprivate func test() -> @Sendable (String) -> Bool {
    switch self {
    case .isOne(let values):
      let folded = Set(values.map { $0.lowercased() })
      return { folded.contains($0.lowercased()) }
    case .contains(let part):
      let folded = part.lowercased()
      guard !folded.isEmpty else { return { _ in true } }
      let bytes = Array(folded.utf8)
      guard bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D && $0 != 0x0A }) else {
        return { $0.lowercased().contains(folded) }
      }
      return { holdsASCII(bytes, in: $0) ?? $0.lowercased().contains(folded) }
    case .starts(let part):
      let folded = part.lowercased()
      return { $0.lowercased().hasPrefix(folded) }
    }
  }
}

/// Whether a text holds some small ASCII letters and signs, whatever its case; nil where its bytes do not tell.
///
/// A letter may be part of a longer character, as that before a combining accent is, and İ and the Kelvin sign become
/// ASCII letters: characters have to be compared there.
private func holdsASCII(_ part: [UInt8], in text: String) -> Bool? {
  var text = text
  return text.withUTF8 { bytes in
    guard bytes.count >= part.count else { return false }
    func small(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
    func holds(at start: Int) -> Bool {
      (1..<part.count).allSatisfy { small(bytes[start + $0]) == part[$0] }
    }
    // A letter between ASCII ones is part of no longer character.
    func standsAlone(_ byte: Int) -> Bool {
      !bytes.indices.contains(byte) || bytes[byte] < 0x80 && bytes[byte] != 0x0D
    }
    var isFound = false
    for start in 0...(bytes.count - part.count) where small(bytes[start]) == part[0] && holds(at: start) {
      if standsAlone(start - 1), standsAlone(start + part.count) { return true }
      isFound = true
    }
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return isFound }
    let becomesASCII = bytes.indices.dropLast().contains {
      bytes[$0] == 0xC4 && bytes[$0 + 1] == 0xB0 || bytes[$0] == 0x84 && bytes[$0 + 1] == 0xAA
    }
    return isFound || becomesASCII ? nil : false
  }
}
