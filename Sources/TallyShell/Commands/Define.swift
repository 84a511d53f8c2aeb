import TallyLanguage
import TallyPlan
import TallyPrivacy

extension Session {
  /// `define metric | group | label | report NAME = ...`.
  ///
  /// The definition is kept as a tree and looked up when a query runs, so it may name what is loaded or defined later.
  /// - Returns: what to tell where it replaces a definition or a built-in rate.
  /// - Throws: the refusal of what is defined (P106, P202, P403); D002 a cycle, D003 a name that a column or Tally itself has, D006 a name of another kind of definition,
  ///   D007 a name in brackets, D012 a definition that leans on too many others.
  mutating func define(_ definition: Definition, in source: SourceText) throws(Failure) -> String? {
    var changed = self
    let note: String?
    do throws(Diagnostic) {
      note = try changed.keep(definition, in: source)
    } catch {
      throw .diagnostics([error])
    }
    if let refused = changed.refusal(of: definition) {
      throw Failure(refused, rewritesThatRun: rewritesThatRun)
    }
    self = changed
    return note
  }

  private mutating func keep(_ definition: Definition, in source: SourceText) throws(Diagnostic) -> String? {
    let name = definition.name
    let kind = definition.body.kind
    try checkNew(name, kind)
    var changed = definitions
    switch definition.body {
    case .metric(let expression): changed.define(metric: name.text, as: expression)
    case .group(let condition): changed.define(group: name.text, as: condition)
    case .label(let cases): changed.define(label: name.text, as: cases)
    case .report(let question):
      changed.define(report: name.text, as: SavedReport(question: question, source: source))
    }
    try changed.checkCycles(from: name)
    try changed.checkSizes(after: name)
    let replaces = definitions.kind(of: name.text) != nil
    definitions = changed
    if replaces { return Self.redefined(name) }
    return isBuiltInRate(name) ? Self.replacesBuiltInRate(name) : nil
  }

  /// The refusal that asking what is defined would get with what is known now, so that no text of a refused question is
  /// kept under a name; nil where it may be asked.
  private func refusal(of definition: Definition) -> RefusedQuestion? {
    let saves = Item(expression: .reference(Reference(name: Name("saves"))))
    func asked(_ condition: Condition?) -> Query {
      var query = Query(items: [saves], span: definition.name.span)
      query.condition = condition
      return query
    }
    let queries: [Query]
    switch definition.body {
    case .metric(let expression): queries = [Query(items: [Item(expression: expression)])]
    case .group(let condition): queries = [asked(condition)]
    case .label(let cases): queries = cases.map { asked($0.condition) }
    case .report(let question):
      if case .report(let asked) = question.body { queries = asked } else { queries = [] }
    }
    for query in queries {
      let filled = (try? query.filled(with: parameters)) ?? query
      do throws(AnalysisFailure) {
        _ = try analyze(filled, in: context(nil))
      } catch .refusal(let refused) {
        return refused
      } catch {
        continue
      }
    }
    return nil
  }

  /// Whether a name is free for a definition of a kind.
  private func checkNew(_ name: Name, _ kind: DefinitionKind) throws(Diagnostic) {
    if name.isBracketed { throw .bracketedDefinition(name) }
    if tables.catalog.tables.contains(where: { $0.column(name) != nil }) { throw .shadowsColumn(name) }
    if StandardCatalog.column(named: name.text)?.meaning == .audienceDimension {
      throw .shadowsBuiltIn(name, .audienceDimension)
    }
    if AnalysisContext.videoCountNames.contains(name.text) {
      throw .shadowsBuiltIn(name, .videoCount)
    }
    if kind != .metric, isBuiltInRate(name) { throw .shadowsBuiltIn(name, .rate) }
    if let other = definitions.kind(of: name.text), other != kind {
      throw .definedAsAnother(name, other, not: kind)
    }
  }

  private func isBuiltInRate(_ name: Name) -> Bool {
    StandardCatalog.rates.contains { $0.rate == name.text }
  }
}

extension Definition.Body {
  fileprivate var kind: DefinitionKind {
    switch self {
    case .metric: .metric
    case .group: .group
    case .label: .label
    case .report: .report
    }
  }
}
