import CMessageDigest
import TallyEngine

/// What a file is known again by: its name, size and SHA-256 (FIPS 180-4) of the bytes that were read.
struct FileDigest: Sendable, Hashable {
  let name: String
  let byteCount: Int
  /// 64 hexadecimal digits.
  let sha256: String

  /// - Complexity: O(length); about a second for half a gigabyte.
  init(_ file: SourceFile) {
    self = file.bytes.withUnsafeBufferPointer { FileDigest(file.name, UnsafeRawBufferPointer($0)) }
  }

  /// The same of a snapshot that is open.
  init(_ open: OpenSnapshot) { self.init(open.snapshot.name, open.file.memory.bytes) }

  private init(_ name: String, _ bytes: UnsafeRawBufferPointer) {
    self.name = name
    byteCount = bytes.count
    var state = SHA2_CTX()
    SHA256Init(&state)
    bytes.withMemoryRebound(to: UInt8.self) { SHA256Update(&state, $0.baseAddress, $0.count) }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &state)
    sha256 = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
