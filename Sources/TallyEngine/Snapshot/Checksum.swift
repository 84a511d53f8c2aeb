/// A checksum of 64 bits against damage; not against forgery, as what a file says is checked by itself.
///
/// Eight words at a time go into four chains of wide multiplications, piece by piece of a mebibyte, so that every core
/// works at the pace of the memory.
enum Checksum {
  private static let piece = 1 << 20

  /// - Complexity: O(length), on all cores.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 { of(bytes, seeing: { _ in }).checksum }

  /// The same, with what else is to be seen of each piece, which is near at hand then.
  ///
  /// - Parameter look: asked for each piece; all but the last have a whole mebibyte.
  static func of<Seen: Sendable>(
    _ bytes: UnsafeRawBufferPointer, seeing look: @Sendable (UnsafeRawBufferPointer) -> Seen
  ) -> (checksum: UInt64, seen: [Seen]) {
    // The pieces only read it, and are done before this returns.
    nonisolated(unsafe) let bytes = bytes
    let count = max(1, (bytes.count + piece - 1) / piece)
    let parts = concurrently(count) { place -> (sum: UInt64, seen: Seen) in
      let start = place * piece
      let part = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + piece, bytes.count)])
      return (ofPiece(part), look(part))
    }
    let sum = parts.reduce(UInt64(bytes.count) ^ keys.0) { mixed($0 ^ $1.sum, keys.1) }
    return (sum, parts.map(\.seen))
  }

  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  private static func ofPiece(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var chains = keys
    var offset = 0
    while offset + 64 <= bytes.count {
      add(bytes, offset, to: &chains)
      offset += 64
    }
    if offset < bytes.count {
      var rest = [UInt8](repeating: 0, count: 64)
      for index in offset..<bytes.count { rest[index - offset] = bytes[index] }
      rest.withUnsafeBytes { add($0, 0, to: &chains) }
    }
    let sum = mixed(chains.0 ^ chains.1, keys.2) ^ mixed(chains.2 ^ chains.3, keys.3)
    return mixed(sum ^ UInt64(bytes.count), keys.0)
  }

  @inline(__always)
  private static func add(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, to chains: inout (UInt64, UInt64, UInt64, UInt64)
  ) {
    func word(_ place: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset + place * 8, as: UInt64.self)
    }
    // Each chain goes on from itself, so that no value of a word can end it.
    chains.0 = chains.0 &* keys.1 ^ mixed(chains.0 ^ word(0), keys.0 ^ word(1))
    chains.1 = chains.1 &* keys.1 ^ mixed(chains.1 ^ word(2), keys.1 ^ word(3))
    chains.2 = chains.2 &* keys.1 ^ mixed(chains.2 ^ word(4), keys.2 ^ word(5))
    chains.3 = chains.3 &* keys.1 ^ mixed(chains.3 ^ word(6), keys.3 ^ word(7))
  }

  /// Both halves of a product, one over the other.
  @inline(__always)
  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// Odd numbers with as many ones as zeros: digits of the fractions of square roots of primes.
  private static let keys: (UInt64, UInt64, UInt64, UInt64) = (
    0x6A09_E667_F3BC_C909, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1
  )
}
