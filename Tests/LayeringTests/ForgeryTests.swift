import Foundation
import TallyTestSupport
import Testing

/// What only the privacy gates may make cannot be written by hand in another target: `Tests/Forgeries`.
@Suite struct ForgeryTests {
  private static let forgeries = Repository.files(below: "Tests/Forgeries", ending: ".swift")
    .filter { !$0.hasSuffix("/Control.swift") }

  /// An error of the type checker and the line that it blames.
  struct Finding: Hashable, CustomStringConvertible {
    let line: Int
    let message: String
    var description: String { "\(line): \(message)" }
  }

  @Test("a file that makes one by hand does not compile, for that reason alone", arguments: forgeries)
  func doesNotCompile(path: String) throws {
    let expected = try Self.expected(in: Repository.text(path))
    #expect(!expected.isEmpty)
    #expect(try Self.findings(in: path) == expected)
  }

  @Test("a file that asks the gates compiles, and only inside this package")
  func controlCompiles() throws {
    #expect(try Self.findings(in: "Tests/Forgeries/Control.swift") == [])
    #expect(try !Self.findings(in: "Tests/Forgeries/Control.swift", package: "another").isEmpty)
  }

  @Test("every proof is tried")
  func isComplete() throws {
    let proofs = [
      "ColumnHandle", "Admission", "Plan", "Released", "ProtectedTable", "ProtectedExposure", "Breakdown",
      "Exposure", "CrowdSize", "Refusal", "PrivacyRule", "Vocabulary",
    ]
    let texts = try Self.forgeries.map(Repository.text)
    for proof in proofs { #expect(texts.contains { $0.contains(proof) }, "\(proof)") }
    let count = texts.reduce(0) { $0 + Self.expected(in: $1).count }
    print("forgeries: \(count) in \(texts.count) files")
    #expect(count >= 35)
  }

  @Test("no source looks inside values, casts them or opens another target for tests")
  func nothingIsCast() throws {
    let never: Set<Substring> = ["unsafeBitCast", "unsafeDowncast", "testable", "Mirror"]
    // Where C calls back, memory is bound; no proof is made there.
    let nearC: Set<Substring> = [
      "assumingMemoryBound", "withMemoryRebound", "bindMemory", "UnsafeMutablePointer",
    ]
    for path in Repository.files(below: "Sources", ending: ".swift") {
      let callsC = ["TallyEngine", "TallyShell"].contains { path.hasPrefix("Sources/\($0)/") }
      let words = callsC ? never : never.union(nearC)
      let found = Code.lines(of: try Repository.text(path)).filter { !words.isDisjoint(with: $0.words) }
      #expect(found.isEmpty, "\(path):\(found.map(\.number))")
    }
  }

  /// What stands behind `// error:` in a text, each about the line below it.
  private static func expected(in text: String) -> [Finding] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      guard let mark = line.range(of: "// error: ") else { return nil }
      return Finding(line: index + 2, message: String(line[mark.upperBound...]))
    }
  }

  /// What the type checker says to a file that sees the modules which were built.
  private static func findings(in path: String, package: String? = nil) throws -> [Finding] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.currentDirectoryURL = URL(fileURLWithPath: Repository.absolute("."))
    let maps = [
      products + "/CJSONReader.build/module.modulemap", products + "/CVectorKernels.build/module.modulemap",
      products + "/CMachine.build/module.modulemap",
      "Sources/CTextWidth/module.modulemap",
    ]
    process.arguments =
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-package-name", package ?? Self.package, "-I",
        products + "/Modules",
      ] + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] } + [path]
    let output = Pipe()
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let findings = text.split(separator: "\n").compactMap { line -> Finding? in
      guard let mark = line.range(of: ": error: "), line.hasPrefix(path) || line.hasPrefix("/") else {
        return nil
      }
      let place = line[..<mark.lowerBound].split(separator: ":")
      return Finding(
        line: place.dropFirst().first.flatMap { Int($0) } ?? 0, message: String(line[mark.upperBound...]))
    }
    // A compiler that stops for another reason says so without a place in the file.
    return findings.isEmpty && process.terminationStatus != 0 ? [Finding(line: 0, message: text)] : findings
  }

  /// Where the build put modules: beside the running tests.
  private static let products: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().path
  }()

  /// The name that the build gives to this package: that of its folder.
  private static let package = URL(fileURLWithPath: Repository.absolute("Package.swift"))
    .deletingLastPathComponent().lastPathComponent.lowercased()
}
