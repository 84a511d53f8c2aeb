import CArchive
import Glibc
import TallyLanguage

/// A file of an archive, by its place in it.
struct ArchiveMember {
  /// From 0, in the order of the archive.
  let index: Int
  /// As the archive writes it, folders with it; never used as a path of a disk.
  let path: String
  let isFile: Bool
  let isLocked: Bool
}

/// Reads archives that are in memory; nothing of them is written anywhere.
struct ArchiveReading {
  /// What libarchive is told to expect.
  enum Format {
    case zip
    /// One packed stream.
    case zstandard
  }

  let format: Format
  /// For messages.
  let name: String
  let bytes: [UInt8]

  /// What an archive holds.
  ///
  /// - Throws: F140, F142 too many members.
  func members(_ limits: UnpackingLimits) throws(Failure) -> [ArchiveMember] {
    var members: [ArchiveMember] = []
    try walk { (member, _) throws(Failure) in
      guard members.count < limits.members else {
        throw .diagnostics([.tooManyMembers(name, most: limits.members)])
      }
      members.append(member)
    }
    return members
  }

  /// What is in the wanted members, unpacked, in the order of the archive.
  ///
  /// - Throws: F140, F141 for a locked one, F142; `.cancelled`.
  func contents(
    _ budget: inout UnpackingBudget, _ watch: inout ReadingWatch, of isWanted: (ArchiveMember) -> Bool
  ) throws(Failure) -> [(member: ArchiveMember, bytes: [UInt8])] {
    var contents: [(ArchiveMember, [UInt8])] = []
    try walk { (member, archive) throws(Failure) in
      guard isWanted(member) else { return }
      if member.isLocked { throw .diagnostics([.lockedArchive(name)]) }
      contents.append((member, try content(archive, &budget, &watch)))
    }
    return contents
  }

  private var damaged: Failure { .diagnostics([.damagedArchive(name)]) }

  /// Visits the members in order.
  private func walk(_ visit: (ArchiveMember, OpaquePointer) throws(Failure) -> Void) throws(Failure) {
    guard let archive = archive_read_new() else { throw damaged }
    defer { archive_read_free(archive) }
    switch format {
    case .zip: archive_read_support_format_zip_seekable(archive)
    case .zstandard:
      archive_read_support_filter_zstd(archive)
      archive_read_support_format_raw(archive)
    }
    // libarchive gives names only in the character set of the locale.
    let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
    let former = locale.map { uselocale($0) }
    defer {
      if let former { uselocale(former) }
      if let locale { freelocale(locale) }
    }
    try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) in
      guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
        throw damaged
      }
      var index = 0
      while let member = try next(of: archive, index) {
        try visit(member, archive)
        index += 1
      }
    }
  }

  private func next(of archive: OpaquePointer, _ index: Int) throws(Failure) -> ArchiveMember? {
    var entry: OpaquePointer?
    switch archive_read_next_header(archive, &entry) {
    case ARCHIVE_EOF: return nil
    // A warning is about a name that is not of the character set.
    case ARCHIVE_OK, ARCHIVE_WARN: break
    default: throw damaged
    }
    let path = archive_entry_pathname(entry).map { String(cString: $0) } ?? ""
    return ArchiveMember(
      index: index, path: path, isFile: archive_entry_filetype(entry) & S_IFMT == S_IFREG,
      isLocked: archive_entry_is_encrypted(entry) != 0)
  }

  private func content(
    _ archive: OpaquePointer, _ budget: inout UnpackingBudget, _ watch: inout ReadingWatch
  ) throws(Failure) -> [UInt8] {
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = archive_read_data(archive, &piece, piece.count)
      // Checksums and lengths that do not fit are warnings to libarchive.
      guard got >= 0 else { throw damaged }
      if got == 0 { return content }
      try budget.take(got)
      content.append(contentsOf: piece[..<got])
      try watch.tick("unpacking", name, budget.unpacked)
    }
  }
}
