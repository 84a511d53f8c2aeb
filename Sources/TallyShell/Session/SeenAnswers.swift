import TallyPlan
import TallyPrivacy

extension Released<ResultTable> {
  /// The lines of a number: as itself and as a share of the total beside it, or as worked out again from a part of it.
  func seen(
    _ number: String, asked question: AuditQuestion, of dimensions: [String]
  ) -> [SeenAnswer] {
    let groups = result.columns.filter {
      $0.part == .group && $0.origins.first?.meaning == .audienceDimension
    }
    func item(_ name: String) -> [Double?]? {
      result.columns.first { $0.part == .item && $0.name == name }?.cells.numbers
    }
    /// What rounding of decimals hides is a little of the largest.
    func answer(_ attack: AttackKind, _ values: [Double?], isExact: Bool) -> SeenAnswer {
      let slack = isExact ? 0 : 1e-6 * max(1, values.compactMap { $0 }.max() ?? 0)
      let rows = result.rows
      let lines = rows.indices.compactMap { row -> SeenAnswer.Line? in
        values[row].map {
          SeenAnswer.Line(
            rows[row].seen(isWhole: groups.isEmpty), labels: groups.map { $0.cells.text(row) }, value: $0,
            slack: slack)
        }
      }
      return SeenAnswer(
        attack, number: number, by: groups.compactMap { $0.origins.first?.name }, lines: lines)
    }
    func product(_ left: [Double?], _ right: [Double?]) -> [Double?] {
      zip(left, right).map { left, right in left.flatMap { left in right.map { left * $0 } } }
    }
    switch question.reading {
    case .tenth:
      return item("part").map { [answer(question.attack, $0.map { $0.map { $0 * 10 } }, isExact: false)] }
        ?? []
    case .ratio(let other):
      guard let part = item("part"), let whole = item(other) else { return [] }
      return [answer(question.attack, product(part, whole), isExact: false)]
    case .number:
      guard let values = item(number) else { return [] }
      var seen = [answer(question.attack, values, isExact: true)]
      let total = result.rows.indices.first { result.rows[$0] == .total }.flatMap { values[$0] }
      if let shares = item("\(number)_share"), let total {
        seen.append(answer(.shareOfTotal, shares.map { $0.map { $0 * total } }, isExact: false))
      }
      return seen
    }
  }
}

extension RowKind {
  fileprivate func seen(isWhole: Bool) -> SeenAnswer.Row {
    switch self {
    case .data: isWhole ? .total : .group
    case .others: .others
    case .total: .total
    }
  }
}

extension Cells {
  fileprivate func text(_ row: Int) -> String? {
    if case .texts(let cells) = self { cells[row] } else { nil }
  }

  fileprivate var numbers: [Double?] {
    switch self {
    case .integers(let cells): cells.map { $0.map(Double.init) }
    case .decimals(let cells): cells
    case .texts(let cells): cells.map { _ in nil }
    case .days(let cells): cells.map { _ in nil }
    }
  }
}
