import Glibc
package import TallyLanguage

/// Reads data files and scripts, and writes answers; the only place below which a disk is touched.
package struct FileAccess: Sendable {
  /// Relative paths count from here; empty for the current folder.
  package var folder: String
  /// What stands before names of files that a script in another folder reads, so that two of them stay two.
  package internal(set) var shownFolder = ""
  /// Real paths of the folders that may be read, ending in `/`; nil for all (`--safe` sets it).
  package var allowedFolders: [String]?

  package init(folder: String = "", allowedFolders: [String]? = nil) {
    self.folder = folder
    self.allowedFolders = allowedFolders
  }

  /// The paths that a pattern with `*`, `?` or `[...]` names, in order; a plain path names itself.
  ///
  /// They count from where the pattern counts, and nothing in the name of that folder is a pattern.
  ///
  /// - Throws: F004 when a pattern matches nothing.
  package func expand(_ pattern: String, at place: Diagnostic.Place) throws(Diagnostic) -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }) else { return [pattern] }
    let start = resolve(pattern).dropLast(pattern.count)
    let literalStart = start.map { "*?[\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(literalStart + pattern, 0, nil, &found) == 0 else {
      if isReadable(pattern) { return [pattern] }
      throw .nothingMatches(pattern, at: place)
    }
    var paths: [String] = []
    for index in 0..<Int(found.gl_pathc) {
      guard let path = found.gl_pathv[index] else { continue }
      paths.append(String(String(cString: path).dropFirst(start.count)))
    }
    return paths
  }

  /// All bytes of a file; `-` is standard input.
  ///
  /// - Throws: F001 no file, F002 folder, F003 unreadable, F005 outside the allowed folders, F145...F147; `.cancelled`.
  package func read(_ path: String, at place: Diagnostic.Place) throws(Failure) -> [UInt8] {
    var watch = ReadingWatch()
    defer { watch.end() }
    return try read(path, at: place, &watch)
  }

  /// The same, watched.
  func read(_ path: String, at place: Diagnostic.Place, _ watch: inout ReadingWatch) throws(Failure)
    -> [UInt8]
  {
    try reading(path, at: place) { (file) throws(Failure) in try file.bytes(&watch) }
  }

  /// All bytes of a data file, which is mapped where it is long.
  ///
  /// - Throws: as `read`.
  package func contents(
    _ path: String, at place: Diagnostic.Place, _ watch: inout ReadingWatch
  ) throws(Failure) -> FileContents {
    try reading(path, at: place) { (file) throws(Failure) in try file.contents(&watch) }
  }

  /// Opens a file, reads it and closes it.
  private func reading<Result>(
    _ path: String, at place: Diagnostic.Place, _ read: (FileReading) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if path == "-" {
      return try read(
        FileReading(descriptor: STDIN_FILENO, name: "-", place: place, isNonBlocking: false))
    }
    let resolved = resolve(path)
    guard isAllowed(resolved) else { throw .diagnostics([.outsideNamedFolders(path, at: place)]) }
    // A pipe without a writer would else be waited for before it is open.
    let descriptor = open(resolved, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw .diagnostics([
        errno == ENOENT || errno == ENOTDIR
          ? .noSuchFile(path, at: place) : .cannotRead(path, because: reason(errno), at: place)
      ])
    }
    defer { close(descriptor) }
    return try read(FileReading(descriptor: descriptor, name: path, place: place, isNonBlocking: true))
  }

  /// The path as the system is asked for it.
  func resolve(_ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// The name that messages and footers give a file.
  func shownName(_ path: String) -> String {
    path.hasPrefix("/") || path == "-" ? path : shownFolder + path
  }

  /// Where a path leads in the end, without links; nil where nothing is there, and for standard input.
  func realPath(_ path: String) -> String? { path == "-" ? nil : Self.realPath(resolve(path)) }

  /// Whether files may be written at all: not with `--safe`.
  var mayWrite: Bool { allowedFolders == nil }

  /// Writes a file whole or not at all; a link is followed, and what stood there keeps its permissions.
  ///
  /// - Throws: F006, also for what is there and is no ordinary file.
  func write(_ text: String, to path: String, at place: Diagnostic.Place) throws(Diagnostic) {
    try writeWhole(text, to: realPath(path) ?? resolve(path), named: path, at: place)
  }

  private func isReadable(_ path: String) -> Bool { access(resolve(path), R_OK) == 0 }

  func isAllowed(_ path: String) -> Bool {
    guard let allowedFolders else { return true }
    guard let real = Self.realPath(path) else { return true }
    return allowedFolders.contains { real.hasPrefix($0) }
  }

  /// The absolute path without links; nil where nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The folder part of a path, with its last `/`; empty where there is none.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}

/// What the system says of an error, in the words of the C locale.
func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

extension FileAccess {
  /// Whether two paths lead to one and the same file, also by links that share its content.
  static func isSameFile(_ left: String, _ right: String) -> Bool {
    var first = stat()
    var second = stat()
    guard stat(left, &first) == 0, stat(right, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Whether a path is a file that can be read again and again, rather than a pipe or a folder.
  static func isOrdinaryFile(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a file begins with `#!`; false for what cannot be read.
  package static func beginsWithInterpreterLine(_ path: String) -> Bool {
    // A pipe must not even be opened: whatever writes into it would lose its reader.
    if path == "-" || !isOrdinaryFile(path) { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return false }
    var start: [UInt8] = [0, 0]
    return Glibc.read(descriptor, &start, 2) == 2 && start == Array("#!".utf8)
  }
}

/// Writes a file whole or not at all: beside it first, then in its place.
///
/// - Throws: F006.
func writeWhole(
  _ text: String, to path: String, named name: String, at place: Diagnostic.Place
) throws(Diagnostic) {
  var mode: mode_t = 0o644
  var information = stat()
  if stat(path, &information) == 0 {
    guard information.st_mode & S_IFMT == S_IFREG else {
      let isFolder = information.st_mode & S_IFMT == S_IFDIR
      throw .cannotWrite(name, because: isFolder ? "it is a folder" : "it is no ordinary file", at: place)
    }
    guard access(path, W_OK) == 0 else { throw .cannotWrite(name, because: reason(errno), at: place) }
    mode = information.st_mode & 0o777
  }
  let temporary = path + ".tally-\(getpid())"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
  guard descriptor >= 0 else { throw .cannotWrite(name, because: reason(errno), at: place) }
  let failure = write(text, to: descriptor)
  close(descriptor)
  if failure == 0, rename(temporary, path) == 0 { return }
  let code = failure == 0 ? errno : failure
  unlink(temporary)
  throw .cannotWrite(name, because: reason(code), at: place)
}

/// Writes all of a text to an open file; the system's error number, 0 when all went well.
@discardableResult
func write(_ text: String, to descriptor: Int32) -> Int32 {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if written < 0 {
      if errno == EINTR { continue }
      return errno
    }
    bytes = bytes.dropFirst(written)
  }
  return 0
}
