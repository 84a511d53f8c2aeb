import Glibc

/// The file behind a history: one entry a line, oldest first, a newline in an entry as `\n` and a backslash as `\\`.
///
/// Several sessions may append at the same time: each entry is one write under a lock. Only its owner can read it.
struct HistoryFile: Sendable {
  let path: String
  /// Bytes of the longest entry that is written or read.
  static let longestEntry = 1 << 16
  /// Bytes after which the file is written anew with the newest entries.
  static let largestSize = 4 << 20

  /// The entries that are whole; empty where there is no file, nil where it cannot be read.
  func load() -> [String]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return errno == ENOENT || errno == ENOTDIR ? [] : nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    flock(descriptor, LOCK_SH)
    let skipped = max(0, Int(status.st_size) - Self.largestSize)
    lseek(descriptor, off_t(skipped), SEEK_SET)
    guard var bytes = FileDescriptor.readAll(descriptor, limit: Self.largestSize) else { return nil }
    flock(descriptor, LOCK_UN)
    if skipped > 0 {
      bytes.removeFirst(bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
    }
    let entries = bytes.split(separator: UInt8(ascii: "\n")).compactMap(Self.decode)
    if skipped > 0 { rewrite(entries.suffix(History.limit)) }
    return entries
  }

  /// Adds an entry at the end; false where that is not possible.
  func append(_ entry: String) -> Bool {
    makeDirectory()
    return withLockedFile { descriptor in
      var line = Self.encode(entry)
      if !endsInNewline(descriptor) { line.insert(UInt8(ascii: "\n"), at: 0) }
      return FileDescriptor.writeAll(line, to: descriptor)
    } ?? false
  }

  /// Empties the file; a file that is not there is empty.
  func clear() -> Bool {
    if access(path, F_OK) != 0 { return errno == ENOENT || errno == ENOTDIR }
    return withLockedFile { ftruncate($0, 0) == 0 } ?? false
  }

  /// Puts a new file in the place of the old one, whole or not at all.
  private func rewrite(_ entries: ArraySlice<String>) {
    _ = withLockedFile { _ in
      let next = path + ".new"
      let descriptor = open(next, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return false }
      let written =
        fchmod(descriptor, 0o600) == 0
        && FileDescriptor.writeAll(entries.flatMap(Self.encode), to: descriptor)
      close(descriptor)
      if written { return rename(next, path) == 0 }
      unlink(next)
      return false
    }
  }

  /// Opens the file, readable by its owner alone, and holds its lock during the body.
  private func withLockedFile(_ body: (Int32) -> Bool) -> Bool? {
    while true {
      let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      var held = stat()
      var named = stat()
      guard fstat(descriptor, &held) == 0, held.st_mode & S_IFMT == S_IFREG else { return nil }
      guard fchmod(descriptor, 0o600) == 0 else { return nil }
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else { return nil }
      }
      // Another session may have put a new file in its place while this one waited for the lock.
      guard stat(path, &named) == 0, named.st_ino == held.st_ino, named.st_dev == held.st_dev else {
        continue
      }
      return body(descriptor)
    }
  }

  /// A session that was killed in the middle of a write may have left half a line.
  private func endsInNewline(_ descriptor: Int32) -> Bool {
    let end = lseek(descriptor, 0, SEEK_END)
    guard end > 0 else { return true }
    var last: UInt8 = 0
    return pread(descriptor, &last, 1, end - 1) == 1 && last == UInt8(ascii: "\n")
  }

  private func makeDirectory() {
    guard let slash = path.lastIndex(of: "/") else { return }
    var made = ""
    for part in path[..<slash].split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
  }

  static func encode(_ entry: String) -> [UInt8] {
    var line: [UInt8] = []
    for byte in entry.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): line += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
      default: line.append(byte)
      }
    }
    line.append(UInt8(ascii: "\n"))
    return line
  }

  /// The entry of a line without its newline; nil where it is too long, not UTF-8, or holds a control character,
  /// which would reach the terminal when it is recalled.
  static func decode(_ line: ArraySlice<UInt8>) -> String? {
    guard line.count <= longestEntry * 2 else { return nil }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in line {
      switch (isEscaped, byte) {
      case (true, UInt8(ascii: "n")): bytes.append(UInt8(ascii: "\n"))
      case (true, UInt8(ascii: "\\")): bytes.append(byte)
      case (true, _): return nil
      case (false, UInt8(ascii: "\\")): break
      case (false, _): bytes.append(byte)
      }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    guard !isEscaped, let entry = String(validating: bytes, as: UTF8.self), !entry.isEmpty else { return nil }
    let isClean = entry.unicodeScalars.allSatisfy {
      $0 == "\n" || !($0.value < 0x20 || 0x7F...0x9F ~= $0.value)
    }
    return isClean ? entry : nil
  }
}
