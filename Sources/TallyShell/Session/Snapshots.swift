import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy

/// A snapshot that is open, with where it lies.
struct OpenSnapshot: Sendable {
  let snapshot: Snapshot
  let file: MappedFile
  /// Where it lies, without links.
  let realPath: String?

  /// What is told of it when it is opened: one line, and the reports of its files.
  var reports: [LoadReport] {
    var report = LoadReport(file: snapshot.name)
    let files = snapshot.reports.count
    report.notes = ["a snapshot of \(files) \(files == 1 ? "file" : "files")"]
    return [report] + snapshot.reports
  }
}

extension Session {
  /// Opens snapshots among files that were named together; the others are read by `load`.
  ///
  /// - Parameter audience: whether one of the other files says something about an audience.
  /// - Throws: F180...F187, P303; the tables are then to be put back as they were.
  mutating func openSnapshots(in named: [NamedFile]) throws(LoadFailure) -> [OpenSnapshot] {
    var opened: [OpenSnapshot] = []
    for file in named {
      guard let mapped = file.snapshot else { continue }
      if evidence != nil { throw .diagnostic(.snapshotHidesNothing(file.path)) }
      let snapshot = try Snapshot(opening: mapped.memory, named: file.path)
      guard snapshot.isProtected(by: tables.policy) else {
        throw .diagnostic(.snapshotProtectsLess(file.path))
      }
      opened.append(OpenSnapshot(snapshot: snapshot, file: mapped, realPath: file.realPath))
    }
    return opened
  }

  /// Makes sure that open snapshots are what they were when they were opened.
  ///
  /// - Throws: F181.
  func checkSnapshots() throws(Diagnostic) {
    for open in tables.snapshots where !open.file.isUnchanged { throw .snapshotChanged(open.snapshot.name) }
  }
}

extension Session {
  /// `.save tables FILE`: writes the tables of the session into one file, after protection.
  ///
  /// - Returns: what to tell about it.
  /// - Throws: F006, F008, F009, F181, F189; `.cancelled`.
  package func saveTables(to path: String) throws(Failure) -> [String] {
    guard files.mayWrite else { throw .diagnostics([.savingIsOff(path)]) }
    if tables.isEmpty { throw .diagnostics([.nothingToSave(path)]) }
    if path.hasSuffix(".tally") { throw .diagnostics([.savedAsScript(path)]) }
    do {
      try checkNotInUse(path, realPath: files.realPath(path), at: .none)
      try checkSnapshots()
      let snapshot = tables.snapshot
      do throws(LoadFailure) {
        try snapshot.checkBeforeSaving()
      } catch {
        throw Diagnostic.wouldNotOpen(path)
      }
      let image = try snapshot.image()
      try files.save(image, to: path, at: .none)
      let count = snapshot.reports.count
      let line = "Saved what is loaded from \(count) \(count == 1 ? "file" : "files") to \(path)."
      let left =
        snapshot.left.isEmpty
        ? [] : ["Not in it, and to be loaded from the exports: \(snapshot.left.joined(separator: "; "))."]
      return [line] + left
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }
}

// The words of what keeps tables from being saved.
extension Diagnostic {
  static func savingIsOff(_ name: String) -> Diagnostic {
    Diagnostic(
      "F009", "`\(name)` is not written: --safe writes nothing.", at: .none, help: "Start without --safe.")
  }

  static func nothingToSave(_ name: String) -> Diagnostic {
    Diagnostic(
      "F189", "`\(name)` is not written: nothing is loaded that could be saved.", at: .none,
      help: "Load files first.")
  }

  static func savedAsScript(_ name: String) -> Diagnostic {
    Diagnostic(
      "F189", "`\(name)` is not written: a file whose name ends in .tally is taken for a script.", at: .none,
      help: "Choose another name, such as channel.snapshot.")
  }

  static func wouldNotOpen(_ name: String) -> Diagnostic {
    Diagnostic(
      "F189", "`\(name)` is not written: something in these tables would be refused when it is opened.",
      at: .none, help: "Go on loading the exports themselves.")
  }
}
