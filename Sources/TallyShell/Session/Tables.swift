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
    /// The file that it is or was packed in, as messages name it.
    let path: String
    /// Where that file lies, without links; nil for standard input.
    let realPath: String?

    /// Whether it came from a file; all members of an archive do.
    func isFrom(_ path: String, realPath: String?) -> Bool {
      if let own = self.realPath, let realPath { return own == realPath }
      return self.path == path
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
    return loaded.reports + opened.map(\.report)
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
  /// What is packed is unpacked first. A file that was loaded before is read again in place of what it was, with all that
  /// is in it. A file of a kind that is not read yet, and in an archive one that is no table, is passed over with a line
  /// in its report, unless there is no other.
  /// - Returns: one report a file, in the order given; then one for each archive that holds what is not read.
  /// - Throws: F codes, and the refusal of a file about people, also one in an archive.
  package mutating func load(
    _ patterns: [String], as role: TableRole? = nil, at place: Diagnostic.Place = .none
  ) throws(Failure) -> [LoadReport] {
    var watch = ReadingWatch()
    defer { watch.end() }
    do {
      var entries = tables.entries
      var loaded: [LoadedFile] = []
      var notes: [LoadReport] = []
      var audiencePaths: Set<String> = []
      for pattern in patterns {
        for path in try files.dataFiles(pattern, at: place) {
          let name = files.shownName(path)
          let realPath = files.realPath(path)
          let unpacked = try unpack(name, try files.read(path, at: place, &watch), &watch)
          entries.removeAll { $0.isFrom(name, realPath: realPath) }
          for source in unpacked.files {
            try watch.tick("loading", source.name, source.bytes.count)
            let file = try readOrPassOver(source, as: role)
            loaded.append(file)
            if file.table != nil {
              entries.append(
                Tables.Entry(source: source, role: role, file: file, path: name, realPath: realPath))
            }
            if file.audience != nil, let realPath { audiencePaths.insert(realPath) }
          }
          if let note = unpacked.note { notes.append(LoadReport(file: name, note: note)) }
        }
      }
      if loaded.allSatisfy({ $0.notYet != nil }), let notYet = loaded.first?.notYet { throw notYet }
      let reports = try tables.assemble(entries, opening: loaded, zone: settings.clock.zone)
      tables.audiencePaths.formUnion(audiencePaths)
      return loaded.map { file in reports.first { $0.file == file.name } ?? file.report } + notes
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }

  /// Reads a file; a member of an archive that is no table is passed over with a line that says so.
  private func readOrPassOver(_ source: SourceFile, as role: TableRole?) throws(LoadFailure) -> LoadedFile {
    do throws(LoadFailure) {
      return try read(source, as: role, options: loadOptions(tables.declarations))
    } catch {
      guard case .diagnostic(let finding) = error, source.container != nil,
        finding.saysNoTable || MemberName.mayBeNoTable(source.name)
      else { throw error }
      return LoadedFile(
        name: source.name, table: nil, report: LoadReport(file: source.name, note: finding.message),
        notYet: finding)
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
        let file = try read(entry.source, as: entry.role, options: loadOptions(declarations))
        entries.append(
          Tables.Entry(
            source: entry.source, role: entry.role, file: file, path: entry.path, realPath: entry.realPath))
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

extension LoadReport {
  /// A file of which there is nothing but a line to say.
  fileprivate init(file: String, note: String) {
    self.init(file: file)
    notes = [note]
  }
}

extension Diagnostic {
  /// Whether a file is well and only no table that Tally knows: empty, JSON, without rows, of no role, with nothing known.
  fileprivate var saysNoTable: Bool { ["F101", "F105", "F106", "F118", "F119", "F126"].contains(code) }
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
