import Foundation

/// The files of this repository, found from where this source file stands, so that no working directory matters.
package enum Repository {
  /// The folder that holds `Package.swift`.
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The absolute path of a path that is relative to the root.
  package static func absolute(_ path: String) -> String { root.appendingPathComponent(path).path }

  /// Paths, relative to the root and sorted, of all files below a folder whose names end so.
  ///
  /// A folder that does not exist has no files.
  package static func files(below folder: String, ending suffix: String) -> [String] {
    let base = root.appendingPathComponent(folder)
    guard let found = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return found.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }
      .sorted()
  }

  /// The text of a file.
  ///
  /// - Throws: What Foundation reports if the file is missing or is not UTF-8.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The bytes of a file.
  ///
  /// - Throws: What Foundation reports if the file is missing.
  package static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
  }

  /// Replaces a file, whole or not at all; only the rewrite mode of the tests uses it.
  ///
  /// - Throws: What Foundation reports if the file cannot be written.
  package static func write(_ text: String, to path: String) throws {
    try text.write(to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
  }
}
