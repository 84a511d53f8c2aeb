import Glibc
package import TallyLanguage

/// Reads data files and scripts; the only place below which bytes come from a disk.
package struct FileAccess: Sendable {
  /// Relative paths count from here; empty for the current folder.
  package var folder: String
  /// Real paths of the folders that may be read, ending in `/`; nil for all (`--safe` sets it).
  package var allowedFolders: [String]?

  package init(folder: String = "", allowedFolders: [String]? = nil) {
    self.folder = folder
    self.allowedFolders = allowedFolders
  }

  /// The paths that a pattern with `*`, `?` or `[...]` names, in order; a plain path names itself.
  ///
  /// - Throws: F004 when a pattern matches nothing.
  package func expand(_ pattern: String, at place: Diagnostic.Place) throws(Diagnostic) -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }) else { return [pattern] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(resolve(pattern), 0, nil, &found) == 0 else {
      if isReadable(pattern) { return [pattern] }
      throw .nothingMatches(pattern, at: place)
    }
    var paths: [String] = []
    for index in 0..<Int(found.gl_pathc) {
      if let path = found.gl_pathv[index] { paths.append(String(cString: path)) }
    }
    return paths
  }

  /// All bytes of a file; `-` is standard input.
  ///
  /// - Throws: F001 no file, F002 folder, F003 unreadable, F005 outside the allowed folders.
  package func read(_ path: String, at place: Diagnostic.Place) throws(Diagnostic) -> [UInt8] {
    if path == "-" { return try bytes(of: STDIN_FILENO, named: "-", at: place) }
    let resolved = resolve(path)
    guard isAllowed(resolved) else { throw .outsideNamedFolders(path, at: place) }
    let descriptor = open(resolved, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .noSuchFile(path, at: place) : .cannotRead(path, because: reason(errno), at: place)
    }
    defer { close(descriptor) }
    return try bytes(of: descriptor, named: path, at: place)
  }

  /// The path as the system is asked for it.
  func resolve(_ path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }

  private func isReadable(_ path: String) -> Bool { access(resolve(path), R_OK) == 0 }

  private func isAllowed(_ path: String) -> Bool {
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

  private func bytes(of descriptor: Int32, named name: String, at place: Diagnostic.Place) throws(Diagnostic)
    -> [UInt8]
  {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else {
      throw .cannotRead(name, because: reason(errno), at: place)
    }
    if information.st_mode & S_IFMT == S_IFDIR { throw .isFolder(name, at: place) }
    var content: [UInt8] = []
    let expected = information.st_mode & S_IFMT == S_IFREG ? Int(information.st_size) : 0
    let piece = max(1 << 16, expected + 1)
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: content.isEmpty ? piece : 1 << 20) { buffer, count in
        count = 0
        while true {
          let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
          if got < 0 && errno == EINTR { continue }
          if got < 0 { failure = errno } else { count = got }
          return
        }
      }
      if failure != 0 { throw .cannotRead(name, because: reason(failure), at: place) }
      if chunk.isEmpty { return content }
      if content.isEmpty { content = chunk } else { content.append(contentsOf: chunk) }
    }
  }
}

/// What the system says of an error, in the words of the C locale.
func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

extension FileAccess {
  /// Whether a file begins with `#!`; false for what cannot be read.
  package static func beginsWithInterpreterLine(_ path: String) -> Bool {
    if path == "-" { return false }
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
func writeWhole(_ text: String, to path: String) throws(Diagnostic) {
  let temporary = path + ".tally-\(getpid())"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw .cannotWrite(path, because: reason(errno)) }
  let failure = write(text, to: descriptor)
  close(descriptor)
  if failure == 0, rename(temporary, path) == 0 { return }
  let code = failure == 0 ? errno : failure
  unlink(temporary)
  throw .cannotWrite(path, because: reason(code))
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
