import TallyLanguage
import TallyPrivacy

/// A plan as engineers read it: its parts in the order in which they run, one a line, each with its index.
package func lines(of plan: Plan) -> [String] {
  var lines: [String] = []
  for (index, source) in plan.sources.enumerated() {
    var line = "source \(index): \(source.role.rawValue) by \(source.timeline)"
    if let days = source.loadedDays { line += ", loaded \(days.words)" }
    if let days = source.days { line += ", days \(days.words)" }
    if let days = source.earlierDays { line += ", earlier \(days.words)" }
    if !source.runningTotals.isEmpty { line += ", steps of \(source.runningTotals.names)" }
    lines.append(line)
    if let filter = source.filter { lines.append("  filter: \(filter.words)") }
  }
  for (index, group) in plan.groups.enumerated() {
    lines.append("group \(index) \"\(group.name)\": \(group.key.words)")
  }
  for (index, measure) in plan.measures.enumerated() { lines.append("measure \(index): \(measure.words)") }
  for (index, item) in plan.items.enumerated() {
    lines.append(
      "item \(index) \"\(item.name)\"\(item.isShown ? "" : " (hidden)"): \(item.content.words), source \(item.source)"
    )
  }
  if let fill = plan.fill { lines.append("fill: \(fill)") }
  if let comparison = plan.comparison {
    lines.append("compare: \(comparison.step)\(comparison.group.map { " along group \($0)" } ?? "")")
  }
  if let having = plan.having { lines.append("having: \(having.words)") }
  for order in plan.order {
    let key =
      switch order.key {
      case .item(let index): "item \(index)"
      case .group(let index): "group \(index)"
      }
    lines.append("order: \(key) \(order.isDescending ? "descending" : "ascending")")
  }
  if let choice = plan.choice {
    let per = choice.per.map { " for each of group \($0)" } ?? ""
    lines.append("choice: \(choice.isBottom ? "bottom" : "top") \(choice.count)\(per)")
  }
  let extras = [("total", plan.extras.total), ("others", plan.extras.others), ("share", plan.extras.share)]
  let asked = extras.filter(\.1).map(\.0)
  if !asked.isEmpty { lines.append("extras: \(asked.joined(separator: ", "))") }
  lines.append(
    "clock: \(plan.clock.zone.name), weeks from day \(plan.clock.weekStart)\(plan.clock.asOf.map { ", as of \($0)" } ?? "")"
  )
  return lines
}

extension ClosedRange<Day> {
  fileprivate var words: String { "\(lowerBound)...\(upperBound)" }
}

extension [ColumnHandle] {
  fileprivate var names: String { map(\.name).joined(separator: ", ") }
}

extension Group.Key {
  fileprivate var words: String {
    switch self {
    case .time(let grain, let isPosted): "\(grain.rawValue)\(isPosted ? " posted" : "")"
    case .age(let grain): "age in \(grain.rawValue)s"
    case .video: "video"
    case .attribute(let handle): "attribute \(handle.name)"
    case .rowAttribute(let handle): "attribute \(handle.name) of the row"
    case .tags(let handle): "each of \(handle.name)"
    case .steps(let number, let width, let whole):
      "steps of \(whole.map(String.init) ?? "\(width)") of \(number.words)"
    case .label(let label): label.words
    }
  }
}

extension Label {
  fileprivate var words: String {
    let arms = arms.map { arm in "\"\(arm.text)\"\(arm.condition.map { " if \($0.words)" } ?? "")" }
    return "label \(name) (\(arms.joined(separator: "; ")))"
  }
}

extension Measure {
  fileprivate var words: String {
    var words =
      switch aggregation {
      case .sum(let handle): "sum \(handle.name)"
      case .last(let handle): "last \(handle.name)"
      case .largest(let handle): "largest \(handle.name)"
      case .weightedMean(let handle, let weight, _): "mean \(handle.name) by \(weight.name)"
      case .videos: "distinct videos"
      }
    if !required.isEmpty { words += " where \(required.names) present" }
    if let before { words += ", first \(before.words)" }
    if !livedThrough.isEmpty {
      words += ", of videos past \(livedThrough.map(\.words).joined(separator: ", "))"
    }
    return words
  }
}

extension PlannedItem.Content {
  fileprivate var words: String {
    switch self {
    case .formula(let formula): formula.words
    case .before(let item): "item \(item) of the earlier days"
    case .change(let item, let before): "item \(item) - item \(before)"
    case .changeRate(let item, let before): "(item \(item) - item \(before)) / item \(before)"
    case .share(let item): "item \(item) / its total"
    case .coverage: "coverage"
    }
  }
}

extension Formula {
  fileprivate var words: String {
    switch self {
    case .constant(let value, let whole): whole.map(String.init) ?? "\(value)"
    case .measure(let index): "measure \(index)"
    case .negated(let inner): "-(\(inner.words))"
    case .binary(let operation, let left, let right): "(\(left.words) \(operation.rawValue) \(right.words))"
    case .statistic(let function, let inner, let each):
      "\(function.word)[\(inner.words) per \(each.rawValue)]"
    case .window(.running, let inner): "running[\(inner.words)]"
    case .window(.rolling(let count, let unit), let inner):
      "rolling \(count) \(unit.rawValue)[\(inner.words)]"
    }
  }
}

extension VideoFilter {
  fileprivate var words: String {
    switch self {
    case .all(let parts): "(" + parts.map(\.words).joined(separator: " and ") + ")"
    case .any(let parts): "(" + parts.map(\.words).joined(separator: " or ") + ")"
    case .not(let inner): "not \(inner.words)"
    case .text(let subject, .isOne(let values)): "\(subject.words) in \(values)"
    case .text(let subject, .contains(let part)): "\(subject.words) contains \"\(part)\""
    case .text(let subject, .starts(let part)): "\(subject.words) starts with \"\(part)\""
    case .number(let test): "\(test.left.words) \(test.comparison.rawValue) \(test.right.words)"
    case .posted(let days): "posted in \(days.words)"
    case .postedMissing: "posted missing"
    case .missing(.text(let subject)): "\(subject.words) missing"
    case .missing(.number(let number)): "\(number.words) missing"
    }
  }
}

extension VideoFilter.TextSubject {
  fileprivate var words: String {
    switch self {
    case .videoID: "id"
    case .attribute(let handle), .tags(let handle): handle.name
    case .rowAttribute(let handle): "row \(handle.name)"
    case .label(let label): label.words
    }
  }
}

extension VideoNumber {
  fileprivate var words: String {
    switch self {
    case .constant(let value, let whole): whole.map(String.init) ?? "\(value)"
    case .lifetime(let handle): "lifetime \(handle.name)"
    case .days(let measure): "[\(measure.words) over days]"
    case .binary(let operation, let left, let right): "(\(left.words) \(operation.rawValue) \(right.words))"
    case .benchmark(let function, let number, _, _): "\(function.word) of \(number.words)"
    }
  }
}

extension RowFilter {
  fileprivate var words: String {
    switch self {
    case .all(let parts): "(" + parts.map(\.words).joined(separator: " and ") + ")"
    case .any(let parts): "(" + parts.map(\.words).joined(separator: " or ") + ")"
    case .not(let inner): "not \(inner.words)"
    case .comparison(let item, let comparison, .item(let other)):
      "item \(item) \(comparison.rawValue) item \(other)"
    case .comparison(let item, let comparison, .constant(let value, let whole)):
      "item \(item) \(comparison.rawValue) \(whole.map(String.init) ?? "\(value)")"
    case .missing(let item): "item \(item) missing"
    }
  }
}
