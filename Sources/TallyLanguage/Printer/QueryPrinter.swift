/// Writes a statement as canonical text: clauses in one order, brackets and parentheses only where they are needed.
///
/// Parsing the text gives the same tree, for every tree that the parser makes.
package func print(_ statement: Statement) -> String { QueryPrinter().text(statement) }

/// Writes a query; see `print(_: Statement)`.
package func print(_ query: Query) -> String { QueryPrinter().text(query) }

/// Writes a report or an analysis with its `into`; see `print(_: Statement)`.
package func print(_ question: Question) -> String { QueryPrinter().text(question) }

/// Writes an expression; see `print(_: Statement)`.
package func print(_ expression: Expression) -> String { QueryPrinter().text(expression) }

/// Writes a condition of `where`; see `print(_: Statement)`.
package func print(_ condition: Condition) -> String { QueryPrinter().text(condition) }

/// Writes a condition of `having`; see `print(_: Statement)`.
///
/// The grammar has no parentheses there: a tree that mixes `and` with `or` has no text that parses.
package func print(_ condition: RowCondition) -> String { QueryPrinter().text(condition) }

/// Writes a range of days; see `print(_: Statement)`.
package func print(_ range: WrittenRange) -> String { QueryPrinter().text(range) }

/// Writes a group of `by`; see `print(_: Statement)`.
package func print(_ dimension: Dimension) -> String { QueryPrinter().text(dimension) }

/// Writes a literal; see `print(_: Statement)`.
package func print(_ literal: Literal) -> String { QueryPrinter().text(literal) }

/// Writes the value of a parameter; see `print(_: Statement)`.
package func print(_ value: ParamValue) -> String { QueryPrinter().text(value) }

/// Writes the arms of a label; see `print(_: Statement)`.
package func print(_ cases: [Definition.Case]) -> String {
  let printer = QueryPrinter()
  return printer.list(cases, printer.text)
}

/// Writes a name, in brackets where it needs them.
package func print(_ name: Name) -> String { QueryPrinter().text(name) }

/// Text for each node of the tree; one function a node.
struct QueryPrinter {
  func text(_ question: Question) -> String {
    let body =
      switch question.body {
      case .report(let queries): queries.map(text).joined(separator: " beside ")
      case .analysis(let analysis): text(analysis)
      }
    return joined([body, question.destination.map { "into \(quoted($0.value))" }])
  }

  func text(_ query: Query) -> String {
    joined([
      list(query.items, text),
      by(query.by),
      query.condition.map { "where \(text($0))" },
      query.range.map { "during \(text($0.value))" },
      query.versus.map { "vs \(text($0.value))" },
      query.having.map { "having \(text($0))" },
      query.sort.isEmpty ? nil : "sort by \(list(query.sort, text))",
      query.top.map { text($0.value) },
      query.extras.isEmpty ? nil : "with \(list(query.extras) { $0.value.rawValue })",
      query.missing.map { "missing as \($0.value.rawValue)" },
    ])
  }

  func text(_ item: Item) -> String {
    joined([text(item.expression), item.alias.map { "as \(text($0))" }])
  }

  func text(_ analysis: Analysis) -> String {
    let opening: String
    var holding: String?
    switch analysis.kind {
    case .correlate(let subject, let others):
      opening = "correlate \(text(subject)) with \(list(others, text))"
    case .compare(let subject, let held):
      opening = "compare \(text(subject))"
      holding = held.isEmpty ? nil : "holding \(list(held) { text($0.value) })"
    case .trend(let subject): opening = "trend \(text(subject))"
    case .quadrants(let first, let second): opening = "quadrants \(text(first)) and \(text(second))"
    }
    return joined([
      opening,
      by(analysis.by),
      analysis.condition.map { "where \(text($0))" },
      analysis.range.map { "during \(text($0.value))" },
      analysis.top.map { text($0.value) },
      holding,
    ])
  }

  // MARK: Clauses

  private func by(_ dimensions: [Located<Dimension>]) -> String? {
    dimensions.isEmpty ? nil : "by \(list(dimensions) { text($0.value) })"
  }

  func text(_ dimension: Dimension) -> String {
    switch dimension {
    case .time(let grain, let clock): joined([grain.rawValue, text(clock)])
    case .video: "video"
    case .name(let name, let step): joined([text(name), step.map { "every \(text($0))" }])
    }
  }

  private func text(_ clock: Clock) -> String? {
    switch clock {
    case .activity: nil
    case .posted: "posted"
    case .sincePosted: "since posted"
    }
  }

  private func text(_ step: Step) -> String {
    switch step {
    case .number(let number): number.text
    case .duration(let number): duration(number)
    case .percent(let number): percent(number)
    }
  }

  private func text(_ versus: Versus) -> String {
    switch versus {
    case .previous: "previous"
    case .yearAgo: "year ago"
    case .range(let range): text(range)
    }
  }

  private func text(_ key: SortKey) -> String {
    let subject =
      switch key.subject {
      case .expression(let expression): text(expression)
      case .video: "video"
      case .time(let grain, let clock): joined([grain.rawValue, text(clock)])
      }
    let direction: String? =
      switch key.direction {
      case .ascending: "ascending"
      case .descending: "descending"
      case nil: nil
      }
    return joined([subject, direction])
  }

  func text(_ top: Top) -> String {
    let group: String? = top.per.map {
      switch $0.value {
      case .name(let name): text(name)
      case .grain(let grain): grain.rawValue
      case .video: "video"
      }
    }
    return joined([top.isBottom ? "bottom" : "top", top.count.value.text, group.map { "per \($0)" }])
  }

  // MARK: Time

  func text(_ range: WrittenRange) -> String {
    switch range {
    case .last(let count, let unit):
      joined(["last", count?.value.text, count.map { plural(unit, $0.value) } ?? unit.rawValue])
    case .this(let unit): "this \(unit.rawValue)"
    case .points(let first, let last): joined([text(first.value), last.map { "to \(text($0.value))" }])
    }
  }

  func text(_ point: Point) -> String {
    switch point {
    case .date(let date): text(date)
    case .today: "today"
    case .parameter(let name): "{\(name)}"
    }
  }

  func text(_ date: DateLiteral) -> String {
    switch date {
    case .year(let year): padded(year, 4)
    case .quarter(let year, let quarter): "\(padded(year, 4))-Q\(quarter)"
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .week(let year, let week): "\(padded(year, 4))-W\(padded(week, 2))"
    case .day(let day): day.description
    }
  }

  func text(_ period: Period) -> String { "\(period.count.text) \(plural(period.unit, period.count))" }

  private func plural(_ unit: CalendarUnit, _ count: Number) -> String {
    count.whole == 1 ? unit.rawValue : unit.rawValue + "s"
  }

  private func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  // MARK: Names and values

  /// A bare name where the tree has one and it can stand bare, brackets otherwise.
  func text(_ name: Name) -> String {
    if !name.isBracketed, QueryPrinter.isBare(name.text) { return name.text }
    var content = ""
    for character in name.text.unicodeScalars where character != "\n" {
      content.unicodeScalars.append(character)
      if character == "]" { content.unicodeScalars.append(character) }
    }
    return "[\(content)]"
  }

  /// Whether a text reads back as the bare name that it is.
  static func isBare(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.startsName, text.utf8.allSatisfy(\.continuesName),
      text.utf8.allSatisfy({ $0 == $0.lowercased })
    else { return false }
    return Word(rawValue: text)?.isReserved != true && Lexer.percentile(text) == nil
  }

  func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"", "\\":
        quoted.unicodeScalars.append("\\")
        quoted.unicodeScalars.append(character)
      // A string stands on one line.
      case "\n": quoted.unicodeScalars.append(" ")
      default: quoted.unicodeScalars.append(character)
      }
    }
    return quoted + "\""
  }

  func text(_ literal: Literal) -> String {
    switch literal {
    case .number(let number): number.text
    case .percent(let number): percent(number)
    case .duration(let number): duration(number)
    case .date(let date): text(date)
    case .text(let text): quoted(text)
    case .parameter(let name): "{\(name)}"
    case .truth(let truth): truth ? "true" : "false"
    }
  }

  func percent(_ number: Number) -> String { "\(number.text)%" }

  /// The duration as it was written, or in seconds where it was computed.
  func duration(_ number: Number) -> String {
    number.text.utf8.last?.isDigit == true ? "\(number.text)s" : number.text
  }

  // MARK: Joining

  func joined(_ parts: [String?]) -> String { parts.compactMap { $0 }.joined(separator: " ") }

  func list<Element>(_ elements: [Element], _ text: (Element) -> String) -> String {
    elements.map(text).joined(separator: ", ")
  }
}
