package import TallyEngine
package import TallyLanguage
package import TallyPlan
import TallyPrivacy

/// A data file that was named, with what is in it.
struct NamedFile {
  /// As messages name it.
  let path: String
  /// Where it lies, without links; nil for standard input.
  let realPath: String?
  let byteCount: Int
  /// Itself, or what was packed in it; nothing of a snapshot.
  let contents: Unpacked
  /// What was read of it; nil where that was checked already.
  var read: FileContents?
  /// Itself, where it is a snapshot.
  var snapshot: MappedFile?
  /// Where policies may lie that hold for it.
  var policies: [PolicyPaths.Path] = []

  /// Whether an open snapshot came from it.
  func isFile(at open: OpenSnapshot) -> Bool {
    if let realPath, let other = open.realPath { return realPath == other }
    return path == open.snapshot.name
  }

  func entry(
    _ source: SourceFile, as role: TableRole?, _ options: LoadOptions, _ file: LoadedFile
  ) -> Tables.Entry {
    let canBeReadAgain = realPath.map(FileAccess.isOrdinaryFile) ?? false
    return Tables.Entry(
      name: source.name, kept: canBeReadAgain ? nil : source, lastDayInName: source.lastDayInName,
      role: role,
      exportDay: options.exportDay, file: file, path: path, realPath: realPath, byteCount: byteCount)
  }
}

extension NamedFile {
  /// What reading the file gives, as long as nobody wrote into it meanwhile.
  func whole(_ reading: () throws(LoadFailure) -> LoadedFile) throws -> LoadedFile {
    let result = Result(catching: reading)
    try read?.check()
    return try result.get()
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
    let named = try namedFiles(patterns, at: place, &watch)
    return try load(named, as: role, beside: named, &watch)
  }

  /// Adds files to the tables, all or none; `others` were named with them and may tell their years.
  mutating func load(
    _ named: [NamedFile], as role: TableRole? = nil, beside others: [NamedFile], _ watch: inout ReadingWatch
  ) throws(Failure) -> [LoadReport] {
    try adoptPolicies(beside: others)
    let before = tables
    do {
      let opened = try openSnapshots(in: named)
      let exportDays = ExportDays(of: others.flatMap(\.contents.files))
      var entries = tables.entries
      var loaded: [LoadedFile] = []
      var audiencePaths: Set<String> = []
      var audienceDigests: [FileDigest] = []
      for file in named {
        entries.removeAll { $0.isFrom(file.path, realPath: file.realPath) }
        for source in file.contents.files {
          try watch.tick("loading", source.name, source.bytes.count)
          let options = loadOptions(tables.declarations, exportDays.day(of: source))
          let read = try file.whole { () throws(LoadFailure) in try readOrPassOver(source, as: role, options)
          }
          loaded.append(read)
          if read.table != nil {
            // Of the audience, only what is protected is kept.
            let kept = LoadedFile(
              name: read.name, table: read.table, report: read.report, notYet: read.notYet)
            entries.append(file.entry(source, as: role, options, kept))
          }
          if !read.audience.isEmpty {
            audienceDigests.append(FileDigest(source))
            if let realPath = file.realPath { audiencePaths.insert(realPath) }
          }
        }
      }
      try requireTable(loaded)
      let kept = tables.snapshots.filter { open in !named.contains { $0.isFile(at: open) } }
      let reports = try tables.assemble(
        entries, and: kept + opened, opening: loaded, zone: settings.clock.zone)
      tables.audiencePaths.formUnion(audiencePaths)
      tables.audienceDigests += audienceDigests
      tables.loads.append(
        Tables.Load(paths: named.map { $0.snapshot == nil ? $0.realPath : nil }, role: role))
      evidence?.append(
        AudienceUnderAudit.Reading(
          loaded.map { $0.opened(under: tables.policy) }, beside: tables.dataset))
      return opened.flatMap(\.reports)
        + loaded.map { file in reports.first { $0.file == file.name } ?? file.report }
        + named.compactMap { file in file.contents.note.map { LoadReport(file: file.path, note: $0) } }
    } catch {
      tables = before
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }

  /// Reads a file; a member of an archive that is no table is passed over with a line that says so.
  private func readOrPassOver(
    _ source: SourceFile, as role: TableRole?, _ options: LoadOptions
  ) throws(LoadFailure) -> LoadedFile {
    do throws(LoadFailure) {
      return try read(source, as: role, options: options)
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
    if let open = tables.snapshots.first(where: { $0.snapshot.holds(role) }) {
      throw .diagnostics([.snapshotHasNoOtherColumns(open.snapshot.name)])
    }
    var watch = ReadingWatch()
    defer { watch.end() }
    do {
      var entries: [Tables.Entry] = []
      for entry in tables.entries {
        if entry.file.table?.role == role {
          entries.append(try reread(entry, declarations, &watch))
        } else {
          entries.append(entry)
        }
      }
      let reports =
        entries.isEmpty
        ? [] : try tables.assemble(entries, and: tables.snapshots, zone: settings.clock.zone)
      tables.declarations = declarations
      return reports
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }

  /// Reads one file again, from where it lies.
  ///
  /// - Throws: F codes, where it is not there any more or has changed its kind.
  private func reread(
    _ entry: Tables.Entry, _ declarations: [LoadOptions.Declaration], _ watch: inout ReadingWatch
  ) throws -> Tables.Entry {
    var source = entry.kept
    var byteCount = entry.byteCount
    var read: FileContents?
    if source == nil, let realPath = entry.realPath {
      let contents = try files.contents(realPath, at: .none, &watch)
      read = contents
      byteCount = contents.bytes.count
      source = try unpack(entry.path, contents.bytes, &watch).files.first { $0.name == entry.name }
    }
    guard let source else { throw Diagnostic.noSuchFile(entry.name, at: .none) }
    let options = loadOptions(declarations, entry.exportDay)
    let named = NamedFile(
      path: entry.path, realPath: entry.realPath, byteCount: byteCount, contents: Unpacked(files: [source]),
      read: read)
    let loaded = try named.whole { () throws(LoadFailure) in
      try TallyEngine.read(source, as: entry.role, options: options)
    }
    let file = LoadedFile(
      name: loaded.name, table: loaded.table, report: loaded.report, notYet: loaded.notYet)
    return named.entry(source, as: entry.role, options, file)
  }

  /// The bytes of all files that are named, unpacked, and where each lies.
  ///
  /// - Throws: F001...F005, F140...F149; `.cancelled`.
  func namedFiles(
    _ patterns: [String], at place: Diagnostic.Place, _ watch: inout ReadingWatch
  ) throws(Failure) -> [NamedFile] {
    var named: [NamedFile] = []
    for pattern in patterns {
      do {
        for path in try files.dataFiles(pattern, at: place) {
          let name = files.shownName(path)
          let snapshot = try files.snapshot(path, at: place)
          let read = try snapshot == nil ? files.contents(path, at: place, &watch) : nil
          let contents = try read.map { try unpack(name, $0.bytes, &watch) } ?? Unpacked(files: [])
          if let packed = contents.files.first(where: { Snapshot.begins($0.bytes) }) {
            throw Diagnostic.snapshotIsNoFile(packed.name)
          }
          let realPath = files.realPath(path)
          named.append(
            NamedFile(
              path: name, realPath: realPath, byteCount: read?.bytes.count ?? 0, contents: contents,
              read: read, snapshot: snapshot,
              policies: path == "-"
                ? []
                : PolicyPaths.beside(shown: name, resolved: files.resolve(path), realPath: realPath)))
        }
      } catch {
        throw Failure(error, rewritesThatRun: rewritesThatRun)
      }
    }
    return named
  }

  private func loadOptions(
    _ declarations: [LoadOptions.Declaration], _ exportDay: ExportDay?
  ) -> LoadOptions {
    var options = LoadOptions(
      declarations: declarations, year: settings.year, exportDay: exportDay,
      dateOrder: settings.dateOrder, zone: { TimeZones.rules(named: $0) })
    options.policy = tables.policy
    options.isCancelled = { Cancellation().isCancelled }
    return options
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
  fileprivate var saysNoTable: Bool { ["F101", "F106", "F118", "F119", "F126"].contains(code) }
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
