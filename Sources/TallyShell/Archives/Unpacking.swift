package import TallyEngine
import TallyLanguage

/// How a file is packed, by its first bytes; names may be wrong.
enum Packing {
  case plain
  case gzip
  case zstandard
  /// An archive, or a workbook, which is one.
  case zip
  case emptyZip

  init(_ bytes: some Sequence<UInt8>) {
    if bytes.starts(with: [0x1F, 0x8B, 0x08]) {
      self = .gzip
    } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstandard
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .emptyZip
    } else {
      self = .plain
    }
  }
}

/// What a file gave.
package struct Unpacked {
  /// In the order of the archive; one for a plain file.
  package var files: [SourceFile]
  /// What was not looked at, a line for the report.
  package var note: String?
}

/// Turns a file into the texts in it: itself, what is packed in it, the members of an archive, the sheets of a workbook.
///
/// Archives inside archives are not opened.
///
/// - Parameter name: The path as it was typed.
/// - Throws: F140...F144, F149; `.cancelled`.
/// - Complexity: O(length of everything that is unpacked), in memory.
package func unpack(
  _ name: String, _ bytes: FileBytes, limits: UnpackingLimits = UnpackingLimits(), _ watch: inout ReadingWatch
) throws(Failure) -> Unpacked {
  var budget = UnpackingBudget(name: name, packed: bytes.count, limits: limits)
  switch Packing(bytes) {
  case .plain: return Unpacked(files: [SourceFile(name: name, bytes: bytes)])
  case .gzip: return Unpacked(files: [try single(name, try gunzip(Array(bytes), &budget, &watch))])
  case .zstandard:
    let reading = ArchiveReading(format: .zstandard, name: name, bytes: Array(bytes))
    let contents = try reading.contents(&budget, &watch) { _ in true }
    return Unpacked(files: [try single(name, contents.first?.bytes ?? [])])
  case .emptyZip: throw .diagnostics([.noTableInside(name)])
  case .zip:
    let archive = ArchiveReading(format: .zip, name: name, bytes: Array(bytes))
    let members = try archive.members(limits)
    return WorkbookParts.areIn(members)
      ? try sheets(of: archive, &budget, &watch) : try tables(of: archive, members, &budget, &watch)
  }
}

/// The one text of a stream.
private func single(_ name: String, _ bytes: [UInt8]) throws(Failure) -> SourceFile {
  guard isNoArchive(bytes) else { throw .diagnostics([.archiveInside(name)]) }
  return SourceFile(name: name, bytes: bytes)
}

/// Whether what was unpacked is not packed once more; a tar archive says so behind its first name.
private func isNoArchive(_ bytes: [UInt8]) -> Bool {
  switch Packing(bytes) {
  case .plain: !bytes.dropFirst(257).starts(with: Array("ustar".utf8))
  case .gzip, .zstandard, .zip, .emptyZip: false
  }
}

private func tables(
  of archive: ArchiveReading, _ members: [ArchiveMember], _ budget: inout UnpackingBudget,
  _ watch: inout ReadingWatch
) throws(Failure) -> Unpacked {
  func isTable(_ member: ArchiveMember) -> Bool { member.isFile && MemberName(path: member.path).isData }
  var files: [SourceFile] = []
  var named: Set<String> = []
  for (member, bytes) in try archive.contents(&budget, &watch, of: isTable) {
    let own = MemberName(path: member.path)
    let byNumber = "file \(member.index + 1).\(own.ending)"
    let inner = own.shown.flatMap { named.insert($0).inserted ? $0 : nil } ?? byNumber
    let name = "\(archive.name)/\(inner)"
    guard isNoArchive(bytes) else { throw .diagnostics([.archiveInside(name)]) }
    files.append(SourceFile(name: name, bytes: bytes, container: ownName(archive.name)))
  }
  if files.isEmpty { throw .diagnostics([.noTableInside(archive.name)]) }
  let others = members.filter { $0.isFile && !isTable($0) }.map { MemberName(path: $0.path) }
  return Unpacked(files: files, note: MemberName.notRead(others.filter { !$0.isHidden }))
}

private func sheets(
  of archive: ArchiveReading, _ budget: inout UnpackingBudget, _ watch: inout ReadingWatch
) throws(Failure) -> Unpacked {
  let parts = WorkbookParts(try archive.contents(&budget, &watch, of: WorkbookParts.isNeeded))
  var files: [SourceFile] = []
  for sheet in try Workbook(parts, name: archive.name).sheets(&budget, &watch) {
    let inner = sheetNameForPeople(sheet.name) ?? "sheet \(sheet.number)"
    files.append(
      SourceFile(name: "\(archive.name)/\(inner)", bytes: sheet.csv, container: ownName(archive.name)))
  }
  if files.isEmpty { throw .diagnostics([.everySheetEmpty(archive.name)]) }
  return Unpacked(files: files)
}

/// The name of a file without its folders.
private func ownName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
