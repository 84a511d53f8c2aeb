import Glibc
import TallyEngine
import TallyLanguage

extension FileAccess {
  /// Writes a snapshot whole or not at all, for its owner alone; a link is followed.
  ///
  /// It is written beside its place, brought to the disk, and put in its place; until then what stood there stands.
  ///
  /// - Throws: F006; `.cancelled` after Ctrl-C.
  func save(_ image: SnapshotImage, to path: String, at place: Diagnostic.Place) throws(Failure) {
    let target = realPath(path) ?? resolve(path)
    func failure(_ code: Int32) -> Failure {
      .diagnostics([.cannotWrite(path, because: reason(code), at: place)])
    }
    var found = stat()
    if stat(target, &found) == 0 {
      guard found.st_mode & S_IFMT == S_IFREG else {
        let isFolder = found.st_mode & S_IFMT == S_IFDIR
        throw .diagnostics([
          .cannotWrite(path, because: isFolder ? "it is a folder" : "it is no ordinary file", at: place)
        ])
      }
      guard access(target, W_OK) == 0 else { throw failure(errno) }
    }
    let temporary = target + ".tally-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(errno) }
    var isInPlace = false
    defer { if !isInPlace { unlink(temporary) } }
    do throws(WritingFailure) {
      defer { close(descriptor) }
      try image.forEachPiece { (piece) throws(WritingFailure) in try hand(piece, to: descriptor) }
      guard fsync(descriptor) == 0 else { throw .system(errno) }
    } catch {
      switch error {
      case .system(let code): throw failure(code)
      case .cancelled: throw .cancelled
      }
    }
    guard rename(temporary, target) == 0 else { throw failure(errno) }
    isInPlace = true
    bringToDisk(folderOf: target)
  }

  /// The name of a file is safe on the disk once its folder is; where the system cannot do that, nothing is lost but time.
  private func bringToDisk(folderOf path: String) {
    let folder = FileAccess.folder(of: path)
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

private enum WritingFailure: Error {
  case system(Int32)
  case cancelled
}

/// Writes bytes to an open file, a few mebibytes at a time.
private func hand(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(WritingFailure) {
  var offset = 0
  while offset < bytes.count {
    if Cancellation().isCancelled { throw .cancelled }
    let part = UnsafeRawBufferPointer(rebasing: bytes[offset..<min(offset + (16 << 20), bytes.count)])
    let written = Glibc.write(descriptor, part.baseAddress, part.count)
    if written < 0 {
      if errno == EINTR { continue }
      throw .system(errno)
    }
    offset += written
  }
}
