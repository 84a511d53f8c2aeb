import TallyLanguage
import TallyPlan
import TallyPrivacy

/// The amounts of an answer that runs along time, for the bars beside them and the line below.
struct TimeSeries: Sendable, Hashable {
  /// Index of the column whose amounts these are.
  let column: Int
  /// One a data row, in order of time; nil where missing.
  let amounts: [Double?]

  /// The series of the first amount, where the one group is a bucket of time and at least two rows ascend; else nil.
  init?(_ released: Released<ResultTable>) {
    let table = released.result
    let groups = table.columns.filter { $0.part == .group }
    guard groups.count == 1, case .days(let days) = groups[0].cells,
      let column = table.columns.firstIndex(where: { $0.part == .item && $0.isNumeric })
    else { return nil }
    let rows = table.rows.indices.filter { table.rows[$0] == .data }
    guard rows.count >= 2, rows == Array(0..<rows.count) else { return nil }
    // Undated rows stand last, under the dated ones: they are no part of the line of time.
    let dated = rows.compactMap { days[$0] }
    guard dated.count >= 2, rows.prefix(dated.count).allSatisfy({ days[$0] != nil }),
      zip(dated, dated.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.column = column
    amounts = dated.indices.map { table.columns[column].amount($0) }
    guard amounts.contains(where: { $0 != nil }) else { return nil }
  }

  /// A bar a row, at most `width` columns wide, scaled to the largest amount; missing is blank, zero a thin mark.
  ///
  /// An amount below zero is drawn shaded (`░`, in ASCII `-`), so that it is not taken for one above.
  func bars(width: Int, unicode: Bool) -> [String] {
    let largest = amounts.reduce(0.0) { max($0, $1?.magnitude ?? 0) }
    return amounts.map { amount in
      guard let amount else { return "" }
      let share = largest > 0 ? amount.magnitude / largest : 0
      return unicode
        ? bar(share, width, isNegative: amount < 0) : plainBar(share, width, isNegative: amount < 0)
    }
  }

  /// One character an amount, `▁` for the lowest (0 where none is below) to `█` for the highest; missing is a space.
  func sparkline(unicode: Bool) -> String {
    let steps: [Character] =
      unicode ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : ["_", ".", ":", "-", "=", "+", "*", "#"]
    let low = amounts.reduce(0.0) { min($0, $1 ?? 0) }
    let high = amounts.reduce(0.0) { max($0, $1 ?? 0) }
    // Halves, because the span of two extreme amounts may be more than a number holds.
    let span = high / 2 - low / 2
    return String(
      amounts.map { amount -> Character in
        guard let amount else { return " " }
        let share = span > 0 ? (amount / 2 - low / 2) / span : 0
        return steps[min(steps.count - 1, max(0, Int((share * 7).rounded())))]
      })
  }

  private func bar(_ share: Double, _ width: Int, isNegative: Bool) -> String {
    if isNegative { return String(repeating: "░", count: max(1, Int((share * Double(width)).rounded()))) }
    let eighths: [String] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let count = max(1, Int((share * Double(width * 8)).rounded()))
    return String(repeating: "█", count: count / 8) + eighths[count % 8]
  }

  private func plainBar(_ share: Double, _ width: Int, isNegative: Bool) -> String {
    let count = Int((share * Double(width)).rounded())
    return count == 0 ? "." : String(repeating: isNegative ? "-" : "#", count: count)
  }
}
