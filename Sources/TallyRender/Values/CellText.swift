import TallyLanguage
package import TallyPlan
package import TallyPrivacy

/// One cell as machine formats write it.
enum MachineValue: Sendable, Hashable {
  case missing
  case text(String)
  /// A number in digits that JSON accepts, without separators.
  case number(String)
}

extension ResultColumn {
  /// Whether cells stand at the trailing edge: amounts do, and names of groups do not.
  var isNumeric: Bool {
    switch (type, cells) {
    case (.count, .integers), (.number, .integers), (.rate, .integers), (.seconds, .integers),
      (.points, .integers), (.change, .integers):
      true
    case (_, .decimals): true
    case (.text, .integers), (.date, .integers), (.weekday, .integers), (.hour, .integers), (_, .texts),
      (_, .days):
      false
    }
  }

  /// Whether cells are words, of any length.
  var isText: Bool {
    if case .texts = cells { true } else { display != nil }
  }

  /// The cell of a row for people, not yet made safe; nil where it is missing.
  func humanText(_ row: Int, decimals: Int? = nil) -> String? {
    if let display, row < display.count, let text = display[row] { return text }
    switch cells {
    case .texts(let cells): return cells[row]
    case .days(let cells): return cells[row].map { humanText(ofDay: $0) }
    case .integers(let cells): return cells[row].map { humanText(ofInteger: $0, decimals: decimals) }
    case .decimals(let cells):
      return cells[row].flatMap { $0.isFinite ? humanText(ofDecimal: $0, decimals: decimals) : nil }
    }
  }

  /// The cell of a row as machine formats write it: ids in place of titles, the first day of a bucket, full precision.
  func machineValue(_ row: Int) -> MachineValue {
    switch cells {
    case .texts(let cells): cells[row].map(MachineValue.text) ?? .missing
    case .days(let cells): cells[row].map { .text($0.description) } ?? .missing
    case .integers(let cells):
      cells[row].map { type == .weekday ? .text(weekdayName($0)) : .number(String($0)) } ?? .missing
    case .decimals(let cells): cells[row].flatMap { $0.isFinite ? .number($0.description) : nil } ?? .missing
    }
  }

  /// The amount of a row, nil where it is missing or no amount.
  func amount(_ row: Int) -> Double? {
    switch cells {
    case .integers(let cells): cells[row].map(Double.init)
    case .decimals(let cells): cells[row].flatMap { $0.isFinite ? $0 : nil }
    case .texts, .days: nil
    }
  }

  private func humanText(ofInteger value: Int64, decimals: Int?) -> String {
    switch type {
    case .count, .number, .text, .date: Numbers.count(value)
    case .rate: Numbers.rate(Double(value), decimals: decimals)
    case .points: Numbers.points(Double(value), decimals: decimals)
    case .change: Numbers.change(Double(value), decimals: decimals)
    case .seconds: Numbers.duration(Double(value), tenths: false)
    case .weekday: weekdayName(value)
    case .hour: Numbers.padded(value) + ":00"
    }
  }

  private func humanText(ofDecimal value: Double, decimals: Int?) -> String {
    switch type {
    case .rate: Numbers.rate(value, decimals: decimals)
    case .points: Numbers.points(value, decimals: decimals)
    case .change: Numbers.change(value, decimals: decimals)
    case .seconds: Numbers.duration(value, tenths: true)
    case .count, .number, .text, .date, .weekday, .hour: Numbers.decimal(value, decimals: decimals)
    }
  }

  private func humanText(ofDay day: Day) -> String {
    guard case .date(let grain) = type else { return day.description }
    let name = grain.bucketName(from: day)
    return grain == .week ? "\(name) W\(Numbers.padded(Int64(day.isoWeek.week)))" : name
  }
}

/// The English name of a weekday, Monday for 1 to Sunday for 7; any other number as it is.
private func weekdayName(_ number: Int64) -> String {
  let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  return (1...7).contains(number) ? names[Int(number) - 1] : String(number)
}

/// A count as people read it: `12,345`.
package func countText(_ count: Int) -> String { Numbers.count(Int64(count)) }

/// One cell of an answer as people read it; nil where it is missing.
///
/// - Parameter decimals: see `Style.decimals`.
package func cellText(
  _ released: Released<ResultTable>, column: Int, row: Int, decimals: Int? = nil
) -> String? {
  let table = released.result
  guard table.columns.indices.contains(column), table.rows.indices.contains(row) else { return nil }
  return table.columns[column].humanText(row, decimals: decimals).map { SafeText.forPeople($0) }
}
