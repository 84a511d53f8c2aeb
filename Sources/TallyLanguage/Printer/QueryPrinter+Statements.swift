extension QueryPrinter {
  func text(_ statement: Statement) -> String {
    switch statement {
    case .load(let load): joined(["load \(quoted(load.pattern.value))", load.role.map { "as \(text($0))" }])
    case .column(let column): text(column)
    case .define(let definition): text(definition)
    case .param(let binding): "param \(text(binding))"
    case .set(let setting): "set \(text(setting.name)) = \(text(setting.value.value))"
    case .assert(let assertion): text(assertion)
    case .expect(let expectation): text(expectation)
    case .run(let run): text(run)
    case .show(let show): "show \(text(show))"
    case .explain(let question): "explain \(text(question))"
    case .print(let words): "print \(quoted(words.value))"
    case .help(let topic): joined(["help", topic.map { helpTopic($0.value) }])
    case .question(let question): text(question)
    }
  }

  private func text(_ declaration: ColumnDeclaration) -> String {
    joined([
      "column \(text(declaration.column)) in \(text(declaration.table)) is \(text(declaration.kind))",
      declaration.unit.map { "in \(text($0))" },
    ])
  }

  private func text(_ kind: WrittenKind) -> String {
    switch kind {
    case .counter: "counter"
    case .runningTotal: "running total"
    case .snapshot: "snapshot"
    case .unique: "unique"
    case .rate(let weight): "rate weighted by \(text(weight))"
    case .attribute: "attribute"
    case .tags: "tags"
    case .date: "date"
    case .id: "id"
    }
  }

  private func text(_ definition: Definition) -> String {
    let (word, body): (String, String) =
      switch definition.body {
      case .metric(let expression): ("metric", text(expression))
      case .group(let condition): ("group", text(condition))
      case .label(let cases): ("label", list(cases, text))
      case .report(let question): ("report", text(question))
      }
    return "define \(word) \(text(definition.name)) = \(body)"
  }

  func text(_ arm: Definition.Case) -> String {
    let label = quoted(arm.label.value)
    return arm.condition.map { "\(label) where \(text($0))" } ?? "else \(label)"
  }

  private func text(_ binding: Binding) -> String { "\(text(binding.name)) = \(text(binding.value))" }

  func text(_ value: ParamValue) -> String {
    switch value {
    case .range(let range): text(range)
    case .literal(let literal): text(literal)
    }
  }

  private func text(_ value: Setting.Value) -> String {
    switch value {
    case .number(let number): number.text
    case .percent(let number): percent(number)
    case .date(let date): text(date)
    case .text(let words): quoted(words)
    case .name(let name): name
    }
  }

  private func text(_ assertion: Assertion) -> String {
    switch assertion.check {
    case .noRows: "assert no rows (\(text(assertion.query)))"
    case .comparison(let comparison, let literal):
      "assert (\(text(assertion.query))) \(comparison.rawValue) \(text(literal.value))"
    }
  }

  private func text(_ expectation: Expectation) -> String {
    let outcome =
      switch expectation.outcome {
      case .refusal: "refusal"
      case .error: "error"
      }
    return joined(["expect \(outcome)", expectation.code?.value])
  }

  private func text(_ run: Run) -> String {
    let target =
      switch run.target {
      case .report(let name): text(name)
      case .script(let path): quoted(path.value)
      }
    return joined(["run \(target)", run.arguments.isEmpty ? nil : "with \(list(run.arguments, text))"])
  }

  private func text(_ show: Show) -> String {
    switch show {
    case .tables: "tables"
    case .loads: "loads"
    case .metrics: "metrics"
    case .groups: "groups"
    case .reports: "reports"
    case .settings: "settings"
    case .policy: "policy"
    case .columns(let table): joined(["columns", table.map { "in \(text($0))" }])
    }
  }

  /// A word of the language, a name or a percentile stands bare, any other topic in quotes.
  private func helpTopic(_ topic: String) -> String {
    let isWord = QueryPrinter.isBare(topic) || Word(rawValue: topic) != nil || Lexer.percentile(topic) != nil
    return isWord ? topic : quoted(topic)
  }
}
