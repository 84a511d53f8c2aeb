import Foundation
import TallyTestSupport

/// What one run of the program gave.
struct Ran: Equatable {
  let output: String
  let errors: String
  let status: Int32
}

/// A folder in which the program runs as a scheduler runs it: no terminal, no home, the plain locale.
struct Workplace {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("tally-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func remove() {
    chmod(path, 0o755)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, its folders with it.
  func place(_ name: String, _ text: String) throws { try place(name, bytes: Data(text.utf8)) }

  /// The same with bytes that are no text.
  func place(_ name: String, bytes: Data) throws {
    let place = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: place, options: .atomic)
  }

  /// The text of a file; nil where there is none.
  func text(_ name: String) -> String? { try? String(contentsOfFile: path + "/" + name, encoding: .utf8) }

  /// The bytes of a file, read as text whatever they are; empty where there is none.
  func bytes(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path + "/" + name) ?? Data(), as: UTF8.self)
  }

  /// All names below, sorted.
  var names: [String] {
    (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
  }

  /// Runs the program here and waits for it.
  func tally(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Ran {
    try tally(arguments, input: Data(input.utf8), environment: environment)
  }

  /// The same with bytes that are no text on standard input.
  func tally(_ arguments: String..., input: Data) throws -> Ran {
    try tally(arguments, input: input, environment: [:])
  }

  /// The same with arguments in a list.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Ran {
    try tally(arguments, input: Data(), environment: environment)
  }

  /// The same with arguments that are put together.
  func tally(_ arguments: [String], input: Data, environment: [String: String]) throws -> Ran {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = ["LANG": "C", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let (standardInput, output, errors) = (Pipe(), path + "-out", path + "-err")
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    defer { for file in [output, errors] { try? FileManager.default.removeItem(atPath: file) } }
    process.standardInput = standardInput
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: input)
    try standardInput.fileHandleForWriting.close()
    process.waitUntilExit()
    return Ran(
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8), status: process.terminationStatus)
  }

  /// The product; `TALLY_PROGRAM` names another build of it.
  static var program: String {
    if let named = ProcessInfo.processInfo.environment["TALLY_PROGRAM"] { return named }
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("tally").path
  }
}

/// Four videos.
let videos = """
  video,posted,format,topic,views,saves
  a,2026-01-05T10:00:00Z,tutorial,soups,1000,50
  b,2026-01-06T10:00:00Z,vlog,travel,3000,30
  c,2026-02-03T10:00:00Z,tutorial,bread,2000,80
  d,2026-02-20T10:00:00Z,vlog,,500,5

  """
