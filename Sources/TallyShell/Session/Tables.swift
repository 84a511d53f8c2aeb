package import TallyEngine
package import TallyLanguage
package import TallyPlan
package import TallyPrivacy

/// The files of a session and what they are together.
package struct Tables: Sendable {
  /// One file with everything needed to read it again, as a `column` line asks for.
  struct Entry {
    let source: SourceFile
    let role: TableRole?
    let file: LoadedFile
    /// Where it lies, without links; nil for standard input.
    let realPath: String?

    /// Whether it came from the same place.
    func isSame(_ other: Entry) -> Bool {
      if let realPath, let path = other.realPath { return realPath == path }
      return source.name == other.source.name
    }
  }

  var entries: [Entry] = []
  /// Breakdowns of the audience, protected; their files are not kept.
  private(set) var audience = OpenAudience()
  /// Where the files of the audience lie, without links.
  var audiencePaths: Set<String> = []
  package private(set) var dataset = Dataset()
  package private(set) var catalog = Catalog()
  /// Headers set aside so far; a statement may not use them.
  package private(set) var protected = ProtectedNames()
  var declarations: [LoadOptions.Declaration] = []

  /// Where everything that is loaded lies, without links.
  var loadedPaths: Set<String> { audiencePaths.union(entries.compactMap(\.realPath)) }

  package var isEmpty: Bool { catalog.tables.isEmpty }

  /// Puts the entries together anew, and opens what files just read say about an audience; nothing changes where that
  /// fails.
  mutating func assemble(
    _ entries: [Entry], opening files: [LoadedFile] = [], zone: ZoneRules
  ) throws(LoadFailure) -> [LoadReport] {
    let assembled = try TallyEngine.assemble(entries.map(\.file))
    let opened = try audience.open(files, beside: assembled)
    let loaded = audience.added(to: assembled)
    self.entries = entries
    dataset = loaded.dataset
    catalog = loaded.catalog
    protected.formUnion(loaded.protected)
    for file in files { protected.formUnion(file.protected) }
    protected.subtract(loaded.catalog.tables.flatMap(\.columns).map(\.name))
    recut(in: zone)
    let ofTables = loaded.reports.map { report in
      var report = report
      for file in opened where file.table != nil && file.name == report.file {
        report.notes += file.report.notes
      }
      return report
    }
    return ofTables + opened.filter { $0.table == nil }.map(\.report)
  }

  /// Brings the catalog's posting days to a time zone; kept instants are cut again whenever a query runs.
  mutating func recut(in zone: ZoneRules) {
    let days = dataset.postedDays(in: zone).filter { $0 != .min }
    guard let first = days.min(), let last = days.max() else { return }
    catalog.tables = catalog.tables.map { table in
      guard table.role == .videos else { return table }
      return CatalogTable(
        role: .videos, columns: table.columns, rowCount: table.rowCount, files: table.files,
        days: Day(number: first)...Day(number: last))
    }
  }
}

extension Session {
  /// Reads files together and adds them to the tables; on any failure the session stays as it was.
  ///
  /// A file that was loaded before is read again in place of what it was. A file of a kind that is not read yet is passed
  /// over with a line in its report, unless there is no other.
  /// - Returns: one report a file, in the order given.
  /// - Throws: F codes, and the refusal of a file about people.
  package mutating func load(
    _ patterns: [String], as role: TableRole? = nil, at place: Diagnostic.Place = .none
  ) throws(Failure) -> [LoadReport] {
    do {
      var entries = tables.entries
      var loaded: [LoadedFile] = []
      var audiencePaths: Set<String> = []
      for pattern in patterns {
        for path in try files.expand(pattern, at: place) {
          let bytes = try files.read(path, at: place)
          let source = SourceFile(name: files.shownName(path), bytes: bytes)
          let file = try read(source, as: role, options: loadOptions(tables.declarations))
          loaded.append(file)
          // Of the audience, only what is protected is kept.
          let kept = LoadedFile(name: file.name, table: file.table, report: file.report, notYet: file.notYet)
          let entry = Tables.Entry(source: source, role: role, file: kept, realPath: files.realPath(path))
          entries.removeAll { $0.isSame(entry) }
          if file.table != nil { entries.append(entry) }
          if !file.audience.isEmpty, let path = entry.realPath { audiencePaths.insert(path) }
        }
      }
      if loaded.allSatisfy({ $0.notYet != nil }), let notYet = loaded.first?.notYet { throw notYet }
      let reports = try tables.assemble(entries, opening: loaded, zone: settings.clock.zone)
      tables.audiencePaths.formUnion(audiencePaths)
      return loaded.map { file in reports.first { $0.file == file.name } ?? file.report }
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }

  /// `column NAME in ROLE is KIND`: reads the files of that role again with the declaration.
  ///
  /// - Throws: C013 for an unknown role, F codes from reading; the session then stays as it was.
  mutating func declare(_ declaration: ColumnDeclaration) throws(Failure) -> [LoadReport] {
    guard let role = TableRole(rawValue: declaration.table.text) else {
      throw .diagnostics([.unknownRole(declaration.table)])
    }
    let new = LoadOptions.Declaration(
      column: declaration.column.text, role: role, kind: declaration.kind.columnKind,
      unit: declaration.unit?.text)
    var declarations = tables.declarations.filter { $0.column != new.column || $0.role != role }
    declarations.append(new)
    do {
      var entries: [Tables.Entry] = []
      for entry in tables.entries {
        let read = try read(entry.source, as: entry.role, options: loadOptions(declarations))
        let file = LoadedFile(name: read.name, table: read.table, report: read.report, notYet: read.notYet)
        entries.append(
          Tables.Entry(source: entry.source, role: entry.role, file: file, realPath: entry.realPath))
      }
      let reports = entries.isEmpty ? [] : try tables.assemble(entries, zone: settings.clock.zone)
      tables.declarations = declarations
      return reports
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }

  private func loadOptions(_ declarations: [LoadOptions.Declaration]) -> LoadOptions {
    LoadOptions(
      declarations: declarations, year: settings.year, dateOrder: settings.dateOrder,
      zone: { TimeZones.rules(named: $0) })
  }
}

extension WrittenKind {
  /// The kind of a column that is declared so.
  fileprivate var columnKind: ColumnKind {
    switch self {
    case .counter: .counter
    case .runningTotal: .runningTotal
    case .snapshot: .snapshot
    case .unique: .unique
    case .rate(let weight): .rate(weight: weight.text)
    case .attribute: .attribute
    case .tags: .tags
    case .date: .date
    case .id: .id
    }
  }
}
