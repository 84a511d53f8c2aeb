extension Parser {
  /// ```
  /// Define = "define" ( "metric" Name "=" Expr
  ///                   | "group"  Name "=" Condition
  ///                   | "label"  Name "=" Case
  ///                   | "report" Name "=" ( Report | Analysis ) ) .
  /// ```
  mutating func define() throws(Diagnostic) -> Definition {
    if accept(.metric) {
      let name = try definedName()
      return Definition(name: name, body: .metric(try expr()))
    }
    if accept(.group) {
      let name = try definedName()
      return Definition(name: name, body: .group(try condition()))
    }
    if accept(.label) {
      let name = try definedName()
      return Definition(name: name, body: .label(try `case`()))
    }
    try expect(.report)
    let name = try definedName()
    return Definition(name: name, body: .report(try question()))
  }

  private mutating func definedName() throws(Diagnostic) -> Name {
    let name = try name(.new)
    try expect(.equal)
    return name
  }

  /// `Case = STRING Where { "," ( STRING Where | "else" STRING ) } .`.
  mutating func `case`() throws(Diagnostic) -> [Definition.Case] {
    var cases = [try labelledCase()]
    while accept(.comma) {
      let start = current
      if accept(.else) {
        cases.append(Definition.Case(label: try string(.free), condition: nil))
      } else {
        cases.append(try labelledCase())
      }
      checkElseIsLast(cases, start.span)
    }
    return cases
  }

  private mutating func labelledCase() throws(Diagnostic) -> Definition.Case {
    let label = try string(.free)
    try expect(.where)
    return Definition.Case(label: label, condition: try `where`())
  }

  /// `ParamValue = Range | STRING | PERCENT | DURATION | "true" | "false" .`.
  ///
  /// A number that stands alone is a number here: whether it means a year is known where the parameter is used.
  mutating func paramValue() throws(Diagnostic) -> ParamValue {
    if let text = optionalString(.value(of: nil)) { return .literal(.text(text.value)) }
    note(.percent)
    note(.duration)
    if case .percent(let number) = current.kind {
      advance()
      return .literal(.percent(number))
    }
    if case .duration(let number) = current.kind {
      advance()
      return .literal(.duration(number))
    }
    if accept(.true) { return .literal(.truth(true)) }
    if accept(.false) { return .literal(.truth(false)) }
    if case .number(let number) = current.kind, !token(1).isWord(.to) {
      note(.number)
      advance()
      note(.word(.to))
      return .literal(.number(number))
    }
    return .range(try range())
  }
}
