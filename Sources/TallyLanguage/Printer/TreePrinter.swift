/// The syntax tree of a statement, one node a line, each set in by two spaces below the node that it belongs to.
///
/// It shows how a sentence was read, before any name in it was looked up.
package func tree(_ statement: Statement) -> [String] { TreeNode(statement).lines }

/// One node of a tree to be shown.
private struct TreeNode {
  let label: String
  var children: [TreeNode] = []

  init(_ label: String, _ children: [TreeNode] = []) {
    self.label = label
    self.children = children
  }

  var lines: [String] { [label] + children.flatMap(\.lines).map { "  " + $0 } }
}

private let printer = QueryPrinter()

// MARK: Statements

extension TreeNode {
  init(_ statement: Statement) {
    switch statement {
    case .question(let question): self.init("question", Self.parts(of: question))
    case .explain(let question): self.init("explain", Self.parts(of: question))
    case .define(let definition): self.init(definition)
    case .assert(let assertion):
      let check: TreeNode =
        switch assertion.check {
        case .noRows: TreeNode("no rows")
        case .comparison(let comparison, let literal):
          TreeNode(comparison.rawValue, [TreeNode(literal.value)])
        }
      self.init("assert", [TreeNode(assertion.query), check])
    case .param(let binding): self.init("param", [TreeNode(binding)])
    case .run(let run):
      let target: TreeNode =
        switch run.target {
        case .report(let name): TreeNode("report \(printer.text(name))")
        case .script(let path): TreeNode("script \(printer.quoted(path.value))")
        }
      self.init("run", [target] + run.arguments.map { TreeNode($0) })
    case .load, .column, .set, .expect, .show, .print, .help: self.init(printer.text(statement))
    }
  }

  private init(_ definition: Definition) {
    let name = printer.text(definition.name)
    switch definition.body {
    case .metric(let expression): self.init("define metric \(name)", [TreeNode(expression)])
    case .group(let condition): self.init("define group \(name)", [TreeNode(condition)])
    case .label(let cases):
      self.init(
        "define label \(name)",
        cases.map { arm in
          let text = printer.quoted(arm.label.value)
          return TreeNode(
            arm.condition == nil ? "else \(text)" : text, arm.condition.map { [TreeNode($0)] } ?? [])
        })
    case .report(let question): self.init("define report \(name)", Self.parts(of: question))
    }
  }

  private init(_ binding: Binding) {
    let value: TreeNode =
      switch binding.value {
      case .range(let range): TreeNode(range)
      case .literal(let literal): TreeNode(literal)
      }
    self.init(printer.text(binding.name), [value])
  }

  private static func parts(of question: Question) -> [TreeNode] {
    let body =
      switch question.body {
      case .report(let queries):
        queries.count == 1
          ? queries.map { TreeNode($0) } : [TreeNode("beside", queries.map { TreeNode($0) })]
      case .analysis(let analysis): [TreeNode(analysis)]
      }
    return body + (question.destination.map { [TreeNode("into \(printer.quoted($0.value))")] } ?? [])
  }
}

// MARK: Queries

extension TreeNode {
  private init(_ query: Query) {
    var parts = query.items.map { item in
      TreeNode(item.alias.map { "item as \(printer.text($0))" } ?? "item", [TreeNode(item.expression)])
    }
    parts += Self.scope(query.by, query.condition, query.range)
    if let versus = query.versus {
      switch versus.value {
      case .previous: parts.append(TreeNode("vs previous"))
      case .yearAgo: parts.append(TreeNode("vs year ago"))
      case .range(let range): parts.append(TreeNode("vs", [TreeNode(range)]))
      }
    }
    if let having = query.having { parts.append(TreeNode("having", [TreeNode(having)])) }
    if !query.sort.isEmpty { parts.append(TreeNode("sort by", query.sort.map { TreeNode($0) })) }
    if let top = query.top { parts.append(TreeNode(printer.text(top.value))) }
    if !query.extras.isEmpty {
      parts.append(TreeNode("with", query.extras.map { TreeNode($0.value.rawValue) }))
    }
    if let missing = query.missing { parts.append(TreeNode("missing as \(missing.value.rawValue)")) }
    self.init("query", parts)
  }

  private init(_ analysis: Analysis) {
    var parts: [TreeNode]
    let label: String
    switch analysis.kind {
    case .correlate(let subject, let others):
      (label, parts) = ("correlate", ([subject] + others).map { TreeNode($0) })
    case .compare(let subject, let held):
      (label, parts) = ("compare", [TreeNode(subject)])
      if !held.isEmpty { parts.append(TreeNode("holding", held.map { TreeNode($0.value) })) }
    case .trend(let subject): (label, parts) = ("trend", [TreeNode(subject)])
    case .quadrants(let first, let second):
      (label, parts) = ("quadrants", [TreeNode(first), TreeNode(second)])
    }
    parts += Self.scope(analysis.by, analysis.condition, analysis.range)
    if let top = analysis.top { parts.append(TreeNode(printer.text(top.value))) }
    self.init(label, parts)
  }

  private static func scope(
    _ by: [Located<Dimension>], _ condition: Condition?, _ range: Located<WrittenRange>?
  ) -> [TreeNode] {
    var parts: [TreeNode] = []
    if !by.isEmpty { parts.append(TreeNode("by", by.map { TreeNode($0.value) })) }
    if let condition { parts.append(TreeNode("where", [TreeNode(condition)])) }
    if let range { parts.append(TreeNode("during", [TreeNode(range.value)])) }
    return parts
  }

  private init(_ dimension: Dimension) {
    switch dimension {
    case .time(let grain, .activity): self.init("time \(grain.rawValue)")
    case .time(let grain, .posted): self.init("time \(grain.rawValue) posted")
    case .time(let grain, .sincePosted): self.init("time \(grain.rawValue) since posted")
    case .video: self.init("video")
    case .name: self.init("name \(printer.text(dimension))")
    }
  }

  private init(_ key: SortKey) {
    let direction: String =
      switch key.direction {
      case .ascending: "ascending"
      case .descending: "descending"
      case nil: "key"
      }
    switch key.subject {
    case .expression(let expression): self.init(direction, [TreeNode(expression)])
    case .video: self.init(direction, [TreeNode("video")])
    case .time(let grain, let clock): self.init(direction, [TreeNode(Dimension.time(grain, clock))])
    }
  }

  private init(_ range: WrittenRange) {
    switch range {
    case .last, .this, .points(_, to: nil): self.init("range \(printer.text(range))")
    case .points(let first, to: let last?):
      self.init(
        "range", [TreeNode("from \(printer.text(first.value))"), TreeNode("to \(printer.text(last.value))")])
    }
  }
}

// MARK: Expressions and conditions

extension TreeNode {
  private init(_ expression: Expression) {
    switch expression {
    case .number(let number): self.init("number \(number.value.text)")
    case .percent(let number): self.init("percent \(printer.percent(number.value))")
    case .reference(let reference): self.init(reference)
    case .negated(let inner, _): self.init("-", [TreeNode(inner)])
    case .binary(let operation, let left, let right, _):
      self.init(operation.rawValue, [TreeNode(left), TreeNode(right)])
    case .perNumber(let left, let number, let right, _):
      self.init("per \(number.value.text)", [TreeNode(left), TreeNode(right)])
    case .aggregate(let function, let inner, let each, _):
      self.init("\(printer.text(function.value)) per \(each.value.rawValue)", [TreeNode(inner)])
    case .window(.running, let inner, _): self.init("running", [TreeNode(inner)])
    case .window(.rolling(let period), let inner, _):
      self.init("rolling \(printer.text(period.value))", [TreeNode(inner)])
    }
  }

  private init(_ reference: Reference) { self.init("name \(printer.text(reference))") }

  private init(_ condition: Condition) {
    switch condition {
    case .all(let parts): self.init("and", parts.map { TreeNode($0) })
    case .any(let parts): self.init("or", parts.map { TreeNode($0) })
    case .not(let inner): self.init("not", [TreeNode(inner)])
    case .postedDuring(let range): self.init("posted during", [TreeNode(range.value)])
    case .posted, .postedMissing: self.init(printer.text(condition))
    case .test(let operand, let check, _):
      guard let check else {
        self = TreeNode(operand)
        return
      }
      self.init(check, of: TreeNode(operand))
    }
  }

  private init(_ check: Check, of operand: TreeNode) {
    switch check {
    case .comparison(let comparison, let value):
      self.init(comparison.rawValue, [operand, TreeNode(value)])
    case .between(let low, let high): self.init("between", [operand, TreeNode(low), TreeNode(high)])
    case .isIn(let list): self.init("in", [operand] + list.map { TreeNode($0.value) })
    case .contains(let part): self.init("contains", [operand, TreeNode(Literal.text(part.value))])
    case .startsWith(let part): self.init("starts with", [operand, TreeNode(Literal.text(part.value))])
    case .missing(let isMissing): self.init(isMissing ? "is missing" : "is not missing", [operand])
    }
  }

  private init(_ operand: Operand) {
    switch operand {
    case .video: self.init("video")
    case .reference(let reference): self.init(reference)
    case .ratio(let left, let right): self.init("/", [TreeNode(left), TreeNode(right)])
    case .perNumber(let left, let number, let right):
      self.init("per \(number.value.text)", [TreeNode(left), TreeNode(right)])
    }
  }

  private init(_ value: Value) {
    switch value {
    case .literal(let literal): self.init(literal.value)
    case .operand(let operand): self.init(operand)
    case .benchmark(let function): self.init("benchmark \(printer.text(function.value))")
    }
  }

  private init(_ literal: Literal) {
    let kind: String =
      switch literal {
      case .number: "number"
      case .percent: "percent"
      case .duration: "duration"
      case .date: "date"
      case .text: "text"
      case .parameter: "parameter"
      case .truth: "truth"
      }
    self.init("\(kind) \(printer.text(literal))")
  }

  private init(_ condition: RowCondition) {
    switch condition {
    case .all(let parts): self.init("and", parts.map { TreeNode($0) })
    case .any(let parts): self.init("or", parts.map { TreeNode($0) })
    case .not(let inner): self.init("not", [TreeNode(inner)])
    case .test(let expression, let check):
      let subject = TreeNode(expression)
      switch check {
      case .comparison(let comparison, let value):
        self.init(comparison.rawValue, [subject, TreeNode(value)])
      case .between(let low, let high): self.init("between", [subject, TreeNode(low), TreeNode(high)])
      case .missing(let isMissing): self.init(isMissing ? "is missing" : "is not missing", [subject])
      }
    }
  }

  private init(_ value: RowValue) {
    switch value {
    case .expression(let expression): self.init(expression)
    case .parameter(let name): self.init(Literal.parameter(name.value))
    case .truth(let truth): self.init(Literal.truth(truth.value))
    }
  }
}
