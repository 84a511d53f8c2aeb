import Glibc
import TallyLanguage

// Folders of data files.
extension FileAccess {
  /// The files that a path or pattern names to be loaded, in order; a folder stands for the data files in it.
  ///
  /// Those are told by their endings and come by name; files whose names begin with a point, and folders in it, are left
  /// out. Folders without data files are passed over where a pattern names others.
  ///
  /// - Throws: F004 when a pattern matches nothing, F148 where there are only folders without data files.
  func dataFiles(_ pattern: String, at place: Diagnostic.Place) throws(Diagnostic) -> [String] {
    let named = try expand(pattern, at: place)
    let files = named.flatMap { isFolder($0) ? dataFiles(in: $0) : [$0] }
    if files.isEmpty, let folder = named.first { throw .noDataInFolder(folder, at: place) }
    return files
  }

  private func dataFiles(in folder: String) -> [String] {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return FolderReading.read(resolve(start))
      .map(\.name)
      .filter { !$0.hasPrefix(".") && Self.hasDataEnding($0) && Self.isOrdinaryFile(resolve(start + $0)) }
      .map { start + $0 }
  }

  private static func hasDataEnding(_ name: String) -> Bool {
    let endings = ["csv", "tsv", "json", "ndjson", "xlsx", "zip", "gz", "zst"]
    return name.lastIndex(of: ".").map { endings.contains(name[$0...].dropFirst().lowercased()) } ?? false
  }

  private func isFolder(_ path: String) -> Bool {
    var found = stat()
    return path != "-" && stat(resolve(path), &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
  }
}
