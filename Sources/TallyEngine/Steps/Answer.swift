import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Lays the shown rows out as the columns of a result.
func answer(
  _ plan: Plan, _ parts: [SourceRows], _ facts: VideoFacts, _ space: GroupSpace, _ items: [Series],
  _ shown: [Int],
  _ summary: Summary
) -> ResultTable {
  var rows = [RowKind](repeating: .data, count: shown.count)
  if summary.others != nil { rows.append(.others) }
  if plan.extras.total { rows.append(.total) }
  let extraRows = rows.count - shown.count

  var columns: [ResultColumn] = []
  for (index, group) in plan.groups.enumerated() {
    let values = shown.map { space.groups[$0][index] } + [GroupValue](repeating: .missing, count: extraRows)
    columns.append(groupColumn(group, values, facts))
  }
  for (index, item) in plan.items.enumerated() where item.isShown {
    let extras = [summary.others?[index], plan.extras.total ? summary.total?[index] : nil].compactMap { $0 }
    let series = items[index].rows(shown).appending(extras)
    columns.append(itemColumn(item, series))
    if item.hasShare, let whole = summary.total?[index] {
      columns.append(shareColumn(item, series, of: whole))
    }
  }
  return ResultTable(
    columns: columns, rows: rows, heading: plan.heading,
    notes: notes(plan, parts, facts, space, shown: shown),
    marksRows: plan.extras.total || plan.extras.others)
}

private func groupColumn(_ group: Group, _ values: [GroupValue], _ facts: VideoFacts) -> ResultColumn {
  let cells: Cells
  var display: [String?]?
  var origins: [ColumnHandle] = []
  switch group.key {
  case .attribute(let handle), .rowAttribute(let handle), .tags(let handle): origins = [handle]
  case .time, .video: break
  }
  switch group.type {
  case .date:
    cells = .days(values.map { if case .day(let day) = $0 { Day(number: day) } else { nil } })
  case .weekday, .hour, .count:
    cells = .integers(
      values.map { value in
        switch value {
        case .weekday(let number), .hour(let number): Int64(number)
        case .missing, .day, .text, .video, .integer, .decimal: nil
        }
      })
  case .number, .seconds, .rate: cells = numberCells(values)
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

private func itemColumn(_ item: PlannedItem, _ series: Series) -> ResultColumn {
  var type = item.type
  if type == .count, case .decimals = series.values { type = .number }
  return ResultColumn(name: item.name, part: .item, type: type, cells: series.cells, origins: item.origins)
}

private func shareColumn(_ item: PlannedItem, _ series: Series, of whole: Series) -> ResultColumn {
  let total = whole.present[0] ? whole.decimals[0] : 0
  let values = series.decimals
  let cells = series.present.indices.map { row in
    series.present[row] && total != 0 ? values[row] / total : nil
  }
  return ResultColumn(
    name: item.name + "_share", part: .item, type: .rate, cells: .decimals(cells), origins: item.origins)
}

extension Series {
  /// The numbers of some rows, in their order.
  fileprivate func rows(_ rows: [Int]) -> Series {
    let kept = rows.map { present[$0] }
    return switch values {
    case .integers(let values): Series(.integers(rows.map { values[$0] }), present: kept)
    case .decimals(let values): Series(.decimals(rows.map { values[$0] }), present: kept)
    }
  }

  /// The first number of each further series, put behind.
  fileprivate func appending(_ others: [Series]) -> Series {
    others.reduce(self) { series, other in
      let present = series.present + [other.present[0]]
      if case .integers(let left) = series.values, case .integers(let right) = other.values {
        return Series(.integers(left + [right[0]]), present: present)
      }
      return Series(.decimals(series.decimals + [other.decimals[0]]), present: present)
    }
  }

  fileprivate var cells: Cells {
    switch values {
    case .integers(let values): .integers(values.indices.map { present[$0] ? values[$0] : nil })
    case .decimals(let values): .decimals(values.indices.map { present[$0] ? values[$0] : nil })
    }
  }
}
