import TallyLanguage
import TallyPrivacy

// Which of the loaded tables of an audience answers.
extension Analyzer {
  /// The breakdown that has all dimensions and numbers asked for; without dimensions, the newest one, counts before shares.
  ///
  /// - Throws: C030 where no file has a dimension, C031 where no one file has all of them, C035 where none has a number,
  ///   C037 where numbers of people stand beside views.
  func audienceTable(
    by dimensions: [(name: String, span: SourceSpan)], _ columns: [(name: String, span: SourceSpan)]
  ) throws(Diagnostic) -> CatalogTable {
    let tables = catalog.tables.filter { $0.role == .audience }
    let loaded = tables.flatMap(\.columns).filter { $0.handle.meaning == .audienceDimension }.map(\.name)
    if let lacking = dimensions.first(where: { !loaded.contains($0.name) }) {
      throw .audienceNotLoaded(lacking.name, loaded: loaded, at: lacking.span)
    }
    let split = tables.filter { table in
      dimensions.allSatisfy { table.column(named: $0.name) != nil }
    }
    let fitting = split.filter { table in columns.allSatisfy { table.column(named: $0.name) != nil } }
    let newest = fitting.max { left, right in
      if left.isApproximate != right.isApproximate { return left.isApproximate }
      return (left.days?.upperBound ?? Day(number: .min)) < (right.days?.upperBound ?? Day(number: .min))
    }
    if let newest { return newest }
    if split.isEmpty {
      throw .dimensionsApart(dimensions.map(\.name), at: dimensions.last?.span ?? query.span)
    }
    throw numbersApart(columns, in: split)
  }

  /// Why no one of the tables that are split so has all numbers that are asked for.
  private func numbersApart(
    _ columns: [(name: String, span: SourceSpan)], in tables: [CatalogTable]
  ) -> Diagnostic {
    let dimensions = tables.first?.dimensions ?? []
    let has = tables.flatMap(\.columns).filter { $0.handle.meaning != .audienceDimension }.map(\.name)
    guard let lacking = columns.first(where: { !has.contains($0.name) }) else {
      return .peopleBesideViews(
        columns.map(\.name), by: dimensions, at: columns.last?.span ?? query.span)
    }
    return .numberNotOfAudience(lacking.name, by: dimensions, has: has, at: lacking.span)
  }
}

extension AnalysisContext {
  /// The breakdown, where the query is about one or no other table has the columns.
  func audienceChoice(for columns: [String], countingVideos: Bool, needs: TableNeeds) -> TableChoice? {
    func hasAll(_ table: CatalogTable) -> Bool {
      columns.allSatisfy { table.column(named: $0) != nil }
    }
    guard !countingVideos, !columns.isEmpty, let table = catalog[.audience], hasAll(table),
      needs.audience || !catalog.tables.contains(where: { $0.role != .audience && hasAll($0) })
    else { return nil }
    return TableChoice(role: .audience, timeline: .activity, readsActivityAsPosted: false)
  }
}

extension CatalogTable {
  /// The dimensions of a breakdown, ascending.
  var dimensions: [String] {
    columns.filter { $0.handle.meaning == .audienceDimension }.map(\.name).sorted()
  }
}
