import Glibc
import TallyEngine
import TallyLanguage

/// A snapshot whose bytes lie in memory as they lie on the disk.
struct MappedFile: Sendable {
  let memory: ColumnMemory
  /// What it was when it was opened; another program may write into it all the same.
  private let state: State
  private let path: String

  private struct State: Equatable {
    let device: UInt
    let node: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ found: stat) {
      device = UInt(found.st_dev)
      node = UInt(found.st_ino)
      size = Int(found.st_size)
      (seconds, nanoseconds) = (found.st_mtim.tv_sec, found.st_mtim.tv_nsec)
    }
  }

  /// Whether nothing was written into the file since it was opened; a file that took its place is another one.
  var isUnchanged: Bool {
    var found = stat()
    guard stat(path, &found) == 0 else { return true }
    let now = State(found)
    return now == state || now.node != state.node || now.device != state.device
  }

  /// Maps an open file of a known state.
  ///
  /// - Throws: F003.
  fileprivate init(
    _ descriptor: Int32, _ found: stat, path: String, named name: String, at place: Diagnostic.Place
  ) throws(Diagnostic) {
    let count = Int(found.st_size)
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw .cannotRead(name, because: reason(errno), at: place)
    }
    endWhereMappedFilesAreCut()
    nonisolated(unsafe) let mapped = start
    memory = ColumnMemory(
      UnsafeRawBufferPointer(start: start, count: count), release: { munmap(mapped, count) })
    state = State(found)
    self.path = path
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
    var found = stat()
    guard pread(descriptor, &start, start.count, 0) == start.count, Snapshot.begins(start),
      fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG
    else { return nil }
    do {
      return try MappedFile(descriptor, found, path: resolved, named: path, at: place)
    } catch {
      throw .diagnostics([error])
    }
  }
}

/// A mapped file that another program cuts short has no bytes any more where values are read; the system says so by a
/// signal, after which nothing can go on.
private func endWhereMappedFilesAreCut() {
  signal(SIGBUS) { _ in
    let words: StaticString = "A snapshot was cut short while it was open.\n"
    _ = Glibc.write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
    _exit(4)
  }
}
