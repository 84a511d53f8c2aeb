import CPseudoTerminal
import Glibc

/// The programs that are typed at, found beside the running tests.
enum Programs {
  /// Reads lines and prints what it read.
  static var lineEditorProbe: String { folder + "/LineEditorProbe" }

  /// The product; `TALLY_PROGRAM` names another build of it.
  static var tally: String { getenv("TALLY_PROGRAM").map { String(cString: $0) } ?? folder + "/tally" }

  private static var folder: String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let executable = String(decoding: path.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return executable.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
  }
}

/// An empty folder that is gone with its owner.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/tally-test-XXXXXX\0".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { remove_folder(path) }

  /// The bytes of a file inside, nil where there is none.
  func read(_ name: String) -> String? {
    guard let file = fopen(path + "/" + name, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
