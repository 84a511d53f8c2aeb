import TallyLanguage

/// Answers queries row by row, as the language is specified, without any part of the engine.
///
/// Nothing here is fast: plain arrays, loops, and a fresh computation of everything for each cell.
struct NaiveEvaluator {
  let tables: NaiveTables
  var definitions: [String: Expression] = [:]
  var conditions: [String: Condition] = [:]
  var labels: [String: [Definition.Case]] = [:]
  var asOf: Day?
  var weekStart = 1

  private var names: NaiveNames { NaiveNames(tables: tables, definitions: definitions) }

  func answer(_ query: Query, text: (SourceSpan) -> String) throws(NaiveFailure) -> NaiveAnswer {
    let groups = try groups(of: query, text: text)
    var items: [NaiveItem] = []
    for item in query.items {
      let name = item.alias?.text ?? text(item.span).split { $0.isWhitespace }.joined(separator: " ")
      items.append(try self.item(item.expression, name: name, query, groups))
    }
    try checkQuery(items, query, groups)
    let shownCount = items.count
    let having = try rowTest(query.having, query, groups, &items)
    let sort = try sortKeys(query, groups, &items)
    let keys = keys(&items, groups, query)
    let shown = Array(items.prefix(shownCount))
    let hasCoverage = query.extras.contains { $0.value == .coverage }
    let totals = shown.map { $0.value(nil) { _ in true } }
    var rows = keys.map { key in
      NaiveRow(
        key: key, values: items.map { values($0, key, query) { $0 == key } },
        coverage: hasCoverage ? coverage(shown, key: key, groups) { $0 == key } : nil)
    }
    fill(&rows, items, groups, query)
    for row in rows.indices {
      finish(&rows[row].values)
      for (index, total) in totals.enumerated() { rows[row].values[index].addShare(of: total) }
    }
    rows = rows.filter(having)
    rows.sort { precedes($0, $1, sort) }
    if let top = query.top?.value { rows = chosen(rows, top, groups, sort) }
    return laidOut(rows, allKeys: keys, shown, groups, totals, query)
  }

  // MARK: Groups

  private func groups(of query: Query, text: (SourceSpan) -> String) throws(NaiveFailure) -> [NaiveGroup] {
    var groups: [NaiveGroup] = []
    for dimension in query.by {
      let name = text(dimension.span).split { $0.isWhitespace }.joined(separator: " ")
      groups.append(
        NaiveGroup(name: name, key: try key(dimension.value, at: groups.count), weekStart: weekStart))
    }
    return groups
  }

  private func key(_ dimension: Dimension, at index: Int) throws(NaiveFailure) -> NaiveGroup.Key {
    switch dimension {
    case .time(let grain, let clock):
      if clock != .activity, tables.videos == nil { throw .wrong("no videos to tell when they were posted") }
      return .time(grain, clock)
    case .video:
      if tables.videos == nil, tables.daily == nil { throw .wrong("no videos") }
      return .video
    case .name(let column, nil) where column.text == "surface":
      guard tables.hasSurfaces, tables.daily != nil else { throw .wrong("no surfaces") }
      return .surface
    case .name(let column, let step):
      let isText =
        tables.textColumns.contains(column.text) || labels[column.text] != nil
        || ["hashtag", "hashtags"].contains(column.text)
      if let step {
        guard !isText else { throw .wrong("text has no steps") }
        _ = try width(step, of: names.metric(Reference(name: column)))
        return .worked(index)
      }
      if labels[column.text] != nil { return .worked(index) }
      guard tables.videos != nil, isText || column.text == "length" else {
        throw .wrong("no attribute \(column.text)")
      }
      return ["hashtag", "hashtags"].contains(column.text) ? .tags : .attribute(column.text)
    }
  }

  private func width(_ step: Step, of metric: NaiveMetric) throws(NaiveFailure) -> Quantity {
    switch step {
    case .number(let number): return number.quantity
    case .duration(let number):
      guard metric.columns.isSubset(of: ["length", "average_watch_time"]) else { throw .wrong("no seconds") }
      return number.quantity
    case .percent(let number):
      guard metric.isRate(tables) else { throw .wrong("no fraction") }
      return .real(number.value / 100)
    }
  }

  /// The value of a label, or of a metric in steps, that a video has.
  private func worked(
    _ dimension: Dimension, _ videos: NaiveConditions, id: String, video: NaiveVideo?
  ) throws(NaiveFailure) -> NaiveKey? {
    guard case .name(let column, let step) = dimension else { return nil }
    guard let step else {
      guard let cases = labels[column.text] else { return nil }
      return try videos.label(cases, id: id, video: video).map { .text($0) }
    }
    let metric = try names.metric(Reference(name: column))
    let width = try width(step, of: metric)
    guard let value = try videos.number(metric, id: id, video: video) else { return nil }
    return naiveStart(of: value, width).map { .number($0) }
  }

  // MARK: Items

  private func item(
    _ expression: Expression, name: String, _ query: Query, _ groups: [NaiveGroup]
  ) throws(NaiveFailure) -> NaiveItem {
    let metric = try names.metric(expression)
    let asksDays = metric.hasWindow || metric.units.contains { $0 != .video }
    let asksAges = !metric.withins.isEmpty || groups.contains(where: \.isAge)
    let asksActivity =
      query.range != nil || groups.contains(where: \.isActivityTime) || asksDays || asksAges
    let needsVideos =
      query.condition != nil || groups.contains { !$0.isActivityTime } || metric.countsVideos || asksAges
      || metric.units.contains(.video)
    if asksAges, !tables.knowsPosted { throw .wrong("no videos that were posted") }
    func has(_ role: NaiveRole) -> Bool {
      tables.isLoaded(role) && metric.columns.isSubset(of: tables.metricColumns(role))
    }
    let asksSurfaces =
      groups.contains { $0.key == .surface } || query.condition?.asksSurfaces ?? false
    if asksSurfaces, !tables.hasSurfaces || tables.daily == nil { throw .wrong("no surfaces") }
    let order: [NaiveRole] =
      asksAges || asksSurfaces
      ? [.daily]
      : asksActivity
        ? (needsVideos ? [.daily, .videos] : [.channel, .daily, .videos])
        : (needsVideos ? [.videos, .daily] : [.videos, .daily, .channel])
    guard let role = order.first(where: has) else { throw .wrong("no one table has all of \(name)") }
    let loaded = loadedDays(role)
    if role == .videos, asksActivity, !tables.knowsPosted { throw .wrong("no dates") }
    // Today is what `as_of` says, else the last day of the table.
    let now = asOf ?? loaded?.upperBound
    var during: NaiveRange?
    if let range = query.range?.value {
      guard let now, let days = naiveDays(range, now: now, weekStart: weekStart) else {
        throw .wrong("no days to count back from")
      }
      during = days
    }
    var item = NaiveItem(
      name: name, metric: metric, tables: tables, groups: groups, weekStart: weekStart, role: role,
      asksActivity: asksActivity, isByPosting: role == .videos && asksActivity, loaded: loaded,
      postingDays: postingDays,
      during: during)
    item.rows = try rows(of: item, query)
    if let versus = query.versus?.value {
      if groups.contains(where: \.isAge) { throw .wrong("Q050 ages are not compared") }
      try item.compare(versus, now: now)
    }
    try item.check(query)
    return item
  }

  /// Days of activity, or days posted, of a whole table.
  func loadedDays(_ role: NaiveRole) -> ClosedRange<Day>? {
    let days: [Day] =
      switch role {
      case .videos: (tables.videos ?? []).compactMap { $0.posted?.day }
      case .daily: (tables.daily ?? []).map(\.day)
      case .channel: (tables.channel ?? []).map(\.day)
      }
    guard let first = days.min(), let last = days.max() else { return nil }
    guard let asOf else { return first...last }
    return asOf < first ? nil : first...min(asOf, last)
  }

  /// From the first day that a video was posted to the last day that anything is known of videos.
  private var postingDays: ClosedRange<Day>? {
    guard let days = loadedDays(.videos) else { return nil }
    return days.lowerBound...max(days.upperBound, loadedDays(.daily)?.upperBound ?? days.upperBound)
  }

  /// All rows of a table as far as `as_of` shows them.
  private func records(_ role: NaiveRole) -> [NaiveRecord] {
    let records: [NaiveRecord] =
      switch role {
      case .videos:
        (tables.videos ?? []).map {
          NaiveRecord(id: $0.id, video: $0, day: $0.posted?.day, numbers: $0.numbers)
        }
      case .daily:
        (tables.daily ?? []).map { row in
          NaiveRecord(
            id: row.video, video: row.video.flatMap { tables.video($0) }, day: row.day,
            numbers: steps(row, tables.daily ?? [], tables.dailyRunningTotals), surface: row.surface)
        }
      case .channel:
        (tables.channel ?? []).map { row in
          NaiveRecord(
            id: nil, video: nil, day: row.day,
            numbers: steps(row, tables.channel ?? [], tables.channelRunningTotals))
        }
      }
    return records.filter { record in
      guard let asOf else { return true }
      if let day = record.day, day > asOf { return false }
      if let posted = record.video?.posted?.day, posted > asOf { return false }
      return true
    }
  }

  /// The numbers of a row, running totals as the step from the row before that has a value.
  private func steps(_ row: NaiveDay, _ all: [NaiveDay], _ totals: Set<String>) -> [String: Quantity] {
    var numbers = row.numbers
    for column in totals {
      guard let value = row.numbers[column] else { continue }
      let earlier = all.filter { $0.video == row.video && $0.day < row.day && $0.numbers[column] != nil }
      if let last = earlier.max(by: { $0.day < $1.day })?.numbers[column] {
        numbers[column] = Quantity.combine(value, "-", last)
      } else if let posted = row.video.flatMap({ tables.video($0) })?.posted?.day,
        let first = all.map(\.day).min(), posted >= first
      {
        continue
      } else {
        numbers[column] = nil
      }
    }
    return numbers
  }

  /// The rows of an item that `where` and `as_of` leave, of any day.
  private func rows(of item: NaiveItem, _ query: Query) throws(NaiveFailure) -> [NaiveRecord] {
    let videos = NaiveConditions(
      tables: tables, names: names, asOf: asOf, weekStart: weekStart,
      now: asOf ?? (loadedDays(.daily) ?? loadedDays(.videos))?.upperBound,
      loadedDaily: loadedDays(.daily), conditions: conditions, labels: labels)
    var known: [String: (isKept: Bool, worked: [NaiveKey?])] = [:]
    func ask(_ id: String, _ video: NaiveVideo?) throws(NaiveFailure) -> (isKept: Bool, worked: [NaiveKey?]) {
      if let answer = known[id] { return answer }
      var answer = (isKept: true, worked: [NaiveKey?]())
      if let condition = query.condition { answer.isKept = try videos.holds(condition, id: id, video: video) }
      for dimension in query.by {
        answer.worked.append(try worked(dimension.value, videos, id: id, video: video))
      }
      known[id] = answer
      return answer
    }
    // What no row meets is still checked for making sense.
    _ = try ask("", nil)
    var kept: [NaiveRecord] = []
    for var record in records(item.role) {
      if let id = record.id {
        let answer = try ask(id, record.video)
        record.worked = answer.worked
        if let condition = query.condition, condition.asksSurfaces {
          guard try videos.holds(condition, id: id, video: record.video, row: record) else { continue }
        } else if !answer.isKept {
          continue
        }
      }
      kept.append(record)
    }
    return kept
  }

  // MARK: What may not be asked

  private func checkQuery(_ items: [NaiveItem], _ query: Query, _ groups: [NaiveGroup]) throws(NaiveFailure) {
    if items.contains(where: \.isByPosting), items.contains(where: { $0.asksActivity && !$0.isByPosting }) {
      throw .wrong("two clocks")
    }
    let extras = query.extras.map(\.value)
    if extras.contains(.interval) { throw .wrong("not part of this version") }
    if groups.contains(where: { $0.key == .tags }), extras.contains(.share) || extras.contains(.others) {
      throw .wrong("M008 tags overlap")
    }
    if extras.contains(.coverage) {
      if groups.contains(where: \.isAge) { throw .wrong("M016 no days are expected of an age") }
    }
  }

  // MARK: Rows of the answer

  /// Every group that an item has a row in; without groups the one row of the answer.
  ///
  /// What is compared with goes from the first to the last bucket that the answer has.
  private func keys(
    _ items: inout [NaiveItem], _ groups: [NaiveGroup], _ query: Query
  ) -> Set<[NaiveKey]> {
    if groups.isEmpty { return [[]] }
    var keys = Set(items.flatMap { item in item.rows.flatMap { item.keys($0, isBefore: false) } })
    addGaps(to: &keys, items, groups, query)
    for index in items.indices {
      guard let time = groups.firstIndex(where: items[index].isTimeBucket) else { continue }
      let times = keys.compactMap { key -> Day? in if case .day(let day) = key[time] { day } else { nil } }
      // The range of the query is part of the answer, where it is one of the days that the groups go by.
      let ranges = items.filter { $0.during != nil && (groups[time].isActivityTime || $0.role == .videos) }
        .compactMap(\.visible)
      let ends = ranges.flatMap { [groups[time].bucket($0.lowerBound), groups[time].bucket($0.upperBound)] }
      let bounds = times + ends.compactMap { if case .day(let day) = $0 { day } else { nil } }
      items[index].compareOnly(from: bounds.min(), to: bounds.max())
    }
    return keys.union(items.flatMap { item in item.rows.flatMap { item.keys($0, isBefore: true) } })
  }

  /// Buckets without data, where one time grain is the sole group.
  private func addGaps(
    to keys: inout Set<[NaiveKey]>, _ items: [NaiveItem], _ groups: [NaiveGroup], _ query: Query
  ) {
    guard groups.count == 1, case .time(let grain, let clock) = groups[0].key else {
      return
    }
    if clock == .sincePosted {
      let ages = keys.compactMap { key -> Int64? in
        if case .number(.whole(let age))? = key.first { age } else { nil }
      }
      guard let first = ages.min(), let last = ages.max() else { return }
      for age in first...last { keys.insert([.number(.whole(age))]) }
    } else {
      guard let unit = CalendarUnit(rawValue: grain.rawValue) else { return }
      var days = keys.compactMap { key -> Day? in if case .day(let day)? = key.first { day } else { nil } }
      for item in items where clock == .activity || item.role == .videos {
        guard item.during != nil, let visible = item.visible else { continue }
        days += [visible.lowerBound, visible.upperBound]
      }
      guard let first = days.min(), let last = days.max() else { return }
      var bucket = naiveBucket(first, unit, weekStart: weekStart)
      while bucket <= last {
        keys.insert([.day(bucket)])
        bucket = naiveMoved(bucket, 1, unit)
      }
    }
  }

  // MARK: Numbers of a row

  private func values(
    _ item: NaiveItem, _ key: [NaiveKey]?, _ query: Query, accepts: @escaping ([NaiveKey]) -> Bool
  ) -> NaiveValues {
    var values = NaiveValues(now: item.value(key, accepts: accepts))
    if query.versus != nil { values.before = item.value(key, isBefore: true, accepts: accepts) }
    return values
  }

  private func finish(_ values: inout [NaiveValues]) {
    for index in values.indices {
      guard let now = values[index].now, let before = values[index].before else { continue }
      let change = Quantity.combine(now, "-", before)
      values[index].change = change
      if before.real > 0, let change {
        values[index].changeRate = Quantity.combine(change, "/", before)
      }
    }
  }

  /// `missing as zero` and `missing as previous`.
  private func fill(_ rows: inout [NaiveRow], _ items: [NaiveItem], _ groups: [NaiveGroup], _ query: Query) {
    switch query.missing?.value {
    case nil, .blank: break
    case .zero:
      for row in rows.indices {
        for (index, item) in items.enumerated() where item.metric.isFilled(tables, item.role) {
          if rows[row].values[index].now == nil { rows[row].values[index].now = .whole(0) }
          if rows[row].values[index].before == nil, item.isLoadedBefore(rows[row].key) {
            rows[row].values[index].before = .whole(0)
          }
        }
      }
    case .previous:
      guard let time = groups.firstIndex(where: { if case .time = $0.key { true } else { false } }) else {
        return
      }
      let given = rows
      for row in rows.indices {
        let key = rows[row].key
        guard key[time] != .missing else { continue }
        let earlier = given.filter { other in
          other.key[time] != .missing && other.key[time].compared(to: key[time]) < 0
            && groups.indices.allSatisfy { $0 == time || other.key[$0] == key[$0] }
        }.sorted { $0.key[time].compared(to: $1.key[time]) > 0 }
        for index in items.indices {
          if rows[row].values[index].now == nil {
            rows[row].values[index].now = earlier.compactMap { $0.values[index].now }.first
          }
          if rows[row].values[index].before == nil {
            rows[row].values[index].before = earlier.compactMap { $0.values[index].before }.first
          }
        }
      }
    }
  }

  /// The part of the expected days, or videos, that have a value of every item of a table.
  ///
  /// The lowest, where there are several tables.
  private func coverage(
    _ items: [NaiveItem], key: [NaiveKey]?, _ groups: [NaiveGroup], accepts: @escaping ([NaiveKey]) -> Bool
  ) -> Quantity? {
    var lowest: Quantity?
    for role in [NaiveRole.videos, .daily, .channel] {
      let ofRole = items.filter { $0.role == role }
      guard let item = ofRole.first else { continue }
      let columns = ofRole.reduce(into: Set<String>()) { $0.formUnion($1.metric.columns) }
      let rows = item.rows.filter { item.keys($0, isBefore: false).contains(where: accepts) }
      let there = rows.filter { $0.has(columns) }
      let (part, expected) =
        if role == .videos {
          (Set(there.compactMap(\.id)).count, Set(rows.compactMap(\.id)).count)
        } else {
          (Set(there.compactMap(\.day)).count, key.map(item.days)?.count ?? item.visible?.count ?? 0)
        }
      guard let share = Quantity.combine(.real(Double(part)), "/", .real(Double(expected))) else { continue }
      lowest = lowest.map { $0.compared(to: share) < 0 ? $0 : share } ?? share
    }
    return lowest
  }

  // MARK: Order and choice

  /// Sorted by the keys asked, then by groups ascending, missing last.
  ///
  /// A row without a key is no part of a ranking: where a metric comes first, it stands behind all others.
  private func precedes(_ left: NaiveRow, _ right: NaiveRow, _ keys: [NaiveSortKey]) -> Bool {
    if case .item? = keys.first?.subject {
      let lacksKey = (left.key.contains(.missing), right.key.contains(.missing))
      if lacksKey.0 != lacksKey.1 { return lacksKey.1 }
    }
    for key in keys {
      let order =
        switch key.subject {
        case .item(let index, let part):
          naiveOrder(left.values[index][part], right.values[index][part], key.isDescending) {
            $0.compared(to: $1)
          }
        case .group(let index):
          naiveOrder(left.key[index].present, right.key[index].present, key.isDescending) {
            $0.compared(to: $1)
          }
        }
      if order != 0 { return order < 0 }
    }
    for (a, b) in zip(left.key, right.key) {
      let order = naiveOrder(a.present, b.present, false) { $0.compared(to: $1) }
      if order != 0 { return order < 0 }
    }
    return false
  }

  /// What `top` keeps; missing is never ranked.
  private func chosen(
    _ rows: [NaiveRow], _ top: Top, _ groups: [NaiveGroup], _ sort: [NaiveSortKey]
  ) -> [NaiveRow] {
    let ranked = rows.filter { row in
      if row.key.contains(.missing) { return false }
      if case .item(let index, let part)? = sort.first?.subject, row.values[index][part] == nil {
        return false
      }
      return true
    }
    let count = Int(top.count.value.whole ?? 0)
    guard let per = perGroup(top, groups) else { return Array(ranked.prefix(count)) }
    var shown: [NaiveRow] = []
    for row in ranked where shown.count(where: { $0.key[per] == row.key[per] }) < count { shown.append(row) }
    return shown
  }

  /// The place of the group in which `top` ranks.
  private func perGroup(_ top: Top, _ groups: [NaiveGroup]) -> Int? {
    guard let per = top.per?.value else { return nil }
    return groups.firstIndex { group in
      switch (per, group.key) {
      case (.grain(let grain), .time(let other, _)): grain == other
      case (.video, .video): true
      case (.name(let name), .surface), (.name(let name), .attribute), (.name(let name), .tags),
        (.name(let name), .worked):
        group.name == name.text || group.name.hasPrefix(name.text + " every ")
      default: false
      }
    }
  }

  // MARK: The answer

  private func laidOut(
    _ rows: [NaiveRow], allKeys: Set<[NaiveKey]>, _ items: [NaiveItem], _ groups: [NaiveGroup],
    _ totals: [Quantity?], _ query: Query
  ) -> NaiveAnswer {
    let extras = Set(query.extras.map(\.value))
    var answer = NaiveAnswer(columns: groups.map(\.name), kinds: [], rows: [])
    for item in items {
      answer.columns.append(item.name)
      if query.versus != nil {
        answer.columns += ["_before", "_change", "_change_rate"].map { item.name + $0 }
      }
      if extras.contains(.share) { answer.columns.append(item.name + "_share") }
    }
    if extras.contains(.coverage) { answer.columns.append("coverage") }

    func add(_ kind: String, _ key: [NaiveCell], _ values: [NaiveValues], _ coverage: Quantity?) {
      var cells = key
      for value in values.prefix(items.count) {
        var numbers = [value.now]
        if query.versus != nil { numbers += [value.before, value.change, value.changeRate] }
        if extras.contains(.share) { numbers.append(value.share) }
        cells += numbers.map { $0.map { .number($0) } ?? .missing }
      }
      if extras.contains(.coverage) { cells.append(coverage.map { .number($0) } ?? .missing) }
      answer.kinds.append(kind)
      answer.rows.append(cells)
    }
    /// A row that stands for many groups.
    func add(
      _ kind: String, _ key: [NaiveCell], expectedDays: [NaiveKey]?, accepts: @escaping ([NaiveKey]) -> Bool
    ) {
      var values = items.map { self.values($0, nil, query, accepts: accepts) }
      finish(&values)
      for (index, total) in totals.enumerated() { values[index].addShare(of: total) }
      add(kind, key, values, coverage(items, key: expectedDays, groups, accepts: accepts))
    }

    for row in rows { add("data", row.key.map(\.cell), row.values, row.coverage) }
    let empty = [NaiveCell](repeating: .missing, count: groups.count)
    if extras.contains(.others), let top = query.top?.value {
      let hidden = allKeys.subtracting(rows.map(\.key))
      if let per = perGroup(top, groups) {
        let values = Set(allKeys.map { $0[per] }).sorted {
          naiveOrder($0.present, $1.present, false) { $0.compared(to: $1) } < 0
        }
        for value in values {
          var key = empty
          key[per] = value.cell
          add("others", key, expectedDays: nil) { $0[per] == value && hidden.contains($0) }
        }
      } else {
        add("others", empty, expectedDays: nil) { hidden.contains($0) }
      }
    }
    if extras.contains(.total) { add("total", empty, expectedDays: nil) { _ in true } }
    return answer
  }

  // MARK: Having and sort

  /// The item that an expression over rows means, and which of its numbers.
  private func rowItem(
    _ expression: Expression, _ query: Query, _ groups: [NaiveGroup], _ items: inout [NaiveItem]
  ) throws(NaiveFailure) -> (Int, NaivePart) {
    if case .reference(let reference) = expression, reference.within == nil {
      for index in query.items.indices {
        let name = items[index].name
        switch reference.name.text {
        case name: return (index, .now)
        case name + "_before" where query.versus != nil: return (index, .before)
        case name + "_change" where query.versus != nil: return (index, .change)
        case name + "_change_rate" where query.versus != nil: return (index, .changeRate)
        case name + "_share" where query.extras.contains { $0.value == .share }: return (index, .share)
        default: continue
        }
      }
    }
    items.append(try item(expression, name: "", query, groups))
    return (items.count - 1, .now)
  }

  private func rowTest(
    _ condition: RowCondition?, _ query: Query, _ groups: [NaiveGroup], _ items: inout [NaiveItem]
  ) throws(NaiveFailure) -> (NaiveRow) -> Bool {
    switch condition {
    case nil: return { _ in true }
    case .all(let parts):
      var tests: [(NaiveRow) -> Bool] = []
      for part in parts { tests.append(try rowTest(part, query, groups, &items)) }
      return { row in tests.allSatisfy { $0(row) } }
    case .any(let parts):
      var tests: [(NaiveRow) -> Bool] = []
      for part in parts { tests.append(try rowTest(part, query, groups, &items)) }
      return { row in tests.contains { $0(row) } }
    case .not(let inner):
      let test = try rowTest(inner, query, groups, &items)
      return { !test($0) }
    case .test(let expression, let check):
      let (index, part) = try rowItem(expression, query, groups, &items)
      switch check {
      case .missing(let isMissing): return { ($0.values[index][part] == nil) == isMissing }
      case .comparison(let comparison, .expression(let other)):
        let value = try rowValue(other, query, groups, &items, beside: (index, part))
        return { naiveHolds($0.values[index][part], comparison, value($0)) }
      case .between(let low, let high):
        let low = try rowValue(low, query, groups, &items, beside: (index, part))
        let high = try rowValue(high, query, groups, &items, beside: (index, part))
        return {
          naiveHolds($0.values[index][part], .greaterOrEqual, low($0))
            && naiveHolds($0.values[index][part], .lessOrEqual, high($0))
        }
      case .comparison: throw .wrong("only numbers are compared")
      }
    }
  }

  /// What a number of an item counts; numbers of different kinds are not compared.
  private func checkUnits(
    _ left: (Int, NaivePart), _ right: (Int, NaivePart), _ items: [NaiveItem]
  ) throws(NaiveFailure) {
    func isRate(_ number: (Int, NaivePart)) -> Bool {
      switch number.1 {
      case .now, .before, .change: items[number.0].metric.isRate(tables)
      case .changeRate, .share: true
      }
    }
    if isRate(left) != isRate(right) { throw .wrong("M010 a count beside a rate") }
    if isRate(left), items[left.0].metric != items[right.0].metric { throw .open("a rate beside a number") }
  }

  private func rowValue(
    _ expression: Expression, _ query: Query, _ groups: [NaiveGroup], _ items: inout [NaiveItem],
    beside: (Int, NaivePart)
  ) throws(NaiveFailure) -> (NaiveRow) -> Quantity? {
    if case .number(let number) = expression { return { _ in number.value.quantity } }
    if case .percent(let number) = expression { return { _ in .real(number.value.value / 100) } }
    if case .negated(.number(let number), _) = expression {
      return { _ in Quantity.combine(.whole(0), "-", number.value.quantity) }
    }
    let (index, part) = try rowItem(expression, query, groups, &items)
    try checkUnits(beside, (index, part), items)
    return { $0.values[index][part] }
  }

  private func sortKeys(
    _ query: Query, _ groups: [NaiveGroup], _ items: inout [NaiveItem]
  ) throws(NaiveFailure) -> [NaiveSortKey] {
    let isBottom = query.top?.value.isBottom ?? false
    var keys: [NaiveSortKey] = []
    for key in query.sort {
      let subject: NaiveSortKey.Subject
      switch key.subject {
      case .video: subject = .group(try index(of: .video, groups))
      case .time(let grain, let clock): subject = .group(try index(of: .time(grain, clock), groups))
      case .expression(let expression):
        if case .reference(let reference) = expression, reference.within == nil,
          !items.prefix(query.items.count).contains(where: { $0.name == reference.name.text }),
          let index = groups.firstIndex(where: {
            $0.name == reference.name.text || $0.name.hasPrefix(reference.name.text + " every ")
          })
        {
          subject = .group(index)
        } else {
          let (index, part) = try rowItem(expression, query, groups, &items)
          subject = .item(index, part)
        }
      }
      let isDescending: Bool
      if let direction = key.direction {
        isDescending = direction == .descending
      } else if case .item = subject {
        isDescending = true
      } else {
        isDescending = false
      }
      keys.append(NaiveSortKey(subject: subject, isDescending: isDescending != isBottom))
    }
    guard keys.isEmpty else { return keys }
    let first = NaiveSortKey.Subject.item(0, .now)
    if query.top != nil { return [NaiveSortKey(subject: first, isDescending: !isBottom)] }
    let isInSteps = query.by.contains { dimension in
      switch dimension.value {
      case .time, .name(_, every: .some): true
      case .video, .name(_, every: nil): false
      }
    }
    return isInSteps ? [] : [NaiveSortKey(subject: first, isDescending: true)]
  }

  private func index(of key: NaiveGroup.Key, _ groups: [NaiveGroup]) throws(NaiveFailure) -> Int {
    guard let index = groups.firstIndex(where: { $0.key == key }) else { throw .wrong("nothing to sort by") }
    return index
  }
}

extension NaiveValues {
  mutating func addShare(of total: Quantity?) {
    share = now.flatMap { now in total.flatMap { Quantity.combine(.real(now.real), "/", $0) } }
  }
}

/// The greatest multiple of a width that is no more than a value.
func naiveStart(of value: Quantity, _ width: Quantity) -> Quantity? {
  if case .whole(let value) = value, case .whole(let width) = width {
    var steps = value / width
    while steps * width > value { steps -= 1 }
    return .whole(steps * width)
  }
  var steps = (value.real / width.real).rounded(.down)
  while steps * width.real > value.real { steps -= 1 }
  while (steps + 1) * width.real <= value.real { steps += 1 }
  return .real(steps * width.real)
}
