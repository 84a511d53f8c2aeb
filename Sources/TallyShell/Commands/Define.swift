import TallyLanguage
import TallyPlan

extension Session {
  /// `define metric NAME = expression`; groups, labels and reports are not built yet.
  ///
  /// The definition is kept as a tree and looked up when a query runs, so it may name what is loaded later.
  /// - Returns: what to tell where it replaces a definition or a built-in rate.
  /// - Throws: D002 a cycle, D003 a name that a column has, Q900.
  mutating func define(_ definition: Definition, in source: SourceText) throws(Diagnostic) -> String? {
    switch definition.body {
    case .group: throw .notBuiltYet("`define group`", at: definition.name.span)
    case .label: throw .notBuiltYet("`define label`", at: definition.name.span)
    case .report: throw .notBuiltYet("`define report`", at: definition.name.span)
    case .metric(let expression):
      let name = definition.name
      if tables.catalog.tables.contains(where: { $0.column(name) != nil }) || name.text == "videos" {
        throw .shadowsColumn(name)
      }
      var changed = definitions
      changed.define(metric: name.text, as: expression)
      try changed.checkCycles(from: name)
      let replaces = definitions.metrics[name.text] != nil
      let hides = StandardCatalog.rates.contains { $0.rate == name.text }
      definitions = changed
      if replaces { return "`\(name.text)` is redefined." }
      return hides ? "`\(name.text)` now means this, in place of the built-in rate." : nil
    }
  }
}
