import TallyLanguage
import TallyPlan

/// What the cells of one column say, before it is judged whether they may be kept.
enum ColumnCells: Sendable {
  case text(CodedText)
  case numbers(NumberCells)
  case dates(DateValues)
  /// Bare dates, none of which is missing.
  case days(ColumnValues<Int32>)
}

/// A column of numbers in its narrowest form, and what stood in it besides plain numbers.
struct NumberCells: Sendable {
  let values: Column
  /// Cells that were rounded by the platform, `1.2K`.
  let rounded: Int
  /// The rows of cells that a spreadsheet turned into dates.
  let damaged: [Int]

  var type: ValueType { if case .integers = values { .integer } else { .decimal } }
}

/// Columns of long tables are read on all cores before they are asked for; all others when they are.
///
/// What is read ahead is the same, and what cannot be read is read again when its turn comes: the first damage in the
/// order of columns is the one that is told.
extension TableReader {
  /// Below so many rows, waking other cores costs more than they save.
  private static let longTable = 50_000

  mutating func readAhead() {
    guard source.rowCount >= Self.longTable else { return }
    let columns = plan.columns.indices.filter { column in
      switch plan.columns[column] {
      case .video, .day: true
      case .load(let loaded): !options.keepsOut(loaded.header, loaded.name)
      case .dropped, .names, .setAside, .audienceSplit, .notLoaded, .unknown: false
      }
    }
    // What takes longest comes first, so that the cores end together.
    .sorted { holdsText($0) && !holdsText($1) }
    let reader = self
    let read = concurrently(columns.count) { place in
      reader.options.isCancelled() ? nil : try? reader.readCells(columns[place])
    }
    for (column, cells) in zip(columns, read) { ahead[column] = cells }
  }

  private func holdsText(_ column: Int) -> Bool { plan.videoColumn == column || plan.isText(column) }

  private func readCells(_ column: Int) throws(LoadFailure) -> ColumnCells {
    guard case .load(let loaded) = plan.columns[column] else {
      return plan.dayColumn == column
        ? .dates(try readDayCells(column)) : .text(readText(source, column: column))
    }
    return switch loaded.form {
    case .number(let factor, let isWhole): .numbers(try readNumbers(column, factor, isWhole: isWhole))
    case .instant: .dates(try readInstants(column))
    case .text, .tags: .text(readText(source, column: column))
    }
  }

  mutating func text(of column: Int) -> CodedText {
    if case .text(let text) = ahead.removeValue(forKey: column) { return text }
    return readText(source, column: column)
  }

  /// - Throws: F112 not a number, F113 too large, F114 thousands or decimals.
  mutating func numbers(of column: Int, _ factor: Double, isWhole: Bool) throws(LoadFailure) -> NumberCells {
    if case .numbers(let numbers) = ahead.removeValue(forKey: column) { return numbers }
    return try readNumbers(column, factor, isWhole: isWhole)
  }

  /// - Throws: F115...F117, F138; F123 for a time zone that the system does not know.
  mutating func instants(of column: Int) throws(LoadFailure) -> DateValues {
    switch ahead.removeValue(forKey: column) {
    case .dates(let dates): return dates
    case .days(let days): return DateValues(days: Array(days), validity: Validity(count: days.count))
    case .text, .numbers, nil: return try readInstants(column)
    }
  }

  /// - Throws: F115...F117, F138; F124 for a row without a day.
  mutating func days(of column: Int) throws(LoadFailure) -> ColumnValues<Int32> {
    let dates: DateValues
    switch ahead.removeValue(forKey: column) {
    case .days(let days): return days
    case .dates(let known): dates = known
    case .text, .numbers, nil: dates = try readDayCells(column)
    }
    noteYears(dates)
    if !dates.validity.isComplete, let row = dates.days.indices.first(where: { !dates.validity[$0] }) {
      let place = source.place(row, column)
      throw .diagnostic(
        .missingKey(source.file, header: header(column), line: place.line, column: place.column))
    }
    return ColumnValues(dates.days)
  }

  private func readNumbers(
    _ column: Int, _ factor: Double, isWhole: Bool
  ) throws(LoadFailure) -> NumberCells {
    let reader = NumberReader(header: header(column), factor: factor, isWhole: isWhole)
    let source = source.indexed
    if let plain = reader.readPlain(source, column: column) {
      return NumberCells(values: plain.column, rounded: 0, damaged: [])
    }
    let (values, damaged) = try reporting { () throws(Diagnostic) in
      try reader.readDamaged(source, column: column)
    }
    return NumberCells(values: values.column, rounded: roundedCount(source, column: column), damaged: damaged)
  }

  private func readInstants(_ column: Int) throws(LoadFailure) -> DateValues {
    let reader = DateReader(
      header: header(column), order: dateOrder, years: options.years, zone: try zone(),
      readsUnixTime: preset != nil)
    let source = source.indexed
    return try reporting { () throws(Diagnostic) in try reader.read(source, column: column) }
  }

  private func readDayCells(_ column: Int) throws(LoadFailure) -> DateValues {
    let reader = DateReader(header: header(column), order: dateOrder, years: options.years, zone: .utc)
    let source = source.indexed
    return try reporting { () throws(Diagnostic) in try reader.read(source, column: column) }
  }

  /// What was said of the order of dates comes before what the platform is known to write.
  private var dateOrder: LoadOptions.DateOrder? { options.dateOrder ?? preset?.dateOrder }

  private func zone() throws(LoadFailure) -> ZoneRules {
    guard let name = preset?.zone, name != "UTC" else { return .utc }
    guard let rules = options.zone(name) else { throw .diagnostic(.zoneUnknown(source.file, zone: name)) }
    return rules
  }
}

extension NumberValues {
  /// In the narrowest form that holds them.
  fileprivate var column: Column {
    switch self {
    case .integers(let numbers, let validity): .integers(IntegerColumn(numbers, validity: validity))
    case .decimals(let numbers, let validity): .decimals(DecimalColumn(numbers, validity: validity))
    }
  }
}
