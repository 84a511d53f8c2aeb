package import TallyLanguage

extension Located<Literal> {
  /// The number that a literal of `assert` means beside a result of a type, held to the same units as in `having`.
  ///
  /// - Throws: M010 for a unit that does not fit, M011 for text, M012 for a date.
  package func number(
    comparedWith type: ResultType, named name: String
  ) throws(Diagnostic) -> (value: Double, whole: Int64?) {
    let unit: Unit =
      switch type {
      case .rate, .points, .change: .fraction
      case .seconds: .seconds
      case .number: .number
      case .count, .text, .date, .weekday, .hour: .count
      }
    let (value, whole) = try number(comparedWith: ItemType(form: .flow, unit: unit), named: name)
    return (value, whole)
  }
}

extension Comparison {
  /// Whether `left OP right` holds.
  package func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
