import Glibc
import TallyEngine
import TallyLanguage

/// A snapshot whose bytes lie in memory as they lie on the disk, for as long as its tables are asked.
struct MappedFile: Sendable {
  let memory: ColumnMemory
  private let mapping: FileMapping

  /// Whether nothing was written into the file since it was opened, and the disk gave all that was read of it; a file that
  /// took its place is another one.
  var isUnchanged: Bool { mapping.isUnchanged && !mapping.isBroken }

  fileprivate init(_ mapping: FileMapping) {
    memory = mapping.memory
    self.mapping = mapping
  }
}

extension FileAccess {
  /// The file, mapped, where it begins as a snapshot does; nil for every other one.
  ///
  /// - Throws: F003, F005.
  func snapshot(_ path: String, at place: Diagnostic.Place) throws(Failure) -> MappedFile? {
    let resolved = resolve(path)
    guard path != "-", FileAccess.isOrdinaryFile(resolved) else { return nil }
    guard isAllowed(resolved) else { throw .diagnostics([.outsideNamedFolders(path, at: place)]) }
    let descriptor = open(resolved, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    // What cannot be opened is told where it is read.
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: Snapshot.tellingLength)
    guard pread(descriptor, &start, start.count, 0) == start.count, Snapshot.begins(start),
      let state = FileReading.state(of: descriptor), state.kind == .file
    else { return nil }
    guard let mapping = FileMapping(descriptor, state) else {
      throw .diagnostics([.cannotRead(path, because: reason(errno), at: place)])
    }
    return MappedFile(mapping)
  }
}
