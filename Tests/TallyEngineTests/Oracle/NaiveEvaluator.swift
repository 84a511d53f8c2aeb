import TallyLanguage

/// Answers queries row by row, as the language is specified, without any part of the engine.
///
/// Nothing here is fast: plain arrays, loops, and a fresh computation of everything for each cell.
struct NaiveEvaluator {
  let tables: NaiveTables
  var definitions: [String: Expression] = [:]
  var asOf: Day?
  var weekStart = 1

  private var names: NaiveNames { NaiveNames(tables: tables, definitions: definitions) }

  func answer(_ query: Query, text: (SourceSpan) -> String) throws(NaiveFailure) -> NaiveAnswer {
    guard query.versus == nil, query.missing == nil, query.top?.value.per == nil else {
      throw .open("not built")
    }
    let groups = try groups(of: query, text: text)
    var items: [NaiveItem] = []
    for item in query.items {
      let name = item.alias?.text ?? text(item.span).split { $0.isWhitespace }.joined(separator: " ")
      items.append(try self.item(item.expression, name: name, query, groups))
    }
    try checkClocks(items, query)
    try checkShares(items, query, groups)
    let shownCount = items.count
    let having = try rowTest(query.having, query, groups, &items)
    let sort = try sortKeys(query, groups, &items)
    for item in items.dropFirst(shownCount)
    where !items.prefix(shownCount).contains(where: {
      $0.role == item.role && $0.isByPosting == item.isByPosting
    }) {
      throw .open("an item that is only sorted by, from another table")
    }

    var keys = keys(items, groups, query)
    try addGaps(to: &keys, items, groups, query)
    var rows: [NaiveRow] = []
    for key in keys {
      let values = items.map { item in item.value(item.rows.filter { $0.keys(groups).contains(key) }) }
      let row = NaiveRow(key: key, values: values)
      if having(row) { rows.append(row) }
    }
    rows.sort { precedes($0, $1, sort) }
    if let top = query.top?.value { rows = chosen(rows, count: Int(top.count.value.whole ?? 0), sort) }
    return laidOut(rows, items: Array(items.prefix(shownCount)), groups, query)
  }

  // MARK: Groups

  private func groups(of query: Query, text: (SourceSpan) -> String) throws(NaiveFailure) -> [NaiveGroup] {
    var groups: [NaiveGroup] = []
    for dimension in query.by {
      let name = text(dimension.span).split { $0.isWhitespace }.joined(separator: " ")
      switch dimension.value {
      case .time(let grain, let clock):
        if clock == .posted, tables.videos == nil { throw .wrong("no videos to tell when they were posted") }
        groups.append(
          NaiveGroup(name: name, key: .time(grain, isPosted: clock == .posted), weekStart: weekStart))
      case .video:
        if tables.videos == nil, tables.daily == nil { throw .wrong("no videos") }
        groups.append(NaiveGroup(name: name, key: .video, weekStart: weekStart))
      case .name(let column, _):
        let isTags = column.text == "hashtag" || column.text == "hashtags"
        guard tables.videos != nil,
          isTags || tables.textColumns.contains(column.text) || column.text == "length"
        else { throw .wrong("no attribute \(column.text)") }
        groups.append(
          NaiveGroup(name: name, key: isTags ? .tags : .attribute(column.text), weekStart: weekStart))
      }
    }
    return groups
  }

  // MARK: Tables

  private func item(
    _ expression: Expression, name: String, _ query: Query, _ groups: [NaiveGroup]
  ) throws(NaiveFailure) -> NaiveItem {
    let metric = try names.metric(expression)
    let asksActivity = query.range != nil || groups.contains(where: \.isActivityTime)
    let needsVideos = query.condition != nil || groups.contains { !$0.isActivityTime } || metric.countsVideos
    func has(_ role: NaiveRole) -> Bool {
      let columns: [String]? =
        switch role {
        case .videos: tables.videos == nil ? nil : tables.videoColumns.filter { $0 != "length" }
        case .daily: tables.daily == nil ? nil : tables.dailyColumns
        case .channel: tables.channel == nil ? nil : tables.channelColumns
        }
      return columns.map { metric.columns.isSubset(of: $0) } ?? false
    }
    let order: [NaiveRole] =
      asksActivity
      ? (needsVideos ? [.daily, .videos] : [.channel, .daily, .videos])
      : (needsVideos ? [.videos, .daily] : [.videos, .daily, .channel])
    guard let role = order.first(where: has) else { throw .wrong("no one table has all of \(name)") }
    if role == .videos, asksActivity, lastDay(.videos) == nil { throw .wrong("no dates") }
    var item = NaiveItem(name: name, metric: metric, role: role, isByPosting: role == .videos && asksActivity)
    item.days = try days(of: query, role)
    item.rows = try rows(of: query, role, days: item.days)
    return item
  }

  /// The days of `during`, counted back from the last day of the table that answers.
  private func days(of query: Query, _ role: NaiveRole) throws(NaiveFailure) -> ClosedRange<Day>? {
    guard let range = query.range?.value else { return nil }
    guard let now = lastDay(role), let days = naiveDays(range, now: now, weekStart: weekStart) else {
      throw .wrong("no days to count back from")
    }
    return days
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

  private func lastDay(_ role: NaiveRole) -> Day? { loadedDays(role)?.upperBound }

  /// The rows of a table that `where`, `during` and `as_of` leave.
  private func rows(
    of query: Query, _ role: NaiveRole, days: ClosedRange<Day>?
  ) throws(NaiveFailure) -> [NaiveRecord] {
    let conditions = NaiveConditions(
      tables: tables, names: names, asOf: asOf, weekStart: weekStart,
      now: lastDay(.daily) ?? lastDay(.videos))
    var records: [NaiveRecord] = []
    switch role {
    case .videos:
      for video in tables.videos ?? [] {
        records.append(
          NaiveRecord(id: video.id, video: video, day: video.posted?.day, numbers: video.numbers))
      }
    case .daily:
      for row in tables.daily ?? [] {
        let video = row.video.flatMap { tables.video($0) }
        records.append(NaiveRecord(id: row.video, video: video, day: row.day, numbers: row.numbers))
      }
    case .channel:
      for row in tables.channel ?? [] {
        records.append(NaiveRecord(id: nil, video: nil, day: row.day, numbers: row.numbers))
      }
    }
    var kept: [NaiveRecord] = []
    for record in records {
      if let asOf {
        if let day = record.day, day > asOf { continue }
        if let posted = record.video?.posted?.day, posted > asOf { continue }
      }
      if let days {
        guard let day = record.day, days.contains(day) else { continue }
      }
      if let condition = query.condition, let id = record.id,
        !(try conditions.holds(condition, id: id, video: record.video))
      {
        continue
      }
      kept.append(record)
    }
    // A condition that no row met is still checked for being one.
    if let condition = query.condition { _ = try conditions.holds(condition, id: "", video: nil) }
    return kept
  }

  // MARK: What may not be asked

  private func checkClocks(_ items: [NaiveItem], _ query: Query) throws(NaiveFailure) {
    if items.contains(where: \.isByPosting), items.contains(where: { !$0.isByPosting }) {
      throw .wrong("two clocks")
    }
  }

  private func checkShares(_ items: [NaiveItem], _ query: Query, _ groups: [NaiveGroup]) throws(NaiveFailure)
  {
    let extras = query.extras.map(\.value)
    let hasTags = groups.contains { $0.key == .tags }
    if hasTags, extras.contains(.share) || extras.contains(.others) { throw .wrong("tags overlap") }
    guard extras.contains(.share) else { return }
    for item in items {
      if item.metric.isRate { throw .wrong("a share of a rate") }
      if item.metric.countsVideos, !item.isByPosting, groups.contains(where: \.isActivityTime) {
        throw .wrong("a share of videos over days")
      }
    }
  }

  // MARK: Rows of the answer

  /// Every group that an item has a row in; without groups the one row of the answer.
  private func keys(_ items: [NaiveItem], _ groups: [NaiveGroup], _ query: Query) -> Set<[NaiveKey]> {
    if groups.isEmpty { return [[]] }
    return Set(items.flatMap { $0.rows.flatMap { $0.keys(groups) } })
  }

  /// Buckets without data, where one time grain is the sole group and nothing is chosen.
  private func addGaps(
    to keys: inout Set<[NaiveKey]>, _ items: [NaiveItem], _ groups: [NaiveGroup], _ query: Query
  ) throws(NaiveFailure) {
    guard groups.count == 1, case .time(let grain, let isPosted) = groups[0].key,
      let unit = CalendarUnit(rawValue: grain.rawValue)
    else { return }
    var days = keys.compactMap { key -> Day? in if case .day(let day)? = key.first { day } else { nil } }
    for item in items where !isPosted || item.role == .videos {
      guard let range = item.days, let loaded = loadedDays(item.role), range.overlaps(loaded) else {
        continue
      }
      days += [max(range.lowerBound, loaded.lowerBound), min(range.upperBound, loaded.upperBound)]
    }
    guard let first = days.min(), let last = days.max() else { return }
    let before = keys.count
    var bucket = naiveBucket(first, unit, weekStart: weekStart)
    while bucket <= last {
      keys.insert([.day(bucket)])
      bucket = naiveNextBucket(bucket, unit, weekStart: weekStart)
    }
    if query.top != nil, keys.count > before {
      // A bucket without data has no numbers to rank, except a number of videos that is 0.
      if items.contains(where: \.metric.countsVideos) { throw .open("whether `bottom` ranks empty buckets") }
    }
  }

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
        case .item(let index):
          naiveOrder(left.values[index], right.values[index], key.isDescending) { $0.compared(to: $1) }
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
  private func chosen(_ rows: [NaiveRow], count: Int, _ sort: [NaiveSortKey]) -> [NaiveRow] {
    let ranked = rows.filter { row in
      if row.key.contains(.missing) { return false }
      if case .item(let index)? = sort.first?.subject, row.values[index] == nil { return false }
      return true
    }
    return Array(ranked.prefix(count))
  }

  private func laidOut(
    _ rows: [NaiveRow], items: [NaiveItem], _ groups: [NaiveGroup], _ query: Query
  ) -> NaiveAnswer {
    let extras = Set(query.extras.map(\.value))
    let hasShare = extras.contains(.share)
    let totals = items.map { $0.value($0.rows) }
    func cells(_ key: [NaiveCell], _ values: [Quantity?]) -> [NaiveCell] {
      var cells = key
      for (value, total) in zip(values, totals) {
        cells.append(value.map { .number($0) } ?? .missing)
        guard hasShare else { continue }
        let share = value.flatMap { value in total.flatMap { Quantity.combine(.real(value.real), "/", $0) } }
        cells.append(share.map { .number($0) } ?? .missing)
      }
      return cells
    }
    let empty = [NaiveCell](repeating: .missing, count: groups.count)
    var answer = NaiveAnswer(columns: groups.map(\.name), kinds: [], rows: [])
    for item in items { answer.columns += hasShare ? [item.name, item.name + "_share"] : [item.name] }
    for row in rows {
      answer.kinds.append("data")
      answer.rows.append(cells(row.key.map(\.cell), row.values))
    }
    if extras.contains(.others) {
      let shown = Set(rows.map(\.key))
      let values = items.map { item in
        item.value(item.rows.filter { shown.isDisjoint(with: $0.keys(groups)) })
      }
      answer.kinds.append("others")
      answer.rows.append(cells(empty, values))
    }
    if extras.contains(.total) {
      answer.kinds.append("total")
      answer.rows.append(cells(empty, totals))
    }
    return answer
  }

  // MARK: Having and sort

  private func rowItem(
    _ expression: Expression, _ query: Query, _ groups: [NaiveGroup], _ items: inout [NaiveItem]
  ) throws(NaiveFailure) -> Int {
    if case .reference(let reference) = expression,
      let index = query.items.indices.first(where: { items[$0].name == reference.name.text })
    {
      return index
    }
    items.append(try item(expression, name: "", query, groups))
    return items.count - 1
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
      let index = try rowItem(expression, query, groups, &items)
      switch check {
      case .missing(let isMissing): return { ($0.values[index] == nil) == isMissing }
      case .comparison(let comparison, .expression(let other)):
        let value = try rowValue(other, query, groups, &items)
        return { naiveHolds($0.values[index], comparison, value($0)) }
      case .between(let low, let high):
        let low = try rowValue(low, query, groups, &items)
        let high = try rowValue(high, query, groups, &items)
        return {
          naiveHolds($0.values[index], .greaterOrEqual, low($0))
            && naiveHolds($0.values[index], .lessOrEqual, high($0))
        }
      case .comparison: throw .wrong("only numbers are compared")
      }
    }
  }

  private func rowValue(
    _ expression: Expression, _ query: Query, _ groups: [NaiveGroup], _ items: inout [NaiveItem]
  ) throws(NaiveFailure) -> (NaiveRow) -> Quantity? {
    if case .number(let number) = expression { return { _ in number.value.quantity } }
    if case .percent(let number) = expression { return { _ in .real(number.value.value / 100) } }
    if case .negated(.number(let number), _) = expression {
      return { _ in Quantity.combine(.whole(0), "-", number.value.quantity) }
    }
    let index = try rowItem(expression, query, groups, &items)
    return { $0.values[index] }
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
      case .time(let grain, let clock):
        subject = .group(try index(of: .time(grain, isPosted: clock == .posted), groups))
      case .expression(let expression):
        if case .reference(let reference) = expression,
          let index = groups.firstIndex(where: { $0.name == reference.name.text })
        {
          subject = .group(index)
        } else {
          subject = .item(try rowItem(expression, query, groups, &items))
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
    if query.top != nil { return [NaiveSortKey(subject: .item(0), isDescending: !isBottom)] }
    let isOverTime = groups.contains { if case .time = $0.key { true } else { false } }
    return isOverTime ? [] : [NaiveSortKey(subject: .item(0), isDescending: true)]
  }

  private func index(of key: NaiveGroup.Key, _ groups: [NaiveGroup]) throws(NaiveFailure) -> Int {
    guard let index = groups.firstIndex(where: { $0.key == key }) else { throw .wrong("nothing to sort by") }
    return index
  }
}
