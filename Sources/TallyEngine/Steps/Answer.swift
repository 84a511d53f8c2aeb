import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Lays the shown rows out as the columns of a result: data rows in order, then others, then total.
///
/// - Throws: N001, from the figures that notes name.
func answer(
  _ answerRows: AnswerRows, _ current: [Arrangement], _ items: ItemColumns, shown: [Int], _ summary: Summary
) throws(Diagnostic) -> ResultTable {
  let (plan, space) = (answerRows.plan, answerRows.space)
  var rows = [RowKind](repeating: .data, count: shown.count)
  var keys = shown.map { space[$0] }
  let rest = summary.others.map { $0.keys.indices.sorted(by: answerRows.restOrder($0.keys)) } ?? []
  for row in rest {
    rows.append(.others)
    keys.append(summary.others?.keys[row] ?? [])
  }
  if plan.extras.total {
    rows.append(.total)
    keys.append([GroupValue](repeating: .missing, count: plan.groups.count))
  }

  var columns: [ResultColumn] = []
  for (index, group) in plan.groups.enumerated() {
    columns.append(groupColumn(group, keys.map { $0[index] }, answerRows.facts))
  }
  for (index, item) in plan.items.enumerated() where item.isShown {
    var cells = SeriesBuilder(count: rows.count)
    for (row, group) in shown.enumerated() { cells.set(row, from: items.series[index], group) }
    for (row, owner) in rest.enumerated() {
      if let others = summary.others {
        cells.set(shown.count + row, from: others.columns.series[index], owner)
      }
    }
    if plan.extras.total, let total = summary.total {
      cells.set(rows.count - 1, from: total.series[index], 0)
    }
    columns.append(itemColumn(item, cells.series, header: item.header))
  }
  return ResultTable(
    columns: columns, rows: rows, heading: plan.heading,
    notes: try notes(answerRows, current, items, shown: shown),
    marksRows: plan.extras.total || plan.extras.others)
}

extension AnswerRows {
  /// Puts rows of what is left in the order of their keys, groups counted together behind them, missing last.
  fileprivate func restOrder(_ keys: [[GroupValue]]) -> (Int, Int) -> Bool {
    let per = plan.choice?.per ?? 0
    let ids = facts.dataset.videoIDs
    return { left, right in
      guard keys[left].indices.contains(per) else { return left < right }
      let (a, b) = (keys[left][per], keys[right][per])
      if a == .missing || b == .missing { return a != .missing }
      if holdsFolded([a], plan) || holdsFolded([b], plan) { return !holdsFolded([a], plan) }
      return precedes(a, b, ids)
    }
  }
}

private func groupColumn(_ group: Group, _ values: [GroupValue], _ facts: VideoFacts) -> ResultColumn {
  let cells: Cells
  var display: [String?]?
  var origins: [ColumnHandle] = []
  switch group.key {
  case .attribute(let handle), .rowAttribute(let handle), .tags(let handle): origins = [handle]
  case .label(let label): origins = label.handles
  case .steps(let number, _, _): origins = number.handles
  case .time, .age, .video: break
  }
  switch group.type {
  case .date:
    cells = .days(values.map { if case .day(let day) = $0 { Day(number: day) } else { nil } })
  case .weekday, .hour:
    cells = .integers(
      values.map { value in
        switch value {
        case .weekday(let number), .hour(let number): Int64(number)
        case .integer(let number): number
        case .missing, .day, .text, .video, .decimal: nil
        }
      })
  case .count, .number, .seconds, .rate, .points, .change: cells = numberCells(values)
  case .text:
    cells = .texts(
      values.map { value in
        switch value {
        case .text(let text): text
        case .video(let code): facts.dataset.videoIDs[code]
        case .missing, .day, .weekday, .hour, .integer, .decimal: nil
        }
      })
    if group.key == .video { display = titles(values, facts) }
  }
  return ResultColumn(
    name: group.name, part: .group, type: group.type, cells: cells, display: display, origins: origins)
}

private func numberCells(_ values: [GroupValue]) -> Cells {
  if values.contains(where: { if case .decimal = $0 { true } else { false } }) {
    return .decimals(
      values.map { value in
        switch value {
        case .integer(let number): Double(number)
        case .decimal(let number): number
        case .missing, .day, .weekday, .hour, .text, .video: nil
        }
      })
  }
  return .integers(values.map { if case .integer(let number) = $0 { number } else { nil } })
}

/// Titles in place of ids, where titles are loaded.
private func titles(_ values: [GroupValue], _ facts: VideoFacts) -> [String?]? {
  guard case .texts(let column)? = facts.dataset.videos?.columns["title"] else { return nil }
  return values.map { value in
    guard case .video(let code) = value, code < column.validity.count else { return nil }
    return column[code]
  }
}

extension PlannedItem {
  /// What people read above a column that stands behind the item it belongs to; nil for the name.
  fileprivate var header: String? {
    switch content {
    case .formula, .coverage: nil
    case .before: "before"
    case .change: "change"
    case .changeRate: "change %"
    case .share: "share"
    }
  }
}

private func itemColumn(_ item: PlannedItem, _ series: Series, header: String?) -> ResultColumn {
  var type = item.type
  if type == .count, case .decimals = series.values { type = .number }
  return ResultColumn(
    name: item.name, header: header, part: .item, type: type, cells: series.cells, origins: item.origins)
}

extension Series {
  fileprivate var cells: Cells {
    switch values {
    case .integers(let values): .integers(values.indices.map { present[$0] ? values[$0] : nil })
    case .decimals(let values): .decimals(values.indices.map { present[$0] ? values[$0] : nil })
    }
  }
}
