extension QueryPrinter {
  /// How tightly an expression holds together, loosest first; see `Grammar/precedence.md`.
  private enum Strength: Int {
    case sum, product, factor
  }

  func text(_ expression: Expression) -> String { text(expression, atLeast: .sum) }

  /// The text of an operand, in parentheses where it holds together less tightly than its place asks for.
  private func text(_ expression: Expression, atLeast needed: Strength) -> String {
    let (text, strength) = written(expression)
    return strength.rawValue < needed.rawValue ? "(\(text))" : text
  }

  private func written(_ expression: Expression) -> (String, Strength) {
    switch expression {
    case .number(let number):
      (number.value.text, .factor)
    case .percent(let number):
      (percent(number.value), .factor)
    case .reference(let reference):
      (text(reference), .factor)
    case .negated(let inner, _):
      ("-\(spaced(text(inner, atLeast: .factor)))", .factor)
    case .binary(let operation, let left, let right, _):
      binary(operation, left, right)
    case .perNumber(let left, let count, let right, _):
      ("\(text(left, atLeast: .product)) per \(count.value.text) \(text(right, atLeast: .factor))", .product)
    case .aggregate(let function, let inner, let each, _):
      ("\(text(function.value)) \(text(inner, atLeast: .factor)) per \(each.value.rawValue)", .factor)
    case .window(.running, let inner, _):
      ("running \(text(inner, atLeast: .factor))", .factor)
    case .window(.rolling(let period), let inner, _):
      ("rolling \(text(period.value)) \(text(inner, atLeast: .factor))", .factor)
    }
  }

  /// Two signs in a row would start a comment.
  private func spaced(_ text: String) -> String { text.hasPrefix("-") ? " " + text : text }

  private func binary(_ operation: Arithmetic, _ left: Expression, _ right: Expression) -> (String, Strength)
  {
    let (own, tighter): (Strength, Strength) =
      switch operation {
      case .add, .subtract: (.sum, .product)
      case .multiply, .divide: (.product, .factor)
      }
    return ("\(text(left, atLeast: own)) \(operation.rawValue) \(text(right, atLeast: tighter))", own)
  }

  func text(_ reference: Reference) -> String {
    joined([text(reference.name), reference.within.map { "within \(text($0.value))" }])
  }

  func text(_ function: AggregateFunction) -> String {
    switch function {
    case .average: "average"
    case .median: "median"
    case .lowest: "lowest"
    case .highest: "highest"
    case .spread: "spread"
    case .percentile(let rank): "p\(rank)"
    }
  }

  // MARK: Conditions

  func text(_ condition: Condition) -> String {
    switch condition {
    case .all(let tests): tests.map(operand).joined(separator: " and ")
    case .any(let tests): tests.map(operand).joined(separator: " or ")
    case .not(let test): "not \(operand(test))"
    case .postedDuring(let range): "posted during \(text(range.value))"
    case .posted(let comparison, let point): "posted \(comparison.rawValue) \(text(point.value))"
    case .postedMissing(let isMissing, _): "posted \(missing(isMissing))"
    case .test(let operand, let check, _): joined([text(operand), check.map(text)])
    }
  }

  /// A part of a larger condition.
  private func operand(_ condition: Condition) -> String {
    switch condition {
    case .all, .any: "(\(text(condition)))"
    case .not, .postedDuring, .posted, .postedMissing, .test: text(condition)
    }
  }

  func text(_ operand: Operand) -> String {
    switch operand {
    case .video: "video"
    case .reference(let reference): text(reference)
    case .ratio(let left, let right): "\(text(left)) / \(text(right))"
    case .perNumber(let left, let count, let right): "\(text(left)) per \(count.value.text) \(text(right))"
    }
  }

  private func text(_ check: Check) -> String {
    switch check {
    case .comparison(let comparison, let value): "\(comparison.rawValue) \(text(value))"
    case .between(let low, let high): "between \(text(low)) and \(text(high))"
    case .isIn(let list): "in (\(self.list(list) { text($0.value) }))"
    case .contains(let part): "contains \(quoted(part.value))"
    case .startsWith(let part): "starts with \(quoted(part.value))"
    case .missing(let isMissing): missing(isMissing)
    }
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .literal(let literal): text(literal.value)
    case .operand(let operand): text(operand)
    case .benchmark(let function): text(function.value)
    }
  }

  private func missing(_ isMissing: Bool) -> String { isMissing ? "is missing" : "is not missing" }

  func text(_ condition: RowCondition) -> String {
    switch condition {
    case .all(let tests): tests.map(operand).joined(separator: " and ")
    case .any(let tests): tests.map(operand).joined(separator: " or ")
    case .not(let test): "not \(operand(test))"
    case .test(let expression, let check): "\(text(expression)) \(text(check))"
    }
  }

  private func operand(_ condition: RowCondition) -> String {
    switch condition {
    case .all, .any: "(\(text(condition)))"
    case .not, .test: text(condition)
    }
  }

  private func text(_ check: RowCheck) -> String {
    switch check {
    case .comparison(let comparison, let value): "\(comparison.rawValue) \(text(value))"
    case .between(let low, let high): "between \(text(low)) and \(text(high))"
    case .missing(let isMissing): missing(isMissing)
    }
  }

  private func text(_ value: RowValue) -> String {
    switch value {
    case .expression(let expression): text(expression)
    case .parameter(let name): "{\(name.value)}"
    case .truth(let truth): truth.value ? "true" : "false"
    }
  }
}
