import TallyPlan
package import TallyPrivacy

/// The values of one protected table of an audience, as columns.
package struct AudienceTable: Sendable {
  /// Plain names, ascending.
  package let dimensions: [String]
  package let table: Table

  /// The plain names of its columns, ascending, which tell it from every other open one.
  var names: [String] { table.columns.keys.sorted() }

  package init(_ protected: ProtectedTable) {
    dimensions = protected.dimensions.map(\.name)
    let rows = protected.rows + protected.earlier.flatMap(\.rows)
    var columns: [String: Column] = [:]
    for (place, dimension) in protected.dimensions.enumerated() {
      columns[dimension.name] = .texts(TextColumn(rows.map { $0.labels[place] }))
    }
    if let counted = protected.counted {
      let people = rows.map { $0.people }
      columns[counted.name] = .integers(
        IntegerColumn(people.map { $0 ?? 0 }, validity: Validity(people.map { $0 != nil })))
    }
    if let share = protected.share {
      let shares = rows.map { $0.share }
      columns[share.name] = .decimals(
        DecimalColumn(shares.map { $0 ?? 0 }, validity: Validity(shares.map { $0 != nil })))
    }
    table = Table(rowCount: rows.count, columns: columns, days: ColumnValues(protected.rowDays))
  }

  package init(_ protected: ProtectedExposure) {
    dimensions = protected.dimensions.map(\.name)
    let rows = protected.rows
    let isKnown = Validity(rows.map { _ in true })
    var columns: [String: Column] = [:]
    for (place, dimension) in protected.dimensions.enumerated() {
      columns[dimension.name] = .texts(TextColumn(rows.map { $0.labels[place] }))
    }
    for (place, counted) in protected.counted.enumerated() {
      columns[counted.name] = .integers(IntegerColumn(rows.map { $0.counts[place] }, validity: isKnown))
    }
    if let time = protected.watchTime {
      columns[time.name] = .decimals(DecimalColumn(rows.map(\.seconds), validity: isKnown))
    }
    table = Table(rowCount: rows.count, columns: columns)
  }
}

extension AudienceTable {
  package init(_ protected: ProtectedHours) {
    dimensions = [protected.hour.name]
    let rows = protected.rows
    let isKnown = Validity(rows.map { _ in true })
    let columns: [String: Column] = [
      protected.hour.name: .integers(IntegerColumn(rows.map { Int64($0.hour) }, validity: isKnown)),
      protected.counted.name: .integers(IntegerColumn(rows.map(\.people), validity: isKnown)),
    ]
    table = Table(rowCount: rows.count, columns: columns)
  }
}

extension ProtectedTable {
  /// The day of each row, those of earlier months last; empty where the file does not say.
  fileprivate var rowDays: [Int32] {
    guard let day else { return [] }
    return rows.map { _ in day } + earlier.flatMap { month in month.rows.map { _ in month.day } }
  }
}

extension TextColumn {
  /// Distinct values in order of first appearance.
  fileprivate init(_ cells: [String?]) {
    var codeOf: [String: UInt32] = [:]
    var values: [String] = []
    let codes = cells.map { cell -> UInt32 in
      guard let cell else { return 0 }
      if let code = codeOf[cell] { return code }
      let code = UInt32(values.count)
      codeOf[cell] = code
      values.append(cell)
      return code
    }
    self.init(codes: codes, dictionary: values, validity: Validity(cells.map { $0 != nil }))
  }
}
