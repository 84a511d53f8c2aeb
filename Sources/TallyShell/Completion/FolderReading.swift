import Glibc

/// Names in folders of the file system.
package enum FolderReading {
  /// What is in a folder, by name; nothing where it cannot be read.
  ///
  /// At most 10 000 names are looked at.
  ///
  /// A folder is empty (the current one) or ends in `/`; `~/` is the home folder. Names that are not UTF-8 are left out.
  package static func read(_ folder: String) -> [(name: String, isFolder: Bool)] {
    let path = expanded(folder)
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while entries.count < 10_000, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(validatingCString: $0)
        }
      }
      guard let name, name != ".", name != ".." else { continue }
      var status = stat()
      guard stat(path + name, &status) == 0 else { continue }
      entries.append((name, status.st_mode & S_IFMT == S_IFDIR))
    }
    return entries.sorted { $0.name < $1.name }
  }

  private static func expanded(_ folder: String) -> String {
    if folder.isEmpty { return "./" }
    guard folder.hasPrefix("~/"), let home = getenv("HOME") else { return folder }
    return String(cString: home) + folder.dropFirst()
  }
}
