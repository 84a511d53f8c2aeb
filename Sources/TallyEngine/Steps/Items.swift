import TallyLanguage
import TallyPlan

/// The numbers of every item, a row each, and which of them `missing as` filled.
struct ItemColumns {
  /// One series an item, in the order of the plan.
  var series: [Series]
  /// Beside `series`; nil where nothing was filled.
  var filled: [[Bool]?]
}

/// Works every item of a plan out: its own numbers, the earlier ones, changes and shares.
///
/// - Parameters:
///   - earlier: the earlier side, where the plan compares.
///   - isLoaded: whether any day that an item's row is compared with is loaded, asked with source and row.
///   - whole: the numbers of everything kept, for shares; nil for that row itself.
///   - coverage: the part of what was expected that has data, a row each.
///   - fill: fills missing cells of an item and tells which; called before anything is made of them. Zeros go into those
///     rows only that it is given.
/// - Returns: one series an item, in the order of the plan.
/// - Throws: N001.
func columns(
  of plan: Plan, _ current: [Arrangement], earlier: [Arrangement]?, _ facts: VideoFacts,
  isLoaded: (Int, Int) -> Bool, whole: [Series]?, coverage: () -> Series,
  fill: (inout Series, PlannedItem, [Bool]?) -> [Bool]?
) throws(Diagnostic) -> ItemColumns {
  func ready(_ arrangements: [Arrangement]) throws(Diagnostic) -> [Arrangement] {
    var ready: [Arrangement] = []
    for (source, arrangement) in arrangements.enumerated() {
      let formulas = plan.items.filter { $0.source == source }.compactMap(\.formula)
      ready.append(try arrangement.ready(for: formulas, of: plan, facts))
    }
    return ready
  }
  let current = try ready(current)
  let earlier = try earlier.map(ready)
  var columns = ItemColumns(series: [], filled: [])
  for item in plan.items {
    var series: Series
    var filled: [Bool]?
    switch item.content {
    case .formula(let formula):
      series = try compute(formula, of: plan, current[item.source], facts)
      filled = fill(&series, item, nil)
    case .before(let value):
      guard let earlier, case .formula(let formula) = plan.items[value].content else {
        series = .missing(count: columns.series[value].count)
        break
      }
      series = try compute(formula, of: plan, earlier[item.source], facts)
      let loaded = series.present.indices.map { isLoaded(item.source, $0) }
      for row in loaded.indices where !loaded[row] { series.present[row] = false }
      filled = fill(&series, item, loaded)
    case .change(let value, let before):
      series = try Series.combine(columns.series[value], .subtract, columns.series[before])
    case .changeRate(let value, let before):
      let base = columns.series[before]
      let change = try Series.combine(columns.series[value], .subtract, base)
      series = try Series.combine(change, .divide, base)
      for row in series.present.indices where base.present[row] && base.decimals(row) <= 0 {
        series.present[row] = false
      }
    case .share(let value):
      let total = whole?[value] ?? columns.series[value]
      series = try columns.series[value].share(of: total)
    case .coverage: series = coverage()
    }
    columns.series.append(series)
    columns.filled.append(filled)
  }
  return columns
}

extension PlannedItem {
  fileprivate var formula: Formula? { if case .formula(let formula) = content { formula } else { nil } }
}

extension Series {
  /// Each number as a part of a total: of the only one there is, or of that of the same row.
  fileprivate func share(of total: Series) throws(Diagnostic) -> Series {
    let totals =
      total.count == count ? total : total.repeatingFirst(count: count)
    return try Series.combine(self, .divide, totals)
  }

  private func repeatingFirst(count: Int) -> Series {
    guard let isPresent = present.first else { return .missing(count: count) }
    return Series(
      .decimals([Double](repeating: decimals(0), count: count)),
      present: [Bool](repeating: isPresent, count: count))
  }
}
